import Encodings
import TestSupport
import Testing

/// One text has one meaning, or is refused with its place.
@Suite struct JSONParserTests {
    private func parse(_ text: String, limits: JSONLimits = .document) throws -> JSONValue {
        try JSONParser.parse(Array(text.utf8), limits: limits)
    }

    @Test("Values of every kind are read, members in their order and numbers with their digits")
    func kinds() throws {
        let value = try parse(
            #" {"b": [1.0, -0, 2e3, -1.5E-2], "a": {"t": true, "f": false, "n": null}, "s": "\"\\\/\b\f\n\r\t\u00e4😀"} "#
        )
        #expect(value.objectValue?.names == ["b", "a", "s"])
        #expect(value["b"]?.arrayValue?.map { $0.numberValue?.text } == ["1.0", "-0", "2e3", "-1.5E-2"])
        #expect(value["a"] == ["n": nil, "t": true, "f": false])
        #expect(value["s"] == "\"\\/\u{8}\u{C}\n\r\tä😀")
        #expect(try parse("[]") == [] && parse("{}") == [:] && parse("\"\"") == "" && parse(" 1 ") == 1)
    }

    @Test(
        "What breaks the grammar or has two meanings is refused with line and column",
        arguments: [
            ("", .malformed, 1, 1), ("  \n ", .malformed, 2, 2), ("{", .malformed, 1, 2), ("[1", .malformed, 1, 3),
            ("[1,]", .malformed, 1, 4), ("[,1]", .malformed, 1, 2), ("{\"a\":1,}", .malformed, 1, 8),
            ("{a:1}", .malformed, 1, 2),
            ("{'a':1}", .malformed, 1, 2), ("{\"a\" 1}", .malformed, 1, 6), ("{\"a\":}", .malformed, 1, 6),
            ("[1 2]", .malformed, 1, 4), ("1 2", .malformed, 1, 3), ("{} x", .malformed, 1, 4),
            ("[1}", .malformed, 1, 3),
            ("nul", .malformed, 1, 1), ("True", .malformed, 1, 1), ("NaN", .malformed, 1, 1),
            ("Infinity", .malformed, 1, 1),
            ("// x\n1", .malformed, 1, 1), ("[1] // x", .malformed, 1, 5), ("\u{FEFF}1", .malformed, 1, 1),
            ("01", .malformed, 1, 1), ("-", .malformed, 1, 2), ("+1", .malformed, 1, 1), (".5", .malformed, 1, 1),
            ("1.", .malformed, 1, 3), ("1e", .malformed, 1, 3), ("1e+", .malformed, 1, 4), ("0x1", .malformed, 1, 2),
            ("-01", .malformed, 1, 1), ("\"a", .malformed, 1, 1), ("\"a\nb\"", .malformed, 1, 3),
            ("\"\u{1}\"", .malformed, 1, 2),
            ("\"\\x\"", .malformed, 1, 2), ("\"\\u12\"", .malformed, 1, 7), ("\"\\u12g4\"", .malformed, 1, 2),
            ("\"ä\\u00", .malformed, 1, 7), ("\u{A0}1", .malformed, 1, 1), ("\"\\", .malformed, 1, 3),
            ("{\"a\":1,\n \"a\":2}", .duplicateKey, 2, 2), ("{\"a\":1,\"\\u0061\":2}", .duplicateKey, 1, 8),
            ("[{\"x\":{\"é\":1,\"é\":2}}]", .duplicateKey, 1, 14), ("1e400", .numberRange, 1, 1),
            ("[1,\n-1e999]", .numberRange, 2, 1), ("\"\\ud800\"", .loneSurrogate, 1, 2),
            ("\"x\\udc00\"", .loneSurrogate, 1, 3),
            ("\"\\ud800\\ud800\"", .loneSurrogate, 1, 2), ("\"\\ud800x\"", .loneSurrogate, 1, 2),
            ("\"\\ud800\\n\"", .loneSurrogate, 1, 2),
        ] as [(String, JSONError.Code, Int, Int)])
    func refused(_ text: String, _ code: JSONError.Code, _ line: Int, _ column: Int) {
        let error = #expect(throws: JSONError.self) { try parse(text) }
        #expect(error?.code == code)
        #expect(error?.position == TextPosition(line: line, column: column))
    }

    @Test(
        "Bytes that aren't UTF-8 are refused where they stand",
        arguments: [
            ([0xFF], 2), ([0x61, 0x80], 3), ([0xC0, 0xAF], 2), ([0xC3], 2), ([0xED, 0xA0, 0x80], 2),
            ([0xF5, 0x80, 0x80, 0x80], 2), ([0xC3, 0xA4, 0xE2, 0x82], 3), ([0x5C, 0x6E, 0xFF], 4),
        ] as [([UInt8], Int)])
    func notUTF8(_ bytes: [UInt8], _ column: Int) {
        for isName in [false, true] {
            let text = isName ? [0x7B, 0x22] + bytes + Array("\":1}".utf8) : [0x22] + bytes + [0x22]
            let error = #expect(throws: JSONError.self) { try JSONParser.parse(text) }
            #expect(error?.code == .invalidUTF8)
            #expect(error?.position == TextPosition(line: 1, column: isName ? column + 1 : column))
        }
    }

