import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// Keys are pinned, not names, and trust has a scope.
@Suite struct KeyTrustTests {
    // MARK: Pins and documents

    @Test("Without a trust list or a document the issuer's key is not at hand")
    func nothingAtHand() throws {
        var bench = Bench()
        bench.trust = nil
        expect(bench.judge(try Bench.signed()), .proof, .undetermined, .keyUnavailable, .undetermined)
    }

    @Test("A document at hand makes the proof pass and the issuer not")
    func unvouchedDocument() throws {
        var bench = Bench(trust: nil, documents: [try Bench.document([("ed25519-1", TestBadge.key)])])
        var report = bench.judge(try Bench.signed())
        expect(report, .proof, .passed, .proofOK, .undetermined)
        expect(report, .issuer, .undetermined, .issuerUnknown, .undetermined)
        // Listing the issuer isn't pinning that key.
        bench.trust = Bench.list(
            Bench.school { $0.keys = [PinnedKey(id: TestBadge.issuer + "#x", publicKey: TestBadge.thirdKey.publicKey)] }
        )
        report = bench.judge(try Bench.signed())
        expect(report, .proof, .passed, .proofOK, .undetermined)
        expect(report, .issuer, .undetermined, .issuerKeyNotPinned, .undetermined)
    }

    @Test("A web host's document can't put its key in the pinned one's place")
    func pinWins() throws {
        let bench = Bench(documents: [try Bench.document([("ed25519-1", TestBadge.otherKey)])])
        #expect(bench.judge(try Bench.signed()).verdict == .valid)
        let forged = try Bench.signed(
            by: SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.otherKey))
        expect(bench.judge(forged), .proof, .failed, .proofMismatch, .invalid)
    }

    @Test("Of two documents at hand the one that has the key is used, whichever comes first")
    func twoDocuments() throws {
        let old = try Bench.document([("ed25519-0", TestBadge.otherKey)])
        let swapped = try Bench.document([("ed25519-1", TestBadge.otherKey)])
        let new = try Bench.document([("ed25519-1", TestBadge.key)])
        for documents in [[old, new], [new, old], [swapped, new], [new, swapped]] {
            let report = Bench(trust: nil, documents: documents).judge(try Bench.signed())
            expect(report, .proof, .passed, .proofOK, .undetermined)
        }
    }

    @Test("A document ends its key: what claims to be signed later, or says no time, fails")
    func endedKey() throws {
        let end = Bench.created.adding(seconds: 10)
        func judge(_ credential: JSONObject) throws -> VerificationReport {
            Bench(trust: nil, documents: [try Bench.document([("ed25519-1", TestBadge.key)], revoked: end)]).judge(
                credential)
        }
        expect(try judge(try Bench.signed()), .proof, .passed, .proofOK, .undetermined)
        expect(try judge(try Bench.signed(created: end)), .proof, .failed, .keyExpired, .invalid)
        // A second document that knows nothing of the end doesn't lift it.
        let both = Bench(
            trust: nil,
            documents: [
                try Bench.document([("ed25519-1", TestBadge.key)]),
                try Bench.document([("ed25519-1", TestBadge.key)], revoked: end),
            ])
        expect(both.judge(try Bench.signed(created: end)), .proof, .failed, .keyExpired, .invalid)
    }

    @Test("A key that the document has for logging in only doesn't award")
    func otherPurpose() throws {
        let json: JSONValue = [
            "id": .string(TestBadge.issuer),
            "authentication": [
                [
                    "id": "#ed25519-1", "type": "Multikey", "controller": .string(TestBadge.issuer),
                    "publicKeyMultibase": .string(TestBadge.key.publicKey.multikey),
                ]
            ],
        ]
        let bench = Bench(trust: nil, documents: [try DIDDocument(json: json)])
        expect(bench.judge(try Bench.signed()), .proof, .failed, .keyPurpose, .invalid)
    }

    @Test("A key missing from the list fails only when the list knew all keys at the claimed time")
    func keysAsOf() throws {
        let unlisted = SigningKey(verificationMethod: TestBadge.issuer + "#new", privateKey: TestBadge.thirdKey)
        let document = try Bench.document([("new", TestBadge.thirdKey)])
        func judge(_ asOf: Timestamp?, created: Timestamp) throws -> VerificationReport {
            let trust = Bench.list(Bench.school { $0.keysAsOf = asOf })
            return Bench(trust: trust).judge(try Bench.signed(by: unlisted, created: created))
        }
        let asOf = Bench.created
        expect(try judge(asOf, created: asOf), .proof, .failed, .keyUnknown, .invalid)
        expect(try judge(asOf, created: asOf.adding(seconds: 1)), .proof, .undetermined, .keyUnknown, .undetermined)
        expect(try judge(nil, created: asOf), .proof, .undetermined, .keyUnknown, .undetermined)
        // A document from elsewhere doesn't help against a list that knew better.
        let trust = Bench.list(Bench.school { $0.keysAsOf = asOf })
        let helped = Bench(trust: trust, documents: [document])
        expect(helped.judge(try Bench.signed(by: unlisted)), .proof, .failed, .keyUnknown, .invalid)
    }

    @Test("A did:key issuer pins itself: listed it is valid, unlisted it is undetermined")
    func didKey() throws {
        let did = DIDKey.did(for: TestBadge.otherKey.publicKey).description
        let key = Bench.selfNamed(TestBadge.otherKey)
        let badge = try Bench.signed(TestBadge.credential([("issuer", .string(did))]), by: key)
        var bench = Bench()
        expect(bench.judge(badge), .issuer, .undetermined, .issuerUnknown, .undetermined)
        bench.trust = Bench.list(
            TrustedIssuer(
                did: did, name: "Workshop",
                keys: [PinnedKey(id: key.verificationMethod, publicKey: TestBadge.otherKey.publicKey)]))
        #expect(bench.judge(badge).verdict == .valid)
    }

    @Test("A did:key of a kind of key that isn't read is undetermined, not a forgery")
    func unreadDIDKey() throws {
        // secp256k1
        let did = "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"
        var badge = TestBadge.credential([("issuer", .string(did))])
        badge["proof"] = [
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "proofPurpose": "assertionMethod",
            "verificationMethod": .string("\(did)#\(did.dropFirst(8))"), "created": "2026-09-29T07:12:31Z",
            "proofValue": "z1",
        ]
        expect(Bench().judge(badge), .proof, .undetermined, .keyUnavailable, .undetermined)
    }

    // MARK: Whose key

    @Test("Somebody else's pinned key doesn't sign for the school")
    func anotherIssuersPin() throws {
        let other = TrustedIssuer(
            did: "did:web:other.example", name: "Other",
            keys: [PinnedKey(id: "did:web:other.example#k", publicKey: TestBadge.otherKey.publicKey)])
        let key = SigningKey(verificationMethod: "did:web:other.example#k", privateKey: TestBadge.otherKey)
        var bench = Bench(trust: Bench.list(Bench.school(), other))
        let report = bench.judge(try Bench.signed(by: key))
        expect(report, .controller, .failed, .controllerMismatch, .invalid)
        expect(report, .issuer, .undetermined, .issuerKeyNotPinned, .invalid)
        // The same for an issuer named by its address: listed, but for other keys.
        bench.trust = Bench.list(Bench.school { $0.did = "https://school.example" }, other)
        let byAddress = bench.judge(
            try Bench.signed(TestBadge.credential([("issuer", "https://school.example")]), by: key))
        expect(byAddress, .controller, .undetermined, .controllerUnlinked, .undetermined)
        #expect(byAddress[.issuer]?.outcome == .undetermined)
    }

    @Test("An issuer named by its address passes only when the trust list ties it to the key")
    func httpsIssuer() throws {
        let badge = try Bench.signed(TestBadge.credential([("issuer", "https://school.example")]))
        var bench = Bench()
        expect(bench.judge(badge), .controller, .undetermined, .controllerUnlinked, .undetermined)
        bench.trust = Bench.list(Bench.school { $0.alsoKnownAs = ["https://school.example"] })
        #expect(bench.judge(badge).verdict == .valid)
        bench.trust = Bench.list(Bench.school { $0.did = "https://school.example" })
        #expect(bench.judge(badge).verdict == .valid)
        // A stranger's failing proof beside it decides nothing there either.
        var document = badge
        document["proof"] = [
            try Bench.proof(on: TestBadge.credential([("name", "Other")]), by: Bench.selfNamed(TestBadge.otherKey)),
            try #require(badge["proof"]),
        ]
        #expect(bench.judge(document).verdict == .valid)
    }

    @Test("Two entries may pin a key under one id; each issuer's own counts for it")
    func sharedKeyID() throws {
        let other = TrustedIssuer(
            did: "did:web:other.example", name: "Other",
            keys: [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.otherKey.publicKey)])
        #expect(Bench(trust: Bench.list(other, Bench.school())).judge(try Bench.signed()).verdict == .valid)
    }

    // MARK: Scope

    private func judge(_ change: (inout TrustedIssuer) -> Void, _ badge: JSONObject? = nil) throws -> VerificationReport
    {
        Bench(trust: Bench.list(Bench.school(change))).judge(try badge ?? Bench.signed())
    }

    @Test(
        "Achievements under a listed prefix count, whatever the spelling",
        arguments: [
            "https://school.example/badges/", "HTTPS://School.Example:443/badges/",
            "https://school.example/x/../badges/",
            "https://school.example/b%61dges/",
        ])
    func prefixes(_ prefix: String) throws {
        #expect(try judge { $0.achievements = [prefix] }.verdict == .valid)
    }

    @Test(
        "Achievements elsewhere don't, however they are spelled",
        arguments: [
            "https://school.example/badges/../other/v1", "https://school.example/badges/%2e%2e/other/v1",
            "https://school.example/badges/%2E%2e/other", "https://school.example/badges/..%2fother",
            "https://school.example/badges-of-another/v1", "https://school.example/Badges/v1",
            "https://school.example:8443/badges/v1", "https://school.example.evil/badges/v1",
            "http://school.example/badges/v1", "https://eve@school.example/badges/v1", "https://school.example/badges",
            "urn:uuid:1", "https://school.example\\badges/v1",
        ])
    func outside(_ id: String) throws {
        let badge = try Bench.signed(TestBadge.credential([("credentialSubject.achievement.id", .string(id))]))
        let report = try judge({ $0.achievements = ["https://school.example/badges/"] }, badge)
        expect(report, .issuer, .undetermined, .issuerScope, .undetermined)
    }

    @Test("A badge of no achievement is outside any prefix")
    func noAchievement() throws {
        let badge = try Bench.signed(TestBadge.credential([("credentialSubject.achievement.id", nil)]))
        expect(
            try judge({ $0.achievements = ["https://school.example/badges/"] }, badge), .issuer, .undetermined,
            .issuerScope,
            .undetermined)
    }

    @Test("Kinds and roles limit an entry")
    func kindsAndRoles() throws {
        #expect(try judge { $0.kinds = ["ClrCredential", "OpenBadgeCredential"] }.verdict == .valid)
        expect(try judge { $0.kinds = ["ClrCredential"] }, .issuer, .undetermined, .issuerScope, .undetermined)
        #expect(try judge { $0.roles = ["issuer"] }.verdict == .valid)
        expect(try judge { $0.roles = ["endorser"] }, .issuer, .undetermined, .issuerScope, .undetermined)
    }

    @Test("Within an entry's dates the claimed time counts and is called the issuer's own; outside it fails")
    func windows() throws {
        let time = Bench.created
        let inside = try judge {
            $0.validFrom = time
            $0.validUntil = time
        }
        #expect(inside.verdict == .valid)
        #expect(ReportText(inside, in: .en).lines.contains { $0.contains("2026-09-29 is the issuer's own statement") })
        expect(try judge { $0.validFrom = time.adding(seconds: 1) }, .issuer, .failed, .issuerWindow, .invalid)
        expect(try judge { $0.validUntil = time.adding(seconds: -1) }, .issuer, .failed, .issuerWindow, .invalid)
        var undated = TestBadge.credential([("validFrom", nil)])
        undated["proof"] = .object(
            try EdDSAJCS2022().createProof(
                for: undated,
                options: [
                    "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022",
                    "verificationMethod": .string(TestBadge.methodID), "proofPurpose": "assertionMethod",
                ], key: TestBadge.key))
        #expect(try judge({ _ in }, undated).verdict == .valid)
        expect(try judge({ $0.validUntil = time }, undated), .issuer, .undetermined, .issuerScope, .undetermined)
    }

    // MARK: For whom

    @Test("A badge addressed to another receiver is undetermined, with for whom and when")
    func addressed() throws {
        let badge = try Bench.signed(more: ["domain": "uni.example", "challenge": "c1"])
        var bench = Bench()
        let report = bench.judge(badge)
        expect(report, .recipient, .undetermined, .recipientOther, .undetermined)
        #expect(report[.recipient]?.detail["signedAt"] == "2026-09-29T07:12:31Z")
        bench.policy.domains = ["uni.example"]
        expect(bench.judge(badge), .recipient, .undetermined, .recipientOther, .undetermined)
        bench.policy.challenge = "c1"
        #expect(bench.judge(badge).verdict == .valid)
        bench.policy.domains = ["other.example"]
        #expect(bench.judge(badge).verdict == .undetermined)
        expect(
            bench.judge(try Bench.signed(more: ["challenge": "c2"])), .recipient, .undetermined, .recipientOther,
            .undetermined)
    }

    @Test("A JWT's aud and nonce address it in the same way")
    func addressedJWT() throws {
        let payload = try VCJWTPayload.of(TestBadge.credential(), adding: ["aud": ["uni.example"], "nonce": "c1"])
        let jwt = try Bench.jws(payload, header: ["kid": "#p256-1"])
        var bench = Bench()
        expect(bench.judge(jwt: jwt), .recipient, .undetermined, .recipientOther, .undetermined)
        (bench.policy.domains, bench.policy.challenge) = (["uni.example"], "c1")
        #expect(bench.judge(jwt: jwt).verdict == .valid)
    }
}
