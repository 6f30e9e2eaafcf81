import COpenSSL

/// A key made ready to sign or to verify, copied for each use.
///
/// Setting up costs libcrypto several look-ups under a lock, copying what was set up a tenth of that.
final class SignatureContext: @unchecked Sendable {
    enum Purpose {
        case signing, verifying
    }

    private let prototype: OpaquePointer

    init?(_ purpose: Purpose, key: KeyHandle, algorithm: SignatureAlgorithm) {
        guard let context = EVP_MD_CTX_new() else { return nil }
        let digest = algorithm.digestName
        let status =
            switch purpose {
            case .signing: EVP_DigestSignInit_ex(context, nil, digest, nil, nil, key.pointer, nil)
            case .verifying: EVP_DigestVerifyInit_ex(context, nil, digest, nil, nil, key.pointer, nil)
            }
        guard status == 1 else {
            EVP_MD_CTX_free(context)
            return nil
        }
        prototype = context
    }

    deinit { EVP_MD_CTX_free(prototype) }

    /// The signature in libcrypto's form, or `nil` when libcrypto fails.
    func sign(_ message: [UInt8], maximumCount: Int) -> [UInt8]? {
        guard let context = EVP_MD_CTX_new() else { return nil }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_MD_CTX_copy_ex(context, prototype) == 1 else { return nil }
        var isSigned = false
        let signature = [UInt8](unsafeUninitializedCapacity: maximumCount) { buffer, count in
            var length = maximumCount
            isSigned = EVP_DigestSign(context, buffer.baseAddress, &length, message, message.count) == 1
            count = isSigned ? length : 0
        }
        return isSigned ? signature : nil
    }

    /// Whether a signature in libcrypto's form fits the message.
    func isValid(signature: [UInt8], for message: [UInt8]) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_MD_CTX_copy_ex(context, prototype) == 1,
            EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
        else {
            OpenSSLErrors.clear()
            return false
        }
        return true
    }
}
