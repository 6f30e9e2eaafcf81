import Cryptography
import Encodings
import TestSupport
import Testing

struct PublicKeyTests {
    @Test("A key comes back from its JWK and its Multikey as the same key", arguments: KeyType.allCases)
    func roundTrip(type: KeyType) throws {
        let key = try TestKeys.key(type).publicKey
        let others = try [
            PublicKey(jwk: key.jwk), PublicKey(multikey: key.multikey), PublicKey(multicodecBytes: key.multicodecBytes),
        ]
        for other in others {
            #expect(other == key)
            #expect(other.hashValue == key.hashValue)
            #expect(other.type == type)
            #expect(other.jwk == key.jwk)
            #expect(other.multikey == key.multikey)
            #expect(other.thumbprint == key.thumbprint)
        }
        #expect(key.jwk.names == key.jwk.names.sorted())
    }

    // MARK: Ed25519

    @Test(
        "The eight points of small order are refused, in every spelling",
        arguments: [
            "0100000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000080",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        ])
    func smallOrder(point: String) throws {
        let bytes = try hex(point)
        #expect(code { () throws(KeyError) in _ = try PublicKey(ed25519: bytes) } == .smallOrder)
        let members = jwk(("kty", "OKP"), ("crv", "Ed25519"), ("x", Base64URL.encode(bytes)))
        #expect(code { () throws(KeyError) in _ = try PublicKey(jwk: members) } == .smallOrder)
        let multikey = Multibase.encode(Multicodec.ed25519Pub.prefix(bytes), as: .base58btc)
        #expect(code { () throws(KeyError) in _ = try PublicKey(multikey: multikey) } == .smallOrder)
    }

    @Test("A y that isn't below p is refused", arguments: [UInt8(0xED), 0xEE, 0xF0, 0xFF], [UInt8(0x7F), 0xFF])
    func nonCanonical(first: UInt8, last: UInt8) {
        let bytes = [first] + [UInt8](repeating: 0xFF, count: 30) + [last]
        #expect(code { () throws(KeyError) in _ = try PublicKey(ed25519: bytes) } == .malformed)
    }

