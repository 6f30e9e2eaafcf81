import Dispatch
package import Encodings
import Synchronization

/// Goes through every stored award: digest, signature and contents, its state as the audit trail led to it, and its
/// place in the status list.
///
/// Who can write the register can bend its tables and its trail alike, but can't sign; what was signed is judged here,
/// and the trail's own wholeness by `verifyAuditChain`.
package struct RegisterCheck: Sendable {
    package struct Summary: Sendable, Hashable {
        /// Awards that were looked at.
        package var awards = 0
        /// Those whose signed bytes were erased with the person; their record alone was looked at.
        package var erased = 0
        package var faults = 0
    }

    /// Awards that are read and then judged together: enough to keep all cores busy, few enough to stay small.
    static let window = 512

    private let judge: StoredAwardJudge

    /// - Throws: `WorkspaceError` when the workspace's own keys can't be read; `ErasureError` `erasure.journal`.
    package init(_ workspace: Workspace, at now: Timestamp) throws {
        judge = try StoredAwardJudge(workspace, at: now)
    }

    /// Checks one moment of the register; awarding may go on meanwhile.
    ///
    /// - Parameters:
    ///   - receive: told of each fault, in the order of the awards.
    ///   - progress: told now and then how many awards were looked at.
    package func run(
        _ register: Register, progress: (Int) -> Void = { _ in }, receive: (RecordError) throws -> Void
    ) throws -> Summary {
        try register.read { reader in
            try reader.checkIntegrity()
            var summary = Summary()
            func found(_ fault: RecordError) throws {
                summary.faults += 1
                try receive(fault)
            }
            var trail = try reader.awardTrail()
            var awards = try reader.storedAwards(after: 0, limit: Self.window)
            while let end = awards.last {
                // The next ones are read while these are judged.
                let judging = Judging(awards, by: judge)
                let next = Result { try reader.storedAwards(after: end.number, limit: Self.window) }
                for (award, fault) in zip(awards, judging.faults()) {
                    if let fault { try found(fault) }
                    if let fault = Self.compare(award, trail.take(award.id)) { try found(fault) }
                    summary.erased += award.bytes == nil && award.isUnlinked ? 1 : 0
                }
                summary.awards += awards.count
                progress(summary.awards)
                awards = try next.get()
            }
            for id in trail.states.keys.map(\.id).sorted() {
                try found(RecordError(.missing, award: id, "is in the audit trail, and its record is gone"))
            }
            try checkTranscripts(reader, receive: found)
            return summary
        }
    }

    private func checkTranscripts(_ reader: RegisterReader, receive: (RecordError) throws -> Void) throws {
        var trail = try reader.transcriptTrail()
        for record in try reader.allTranscripts() {
            if let fault = judge.fault(of: record, bytes: try reader.transcriptBytes(record.id)) { try receive(fault) }
            guard let isWithdrawn = trail.removeValue(forKey: record.id) else {
                try receive(RecordError(.unrecorded, transcript: record.id, "isn't known to the audit trail"))
                continue
            }
            if isWithdrawn != record.isWithdrawn {
                try receive(
                    RecordError(
                        .statusBit, transcript: record.id,
                        "is \(isWithdrawn ? "withdrawn" : "in force") by the audit trail, and its place in the status "
                            + "list says otherwise"))
            }
        }
        for id in trail.keys.sorted() {
            try receive(RecordError(.missing, transcript: id, "is in the audit trail, and its record is gone"))
        }
    }

    /// Awards that are being judged on all cores.
    private final class Judging: Sendable {
        private let results = Mutex<[RecordError?]>([])
        private let group = DispatchGroup()

        init(_ awards: [StoredAward], by judge: StoredAwardJudge) {
            DispatchQueue.global().async(group: group) { [self] in
                let faults = Parallel.map(awards) { judge.fault(of: $0) }
                results.withLock { $0 = faults }
            }
        }

        /// In the order of the awards, when all are judged.
        func faults() -> [RecordError?] {
            group.wait()
            return results.withLock { $0 }
        }
    }

    private static func compare(_ award: StoredAward, _ expected: AwardRecord.State?) -> RecordError? {
        guard let expected else {
            return RecordError(.unrecorded, award: award.id, "isn't known to the audit trail")
        }
        guard award.state != expected else { return nil }
        return RecordError(
            .state, award: award.id,
            "is recorded as \(award.state.rawValue), and the audit trail says \(expected.rawValue)")
    }
}
