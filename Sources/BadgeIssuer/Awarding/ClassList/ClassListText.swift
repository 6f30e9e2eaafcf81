import Encodings

/// The text of a class list as school registers and spreadsheets write it: UTF-8 when it is that, else Windows-1252.
enum ClassListText {
    /// - Throws: `AwardError` `csv.encoding` for bytes that no Windows-1252 text has.
    static func decode(_ bytes: [UInt8]) throws(AwardError) -> String {
        guard !bytes.contains(0) else {
            throw AwardError(
                .csvEncoding, "The class list is not text that can be read: it may be UTF-16 or a spreadsheet file.",
                hint: "Save it as \"CSV UTF-8\" in the spreadsheet program.")
        }
        guard let text = SpreadsheetText.decode(bytes) else {
            throw AwardError(
                .csvEncoding, "The class list is neither UTF-8 nor Windows-1252.",
                hint: "Save it as \"CSV UTF-8\" in the spreadsheet program.")
        }
        return text
    }
}
