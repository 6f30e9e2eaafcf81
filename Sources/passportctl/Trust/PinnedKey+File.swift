import Cryptography
import Encodings
import Passport
import VerifiableCredentials

extension PinnedKey {
    /// A public key of a JWK file, pinned under its `kid`, or under its file's name as the fragment.
    ///
    /// - Throws: `TrustError` `trust.key`, `ReceiverError`.
    init(jwkFile path: String, of owner: String) throws {
        let bytes = try InputFile.read(path, limit: 1 << 16)
        do {
            guard let jwk = try JSONParser.parse(bytes).objectValue else {
                throw KeyError(.malformed, "it is no JSON object")
            }
            let stem = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
            let kid = jwk["kid"]?.stringValue ?? String(stem)
            let id = kid.contains(":") ? kid : "\(owner)#\(kid)"
            self.init(id: id, publicKey: try PublicKey(jwk: jwk))
        } catch let error as any CodedError {
            throw TrustError(
                .key, "The key \"\(path)\" can't be used: \(error.message)", hint: "Give a public key as a JWK file.",
                cause: error.codeText)
        }
    }
}
