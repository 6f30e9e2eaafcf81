import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// JWT badges: whose key is tried, what surrounds the credential, and proofs inside.
@Suite struct JWTRuleTests {
    let bench = Bench()
    private let payload = { try VCJWTPayload.of(TestBadge.credential()) }

    @Test(
        "A key is found by its DID URL, by its fragment, by a bare name, by any name when it fits a pinned key, or by none",
        arguments: [
            "did:web:school.example#p256-1", "#p256-1", "p256-1", "kJ2c9tYwZ0x-thumbprint", "did:web:school.example",
            "https://school.example/jwks.json", nil,
        ])
    func kid(_ kid: String?) throws {
        var header: JSONObject = ["typ": "JWT"]
        header["kid"] = kid.map { .string($0) }
        var bench = bench
        #expect(bench.judge(jwt: try Bench.jws(payload(), header: header)).verdict == .valid)
        // A list that knew all keys changes nothing for a signature that fits one of them.
        bench.trust = Bench.list(Bench.school { $0.keysAsOf = FixedClock.now })
        #expect(bench.judge(jwt: try Bench.jws(payload(), header: header)).verdict == .valid)
    }

    @Test("A stranger's signature passes under none of these names")
    func strangersSignature() throws {
        let stranger = try PrivateKey.generate(.p256)
        for kid in ["did:web:school.example#p256-1", "#p256-1", "p256-1"] {
            let report = bench.judge(jwt: try Bench.jws(payload(), header: ["kid": .string(kid)], by: stranger))
            expect(report, .proof, .failed, .proofMismatch, .invalid)
        }
        for kid in ["thumbprint", "did:web:school.example", "https://school.example/jwks.json", nil] {
            var header: JSONObject = ["typ": "JWT"]
            header["kid"] = kid.map { .string($0) }
            let report = bench.judge(jwt: try Bench.jws(payload(), header: header, by: stranger))
            #expect(report[.proof]?.outcome == .undetermined)
            #expect(report.verdict == .undetermined)
        }
    }

    @Test("A key in the header proves nothing")
    func headerKey() throws {
        let stranger = try PrivateKey.generate(.p256)
        let report = bench.judge(
            jwt: try Bench.jws(
                payload(), header: ["typ": "JWT", "jwk": .object(stranger.publicKey.jwk)], by: stranger))
        expect(report, .proof, .undetermined, .keyUnavailable, .undetermined)
    }

    @Test("A stranger's did:key as kid is told to be another's")
    func strangersKid() throws {
        for kid in [
            Bench.selfNamed(TestBadge.otherKey).verificationMethod,
            DIDKey.did(for: TestBadge.otherKey.publicKey).description,
        ] {
            let report = bench.judge(
                jwt: try Bench.jws(payload(), header: ["kid": .string(kid)], by: TestBadge.otherKey))
            expect(report, .controller, .failed, .controllerMismatch, .invalid)
        }
    }

    @Test("A did:key or did:jwk issuer is checked by its own name, named in full, by the DID or not at all")
    func selfDescribing() throws {
        let key = TestBadge.otherKey
        let jwk = "did:jwk:" + Base64URL.encode(JSONWriter.compact(.object(key.publicKey.jwk)))
        for (did, methodID) in [
            (DIDKey.did(for: key.publicKey).description, DIDKey.verificationMethodID(for: key.publicKey)),
            (jwk, jwk + "#0"),
        ] {
            let credential = TestBadge.credential([("issuer", .string(did))])
            for kid in [methodID, did, nil] {
                var header: JSONObject = ["typ": "JWT"]
                header["kid"] = kid.map { .string($0) }
                let good = try Bench.jws(try VCJWTPayload.of(credential), header: header, by: key)
                let report = bench.judge(jwt: good)
                expect(report, .proof, .passed, .proofOK, .undetermined)
                expect(report, .issuer, .undetermined, .issuerUnknown, .undetermined)
                let bad = try Bench.jws(try VCJWTPayload.of(credential), header: header, by: TestBadge.thirdKey)
                expect(bench.judge(jwt: bad), .proof, .failed, .proofMismatch, .invalid)
                // Pinned as well, it is still the one key there is.
                var listing = bench
                listing.trust = Bench.list(
                    TrustedIssuer(
                        did: did, name: "Workshop", keys: [PinnedKey(id: methodID, publicKey: key.publicKey)]))
                #expect(listing.judge(jwt: good).verdict == .valid)
                expect(listing.judge(jwt: bad), .proof, .failed, .proofMismatch, .invalid)
            }
        }
    }

    // MARK: Claims

    @Test(
        "A claim that says something else than the credential fails",
        arguments: [
            ["iss": "did:web:evil.example"], ["sub": "did:example:eve"], ["jti": "urn:uuid:other"],
            ["nbf": 1_790_665_952],
            ["exp": 1_890_665_952, "validUntil": "2031-01-01T00:00:00Z"],
        ] as [JSONObject])
    func contradictions(_ claims: JSONObject) throws {
        let jwt = try Bench.jws(
            try VCJWTPayload.of(TestBadge.credential(), adding: claims), header: ["typ": "JWT", "kid": "#p256-1"])
        expect(bench.judge(jwt: jwt), .claims, .failed, .claimsJWT, .invalid)
    }

    @Test("exp ends a badge that has no validUntil of its own")
    func filledInEnd() throws {
        let jwt = try Bench.jws(
            try VCJWTPayload.of(TestBadge.credential(), adding: ["exp": 1_795_255_199]), header: ["kid": "#p256-1"])
        expect(bench.judge(jwt: jwt), .validity, .failed, .validityExpired, .invalid)
    }

