import Encodings
import Foundation
import TestSupport
import Testing

@Suite("JSON Canonicalization Scheme, members and strings")
struct JCSOrderTests {
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
