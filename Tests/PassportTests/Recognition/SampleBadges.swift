import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import Foundation
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// Real badges of the sample set: composed from the shipped definitions, signed by a school, judged by the verifier.
enum SampleBadges {
    static let base = "https://passi.example/badges/"
    static let school = "did:web:passi.example:org:ammattiopisto"
    static let method = school + "#ed25519-1"
    static let listURL = "https://passi.example/org/ammattiopisto/status/1.json"
    static let anna = "anna@example.org"
    static let now = Timestamp("2026-09-10T09:00:00Z") ?? .earliest
    static let applied = CalendarDay("2026-09-01") ?? CalendarDay(of: now)

    static let library: DefinitionLibrary = {
        let defaults = DefinitionDefaults(badgeBase: base, creator: "did:web:passi.example:org:maakunta")
        do {
            return try DefinitionLibrary.load(folder: "\(PackageRoot.path)/badge-definitions", defaults: defaults)
        } catch {
            fatalError("the sample definitions can't be read: \(error)")
        }
    }()

    static let catalogue = RecognitionCatalogue(definitions: library.definitions, pathways: library.pathways)

    /// The rule file that ships, with texts replaced.
    static func rules(_ changes: [(String, String)] = []) throws -> RecognitionRules {
        var text = try String(contentsOfFile: "\(PackageRoot.path)/examples/recognition-rules.json", encoding: .utf8)
        for (old, new) in changes {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        let read = RecognitionRulesReader.read(Array(text.utf8), file: "recognition-rules.json")
        #expect(read.findings == [])
        return try #require(read.rules)
    }

    /// What one award says; the evidence is a document of its own unless said otherwise.
    struct Award {
        var slug: String
        var level: Int?
        var awarded = "2026-05-29"
        var hours: String?
        var evidence: [AwardEvidence]?
        var email = SampleBadges.anna
        /// Tells two awards of one badge apart.
        var number = 1
        var levels: [Int] = []

        init(_ slug: String) { self.slug = slug }

        var id: String {
            let digest = Base16.encode(SHA256.hash(Array("\(slug) \(number)".utf8)))
            let parts = [digest.prefix(8), digest.dropFirst(8).prefix(4), digest.dropFirst(13).prefix(3)].map(
                String.init)
            return
                "urn:uuid:\(parts[0])-\(parts[1])-4\(parts[2])-8\(digest.dropFirst(17).prefix(3))-\(digest.suffix(12))"
        }
    }

    /// The credential as the school composes it.
    static func credential(_ award: Award) throws -> JSONObject {
        let definition = try definition(award)
        let composer = CredentialComposer(
            definition: definition, issuer: ["id": .string(school), "type": ["Profile"], "name": "Ammattiopisto"],
            picture: nil, language: "fi")
        let document = AwardEvidence.file(Array("\(award.slug) \(award.number)".utf8), title: "Raportti")
        let values = AwardValues(
            level: award.level.flatMap(definition.level(ordinal:)) ?? definition.requiredLevel,
            awardedDate: try #require(CalendarDay(award.awarded)), hours: award.hours.flatMap { DecimalHundredths($0) },
            evidence: award.evidence ?? [document], language: "fi")
        var generator = SeededGenerator(seed: UInt64(award.number))
        return composer.compose(
            id: award.id, award: values,
            recipient: CredentialRecipient(email: award.email, passportNumber: "7K2M-9QXT-41VB-8"),
            status: [CredentialStatusPlace(purpose: "revocation", listCredential: listURL, index: 7)],
            validFrom: try #require(Timestamp("2026-05-29T09:00:00Z")), using: &generator)
    }

    /// The shipped definition, or an older one that had other levels.
    private static func definition(_ award: Award) throws -> BadgeDefinition {
        let shipped = try library.definition(award.slug)
        guard !award.levels.isEmpty else { return shipped }
        var json = shipped.json
        json["levels"] = .array(
            award.levels.map { ["code": "L\($0)", "ordinal": .number(JSONNumber($0)), "name": ["fi": "taso"]] })
        json["requiredLevel"] = "L\(award.levels[0])"
        json["languages"] = ["fi"]
        let read = DefinitionReader.read(
            json, file: "older.json", defaults: DefinitionDefaults(badgeBase: base, creator: school))
        return try #require(read.definition)
    }

    static func secure(_ credential: JSONObject) throws -> [UInt8] {
        let key = SigningKey(verificationMethod: method, privateKey: TestBadge.key)
        let created = try #require(Timestamp("2026-05-29T09:00:00Z"))
        var secured = try DataIntegrity.secure(credential, suite: EdDSAJCS2022(), key: key, created: created)
        secured["proof"] = [secured["proof"] ?? .null]
        return JSONWriter.compact(.object(secured))
    }

    static func bytes(_ award: Award) throws -> [UInt8] { try secure(try credential(award)) }

    /// The verifier of the university: the school's key pinned, its list of so many days ago.
    static func verifier(listAge days: Int = 1, revoked: [Int] = [], now: Timestamp = now) throws -> Verifier {
        var bits = Bitstring()
        for index in revoked { try bits.set(index) }
        let made = now.adding(seconds: -days * 86_400)
        let list = try DataIntegrity.secure(
            StatusListCredential.compose(
                id: listURL, issuer: school, purpose: "revocation", bits: bits, validFrom: made, validUntil: nil),
            suite: EdDSAJCS2022(), key: SigningKey(verificationMethod: method, privateKey: TestBadge.key), created: made
        )
        let trust = TrustList(
            updated: now,
            issuers: [
                TrustedIssuer(
                    did: school, name: "Ammattiopisto",
                    keys: [PinnedKey(id: method, publicKey: TestBadge.key.publicKey)])
            ])
        let material = VerificationMaterial(trust: trust, statusLists: [.init(credential: list, source: "1.json")])
        return Verifier(
            material: material, policy: VerificationPolicy(), profile: OpenBadgeProfile(), time: JudgementTime(now: now)
        )
    }

    /// What the awards are as an applicant's file.
    static func submitted(
        _ awards: [Award], verifier: Verifier? = nil, applicant: [String] = [anna]
    ) throws -> [SubmittedCredential] {
        let verifier = try verifier ?? Self.verifier()
        return try awards.map {
            SubmittedCredential(
                judging: try bytes($0), source: "\($0.slug).json", applicant: applicant, verifier: verifier, at: now)
        }
    }

    static func evaluate(
        _ credentials: [SubmittedCredential], rules: RecognitionRules? = nil,
        ledger: RecognitionLedger = RecognitionLedger(), applicant: String = "anna",
        shared: Set<CredentialKey> = [], catalogue: RecognitionCatalogue = catalogue
    ) throws -> RecognitionCase {
        try RecognitionApplication(
            caseID: "urn:uuid:7e0f6a57-0b5e-4f0e-8a55-0f3f1a2b7c90", applicant: applicant, applied: applied,
            credentials: credentials, catalogue: catalogue, ledger: ledger, shared: shared
        ).evaluate(by: try rules ?? Self.rules(), at: now)
    }

    static func evaluate(_ slugs: String...) throws -> RecognitionCase {
        try evaluate(try submitted(slugs.map(Award.init)))
    }
}

extension RecognitionCase {
    /// `R1 granted 2.00`, with reasons behind.
    func brief(_ rule: String) -> String {
        guard let outcome = outcome(rule) else { return "none" }
        return ([rule, outcome.kind.rawValue, outcome.credits.twoPlaces] + outcome.reasons.map(\.reason.rawValue))
            .joined(separator: " ")
    }

    /// The reasons of the credential of that badge, or of all with that part in the achievement's id.
    func reasons(_ slug: String) -> [RecognitionReason] {
        credentials.filter { $0.achievement?.contains("/\(slug)/") ?? false }.flatMap { $0.reasons.map(\.reason) }
    }

    func used(_ rule: String) -> [String] {
        (outcome(rule)?.credentials ?? []).map { index in
            credentials[index].achievement.map { String($0.split(separator: "/").dropLast().last ?? "") } ?? "?"
        }.sorted()
    }
}
