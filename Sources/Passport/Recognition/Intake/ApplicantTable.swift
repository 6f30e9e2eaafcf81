import Encodings
import SwiftCSV

/// The cells of a table as a spreadsheet saves it: semicolons, commas or tabs, told apart by the first row.
struct ApplicantTable {
    /// Without the space around them; a blank row is empty.
    let records: [[String]]

    /// - Throws: `RecognitionError` `recognition.applicants`
    init(_ bytes: [UInt8]) throws(RecognitionError) {
        guard !bytes.contains(0), let text = SpreadsheetText.decode(bytes) else {
            throw ApplicantList.refusal(
                "The list of applicants is neither UTF-8 text nor Windows-1252.",
                hint: "Save it as \"CSV UTF-8\" in the spreadsheet program.")
        }
        let loose = ApplicantList.refusal(
            "A quotation mark in the list of applicants has no partner.",
            hint: "A text in quotation marks must end with one, and one inside it is written twice.")
        // The parser would take an open one for one that closes at the end.
        guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else { throw loose }
        let isClosed = text.utf8.last == UInt8(ascii: "\n") || text.utf8.last == UInt8(ascii: "\r")
        var records: [[String]] = []
        do {
            // Without a last line break an empty last cell would be lost.
            let csv = try CSV<Enumerated>(
                string: isClosed ? text : text + "\n", delimiter: Self.delimiter(of: text), loadColumns: false,
                rowLimit: 0)
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { records.append($0.map(Self.trimmed)) }
        } catch {
            throw loose
        }
        self.records = records.map { $0.allSatisfy(\.isEmpty) ? [] : $0 }
    }

    /// What the first row has most of, outside quotation marks.
    private static func delimiter(of text: String) -> CSVDelimiter {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            counts[byte, default: 0] += 1
        }
        func count(_ character: Unicode.Scalar) -> Int { counts[UInt8(ascii: character), default: 0] }
        let most = max(count(";"), count(","), count("\t"))
        return most == count(";") ? .semicolon : most == count(",") ? .comma : .tab
    }

    private static func trimmed(_ cell: String) -> String {
        var rest = cell[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
