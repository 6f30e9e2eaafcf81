import BadgeDefinitions
import Encodings
import Testing

@Suite("A diff of definitions")
struct DefinitionDiffTests {
    private func changes(_ old: JSONObject, _ new: JSONObject) -> [String] {
        DefinitionDiff.between(old, new).map { change in
            "\(change.path) \(change.old == nil ? "+" : change.new == nil ? "-" : "~")"
        }
    }

    @Test("tells what was changed, added and left out")
    func fields() {
        #expect(
            changes(["a": 1, "b": 2, "c": ["x": 1]], ["a": 1, "c": ["x": 2], "d": 3]) == ["$.b -", "$.c.x ~", "$.d +"])
        #expect(changes(["a": 1, "b": 2], ["b": 2, "a": 1.description == "1" ? 1 : 2]).isEmpty)
        #expect(changes(["a": [1, 2]], ["a": [1, 3, 4]]) == ["$.a[1] ~", "$.a[2] +"])
    }

    @Test("compares named elements by their names")
    func named() {
        let k1: JSONValue = ["id": "k1", "text": "a"]
        let k2: JSONValue = ["id": "k2", "text": "b"]
        let k3: JSONValue = ["id": "k3", "text": "c"]
        #expect(changes(["criteria": [k1, k2]], ["criteria": [k1, k3, k2]]) == ["$.criteria[1] +"])
        #expect(changes(["criteria": [k1, k2]], ["criteria": [k2]]) == ["$.criteria[0] -"])
        #expect(changes(["criteria": [k1, k2]], ["criteria": [k2, k1]]) == ["$.criteria ~"])
    }

    @Test("knows which changes a published version may have")
    func frozen() throws {
        let old = try #require(Texts.read(Texts.badge).definition)
        let new = try #require(Texts.read(try Texts.badge("\"published\"", "\"retired\"")).definition)
        let changes = DefinitionDiff.between(old, new)
        #expect(changes.map(\.path.description) == ["$.status"])
        #expect(changes.allSatisfy { !$0.isFrozen })
    }
}