    @Test("A name given twice is found in small and large objects, first, last and around the change of method")
    func duplicatesEverywhere() throws {
        for count in [2, 31, 32, 33, 34, 200] {
            for (first, second) in [(0, count - 1), (count - 2, count - 1), (0, 1)] {
                let names = (0..<count).map { "k\($0 == second ? first : $0)" }
                let text = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
                #expect(throws: JSONError(.duplicateKey, "", at: .init(line: 1, column: 1))) { try parse(text) }
            }
            let distinct = "{" + (0..<count).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
            #expect(try parse(distinct).objectValue?.count == count)
        }
    }

    @Test("A name from a stranger can't paint the terminal through the message")
    func shownName() {
        let name = "\u{202E}" + String(repeating: "x", count: 5000)
        let error = #expect(throws: JSONError.self) { try parse("{\"\(name)\":1,\"\(name)\":2}") }
        #expect(error?.message.contains("\\u{202E}") == true)
        #expect((error?.message.utf8.count ?? 0) < 1000)
    }

    @Test("Names differ by their bytes: é and e\u{301} are two")
    func namesByBytes() throws {
        let value = try parse("{\"é\":1,\"e\u{301}\":2}")
        #expect(value["é"] == 1 && value["e\u{301}"] == 2)
        #expect(try parse("\"é\"") != parse("\"e\u{301}\""))
        #expect(try parse("{\"é\":1}") != parse("{\"e\u{301}\":1}"))
        var object: JSONObject = ["é": 1]
        object["e\u{301}"] = 2
        #expect(object.count == 2 && object.removing("é") == ["e\u{301}": 2])
        #expect(Set<JSONValue>(["é", "e\u{301}"]).count == 2)
    }

    // MARK: Limits

    @Test("Bytes, depth, values and strings have limits, and reach them")
    func limits() throws {
        let small = JSONLimits(maxBytes: 20, maxDepth: 3, maxValues: 4, maxStringBytes: 5)
        #expect(throws: Never.self) { try parse("[[[1]]]             ", limits: small) }
        for (text, code) in [
            ("[[[1]]]              ", .tooLarge), ("[[[[1]]]]", .tooDeep), ("[[{\"a\":{}}]]", .tooDeep),
            ("[1,2,3,4]", .tooManyValues),
            ("\"123456\"", .stringTooLong), ("\"äää\"", .stringTooLong), ("\"\\u00e4ää\"", .stringTooLong),
            ("{\"123456\":1}", .stringTooLong),
        ] as [(String, JSONError.Code)] {
            let error = #expect(throws: JSONError.self) { try parse(text, limits: small) }
            #expect(error?.code == code, "\(text)")
            #expect(error?.codeText.hasPrefix("limit.") == true)
        }
        #expect(throws: Never.self) { try parse("[1,2,3]", limits: small) }
        #expect(throws: Never.self) { try parse("\"12345\"", limits: small) }
        #expect(throws: Never.self) { try parse("\"äa\\u00e4\"", limits: small) }
    }

    @Test("The limits for documents are those that are promised")
    func documentLimits() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try parse(nested(64)) }
        #expect(throws: JSONError(.tooDeep, "", at: .init(line: 1, column: 1))) { try parse(nested(65)) }
        func values(_ count: Int) -> String {
            "[" + Array(repeating: "1", count: count - 1).joined(separator: ",") + "]"
        }
        #expect(throws: Never.self) { try parse(values(20_000)) }
        #expect(throws: JSONError(.tooManyValues, "", at: .init(line: 1, column: 1))) { try parse(values(20_001)) }
        func string(_ count: Int) -> String { "\"" + String(repeating: "x", count: count) + "\"" }
        #expect(throws: Never.self) { try parse(string(1 << 20)) }
        #expect(throws: JSONError(.stringTooLong, "", at: .init(line: 1, column: 1))) {
            try parse(string((1 << 20) + 1))
        }
        #expect(throws: Never.self) { try parse(string((1 << 20) + 1), limits: .statusList) }
        let tooLarge = [UInt8](repeating: 0x20, count: (2 << 20) + 1)
        #expect(throws: JSONError(.tooLarge, "", at: .init(line: 1, column: 1))) { try JSONParser.parse(tooLarge) }
    }

    @Test("Any bytes are read or refused")
    func anyBytes() {
        let letters = Array("{}[]\":,0123456789.eE+-truefalsn\\u \n\u{C3}\u{A4}".utf8)
        forAll("random text is answered, and what is read is written and read again alike", rounds: 2000) { generator in
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                letters.randomElement(using: &generator) ?? 0
            }
            guard let value = try? JSONParser.parse(bytes) else { return true }
            return try JSONParser.parse(JSONWriter.compact(value)) == value
        }
    }
}
