import Encodings

extension AwardReport {
    /// The report for a spreadsheet: UTF-8 with a byte order mark, semicolons, a row per row of the list.
    ///
    /// A cell that a spreadsheet could take for a formula gets an apostrophe in front. The file holds names and is
    /// to be written with mode 0600.
    package var csv: [UInt8] {
        var text = "\u{FEFF}row;outcome;code;message;person;name;passport number;credential;file\r\n"
        for finding in findings {
            text += CSVLine.text([
                "", finding.severity.rawValue, finding.code.rawValue,
                [finding.message, finding.hint].compactMap { $0 }.joined(separator: " "), "", "", "", "", "",
            ])
        }
        for row in rows {
            text += CSVLine.text([
                row.row.map(String.init) ?? "", row.outcome.rawValue, row.code, row.message, row.personID ?? "",
                row.name ?? "", row.passportNumber?.description ?? "", row.credentialID ?? "", row.file ?? "",
            ])
        }
        return Array(text.utf8)
    }
}
