import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// A badge that is changed in one thing, and the rule that must notice.
struct DoctorCase: Sendable, CustomStringConvertible {
    let target: ReceiverTarget
    let rule: String
    let changes: [(String, JSONValue?)]

    init(_ target: ReceiverTarget, _ rule: String, _ changes: (String, JSONValue?)...) {
        self.target = target
        self.rule = rule
        self.changes = changes
    }

    var description: String { "\(rule) \(changes.map(\.0))" }
}

@Suite("Doctor: rules")
struct DoctorRuleTests {
    private static let list = "https://school.example/status/1.json"
    private static let entry = TestBadge.statusEntry()
    private static let schema: JSONValue = [
        "id": .string(OpenBadgesTerm.achievementCredentialSchemaURL), "type": .string(OpenBadgesTerm.schemaType),
    ]

    @Test(
        "a sound badge of an issuer that is its own key goes to all who take Open Badges",
        arguments: [ReceiverTarget.oneEdTech, .dcc, .blockcerts])
    func sound(target: ReceiverTarget) throws {
        let answer = try DoctorFixture.answer(try DoctorFixture.badge(), for: target)
        #expect(answer.verdict == .yes, "\(answer.refusals) \(answer.doubts)")
        #expect(answer.remarks == [] && answer.findings.count > 10)
    }

    static let refused: [DoctorCase] = [
        DoctorCase(
            .oneEdTech, "1edtech.contexts",
            (
                "@context",
                [
                    "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                ]
            )),
        DoctorCase(.oneEdTech, "1edtech.schema", ("credentialSubject.achievement.criteria", nil)),
        DoctorCase(.oneEdTech, "1edtech.one-status", ("credentialStatus", [entry, TestBadge.statusEntry(8)])),
        DoctorCase(.oneEdTech, "1edtech.types", ("issuer.type", ["Profile2"])),
        DoctorCase(
            .oneEdTech, "1edtech.status-list",
            ("credentialStatus", TestBadge.statusEntry(7, list: "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c99"))),
        DoctorCase(.oneEdTech, "1edtech.begun", ("validFrom", "2099-01-01T00:00:00Z")),
        DoctorCase(.oneEdTech, "1edtech.ended", ("validUntil", "2026-09-30T00:00:00Z")),
        DoctorCase(.oneEdTech, "1edtech.controller", ("issuer.id", "did:web:other.example")),
        DoctorCase(.dcc, "dcc.begun", ("validFrom", "2099-01-01T00:00:00Z")),
        DoctorCase(.dcc, "dcc.controller", ("issuer.id", "did:web:other.example")),
        DoctorCase(
            .dcc, "dcc.status-type",
            (
                "credentialStatus",
                ["id": .string(list), "type": "1EdTechCredentialRefresh", "statusListCredential": .string(list)]
            )),
        DoctorCase(
            .blockcerts, "blockcerts.ids", ("evidence", [["type": ["Evidence"], "narrative": "Did it."]])),
        DoctorCase(.blockcerts, "blockcerts.schema", ("credentialSchema", [schema])),
        DoctorCase(
            .blockcerts, "blockcerts.status-list",
            ("credentialStatus", TestBadge.statusEntry(7, list: "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c99"))),
        DoctorCase(.blockcerts, "blockcerts.begun", ("validFrom", "2099-01-01T00:00:00Z")),
        DoctorCase(.blockcerts, "blockcerts.ended", ("validUntil", "2026-09-30T00:00:00Z")),
        DoctorCase(.blockcerts, "blockcerts.controller", ("issuer.id", "did:web:other.example")),
    ]

    @Test("one thing that a receiver is known to refuse is enough, and its rule is named", arguments: refused)
    func refuses(each: DoctorCase) throws {
        // The linked-data suites sign no word without a meaning; what is asked here doesn't depend on the signature.
        let bytes =
            (try? DoctorFixture.badge(each.changes))
            ?? JSONWriter.compact(.object(DoctorFixture.credential(each.changes)))
        let answer = try DoctorFixture.answer(bytes, for: each.target)
        #expect(answer.verdict == .no && answer.refusals.contains(each.rule), "\(answer.refusals)")
    }

    // MARK: Ways of signing

    @Test("the jcs suites and P-256 in linked data go to none of them")
    func otherSuites() throws {
        let jcs = try DoctorFixture.badge(suite: EdDSAJCS2022())
        let p256 = SigningKey(
            verificationMethod: DIDKey.verificationMethodID(for: TestBadge.p256Key.publicKey),
            privateKey: TestBadge.p256Key)
        let own = DIDKey.did(for: TestBadge.p256Key.publicKey).description
        let rdfc = try DoctorFixture.badge(
            [("issuer.id", .string(own))], suite: ECDSARDFC2019(contexts: DoctorFixture.contexts), key: p256)
        for bytes in [jcs, rdfc] {
            #expect(try DoctorFixture.answer(bytes, for: .oneEdTech).refusals.contains("1edtech.suite"))
            #expect(try DoctorFixture.answer(bytes, for: .dcc).refusals.contains("dcc.suite"))
            #expect(try DoctorFixture.answer(bytes, for: .blockcerts).refusals.contains("blockcerts.suites"))
        }
    }

    @Test("a badge shown in part goes to 1EdTech, not to the others, and Blockcerts names the key's curve")
    func shownInPart() throws {
        let p256 = SigningKey(
            verificationMethod: DIDKey.verificationMethodID(for: TestBadge.p256Key.publicKey),
            privateKey: TestBadge.p256Key)
        let own = DIDKey.did(for: TestBadge.p256Key.publicKey).description
        let suite = ECDSASD2023(contexts: DoctorFixture.contexts)
        let base = try #require(
            try JSONParser.parse(try DoctorFixture.badge([("issuer.id", .string(own))], suite: suite, key: p256))
                .objectValue)
        let places = base.names.filter { !["@context", "id", "type", "proof"].contains($0) }
        let shown = try suite.derive(
            from: base, proof: try #require(try DataIntegrityProof.all(in: base).first),
            selective: places.compactMap { JSONPointer("/\($0)") })
        let bytes = JSONWriter.compact(.object(shown))
        #expect(try DoctorFixture.answer(bytes, for: .oneEdTech).refusals == [])
        #expect(try DoctorFixture.answer(bytes, for: .dcc).refusals.contains("dcc.suite"))
        let blockcerts = try DoctorFixture.answer(bytes, for: .blockcerts)
        #expect(blockcerts.refusals.contains("blockcerts.sd-key") && !blockcerts.refusals.contains("blockcerts.suites"))
    }

