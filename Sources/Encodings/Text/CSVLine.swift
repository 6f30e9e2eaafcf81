/// One line of a table for a spreadsheet.
package enum CSVLine {
    /// The cells with semicolons between them and a line break behind.
    ///
    /// A cell that a spreadsheet could take for a formula gets an apostrophe in front.
    package static func text(_ cells: [String]) -> String { cells.map(cell).joined(separator: ";") + "\r\n" }

    private static func cell(_ text: String) -> String {
        var cell = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { cell = "'" + cell }
        guard cell.unicodeScalars.contains(where: { ";\"\n\r".unicodeScalars.contains($0) }) else { return cell }
        var quoted = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
