import Encodings
import TestSupport
import Testing

@Suite struct MulticodecTests {
    @Test(
        "The kinds in use have the prefixes that the specifications print",
        arguments: [
            (Multicodec.ed25519Pub, "ed01"), (.x25519Pub, "ec01"), (.secp256k1Pub, "e701"), (.p256Pub, "8024"),
            (.p384Pub, "8124"), (.p521Pub, "8224"), (.rsaPub, "8524"), (.ed25519Priv, "8026"), (.p256Priv, "8626"),
            (.p384Priv, "8726"), (.sha2_256, "12"), (.sha2_384, "20"),
        ])
    func prefixes(_ codec: Multicodec, _ hex: String) throws {
        #expect(Base16.encode(codec.prefix([0xAB])) == hex + "ab")
        let (found, rest) = try Multicodec.split(Base16.decode(hex + "ab"))
        #expect(found == codec)
        #expect(rest == [0xAB])
    }

    @Test("A did:key begins with z6Mk because of the Ed25519 prefix")
    func multikey() {
        let text = Multibase.encode(Multicodec.ed25519Pub.prefix([UInt8](repeating: 7, count: 32)), as: .base58btc)
        #expect(text.hasPrefix("z6Mk"))
    }

    @Test(
        "A number that is cut short, longer than nine bytes, or not in its shortest form is refused",
        arguments: ["", "ed", "8080", "ed8100", "ed818000", "8000", "ffffffffffffffffff01", "808080808080808080"])
    func refusals(_ hex: String) throws {
        let bytes = try Base16.decode(hex)
        #expect(throws: EncodingError(.multicodec, "")) { try Multicodec.split(bytes) }
    }

    @Test("Zero is one byte, and the greatest number has nine")
    func extremes() throws {
        #expect(try Multicodec.split([0]).codec.rawValue == 0)
        let greatest = Multicodec(rawValue: UInt64.max >> 1)
        #expect(greatest.prefix([]).count == 9)
        #expect(try Multicodec.split(greatest.prefix([1, 2])).codec == greatest)
    }

    @Test("Splitting undoes prefixing")
    func roundTrip() {
        forAll("splitting undoes prefixing") { generator in
            let codec = Multicodec(rawValue: generator.next() >> UInt64.random(in: 1...63, using: &generator))
            let bytes = generator.bytes(upTo: 40)
            return try Multicodec.split(codec.prefix(bytes)) == (codec, bytes)
        }
    }
}
