import Encodings
import Testing

@Suite struct SameBytesTests {
    /// The same text by ways that leave it in memory differently.
    private static func spellings(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        var grown = ""
        grown.reserveCapacity(200)
        for byte in text.unicodeScalars { grown.unicodeScalars.append(byte) }
        return [text, String(decoding: bytes, as: UTF8.self), grown, String(("<" + text + ">").dropFirst().dropLast())]
    }

    @Test("A text is the same however it came about, at every length")
    func same() {
        for length in 0...40 {
            let text = String(String(repeating: "abcdefgö", count: 6).unicodeScalars.prefix(length))
            for left in Self.spellings(of: text) {
                for right in Self.spellings(of: text) { #expect(left.hasSameBytes(as: right), "\(length)") }
            }
        }
    }

    @Test("One other byte, and it is another text")
    func different() {
        for length in 1...40 {
            let bytes = [UInt8](repeating: 0x61, count: length)
            for place in 0..<length {
                var changed = bytes
                changed[place] = 0x62
                let (left, right) = (String(decoding: bytes, as: UTF8.self), String(decoding: changed, as: UTF8.self))
                #expect(!left.hasSameBytes(as: right), "\(place) of \(length)")
            }
        }
    }

    @Test("Canonically equivalent texts differ")
    func equivalent() {
        #expect("é" == "e\u{301}")
        #expect(!"é".hasSameBytes(as: "e\u{301}"))
        let object: JSONObject = ["é": 1]
        #expect(object["e\u{301}"] == nil)
    }
}
