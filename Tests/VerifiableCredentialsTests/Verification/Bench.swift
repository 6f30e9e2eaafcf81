import Cryptography
import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// A verifier with the school's trust list, and what a test changes of it.
struct Bench {
    var trust: TrustList? = Bench.list(Bench.school())
    var documents: [DIDDocument] = []
    var lists: [JSONObject] = []
    var histories: [KeyHistory] = []
    var issuance: [IssuanceList] = []
    var evidence: [any TimeEvidence] = []
    var bundles: [VouchedBundle] = []
    var memory = ReceiverMemory()
    var learning: VerificationLearning?
    var contexts: [ContextDocument] = []
    var policy = VerificationPolicy()
    /// Files that the receiver has as evidence.
    var files: EvidenceFiles?
    var now = FixedClock.now
    var profile: any CredentialProfile = PlainProfile()
    var at: Timestamp?

    var verifier: Verifier {
        var material = VerificationMaterial(
            trust: trust, didDocuments: documents.map { .init(document: $0, source: "did.json") },
            statusLists: lists.map { .init(credential: $0, source: "1.json") })
        material.keyHistories = histories.map { .init(history: $0, source: "key-history.jsonl") }
        material.issuanceLists = issuance.map { .init(list: $0, source: "issuance.json") }
        material.timeEvidence = evidence
        material.addedContexts = contexts
        material.bundles = bundles
        material.memory = memory
        material.learning = learning
        material.evidence = files
        return Verifier(
            material: material, policy: policy, profile: profile,
            time: JudgementTime(now: now, asked: at))
    }

    /// Every report that a test asks for has all its values in all languages.
    func judge(_ bytes: [UInt8]) -> VerificationReport {
        Self.checked(verifier.judge(bytes, source: "badge.json"))
    }

    static func checked(_ report: VerificationReport) -> VerificationReport {
        #expect(report.checks.map(\.check) == Check.allCases)
        for language in ReportLanguage.allCases {
            for check in report.checks {
                let text = check.code.text.filled(check.values, in: language)
                #expect(!text.contains("–"), "\(check.code.rawValue): \(text)")
            }
            #expect(!ReportText(report, in: language).headline.contains("–"))
        }
        return report
    }

    func judge(_ credential: JSONObject) -> VerificationReport { judge(JSONWriter.compact(.object(credential))) }

    func judge(jwt: String) -> VerificationReport { judge(Array(jwt.utf8)) }

    // MARK: What is judged

    static let schoolKey = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.key)
    static let schoolES256 = SigningKey(
        verificationMethod: TestBadge.issuer + "#p256-1", privateKey: TestBadge.p256Key)

    /// The key of a did:key under its own name.
    static func selfNamed(_ key: PrivateKey) -> SigningKey {
        SigningKey(verificationMethod: DIDKey.verificationMethodID(for: key.publicKey), privateKey: key)
    }

    static let created = Timestamp(secondsSince1970: 1_790_665_951)  // 2026-09-29T07:12:31Z

    static func signed(
        _ credential: JSONObject = TestBadge.credential(), by key: SigningKey = schoolKey,
        created: Timestamp = created, purpose: String = "assertionMethod", more: JSONObject = [:]
    ) throws -> JSONObject {
        try DataIntegrity.secure(
            credential, suite: EdDSAJCS2022(), key: key, created: created, purpose: purpose, more: more)
    }

    /// One more proof on a document, beside those it has.
    static func proof(
        on document: JSONObject, by key: SigningKey, created: String = "2026-09-29T07:12:31Z", more: JSONObject = [:]
    ) throws -> JSONValue {
        var options: JSONObject = [
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "created": .string(created),
            "verificationMethod": .string(key.verificationMethod), "proofPurpose": "assertionMethod",
        ]
        for member in more.members { options[member.name] = member.value }
        return .object(try EdDSAJCS2022().createProof(for: document, options: options, key: key.privateKey))
    }

    /// The same badge, signed and dated with another day, in either form.
    static func dated(_ time: Timestamp, by key: SigningKey, status: JSONValue? = nil) throws -> [UInt8] {
        let credential = TestBadge.credential([
            ("validFrom", .string(time.description)), ("credentialStatus", status),
        ])
        guard key.privateKey.type == .ed25519 else { return try Array(jwt(credential, by: key).utf8) }
        return try JSONWriter.compact(.object(signed(credential, by: key, created: time)))
    }

    static func jwt(_ credential: JSONObject = TestBadge.credential(), by key: SigningKey = schoolES256) throws
        -> String
    {
        try VCJWT.secure(
            credential, key: key, algorithm: key.privateKey.type == .p256 ? .ecdsaP256SHA256 : .ed25519)
    }

    /// A JWS of any payload and header.
    static func jws(_ payload: JSONObject, header: JSONObject, by key: PrivateKey = TestBadge.p256Key) throws -> String
    {
        try CompactJWS.sign(payload: JSONWriter.compact(.object(payload)), header: header, key: key)
    }

    // MARK: What it is judged by

    static func list(_ issuers: TrustedIssuer...) -> TrustList {
        TrustList(updated: FixedClock.now, issuers: issuers)
    }

    static func school(_ change: (inout TrustedIssuer) -> Void = { _ in }) -> TrustedIssuer {
        var entry = TrustedIssuer(
            did: TestBadge.issuer, name: "The School",
            keys: [
                PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey),
                PinnedKey(id: TestBadge.issuer + "#p256-1", publicKey: TestBadge.p256Key.publicKey),
            ])
        change(&entry)
        return entry
    }

    static func document(
        of did: String = TestBadge.issuer, _ methods: [(fragment: String, key: PrivateKey)], revoked: Timestamp? = nil
    ) throws -> DIDDocument {
        let id = try #require(DID(did))
        return DIDDocument(
            id: id,
            publishing: methods.map {
                VerificationMethod(
                    id: "\(did)#\($0.fragment)", type: "Multikey", controller: did, publicKey: $0.key.publicKey,
                    revoked: revoked)
            })
    }
}

/// What a kind of credential may add, at its smallest.
struct PlainProfile: CredentialProfile {
    var contexts: ContextStore { OpenBadgesContexts.store }
    var shapes: NodeShapes { BadgeShapes.all }

    func schema(of credential: JSONObject) -> CheckResult { CheckResult(.schema, .notApplicable, .schemaNone) }

    func badge(of credential: JSONObject) -> CheckResult { CheckResult(.badge, .notApplicable, .badgeOther) }

    func recipient(_ identifier: String, of credential: JSONObject) -> CheckResult {
        credential["credentialSubject"]?["id"]?.stringValue == identifier
            ? CheckResult(.recipient, .passed, .recipientOK, ["recipient": identifier])
            : CheckResult(.recipient, .failed, .recipientMismatch, ["recipient": identifier])
    }

    func summarize(_ credential: JSONObject, into summary: inout CredentialSummary) {}

    func achievementIDs(of credential: JSONObject) -> [String] {
        [credential["credentialSubject"]?["achievement"]?["id"]?.stringValue ?? ""]
    }
}

/// The one answer that a test is about, and the verdict that follows from it.
func expect(
    _ report: VerificationReport, _ check: Check, _ outcome: Outcome, _ code: VerificationCode, _ verdict: Verdict,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let result = report[check]
    #expect(result?.outcome == outcome, sourceLocation: sourceLocation)
    #expect(result?.code == code, sourceLocation: sourceLocation)
    #expect(report.verdict == verdict, sourceLocation: sourceLocation)
}
