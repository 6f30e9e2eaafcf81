import Cryptography
import Encodings

/// The key histories at hand, and what each listed issuer's come to.
///
/// A history counts for an issuer when it is of its DID and a key that the trust list pins for that issuer signed one
/// of its entries, and so accepted all before it. One that no pinned key ever signed vouches for nothing: anybody can
/// write a history, and put somebody else's public key into it. When the trust list says how the history begins, one
/// that begins otherwise is nobody's, whoever signed it. For an issuer that only a bundle's signer vouches for, the
/// history in that bundle counts as its keys do.
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
                found.history.did?.description == did && Self.isVouched(found, for: entry)
            }
            switch KeyHistory.settle(counting.map(\.history)) {
            case nil: continue
            case .fork?: answers[did] = .fork
            case .followed(let history)?:
                let found = counting.first { $0.history == history }
                // Where the receiver's own pin vouches for it, nobody else's word is needed.
                let word = entry.keys.isEmpty ? entry.word : nil
                answers[did] = .followed(
                    FollowedHistory(history, source: found?.source ?? "", word: word, material))
            }
        }
        self.answers = answers
    }

    private static func isVouched(_ found: VerificationMaterial.FoundKeyHistory, for entry: TrustedIssuer) -> Bool {
        let history = found.history
        if let start = entry.historyStart, history.start?.hasSameBytes(as: start) != true { return false }
        if entry.keys.isEmpty, found.word != nil { return true }
        return (entry.keys + entry.vouched.map(\.key)).contains { history.signers.contains($0.publicKey) }
    }

    /// The histories that are followed, to be remembered.
    var followed: [KeyHistory] {
        answers.values.compactMap { if case .followed(let followed) = $0 { followed.history } else { nil } }
    }

    var isEmpty: Bool { answers.isEmpty }

    func answer(for did: String) -> Answer { answers.isEmpty ? .none : answers[did] ?? .none }
}

/// A history that a pinned key vouches for, and the evidence that goes with it.
final class FollowedHistory: Sendable {
    let history: KeyHistory
    let source: String
    /// By whose word it counts, where the receiver pinned none of its keys.
    let word: BundleWord?
    private let evidence: [any TimeEvidence]

    init(_ history: KeyHistory, source: String, word: BundleWord?, _ material: VerificationMaterial) {
        self.history = history
        self.source = source
        self.word = word
        evidence =
            material.issuanceLists.compactMap { IssuanceEvidence($0.list, source: $0.source, in: history) }
            + material.timeEvidence
    }

    /// What shows that the signature was there before that moment.
    ///
    /// - Parameter more: what came with the signature itself; asked last.
    func evidence(
        of signature: DatedSignature, before time: Timestamp, and more: [any TimeEvidence] = []
    ) -> (any TimeEvidence)? {
        (evidence + more).first { $0.shows(signature, before: time, in: history) }
    }

    /// Whether the organisation's last entry names this very status list as one it leaves behind.
    func leavesBehind(_ list: JSONObject) -> Bool {
        guard let closing = history.closing, let id = list["id"]?.stringValue,
            let named = closing.finalLists.first(where: { $0.id.hasSameBytes(as: id) })
        else { return false }
        return named == KeyHistoryEntry.FinalList(id: id, credential: list)
    }
}
