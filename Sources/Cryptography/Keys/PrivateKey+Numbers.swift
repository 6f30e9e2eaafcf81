import COpenSSL
public import Encodings

extension PrivateKey {
    /// The key of an Ed25519 seed, the 32 bytes that RFC 8032 §5.1.5 calls the private key.
    public convenience init(ed25519Seed seed: [UInt8]) throws(KeyError) {
        guard seed.count == 32 else {
            throw .malformed("An Ed25519 private key has 32 bytes; this one has \(seed.count).")
        }
        guard let key = EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, seed, seed.count) else {
            throw .openSSL("reading an Ed25519 key")
        }
        try self.init(KeyHandle(owning: key))
    }

    /// The key of a private JWK, RFC 7518 §6.2.2 and §6.3.2, RFC 8037 §2.
    ///
    /// - Throws: `KeyError` `key.mismatched-halves` when the public members aren't those of the private ones, and the
    ///   errors of ``PublicKey/init(jwk:)``.
    public convenience init(jwk: JSONObject) throws(KeyError) {
        let reader = try JWKReader(jwk)
        let stated = try PublicKey(reader)
        switch (reader.type, reader.type.curve) {
        case (.rsa, _):
            try self.init(Self.rsaHandle(reader))
        case (_, let curve?):
            var secret = try reader.bytes("d", count: curve.fieldBytes)
            defer { wipe(&secret) }
            try self.init(curve.keyPair(secret: secret))
        case (_, nil):
            var seed = try reader.bytes("d", count: 32)
            defer { wipe(&seed) }
            try self.init(ed25519Seed: seed)
        }
        guard publicKey == stated else {
            throw KeyError(.mismatchedHalves, "The private and the public part of this key don't belong together.")
        }
    }

    /// The key of a Multikey's `secretKeyMultibase`, Controlled Identifiers 1.0
    /// [§2.2.2](https://www.w3.org/TR/cid-1.0/#Multikey).
    public convenience init(multikeySecret: String) throws(KeyError) {
        var bytes: [UInt8] = []
        defer { wipe(&bytes) }
        let codec: Multicodec
        var secret: [UInt8] = []
        defer { wipe(&secret) }
        do {
            bytes = try Multibase.decode(multikeySecret, expecting: .base58btc)
            (codec, secret) = try Multicodec.split(bytes)
        } catch {
            throw .malformed("This isn't a private key in the form of a Multikey.", cause: error.codeText)
        }
        switch codec {
        case .ed25519Priv: try self.init(ed25519Seed: secret)
        case .p256Priv: try self.init(EllipticCurve.p256.keyPair(secret: secret))
        case .p384Priv: try self.init(EllipticCurve.p384.keyPair(secret: secret))
        default: throw .unsupported("This private key is of type \(codec)")
        }
    }

    private static func rsaHandle(_ reader: JWKReader) throws(KeyError) -> KeyHandle {
        guard reader.jwk["oth"] == nil else { throw .unsupported("This RSA key has more than two primes") }
        let builder = ParameterBuilder()
        for (member, name) in [
            ("n", OSSL_PKEY_PARAM_RSA_N), ("e", OSSL_PKEY_PARAM_RSA_E), ("d", OSSL_PKEY_PARAM_RSA_D),
            ("p", OSSL_PKEY_PARAM_RSA_FACTOR + "1"), ("q", OSSL_PKEY_PARAM_RSA_FACTOR + "2"),
            ("dp", OSSL_PKEY_PARAM_RSA_EXPONENT + "1"), ("dq", OSSL_PKEY_PARAM_RSA_EXPONENT + "2"),
            ("qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT + "1"),
        ] {
            var number = try reader.bytes(member)
            defer { wipe(&number) }
            guard number.count <= RSAPublicNumbers.modulusBits.upperBound / 8 + 1 else {
                throw .malformed("The member \"\(member)\" of this key is too long.")
            }
            builder.push(number: number, isSecret: member != "n" && member != "e", as: name)
        }
        guard let handle = builder.makeKey(type: "RSA", .keyPair) else {
            throw .malformed("The numbers of this RSA key don't make a key.", cause: OpenSSLErrors.drain())
        }
        return handle
    }
}
