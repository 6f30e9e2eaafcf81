import COpenSSL

extension PrivateKey {
    /// The key of a PEM file in PKCS#8 (RFC 5958), plain or encrypted by PBES2.
    ///
    /// An encrypted key written here takes some 200 ms to open: open a key once and keep it. A passphrase for a key
    /// that isn't encrypted is left unused.
    ///
    /// - Throws: `KeyError` `key.passphrase-missing`, `key.wrong-passphrase`, `key.derivation-too-costly`,
    ///   `key.unsupported` for other types, forms and encryptions, `key.malformed`, `key.mismatched-halves`, and the
    ///   errors of ``PublicKey``.
    public convenience init(pem: [UInt8], passphrase: Passphrase?) throws(KeyError) {
        let handle = try PEMReader.withPrivateKey(in: pem) { form, der throws(KeyError) in
            switch form {
            case .plain: try PKCS8.read(der)
            case .encrypted: try PKCS8.read(encrypted: der, passphrase: passphrase)
            }
        }
        try self.init(handle)
    }

    /// The key as a PEM file in PKCS#8, encrypted when there is a passphrase.
    ///
    /// PBES2 with scrypt (N = 2¹⁴, r = 8, p = 5) and AES-256 in CBC mode. Without a passphrase the bytes are the
    /// secret itself: ``wipe(_:)`` them after writing.
    public func pem(passphrase: Passphrase?) throws(KeyError) -> [UInt8] {
        guard let info = EVP_PKEY2PKCS8(handle.pointer) else { throw .openSSL("writing a private key") }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        guard let target = BIO_new(BIO_s_secmem()) else { throw .openSSL("writing a private key") }
        defer { BIO_free(target) }
        if let passphrase {
            let encrypted = try PKCS8.encrypt(info, passphrase)
            defer { X509_SIG_free(encrypted) }
            guard PEM_write_bio_PKCS8(target, encrypted) == 1 else { throw .openSSL("writing a private key") }
        } else {
            guard PEM_write_bio_PKCS8_PRIV_KEY_INFO(target, info) == 1 else { throw .openSSL("writing a private key") }
        }
        let count = passport_bio_pending(target)
        var pem = [UInt8](repeating: 0, count: count)
        guard let length = Int32(exactly: count), BIO_read(target, &pem, length) == length else {
            throw .openSSL("writing a private key")
        }
        return pem
    }
}

/// Private keys as PKCS#8, RFC 5958.
private enum PKCS8 {
    static func read(_ der: UnsafeBufferPointer<UInt8>) throws(KeyError) -> KeyHandle {
        var place = der.baseAddress
        let info = d2i_PKCS8_PRIV_KEY_INFO(nil, &place, der.count)
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        guard let info, place == der.baseAddress?.advanced(by: der.count) else {
            throw .malformed(
                "This file doesn't hold a private key in the form of PKCS#8.", cause: OpenSSLErrors.drain())
        }
        return try read(info)
    }

    static func read(
        encrypted der: UnsafeBufferPointer<UInt8>, passphrase: Passphrase?
    ) throws(KeyError) -> KeyHandle {
        var place = der.baseAddress
        let encrypted = d2i_X509_SIG(nil, &place, der.count)
        defer { X509_SIG_free(encrypted) }
        guard let encrypted, place == der.baseAddress?.advanced(by: der.count) else {
            throw .malformed(
                "This file doesn't hold an encrypted private key in the form of PKCS#8.", cause: OpenSSLErrors.drain())
        }
        try PBES2.check(encrypted)
        guard let passphrase else {
            throw KeyError(
                .passphraseMissing, "This private key is encrypted, and no passphrase was given.",
                hint: "Give its passphrase in a file or at the terminal.")
        }
        let info = passphrase.withCharacters { PKCS8_decrypt(encrypted, $0, $1) } ?? nil
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        guard let info else {
            throw KeyError(
                .wrongPassphrase, "The passphrase doesn't open this private key.",
                hint: "Try again, and mind capital letters and the keyboard's language.", cause: OpenSSLErrors.drain())
        }
        return try read(info)
    }

    private static func read(_ info: OpaquePointer) throws(KeyError) -> KeyHandle {
        guard let key = EVP_PKCS82PKEY(info) else {
            let cause = OpenSSLErrors.drain()
            throw KeyError(
                .unsupported, "This private key is of a type that this program doesn't work with, or it is broken.",
                hint: "Use a key of type Ed25519, P-256, P-384, or RSA with 2048 to 8192 bits.", cause: cause)
        }
        return KeyHandle(owning: key)
    }

    /// The encrypted form, which the caller frees.
    static func encrypt(_ info: OpaquePointer, _ passphrase: Passphrase) throws(KeyError) -> OpaquePointer {
        let salt = try Randomness.bytes(16)
        let cipher = EVP_CIPHER_fetch(nil, "AES-256-CBC", nil)
        defer { EVP_CIPHER_free(cipher) }
        guard let cipher, let saltCount = Int32(exactly: salt.count),
            let scheme = PKCS5_pbe2_set_scrypt(
                cipher, salt, saltCount, nil, PBES2.scrypt.n, PBES2.scrypt.r, PBES2.scrypt.p)
        else { throw .openSSL("preparing a passphrase") }
        // On success the result owns the scheme; on failure it stays ours.
        guard let encrypted = passphrase.withCharacters({ PKCS8_set0_pbe($0, $1, info, scheme) }) ?? nil else {
            X509_ALGOR_free(scheme)
            throw .openSSL("encrypting a private key")
        }
        return encrypted
    }
}
