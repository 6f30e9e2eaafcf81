import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct CredentialViewTests {
    @Test("Of several subjects none is the one: their order says nothing")
    func subjects() {
        #expect(CredentialView(TestBadge.credential()).subjectID == "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12")
        let one = TestBadge.credential([("credentialSubject", [["id": "urn:a"]])])
        #expect(CredentialView(one).subjectID == "urn:a")
        let two = TestBadge.credential([("credentialSubject", [["id": "urn:a"], ["id": "urn:b"]])])
        #expect(CredentialView(two).subjectID == nil)
    }

    @Test("The issuer is read from its text or its object, the data model from the first context alone")
    func issuerAndVersion() {
        #expect(CredentialView(TestBadge.credential([("issuer", "did:x:y")])).issuerID == "did:x:y")
        #expect(CredentialView(TestBadge.credential()).issuerName == "The School")
        #expect(CredentialView(TestBadge.credential()).version == .v2)
        let old = TestBadge.credential([("@context", "https://www.w3.org/2018/credentials/v1")])
        #expect(CredentialView(old).version == .v1)
        let second = TestBadge.credential([("@context", ["https://x.example", "https://www.w3.org/ns/credentials/v2"])])
        #expect(CredentialView(second).version == nil)
    }

    @Test("Members of the wrong kind read as absent")
    func wrongKinds() {
        let view = CredentialView([
            "issuer": 1, "type": 2, "credentialSubject": "x", "validFrom": "soon", "name": [], "id": 4,
        ])
        #expect(view.issuerID == nil && view.types.isEmpty && view.subject == nil && view.validFrom == nil)
        #expect(view.name == nil && view.id == nil && view.statusEntries.isEmpty && view.proofs.isEmpty)
    }
}
