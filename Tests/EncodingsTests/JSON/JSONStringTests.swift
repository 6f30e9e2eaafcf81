import Encodings
import TestSupport
import Testing

@Suite("Strings in JSON")
struct JSONStringTests {
    @Test("Any text comes back as it was written, compactly, prettily and canonically")
    func roundTrip() {
        forAll("reading undoes writing") { generator in
            let value: JSONValue = .object(
                JSONObject([(generator.text(upTo: 40), .string(generator.text(upTo: 60)))]))
            return try [JSONWriter.compact(value), JSONWriter.pretty(value), JCS.canonicalize(value)].allSatisfy {
                try JSONParser.parse($0) == value
            }
        }
    }

    @Test("A byte that needs an escape is found at each place of a string", arguments: 0..<40)
    func escapeAtEachPlace(_ place: Int) throws {
        for (byte, escape) in [(UInt8(0x22), "\\\""), (0x5C, "\\\\"), (0x1F, "\\u001f"), (0x0A, "\\n"), (0, "\\u0000")]
        {
            let before = [UInt8](repeating: 0x61, count: place)
            let text = String(decoding: before + [byte] + before, as: UTF8.self)
            let quoted = Array("\"".utf8) + before + Array(escape.utf8) + before + Array("\"".utf8)
            #expect(JSONWriter.compact(.string(text)) == quoted)
            #expect(try JSONParser.parse(quoted) == .string(text))
            let raw = Array("\"".utf8) + before + [byte] + before + Array("\"".utf8)
            #expect(throws: JSONError.self) { try JSONParser.parse(raw) }
        }
    }

    @Test("Bytes that aren't UTF-8 are refused at each place of a string, and named by their column", arguments: 0..<20)
    func brokenAtEachPlace(_ place: Int) throws {
        for broken: [UInt8] in [[0x80], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF]] {
            let text = [0x22] + [UInt8](repeating: 0x61, count: place) + broken + [0x61, 0x22]
            let error = #expect(throws: JSONError.self) { try JSONParser.parse(text) }
            #expect(error?.code == .invalidUTF8)
            #expect(error?.position == TextPosition(line: 1, column: place + 2))
        }
    }

    @Test("A name that stands twice is refused, also when one of the two is written with escapes")
    func duplicates() {
        for text in [#"{"ab":1,"c":2,"ab":3}"#, #"{"ab":1,"\u0061b":2}"#, #"{"":1,"":2}"#] {
            let error = #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
            #expect(error?.code == .duplicateKey)
        }
        forAll("of many names the one that stands twice is found") { generator in
            var names = (0..<Int.random(in: 1...60, using: &generator)).map { "n\($0)" }
            names.insert(names[Int.random(in: names.indices, using: &generator)], at: names.count / 2)
            let text = "{\(names.map { "\"\($0)\":1" }.joined(separator: ","))}"
            do throws(JSONError) { _ = try JSONParser.parse(Array(text.utf8)) } catch {
                return error.code == .duplicateKey
            }
            return false
        }
    }

    @Test("Names that only Unicode takes for one are two")
    func canonicallyEquivalentNames() throws {
        let value = try JSONParser.parse(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
        #expect(value.objectValue?.count == 2)
        #expect(value["e\u{301}"] == 2)
    }
}
