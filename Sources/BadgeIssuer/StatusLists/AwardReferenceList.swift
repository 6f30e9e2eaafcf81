import SwiftCSV

/// The badges that a file names: one id a line, or the CSV report that awarding a class leaves.
package enum AwardReferenceList {
    /// A line for each award of a large region's year.
    package static let maxBytes = 64 << 20
    package static let maxCount = 100_000

    /// Headers under which a CSV file has the ids.
    private static let headers = ["credential", "id"]

    /// - Parameter name: of the file, for messages; its contents may be personal and are never repeated.
    /// - Throws: `RegisterError` `register.award-reference` with the line; `AwardError` `csv.malformed`,
    ///   `csv.encoding`, `csv.header`, `limit.csv-bytes`, `limit.csv-rows`.
    package static func read(_ bytes: [UInt8], name: String) throws -> [AwardReference] {
        guard bytes.count <= maxBytes else {
            throw AwardError(
                .csvBytesLimit, "\(name) has more than \(maxBytes >> 20) MiB.", hint: "Split it into parts.")
        }
        let text: String
        do throws(AwardError) {
            text = try ClassListText.decode(bytes)
        } catch {
            throw AwardError(
                error.code, "\(name) is neither UTF-8 text nor Windows-1252.",
                hint: "Give a file with one id a line, or the report that awarding a class wrote.", cause: error.cause)
        }
        let references = try table(text, name: name) ?? lines(text, name: name)
        guard references.count <= maxCount else {
            throw AwardError(.csvRowsLimit, "\(name) names more than \(maxCount) badges.", hint: "Split it into parts.")
        }
        guard !references.isEmpty else {
            throw AwardError(.csvMalformed, "\(name) names no badge.", hint: "Write one id a line.")
        }
        return references
    }

    /// Blank lines and those that begin with `#` are passed over.
    private static func lines(_ text: String, name: String) throws(RegisterError) -> [AwardReference] {
        var references: [AwardReference] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard let first = line.firstIndex(where: { !$0.isWhitespace }), line[first] != "#",
                let last = line.lastIndex(where: { !$0.isWhitespace })
            else { continue }
            references.append(try AwardReference(String(line[first...last]), place: "Line \(index + 1) of \(name)"))
        }
        return references
    }

    // MARK: CSV

    /// The ids in a table's column; `nil` when the first line is no header of one.
    private static func table(_ text: String, name: String) throws -> [AwardReference]? {
        let header = text.prefix { !$0.isNewline }
        let counts = [CSVDelimiter.semicolon, .comma, .tab].map { delimiter in
            (delimiter, header.count { $0 == delimiter.rawValue })
        }
        guard let (delimiter, count) = counts.max(by: { $0.1 < $1.1 }),
            !header.hasPrefix("#"), count > 0 || headers.contains(cell(String(header)).lowercased())
        else { return nil }
        var records: [[String]] = []
        do {
            let csv = try CSV<Enumerated>(
                string: text.last?.isNewline == true ? text : text + "\n", delimiter: delimiter, loadColumns: false,
                rowLimit: 0)
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { records.append($0) }
        } catch {
            throw AwardError(
                .csvMalformed, "\(name) can't be read as a table: a quotation mark has no partner.",
                hint: "Use the report as awarding wrote it, or a file with one id a line.")
        }
        let names = records.first.map { $0.map { cell($0).lowercased() } } ?? []
        guard let column = headers.lazy.compactMap({ names.firstIndex(of: $0) }).first else {
            throw AwardError(
                .csvHeader, "\(name) has no column \"credential\".",
                hint: "Use the report that awarding a class wrote, or a file with one id a line.")
        }
        let outcome = names.firstIndex(of: "outcome")
        var references: [AwardReference] = []
        for (index, record) in records.enumerated().dropFirst() where record.indices.contains(column) {
            // A row that was refused has no badge, and one that was revoked before has nothing left to change.
            if let outcome, record.indices.contains(outcome),
                cell(record[outcome]) == AwardReport.Outcome.revokedBefore.rawValue
            {
                continue
            }
            let id = cell(record[column])
            guard !id.isEmpty else { continue }
            references.append(try AwardReference(id, place: "Row \(index + 1) of \(name)"))
        }
        return references
    }

    private static func cell(_ text: String) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}
