internal import Encodings

/// Why bytes aren't a picture that is taken.
package struct PictureFlaw: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Not what the format asks for: cut short, changed on its way, or never sound.
        case damaged
        /// Something that runs, loads or hides.
        case unsafe
    }

    package let kind: Kind
    /// What is the matter, safe to show, short, in words that follow a comma.
    package let reason: String
    /// The line of an SVG.
    package let line: Int?

    /// Enough of a reason that quotes the file to find the place by.
    private static let maxCharacters = 60

    init(_ kind: Kind, _ reason: String, line: Int? = nil) {
        let start = reason.prefix(Self.maxCharacters)
        self.kind = kind
        self.reason = UTF8Text.escapedForTerminal(String(start)) + (start.endIndex < reason.endIndex ? "…" : "")
        self.line = line
    }

    /// Where it is and what is the matter.
    package var place: String { line.map { "near line \($0), \(reason)" } ?? reason }
}
