import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Open Badges through the whole verifier.
@Suite struct OpenBadgeProfileTests {
    static let key = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.key)
    static let trust = TrustList(
        updated: FixedClock.now,
        issuers: [
            TrustedIssuer(
                did: TestBadge.issuer, name: "The School",
                keys: [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey)])
        ])

    private func judge(_ credential: JSONObject, recipient: String? = nil) throws -> VerificationReport {
        var policy = VerificationPolicy()
        policy.recipient = recipient
        let signed = try DataIntegrity.secure(
            credential, suite: EdDSAJCS2022(), key: Self.key, created: Timestamp(secondsSince1970: 1_790_665_951))
        let report = Verifier(
            material: VerificationMaterial(trust: Self.trust), policy: policy, profile: OpenBadgeProfile(),
            time: JudgementTime(now: FixedClock.now)
        ).judge(JSONWriter.compact(.object(signed)), source: "badge.json")
        Self.checkTexts(report)
        return report
    }

    /// Every sentence has its values.
    static func checkTexts(_ report: VerificationReport) {
        for language in ReportLanguage.allCases {
            for check in report.checks {
                let text = check.code.text.filled(check.values, in: language)
                #expect(!text.contains("{") || check.values.values.contains { $0.contains("{") })
                #expect(!text.contains("–"), "\(check.code.rawValue): \(text)")
            }
        }
    }

    // MARK: Schema and badge

    @Test("A sound badge keeps schema and badge rules and is shown as a badge")
    func sound() throws {
        let report = try judge(TestBadge.credential())
        #expect(report.verdict == .valid)
        #expect(report[.schema]?.code == .schemaOK && report[.badge]?.code == .badgeOK)
        #expect(report.credential?.kind == "OpenBadgeCredential" && report.credential?.name == "Teamwork")
        #expect(ReportText(report, in: .en).headline == "Genuine badge. Whose it is was not checked.")
    }

    @Test("The order of types doesn't decide the kind")
    func kind() throws {
        for types in [
            ["VerifiableCredential", "OpenBadgeCredential", "AchievementCredential"],
            ["AchievementCredential", "OpenBadgeCredential", "VerifiableCredential"],
        ] as [JSONValue] {
            #expect(try judge(TestBadge.credential([("type", types)])).credential?.kind == "OpenBadgeCredential")
        }
    }

    @Test("A badge that breaks the schema fails, with the place, named schema or not")
    func schema() throws {
        for path in ["credentialSubject.achievement.criteria", "credentialSubject.achievement.name", "issuer.type"] {
            let report = try judge(TestBadge.credential([(path, nil)]))
            #expect(report[.schema]?.outcome == .failed && report[.schema]?.code == .schemaInvalid)
            #expect(report.verdict == .invalid)
        }
    }

    @Test("Another's schema is reported and changes nothing")
    func otherSchema() throws {
        let plain: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"],
            "issuer": .string(TestBadge.issuer), "credentialSubject": ["id": "did:example:anna"],
            "credentialSchema": ["id": "https://other.example/schema.json", "type": "JsonSchema"],
        ]
        let report = try judge(plain)
        #expect(report[.schema]?.outcome == .notApplicable && report[.schema]?.code == .schemaOther)
        #expect(report[.badge]?.code == .badgeOther)
        #expect(report.verdict == .valid)
        #expect(ReportText(report, in: .en).headline.hasPrefix("Genuine credential."))
        #expect(try judge(plain.removing("credentialSchema"))[.schema]?.code == .schemaNone)
    }

    @Test("A badge that contradicts itself fails")
    func contradiction() throws {
        let report = try judge(TestBadge.credential([("credentialSubject.achievement.id", "teamwork")]))
        #expect(report[.badge]?.code == .badgeInvalid && report.verdict == .invalid)
    }

    @Test("A picture too large to look at leaves the badge undetermined; a false one fails it")
    func pictures() throws {
        func badge(_ bytes: [UInt8]) throws -> VerificationReport {
            let uri = "data:image/png;base64," + Base64.encode(bytes)
            return try judge(
                TestBadge.credential([("credentialSubject.achievement.image", ["id": .string(uri), "type": "Image"])]))
        }
        let huge = try badge(
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 360 * 1024))
        #expect(huge[.badge]?.outcome == .undetermined && huge[.badge]?.code == .limitPicture)
        #expect(huge.verdict == .undetermined)
        let fake = try badge(Array("not a picture".utf8))
        #expect(fake[.badge]?.code == .badgeInvalid && fake.verdict == .invalid)
    }

    @Test("A learner record's inner badges are judged by themselves")
    func learnerRecord() throws {
        let clr = TestBadge.credential([
            ("type", ["VerifiableCredential", "ClrCredential"]),
            (
                "@context",
                [
                    "https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                ]
            ),
        ])
        let report = try judge(clr)
        #expect(report[.badge]?.code == .badgeTranscript)
        #expect(OpenBadgeProfile().innerCredentials(of: clr)?.isEmpty == true)
        let holding = TestBadge.replacing(
            "credentialSubject.verifiableCredential", in: clr, by: [.object(TestBadge.credential())])
        #expect(OpenBadgeProfile().innerCredentials(of: holding)?.count == 1)
        #expect(try judge(holding).inner.map(\.verdict) == [.undetermined])
    }

    @Test("An endorsement that is none changes nothing")
    func endorsements() throws {
        let report = try judge(TestBadge.credential([("endorsementJwt", ["eyJhbGciOiJFUzI1NiJ9.e30.AAAA"])]))
        #expect(report[.endorsements]?.code == .endorsementsMixed)
        #expect(report[.endorsements]?.values["count"] == "1")
        #expect(report.verdict == .valid && report.endorsements.map(\.report.verdict) == [.invalid])
    }

    // MARK: What it names

    private func schema(_ named: JSONValue, _ changes: [(String, JSONValue?)] = []) throws -> CheckResult? {
        let report = try judge(TestBadge.credential(changes + [("credentialSchema", named)]))
        #expect((report.verdict == .valid) == (report[.schema]?.outcome != .failed))
        return report[.schema]
    }

    private static func entry(_ id: String, _ type: String = OpenBadgesTerm.schemaType) -> JSONValue {
        ["id": .string(id), "type": .string(type)]
    }

    @Test(
        "A published schema is known by its address, in either way of writing and for either data model",
        arguments: [
            "json/ob_v3p0_achievementcredential_schema.json", "json-ld/ob_v3p0_achievementcredential_schema.json",
            "json/ob_v3p0_anyachievementcredential_schema.json", "achievementcredential.json",
        ])
    func publishedSchemas(_ name: String) throws {
        let id = "https://purl.imsglobal.org/spec/ob/v3p0/schema/\(name)"
        for type in [OpenBadgesTerm.schemaType, "JsonSchema"] {
            let result = try schema([Self.entry(id, type)])
            #expect(result?.code == .schemaOK && result?.values["schema"] == nil)
            #expect(result?.detail["named"]?.arrayValue?.first?["judged"] == true)
        }
    }

    @Test("A badge that names 1EdTech's schema for another kind breaks it")
    func otherKindsSchema() throws {
        for name in ["ob_v3p0_endorsementcredential", "ob_v3p0_profile"] {
            let id = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/\(name)_schema.json"
            #expect(try schema([Self.entry(id)])?.code == .schemaInvalid)
            // Of a type that says nothing of JSON Schema it is only reported.
            #expect(try schema([Self.entry(id, "Unknown2030")])?.code == .schemaOK)
        }
        let record = "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json"
        #expect(try schema([Self.entry(record)])?.code == .schemaInvalid)
    }

    @Test(
        "Another's schema is named and not judged",
        arguments: [
            ("https://state.example/schema.json", OpenBadgesTerm.schemaType),
            (
                "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_other_schema.json",
                OpenBadgesTerm.schemaType
            ),
            ("https://purl.imsglobal.org.evil.example/spec/ob/v3p0/schema/json/x.json", "JsonSchema"),
            (
                "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json?x",
                "JsonSchema"
            ),
            ("did:example:schema", "JsonSchemaCredential"), ("https://state.example/schema.json", "FullJsonSchema2021"),
        ])
    func othersSchema(id: String, type: String) throws {
        let ours = Self.entry(OpenBadgesTerm.achievementCredentialSchemaURL)
        for named in [[Self.entry(id, type)], [ours, Self.entry(id, type)], [Self.entry(id, type), ours]] as [JSONValue]
        {
            let result = try schema(named)
            #expect(result?.code == .schemaOK && result?.values["schema"] == id)
            let entry = result?.detail["named"]?.arrayValue?.first { $0["id"]?.stringValue == id }
            #expect(entry?["judged"] == false && entry?["type"]?.stringValue == type)
            let text = VerificationCode.schemaOK.text.filled(result?.values ?? [:], in: .en)
            #expect(text.contains(id))
        }
    }

    @Test("A refresh service is named and asked nothing")
    func refreshService() throws {
        let service: JSONValue = [
            "id": "https://school.example/refresh/1\u{1B}[2J", "type": "1EdTechCredentialRefresh",
        ]
        let report = try judge(TestBadge.credential([("refreshService", service)]))
        #expect(report.verdict == .valid)
        #expect(report.credential?.refreshServices.map(\.types) == [["1EdTechCredentialRefresh"]])
        #expect(
            report.json()["credential"]?["refreshService"]?.arrayValue?.first?["type"] == "1EdTechCredentialRefresh")
        for voice in [nil, ReportVoice.exact] {
            let lines = ReportText(report, in: .en, voice: voice).lines
            #expect(
                lines.contains {
                    $0.contains("(not asked): https://school.example/refresh/1\\u{1B}[2J (1EdTechCredentialRefresh)")
                })
        }
        let none = try judge(TestBadge.credential())
        #expect(none.json()["credential"]?["refreshService"] == nil)
    }

    // MARK: Whose it is

    static func hashed(_ identifier: String, _ type: String = "emailAddress") -> JSONValue {
        .object(IdentityObject.hashed(identifier, as: IdentityType(rawValue: type), salt: "aabb").json)
    }

    @Test("A recipient is compared as typed, then normalised; different fails, nothing to compare is undetermined")
    func recipients() throws {
        let badge = TestBadge.credential([("credentialSubject.identifier", [Self.hashed("anna@example.org")])])
        for typed in ["anna@example.org", " Anna@Example.ORG "] {
            let report = try judge(badge, recipient: typed)
            #expect(report[.recipient]?.code == .recipientOK && report.verdict == .valid)
            #expect(report[.recipient]?.detail["normalised"] == .bool(typed != "anna@example.org"))
        }
        let other = try judge(badge, recipient: "eve@example.org")
        #expect(other[.recipient]?.code == .recipientMismatch && other.verdict == .invalid)
        let nothing = TestBadge.credential([("credentialSubject.identifier", nil)])
        let report = try judge(nothing, recipient: "anna@example.org")
        #expect(report[.recipient]?.code == .recipientNothing && report.verdict == .undetermined)
        #expect(try judge(badge)[.recipient]?.code == .recipientNotAsked)
    }

    @Test("A DID is compared with the subject's own")
    func didRecipient() throws {
        let did = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"
        let badge = TestBadge.credential([("credentialSubject.id", .string(did))])
        #expect(try judge(badge, recipient: did)[.recipient]?.code == .recipientOK)
        #expect(try judge(badge, recipient: "did:web:eve.example")[.recipient]?.code == .recipientMismatch)
        // A subject with a fresh number of its own says nothing about a DID.
        #expect(try judge(TestBadge.credential(), recipient: did)[.recipient]?.code == .recipientNothing)
    }

    @Test("Of several subjects none is compared")
    func severalSubjects() throws {
        let subject = try #require(TestBadge.credential()["credentialSubject"])
        let report = try judge(
            TestBadge.credential([("credentialSubject", [subject, subject])]), recipient: TestBadge.email)
        #expect(report[.recipient]?.outcome != .passed)
        #expect(report.verdict != .valid)
    }

    // MARK: The corpus

    /// Answers other than a bare "could not be checked", each with its reason; all else must not be `invalid`.
    private func realFaults(_ report: VerificationReport) -> [String] {
        report.checks.filter { $0.outcome == .failed }.map {
            "\($0.code.rawValue) \($0.values.sorted { $0.key < $1.key })"
        }
    }

    private static let open = Verifier(
        material: VerificationMaterial(), policy: VerificationPolicy(), profile: OpenBadgeProfile(),
        time: JudgementTime(now: Timestamp(secondsSince1970: 1_795_255_200)))

    @Test(
        "The validator's badges: none is called false that the validator calls good", .needsCorpus("1edtech-validator"),
        arguments: Corpus.cases("1edtech-validator"))
    func validator(_ vector: CorpusVector) throws {
        guard vector.text("file")?.contains("ob20") == false else { return }
        let report = Self.open.judge(try vector.read("file"), source: vector.id)
        Self.checkTexts(report)
        let outcomes = vector.entry["referenceOutcome"]?.arrayValue?.compactMap { $0["outcome"]?.stringValue } ?? []
        guard !outcomes.isEmpty, outcomes.allSatisfy({ $0 == "valid" || $0 == "warning" }) else { return }
        #expect(realFaults(report).isEmpty, "\(realFaults(report))")
    }

    @Test(
        "Signed credentials of other makers: none with a good signature is called forged",
        .needsCorpus("signed-credentials"), arguments: Corpus.cases("signed-credentials"))
    func otherMakers(_ vector: CorpusVector) throws {
        let report = Self.open.judge(try vector.read("file"), source: vector.id)
        Self.checkTexts(report)
        let proofs = vector.entry["proofs"]?.arrayValue ?? []
        guard !proofs.isEmpty, proofs.allSatisfy({ $0["verified"] == true }) else { return }
        #expect(report[.proof]?.outcome != .failed, "\(realFaults(report))")
    }
}
