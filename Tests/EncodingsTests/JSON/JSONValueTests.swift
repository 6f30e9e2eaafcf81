import Encodings
import Testing

@Suite struct JSONValueTests {
    @Test("Objects are equal whatever the order of their members, and hash alike")
    func equality() {
        let (a, b): (JSONObject, JSONObject) = (["x": 1, "y": [2]], ["y": [2], "x": 1])
        #expect(a == b && a.hashValue == b.hashValue)
        #expect(a != ["x": 1, "y": [3]] && a != ["x": 1] && a != ["x": 1, "z": [2]])
    }

    @Test("Objects in each other, each with its members in another order, are compared once each")
    func nestedOrders() {
        func nested(_ depth: Int, _ order: ([(String, JSONValue)]) -> [(String, JSONValue)]) -> JSONValue {
            var value: JSONValue = 0
            for _ in 0..<depth { value = .object(JSONObject(order([("x", value), ("y", 1), ("z", 2)]))) }
            return value
        }
        // A second try at each level would make 2⁶⁰ comparisons.
        #expect(nested(60) { $0 } == nested(60) { [$0[0], $0[2], $0[1]] })
        #expect(nested(60) { $0 } != nested(59) { [$0[0], $0[2], $0[1]] })
        let names = (0..<20_000).map { ("name\($0)", JSONValue.number(JSONNumber($0))) }
        #expect(
            JSONObject(uniqueMembers: names.map { .init(name: $0.0, value: $0.1) })
                == JSONObject(uniqueMembers: names.reversed().map { .init(name: $0.0, value: $0.1) }))
    }

    @Test("Numbers are equal as doubles, and keep their digits")
    func numbers() throws {
        let (one, alsoOne) = (try #require(JSONNumber(text: "1")), try #require(JSONNumber(text: "1.0")))
        #expect(one == alsoOne && one.hashValue == alsoOne.hashValue)
        #expect(one.text != alsoOne.text && one.intValue == 1 && alsoOne.intValue == nil)
        #expect(JSONNumber(text: "1e999") == nil && JSONNumber(text: "x") == nil)
        #expect(JSONNumber(text: "9223372036854775808")?.intValue == nil)
    }

    @Test("A member is replaced in its place, added at the end and removed")
    func members() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["a"] = 3
        object["c"] = 4
        #expect(object.names == ["a", "b", "c"] && object["a"] == 3)
        object["a"] = nil
        object["zz"] = nil
        #expect(object.names == ["b", "c"] && object.removing("b").names == ["c"])
        #expect(JSONObject([("x", 1), ("y", 2), ("x", 3)]) == ["x": 3, "y": 2])
        #expect(JSONObject([("x", 1), ("y", 2), ("x", 3)]).names == ["x", "y"])
    }

    @Test("A value is a list of itself, an array its elements, null none")
    func lists() {
        #expect(JSONValue.null.asList.isEmpty)
        #expect(JSONValue.string("x").asList == ["x"])
        #expect((["x", nil] as JSONValue).asList == ["x", nil])
    }
}
