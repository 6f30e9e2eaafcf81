/// Finds the files of each applicant among what a command was given.
package struct ApplicantIntake {
    private let names: CaseNames

    package init(_ names: CaseNames) { self.names = names }

    // MARK: One applicant

    /// All files are one person's.
    ///
    /// - Parameter caseID: the institution's own; nothing where one is to be applicant.
    /// - Throws: `ReceiverError` for a folder that can't be read or nothing at all
    package func one(
        _ paths: [String], identifiers: [String], caseID: String?
    ) throws(ReceiverError) -> [Applicant] {
        if paths.count == 1, paths[0] != "-", InputFile.kind(of: paths[0]) == .missing { throw Self.missing(paths[0]) }
        var inputs: [BatchJudge.Input] = []
        for path in TimestampFiles.leavingOut(paths) { inputs += try Self.inputs(path) }
        guard !inputs.isEmpty else { throw Self.nothing(paths) }
        let keys = identifiers.map { ApplicantKey($0).text }.sorted()
        return [
            Self.applicant(
                caseID ?? names.id(keys), reference: identifiers.first ?? "", identifiers: identifiers, inputs: inputs)
        ]
    }

    // MARK: Many

    /// A folder's files are one applicant each, and so is each folder in it; a file stands for itself.
    ///
    /// - Parameter except: files that lie among them and are none, such as the list itself.
    package func many(
        _ paths: [String], list: ApplicantList, except: [String]
    ) throws(ReceiverError) -> [Applicant] {
        if paths.count == 1, InputFile.kind(of: paths[0]) == .missing { throw Self.missing(paths[0]) }
        var entries: [(name: String, path: String)] = []
        for path in TimestampFiles.leavingOut(paths) {
            guard InputFile.kind(of: path) == .folder else {
                entries.append((Self.lastName(path), path))
                continue
            }
            let folder = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
            for name in try InputFile.names(in: folder) where !TimestampFiles.isTimestamp(name) {
                let file = "\(folder)/\(name)"
                if !except.contains(where: { InputFile.isSame($0, file) }) { entries.append((name, file)) }
            }
        }
        guard !entries.isEmpty else { throw Self.nothing(paths) }
        let entriesOfName = Dictionary(grouping: entries, by: \.name)
        var drafts: [Draft] = []
        var placeOfCase: [String: Int] = [:]
        for row in list.rows {
            let found = entriesOfName[row.file] ?? []
            var inputs: [BatchJudge.Input] = []
            for entry in found { inputs += try Self.inputs(entry.path) }
            let id = row.caseID ?? names.id(row.keys.map(\.text).sorted() + [row.file])
            if let place = placeOfCase[id] {
                drafts[place].add(row, inputs, isMissing: found.isEmpty)
            } else {
                placeOfCase[id] = drafts.count
                var draft = Draft(caseID: id)
                draft.add(row, inputs, isMissing: found.isEmpty)
                drafts.append(draft)
            }
        }
        var applicants = drafts.map(\.applicant)
        let listed = Set(list.rows.map(\.file))
        for entry in entries where !listed.contains(entry.name) {
            var one = Self.applicant(
                names.id(["", entry.name]), reference: entry.name, identifiers: [], inputs: try Self.inputs(entry.path))
            one.alerts.insert(.notListed, at: 0)
            applicants.append(one)
        }
        return Self.tellRepeated(applicants)
    }

    /// The rows of one case, put together.
    private struct Draft {
        let caseID: String
        private(set) var applicant: Applicant

        init(caseID: String) {
            self.caseID = caseID
            applicant = Applicant(caseID: caseID, reference: "", identifiers: [], inputs: [], alerts: [])
        }

        mutating func add(_ row: ApplicantList.Row, _ inputs: [BatchJudge.Input], isMissing: Bool) {
            let identifiers =
                applicant.identifiers
                + row.identifiers.filter { new in
                    !applicant.identifiers.contains { ApplicantKey($0) == ApplicantKey(new) }
                }
            let reference =
                applicant.reference.isEmpty ? row.applicant ?? row.identifiers.first ?? "" : applicant.reference
            let isMissing = isMissing || applicant.alerts.contains(.fileMissing)
            applicant = ApplicantIntake.applicant(
                caseID, reference: reference, identifiers: identifiers, inputs: applicant.inputs + inputs)
            if isMissing { applicant.alerts.append(.fileMissing) }
        }
    }

    /// Whose address stands in two cases of a run is in none of them without a look.
    private static func tellRepeated(_ applicants: [Applicant]) -> [Applicant] {
        var casesOfKey: [ApplicantKey: [Int]] = [:]
        for (index, applicant) in applicants.enumerated() where !applicant.alerts.contains(.notListed) {
            for key in applicant.keys { casesOfKey[key, default: []].append(index) }
        }
        return applicants.enumerated().map { index, applicant in
            let others = Set(applicant.keys.flatMap { casesOfKey[$0] ?? [] }).subtracting([index])
            guard !others.isEmpty, !applicant.alerts.contains(.notListed) else { return applicant }
            var told = applicant
            let ids = others.map { applicants[$0].caseID }
            told.alerts.insert(
                .repeatedApplicant(cases: ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }), at: 0)
            return told
        }
    }

    fileprivate static func applicant(
        _ caseID: String, reference: String, identifiers: [String], inputs: [BatchJudge.Input]
    ) -> Applicant {
        let isTooMany = inputs.count > Applicant.maxFiles
        return Applicant(
            caseID: caseID, reference: reference, identifiers: identifiers,
            inputs: Array(inputs.prefix(Applicant.maxFiles)),
            alerts: isTooMany ? [.tooManyFiles(limit: Applicant.maxFiles)] : [])
    }

    // MARK: Files

    /// Folders lie in folders only so deep; one that leads back to itself ends there.
    private static let maxDepth = 4

    private static func inputs(_ path: String, depth: Int = 0) throws(ReceiverError) -> [BatchJudge.Input] {
        if path == "-" { return [.standardInput] }
        guard InputFile.kind(of: path) == .folder else { return [.file(path)] }
        guard depth < maxDepth else { return [] }
        let folder = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
        var inputs: [BatchJudge.Input] = []
        for name in try InputFile.names(in: folder) where !TimestampFiles.isTimestamp(name) {
            inputs += try Self.inputs("\(folder)/\(name)", depth: depth + 1)
        }
        return inputs
    }

    private static func lastName(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func missing(_ path: String) -> ReceiverError {
        ReceiverError(.missing, "There is no file \(InputFile.name(path)).", hint: "Check the name and the folder.")
    }

    private static func nothing(_ paths: [String]) -> ReceiverError {
        ReceiverError(
            .missing, "\"\(paths.joined(separator: "\", \""))\" holds no files.",
            hint: "Name an applicant's file, or the folder it lies in.")
    }
}
