import Testing
import VerifiableCredentials

/// Whom a signer speaks for is told by whole segments.
@Suite struct DIDPatternTests {
    @Test(
        "A DID and :* covers what is below it, by whole segments",
        arguments: [
            ("did:web:passi.example:*", "did:web:passi.example:org:koulu", true),
            ("did:web:passi.example:*", "did:web:passi.example:a", true),
            ("did:web:passi.example:*", "did:web:passi.example", false),
            ("did:web:passi.example:*", "did:web:passi.example.evil.example:a", false),
            ("did:web:passi.example:*", "did:web:passi.example%3A8443:a", false),
            ("did:web:passi.example:*", "did:web:evil.example:passi.example:a", false),
            ("did:web:passi.example:org:*", "did:web:passi.example:org:..:other", false),
            ("did:web:passi.example:org:*", "did:web:passi.example:org:.", false),
            ("did:web:passi.example:org:*", "did:web:passi.example:org:%2e%2e:other", false),
            ("did:web:passi.example:org:*", "did:web:passi.example:org::a", false),
            ("did:web:passi.example:org:*", "did:web:passi.example:organisation", false),
            ("did:web:passi.example", "did:web:passi.example", true),
            ("did:web:passi.example", "did:web:passi.example:a", false),
        ])
    func covers(pattern: String, did: String, isCovered: Bool) throws {
        let pattern = try #require(DIDPattern(pattern))
        #expect(pattern.covers(try #require(DID(did))) == isCovered)
    }

    @Test(
        "What covers everybody, or isn't one, is refused",
        arguments: [
            "*", "did:*", "did:web:*", "did:web:passi.example*", "did:web:passi.example:o*", "did:web:*:org",
            "https://passi.example/*", "", "did:web:passi.example:..:*", "did:web:passi.example:%2e%2e:*",
        ])
    func refused(text: String) {
        #expect(DIDPattern(text) == nil)
    }
}
