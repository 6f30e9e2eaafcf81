import Testing
import VerifiableCredentials

@Suite struct DIDTests {
    @Test(
        "DIDs of DID Core's grammar are read, whole and by part",
        arguments: [
            ("did:web:school.example", "web", "school.example"),
            ("did:web:school.example%3A8443:org", "web", "school.example%3A8443:org"),
            ("did:example:a::b", "example", "a::b"),
            ("did:3:_.-", "3", "_.-"),
        ])
    func parts(_ text: String, method: String, identifier: String) throws {
        let did = try #require(DID(text))
        #expect(did.description == text)
        #expect(did.method == method)
        #expect(did.methodSpecificID == identifier)
    }

    @Test(
        "Other texts are no DIDs",
        arguments: [
            "", "did", "did:", "did:web", "did:web:", "did::a", "DID:web:a", "did:Web:a", "did:web:a:", "did:web:a/b",
            "did:web:a#b", "did:web:a?b", "did:web:ä", "did:web:a b", "did:web:%", "did:web:%2", "did:web:%2g",
            "did:web:a\n", " did:web:a", "did:web:\u{202E}a",
        ])
    func noDID(_ text: String) {
        #expect(DID(text) == nil)
    }

    @Test("A DID longer than any key's is refused")
    func tooLong() {
        #expect(DID("did:example:" + String(repeating: "a", count: 8 * 1024 - 12)) != nil)
        #expect(DID("did:example:" + String(repeating: "a", count: 8 * 1024 - 11)) == nil)
    }

    @Test("A DID URL is split into DID, path with query, and fragment")
    func url() throws {
        let url = try #require(DIDURL("did:web:school.example/path?query=1#key-1"))
        #expect(url.did.description == "did:web:school.example")
        #expect(url.pathAndQuery == "/path?query=1")
        #expect(url.fragment == "key-1")
        #expect(DIDURL("did:web:school.example")?.fragment == nil)
        #expect(DIDURL("did:web:school.example#")?.fragment == "")
    }

    @Test(
        "Other texts are no DID URLs",
        arguments: [
            "#key-1", "https://school.example#key", "did:web:a#b#c", "did:web:a#ä", "did:web:a#%zz", "did:web:a#\u{0}",
        ])
    func noURL(_ text: String) {
        #expect(DIDURL(text) == nil)
    }
}