    @Test("An end under the other data model's name ends the badge too")
    func otherModelsEnd() throws {
        let past = TestBadge.credential([("expirationDate", "2026-10-01T00:00:00Z")])
        let jwt = try Bench.jws(try VCJWTPayload.of(past), header: ["kid": "#p256-1"])
        expect(bench.judge(jwt: jwt), .validity, .failed, .validityExpired, .invalid)
        expect(bench.judge(try Bench.signed(past)), .validity, .failed, .validityExpired, .invalid)
    }

    @Test("vc beside top-level members is refused, and vc alone is read")
    func vcClaim() throws {
        let old: JSONObject = [
            "@context": ["https://www.w3.org/2018/credentials/v1"], "id": "urn:uuid:1",
            "type": ["VerifiableCredential"],
            "issuer": .string(TestBadge.issuer), "issuanceDate": "2026-09-29T07:12:31Z",
            "credentialSubject": ["id": "did:example:anna"],
        ]
        let good = try Bench.jws(
            ["vc": .object(old), "iss": .string(TestBadge.issuer), "nbf": 1_790_665_951], header: ["kid": "#p256-1"])
        #expect(bench.judge(jwt: good).verdict == .valid)
        let both = try Bench.jws(
            ["vc": .object(old), "type": ["VerifiableCredential"], "iss": .string(TestBadge.issuer)],
            header: ["kid": "#p256-1"])
        #expect(bench.judge(jwt: both).verdict == .invalid)
    }

    @Test("In VC-JOSE-COSE exp and nbf are the signature's own window")
    func enveloped() throws {
        func judge(_ claims: JSONObject) throws -> VerificationReport {
            var payload = TestBadge.credential()
            for member in claims.members { payload[member.name] = member.value }
            return bench.judge(jwt: try Bench.jws(payload, header: ["typ": "vc+jwt", "kid": "#p256-1"]))
        }
        #expect(try judge([:]).verdict == .valid)
        #expect(try judge(["exp": 1_795_255_200, "nbf": 1_795_255_500]).verdict == .valid)
        expect(try judge(["exp": 1_795_255_199]), .proof, .failed, .proofExpired, .invalid)
        expect(try judge(["nbf": 1_795_255_501]), .proof, .failed, .proofFuture, .invalid)
        expect(try judge(["nbf": 1, "iat": 1_795_255_501]), .proof, .failed, .proofFuture, .invalid)
    }

    // MARK: A proof inside

    @Test("A proof inside a JWT is judged too: the issuer's must not fail, a stranger's decides nothing")
    func embedded() throws {
        let kid: JSONObject = ["typ": "JWT", "kid": "#p256-1"]
        let good = try Bench.signed()
        #expect(bench.judge(jwt: try Bench.jws(try VCJWTPayload.of(good), header: kid)).verdict == .valid)
        let failing = TestBadge.replacing("name", in: good, by: "Leadership")
        expect(
            bench.judge(jwt: try Bench.jws(try VCJWTPayload.of(failing), header: kid)), .proof, .failed, .proofMismatch,
            .invalid)
        var strangers = TestBadge.credential()
        strangers["proof"] = try Bench.proof(
            on: TestBadge.credential([("name", "Other")]), by: Bench.selfNamed(TestBadge.otherKey))
        #expect(bench.judge(jwt: try Bench.jws(try VCJWTPayload.of(strangers), header: kid)).verdict == .valid)
    }

    @Test("A good proof inside doesn't excuse a false signature outside")
    func falseOutside() throws {
        let jwt = try Bench.jws(
            try VCJWTPayload.of(try Bench.signed()), header: ["typ": "JWT", "kid": "#p256-1"],
            by: try PrivateKey.generate(.p256))
        expect(bench.judge(jwt: jwt), .proof, .failed, .proofMismatch, .invalid)
    }

    // MARK: Refused before any signature

    @Test(
        "Headers that bring keys or change what is signed are refused",
        arguments: [
            ["crit": ["exp"]], ["b64": false], ["jku": "https://x"], ["x5u": "https://x"], ["x5c": []],
            ["typ": "at+jwt"],
        ] as [JSONObject])
    func headers(_ more: JSONObject) throws {
        var header: JSONObject = ["kid": "#p256-1"]
        for member in more.members { header[member.name] = member.value }
        expect(bench.judge(jwt: try Bench.jws(payload(), header: header)), .form, .failed, .formJWS, .invalid)
    }

    @Test("An unknown algorithm is undetermined, and other serialisations are told by name")
    func otherForms() throws {
        let parts = try Bench.jwt().split(separator: ".").map(String.init)
        let header = Base64URL.encode(Array(#"{"alg":"ES256K","kid":"k"}"#.utf8))
        expect(
            bench.judge(jwt: "\(header).\(parts[1]).\(parts[2])"), .proof, .undetermined, .proofUnsupported,
            .undetermined)
        expect(
            bench.judge(jwt: parts.joined(separator: ".") + "~"), .form, .undetermined, .formJWSSerialization,
            .undetermined)
    }

    @Test("Content deeper than is read is undetermined")
    func deep() throws {
        let deep = (0..<70).reduce(JSONValue.string("x")) { value, _ in .array([value]) }
        var payload = TestBadge.credential()
        payload["extra"] = deep
        let report = bench.judge(jwt: try Bench.jws(payload, header: ["kid": "#p256-1"]))
        expect(report, .form, .undetermined, .limitJSON, .undetermined)
    }
}
