import Encodings
import TestSupport
import Testing

@Suite struct Base64Tests {
    @Test(
        "RFC 4648 §10's examples, with padding and without",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func examples(_ plain: String, _ encoded: String) throws {
        let unpadded = encoded.filter { $0 != "=" }
        #expect(Base64.encode(plain.utf8) == encoded)
        #expect(Base64URL.encode(plain.utf8) == unpadded)
        #expect(Base64URL.encodedBytes(plain.utf8) == Array(unpadded.utf8))
        #expect(try Base64.decode(encoded) == Array(plain.utf8))
        #expect(try Base64URL.decode(unpadded) == Array(plain.utf8))
    }

    @Test("The two alphabets differ in their last two characters")
    func alphabets() throws {
        let bytes: [UInt8] = [0xFB, 0xEF, 0xFF]
        #expect(Base64.encode(bytes) == "++//")
        #expect(Base64URL.encode(bytes) == "--__")
        #expect(throws: EncodingError(.base64, "")) { try Base64.decode("--__") }
        #expect(throws: EncodingError(.base64URL, "")) { try Base64URL.decode("++//") }
    }

    @Test(
        "base64url has one spelling: padding, whitespace, set unused bits and odd lengths are refused",
        arguments: [
            "Zg==", "Zg=", "Zm8=", "=", "Zh", "Zm9", "A", "Zm9vY", " Zm9v", "Zm9v\n", "Zm 9", "Zm9vé", "Zm.v",
            "Zm9v\0AAA",
        ])
    func base64URLRefusals(_ text: String) {
        #expect(throws: EncodingError(.base64URL, "")) { try Base64URL.decode(text) }
    }

    @Test(
        "base64 has one spelling: missing or misplaced padding, whitespace and set unused bits are refused",
        arguments: [
            "Zg", "Zg=", "Zh==", "Zm9=", "Zg===", "====", "Z===", "Zg==Zg==", "Zm9v\n", "Zm9\nv===", "=Zg=", "Zm=v",
            "A===",
        ])
    func base64Refusals(_ text: String) {
        #expect(throws: EncodingError(.base64, "")) { try Base64.decode(text) }
    }

    @Test("Each value of the last character's unused bits but zero is refused")
    func unusedBits() throws {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        for (value, character) in alphabet.enumerated() {
            #expect((try? Base64URL.decode("A\(character)")) == (value % 16 == 0 ? [UInt8(value / 16)] : nil))
            #expect((try? Base64URL.decode("AA\(character)")) == (value % 4 == 0 ? [0, UInt8(value / 4)] : nil))
        }
    }

    @Test("Decoding undoes encoding, from text, slices and bytes alike")
    func roundTrip() {
        forAll("decoding undoes encoding") { generator in
            let bytes = generator.bytes(upTo: 300)
            let text = "x" + Base64URL.encode(bytes)
            return try Base64.decode(Base64.encode(bytes)) == bytes
                && Base64URL.decode(text.dropFirst()) == bytes
                && Base64URL.decode(Array(text.utf8)[1...]) == bytes
                && Base64URL.encode(bytes[...]) == text.dropFirst()
        }
    }

    @Test("What decodes is exactly what encoding would have written")
    func canonical() {
        let alphabet = Array("ABCabc019-_+/= ".utf8)
        forAll("a text that decodes is canonical", rounds: 2000) { generator in
            let count = Int.random(in: 0...9, using: &generator)
            let text = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
            if let bytes = try? Base64URL.decode(text), Base64URL.encodedBytes(bytes) != text { return false }
            if let bytes = try? Base64.decode(text), Array(Base64.encode(bytes).utf8) != text { return false }
            return true
        }
    }
}
