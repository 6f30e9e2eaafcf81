import GRDB

extension RegisterReader {
    /// All status lists by number, with their published form.
    package func statusLists() throws(RegisterError) -> [StatusListRecord] {
        let sql: StaticString = """
            SELECT number, purpose, size, allocated, created_at, signed_bytes, content_digest, valid_from
            FROM status_lists ORDER BY number
            """
        var lists: [StatusListRecord] = []
        for row in try all(sql) {
            var signed: StatusListRecord.Signed?
            if let bytes = row.optionalBytes(5) {
                signed = StatusListRecord.Signed(
                    bytes: bytes, contentDigest: try row.bytes(6), validFrom: try row.instant(7))
            }
            lists.append(
                StatusListRecord(
                    number: try row.number(0), purpose: try row.word(1), size: try row.number(2),
                    allocated: try row.number(3), created: try row.instant(4), signed: signed))
        }
        return lists
    }

    /// The places of a list whose bit is set, ascending.
    package func setBits(list: Int) throws(RegisterError) -> [Int] {
        let sql: StaticString = "SELECT position FROM status_entries WHERE list = ? AND bit = 1 ORDER BY position"
        var places: [Int] = []
        for row in try all(sql, [list]) { places.append(try row.number(0)) }
        return places
    }
}
