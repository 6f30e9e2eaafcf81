import COpenSSL

/// SHA-512 of FIPS 180-4 §6.4.
public enum SHA512 {
    /// The length of a digest in bytes.
    public static let byteCount = 64

    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        DigestAlgorithm.sha512.hash { EVP_DigestUpdate($0, bytes, bytes.count) == 1 }
    }

    /// A digest of bytes that come in pieces.
    public struct Stream: ~Copyable {
        private let context = DigestAlgorithm.sha512.makeContext()

        public init() {}

        deinit { EVP_MD_CTX_free(context) }

        public mutating func update(_ bytes: UnsafeRawBufferPointer) {
            guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else { DigestAlgorithm.fail() }
        }

        /// The digest of all that came; the stream ends with it.
        public consuming func finalize() -> [UInt8] { DigestAlgorithm.sha512.finish(context) }
    }
}
