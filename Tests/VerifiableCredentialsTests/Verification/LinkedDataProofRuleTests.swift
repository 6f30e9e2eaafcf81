import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// The verifier's rules for each of the suites that sign linked data.
@Suite struct LinkedDataProofRuleTests {
    static let signers = BitFlipTests.signers

    /// The school under its own name, with a key for each suite pinned.
    static func key(_ signer: BitFlipTests.Signer) -> SigningKey {
        SigningKey(verificationMethod: TestBadge.issuer + "#suite", privateKey: signer.key)
    }

    /// An end and a status: without them a badge that is shown in part is undetermined.
    static let lasting: [(String, JSONValue?)] = [
        ("validUntil", "2029-09-29T20:59:59Z"), ("credentialStatus", TestBadge.statusEntry()),
    ]

    static func bench(_ signer: BitFlipTests.Signer) throws -> Bench {
        Bench(
            trust: Bench.list(
                Bench.school {
                    $0.keys.append(
                        PinnedKey(id: TestBadge.issuer + "#suite", publicKey: signer.key.publicKey))
                }), lists: [try StatusRuleTests.list()])
    }

    private func sign(
        _ signer: BitFlipTests.Signer, _ badge: JSONObject = TestBadge.credential(LinkedDataProofRuleTests.lasting),
        by key: SigningKey? = nil,
        created: Timestamp = Bench.created, purpose: String = "assertionMethod", more: JSONObject = [:]
    ) throws -> JSONObject {
        let suite = try #require(Self.suite(signer))
        let signed = try DataIntegrity.secure(
            badge, suite: suite, key: key ?? Self.key(signer), created: created, purpose: purpose, more: more)
        guard let disclosing = suite as? ECDSASD2023 else { return signed }
        return try disclosing.derive(
            from: signed, proof: #require(DataIntegrityProof.all(in: signed).first),
            selective: badge.names.filter { !["@context", "id", "type"].contains($0) }
                .compactMap { JSONPointer("/\($0)") })
    }

    private static func suite(_ signer: BitFlipTests.Signer) -> (any Cryptosuite)? {
        Cryptosuites(contexts: SuiteCase.contexts).all.first { signer.description.hasPrefix($0.name) }
    }

    @Test("A good badge is valid, and the report names its suite", arguments: signers)
    func good(_ signer: BitFlipTests.Signer) throws {
        let report = try Self.bench(signer).judge(try sign(signer))
        expect(report, .proof, .passed, .proofOK, .valid)
        expect(report, .controller, .passed, .controllerOK, .valid)
        expect(report, .issuer, .passed, .issuerOK, .valid)
        #expect(report[.proof]?.values["suite"] == Self.suite(signer)?.name)
    }

    @Test("A changed badge is invalid, and what rests on its claims waits", arguments: signers)
    func changed(_ signer: BitFlipTests.Signer) throws {
        let good = try sign(signer)
        for (path, value) in [
            ("name", "Leadership"), ("validUntil", "2030-01-01T00:00:00Z"), ("credentialSubject.identifier", nil),
            ("issuer.name", "Other"), ("id", "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12"),
        ] as [(String, JSONValue?)] {
            let report = try Self.bench(signer).judge(TestBadge.replacing(path, in: good, by: value))
            expect(report, .proof, .failed, .proofMismatch, .invalid)
            #expect(report[.validity]?.code == .proofRequired)
        }
    }

    @Test("A key of the issuer's own name alone is not enough: it must be vouched for", arguments: signers)
    func unpinned(_ signer: BitFlipTests.Signer) throws {
        var bench = Bench()
        let document = try sign(signer)
        expect(bench.judge(document), .proof, .undetermined, .keyUnknown, .undetermined)
        bench.documents = [try Bench.document([("suite", signer.key)])]
        let report = bench.judge(document)
        expect(report, .proof, .passed, .proofOK, .undetermined)
        expect(report, .issuer, .undetermined, .issuerKeyNotPinned, .undetermined)
    }

    @Test("A key that names itself is the issuer's when the issuer is its did:key", arguments: signers)
    func selfNamed(_ signer: BitFlipTests.Signer) throws {
        let key = signer.signingKey
        let badge = TestBadge.credential(Self.lasting + [("issuer.id", .string(signer.issuer))])
        var bench = Bench(trust: Bench.list(TrustedIssuer(did: signer.issuer, name: "The School", keys: [])))
        let list = try StatusRuleTests.list(issuer: signer.issuer, by: nil)
        bench.lists = [try sign(signer, list, by: key, created: FixedClock.now)]
        #expect(bench.judge(try sign(signer, badge, by: key)).verdict == .valid)
        // The same key under another issuer's name.
        let report = Bench().judge(try sign(signer, by: key))
        expect(report, .controller, .failed, .controllerMismatch, .invalid)
    }

