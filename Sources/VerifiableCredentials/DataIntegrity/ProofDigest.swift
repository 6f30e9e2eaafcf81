import Cryptography

/// The hash a suite takes of document and proof; for some suites the key decides which.
public enum ProofDigest: Sendable, Hashable {
    case sha256
    case sha384

    public func hash(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: SHA256.hash(bytes)
        case .sha384: SHA384.hash(bytes)
        }
    }
}
