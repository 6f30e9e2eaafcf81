import Cryptography
import Encodings

/// The key histories at hand, and what each listed issuer's come to.
///
/// A history counts for an issuer when it is of its DID and a key that the trust list pins for that issuer signed one
/// of its entries, and so accepted all before it. One that no pinned key ever signed vouches for nothing: anybody can
/// write a history, and put somebody else's public key into it. When the trust list says how the history begins, one
/// that begins otherwise is nobody's, whoever signed it. For an issuer that only a bundle's signer vouches for, the
/// history in that bundle counts as its keys do, and so does one that goes on from it or from those keys; where the
/// receiver pinned a key itself, no bundle's word makes a history count.
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
        for (did, all) in Dictionary(grouping: material.keyHistories, by: { $0.history.did?.description ?? "" }) {
            guard let entry = material.trust?.issuer(did) else { continue }
            let found = all.filter { found in
                entry.historyStart.map { found.history.start?.hasSameBytes(as: $0) == true } ?? true
            }
            // Whoever pinned a key needs nobody else's word.
            let told = entry.keys.isEmpty ? found.filter { $0.word != nil } : []
            var roots = Set((entry.keys.isEmpty ? entry.vouched.map(\.key) : entry.keys).map(\.publicKey))
            for one in told { roots.formUnion(one.history.signers) }
            let counting = found.filter { !$0.history.signers.isDisjoint(with: roots) }
            switch KeyHistory.settle(counting.map(\.history)) {
            case nil: continue
            case .fork?: answers[did] = .fork
            case .followed(let history)?:
                if let signer = history.did.flatMap({ material.trust?.bundleSigner($0) }) {
                    roots.formUnion(signer.keys.map(\.publicKey))
                }
                answers[did] = .followed(
                    FollowedHistory(
                        history, source: counting.first { $0.history == history }?.source ?? "",
                        word: Self.word(for: history, told: told, entry), roots: roots, material))
            }
        }
        self.answers = answers
    }

    /// The best word that a history rests on, where the receiver pinned none of its keys.
    private static func word(
        for history: KeyHistory, told: [VerificationMaterial.FoundKeyHistory], _ entry: TrustedIssuer
    ) -> BundleWord? {
        guard entry.keys.isEmpty else { return nil }
        let words =
            told.compactMap(\.word)
            + entry.vouched.filter { history.signers.contains($0.key.publicKey) }.map(\.word)
        return words.reduce(nil) { best, word in word.isBetter(than: best) ? word : best } ?? entry.word
    }

    /// The histories that are followed, to be remembered.
    var followed: [VerificationLearning.History] {
        answers.values.compactMap { answer in
            guard case .followed(let followed) = answer else { return nil }
            return VerificationLearning.History(followed.history, roots: followed.roots)
        }
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
    /// The keys by which it counts.
    let roots: Set<PublicKey>
    private let evidence: [any TimeEvidence]

    init(
        _ history: KeyHistory, source: String, word: BundleWord?, roots: Set<PublicKey>,
        _ material: VerificationMaterial
    ) {
        self.history = history
        self.roots = roots
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
