import Cryptography
import Encodings
import TestSupport
import Testing

struct PrivateKeyTests {
    @Test("Two generated keys differ", arguments: [KeyType.ed25519, .p256, .p384])
    func generate(type: KeyType) throws {
        let keys = try [PrivateKey.generate(type), .generate(type)]
        #expect(keys[0].type == type && keys[0].publicKey != keys[1].publicKey)
    }

    @Test("A private JWK whose halves differ is refused")
    func mismatchedJWK() throws {
        var members = jwk(
            ("kty", "EC"), ("crv", "P-256"), ("x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
            ("y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"), ("d", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"))
        #expect(try PrivateKey(jwk: members).type == .p256)
        members["d"] = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LM"
        #expect(code { () throws(KeyError) in _ = try PrivateKey(jwk: members) } == .mismatchedHalves)
        #expect(code { () throws(KeyError) in _ = try PrivateKey(jwk: members.removing("d")) } == .malformed)

        var other = try PrivateKey(ed25519Seed: [UInt8](repeating: 1, count: 32)).publicKey.jwk
        other["d"] = .string(Base64URL.encode([UInt8](repeating: 2, count: 32)))
        #expect(code { () throws(KeyError) in _ = try PrivateKey(jwk: other) } == .mismatchedHalves)
    }

    @Test(
        "A private number of 0, of the group's order or above is refused",
        arguments: [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        ])
    func range(number: String) throws {
        let text = try Multibase.encode(Multicodec.p256Priv.prefix(hex(number)), as: .base58btc)
        #expect(code { () throws(KeyError) in _ = try PrivateKey(multikeySecret: text) } == .malformed)
    }

    @Test("The private number 1 has the curve's generator as its public half")
    func one() throws {
        let one = [UInt8](repeating: 0, count: 31) + [1]
        let key = try PrivateKey(multikeySecret: Multibase.encode(Multicodec.p256Priv.prefix(one), as: .base58btc))
        let generator = try hex("036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")
        #expect(try key.publicKey == PublicKey(.p256, point: generator))
    }

    @Test("What isn't a private Multikey is refused")
    func brokenMultikeys() throws {
        let short = Multibase.encode(Multicodec.ed25519Priv.prefix([1, 2, 3]), as: .base58btc)
        #expect(code { () throws(KeyError) in _ = try PrivateKey(multikeySecret: short) } == .malformed)
        #expect(code { () throws(KeyError) in _ = try PrivateKey(multikeySecret: "hello") } == .malformed)
        let publicText = try TestKeys.key(.ed25519).publicKey.multikey
        #expect(code { () throws(KeyError) in _ = try PrivateKey(multikeySecret: publicText) } == .unsupported)
    }
}
