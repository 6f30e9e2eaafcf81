/// Text as spreadsheets and registers save it: UTF-8 when it is that, else Windows-1252.
package enum SpreadsheetText {
    /// The text without a byte order mark; nothing for bytes that neither encoding has.
    package static func decode(_ bytes: [UInt8]) -> String? {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return text }

        var text = ""
        text.reserveCapacity(content.count * 9 / 8)
        for byte in content {
            guard let scalar = windows1252(byte) else { return nil }
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return upperControls[Int(byte - 0x80)]
    }

    /// What Windows-1252 has where ISO 8859-1 has control characters; five places are empty.
    private static let upperControls: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
