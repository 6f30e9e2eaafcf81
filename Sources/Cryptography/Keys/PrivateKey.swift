import COpenSSL
import Synchronization

/// A private key that signs; libcrypto holds the secret and wipes it when the key goes.
public final class PrivateKey: Sendable {
    /// The half that anybody may know.
    public let publicKey: PublicKey
    let handle: KeyHandle
    private let maximumSignatureCount: Int
    private let signing = AtomicLazyReference<SignatureContext>()

    public var type: KeyType { publicKey.type }

    /// Takes over a key of libcrypto's after it has passed the checks of a public key and one of its signatures fits.
    ///
    /// - Throws: `KeyError` `key.mismatched-halves` when a file pairs a private part with another's public part, and
    ///   the errors of ``PublicKey``.
    init(_ handle: KeyHandle) throws(KeyError) {
        publicKey = try handle.publicKey()
        self.handle = handle
        maximumSignatureCount = Int(EVP_PKEY_get_size(handle.pointer))
        // An Ed25519 key derives its public half, the others bring theirs.
        guard publicKey.type != .ed25519 else { return }
        let probe = Array("Do these halves belong together?".utf8)
        let algorithm = publicKey.type.signatureAlgorithm
        guard let signature = try? sign(probe, using: algorithm),
            publicKey.isValid(signature: signature, for: probe, using: algorithm)
        else {
            OpenSSLErrors.clear()
            throw KeyError(
                .mismatchedHalves, "The private and the public part of this key don't belong together.",
                hint: "The file was changed or put together wrongly: take it from a backup.")
        }
    }

    /// A fresh key; RSA with 3072 bits takes up to a second, with 4096 a few.
    ///
    /// - Parameter rsaBits: the size of an RSA key, 2048 to 8192.
    public static func generate(_ type: KeyType, rsaBits: Int = 3072) throws(KeyError) -> PrivateKey {
        let name =
            switch type {
            case .ed25519: "ED25519"
            case .p256, .p384: "EC"
            case .rsa: "RSA"
            }
        let context = EVP_PKEY_CTX_new_from_name(nil, name, nil)
        defer { EVP_PKEY_CTX_free(context) }
        guard let context, EVP_PKEY_keygen_init(context) == 1 else { throw .openSSL("preparing a new key") }
        if let curve = type.curve, EVP_PKEY_CTX_set_group_name(context, curve.group) != 1 {
            throw .openSSL("choosing the curve of a new key")
        }
        if type == .rsa, EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(rsaBits)) != 1 {
            throw .openSSL("choosing the size of a new key")
        }
        var key: OpaquePointer?
        guard EVP_PKEY_generate(context, &key) == 1, let key else { throw .openSSL("generating a key") }
        return try PrivateKey(KeyHandle(owning: key))
    }

    /// The signature over a message, in the form that ``SignatureAlgorithm`` tells.
    ///
    /// Ed25519 and RSA give the same signature each time, ECDSA another one each time.
    ///
    /// - Throws: `KeyError` `key.algorithm-mismatch` when the algorithm isn't this key's, `key.openssl`.
    public func sign(_ message: [UInt8], using algorithm: SignatureAlgorithm) throws(KeyError) -> [UInt8] {
        guard algorithm.keyType == type else {
            throw KeyError(
                .algorithmMismatch, "A key of type \(type.rawValue) can't sign with \(algorithm.joseName).",
                hint: "Choose a key of type \(algorithm.keyType.rawValue), or another format.")
        }
        guard let signature = try signingContext().sign(message, maximumCount: maximumSignatureCount) else {
            throw .openSSL("signing")
        }
        guard let curve = type.curve else { return signature }
        guard let raw = ECDSASignature.raw(fromDER: signature, fieldBytes: curve.fieldBytes) else {
            throw .openSSL("reading its own signature")
        }
        return raw
    }

    private func signingContext() throws(KeyError) -> SignatureContext {
        if let known = signing.load() { return known }
        guard let made = SignatureContext(.signing, key: handle, algorithm: type.signatureAlgorithm) else {
            throw .openSSL("preparing to sign")
        }
        return signing.storeIfNil(made)
    }
}

extension PrivateKey: CustomStringConvertible, CustomReflectable {
    /// Names the public half only.
    public var description: String { "PrivateKey(\(publicKey))" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension KeyHandle {
    /// The public half of a private key, checked like one from outside.
    fileprivate func publicKey() throws(KeyError) -> PublicKey {
        if isA("ED25519") {
            guard let raw = rawPublicKey() else { throw .openSSL("reading a public key") }
            return try PublicKey(ed25519: raw)
        }
        if isA("EC") {
            let name = groupName()
            OpenSSLErrors.clear()
            guard let type = [KeyType.p256, .p384].first(where: { $0.curve?.group == name }), let curve = type.curve
            else { throw .unsupported("This key is on another curve\(name.map { " (\($0))" } ?? "")") }
            guard let x = unsignedInteger(OSSL_PKEY_PARAM_EC_PUB_X, width: curve.fieldBytes),
                let y = unsignedInteger(OSSL_PKEY_PARAM_EC_PUB_Y, width: curve.fieldBytes)
            else { throw .openSSL("reading a public key") }
            return try PublicKey(type, point: [4] + x + y)
        }
        if isA("RSA") {
            guard let modulus = unsignedInteger(OSSL_PKEY_PARAM_RSA_N),
                let exponent = unsignedInteger(OSSL_PKEY_PARAM_RSA_E)
            else { throw .openSSL("reading a public key") }
            return try PublicKey(rsa: RSAPublicNumbers(modulus: modulus, exponent: exponent))
        }
        throw .unsupported("This key is of another type")
    }
}
