/// The text of a class list as school registers and spreadsheets write it: UTF-8 when it is that, else Windows-1252.
enum ClassListText {
    /// - Throws: `AwardError` `csv.encoding` for bytes that no Windows-1252 text has.
    static func decode(_ bytes: [UInt8]) throws(AwardError) -> String {
        guard !bytes.contains(0) else {
            throw AwardError(
                .csvEncoding, "The class list is not text that can be read: it may be UTF-16 or a spreadsheet file.",
                hint: "Save it as \"CSV UTF-8\" in the spreadsheet program.")
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return text }

        var text = ""
        text.reserveCapacity(content.count * 9 / 8)
        for byte in content {
            guard let scalar = windows1252(byte) else {
                throw AwardError(
                    .csvEncoding, "The class list is neither UTF-8 nor Windows-1252.",
                    hint: "Save it as \"CSV UTF-8\" in the spreadsheet program.")
            }
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
