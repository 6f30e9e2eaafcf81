/// Markup: what the program wrote stands as it is, and what is put into it is escaped.
///
/// A literal is markup. A `String` in `\(…)` is text, whatever it holds, and safe in an element and in a quoted
/// attribute alike; only markup goes into markup unchanged. So a text can't become markup by being forgotten.
package struct HTML: ExpressibleByStringInterpolation, Sendable, Hashable {
    package let text: String

    package init(stringLiteral literal: StaticString) { text = literal.description }
    package init(stringInterpolation content: StringInterpolation) { text = content.text }

    /// Pieces of markup one after the other; nothing for those that aren't there.
    package init(_ parts: [HTML?], separator: HTML = "\n") {
        text = parts.compactMap { $0?.text }.joined(separator: separator.text)
    }

    /// A text as people are to read it.
    package init(escaping text: String) { self.text = Self.escape(text) }

    /// JSON text for a `script` element of a type that isn't run: no byte of it can begin a tag or a comment.
    ///
    /// `<` stands in JSON within texts alone, where `\u003c` means the same.
    package init(json: [UInt8]) {
        text = String(decoding: json, as: UTF8.self).replacing("<", with: "\\u003c")
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }
        package mutating func appendInterpolation(_ text: String) { self.text += HTML.escape(text) }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
        package mutating func appendInterpolation(_ html: HTML) { text += html.text }
        package mutating func appendInterpolation(_ html: HTML?) { text += html?.text ?? "" }
        package mutating func appendInterpolation(_ parts: [HTML]) { text += HTML(parts).text }
    }

    // MARK: Escaping

    /// Unicode scalar by scalar: a quotation mark with a combining accent is one character to `String`, and to a
    /// browser still the end of an attribute.
    private static func escape(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case _ where isHidden(scalar): result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && !"&<>\"'".utf8.contains(byte)
    }

    /// Whether it shows nothing or turns the reading direction, so that a page would hide what a text says. Soft
    /// hyphens and what joins emoji and letters are no harm.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format: ![0xAD, 0x200C, 0x200D].contains(scalar.value)
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
