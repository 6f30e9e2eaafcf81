import Testing

@testable import LinkedData

/// RFC 3986, section 5.4: the examples of resolving a reference.
@Suite("JSON-LD: IRI references") struct IRIReferenceTests {
    @Test(
        "References are resolved as RFC 3986 resolves them",
        arguments: [
            ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"),
            ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
            ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
            ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"),
        ])
    func resolved(_ reference: String, _ target: String) {
        #expect(IRIReference.resolve(reference, against: "http://a/b/c/d;p?q") == target)
    }

    @Test("Without a base a reference stays what it is")
    func withoutBase() {
        #expect(IRIReference.resolve("../g", against: nil) == "../g")
    }

    @Test("Empty paths of a base with a host get a slash")
    func emptyPath() {
        #expect(IRIReference.resolve("g", against: "http://a") == "http://a/g")
        #expect(IRIReference.resolve("g", against: "urn:a") == "urn:g")
    }

    @Test(
        "Kinds of texts are told apart",
        arguments: [
            ("urn:a", .iri), ("https://example.org/ä", .iri), ("_:b", .blankNode), ("a", .relative), ("", .relative),
            ("1a:b", .relative), (":a", .relative), ("@type", .relative), ("urn:a b", .malformed),
            ("urn:a#b#c", .malformed), ("urn:a<b", .malformed), ("a+b-c.1:d", .iri), ("ä:b", .relative),
        ] as [(String, IRI.Kind)])
    func kinds(_ text: String, _ kind: IRI.Kind) {
        #expect(text.withTextBytes(IRI.kind) == kind)
    }

    @Test(
        "Language tags are told from other texts",
        arguments: [
            ("fi", true), ("en-GB", true), ("zh-Hant-TW", true), ("sl-rozaj-1994", true), ("x-a", true),
            ("", false), ("-", false), ("fi-", false), ("fi_FI", false), ("fi FI", false), ("abcdefghi", false),
            ("1", false), ("en-ä", false), ("@none", false),
        ])
    func languageTags(_ text: String, _ isTag: Bool) {
        #expect(LanguageTagForm.matches(text) == isTag)
    }
}
