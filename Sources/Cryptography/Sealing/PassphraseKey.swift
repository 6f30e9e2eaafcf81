import COpenSSL

/// Turns a passphrase into key bytes with scrypt (RFC 7914), at the cost that keys written here have too.
public enum PassphraseKey {
    /// N, r and p: 16 MiB and some 200 ms; libcrypto's memory limit is 32 MiB.
    public static let cost = PBES2.scrypt

    /// - Parameter salt: 16 random bytes or more, fresh for every use of the passphrase.
    /// - Throws: `KeyError` `key.openssl`.
    public static func derive(_ passphrase: Passphrase, salt: [UInt8], count: Int) throws(KeyError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(count, 1))
        let memory: UInt64 = 32 << 20
        let status = passphrase.withCharacters { characters, length in
            EVP_PBE_scrypt(
                characters, Int(length), salt, salt.count, cost.n, cost.r, cost.p, memory, &bytes, bytes.count)
        }
        guard status == 1 else { throw .openSSL("deriving a key from a passphrase") }
        return bytes
    }
}
