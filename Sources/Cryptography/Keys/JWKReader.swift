import Encodings

/// Reads the members of a JSON Web Key (RFC 7517) strictly: one key, one spelling.
struct JWKReader {
    /// Members that only a private or a secret key has, RFC 7518 §6.
    private static let privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]

    let jwk: JSONObject
    let type: KeyType

    /// - Throws: `KeyError` `key.malformed`, and `key.unsupported` for another type, or a key that its `use` or `alg`
    ///   keeps for another purpose.
    init(_ jwk: JSONObject) throws(KeyError) {
        self.jwk = jwk
        let kty = try Self.text("kty", of: jwk)
        switch kty {
        case "RSA": type = .rsa
        case "OKP", "EC":
            let crv = try Self.text("crv", of: jwk)
            switch (kty, crv) {
            case ("OKP", "Ed25519"): type = .ed25519
            case ("EC", "P-256"): type = .p256
            case ("EC", "P-384"): type = .p384
            default: throw .unsupported("This key is of another type (\(Self.shown(kty)), \(Self.shown(crv)))")
            }
        default: throw .unsupported("This key is of another type (\(Self.shown(kty)))")
        }
        if jwk["use"] != nil, try Self.text("use", of: jwk) != "sig" {
            throw .unsupported("This key says that it is not for signatures")
        }
        if jwk["alg"] != nil {
            let alg = try Self.text("alg", of: jwk)
            // RFC 9864 gives EdDSA over this curve a name of its own.
            guard alg == type.signatureAlgorithm.joseName || type == .ed25519 && alg == "Ed25519" else {
                throw .unsupported("This key says that it is for another algorithm (\(Self.shown(alg)))")
            }
        }
    }

    func refusePrivateMembers() throws(KeyError) {
        guard let name = Self.privateMembers.first(where: { jwk.index(of: $0) != nil }) else { return }
        throw KeyError(
            .privateMember, "This key holds its private part (\"\(name)\") where a public key is due.",
            hint: "Whoever published it has to replace it: everyone who read it can sign with it.")
    }

    /// The bytes of a base64url member.
    ///
    /// - Parameter count: how many there must be, when the standard says so.
    func bytes(_ name: String, count: Int? = nil) throws(KeyError) -> [UInt8] {
        let text = try Self.text(name, of: jwk)
        let bytes: [UInt8]
        do {
            bytes = try Base64URL.decode(text)
        } catch {
            throw .malformed("The member \"\(name)\" of this key isn't base64url text.", cause: error.codeText)
        }
        if let count, bytes.count != count {
            throw .malformed("The member \"\(name)\" of this key has \(bytes.count) bytes instead of \(count).")
        }
        return bytes
    }

    private static func text(_ name: String, of jwk: JSONObject) throws(KeyError) -> String {
        guard let text = jwk[name]?.stringValue else {
            throw .malformed("This key has no member \"\(name)\" with a text.")
        }
        return text
    }

    /// A name from outside, short and plain enough for a message.
    private static func shown(_ text: String) -> String { UTF8Text.escapedForTerminal(String(text.prefix(24))) }
}
