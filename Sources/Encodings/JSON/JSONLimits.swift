/// How much of a JSON text from a stranger is read before it is refused.
public struct JSONLimits: Sendable, Hashable {
    public var maxBytes: Int
    public var maxDepth: Int
    public var maxValues: Int
    public var maxStringBytes: Int

    public init(maxBytes: Int, maxDepth: Int, maxValues: Int, maxStringBytes: Int) {
        self.maxBytes = maxBytes
        self.maxDepth = maxDepth
        self.maxValues = maxValues
        self.maxStringBytes = maxStringBytes
    }

    /// For a credential or any file of ours: the largest real ones seen are under 400 KB and 3,000 values;
    /// 64 levels are far more than a badge nests and far fewer than a call stack holds.
    public static let document = JSONLimits(
        maxBytes: 2 << 20, maxDepth: 64, maxValues: 20_000, maxStringBytes: 1 << 20)

    /// For a status list credential: its `encodedList` is one string that may hold 16 MiB of poorly compressing bits.
    public static let statusList = JSONLimits(
        maxBytes: 25 << 20, maxDepth: 64, maxValues: 20_000, maxStringBytes: 24 << 20)

    /// For a passport, which holds up to 500 credentials, and for a transcript.
    public static let passport = JSONLimits(
        maxBytes: 32 << 20, maxDepth: 64, maxValues: 1_000_000, maxStringBytes: 1 << 20)
}
