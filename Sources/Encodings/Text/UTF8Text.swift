/// What text from strangers needs before people see it.
public enum UTF8Text {
    /// The text with everything invisible or active written out as `\u{…}`: control characters (line breaks too),
    /// those that turn the reading direction, and others that show nothing, so that no input paints the terminal or
    /// hides what it says.
    public static func escapedForTerminal(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if isShownAsEscape(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text from a stranger as part of a sentence: escaped, and cut where it is longer than a sentence can bear.
    public static func shown(_ text: String) -> String {
        guard text.utf8.count > longestShown else { return escapedForTerminal(text) }
        var start = String.UnicodeScalarView()
        var bytes = 0
        for scalar in text.unicodeScalars {
            bytes += UTF8.width(scalar)
            if bytes > longestShown { break }
            start.append(scalar)
        }
        return escapedForTerminal(String(start)) + "…"
    }

    /// Bytes of one value in a sentence: a long address fits, a page of text doesn't.
    static let longestShown = 600

    private static func isShownAsEscape(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value < 0x20 }
        switch scalar.properties.generalCategory {
        // Format covers the bidi controls U+061C, U+200E/F, U+202A–E, U+2066–9, and U+FEFF.
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: break
        }
        // Fillers are letters by category and blank to the eye.
        return [0x115F, 0x1160, 0x3164, 0xFFA0].contains(scalar.value)
    }
}
