import Encodings
import GRDB

extension RegisterReader {
    /// The trail's end now.
    package func auditTrailHead() throws(RegisterError) -> AuditHead {
        guard let row = try first("SELECT sequence, hash FROM audit_entries ORDER BY sequence DESC LIMIT 1") else {
            return AuditChain.empty
        }
        return AuditHead(count: try row.number(0) + 1, hash: try row.bytes(1))
    }

    /// The entries from `sequence` on, at most `limit`; without salts that were erased, `who` and persons are unknown.
    package func auditEntries(from sequence: Int = 0, limit: Int = .max) throws(RegisterError) -> [AuditEntry] {
        var entries: [AuditEntry] = []
        do {
            try forEachLink(from: sequence) { link in
                guard entries.count < limit else { return false }
                entries.append(link.entry)
                return true
            }
        } catch { throw RegisterError(sqlite: error) }
        return entries
    }

    /// The newest signed head that is kept here.
    package func latestCheckpoint() throws(RegisterError) -> AuditCheckpoint? {
        guard let row = try first(Self.newestCheckpoint, []) else { return nil }
        return try Self.checkpoint(row)
    }

    /// Follows the trail from its first entry: every link, every commitment whose salt is kept, every checkpoint.
    ///
    /// - Parameter others: checkpoints that were kept elsewhere. Without one, cutting off the end together with the
    ///   checkpoints here, or a trail that was computed anew, can't be noticed. Their signatures are the caller's.
    package func verifyAuditChain(against others: [AuditCheckpoint] = []) throws(RegisterError) -> AuditResult {
        var heads: [Int: [[UInt8]]] = [:]
        for row in try all(Self.allCheckpoints, []) {
            let head = try Self.checkpoint(row).head
            heads[head.count, default: []].append(head.hash)
        }
        for other in others { heads[other.head.count, default: []].append(other.head.hash) }

        var end = AuditChain.empty
        var found: AuditBreak?
        func compare() -> AuditBreak.Reason? {
            heads.removeValue(forKey: end.count)?.allSatisfy { $0 == end.hash } == false ? .checkpoint : nil
        }
        do {
            if let reason = compare() { return .broken(AuditBreak(sequence: 0, reason: reason)) }
            try forEachLink(from: 0) { link in
                var reason = link.fault(after: end)
                if reason == nil {
                    end = AuditHead(count: end.count + 1, hash: link.entry.hash)
                    reason = compare()
                }
                found = reason.map { AuditBreak(sequence: link.entry.sequence, reason: $0) }
                return found == nil
            }
        } catch { throw RegisterError(sqlite: error) }
        if let found { return .broken(found) }
        if heads.keys.contains(where: { $0 > end.count || $0 < 0 }) {
            return .broken(AuditBreak(sequence: end.count, reason: .cut))
        }
        return .consistent(end)
    }

    private static let allCheckpoints = RegisterStatement("SELECT \(checkpointColumns)")
    private static let newestCheckpoint = RegisterStatement(
        "SELECT \(checkpointColumns) ORDER BY number DESC LIMIT 1")
    private static let checkpointColumns = "count, hash, at, signed_bytes FROM checkpoints"

    private static func checkpoint(_ row: RegisterRow) throws(RegisterError) -> AuditCheckpoint {
        AuditCheckpoint(
            head: AuditHead(count: try row.number(0), hash: try row.bytes(1)), at: try row.instant(2),
            signedBytes: try row.bytes(3))
    }

    /// Goes through the entries with their salts, one at a time, until `body` says it has enough.
    private func forEachLink(from sequence: Int, _ body: (AuditLink) throws -> Bool) throws {
        let sql = """
            SELECT e.sequence, e.json, e.hash, s.position, coalesce(p.id, s.who), s.salt
            FROM audit_entries e LEFT JOIN audit_salts s ON s.entry = e.sequence
                LEFT JOIN persons p ON p.number = s.person
            WHERE e.sequence >= ? ORDER BY e.sequence, s.position
            """
        let cursor = try Row.fetchCursor(db.makeStatement(sql: sql), arguments: [sequence])
        var open: AuditLink?
        while let row = try cursor.next().map(RegisterRow.init) {
            let number = try row.number(0)
            if let link = open, link.sequence != number {
                guard try body(link) else { return }
                open = nil
            }
            var link = try open ?? AuditLink(sequence: number, json: row.bytes(1), hash: row.bytes(2))
            if let position = row.optionalNumber(3) {
                link.openings.append(
                    .init(position: position, reference: try row.text(4), salt: try row.bytes(5)))
            }
            open = link
        }
        if let open { _ = try body(open) }
    }
}
