import Cryptography
import Encodings

/// The key histories at hand, and what each listed issuer's come to.
///
/// A history counts for an issuer when it is of its DID and a key that the trust list pins for that issuer signed one
/// of its entries, and so accepted all before it. One that no pinned key ever signed vouches for nothing: anybody can
/// write a history, and put somebody else's public key into it. When the trust list says how the history begins, one
/// that begins otherwise is nobody's, whoever signed it.
struct KeyHistoryBook: Sendable {
    enum Answer: Sendable {
        case none
        /// Several contradict each other, and none decides.
        case fork
        case followed(FollowedHistory)
    }

    private let answers: [String: Answer]

    init(_ material: VerificationMaterial) {
        var answers: [String: Answer] = [:]
        let dids = Set(material.keyHistories.compactMap { $0.history.did?.description })
        for did in dids {
            guard let entry = material.trust?.issuer(did) else { continue }
            let counting = material.keyHistories.filter { found in
                found.history.did?.description == did && Self.isVouched(found.history, for: entry)
            }
            switch KeyHistory.settle(counting.map(\.history)) {
            case nil: continue
            case .fork?: answers[did] = .fork
            case .followed(let history)?:
                let source = counting.first { $0.history == history }?.source ?? ""
                answers[did] = .followed(FollowedHistory(history, source: source, material))
            }
        }
        self.answers = answers
    }

    private static func isVouched(_ history: KeyHistory, for entry: TrustedIssuer) -> Bool {
        if let start = entry.historyStart, history.start != start { return false }
        return entry.keys.contains { history.signers.contains($0.publicKey) }
    }

    var isEmpty: Bool { answers.isEmpty }

    func answer(for did: String) -> Answer { answers.isEmpty ? .none : answers[did] ?? .none }
}

/// A history that a pinned key vouches for, and the evidence that goes with it.
final class FollowedHistory: Sendable {
    let history: KeyHistory
    let source: String
    private let evidence: [any TimeEvidence]

    init(_ history: KeyHistory, source: String, _ material: VerificationMaterial) {
        self.history = history
        self.source = source
        evidence =
            material.issuanceLists.compactMap { IssuanceEvidence($0.list, source: $0.source, in: history) }
            + material.timeEvidence
    }

    /// What shows that the signature was there before that moment.
    func evidence(of signature: DatedSignature, before time: Timestamp) -> (any TimeEvidence)? {
        evidence.first { $0.shows(signature, before: time, in: history) }
    }

    /// Whether the organisation's last entry names this very status list as one it leaves behind.
    func leavesBehind(_ list: JSONObject) -> Bool {
        guard let closing = history.closing, let id = list["id"]?.stringValue,
            let named = closing.finalLists.first(where: { $0.id.hasSameBytes(as: id) })
        else { return false }
        return named == KeyHistoryEntry.FinalList(id: id, credential: list)
    }
}
