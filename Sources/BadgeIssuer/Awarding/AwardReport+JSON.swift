package import Encodings

extension AwardReport {
    package static let format = "passport.award/1"

    /// One object per row, in the order of the rows: the lines of `--json`.
    package var jsonLines: [JSONObject] { rows.map(json) }

    private func json(_ row: Row) -> JSONObject {
        var object: JSONObject = ["format": .string(Self.format)]
        object["row"] = row.row.map { .number(JSONNumber($0)) } ?? .null
        object["badge"] = .string(slug)
        object["version"] = .number(JSONNumber(version))
        object["outcome"] = .string(row.outcome.rawValue)
        object["dryRun"] = .bool(isDryRun)
        object["code"] = .string(row.code)
        object["message"] = .string(row.message)
        func add(_ name: String, _ value: String?) { object[name] = value.map(JSONValue.string) ?? .null }
        add("person", row.personID)
        add("name", row.name)
        add("passportNumber", row.passportNumber?.description)
        add("credential", row.credentialID)
        add("supersedes", row.supersededID)
        add("file", row.file)
        // What concerns the whole list is said on each line, unless the line says it of itself.
        let common = findings.filter { finding in !row.findings.contains { $0.code == finding.code } }
        object["findings"] = .array((common + row.findings).map(Self.json))
        return object
    }

    private static func json(_ finding: AwardFinding) -> JSONValue {
        var object: JSONObject = [
            "severity": .string(finding.severity.rawValue), "code": .string(finding.code.rawValue),
            "message": .string(finding.message),
        ]
        object["field"] = finding.field.map { .string($0.rawValue) }
        object["hint"] = finding.hint.map(JSONValue.string)
        return .object(object)
    }
}
