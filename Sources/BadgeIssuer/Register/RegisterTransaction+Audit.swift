package import Encodings
import GRDB

extension RegisterTransaction {
    /// Adds an entry to the audit trail.
    ///
    /// The trail itself gets ids, codes and, for people, commitments under a fresh salt each. The salts stay outside
    /// of it and can be erased without breaking it.
    ///
    /// - Parameters:
    ///   - who: a reference to the member of staff; goes in as a commitment.
    ///   - subjects: ids of awards, achievements, keys or lists; they stay readable for ever.
    ///   - persons: register ids of the persons it concerns; go in as commitments.
    ///   - code: a reason code.
    /// - Throws: `register.audit-reference` when a text isn't an id or a code, `register.person-missing`.
    package func appendAudit(
        _ event: AuditEvent, who: String? = nil, subjects: [String] = [], persons: [String] = [],
        code: String? = nil, at now: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws(RegisterError) {
        for text in subjects + [event.rawValue, code, who].compactMap(\.self) where !AuditChain.isReference(text) {
            throw RegisterError(
                .auditReference, "A reference for the audit trail isn't an id or a code.",
                hint: "Use a short reference without spaces and @, such as a staff number.")
        }
        let previous = try currentAuditHead()
        let sequence = previous.count
        // Place 0 is who did it, the persons follow.
        var salts: [(position: Int, person: Int?, who: String?, salt: [UInt8])] = []
        var whoCommitment: String?
        if let who {
            let salt = AuditCommitment.salt(using: &generator)
            whoCommitment = AuditCommitment.text(of: who, salt: salt)
            salts.append((0, nil, who, salt))
        }
        var people: [String] = []
        for id in persons {
            let salt = AuditCommitment.salt(using: &generator)
            people.append(AuditCommitment.text(of: id, salt: salt))
            salts.append((people.count, try personNumber(id), nil, salt))
        }
        let json = AuditChain.json(
            sequence: sequence, at: now, event: event, subjects: subjects, people: people, who: whoCommitment,
            code: code)
        let hash = AuditChain.hash(after: previous.hash, json)
        try execute(
            "INSERT INTO audit_entries (sequence, json, hash) VALUES (?, ?, ?)", [sequence, json.blob, hash.blob])
        for row in salts {
            try execute(
                "INSERT INTO audit_salts (entry, position, person, who, salt) VALUES (?, ?, ?, ?, ?)",
                [sequence, row.position, row.person, row.who, row.salt.blob])
        }
        auditHead = AuditHead(count: sequence + 1, hash: hash)
    }

    /// Keeps a signed head of the trail.
    package func recordCheckpoint(_ checkpoint: AuditCheckpoint) throws(RegisterError) {
        try execute(
            "INSERT INTO checkpoints (count, hash, at, signed_bytes) VALUES (?, ?, ?, ?)",
            [
                checkpoint.head.count, checkpoint.head.hash.blob, checkpoint.at.seconds, checkpoint.signedBytes.blob,
            ])
    }

    private func currentAuditHead() throws(RegisterError) -> AuditHead {
        if let auditHead { return auditHead }
        return try auditTrailHead()
    }
}
