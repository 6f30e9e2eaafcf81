import COpenSSL
import Synchronization

/// A public key that was checked when it was made and verifies signatures.
///
/// Making one costs 5 to 50 µs, a verification 30 to 70 µs (P-384 several hundred): keep a key that is used again.
/// Two keys are equal when they are the same key, whatever form they came in.
public final class PublicKey: Sendable, Hashable {
    public let type: KeyType
    /// The key in its one form of bytes: 32 bytes of Ed25519, a compressed point, a PKCS#1 `RSAPublicKey`.
    let canonical: [UInt8]
    let handle: KeyHandle
    private let signatureByteCount: Int
    private let verifying = AtomicLazyReference<SignatureContext>()
    private let fingerprint = AtomicLazyReference<Thumbprint>()

    /// The Ed25519 key of these 32 bytes, RFC 8032 §5.1.2.
    ///
    /// - Throws: `KeyError` `key.malformed`, `key.small-order`, `key.not-on-curve`.
    public init(ed25519 raw: [UInt8]) throws(KeyError) {
        try Ed25519Point.check(raw)
        guard let key = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, raw, raw.count) else {
            throw .openSSL("reading an Ed25519 key")
        }
        type = .ed25519
        canonical = raw
        handle = KeyHandle(owning: key)
        signatureByteCount = 64
    }

    /// The key at a point of a NIST curve, compressed or uncompressed (SEC 1 §2.3.3).
    ///
    /// - Throws: `KeyError` `key.malformed`, `key.not-on-curve`; `key.unsupported` for a type that is no such curve.
    public init(_ type: KeyType, point: [UInt8]) throws(KeyError) {
        guard let curve = type.curve else { throw .unsupported("This is a point for a key that has none") }
        handle = try curve.publicKey(encodedPoint: point)
        self.type = type
        if point.count == 1 + curve.fieldBytes {
            canonical = point
        } else {
            canonical = [2 | (point.last ?? 0) & 1] + point[1...curve.fieldBytes]
        }
        signatureByteCount = 2 * curve.fieldBytes
    }

    init(rsa numbers: RSAPublicNumbers) throws(KeyError) {
        handle = try numbers.makeHandle()
        type = .rsa
        canonical = numbers.pkcs1
        signatureByteCount = numbers.modulus.count
    }

    /// Whether the signature was made over these bytes by the key's private half.
    ///
    /// A signature of another length, and an algorithm that isn't the key's, are simply not valid.
    ///
    /// - Parameter signature: in the form that ``SignatureAlgorithm`` tells.
    public func isValid(
        signature: [UInt8], for message: [UInt8], using algorithm: SignatureAlgorithm
    ) -> Bool {
        guard algorithm.keyType == type, signature.count == signatureByteCount, let context = verifyingContext() else {
            return false
        }
        let form = type.curve == nil ? signature : ECDSASignature.der(fromRaw: signature)
        return context.isValid(signature: form, for: message)
    }

    private func verifyingContext() -> SignatureContext? {
        if let known = verifying.load() { return known }
        guard let made = SignatureContext(.verifying, key: handle, algorithm: type.signatureAlgorithm) else {
            OpenSSLErrors.clear()
            return nil
        }
        return verifying.storeIfNil(made)
    }

    /// The SHA-256 thumbprint of RFC 7638 in base64url; every report names it, so it is made once.
    public var thumbprint: String {
        (fingerprint.load() ?? fingerprint.storeIfNil(Thumbprint(text: madeThumbprint()))).text
    }

    private final class Thumbprint: Sendable {
        let text: String

        init(text: String) { self.text = text }
    }

    public static func == (left: PublicKey, right: PublicKey) -> Bool {
        left.type == right.type && left.canonical == right.canonical
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(canonical)
    }
}

extension PublicKey: CustomStringConvertible {
    /// Type and thumbprint, for developers.
    public var description: String { "\(type.rawValue) \(thumbprint)" }
}
