import Cryptography
import Encodings
import Testing
import VerifiableCredentials

@Suite struct DIDJWKTests {
    private func did(_ json: String) throws -> DID {
        try #require(DID("did:jwk:" + Base64URL.encode(Array(json.utf8))))
    }

    @Test("The method's own example is read")
    func example() throws {
        // From the did:jwk specification, "Example: P-256".
        let text =
            "did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9"
        let did = try #require(DID(text))
        let document = try #require(try SelfDescribingDID.document(for: did))
        let method = try #require(document.method(text + "#0", for: "assertionMethod"))
        #expect(method.publicKey.type == .p256)
        #expect(method.publicKey.jwk["x"] == "acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0")
        #expect(document.method(text + "#0", for: "authentication") == method)
    }

    @Test("Every type of key is read", arguments: TestKeys.byAlgorithm.map(\.key.publicKey))
    func types(_ key: PublicKey) throws {
        let did = try did(String(decoding: JSONWriter.compact(.object(key.jwk)), as: UTF8.self))
        #expect(try DIDJWK.document(for: did).method("\(did)#0", for: "assertionMethod")?.publicKey == key)
    }

    @Test("A key set aside for encryption vouches for nothing")
    func encryption() throws {
        var jwk = TestKeys.p256.publicKey.jwk
        jwk["use"] = "enc"
        let did = try did(String(decoding: JSONWriter.compact(.object(jwk)), as: UTF8.self))
        #expect(throws: DIDError(.key, "")) { try DIDJWK.document(for: did) }
    }

    @Test(
        "What is no public JWK is refused",
        arguments: [
            "", "{}", "[]", "{\"kty\":\"oct\",\"k\":\"AA\"}", "{\"kty\":\"OKP\",\"kty\":\"EC\"}", "not JSON",
            "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"NvUhsjZe7Mdv8Esoc60o3ma1U5j2tFUTDsOQd39xMnI\",\"d\":\"cbxP1TvbhLteRSspEvwxEuFKRDHWpGmPla8ePI0cmv8\"}",
        ])
    func refused(_ json: String) throws {
        guard let did = DID("did:jwk:" + Base64URL.encode(Array(json.utf8))) else { return }
        #expect(throws: DIDError(.key, "")) { try DIDJWK.document(for: did) }
    }

    @Test("Base64url in another than its canonical form is refused")
    func notCanonical() throws {
        let canonical = try did(
            "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"NvUhsjZe7Mdv8Esoc60o3ma1U5j2tFUTDsOQd39xMnI\"} ")
        #expect(throws: Never.self) { try DIDJWK.document(for: canonical) }
        // The last letter of a text whose length is no multiple of four carries unused bits.
        let text = canonical.description
        let last = try #require(text.last)
        let other = text.dropLast() + (last == "g" ? "h" : "B")
        #expect(throws: DIDError(.key, "")) { try DIDJWK.document(for: #require(DID(String(other)))) }
    }
}
