import Encodings
import TestSupport
import Testing

/// RFC 8785, by the vectors of its author and of its appendix.
@Suite struct JCSTests {
    private func canonical(_ text: String) throws -> String {
        String(decoding: JCS.canonicalize(try JSONParser.parse(Array(text.utf8))), as: UTF8.self)
    }

    @Test("The RFC's documents are canonicalised to the byte", .needsCorpus("jcs"), arguments: Corpus.cases("jcs"))
    func documents(_ vector: CorpusVector) throws {
        let canonical = JCS.canonicalize(try JSONParser.parse(try vector.read("input")))
        #expect(canonical == (try vector.read("output")))
        // A canonical text is its own canonical form.
        #expect(JCS.canonicalize(try JSONParser.parse(canonical)) == canonical)
    }

    @Test("Five thousand numbers are written as ECMAScript writes them", .needsCorpus("jcs"))
    func numbers() throws {
        let name = try #require(Corpus.files(in: "jcs").first { $0.hasPrefix("es6-numbers") })
        let lines = String(decoding: try Corpus.read("jcs/\(name)"), as: UTF8.self).split(whereSeparator: \.isNewline)
        #expect(lines.count >= 5000)
        for line in lines {
            let parts = line.split(separator: ",")
            let bits = try #require(UInt64(parts[0], radix: 16))
            let double = Double(bitPattern: bits)
            guard double.isFinite else { continue }
            let number = try #require(JSONNumber(text: "\(double)"))
            let text = String(decoding: JCS.canonicalize(.number(number)), as: UTF8.self)
            #expect(text == parts[1], "\(parts[0])")
        }
    }

    @Test("RFC 8785 appendix B", .needsCorpus("jcs"))
    func appendixB() throws {
        let rows = try #require(try JSONParser.parse(Corpus.read("jcs/rfc8785-appendix-b.json")).arrayValue)
        #expect(rows.count == 26)
        for row in rows {
            let texts = row.objectValue?.members.compactMap { $0.value.stringValue } ?? []
            let bits = try #require(texts.lazy.compactMap { $0.utf8.count == 16 ? UInt64($0, radix: 16) : nil }.first)
            let double = Double(bitPattern: bits)
            guard double.isFinite else {
                #expect(JSONNumber(text: "\(double)") == nil)
                continue
            }
            let number = try #require(JSONNumber(text: "\(double)"))
            let text = String(decoding: JCS.canonicalize(.number(number)), as: UTF8.self)
            #expect(texts.contains(text), "\(row)")
        }
    }

    @Test(
        "Numbers at the edges",
        arguments: [
            ("-0", "0"), ("-0.0", "0"), ("1.0", "1"), ("1e21", "1e+21"), ("1e20", "100000000000000000000"),
            ("1e-6", "0.000001"),
            ("1e-7", "1e-7"), ("123456789012345678", "123456789012345680"), ("9007199254740993", "9007199254740992"),
            ("-9223372036854775808", "-9223372036854776000"), ("9223372036854775808", "9223372036854776000"),
            ("5e-324", "5e-324"), ("1.7976931348623157e308", "1.7976931348623157e+308"), ("1e-400", "0"),
            ("333333333.33333329", "333333333.3333333"), ("4.50", "4.5"), ("2e-3", "0.002"),
        ])
    func edges(_ written: String, _ canonical: String) throws { #expect(try self.canonical(written) == canonical) }

    @Test("Names are sorted by UTF-16 code units")
    func order() throws {
        #expect(
            try canonical(
                "{\"\u{FB33}\":1,\"😀\":2,\"é\":3,\"e\u{301}\":4,\"\":5,\"a\":6,\"A\":7,\"aa\":8,\"\u{80}\":9}")
                == "{\"\":5,\"A\":7,\"a\":6,\"aa\":8,\"e\u{301}\":4,\"\u{80}\":9,\"é\":3,\"😀\":2,\"\u{FB33}\":1}")
        forAll("members are sorted as UTF-16") { generator in
            guard case .object(let object) = JSONWriterTests.value(using: &generator, depth: 1) else { return true }
            let sorted = object.names.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
            let canonical = try JSONParser.parse(JCS.canonicalize(.object(object)))
            return zip(canonical.objectValue?.names ?? [], sorted).allSatisfy { $0.hasSameBytes(as: $1) }
        }
    }

    @Test("The order of members and the digits of numbers don't count, the bytes of text do")
    func sameness() throws {
        #expect(try canonical(#"{"b":1.0,"a":"\u00e4"}"#) == canonical(#"{ "a" : "ä", "b" : 1 }"#))
        #expect(Array(try canonical("\"é\"").utf8) != Array(try canonical("\"e\u{301}\"").utf8))
    }
}
