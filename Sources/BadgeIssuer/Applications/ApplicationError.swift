import Encodings

/// Why a learner's application can't be taken in or decided on.
package struct ApplicationError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// A field is missing, unknown, of the wrong type, or says something it can't say.
        case field = "application.field"
        /// The file's format isn't the one that is read here.
        case format = "application.format"
        /// A day isn't one, or lies in the future.
        case date = "application.date"
        /// A piece of evidence lacks what its kind needs, or says where it is in two ways.
        case evidence = "application.evidence"
        /// A file that was handed over isn't one that an application names.
        case evidenceDiffers = "application.evidence-differs"
        /// Another application, of another learner or badge, has this id.
        case idTaken = "application.id-taken"
        /// The register has no such application.
        case missing = "application.missing"
        /// Several applications have an id that begins so.
        case ambiguous = "application.ambiguous"
        /// What was given can't be an application's id.
        case reference = "application.reference"
        /// A text is longer than an application may have.
        case textLimit = "limit.application-text"
        /// More pieces of evidence than an application may have.
        case evidenceLimit = "limit.application-evidence"
        /// Nobody decides on an application of their own.
        case right = "right.missing"
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
    package static func == (left: ApplicationError, right: ApplicationError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
