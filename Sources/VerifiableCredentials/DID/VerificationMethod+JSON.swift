import Cryptography
import Encodings

extension VerificationMethod {
    /// What became of an object that should describe a key.
    enum Reading {
        case method(VerificationMethod)
        /// Not a key that is read here; the document's other keys stay usable.
        case skipped
    }

    /// Reads `publicKeyMultibase`, `publicKeyJwk` and, for the types of 2018 to 2020, `publicKeyBase58`.
    ///
    /// A method of another document's DID is skipped: a document speaks for its own keys only
    /// (Controlled Identifiers 1.0 §3.3, where the document's id must equal the URL before the fragment).
    static func read(_ object: JSONObject, in document: DID) -> Reading {
        guard let written = object["id"]?.stringValue, let id = absolute(written, in: document),
            let type = object["type"]?.stringValue, let controller = object["controller"]?.stringValue,
            let key = publicKey(of: object, type: type)
        else { return .skipped }
        // A date that can't be read might be one that has passed.
        guard let expires = instant(object["expires"]), let revoked = instant(object["revoked"]) else {
            return .skipped
        }
        return .method(
            VerificationMethod(
                id: id, type: type, controller: controller, publicKey: key, expires: expires, revoked: revoked))
    }

    /// `#fragment` and `did:…#fragment` as an absolute DID URL of this document.
    static func absolute(_ reference: String, in document: DID) -> String? {
        let text = reference.utf8.first == UInt8(ascii: "#") ? document.description + reference : reference
        guard let url = DIDURL(text), url.did == document, url.fragment?.isEmpty == false, url.pathAndQuery.isEmpty
        else { return nil }
        return text
    }

    private static func publicKey(of object: JSONObject, type: String) -> PublicKey? {
        let multibase = object["publicKeyMultibase"]
        let jwk = object["publicKeyJwk"]
        let base58 = object["publicKeyBase58"]
        // Two spellings side by side could be two keys.
        guard [multibase, jwk, base58].count(where: { $0 != nil }) == 1 else { return nil }
        let key: PublicKey?
        switch type {
        case "Multikey":
            key = multibase?.stringValue.flatMap { try? PublicKey(multikey: $0) }
        case "JsonWebKey", "JsonWebKey2020", "JwsVerificationKey2020":
            key = jwk?.objectValue.flatMap(signatureKey)
        case "Ed25519VerificationKey2018", "Ed25519VerificationKey2020":
            key =
                (multibase?.stringValue.flatMap { try? PublicKey(multikey: $0) })
                ?? (jwk?.objectValue.flatMap(signatureKey)) ?? (base58?.stringValue.flatMap(ed25519))
            guard key?.type == .ed25519 else { return nil }
        case "EcdsaSecp256r1VerificationKey2019", "P256Key2021":
            key =
                (multibase?.stringValue.flatMap { try? PublicKey(multikey: $0) })
                ?? (jwk?.objectValue.flatMap(signatureKey)) ?? (base58?.stringValue.flatMap(p256))
            guard key?.type == .p256 else { return nil }
        case "EcdsaSecp384r1VerificationKey2019", "P384Key2021":
            key =
                (multibase?.stringValue.flatMap { try? PublicKey(multikey: $0) })
                ?? (jwk?.objectValue.flatMap(signatureKey))
            guard key?.type == .p384 else { return nil }
        case "RsaVerificationKey2018":
            key = jwk?.objectValue.flatMap(signatureKey)
            guard key?.type == .rsa else { return nil }
        default:
            key = nil
        }
        return key
    }

    private static func signatureKey(_ jwk: JSONObject) -> PublicKey? { try? PublicKey(jwk: jwk) }

    private static func ed25519(_ text: String) -> PublicKey? {
        guard let bytes = try? Base58BTC.decode(text) else { return nil }
        return try? PublicKey(ed25519: bytes)
    }

    private static func p256(_ text: String) -> PublicKey? {
        guard let bytes = try? Base58BTC.decode(text) else { return nil }
        return try? PublicKey(.p256, point: bytes)
    }

    /// The instant, `.some(nil)` when there is none, nothing when it can't be read.
    private static func instant(_ value: JSONValue?) -> Timestamp?? {
        guard let value else { return .some(nil) }
        guard let text = value.stringValue, let instant = try? Timestamp(rfc3339: text) else { return .none }
        return .some(instant)
    }
}