    @Test("A key in a document as JsonWebKey or Multikey serves alike", arguments: signers)
    func keyForms(_ signer: BitFlipTests.Signer) throws {
        let document = try sign(signer)
        let id = TestBadge.issuer + "#suite"
        let method: JSONObject = ["id": .string(id), "controller": .string(TestBadge.issuer)]
        var multikey = method
        multikey["type"] = "Multikey"
        multikey["publicKeyMultibase"] = .string(signer.key.publicKey.multikey)
        var jwk = method
        jwk["type"] = "JsonWebKey"
        jwk["publicKeyJwk"] = .object(signer.key.publicKey.jwk)
        for form in [multikey, jwk] {
            let json: JSONObject = [
                "@context": ["https://www.w3.org/ns/did/v1"], "id": .string(TestBadge.issuer),
                "verificationMethod": [.object(form)], "assertionMethod": [.string(id)],
            ]
            var bench = Bench()
            bench.documents = [try DIDDocument(json: .object(json))]
            expect(bench.judge(document), .proof, .passed, .proofOK, .undetermined)
        }
    }

    @Test("Purpose, time of signing and end of the proof are judged", arguments: signers)
    func members(_ signer: BitFlipTests.Signer) throws {
        let bench = try Self.bench(signer)
        let now = FixedClock.now
        func judge(_ document: JSONObject) -> VerificationReport { bench.judge(document) }
        expect(
            judge(try sign(signer, purpose: "authentication")), .proof, .failed, .proofPurpose, .invalid)
        #expect(judge(try sign(signer, created: now.adding(seconds: 300))).verdict == .valid)
        expect(judge(try sign(signer, created: now.adding(seconds: 301))), .proof, .failed, .proofFuture, .invalid)
        guard signer.description != "Ed25519Signature2020" else { return }
        #expect(judge(try sign(signer, more: ["expires": .string(now.description)])).verdict == .valid)
        expect(
            judge(try sign(signer, more: ["expires": .string(now.adding(seconds: -1).description)])), .proof, .failed,
            .proofExpired, .invalid)
    }

    @Test("A proof made for somebody else is told so, and counts for whom it was made", arguments: signers)
    func addressed(_ signer: BitFlipTests.Signer) throws {
        let document = try sign(signer, more: ["domain": "https://shop.example", "challenge": "abc"])
        var bench = try Self.bench(signer)
        expect(bench.judge(document), .recipient, .undetermined, .recipientOther, .undetermined)
        bench.policy.domains = ["https://shop.example"]
        expect(bench.judge(document), .recipient, .undetermined, .recipientOther, .undetermined)
        bench.policy.challenge = "abc"
        #expect(bench.judge(document).verdict == .valid)
        let changed = TestBadge.replacing("proof.domain", in: document, by: "https://other.example")
        expect(bench.judge(changed), .proof, .failed, .proofMismatch, .invalid)
    }

    @Test("Of a set of proofs by several suites one of the issuer's that fails decides", arguments: signers)
    func sets(_ signer: BitFlipTests.Signer) throws {
        let bench = try Self.bench(signer)
        // The vocabulary of the older proof type stands in the badge from the beginning.
        var badge = TestBadge.credential(Self.lasting)
        badge["@context"] = .array(
            (badge["@context"]?.asList ?? []) + ["https://w3id.org/security/suites/ed25519-2020/v1"])
        let other = TestBadge.replacing("name", in: badge, by: "Other")
        let good = try #require(try sign(signer, badge)["proof"])
        let bad = try #require(try sign(signer, other)["proof"])
        let plain = try #require(try Bench.signed(badge)["proof"])
        let stranger = try #require(try sign(signer, other, by: signer.signingKey)["proof"])
        for (proofs, verdict) in [
            ([good, plain], Verdict.valid), ([plain, good], .valid), ([stranger, good], .valid),
            ([bad, plain], .invalid), ([plain, bad], .invalid), ([good, bad], .invalid),
        ] {
            var document = badge
            document["proof"] = .array(proofs)
            #expect(bench.judge(document).verdict == verdict)
        }
        // A list in a list is no set.
        var nested = badge
        nested["proof"] = [[good]]
        #expect(bench.judge(nested).verdict == .invalid)
    }

    @Test("Words of a vocabulary that isn't known leave badge and signature open", arguments: signers)
    func unknownContext(_ signer: BitFlipTests.Signer) throws {
        var document = try sign(signer)
        document["@context"] = .array((document["@context"]?.asList ?? []) + ["https://unknown.example/v1"])
        expect(try Self.bench(signer).judge(document), .proof, .undetermined, .proofContexts, .undetermined)
    }

    @Test("What nobody has defined was not signed", arguments: signers)
    func undefinedWord(_ signer: BitFlipTests.Signer) throws {
        let document = try sign(signer)
        for path in ["nobodysWord", "proof.nobodysWord"] {
            let report = try Self.bench(signer).judge(TestBadge.replacing(path, in: document, by: "x"))
            expect(report, .proof, .failed, .proofLinkedData, .invalid)
        }
    }

    /// Nodes that all know each other, none of which can be told from another.
    static let knot: JSONValue = {
        let everyone: [JSONValue] = (0..<10).map { ["id": .string("_:n\($0)")] }
        return .array(
            (0..<10).map { number in
                let others = everyone.enumerated().filter { $0.offset != number }.map(\.element)
                return ["id": .string("_:n\(number)"), "https://a.example/knows": .array(others)]
            })
    }()

