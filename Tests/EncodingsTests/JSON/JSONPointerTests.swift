import Encodings
import Testing

@Suite struct JSONPointerTests {
    @Test(
        "A pointer's names are told apart, unescaped and written back",
        arguments: [
            ("", []), ("/", [""]), ("/a/b", ["a", "b"]), ("/a~1b/m~0n", ["a/b", "m~n"]), ("/0/~01", ["0", "~1"]),
            ("/\u{E9}//", ["\u{E9}", "", ""]),
        ] as [(String, [String])])
    func parsed(_ text: String, _ tokens: [String]) throws {
        let pointer = try #require(JSONPointer(text))
        #expect(pointer.tokens == tokens)
        #expect(pointer.description == text)
    }

    @Test("Text that is no pointer isn't taken for one", arguments: ["a", "a/b", "#/a", "/~", "/a~2", "/~a"])
    func refused(_ text: String) { #expect(JSONPointer(text) == nil) }

    @Test(
        "A place in an array is written in one way", arguments: ["01", "-1", "+1", "", "1e0", "99999999999999999999"])
    func index(_ token: String) {
        if !token.isEmpty { #expect(JSONPointer.index(token) == nil) }
        #expect(JSONPointer.index("0") == 0)
        #expect(JSONPointer.index("10") == 10)
    }
}