    @Test("of several proofs 1EdTech looks at the first, VerifierPlus at any, Blockcerts at all")
    func severalProofs() throws {
        let good = try #require(try JSONParser.parse(try DoctorFixture.badge()).objectValue)
        let jcs = try #require(
            try JSONParser.parse(try DoctorFixture.badge(suite: EdDSAJCS2022())).objectValue?["proof"])
        var document = good
        document["proof"] = .array([jcs, try #require(good["proof"])])
        let bytes = JSONWriter.compact(.object(document))
        #expect(try DoctorFixture.answer(bytes, for: .oneEdTech).refusals == ["1edtech.suite"])
        #expect(try DoctorFixture.answer(bytes, for: .dcc).refusals == [])
        #expect(try DoctorFixture.answer(bytes, for: .blockcerts).refusals == ["blockcerts.suites"])
        document["proof"] = .array([try #require(good["proof"]), jcs])
        let turned = JSONWriter.compact(.object(document))
        #expect(try DoctorFixture.answer(turned, for: .oneEdTech).refusals == [])
    }

    @Test("a proof for another purpose counts for none of them")
    func purpose() throws {
        let bytes = try DoctorFixture.badge(purpose: "authentication")
        #expect(try DoctorFixture.answer(bytes, for: .oneEdTech).refusals.contains("1edtech.purpose"))
        #expect(try DoctorFixture.answer(bytes, for: .dcc).refusals.contains("dcc.purpose"))
        #expect(try DoctorFixture.answer(bytes, for: .blockcerts).refusals.contains("blockcerts.purpose"))
    }

    @Test("a byte that was changed after signing is refused by everybody, whatever else is right")
    func forged() throws {
        let text = String(decoding: try DoctorFixture.badge(), as: UTF8.self)
        let bytes = Array(text.replacing("Teamwork", with: "Teamwerk").utf8)
        for target in [ReceiverTarget.oneEdTech, .dcc, .blockcerts] {
            let answer = try DoctorFixture.answer(bytes, for: target)
            #expect(answer.verdict == .no && answer.refusals == ["any.signature"], "\(answer.refusals)")
        }
    }

    @Test("an unsigned file is refused by the receiver's own rule")
    func unsigned() throws {
        let bytes = JSONWriter.compact(.object(DoctorFixture.credential()))
        #expect(try DoctorFixture.answer(bytes, for: .oneEdTech).refusals == ["1edtech.signed"])
        #expect(try DoctorFixture.answer(bytes, for: .dcc).refusals == ["dcc.signed"])
        #expect(try DoctorFixture.answer(bytes, for: .blockcerts).refusals == ["blockcerts.signed"])
    }

    // MARK: JWTs

    @Test("a JWT with ES256 and a web key goes to 1EdTech, and to nobody who reads JSON alone")
    func token() throws {
        let bytes = try DoctorFixture.token()
        let answer = try DoctorFixture.answer(bytes, for: .oneEdTech)
        #expect(answer.verdict == .yes, "\(answer.refusals) \(answer.doubts)")
        #expect(answer.besides.contains("1edtech.reachable"))
        #expect(try DoctorFixture.answer(bytes, for: .dcc).refusals.contains("dcc.signed"))
        #expect(try DoctorFixture.answer(bytes, for: .blockcerts).refusals.contains("blockcerts.file"))
    }

    @Test("1EdTech makes no JWK of a did:key, so a JWT by one is refused")
    func tokenByKey() throws {
        let own = DIDKey.did(for: TestBadge.p256Key.publicKey).description
        let bytes = try DoctorFixture.token(
            [("issuer.id", .string(own))], kid: DIDKey.verificationMethodID(for: TestBadge.p256Key.publicKey))
        let answer = try DoctorFixture.answer(bytes, for: .oneEdTech)
        #expect(answer.refusals == ["1edtech.jwt-key"])
        #expect(answer.refusing.first?.rule.wayOut == .issueWithAddress)
    }

    @Test("a JWT with EdDSA is refused by 1EdTech for its algorithm")
    func tokenEdDSA() throws {
        let text = try VCJWT.secure(DoctorFixture.credential(), key: DoctorFixture.key, algorithm: .ed25519)
        let answer = try DoctorFixture.answer(Array(text.utf8), for: .oneEdTech)
        #expect(answer.refusals.contains("1edtech.algorithm"))
    }

    @Test("a JWT that brings its key along is looked at by that key")
    func tokenWithKey() throws {
        let payload = JSONWriter.compact(.object(TestBadge.credential()))
        let header: JSONObject = ["typ": "vc+jwt", "jwk": .object(TestBadge.p256Key.publicKey.jwk)]
        let text = try CompactJWS.sign(payload: payload, header: header, key: TestBadge.p256Key)
        #expect(try DoctorFixture.answer(Array(text.utf8), for: .oneEdTech).verdict == .yes)
        let other: JSONObject = ["typ": "vc+jwt", "jwk": .object(try PrivateKey.generate(.p256).publicKey.jwk)]
        let forged = try CompactJWS.sign(payload: payload, header: other, key: TestBadge.p256Key)
        #expect(try DoctorFixture.answer(Array(forged.utf8), for: .oneEdTech).refusals == ["any.signature"])
    }

    // MARK: What depends on other files

    @Test("without the issuer's key nothing is promised; with it the answer is yes")
    func keyNeeded() throws {
        let bytes = try ReceiverFixture.rdfcBadge()
        let without = try DoctorFixture.answer(bytes, for: .dcc, by: VerificationMaterial())
        #expect(without.verdict == .unknown && without.doubts == ["any.signature"])
        #expect(try DoctorFixture.answer(bytes, for: .dcc).verdict == .yes)
    }

    @Test("Blockcerts' answer for a did:web issuer rests on the form that its document gives the key")
    func keyForm() throws {
        let bytes = try ReceiverFixture.rdfcBadge()
        let open = try DoctorFixture.answer(bytes, for: .blockcerts)
        #expect(open.verdict == .unknown && open.doubts == ["blockcerts.key-form"])
        var material = VerificationMaterial(trust: PortfolioFixture.trust)
        let document = try DIDDocument(json: try JSONParser.parse(try ReceiverFixture.didDocument()))
        material.didDocuments = [.init(document: document, source: "did.json")]
        let refused = try DoctorFixture.answer(bytes, for: .blockcerts, by: material)
        #expect(refused.refusals == ["blockcerts.key-form"])
        let method: JSONValue = [
            "id": .string(TestBadge.methodID), "type": "JsonWebKey", "controller": .string(TestBadge.issuer),
            "publicKeyJwk": .object(TestBadge.key.publicKey.jwk),
        ]
        material.didDocuments = [
            .init(
                document: try DIDDocument(json: [
                    "id": .string(TestBadge.issuer), "verificationMethod": [method],
                    "assertionMethod": [.string(TestBadge.methodID)],
                ]), source: "did.json")
        ]
        #expect(try DoctorFixture.answer(bytes, for: .blockcerts, by: material).verdict == .yes)
    }

    @Test("a bit that is set in a list at hand is told by all who read it")
    func withdrawn() throws {
        let bytes = try DoctorFixture.badge([("credentialStatus", Self.entry)])
        var material = VerificationMaterial(trust: PortfolioFixture.trust)
        let clean = try #require(try JSONParser.parse(try ReceiverFixture.list(Self.list)).objectValue)
        material.statusLists = [.init(credential: clean, source: "1.json")]
        for target in [ReceiverTarget.oneEdTech, .dcc, .blockcerts] {
            #expect(try DoctorFixture.answer(bytes, for: target, by: material).verdict == .yes)
        }
        let revoked = try #require(try JSONParser.parse(try ReceiverFixture.list(Self.list, set: [7])).objectValue)
        material.statusLists = [.init(credential: revoked, source: "1.json")]
        for target in [ReceiverTarget.oneEdTech, .dcc, .blockcerts] {
            let answer = try DoctorFixture.answer(bytes, for: target, by: material)
            #expect(answer.refusals == ["\(target.rawValue).withdrawn"], "\(answer.refusals)")
        }
        // Without a list at hand the receiver looks for itself.
        let open = try DoctorFixture.answer(bytes, for: .dcc)
        #expect(open.verdict == .yes && open.besides.contains("dcc.withdrawn"))
    }

    @Test("suspension passes 1EdTech unread, and that is told")
    func suspension() throws {
        let bytes = try DoctorFixture.badge([("credentialStatus", TestBadge.statusEntry(7, purpose: "suspension"))])
        #expect(try DoctorFixture.answer(bytes, for: .oneEdTech).remarks == ["1edtech.status-read"])
    }

    @Test("an expired badge is shown by VerifierPlus with a warning")
    func expired() throws {
        let answer = try DoctorFixture.answer(
            try DoctorFixture.badge([("validUntil", "2026-09-30T00:00:00Z")]), for: .dcc)
        #expect(answer.verdict == .yes && answer.remarks == ["dcc.ended"])
    }
}

extension ReceiverFixture {
    /// The school's badge with a linked-data proof by its did:web key.
    static func rdfcBadge() throws -> [UInt8] {
        JSONWriter.compact(
            .object(
                try DataIntegrity.secure(
                    TestBadge.credential(), suite: EdDSARDFC2022(contexts: DoctorFixture.contexts), key: key,
                    created: DoctorFixture.created)))
    }
}
