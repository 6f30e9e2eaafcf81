import Encodings

/// Puts text from a file into a message.
enum Quote {
    /// The beginning of the text with everything invisible made visible; enough to find it by.
    static func text(_ text: String, maxCharacters: Int = 60) -> String {
        let start = text.prefix(maxCharacters)
        return UTF8Text.escapedForTerminal(String(start)) + (start.endIndex < text.endIndex ? "…" : "")
    }
}
