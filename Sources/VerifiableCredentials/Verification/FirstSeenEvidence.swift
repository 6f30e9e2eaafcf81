public import Encodings

/// The receiver's own word: when it first saw a signature.
public struct FirstSeenEvidence: TimeEvidence {
    public let source: String
    private let times: [[UInt8]: Timestamp]

    /// - Parameter times: by SHA-256 of the signatures' bytes.
    public init(times: [[UInt8]: Timestamp], source: String) {
        self.times = times
        self.source = source
    }

    public var kind: String { "first-seen" }

    public func shows(_ signature: DatedSignature, before time: Timestamp, in history: KeyHistory) -> Bool {
        times[signature.digest].map { $0 < time } ?? false
    }
}
