import COpenSSL

/// AES-256 in Galois/Counter Mode, NIST SP 800-38D: encrypts and authenticates at once.
///
/// Each nonce may be used once under a key. Not for several threads at a time.
public final class AES256GCM {
    public static let keyByteCount = 32
    public static let nonceByteCount = 12
    public static let tagByteCount = 16

    private let context: OpaquePointer
    private let cipher: OpaquePointer
    private var key: [UInt8]

    /// - Throws: `KeyError` `key.openssl`.
    public init(key: [UInt8]) throws(KeyError) {
        guard key.count == Self.keyByteCount, let cipher = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil) else {
            throw .openSSL("preparing AES-256-GCM")
        }
        guard let context = EVP_CIPHER_CTX_new() else {
            EVP_CIPHER_free(cipher)
            throw .openSSL("preparing AES-256-GCM")
        }
        self.cipher = cipher
        self.context = context
        self.key = key
    }

    deinit {
        wipe(&key)
        EVP_CIPHER_CTX_free(context)
        EVP_CIPHER_free(cipher)
    }

    /// The text encrypted, followed by its tag.
    ///
    /// - Parameter data: authenticated with the text, and not part of the result.
    /// - Throws: `KeyError` `key.openssl`.
    public func seal(_ plain: [UInt8], nonce: [UInt8], data: [UInt8]) throws(KeyError) -> [UInt8] {
        var sealed = [UInt8](repeating: 0, count: plain.count + Self.tagByteCount)
        var length: Int32 = 0
        let isSealed = sealed.withUnsafeMutableBufferPointer { out -> Bool in
            guard nonce.count == Self.nonceByteCount, let base = out.baseAddress,
                let plainCount = Int32(exactly: plain.count), let dataCount = Int32(exactly: data.count)
            else { return false }
            return EVP_EncryptInit_ex2(context, cipher, key, nonce, nil) == 1
                && EVP_EncryptUpdate(context, nil, &length, data, dataCount) == 1
                && EVP_EncryptUpdate(context, base, &length, plain, plainCount) == 1
                && EVP_EncryptFinal_ex(context, base + plain.count, &length) == 1
                && EVP_CIPHER_CTX_ctrl(
                    context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagByteCount), base + plain.count) == 1
        }
        guard isSealed else { throw .openSSL("encrypting") }
        return sealed
    }

    /// The text, or nothing when text, tag, nonce or data aren't what was sealed under this key.
    public func open(_ sealed: [UInt8], nonce: [UInt8], data: [UInt8]) -> [UInt8]? {
        let count = sealed.count - Self.tagByteCount
        guard count >= 0, nonce.count == Self.nonceByteCount, let textCount = Int32(exactly: count),
            let dataCount = Int32(exactly: data.count)
        else { return nil }
        var plain = [UInt8](repeating: 0, count: max(count, 1))
        var tag = Array(sealed[count...])
        var length: Int32 = 0
        let isOpen =
            EVP_DecryptInit_ex2(context, cipher, key, nonce, nil) == 1
            && EVP_DecryptUpdate(context, nil, &length, data, dataCount) == 1
            && EVP_DecryptUpdate(context, &plain, &length, sealed, textCount) == 1
            && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagByteCount), &tag) == 1
            && EVP_DecryptFinal_ex(context, nil, &length) == 1
        guard isOpen else {
            // What can't be trusted isn't handed out, nor left lying.
            wipe(&plain)
            OpenSSLErrors.clear()
            return nil
        }
        plain.removeLast(plain.count - count)
        return plain
    }
}
