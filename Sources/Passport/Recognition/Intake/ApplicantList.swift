/// Which file is whose: a table with the file or folder, the case, and what the applicant goes by.
///
/// Rows of one case belong to one applicant, who sent several files.
package struct ApplicantList: Sendable {
    package struct Row: Sendable, Hashable {
        /// As a spreadsheet counts: the header is row 1.
        package let number: Int
        /// The name of a file or folder, without what stands before it.
        package let file: String
        /// The institution's own id of the case; nothing where one is to be made.
        package let caseID: String?
        /// By what name the institution knows the applicant; nothing for the first identifier.
        package let applicant: String?
        package let identifiers: [String]
    }

    package let rows: [Row]

    /// A large university's applicants of a year.
    package static let maxBytes = 8 << 20
    package static let maxRows = 50_000
    /// A case number is a word or two, and becomes a file's name.
    private static let maxCaseBytes = 200

    /// What a column says.
    enum Column: Sendable {
        case file, caseID, applicant, identifier
        /// Names of people are for those who read the table.
        case ignored

        private static let headers: [(Column, [String])] = [
            (.file, ["file", "folder", "tiedosto", "kansio", "fil", "mapp"]),
            (.caseID, ["case", "case id", "case number", "asia", "asianumero", "ärende", "ärendenummer"]),
            (.applicant, ["applicant", "applicant id", "hakija", "hakijanumero", "sökande", "sökandenummer"]),
            (
                .identifier,
                [
                    "identifier", "identifiers", "email", "e mail", "passport number", "did", "tunniste", "tunnisteet",
                    "sähköposti", "passinumero", "identifierare", "e post", "passnummer",
                ]
            ),
            (
                .ignored,
                ["name", "given name", "family name", "nimi", "etunimi", "sukunimi", "namn", "förnamn", "efternamn"]
            ),
        ]

        init?(header: String) {
            let words = header.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: " ")
            guard let found = Self.headers.first(where: { $0.1.contains(words) }) else { return nil }
            self = found.0
        }
    }

    /// - Parameter isIdentityCode: finds personal identity codes, which may stand nowhere.
    /// - Throws: `RecognitionError` `recognition.applicants`, which names rows and never what stands in them.
    package static func read(
        _ bytes: [UInt8], refusing isIdentityCode: (String) -> Bool
    ) throws(RecognitionError) -> ApplicantList {
        let records = try ApplicantTable(bytes).records
        let columns = try columns(records.first ?? [])
        var rows: [Row] = []
        for (index, record) in records.enumerated().dropFirst() where !record.isEmpty {
            let number = index + 1
            guard record.count == columns.count else {
                throw refusal(
                    "Row \(number) of the list of applicants has \(record.count) cells, and the header \(columns.count).",
                    hint: "A text with the separator in it must stand in quotation marks.")
            }
            guard !record.contains(where: isIdentityCode) else {
                throw refusal(
                    "Row \(number) of the list of applicants has what looks like a Finnish personal identity code.",
                    hint: "Take it out; it is never needed here. Name people by the addresses their badges name.")
            }
            rows.append(try row(number, record, columns))
            guard rows.count <= maxRows else {
                throw refusal("The list of applicants has more than \(maxRows) rows.", hint: "Split it into parts.")
            }
        }
        guard !rows.isEmpty else {
            throw refusal("The list of applicants names nobody.", hint: "Write one file or folder in each row.")
        }
        try checkOnce(rows)
        return ApplicantList(rows: rows)
    }

    // MARK: Columns and rows

    private static let known =
        "It has the columns file, case and identifiers (tiedosto, asia, tunnisteet; fil, ärende, identifierare), and "
        + "applicant (hakija, sökande) where you know people by a number of your own."

    private static func columns(_ header: [String]) throws(RecognitionError) -> [Column] {
        var columns: [Column] = []
        for (index, name) in header.enumerated() {
            guard let column = Column(header: name) else {
                throw refusal("Column \(index + 1) of the list of applicants is not known.", hint: known)
            }
            let isTwice =
                switch column {
                case .file, .caseID, .applicant: columns.contains { $0 == column }
                case .identifier, .ignored: false
                }
            guard !isTwice else {
                throw refusal(
                    "Column \(index + 1) of the list of applicants means the same as one before it.",
                    hint: "Leave one of them out.")
            }
            columns.append(column)
        }
        guard columns.contains(where: { $0 == .file }) else {
            throw refusal("The list of applicants has no column for the file.", hint: known)
        }
        return columns
    }

    private static func row(_ number: Int, _ cells: [String], _ columns: [Column]) throws(RecognitionError) -> Row {
        func cell(_ column: Column) -> String? {
            columns.firstIndex { $0 == column }.flatMap { cells[$0].isEmpty ? nil : cells[$0] }
        }
        guard let file = cell(.file).map(name), !file.isEmpty, file != ".", file != ".." else {
            throw refusal(
                "Row \(number) of the list of applicants names no file.", hint: "Name a file or folder in each row.")
        }
        let caseID = cell(.caseID)
        guard caseID.map({ $0.utf8.count <= maxCaseBytes && !$0.unicodeScalars.contains(where: isControl) }) ?? true
        else {
            throw refusal(
                "Row \(number) of the list of applicants has a case that can't be one.",
                hint: "A case's id has at most \(maxCaseBytes) bytes and no line breaks.")
        }
        let identifiers = zip(columns, cells).filter { $0.0 == .identifier }.flatMap { Self.identifiers(in: $0.1) }
        guard !identifiers.isEmpty || cell(.applicant) != nil else {
            throw refusal(
                "Row \(number) of the list of applicants doesn't say who it is.",
                hint: "Give an address, a DID or a passport number that the badges could name.")
        }
        return Row(
            number: number, file: file, caseID: caseID, applicant: cell(.applicant), identifiers: identifiers)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
    }

    /// The last part of a path.
    private static func name(_ path: String) -> String {
        var rest = path[...]
        while rest.last == "/" { rest.removeLast() }
        return rest.lastIndex(of: "/").map { String(rest[rest.index(after: $0)...]) } ?? String(rest)
    }

    /// Several may stand in one cell. Passport numbers may have spaces in them, addresses and DIDs have none.
    static func identifiers(in cell: String) -> [String] {
        cell.split { ",;|".contains($0) || $0.isNewline }.flatMap { part -> [String] in
            let words = part.split(whereSeparator: \.isWhitespace)
            let isWords = words.allSatisfy { $0.contains("@") || $0.hasPrefix("did:") }
            return isWords ? words.map(String.init) : [words.joined(separator: " ")]
        }.filter { !$0.isEmpty }
    }

    // MARK: Each once

    private static func checkOnce(_ rows: [Row]) throws(RecognitionError) {
        var rowOfFile: [String: Int] = [:]
        var rowsOfCase: [String: [Row]] = [:]
        for row in rows {
            if let other = rowOfFile.updateValue(row.number, forKey: row.file) {
                throw refusal(
                    "Rows \(other) and \(row.number) of the list of applicants name the same file.",
                    hint: "A file belongs to one applicant; leave one of the rows out.")
            }
            guard let id = row.caseID else { continue }
            if let other = rowsOfCase[id]?.first(where: { !$0.isSamePerson(as: row) }) {
                throw refusal(
                    "Rows \(other.number) and \(row.number) of the list of applicants give one case to two people.",
                    hint: "Give each applicant a case of their own; several files of one applicant may share one.")
            }
            rowsOfCase[id, default: []].append(row)
        }
    }

    static func refusal(_ message: String, hint: String) -> RecognitionError {
        RecognitionError(.applicants, message, hint: hint)
    }
}

extension ApplicantList.Row {
    var keys: Set<ApplicantKey> { Set((identifiers + [applicant].compactMap(\.self)).map(ApplicantKey.init)) }

    func isSamePerson(as other: ApplicantList.Row) -> Bool { !keys.isDisjoint(with: other.keys) }
}
