import Testing
import VerifiableCredentials

@Suite struct DIDWebTests {
    @Test(
        "A site's address and its did:web stand for each other",
        arguments: [
            ("https://passi.example", "did:web:passi.example", "https://passi.example/.well-known/did.json"),
            ("https://passi.example/", "did:web:passi.example", "https://passi.example/.well-known/did.json"),
            (
                "https://passi.example/org/koulu", "did:web:passi.example:org:koulu",
                "https://passi.example/org/koulu/did.json"
            ),
            (
                "https://PASSI.example:8443", "did:web:passi.example%3A8443",
                "https://passi.example:8443/.well-known/did.json"
            ),
            (
                "https://passi.example:8443/Org/", "did:web:passi.example%3A8443:Org",
                "https://passi.example:8443/Org/did.json"
            ),
            ("https://passi.example:443/a", "did:web:passi.example:a", "https://passi.example/a/did.json"),
            ("https://localhost:8080", "did:web:localhost%3A8080", "https://localhost:8080/.well-known/did.json"),
            (
                "https://xn--koulu-hra.example", "did:web:xn--koulu-hra.example",
                "https://xn--koulu-hra.example/.well-known/did.json"
            ),
        ])
    func bothWays(url: String, text: String, document: String) throws {
        let did = try DIDWeb.did(forURL: url)
        #expect(did.description == text)
        #expect(try DIDWeb.documentURL(for: did) == document)
        #expect(try DIDWeb.did(forURL: DIDWeb.url(for: did)) == did)
    }

    @Test(
        "Addresses that a did:web can't hold are refused",
        arguments: [
            "http://passi.example", "passi.example", "https://", "https:///a", "https://passi.example?x=1",
            "https://passi.example#a", "https://user@passi.example", "https://user:pw@passi.example",
            "https://127.0.0.1", "https://[::1]/", "https://1.2.3.4:80/a", "https://passi..example",
            "https://-a.example",
            "https://passi.example:", "https://passi.example:0", "https://passi.example:70000",
            "https://passi.example:8a",
            "https://passi.example//a", "https://passi.example/a/../b", "https://passi.example/./a",
            "https://passi.example/%2e%2e/a", "https://passi.example/a%2Fb", "https://passi.example/a:b",
            "https://passi.example/~a", "https://pässi.example", "https://passi.example/a b",
        ])
    func refused(_ url: String) {
        #expect(throws: DIDError(.web, "")) { try DIDWeb.did(forURL: url) }
    }

    @Test(
        "A did:web that names no place on the web is refused",
        arguments: [
            "did:web:127.0.0.1", "did:web:a:..:b", "did:web:a:.", "did:web:a::b", "did:web:a%2Fb", "did:web:a%3A",
            "did:web:a%3A99999", "did:web:a%3A80%3A81", "did:web:a:%2e%2e", "did:web:a:b%2Fc", "did:web:a:%00",
            "did:web:-a",
        ])
    func noPlace(_ text: String) throws {
        let did = try #require(DID(text))
        #expect(throws: DIDError(.web, "")) { try DIDWeb.documentURL(for: did) }
    }

    @Test("Another method has no place on the web")
    func otherMethod() throws {
        let did = try #require(DID("did:key:z6Mk"))
        #expect(throws: DIDError(.methodUnsupported, "")) { try DIDWeb.documentURL(for: did) }
    }
}
