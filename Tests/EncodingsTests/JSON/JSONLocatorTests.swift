import Encodings
import Testing

@Suite struct JSONLocatorTests {
    static let text = """
        {
          "name": {"fi": "Ääni", "x": 1},
          "levels": [1, {"é": 2}, {"e\u{301}": 3}],
          "last": null
        }
        """

    @Test(
        "The place of a value, or of the nearest thing above one that isn't there",
        arguments: [
            ([], 1, 1), ([.name("name")], 2, 11), ([.name("name"), .name("fi")], 2, 18),
            ([.name("name"), .name("x")], 2, 31),
            ([.name("levels"), .index(0)], 3, 14), ([.name("levels"), .index(1), .name("é")], 3, 23),
            ([.name("levels"), .index(2), .name("e\u{301}")], 3, 34), ([.name("last")], 4, 11), ([.name("none")], 1, 1),
            ([.name("name"), .name("sv")], 2, 11), ([.name("levels"), .index(9)], 3, 13), ([.index(0)], 1, 1),
            ([.name("last"), .name("x")], 4, 11),
        ] as [([JSONPath.Step], Int, Int)])
    func places(_ steps: [JSONPath.Step], _ line: Int, _ column: Int) {
        let position = JSONLocator.position(of: JSONPath(steps), in: Array(Self.text.utf8))
        #expect(position == TextPosition(line: line, column: column))
    }

    @Test("Text that isn't JSON has no places, or the last one that could be read")
    func broken() {
        #expect(JSONLocator.position(of: .root, in: []) == nil)
        #expect(
            JSONLocator.position(of: JSONPath([.name("b")]), in: Array("{\"a\":tru,\"b\":1}".utf8))
                == TextPosition(line: 1, column: 1))
        #expect(
            JSONLocator.position(of: JSONPath([.name("b")]), in: Array("{".utf8)) == TextPosition(line: 1, column: 1))
    }

    @Test("Paths are written as people read them")
    func paths() {
        #expect(JSONPath.root.description == "$")
        #expect(
            JSONPath.root.appending("levels").appending(1).appending("name").appending("fi").description
                == "$.levels[1].name.fi")
        #expect(JSONPath.root.appending("@context").description == "$['@context']")
    }
}
