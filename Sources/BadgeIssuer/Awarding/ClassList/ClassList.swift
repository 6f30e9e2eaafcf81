import SwiftCSV

/// A class as a CSV file lists it: one learner a row, under headers in Finnish, Swedish or English.
///
/// Semicolons, commas and tabs are told apart by the header; a byte order mark is dropped; rows without any content
/// are skipped. Rows whose cells hold a personal identity code keep no cell at all, so that nothing later can show it.
package struct ClassList: Sendable {
    /// A column that the teacher names herself: `--column email=Kontakti`.
    package struct ColumnChoice: Sendable, Hashable {
        package let field: AwardField
        package let header: String

        package init(field: AwardField, header: String) {
            self.field = field
            self.header = header
        }

        /// A choice in the form `FIELD=HEADER`; the field by any of its names.
        package init?(_ text: String) {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let name = AwardField.normalised(String(parts[0]))
            guard let field = AwardField(header: name) ?? (name == "ignored" ? .ignored : nil) else { return nil }
            self.init(field: field, header: String(parts[1]))
        }
    }

    /// One row that has content.
    package struct Row: Sendable {
        /// As a spreadsheet counts: the header is row 1, empty rows count.
        package let number: Int
        /// Cells that aren't blank, without the space around them.
        package let cells: [AwardField: String]
        /// The field in which a personal identity code stands; `cells` is then empty.
        package let identityCodeField: AwardField?
    }

    package let rows: [Row]
    /// Rows that were skipped because nothing stands in them.
    package let emptyRows: Int

    /// A year's cohort of a large region; more is a mistake or somebody else's file.
    package static let maxRows = 100_000
    package static let maxBytes = 64 << 20

    /// - Throws: `AwardError` `csv.malformed`, `csv.encoding`, `csv.header`, `limit.csv-bytes`, `limit.csv-rows`.
    package static func read(_ bytes: [UInt8], columns choices: [ColumnChoice] = []) throws(AwardError) -> ClassList {
        guard bytes.count <= maxBytes else {
            throw AwardError(
                .csvBytesLimit, "The class list has more than \(maxBytes >> 20) MiB.", hint: "Split it into parts.")
        }
        let records = try records(of: ClassListText.decode(bytes))
        guard let header = records.first else {
            throw AwardError(.csvHeader, "The class list is empty.", hint: "Its first row must be the header.")
        }
        let columns = try ClassListColumns(header: header, choices: choices)

        var rows: [Row] = []
        rows.reserveCapacity(records.count)
        var emptyRows = 0
        for (index, record) in records.enumerated().dropFirst() {
            let cells = record.map(trimmed)
            if cells.allSatisfy(\.isEmpty) {
                emptyRows += 1
                continue
            }
            guard cells.count == header.count else {
                throw AwardError(
                    .csvMalformed,
                    "Row \(index + 1) of the class list has \(cells.count) cells, and the header \(header.count).",
                    hint: "A text with the separator in it must stand in quotation marks.")
            }
            rows.append(row(index + 1, cells, columns))
            guard rows.count <= maxRows else {
                throw AwardError(
                    .csvRowsLimit, "The class list has more than \(maxRows) rows.", hint: "Split it into parts.")
            }
        }
        return ClassList(rows: rows, emptyRows: emptyRows)
    }

    private static func row(_ number: Int, _ cells: [String], _ columns: ClassListColumns) -> Row {
        var values: [AwardField: String] = [:]
        for (field, cell) in zip(columns.fields, cells) where !cell.isEmpty {
            if IdentityCode.occurs(in: cell) {
                return Row(number: number, cells: [:], identityCodeField: field ?? .ignored)
            }
            if let field, field != .ignored { values[field] = cell }
        }
        return Row(number: number, cells: values, identityCodeField: nil)
    }

    /// The file's records, the header first, an empty line as one empty cell.
    private static func records(of text: String) throws(AwardError) -> [[String]] {
        // The parser takes an open quotation mark for one that closes at the end of the file.
        guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else { throw .looseQuote }
        // Without a last line break it drops an empty last cell.
        let lines = text.utf8.last == UInt8(ascii: "\n") || text.utf8.last == UInt8(ascii: "\r") ? text : text + "\n"
        var records: [[String]] = []
        do {
            let csv = try CSV<Enumerated>(
                string: lines, delimiter: delimiter(of: text), loadColumns: false, rowLimit: 0)
            // Read as it stands: the view of rows would fill up those that are too short.
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { records.append($0) }
        } catch {
            throw .looseQuote
        }
        return records
    }

    /// The separator that the header has most of, outside quotation marks.
    private static func delimiter(of text: String) -> CSVDelimiter {
        var counts = (semicolons: 0, commas: 0, tabs: 0)
        var isQuoted = false
        header: for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): if !isQuoted { break header }
            case UInt8(ascii: ";"): counts.semicolons += isQuoted ? 0 : 1
            case UInt8(ascii: ","): counts.commas += isQuoted ? 0 : 1
            case UInt8(ascii: "\t"): counts.tabs += isQuoted ? 0 : 1
            default: break
            }
        }
        if counts.tabs > max(counts.semicolons, counts.commas) { return .tab }
        return counts.commas > counts.semicolons ? .comma : .semicolon
    }

    private static func trimmed(_ cell: String) -> String {
        guard cell.first?.isWhitespace == true || cell.last?.isWhitespace == true else { return cell }
        let start = cell.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}

extension AwardError {
    fileprivate static let looseQuote = AwardError(
        .csvMalformed, "A quotation mark in the class list has no partner.",
        hint: "A text in quotation marks must end with one, and one inside it is written twice.")
}
