import Encodings
import TestSupport
import Testing

@Suite struct Base58BTCTests {
    @Test(
        "The multibase project's vectors", .needsCorpus("multibase/base58btc.json"),
        arguments: Corpus.cases("multibase/base58btc.json"))
    func vector(_ vector: CorpusVector) throws {
        let expected = try #require(vector.text("base58btc"))
        let bytes = try vector.text("hex").map { try Base16.decode($0) } ?? Array(#require(vector.text("text")).utf8)
        #expect(Base58BTC.encode(bytes) == expected)
        #expect(try Base58BTC.decode(expected) == bytes)
    }

    @Test(
        "Each leading zero byte is one 1, and no byte is nothing",
        arguments: [("", ""), ("00", "1"), ("0000", "11"), ("0001", "12"), ("39", "z"), ("3a", "21"), ("ff", "5Q")])
    func edges(_ hex: String, _ text: String) throws {
        #expect(Base58BTC.encode(try Base16.decode(hex)) == text)
        #expect(try Base16.encode(Base58BTC.decode(text)) == hex)
    }

    @Test(
        "Characters that look like others are no base58, wherever they stand",
        arguments: ["0", "O", "I", "l", "é", " ", "+"])
    func refusals(_ character: String) {
        for text in [character, "1\(character)", "2NEpo7TZRRrLZS\(character)i2U", "2NEpo7TZRRrL\(character)"] {
            #expect(throws: EncodingError(.base58, "")) { try Base58BTC.decode(text) }
        }
    }

    @Test("Text up to the limit is read quickly, and beyond it refused")
    func limit() throws {
        let longest = String(repeating: "z", count: Base58BTC.maxTextBytes)
        let duration = try ContinuousClock().measure {
            let bytes = try Base58BTC.decode(longest)
            #expect(Base58BTC.encode(bytes) == longest)
        }
        #expect(duration < .seconds(1))
        #expect(throws: EncodingError(.base58Limit, "")) { try Base58BTC.decode(longest + "z") }
        #expect(throws: EncodingError(.base58Limit, "")) {
            try Base58BTC.decode(String(repeating: "1", count: Base58BTC.maxTextBytes + 1))
        }
    }

    @Test("Every length around the machine word's comes back, with zeros in front and behind")
    func roundTrip() {
        forAll("decoding undoes encoding", rounds: 1000) { generator in
            let zeros = [UInt8](repeating: 0, count: Int.random(in: 0...3, using: &generator))
            let bytes = zeros + generator.bytes(upTo: 80) + zeros
            return try Base58BTC.decode(Base58BTC.encode(bytes)) == bytes
        }
    }

    @Test("The work agrees with long division, byte by byte")
    func longDivision() {
        let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
        forAll("the text is that of long division") { generator in
            let bytes = generator.bytes(upTo: 40)
            var digits: [Int] = []
            for byte in bytes {
                var carry = Int(byte)
                for place in digits.indices {
                    carry += digits[place] * 256
                    digits[place] = carry % 58
                    carry /= 58
                }
                while carry > 0 {
                    digits.append(carry % 58)
                    carry /= 58
                }
            }
            let zeros = bytes.prefix { $0 == 0 }.count
            let text = String(repeating: "1", count: zeros) + String(digits.reversed().map { alphabet[$0] })
            return Base58BTC.encode(bytes) == text
        }
    }
}