    @Test("A y without an x is refused: 2, 7, 8 and 11 are such, their neighbours aren't")
    func ed25519OffCurve() throws {
        for y: UInt8 in 2...11 {
            let bytes = [y] + [UInt8](repeating: 0, count: 31)
            let isOffCurve = [2, 7, 8, 11].contains(y)
            #expect(
                code { () throws(KeyError) in _ = try PublicKey(ed25519: bytes) } == (isOffCurve ? .notOnCurve : nil))
        }
    }

    @Test("An Ed25519 key has 32 bytes", arguments: [0, 31, 33, 64])
    func ed25519Length(count: Int) {
        let bytes = [UInt8](repeating: 3, count: count)
        #expect(code { () throws(KeyError) in _ = try PublicKey(ed25519: bytes) } == .malformed)
        #expect(code { () throws(KeyError) in _ = try PrivateKey(ed25519Seed: bytes) } == .malformed)
    }

    // MARK: P-256 and P-384

    @Test("A point off the curve is refused in each form", arguments: [KeyType.p256, .p384])
    func offCurve(type: KeyType) throws {
        let key = try TestKeys.key(type).publicKey
        for member in ["x", "y"] {
            var members = key.jwk
            var bytes = try Base64URL.decode(#require(members[member]?.stringValue))
            bytes[bytes.count - 1] ^= 1
            members[member] = .string(Base64URL.encode(bytes))
            let found = code { () throws(KeyError) in _ = try PublicKey(jwk: members) }
            #expect(found == .notOnCurve)
        }
        // Half of all x have no y: some neighbour is refused, and what is taken keeps its x.
        var refused = 0
        for last: UInt8 in 0..<32 {
            var bytes = key.multicodecBytes
            bytes[bytes.count - 1] = last
            switch Result(catching: { () throws(KeyError) in try PublicKey(multicodecBytes: bytes) }) {
            case .success(let other): #expect(other.multicodecBytes == bytes)
            case .failure(let error):
                #expect(error.code == .notOnCurve)
                refused += 1
            }
        }
        #expect(refused > 0)
    }

    @Test("The point at infinity, hybrid points and uncompressed ones in a Multikey are refused")
    func pointForms() throws {
        let key = try TestKeys.key(.p256).publicKey
        let x = try Base64URL.decode(#require(key.jwk["x"]?.stringValue))
        let y = try Base64URL.decode(#require(key.jwk["y"]?.stringValue))
        #expect(try PublicKey(.p256, point: [4] + x + y) == key)
        let parity = 6 | (y[31] & 1)
        let points: [[UInt8]] = [
            [], [0], [parity] + x + y, [5] + x, [2] + x.dropLast(), [4] + x, [4] + x + y + [0],
        ]
        for point in points {
            #expect(code { () throws(KeyError) in _ = try PublicKey(.p256, point: point) } == .malformed)
        }
        let zeros = [UInt8](repeating: 0, count: 64)
        #expect(code { () throws(KeyError) in _ = try PublicKey(.p256, point: [4] + zeros) } == .notOnCurve)
        let uncompressed = Multicodec.p256Pub.prefix([4] + x + y)
        #expect(code { () throws(KeyError) in _ = try PublicKey(multicodecBytes: uncompressed) } == .malformed)
        #expect(code { () throws(KeyError) in _ = try PublicKey(.rsa, point: [4] + x + y) } == .unsupported)
    }

    @Test("A coordinate that isn't below the field's prime is refused")
    func largeCoordinate() throws {
        // x = p + 5 for a point with x = 5 (P-256: 5 has a y), SP 800-186 §3.2.1.3.
        let enlarged = try hex("02ffffffff00000001000000000000000000000001000000000000000000000004")
        #expect(code { () throws(KeyError) in _ = try PublicKey(.p256, point: enlarged) } == .notOnCurve)
        let plain = [2] + [UInt8](repeating: 0, count: 31) + [5]
        #expect(code { () throws(KeyError) in _ = try PublicKey(.p256, point: plain) } == nil)
    }

    // MARK: RSA

    @Test(
        "RSA is taken from 2048 to 8192 bits",
        arguments: [(2047, KeyError.Code.weakRSA), (2048, nil), (8192, nil), (8193, .unsupported), (1024, .weakRSA)])
    func rsaSize(bits: Int, expected: KeyError.Code?) {
        var modulus = [UInt8](repeating: 0xFF, count: (bits + 7) / 8)
        modulus[0] = UInt8(truncatingIfNeeded: 0xFF >> (modulus.count * 8 - bits))
        let members = rsa(modulus, [1, 0, 1])
        #expect(code { () throws(KeyError) in _ = try PublicKey(jwk: members) } == expected)
    }

    @Test(
        "An RSA exponent is odd and from 3 to 2³²",
        arguments: [
            ([1], KeyError.Code.weakRSA), ([2], .weakRSA), ([3], nil), ([1, 0, 0], .weakRSA),
            ([0xFF, 0xFF, 0xFF, 0xFF], nil), ([1, 0, 0, 0, 1], .unsupported), ([], .weakRSA), ([0, 3], .malformed),
        ])
    func rsaExponent(exponent: [UInt8], expected: KeyError.Code?) {
        let members = rsa([UInt8](repeating: 0xFF, count: 256), exponent)
        #expect(code { () throws(KeyError) in _ = try PublicKey(jwk: members) } == expected)
    }

    @Test("An RSA modulus that is even, empty or begins with a zero is refused")
    func rsaModulus() {
        for modulus in [[], [0] + [UInt8](repeating: 0xFF, count: 256), [UInt8](repeating: 0xFE, count: 256)] {
            #expect(code { () throws(KeyError) in _ = try PublicKey(jwk: rsa(modulus, [3])) } == .malformed)
        }
    }

    private func rsa(_ modulus: [UInt8], _ exponent: [UInt8]) -> JSONObject {
        jwk(("kty", "RSA"), ("n", Base64URL.encode(modulus)), ("e", Base64URL.encode(exponent)))
    }

    // MARK: JWK and Multikey

    @Test(
        "A JWK with a private member is refused as a public key",
        arguments: ["d", "p", "q", "dp", "dq", "qi", "oth", "k"])
    func privateMember(name: String) throws {
        for type in KeyType.allCases {
            var members = try TestKeys.key(type).publicKey.jwk
            members[name] = .null
            #expect(code { () throws(KeyError) in _ = try PublicKey(jwk: members) } == .privateMember)
        }
    }

    @Test(
        "A JWK of another type or for another purpose is refused",
        arguments: [
            jwk(("kty", "oct")), jwk(("kty", "OKP"), ("crv", "X25519")), jwk(("kty", "EC"), ("crv", "secp256k1")),
            jwk(("kty", "EC"), ("crv", "P-521")), jwk(("kty", "OKP"), ("crv", "P-256")),
            jwk(("kty", "EC"), ("crv", "Ed25519")), jwk(("kty", "ec"), ("crv", "P-256")),
        ])
    func otherTypes(members: JSONObject) {
        #expect(code { () throws(KeyError) in _ = try PublicKey(jwk: members) } == .unsupported)
    }

    @Test("A JWK's use and alg have to fit, where they stand", arguments: KeyType.allCases)
    func purpose(type: KeyType) throws {
        let plain = try TestKeys.key(type).publicKey.jwk
        func found(_ name: String, _ value: JSONValue) -> KeyError.Code? {
            var members = plain
            members[name] = value
            return code { () throws(KeyError) in _ = try PublicKey(jwk: members) }
        }
        #expect(found("use", "sig") == nil)
        #expect(found("use", "enc") == .unsupported)
        #expect(found("use", .null) == .malformed)
        #expect(found("alg", .string(type.signatureAlgorithm.joseName)) == nil)
        #expect(found("alg", "PS256") == .unsupported)
        #expect(found("alg", "none") == .unsupported)
        #expect(found("kid", 7) == nil)
    }

    @Test("A JWK with missing, short, long or oddly spelt members is refused", arguments: KeyType.allCases)
    func brokenMembers(type: KeyType) throws {
        let plain = try TestKeys.key(type).publicKey.jwk
        for name in plain.names {
            for value: JSONValue in [.null, 5, ""] {
                var members = plain
                members[name] = value
                let found = code { () throws(KeyError) in _ = try PublicKey(jwk: members) }
                #expect(found != nil && found != .openSSL)
            }
            #expect(code { () throws(KeyError) in _ = try PublicKey(jwk: plain.removing(name)) } == .malformed)
            guard ["x", "y", "n", "e"].contains(name), let text = plain[name]?.stringValue else { continue }
            let bytes = try Base64URL.decode(text)
            for value in [text + "=", " " + text, "AAAA" + text, Base64URL.encode([0] + bytes)] {
                var members = plain
                members[name] = .string(value)
                #expect(code { () throws(KeyError) in _ = try PublicKey(jwk: members) } == .malformed)
            }
        }
    }

    @Test(
        "What isn't a Multikey of a known type is refused",
        arguments: [
            ("", KeyError.Code.malformed), ("z", .malformed), ("z0OIl", .malformed), ("6Mkh", .malformed),
            ("u7QEDAwMD", .malformed), ("zzzz", .unsupported),
        ])
    func brokenMultikeys(text: String, expected: KeyError.Code) {
        #expect(code { () throws(KeyError) in _ = try PublicKey(multikey: text) } == expected)
    }

    @Test("A private Multikey is refused where a public one is due")
    func privateMultikey() {
        let text = Multibase.encode(Multicodec.ed25519Priv.prefix([UInt8](repeating: 1, count: 32)), as: .base58btc)
        #expect(code { () throws(KeyError) in _ = try PublicKey(multikey: text) } == .privateMember)
    }

    @Test("Bytes that anybody sends make a key or an error, and nothing else")
    func noise() {
        forAll("noise never stops the program", rounds: 500) { generator in
            let codec: Multicodec = [.ed25519Pub, .p256Pub, .p384Pub, .rsaPub].randomElement(using: &generator)!
            let bytes = codec.prefix(generator.bytes(upTo: 120))
            let found = code { () throws(KeyError) in _ = try PublicKey(multicodecBytes: bytes) }
            return found != .openSSL
        }
    }
}
