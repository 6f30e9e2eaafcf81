/// How much RDF from a stranger is taken before it is refused.
public struct RDFLimits: Sendable, Hashable {
    public var maxBytes: Int
    public var maxQuads: Int

    public init(maxBytes: Int, maxQuads: Int) {
        self.maxBytes = maxBytes
        self.maxQuads = maxQuads
    }

    /// For one credential: real ones have some 150 quads, and 2 MiB of JSON can hardly say more than 20,000 things.
    public static let document = RDFLimits(maxBytes: 8 << 20, maxQuads: 20_000)

    /// For a passport, with up to 500 credentials in it.
    public static let passport = RDFLimits(maxBytes: 64 << 20, maxQuads: 200_000)
}
