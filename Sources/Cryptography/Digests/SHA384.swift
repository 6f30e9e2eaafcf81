import COpenSSL

/// SHA-384 of FIPS 180-4 §6.5.
public enum SHA384 {
    /// The length of a digest in bytes.
    public static let byteCount = 48

    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        DigestAlgorithm.sha384.hash { EVP_DigestUpdate($0, bytes, bytes.count) == 1 }
    }

    /// The digest of `first` followed by `second`, without joining them in memory.
    public static func hash(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
        DigestAlgorithm.sha384.hash {
            EVP_DigestUpdate($0, first, first.count) == 1 && EVP_DigestUpdate($0, second, second.count) == 1
        }
    }

    /// The digest of bytes that lie anywhere in memory.
    public static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        DigestAlgorithm.sha384.hash { EVP_DigestUpdate($0, bytes.baseAddress, bytes.count) == 1 }
    }

    /// Writes the digest of some bytes to memory of at least ``byteCount`` bytes, for callers that hash thousands of
    /// short inputs and want no array for each.
    public static func hash(_ bytes: UnsafeRawBufferPointer, into digest: UnsafeMutableRawBufferPointer) {
        DigestAlgorithm.sha384.hash(bytes, into: digest)
    }

    /// A digest of bytes that come in pieces.
    public struct Stream: ~Copyable {
        private let context = DigestAlgorithm.sha384.makeContext()

        public init() {}

        deinit { EVP_MD_CTX_free(context) }

        public mutating func update(_ bytes: [UInt8]) {
            guard EVP_DigestUpdate(context, bytes, bytes.count) == 1 else { DigestAlgorithm.fail() }
        }

        public mutating func update(_ bytes: UnsafeRawBufferPointer) {
            guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else { DigestAlgorithm.fail() }
        }

        /// The digest of all that came; the stream ends with it.
        public consuming func finalize() -> [UInt8] { DigestAlgorithm.sha384.finish(context) }
    }
}
