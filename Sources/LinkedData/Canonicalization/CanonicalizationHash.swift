import Cryptography

/// The hash algorithm of a canonicalisation. Another one generally gives other labels and another order.
public enum CanonicalizationHash: Sendable, Hashable {
    /// RDFC-1.0's own, and that of all suites but those for P-384.
    case sha256
    /// For keys on P-384: what is signed is hashed with it, and so is everything inside the canonicalisation.
    case sha384

    /// The length of a digest in bytes.
    public var byteCount: Int {
        switch self {
        case .sha256: SHA256.byteCount
        case .sha384: SHA384.byteCount
        }
    }

    /// The digest of some bytes.
    public func digest(of bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: SHA256.hash(bytes)
        case .sha384: SHA384.hash(bytes)
        }
    }

    func value(of bytes: UnsafeRawBufferPointer) -> HashValue {
        withUnsafeTemporaryAllocation(byteCount: SHA384.byteCount, alignment: 8) { memory in
            switch self {
            case .sha256: SHA256.hash(bytes, into: memory)
            case .sha384: SHA384.hash(bytes, into: memory)
            }
            return HashValue(UnsafeRawBufferPointer(memory), byteCount: byteCount)
        }
    }
}
