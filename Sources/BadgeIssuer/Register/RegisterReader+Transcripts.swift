import Encodings
import GRDB

extension RegisterReader {
    /// A person's transcripts in the order in which they were made.
    package func transcripts(of personID: String) throws(RegisterError) -> [TranscriptRecord] {
        var records: [TranscriptRecord] = []
        for row in try all(Self.transcriptsOfPerson, [personID]) { records.append(try Self.transcript(row)) }
        return records
    }

    package func transcript(_ id: String) throws(RegisterError) -> TranscriptRecord? {
        guard let row = try first(Self.transcriptByID, [id]) else { return nil }
        return try Self.transcript(row)
    }

    /// Every transcript that was ever made, those of erased persons too.
    func allTranscripts() throws(RegisterError) -> [TranscriptRecord] {
        var records: [TranscriptRecord] = []
        for row in try all(Self.everyTranscript, []) { records.append(try Self.transcript(row)) }
        return records
    }

    /// The transcript that has a place in a status list.
    func transcript(at list: Int, _ position: Int) throws(RegisterError) -> TranscriptRecord? {
        guard let row = try first(Self.transcriptByPlace, [list, position]) else { return nil }
        return try Self.transcript(row)
    }

    /// Whether each transcript is withdrawn, as the audit trail led to it.
    func transcriptTrail() throws -> [String: Bool] {
        let outcomes: [String: Bool] = [
            AuditEvent.transcriptIssued.rawValue: false, AuditEvent.transcriptWithdrawn.rawValue: true,
        ]
        var trail: [String: Bool] = [:]
        try forEach(
            "SELECT json FROM audit_entries WHERE instr(json, CAST('\"transcript.' AS BLOB)) > 0 ORDER BY sequence"
        ) { row in
            let entry = try JSONParser.parse(try row.bytes(0))
            guard let event = entry["event"]?.stringValue, let isWithdrawn = outcomes[event],
                let id = entry["subjects"]?.arrayValue?.first?.stringValue
            else { return }
            trail[id] = isWithdrawn
        }
        return trail
    }

    /// The bytes as they were signed; `nil` after erasure.
    package func transcriptBytes(_ id: String) throws(RegisterError) -> [UInt8]? {
        try first(
            "SELECT bytes FROM transcript_files WHERE transcript = (SELECT number FROM transcripts WHERE id = ?)", [id])?
            .bytes(0)
    }

    /// A transcript that was made of the same and isn't withdrawn.
    func transcript(of personID: String, withContent digest: [UInt8]) throws(RegisterError) -> TranscriptRecord? {
        guard let row = try first(Self.transcriptByContent, [personID, digest.blob]) else { return nil }
        return try Self.transcript(row)
    }

    private static func transcript(_ row: RegisterRow) throws(RegisterError) -> TranscriptRecord {
        TranscriptRecord(
            id: try row.text(0), personID: row.optionalText(1),
            place: StatusAllocation(
                purpose: try row.word(2), list: try row.number(3), index: try row.number(4)),
            verificationMethod: try row.text(5), signedAt: try row.instant(6), signatureDigest: try row.bytes(7),
            isWithdrawn: try row.number(8) == 1)
    }

    private static let transcriptsOfPerson = RegisterStatement(
        "\(selectTranscript) WHERE t.person = (SELECT number FROM persons WHERE id = ?) ORDER BY t.number")
    private static let transcriptByID = RegisterStatement("\(selectTranscript) WHERE t.id = ?")
    private static let everyTranscript = RegisterStatement("\(selectTranscript) ORDER BY t.number")
    private static let transcriptByPlace = RegisterStatement(
        "\(selectTranscript) WHERE t.list = ? AND t.position = ?")
    private static let transcriptByContent = RegisterStatement(
        """
        \(selectTranscript) JOIN transcript_files f ON f.transcript = t.number
        WHERE t.person = (SELECT number FROM persons WHERE id = ?) AND f.content_digest = ? AND e.bit = 0
        ORDER BY t.number DESC LIMIT 1
        """)
    private static let selectTranscript = """
        SELECT t.id, p.id, l.purpose, t.list, t.position, k.verification_method, t.signed_at, t.signature_digest, e.bit
        FROM transcripts t JOIN status_entries e ON e.list = t.list AND e.position = t.position
            JOIN status_lists l ON l.number = t.list JOIN signing_keys k ON k.number = t.signing_key
            LEFT JOIN persons p ON p.number = t.person
        """
}
