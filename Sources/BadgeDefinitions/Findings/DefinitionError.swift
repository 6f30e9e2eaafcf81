import Encodings

/// What is the matter with a file that describes a badge, a pathway, a skill profile or offers, or with the picture
/// beside it.
package struct DefinitionError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// A field is missing, unknown, of the wrong type, or says something it can't say.
        case field = "definition.field"
        /// The file's `format` is not one that is read here.
        case format = "definition.format"
        /// An id stands twice where it may stand once.
        case duplicateID = "definition.duplicate-id"
        /// A badge, group, pathway, framework or competence of that name isn't known.
        case unknownReference = "definition.unknown-reference"
        /// A published version was changed.
        case frozen = "definition.frozen"
        /// A text, or the whole file, has neither Finnish nor Swedish, or names a language that doesn't exist.
        case language = "definition.language"
        /// Warning: a text lacks a language that the file declares.
        case languageMissing = "definition.language-missing"
        /// A level isn't one of 1 to 4, or the required level isn't among the badge's levels.
        case level = "definition.level"
        /// The extent is negative, above 60, or has more than two decimals.
        case credits = "definition.credits"
        /// The hours are not above zero, or have more than two decimals.
        case hours = "definition.hours"
        /// The text isn't an absolute URI, or a skill of ESCO doesn't have ESCO's form.
        case uri = "definition.uri"
        /// The text isn't a day written like 2026-05-29, or the last day is before the first.
        case date = "definition.date"
        /// The picture is missing, too big, a link, or neither a sound PNG nor a sound SVG.
        case image = "definition.image"
        /// The SVG picture holds something that could run, load or hide.
        case imageUnsafe = "definition.image-unsafe"
        /// Warning: the SVG picture is too big to travel inside the badge.
        case imageLinked = "definition.image-linked"
        /// Warning: a badge that can be suspended has two status entries, which strict receivers may refuse.
        case suspendable = "definition.suspendable"
        /// The check digit or the form of a Finnish business identity code is wrong.
        case businessID = "organisation.y-tunnus"
        /// The file or folder can't be read.
        case unreadable = "definition.unreadable"
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let cause: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    package var codeText: String { code.rawValue }
    package static func == (left: DefinitionError, right: DefinitionError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
