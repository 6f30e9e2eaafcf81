import COpenSSL

/// HMAC with SHA-256, of RFC 2104 and FIPS 198-1.
public enum HMACSHA256 {
    /// The length of a code in bytes.
    public static let byteCount = 32

    /// The authentication code of a message under a secret key.
    ///
    /// Compare codes with ``constantTimeEqual(_:_:)``.
    public static func code(for message: [UInt8], key: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            var written: UInt32 = 0
            guard
                let keyCount = Int32(exactly: key.count),
                HMAC(
                    DigestAlgorithm.sha256.algorithm, key, keyCount, message, message.count, buffer.baseAddress,
                    &written
                ) != nil, Int(written) == byteCount
            else { DigestAlgorithm.fail() }
            count = byteCount
        }
    }
}
