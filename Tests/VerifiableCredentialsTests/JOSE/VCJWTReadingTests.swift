import Cryptography
import Encodings
import Testing
import VerifiableCredentials

@Suite struct VCJWTReadingTests {
    static let credential = SampleCredential.json
    static let claims: JSONObject = [
        "iss": "did:web:school.example", "jti": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11",
        "sub": "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12", "nbf": 1_790_665_951, "exp": 1_853_873_999,
    ]

    private func read(_ payload: JSONObject, typ: String? = "JWT") throws -> VCJWTContent {
        try VCJWT.read(CompactJWS(parsing: TestJWT.make(typ: typ, payload: payload)))
    }

    private static func merged(_ first: JSONObject, _ second: JSONObject) -> JSONObject {
        JSONObject((first.members + second.members).map { ($0.name, $0.value) })
    }

    /// The badge in the 2018 version of the data model.
    private static var version1: JSONObject {
        var credential = credential
        credential["@context"] = ["https://www.w3.org/2018/credentials/v1"]
        credential["issuanceDate"] = credential["validFrom"]
        credential["expirationDate"] = credential["validUntil"]
        credential["validFrom"] = nil
        credential["validUntil"] = nil
        return credential
    }

    private func expectMismatch(_ payload: JSONObject, typ: String? = "JWT") throws {
        let jws = try CompactJWS(parsing: TestJWT.make(typ: typ, payload: payload))
        #expect(throws: JOSEError(.claimMismatch, "")) { try VCJWT.read(jws) }
        // The badge can still be named, with its members as they stood.
        let content = try VCJWT.examine(jws)
        #expect(content.mismatch?.code == .claimMismatch)
        #expect(content.credential["name"] == Self.credential["name"])
    }

    // MARK: The three forms

    @Test("Members beside their claims are the badge; claims are no part of it")
    func openBadges() throws {
        var payload = Self.merged(Self.credential, Self.claims)
        payload["iat"] = 1_790_665_960
        payload["aud"] = ["https://shop.example"]
        payload["nonce"] = "n-1"
        let content = try read(payload)
        #expect(content.form == .openBadges)
        #expect(content.credential == Self.credential)
        #expect(content.claims.issuedAt?.seconds == 1_790_665_960)
        #expect(content.claims.audience == ["https://shop.example"])
        #expect(content.claims.nonce == "n-1")
        #expect(try read(payload, typ: nil).credential == Self.credential)
    }

    @Test("The claim vc is the badge, and its claims fill in what it leaves out")
    func vcClaim() throws {
        let whole = try read(Self.merged(Self.claims, ["vc": .object(Self.version1)]))
        #expect(whole.form == .vcClaim)
        #expect(whole.credential == Self.version1)

        var sparse = Self.version1
        sparse["id"] = nil
        sparse["issuer"] = ["type": ["Profile"], "name": "Koulu"]
        sparse["issuanceDate"] = nil
        sparse["expirationDate"] = nil
        var subject = try #require(sparse["credentialSubject"]?.objectValue)
        subject["id"] = nil
        sparse["credentialSubject"] = .object(subject)
        #expect(try read(Self.merged(Self.claims, ["vc": .object(sparse)])).credential == Self.version1)

        sparse["issuer"] = nil
        sparse["credentialSubject"] = [.object(subject)]
        let content = try read(Self.merged(Self.claims, ["vc": .object(sparse)]))
        #expect(content.credential["issuer"] == "did:web:school.example")
        #expect(content.credential["credentialSubject"]?.arrayValue?.first?["id"] == Self.claims["sub"])
    }

    @Test("In a vc of the newer model the newer members are filled in")
    func vcClaimVersion2() throws {
        var sparse = Self.credential
        sparse["validFrom"] = nil
        sparse["validUntil"] = nil
        #expect(try read(Self.merged(Self.claims, ["vc": .object(sparse)])).credential == Self.credential)
    }

