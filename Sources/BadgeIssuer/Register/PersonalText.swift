@_spi(_Unicode) import Swift

/// The one spelling in which names and identifiers of people are stored and compared.
package enum PersonalText {
    /// A name for comparing: NFC, lower-cased, without spaces around it and with single ones inside.
    ///
    /// - Returns: `nil` when nothing is left.
    package static func nameKey(_ name: String) -> String? {
        filled(collapsingSpaces(in: composed(composed(name).lowercased())))
    }

    /// The name by which a person is compared: the whole name, or given and family name in that order.
    package static func nameKey(name: String?, givenName: String?, familyName: String?) -> String? {
        nameKey(name ?? "\(givenName ?? "") \(familyName ?? "")")
    }

    /// An email address: NFC, trimmed, lower-cased.
    package static func email(_ text: String) -> String? { filled(trimmed(composed(composed(text).lowercased()))) }

    /// A name or an identifier as it is stored: NFC, trimmed.
    package static func stored(_ text: String) -> String? { filled(trimmed(composed(text))) }

    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    private static func collapsingSpaces(in text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Unicode Normalization Form C; text in ASCII is in it already.
    private static func composed(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text._nfc { scalars.append(scalar) }
        return String(scalars)
    }
}
