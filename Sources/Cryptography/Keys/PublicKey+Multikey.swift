import Encodings

extension PublicKey {
    /// The key of a Multikey's `publicKeyMultibase`, or of what follows `did:key:`.
    ///
    /// Controlled Identifiers 1.0 [§2.2.2](https://www.w3.org/TR/cid-1.0/#Multikey) for Ed25519, P-256 and P-384;
    /// RSA as [did:key](https://w3c-ccg.github.io/did-key-spec/) writes it.
    ///
    /// - Throws: `KeyError` `key.malformed` for what isn't base58btc with `z` in front, `key.unsupported` for other
    ///   types of key, and the errors of the key itself.
    public convenience init(multikey: String) throws(KeyError) {
        let bytes: [UInt8]
        do {
            bytes = try Multibase.decode(multikey, expecting: .base58btc)
        } catch {
            throw .malformed("This isn't a key in the form of a Multikey: it isn't base58 text.", cause: error.codeText)
        }
        try self.init(multicodecBytes: bytes)
    }

    /// The key of bytes that begin with their multicodec number.
    public convenience init(multicodecBytes bytes: [UInt8]) throws(KeyError) {
        let codec: Multicodec
        let key: [UInt8]
        do {
            (codec, key) = try Multicodec.split(bytes)
        } catch {
            throw .malformed("These bytes don't begin with the kind of key they are.", cause: error.codeText)
        }
        switch codec {
        case .ed25519Pub: try self.init(ed25519: key)
        case .p256Pub: try self.init(.p256, compressedPoint: key)
        case .p384Pub: try self.init(.p384, compressedPoint: key)
        case .rsaPub: try self.init(rsa: RSAPublicNumbers(pkcs1: key))
        case .ed25519Priv, .p256Priv, .p384Priv:
            throw KeyError(
                .privateMember, "This is a private key where a public one is due.",
                hint: "Whoever published it has to replace it: everyone who read it can sign with it.")
        case .x25519Pub: throw .unsupported("This key is of type X25519, which encrypts and signs nothing")
        case .p521Pub: throw .unsupported("This key is of type P-521")
        case .secp256k1Pub: throw .unsupported("This key is of type secp256k1")
        default: throw .unsupported("This key is of type \(codec)")
        }
    }

    /// A Multikey holds points compressed; another form would give one key two names.
    private convenience init(_ type: KeyType, compressedPoint point: [UInt8]) throws(KeyError) {
        guard let curve = type.curve, point.count == 1 + curve.fieldBytes else {
            throw .malformed("This key's point has \(point.count) bytes, which is not the compressed form.")
        }
        try self.init(type, point: point)
    }

    /// The key's multicodec number and its bytes.
    public var multicodecBytes: [UInt8] {
        let codec: Multicodec =
            switch type {
            case .ed25519: .ed25519Pub
            case .p256: .p256Pub
            case .p384: .p384Pub
            case .rsa: .rsaPub
            }
        return codec.prefix(canonical)
    }

    /// The key as a Multikey's `publicKeyMultibase`; `did:key:` in front makes it a DID.
    public var multikey: String { Multibase.encode(multicodecBytes, as: .base58btc) }
}
