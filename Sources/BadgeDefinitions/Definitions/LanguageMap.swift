/// One text in several languages, in the order the file gives them.
package struct LanguageMap: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        /// ISO 639-1.
        package let language: String
        package let text: String
    }

    /// Each language once; texts that say nothing (blank, or the `-` of imported lists) are left out.
    package let entries: [Entry]

    package init(_ entries: [(language: String, text: String)]) {
        self.entries = entries.map(Entry.init)
    }

    package var languages: [String] { entries.map(\.language) }
    package var isEmpty: Bool { entries.isEmpty }

    /// The text in that language and no other.
    package subscript(_ language: String) -> String? { entries.first { $0.language == language }?.text }

    /// The text for a reader: in the language asked for, else the issuer's main one, else fi, sv, en, else any.
    ///
    /// `nil` only for an empty map, which no reader of files makes for a name, description or criterion.
    package func entry(in asked: String?, main: String? = nil) -> Entry? {
        for language in [asked, main, "fi", "sv", "en"] {
            if let found = entries.first(where: { $0.language == language }) { return found }
        }
        return entries.first
    }

    /// The text as `entry(in:main:)` finds it; empty for an empty map.
    package func text(in asked: String?, main: String? = nil) -> String { entry(in: asked, main: main)?.text ?? "" }
}
