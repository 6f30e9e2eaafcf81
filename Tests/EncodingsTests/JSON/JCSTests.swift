import Encodings
import Foundation
import TestSupport
import Testing

@Suite("JSON Canonicalization Scheme")
struct JCSTests {
    @Test("RFC 8785's documents are canonicalised to the byte", .needsCorpus("jcs"), arguments: Corpus.cases("jcs"))
    func document(_ vector: CorpusVector) throws {
        let canonical = JCS.canonicalize(try JSONParser.parse(vector.read("input")))
        var expected = try vector.read("output")
        while expected.last == 0x0A { expected.removeLast() }
        #expect(canonical == expected)
    }

    @Test("ECMAScript's 5,000 numbers are written as it writes them", .needsCorpus("jcs"))
    func numbers() throws {
        let lines = String(decoding: try Corpus.read("jcs/es6-numbers-00001-05000.txt"), as: UTF8.self)
            .split(whereSeparator: \.isNewline)
        #expect(lines.count == 5000)
        for line in lines {
            let parts = line.split(separator: ",")
            guard parts.count == 2, let bits = UInt64(parts[0], radix: 16) else {
                Issue.record("not a line of numbers: \(line)")
                continue
            }
            let number = try #require(JSONNumber(text: Double(bitPattern: bits).description))
            #expect(String(decoding: JCS.canonicalize(.number(number)), as: UTF8.self) == parts[1])
        }
    }

    @Test("Members stand in the order of their names' UTF-16 units, however many there are")
    func order() {
        forAll("names are sorted by UTF-16 units") { generator in
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                // Names with a common beginning differ only beyond the eighth byte.
                let isLong = Bool.random(using: &generator)
                object[(isLong ? "abcdefgh" : "") + generator.text(upTo: 4)] = 1
            }
            let names = object.names.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
            let members = names.map { "\(String(decoding: JCS.canonicalize(.string($0)), as: UTF8.self)):1" }
            let canonical = String(decoding: JCS.canonicalize(.object(object)), as: UTF8.self)
            return canonical.utf8.elementsEqual("{\(members.joined(separator: ","))}".utf8)
        }
    }

    @Test("The shuffled members of an object give the same bytes")
    func shuffled() {
        let members: [JSONObject.Member] = ["b", "", "a", "\u{0}", "a\u{0}", "é", "e\u{301}", "\u{FFFD}", "\u{1F600}"]
            .map { .init(name: $0, value: .string($0)) }
        let canonical = JCS.canonicalize(.object(JSONObject(uniqueMembers: members)))
        forAll("order says nothing") { generator in
            let shuffled = members.shuffled(using: &generator)
            return JCS.canonicalize(.object(JSONObject(uniqueMembers: shuffled))) == canonical
        }
    }
}