    @Test("Under vc+jwt the payload is the badge, and its nbf and exp are the signature's")
    func enveloped() throws {
        var payload = Self.credential
        payload["iss"] = Self.claims["iss"]
        payload["iat"] = "2026-09-29T07:12:31Z"
        payload["exp"] = 1_800_000_000
        let content = try read(payload, typ: "vc+jwt")
        #expect(content.form == .enveloped)
        #expect(content.credential == Self.credential)
        #expect(content.claims.expires?.seconds == 1_800_000_000)
        #expect(content.claims.issuedAt == nil)
        #expect(content.missingClaims.isEmpty)
    }

    @Test("A presentation is told by its typ, by vp, or by its type")
    func presentations() throws {
        let presentation: JSONObject = ["type": ["VerifiablePresentation"], "holder": "did:example:1", "id": "urn:1"]
        #expect(try read(presentation, typ: "vp+jwt").isPresentation)
        #expect(try read(presentation).isPresentation)
        let content = try read([
            "vp": ["type": ["VerifiablePresentation"]], "iss": "did:example:1", "jti": "urn:1", "aud": "a",
        ])
        #expect(content.isPresentation)
        #expect(content.credential == presentation)
        #expect(content.claims.audience == ["a"])
        #expect(throws: JOSEError(.claimMismatch, "")) {
            try read(["vp": .object(presentation), "iss": "did:example:2"])
        }
        #expect(throws: JOSEError(.claimMismatch, "")) {
            try read(Self.merged(presentation, ["iss": "did:example:2"]), typ: "vp+jwt")
        }
    }

    // MARK: One badge, one meaning

    @Test(
        "A vc beside members of a badge is refused",
        arguments: [
            ("credentialSubject", ["id": "did:example:mallory"]), ("@context", []), ("issuer", "did:example:mallory"),
            ("validUntil", "2099-01-01T00:00:00Z"), ("type", ["OpenBadgeCredential"]), ("id", "urn:uuid:other"),
            ("proof", [:]), ("credentialStatus", [:]), ("vp", [:]), ("achievement", [:]),
        ] as [(String, JSONValue)])
    func vcBeside(_ name: String, _ value: JSONValue) {
        var vc = Self.version1
        vc["achievement"] = [:]
        var payload = Self.merged(Self.claims, ["vc": .object(vc)])
        payload[name] = value
        #expect(throws: JOSEError(.ambiguousPayload, "")) { try read(payload) }
    }

    @Test(
        "Under vc+jwt and vp+jwt neither vc nor vp may be there", arguments: ["vc", "vp"],
        ["vc+jwt", "vp+jwt", "vc+ld+jwt"])
    func envelopedWithVC(_ name: String, _ typ: String) {
        #expect(throws: JOSEError(.ambiguousPayload, "")) {
            try read(Self.merged(Self.credential, JSONObject([(name, "oops")])), typ: typ)
        }
    }

    @Test("A vc that is no object is refused", arguments: ["eyJ", [], 1, nil] as [JSONValue])
    func vcOfWrongKind(_ value: JSONValue) {
        #expect(throws: JOSEError(.payload, "")) { try read(Self.merged(Self.claims, ["vc": value])) }
    }

    @Test(
        "A payload that isn't a strict JSON object is refused",
        arguments: ["", "[]", "1", "{\"a\":1,\"a\":2}", "{\"a\":1}x", "\u{FEFF}{}"])
    func payload(_ text: String) throws {
        let jws = try CompactJWS(parsing: TestJWT.make(header: "{\"alg\":\"EdDSA\"}", payload: text))
        #expect(throws: JOSEError(.payload, "")) { try VCJWT.read(jws) }
    }

    @Test("A payload of too many values is too large, not broken")
    func tooLarge() throws {
        let text = "{\"a\":[" + String(repeating: "1,", count: 20_001) + "1]}"
        let jws = try CompactJWS(parsing: TestJWT.make(header: "{\"alg\":\"EdDSA\"}", payload: text))
        #expect(throws: JOSEError(.tooLarge, "")) { try VCJWT.read(jws) }
    }

    // MARK: Claims against members

    static let changedClaims: [(String, JSONValue)] = [
        ("iss", "did:web:mallory.example"), ("iss", "did:web:school.example#"), ("iss", ""),
        ("jti", "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12"), ("sub", "did:example:mallory"),
        ("nbf", 1_790_665_950), ("nbf", 1_790_665_952), ("nbf", 0), ("exp", 1_853_873_998), ("exp", 4_102_444_800),
    ]

    @Test("A claim that says something else than its member is refused, in both forms", arguments: changedClaims)
    func mismatch(_ name: String, _ value: JSONValue) throws {
        var claims = Self.claims
        claims[name] = value
        try expectMismatch(Self.merged(Self.credential, claims))
        try expectMismatch(Self.merged(claims, ["vc": .object(Self.version1)]))
        try expectMismatch(Self.merged(claims, ["vc": .object(Self.credential)]))
    }

    @Test("Names are compared by their bytes, not by how they look")
    func bytes() throws {
        var credential = Self.credential
        credential["id"] = "urn:é"
        try expectMismatch(Self.merged(credential, Self.merged(Self.claims, ["jti": "urn:e\u{301}"])))
    }

    @Test(
        "Under vc+jwt issuer, id and subject must not be contradicted",
        arguments: [("iss", "did:web:m.example"), ("jti", "urn:x"), ("sub", "did:x:y")])
    func envelopedMismatch(_ name: String, _ value: String) throws {
        try expectMismatch(Self.merged(Self.credential, JSONObject([(name, .string(value))])), typ: "vc+jwt")
    }

    @Test(
        "A claim without its member is refused beside members, but exp sets the end",
        arguments: ["id", "issuer", "validFrom", "credentialSubject"])
    func claimAlone(_ member: String) throws {
        var credential = Self.credential
        credential[member] = nil
        try expectMismatch(Self.merged(credential, Self.claims))
    }

    @Test("An exp without validUntil ends the badge")
    func expAlone() throws {
        var credential = Self.credential
        credential["validUntil"] = nil
        #expect(try read(Self.merged(credential, Self.claims)).credential == Self.credential)
    }

    @Test("Claims that are left out contradict nothing, and are named")
    func missing() throws {
        let content = try read(Self.credential)
        #expect(content.credential == Self.credential)
        #expect(content.missingClaims == ["iss", "sub", "jti", "nbf"])
    }

    @Test("Whole seconds are compared, whichever side has a fraction")
    func fractions() throws {
        var claims = Self.claims
        claims["nbf"] = .number(try #require(JSONNumber(text: "1790665951.75")))
        #expect(throws: Never.self) { try read(Self.merged(Self.credential, claims)) }
        var credential = Self.credential
        credential["validFrom"] = "2026-09-29T10:12:31.25+03:00"
        #expect(throws: Never.self) { try read(Self.merged(credential, claims)) }
    }

    @Test(
        "A member that is no instant equals no claim",
        arguments: ["2026-09-29", "2026-09-29T07:12:31", "", 1_790_665_951] as [JSONValue])
    func brokenDates(_ value: JSONValue) throws {
        var credential = Self.credential
        credential["validFrom"] = value
        try expectMismatch(Self.merged(credential, Self.claims))
    }

    @Test("A sub with several subjects is refused")
    func subjects() throws {
        var credential = Self.credential
        let subject = try #require(credential["credentialSubject"])
        credential["credentialSubject"] = [subject, ["id": "did:example:mallory"]]
        try expectMismatch(Self.merged(credential, Self.claims))
        credential["credentialSubject"] = [subject]
        #expect(throws: Never.self) { try read(Self.merged(credential, Self.claims)) }
    }

    @Test(
        "A claim of the wrong kind is refused",
        arguments: [
            ("iss", 1), ("iss", ["id": "a"]), ("iss", nil), ("sub", []), ("jti", 1), ("nbf", "1790665951"),
            ("nbf", nil),
            ("exp", "2028-09-29T20:59:59Z"), ("exp", .number(JSONNumber(text: "1e300") ?? JSONNumber(0))),
            ("exp", -9_000_000_000_000),
            ("iat", "now"), ("aud", 1), ("aud", ["a", 1]), ("nonce", 1),
        ] as [(String, JSONValue)])
    func malformed(_ name: String, _ value: JSONValue) {
        var payload = Self.merged(Self.credential, Self.claims)
        payload[name] = value
        #expect(throws: JOSEError(.claimMalformed, "")) { try read(payload) }
    }
}
