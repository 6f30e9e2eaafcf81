import Encodings
import Testing

@Suite("Text for and from spreadsheets")
struct SpreadsheetTextTests {
    @Test("is UTF-8 where it can be, else Windows-1252, and without a byte order mark")
    func decoding() {
        #expect(SpreadsheetText.decode([0xEF, 0xBB, 0xBF] + Array("ä".utf8)) == "ä")
        #expect(SpreadsheetText.decode([0xE4, 0x41, 0x80, 0x9F]) == "äA€Ÿ")
        #expect(SpreadsheetText.decode([0xE4, 0x81]) == nil)
        #expect(SpreadsheetText.decode([]) == "")
    }

    @Test(
        "a cell that would be a formula gets an apostrophe, and one with a separator quotation marks",
        arguments: [
            ("a", "a"), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
            ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""), ("=a;b", "\"'=a;b\""), ("\rx", "\"'\rx\""),
        ])
    func cells(_ text: String, _ cell: String) {
        #expect(CSVLine.text([text, "z"]) == "\(cell);z\r\n")
    }
}