    @Test("A document built to keep the receiver busy leaves the signature open", arguments: signers)
    func busy(_ signer: BitFlipTests.Signer) throws {
        var document = try sign(signer)
        document["https://a.example/knot"] = Self.knot
        let report = try Self.bench(signer).judge(document)
        #expect(report[.proof]?.outcome == .undetermined && report[.proof]?.code == .limitWork)
        #expect(report.verdict != .valid)
    }

    @Test("The holder's own copy of a badge for selective disclosure isn't for receivers")
    func baseProof() throws {
        let signer = try #require(Self.signers.last)
        let base = try DataIntegrity.secure(
            TestBadge.credential(Self.lasting), suite: DisclosureTests.suite, key: Self.key(signer),
            created: Bench.created)
        expect(try Self.bench(signer).judge(base), .proof, .failed, .proofBase, .invalid)
    }

    // MARK: Chains

    @Test("A chain holds with all that it builds on", arguments: signers.filter { $0.description != "ecdsa-sd-2023" })
    func chains(_ signer: BitFlipTests.Signer) throws {
        guard signer.description != "Ed25519Signature2020", let suite = Self.suite(signer) else { return }
        let bench = try Self.bench(signer)
        func proof(_ document: JSONObject, by key: SigningKey, _ id: String, previous: String? = nil) throws
            -> JSONValue
        {
            var options: JSONObject = [
                "id": .string(id), "type": "DataIntegrityProof", "cryptosuite": .string(suite.name),
                "created": "2026-09-29T07:12:31Z", "verificationMethod": .string(key.verificationMethod),
                "proofPurpose": "assertionMethod",
            ]
            options["previousProof"] = previous.map { .string($0) }
            return .object(try suite.createProof(for: document, options: options, key: key.privateKey))
        }
        let own = Self.key(signer)
        var document = TestBadge.credential(Self.lasting)
        let first = try proof(document, by: signer.signingKey, "urn:a")
        document["proof"] = first
        let second = try proof(document, by: own, "urn:b", previous: "urn:a")
        document["proof"] = [first, second]
        #expect(bench.judge(document).verdict == .valid)
        // The stranger's proof beneath is changed: the issuer's falls with it.
        let forged = try proof(TestBadge.credential(Self.lasting + [("name", "x")]), by: signer.signingKey, "urn:a")
        document["proof"] = [forged, second]
        expect(bench.judge(document), .proof, .failed, .proofMismatch, .invalid)
        // A forged one that the issuer has built on.
        var onForged = TestBadge.credential(Self.lasting)
        onForged["proof"] = forged
        document["proof"] = [forged, try proof(onForged, by: own, "urn:b", previous: "urn:a")]
        expect(bench.judge(document), .proof, .failed, .proofMismatch, .invalid)
        // Taken away, or there twice.
        document["proof"] = [second]
        expect(bench.judge(document), .proof, .failed, .proofMalformed, .invalid)
        document["proof"] = [first, first, second]
        expect(bench.judge(document), .proof, .failed, .proofMalformed, .invalid)
    }

    // MARK: Shown in part

    @Test("What the holder chose to show may lack an end or a status that the issuer signed")
    func shownInPart() throws {
        let signer = try #require(
            Self.signers.first { $0.description == ECDSASD2023(contexts: SuiteCase.contexts).name })
        let bench = try Self.bench(signer)
        for (member, check, code) in [
            ("validUntil", Check.validity, VerificationCode.validityNotShown),
            ("credentialStatus", .status, .statusNotShown),
        ] {
            let badge = TestBadge.replacing(member, in: TestBadge.credential(Self.lasting), by: nil)
            expect(bench.judge(try sign(signer, badge)), check, .undetermined, code, .undetermined)
            // Signed whole beside it, the same absence is the issuer's word.
            var both = badge
            both["proof"] = .array([
                try #require(try sign(signer, badge)["proof"]), try #require(try Bench.signed(badge)["proof"]),
            ])
            #expect(bench.judge(both).verdict == .valid)
        }
    }

    // MARK: Status lists

    @Test("A status list signed by any suite is believed by its own proof", arguments: signers)
    func statusLists(_ signer: BitFlipTests.Signer) throws {
        func list(set: [Int]) throws -> JSONObject {
            let list = try StatusRuleTests.list(set: set, by: nil)
            return try sign(signer, list, created: FixedClock.now)
        }
        let badge = try sign(
            signer, TestBadge.credential(Self.lasting + [("credentialStatus", TestBadge.statusEntry())]))
        var bench = try Self.bench(signer)
        bench.lists = [try list(set: [])]
        expect(bench.judge(badge), .status, .passed, .statusOK, .valid)
        bench.lists = [try list(set: [7])]
        expect(bench.judge(badge), .status, .failed, .statusRevoked, .invalid)
        // Another list under the signature of the first.
        var forged = try list(set: [7])
        forged["credentialSubject"] = try list(set: [])["credentialSubject"]
        bench.lists = [forged]
        #expect(bench.judge(badge)[.status]?.outcome == .undetermined)
        #expect(bench.judge(badge).verdict == .undetermined)
    }
}
