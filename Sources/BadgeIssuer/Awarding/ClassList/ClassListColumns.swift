/// Which column of a class list holds which field.
struct ClassListColumns: Sendable {
    /// The field of each column, left to right; nothing for a column without a header.
    let fields: [AwardField?]

    /// - Parameter choices: headers that the teacher has named herself; they come before the known ones.
    /// - Throws: `AwardError` `csv.header` for one that is unknown or stands twice. The message shows a header only
    ///   where it can't be a learner's data in a file that has no header row.
    init(header: [String], choices: [ClassList.ColumnChoice]) throws(AwardError) {
        let names = header.map(AwardField.normalised)
        var fields = names.map { AwardField(header: $0) }
        for choice in choices {
            guard let column = names.firstIndex(of: AwardField.normalised(choice.header)) else {
                throw AwardError(
                    .csvHeader, "The class list has no column headed as was asked for \(choice.field.rawValue).",
                    hint: "Write the header as it stands in the file's first row.")
            }
            fields[column] = choice.field
        }
        let hasKnownHeader = fields.contains { $0 != nil }
        for (column, field) in fields.enumerated() where field == nil && !names[column].isEmpty {
            guard hasKnownHeader else {
                throw AwardError(
                    .csvHeader, "The first row of the class list names no column that is known.",
                    hint: "The first row must be the header. \(Self.knownHeaders)")
            }
            throw AwardError(
                .csvHeader, "Column \(column + 1) of the class list\(Self.shown(header[column])) is not known.",
                hint: "Rename it, or leave it out with --column ignored=HEADER. \(Self.knownHeaders)")
        }
        for (column, field) in fields.enumerated() {
            guard let field, field != .ignored, let other = fields[..<column].firstIndex(of: field) else { continue }
            throw AwardError(
                .csvHeader, "Columns \(other + 1) and \(column + 1) of the class list both mean \(field.rawValue).",
                hint: "Leave one of them out.")
        }
        guard hasKnownHeader else {
            throw AwardError(
                .csvHeader, "The class list has no header row.", hint: "Give it one. \(Self.knownHeaders)")
        }
        self.fields = fields
    }

    private static let knownHeaders =
        "Known are: " + AwardField.columns.map { $0.headers.first ?? $0.rawValue }.joined(separator: ", ")
        + "; in Finnish and Swedish too."

    /// The header in quotation marks, when it reads like one.
    private static func shown(_ header: String) -> String {
        let isPlain = header.count <= 40 && header.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0 == "_" }
        return isPlain ? " (\"\(header)\")" : ""
    }
}
