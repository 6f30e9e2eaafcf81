import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct VCJWTSecuringTests {
    @Test(
        "A badge becomes a JWT as Open Badges 3.0 §8.2 has it, and comes back whole",
        arguments: TestKeys.byAlgorithm.map(\.key))
    func strict(_ key: PrivateKey) throws {
        let signing = TestKeys.signing(key)
        let algorithm = key.type.signatureAlgorithm
        let text = try VCJWT.secure(SampleCredential.json, key: signing, algorithm: algorithm)
        let jws = try CompactJWS(parsing: Array(text.utf8))
        #expect(jws.isValid(for: key.publicKey))
        // "Additional JOSE Headers are NOT allowed."
        #expect(
            jws.header.json == [
                "alg": .string(algorithm.joseName), "typ": "JWT", "kid": .string(signing.verificationMethod),
            ])
        let payload = try #require(try JSONParser.parse(jws.payload).objectValue)
        #expect(payload["iss"] == "did:web:school.example")
        #expect(payload["jti"] == "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11")
        #expect(payload["sub"] == "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12")
        #expect(payload["nbf"] == 1_790_665_951)
        #expect(payload["exp"] == 1_853_873_999)
        #expect(payload["vc"] == nil)
        // Numbers keep the digits they were written with.
        #expect(payload["credentialSubject"]?["creditsEarned"]?.numberValue?.text == "0.50")

        let content = try VCJWT.read(jws)
        #expect(content.form == .openBadges)
        #expect(!content.isPresentation)
        #expect(content.credential == SampleCredential.json)
        #expect(content.missingClaims.isEmpty)
        #expect(content.claims.expires?.description == "2028-09-29T20:59:59Z")
    }

    @Test("A badge without an end has no exp, and fractions of a second don't matter")
    func noEnd() throws {
        var credential = SampleCredential.json
        credential["validUntil"] = nil
        credential["validFrom"] = "2026-09-29T07:12:31.987Z"
        let text = try VCJWT.secure(credential, key: TestKeys.signing(TestKeys.p256), algorithm: .ecdsaP256SHA256)
        let content = try VCJWT.read(CompactJWS(parsing: Array(text.utf8)))
        #expect(content.claims.expires == nil)
        #expect(content.claims.notBefore?.seconds == 1_790_665_951)
        #expect(content.credential == credential)
    }

    @Test(
        "A badge that lacks what its claims repeat isn't signed",
        arguments: [
            ("id", nil), ("id", 1), ("issuer", nil), ("issuer", ["name": "Koulu"]), ("validFrom", nil),
            ("validFrom", "2026-09-29"), ("validUntil", "soon"),
            ("credentialSubject", ["type": ["AchievementSubject"]]),
            ("credentialSubject", [["id": "a"], ["id": "b"]]),
        ] as [(String, JSONValue?)])
    func missing(_ name: String, _ value: JSONValue?) {
        var credential = SampleCredential.json
        credential[name] = value
        #expect(throws: JOSEError(.claimMissing, "")) {
            try VCJWT.secure(credential, key: TestKeys.signing(TestKeys.p256), algorithm: .ecdsaP256SHA256)
        }
    }

    @Test(
        "A badge with a member named like a claim isn't signed", arguments: ["iss", "nbf", "vc", "vp", "aud", "nonce"])
    func ambiguous(_ name: String) {
        var credential = SampleCredential.json
        credential[name] = "x"
        #expect(throws: JOSEError(.ambiguousPayload, "")) {
            try VCJWT.secure(credential, key: TestKeys.signing(TestKeys.p256), algorithm: .ecdsaP256SHA256)
        }
    }
}
