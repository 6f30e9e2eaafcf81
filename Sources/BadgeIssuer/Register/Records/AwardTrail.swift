import Encodings

/// The states that the audit trail led to, award by award.
///
/// Whether the trail itself is whole is `verifyAuditChain`'s to say; here it is taken at its word.
struct AwardTrail {
    /// The awards' ids without their common beginning, so that a million of them stay small.
    private(set) var states: [Key: AwardRecord.State] = [:]

    /// A UUID as a number.
    struct Key: Hashable {
        private let value: UInt128

        /// - Returns: `nil` for what is no award's id.
        init?(_ id: String) {
            let prefix = "urn:uuid:"
            guard id.hasPrefix(prefix), id.utf8.count == 45,
                let value = UInt128(id.dropFirst(prefix.count).filter { $0 != "-" }, radix: 16)
            else { return nil }
            self.value = value
        }

        var id: String {
            let hex = String(value, radix: 16)
            let digits = Array(String(repeating: "0", count: 32 - hex.count) + hex)
            var text = "urn:uuid:"
            for (index, digit) in digits.enumerated() {
                if [8, 12, 16, 20].contains(index) { text.append("-") }
                text.append(digit)
            }
            return text
        }
    }

    /// What an award is after an entry; nothing for an entry that concerns no award's state.
    static func step(_ json: [UInt8]) -> (key: Key, state: AwardRecord.State)? {
        guard let entry = try? JSONParser.parse(json), let event = entry["event"]?.stringValue,
            let state = outcomes[event], let subject = entry["subjects"]?.arrayValue?.first?.stringValue,
            let key = Key(subject)
        else { return nil }
        return (key, state)
    }

    /// Follows entries in their order.
    mutating func follow(_ entries: [[UInt8]]) {
        for case let (key, state)? in Parallel.map(entries, chunk: 64, Self.step) { states[key] = state }
    }

    mutating func take(_ id: String) -> AwardRecord.State? { Key(id).flatMap { states.removeValue(forKey: $0) } }

    /// What the first subject of an event is after it.
    private static let outcomes: [String: AwardRecord.State] = [
        AuditEvent.awardIssued.rawValue: .issued, AuditEvent.awardSuperseded.rawValue: .superseded,
        AuditEvent.awardRevoked.rawValue: .revoked, AuditEvent.awardSuspended.rawValue: .suspended,
        AuditEvent.awardReinstated.rawValue: .issued,
    ]
}

extension RegisterReader {
    func awardTrail() throws -> AwardTrail {
        var trail = AwardTrail()
        var open: [[UInt8]] = []
        try forEach("SELECT json FROM audit_entries ORDER BY sequence") { row in
            open.append(try row.bytes(0))
            guard open.count == 4096 else { return }
            trail.follow(open)
            open.removeAll(keepingCapacity: true)
        }
        trail.follow(open)
        return trail
    }
}
