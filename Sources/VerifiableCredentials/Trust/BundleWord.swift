public import Encodings

/// By whose word something is believed that the receiver didn't pin, and as of when.
public struct BundleWord: Sendable, Hashable {
    /// The DID of the signer.
    public let signer: String
    public let asOf: Timestamp
    public let validUntil: Timestamp
    public let sequence: Int
    /// Where the bundle was found.
    public let source: String
    /// Whether it is too old to vouch for anybody, at the time and by the policy that is judged by.
    var isOver = false

    init(signer: String, asOf: Timestamp, validUntil: Timestamp, sequence: Int, source: String) {
        self.signer = signer
        self.asOf = asOf
        self.validUntil = validUntil
        self.sequence = sequence
        self.source = source
    }

    public func ageDays(at now: Timestamp) -> Int { max(0, asOf.seconds(until: now) / 86_400) }

    /// Whether it is too old to vouch for anybody.
    public func isStale(at now: Timestamp, maxAgeDays: Int) -> Bool {
        now > min(validUntil, asOf.adding(seconds: maxAgeDays * 86_400))
    }

    /// Of two words for the same the one that still counts is taken, then the newer.
    func isBetter(than other: BundleWord?) -> Bool {
        guard let other else { return true }
        return isOver == other.isOver ? asOf > other.asOf : !isOver
    }

    /// As reports and listings tell it.
    public func json(at now: Timestamp) -> JSONObject {
        [
            "signer": .string(signer), "asOf": .string(asOf.description),
            "ageDays": .number(JSONNumber(ageDays(at: now))), "validUntil": .string(validUntil.description),
            "sequence": .number(JSONNumber(sequence)), "source": .string(source),
        ]
    }
}
