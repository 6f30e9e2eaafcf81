public import Encodings

extension PublicKey {
    /// The key of a public JWK: RFC 7517, RFC 7518 §6.2 and §6.3, RFC 8037 §2.
    ///
    /// - Throws: `KeyError` `key.private-member` when it holds a private part too, `key.unsupported` for other types
    ///   and for a key whose `use` or `alg` is for something else, `key.malformed` for members of the wrong length or
    ///   spelling, and the errors of the key itself.
    public convenience init(jwk: JSONObject) throws(KeyError) {
        let reader = try JWKReader(jwk)
        try reader.refusePrivateMembers()
        try self.init(reader)
    }

    /// The public part of a key, private members or not.
    convenience init(_ reader: JWKReader) throws(KeyError) {
        switch (reader.type, reader.type.curve) {
        case (.rsa, _):
            try self.init(rsa: RSAPublicNumbers(modulus: reader.bytes("n"), exponent: reader.bytes("e")))
        case (let type, let curve?):
            let x = try reader.bytes("x", count: curve.fieldBytes)
            let y = try reader.bytes("y", count: curve.fieldBytes)
            try self.init(type, point: [4] + x + y)
        case (_, nil):
            try self.init(ed25519: reader.bytes("x", count: Ed25519Point.byteCount))
        }
    }

    /// The key as a JWK with the members it must have and no others, in the order of RFC 7638 §3.3.
    public var jwk: JSONObject {
        JSONObject(requiredMembers.map { ($0.name, .string($0.value)) })
    }

    /// The thumbprint of RFC 7638 §3.
    func madeThumbprint() -> String {
        // The values are base64url and plain names: nothing in them needs escaping.
        let members = requiredMembers.map { "\"\($0.name)\":\"\($0.value)\"" }.joined(separator: ",")
        return Base64URL.encode(SHA256.hash(Array("{\(members)}".utf8)))
    }

    private var requiredMembers: [(name: String, value: String)] {
        switch (type, type.curve) {
        case (.rsa, _):
            let (modulus, exponent) = DER.parseIntegerPair(canonical) ?? ([], [])
            return [("e", Base64URL.encode(exponent)), ("kty", "RSA"), ("n", Base64URL.encode(modulus))]
        case (_, let curve?):
            return [
                ("crv", curve.joseName), ("kty", "EC"), ("x", Base64URL.encode(canonical.dropFirst())),
                ("y", Base64URL.encode(handle.secondCoordinate(of: curve))),
            ]
        case (_, nil):
            return [("crv", "Ed25519"), ("kty", "OKP"), ("x", Base64URL.encode(canonical))]
        }
    }
}
