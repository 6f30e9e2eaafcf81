import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// The corpus's JWTs: which rule each keeps or breaks, apart from whether its signature fits.
@Suite struct CorpusJWTTests {
    static var verifyCases: [CorpusVector] {
        Corpus.cases("vc-jose-cose").filter { $0.text("function") == "verify" && $0.entry["jwt"] != nil }
    }

    @Test(
        "W3C's cases: the rule decides where the signature holds anyway", .needsCorpus("vc-jose-cose"),
        arguments: verifyCases)
    func joseCOSE(_ vector: CorpusVector) throws {
        let text = try vector.read("input")
        let key = try #require(try JSONParser.parse(vector.read("key"))["publicKeyJwk"]?.objectValue)
        switch vector.id {
        case "JWT Issuer Match Verification", "JWT Presentation Verification":
            let jws = try CompactJWS(parsing: text)
            #expect(try jws.isValid(for: PublicKey(jwk: key)))
            let content = try VCJWT.read(jws)
            #expect(content.form == .enveloped)
            #expect(content.isPresentation == (vector.text("feature") == "presentation_jose"))
            #expect(content.credential["iss"] == nil)
        case "JWT Credential with vc and/or vp Claims":
            let jws = try CompactJWS(parsing: text)
            #expect(try jws.isValid(for: PublicKey(jwk: key)))
            #expect(throws: JOSEError(.ambiguousPayload, "")) { try VCJWT.read(jws) }
        case "JWT Credential with an Invalid Media Type", "JWT Presentation with an Invalid Media Type":
            #expect(throws: JOSEError(.type, "")) { try CompactJWS(parsing: text) }
        default:
            // SD-JWT isn't read here, and says so.
            #expect(vector.text("feature")?.hasSuffix("_sdjwt") == true)
            #expect(throws: JOSEError(.unsupportedSerialization, "")) { try CompactJWS(parsing: text) }
        }
    }

    @Test("W3C's cases hold eight JWTs to verify", .needsCorpus("vc-jose-cose"))
    func casesArePresent() { #expect(Self.verifyCases.count == 8) }

    @Test(
        "The validator's JWTs are read with their claims agreeing", .needsCorpus("1edtech-validator"),
        arguments: [
            ("ob30/simple.jwt", "Example University Degree"),
            ("ob30/velocity.jwt", "Velocity Network Board Member 2022"), ("clr20/simple.jwt", "Sample Transcript"),
        ])
    func validator(_ file: String, _ name: String) throws {
        let jws = try CompactJWS(parsing: Corpus.read("1edtech-validator/fixtures/\(file)"))
        #expect(jws.header.alg == .rsaPKCS1SHA256)
        let content = try VCJWT.read(jws)
        #expect(content.form == .vcClaim)
        #expect(content.credential["name"] == .string(name))
        #expect(content.missingClaims.isEmpty)
        if file == "clr20/simple.jwt" {
            // The key came along; that the signature fits it says nothing about whose it is.
            #expect(try jws.isValid(for: PublicKey(jwk: #require(jws.header.jwk))))
        }
    }

    static var waltidCases: [CorpusVector] { Corpus.cases("signed-credentials").filter { $0.entry["jwt"] != nil } }

    @Test(
        "walt.id's JWTs: signatures as labelled, and an iss that isn't the issuer is refused",
        .needsCorpus("signed-credentials"), arguments: waltidCases)
    func waltid(_ vector: CorpusVector) throws {
        let jws = try CompactJWS(parsing: vector.read("file"))
        let kid = try #require(jws.header.kid)
        let did = try #require(DIDURL(kid)?.did)
        let document = try #require(try SelfDescribingDID.document(for: did))
        let key = try #require(document.verificationMethods.first).publicKey
        #expect(jws.isValid(for: key) == vector.entry["jwt"]?["signatureValid"]?.boolValue)
        // They name one DID as iss and another as the badge's issuer.
        #expect(throws: JOSEError(.claimMismatch, "")) { try VCJWT.read(jws) }
        let content = try VCJWT.examine(jws)
        #expect(content.form == .vcClaim)
        #expect(content.credential["issuer"]?["id"] == "did:example:123")
    }

    @Test("The corpus holds four of walt.id's", .needsCorpus("signed-credentials"))
    func waltidArePresent() { #expect(Self.waltidCases.count == 4) }
}
