import Testing
import VerifiableCredentials

/// Two spellings of one address are one text, and no spelling leaves a scope unseen.
@Suite struct NormalizedURLTests {
    @Test(
        "Spellings of one address become the same",
        arguments: [
            ("HTTPS://School.Example/a", "https://school.example/a"), ("https://x:443/a", "https://x/a"),
            ("http://x:80/a", "http://x/a"), ("https://x:/a", "https://x/a"), ("https://x:80/a", "https://x:80/a"),
            ("https://x", "https://x/"), ("https://x?q", "https://x/?q"), ("https://x/%7Ea/%61", "https://x/~a/a"),
            ("https://x/%c3%a4", "https://x/%C3%A4"), ("https://x/a/./b/../c", "https://x/a/c"),
            ("https://x/a/..", "https://x/"), ("https://x/../../a", "https://x/a"),
            ("https://x/a/%2E%2e/b", "https://x/b"),
            ("https://x/a//b", "https://x/a//b"), ("https://x/a?b=/../c", "https://x/a?b=/../c"),
            ("DID:key:zAbc/badges/../x", "did:key:zAbc/x"), ("did:web:a.b:c#d/../e", "did:web:a.b:c#d/../e"),
            ("urn:uuid:1", "urn:uuid:1"),
        ])
    func same(_ written: String, _ normal: String) {
        #expect(NormalizedURL(written)?.text == normal)
        #expect(NormalizedURL(normal)?.text == normal)
    }

    @Test(
        "What hides a separator, a person or a space is no address here",
        arguments: [
            "", "x", "/a", "1x:a", "https:///a", "https://eve@x/a", "https://x/a%2Fb", "https://x/a%5cb",
            "https://x\\a",
            "https://x/a b", "https://x/ä", "https://x/%", "https://x/%1", "https://x/%zz", "https://x/\u{0}",
        ])
    func refused(_ text: String) { #expect(NormalizedURL(text) == nil) }

    @Test("An address is under a prefix only when that ends in a slash")
    func under() throws {
        let url = try #require(NormalizedURL("https://x/badges/a"))
        #expect(url.isUnder(try #require(NormalizedURL("https://x/badges/"))))
        #expect(url.isUnder(try #require(NormalizedURL("https://x"))))
        #expect(!url.isUnder(try #require(NormalizedURL("https://x/badges"))))
        #expect(!url.isUnder(try #require(NormalizedURL("https://x/badges/a/"))))
        #expect(!url.isUnder(try #require(NormalizedURL("http://x/badges/"))))
    }
}
