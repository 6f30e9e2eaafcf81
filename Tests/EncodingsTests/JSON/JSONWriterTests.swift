import Encodings
import TestSupport
import Testing

@Suite struct JSONWriterTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("Compact and pretty text, members in their order and numbers with their digits")
    func forms() throws {
        let value = try JSONParser.parse(Array(#"{"b":[1.0,{}],"a":[],"é/":"x\u0001"}"#.utf8))
        #expect(text(JSONWriter.compact(value)) == #"{"b":[1.0,{}],"a":[],"é/":"x\u0001"}"#)
        #expect(
            text(JSONWriter.pretty(value)) == """
                {
                  "b": [
                    1.0,
                    {}
                  ],
                  "a": [],
                  "é/": "x\\u0001"
                }

                """)
    }

    @Test("Only what must be escaped is")
    func escapes() {
        #expect(
            text(JSONWriter.compact("\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F} \"\\/\u{7F}\u{2028}😀"))
                == "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/\u{7F}\u{2028}😀\"")
    }

    @Test("What is written is read as it was, in every form")
    func roundTrip() {
        forAll("writing and reading gives the same value") { generator in
            let value = Self.value(using: &generator, depth: 4)
            let compact = try JSONParser.parse(JSONWriter.compact(value))
            let pretty = try JSONParser.parse(JSONWriter.pretty(value))
            let canonical = try JSONParser.parse(JCS.canonicalize(value))
            // Equality passes over the order of members; the text doesn't.
            return compact == value && pretty == value && canonical == value
                && JSONWriter.compact(compact) == JSONWriter.compact(value)
                && JCS.canonicalize(canonical) == JCS.canonicalize(value)
        }
    }

    /// A value of any kind, names in no order.
    static func value(using generator: inout SeededGenerator, depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .number(JSONNumber(Int.random(in: -1_000_000...1_000_000, using: &generator)))
        case 3:
            let double = Double(bitPattern: generator.next())
            return JSONNumber(text: double.isFinite ? "\(double)" : "0").map { .number($0) } ?? .null
        case 4: return .string(text(using: &generator))
        case 5:
            return .array(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in value(using: &generator, depth: depth - 1) })
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                object[text(using: &generator)] = value(using: &generator, depth: depth - 1)
            }
            return .object(object)
        }
    }

    private static func text(using generator: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            let range: ClosedRange<UInt32> =
                [0...0x7F, 0x80...0x7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF]
                .randomElement(using: &generator) ?? 0...0x7F
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
        }
        return String(text)
    }
}
