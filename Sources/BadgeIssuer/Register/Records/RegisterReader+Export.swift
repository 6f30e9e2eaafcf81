import Encodings
import GRDB

extension RegisterReader {
    /// When a person was recorded and last changed.
    func personTimes(_ id: String) throws(RegisterError) -> (created: Timestamp, changed: Timestamp) {
        guard let row = try first("SELECT created_at, changed_at FROM persons WHERE id = ?", [id]) else {
            throw RegisterError(.personMissing, "The person isn't in the register.")
        }
        return (try row.instant(0), try row.instant(1))
    }

    /// The audit trail's entries about a person, with the salts by which they can be told.
    func auditEntries(about id: String) throws(RegisterError) -> [(entry: AuditEntry, salt: [UInt8])] {
        let sql: StaticString = """
            SELECT e.sequence, e.json, e.hash, s.position, s.salt,
                (SELECT who FROM audit_salts w WHERE w.entry = e.sequence AND w.position = 0)
            FROM audit_salts s JOIN audit_entries e ON e.sequence = s.entry
            WHERE s.person = (SELECT number FROM persons WHERE id = ?) ORDER BY e.sequence
            """
        var entries: [(AuditEntry, [UInt8])] = []
        for row in try all(sql, [id]) {
            let entry = AuditEntry(
                sequence: try row.number(0), json: try row.bytes(1), hash: try row.bytes(2), personIDs: [id],
                who: row.optionalText(5))
            entries.append((entry, try row.bytes(4)))
        }
        return entries
    }

    /// Rows of further tables that refer to a person, as a later schema may have: nothing that is held is left out.
    func otherRows(about id: String) throws -> [(table: String, row: JSONObject)] {
        let known: Set = ["identifiers", "awards", "audit_salts"]
        let number = try personNumber(id)
        var found: [(String, JSONObject)] = []
        for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
            let links = try Row.fetchAll(
                db, sql: "SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE \"table\" = 'persons'",
                arguments: [table])
            guard let column = links.first.flatMap({ String.fromDatabaseValue($0[0]) }), !known.contains(table) else {
                continue
            }
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier) WHERE \(column.quotedDatabaseIdentifier) = ?",
                arguments: [number])
            for row in rows {
                found.append((table, JSONObject(row.map { name, value in (name, Self.json(value)) })))
            }
        }
        return found
    }

    private static func json(_ value: DatabaseValue) -> JSONValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .number(JSONNumber(Int(number)))
        case .double(let number): .string("\(number)")
        case .string(let text): .string(text)
        // What somebody wrote in JSON is readable as it is.
        case .blob(let data):
            (try? JSONParser.parse([UInt8](data)))?.objectValue.map(JSONValue.object)
                ?? .string("u" + Base64URL.encode(data))
        }
    }
}
