import COpenSSL

/// Bytes that nobody can guess, from libcrypto's generator.
public enum Randomness {
    /// - Throws: `KeyError` `key.openssl` when the generator has no entropy.
    public static func bytes(_ count: Int) throws(KeyError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(count, 0))
        guard let length = Int32(exactly: bytes.count), RAND_bytes(&bytes, length) == 1 else {
            throw .openSSL("making random bytes")
        }
        return bytes
    }
}
