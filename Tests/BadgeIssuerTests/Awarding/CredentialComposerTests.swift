import BadgeDefinitions
import Cryptography
import Encodings
import Foundation
import OpenBadges
import TestSupport
import Testing

@testable import BadgeIssuer

/// Gives the numbers it was made with, so that a credential gets the ids and salts that a sample has.
private struct ScriptedGenerator: RandomNumberGenerator {
    var numbers: [UInt64]

    mutating func next() -> UInt64 { numbers.removeFirst() }

    /// What makes `UUIDv4` say this UUID.
    static func uuid(_ text: String) -> [UInt64] {
        let bytes = (try? Base16.decode(text.replacing("-", with: ""))) ?? []
        return [bytes[0..<8], bytes[8..<16]].map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    }

    /// What makes a salt of these digits: the bytes of a number come out from the lowest.
    static func salt(_ text: String) -> [UInt64] {
        let bytes = (try? Base16.decode(text)) ?? []
        return [bytes[0..<8], bytes[8..<16]].map { $0.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    }
}

@Suite("Composing credentials") struct CredentialComposerTests {
    private static let sample = (Corpus.root ?? "") + "/../examples/tiimityo-credential.json"

    @Test(
        "The sample credential comes out field for field",
        .enabled(if: FileManager.default.fileExists(atPath: sample), "needs the sample beside the corpus"))
    func sampleCredential() throws {
        var text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: Self.sample)), as: UTF8.self)
        // Whose passport number the sample hashes isn't known; that of the address is.
        let salt = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
        let number = Base16.encode(SHA256.hash(Array("7K2M-9QXT-41VB-8\(salt)".utf8)))
        text.replace("37f9a93ca57cc9cbaa13cf8386fbe899d6ce787615377a07e00b05647495f30f", with: number)
        let expected = try JSONParser.parse(Array(text.utf8))
        let composed = try Self.tiimityo(like: expected)
        for member in expected.objectValue?.members ?? [] {
            #expect(composed[member.name] == member.value, "\(member.name)")
        }
        #expect(composed == expected.objectValue)
        #expect(
            JSONWriter.pretty(.object(composed)) == JSONWriter.pretty(expected),
            "members come in the sample's order, too")
    }

    /// The sample's input, read off the sample where it is random or hashed.
    private static func tiimityo(like expected: JSONValue) throws -> JSONObject {
        // The sample is of the badge in its shortest form: two outcomes, two criteria.
        let shipped = try AwardFixture.definition()
        let definition = try AwardFixture.definition(changes: [
            ("outcomes", .array(Array((shipped.json["outcomes"]?.arrayValue ?? []).prefix(2)))),
            ("criteria", .array(Array((shipped.json["criteria"]?.arrayValue ?? []).prefix(2)))),
        ])
        let picture = AchievementPicture(
            .embed, name: "tiimityo.svg", bytes: AwardFixture.picture, achievementID: definition.achievementID)
        let composer = CredentialComposer(
            definition: definition, issuer: expected["issuer"]?.objectValue ?? [:], creatorName: "Maakunta",
            picture: picture, language: "fi")
        let digest = try Multibase.decode(expected["evidence"]?.asList[0]["digestMultibase"]?.stringValue ?? "")
        let award = AwardValues(
            level: definition.level(ordinal: 2), awardedDate: try CalendarDay(iso: "2026-09-29"),
            activityStart: try CalendarDay(iso: "2026-09-01"), activityEnd: try CalendarDay(iso: "2026-09-28"),
            evidence: [
                AwardEvidence(
                    kind: .document, title: "Kampanjan loppuraportti", source: .file(sha256: Array(digest.dropFirst(2)))
                ),
                AwardEvidence(
                    kind: .link, title: "Portfolio", source: .url("https://example.fi/portfolio/syyskampanja")),
            ],
            narrative: "Tiimin jäsenenä kahvilan syyskampanjassa.", role: "tiimin jäsen",
            source: AwardSource(id: "did:web:passi.example:org:kahvila", name: "Kahvila Esimerkki Oy"), language: "fi")
        var generator = ScriptedGenerator(
            numbers: ScriptedGenerator.uuid("5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12")
                + ScriptedGenerator.salt("9f2c4b7d1e6a43580c1b2d3e4f506172")
                + ScriptedGenerator.salt("0a1b2c3d4e5f60718293a4b5c6d7e8f9")
                + ScriptedGenerator.uuid("3e0f6a57-0b5e-4f0e-8a55-0f3f1a2b7c90"))
        return composer.compose(
            id: "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11", award: award,
            recipient: CredentialRecipient(email: "anna.esimerkki@example.fi", passportNumber: "7K2M-9QXT-41VB-8"),
            status: [
                CredentialStatusPlace(
                    purpose: "revocation", listCredential: "https://passi.example/org/ammattiopisto/status/1.json",
                    index: 94567)
            ], validFrom: try Timestamp(rfc3339: "2026-09-29T07:12:31.5Z"), using: &generator)
    }

    // MARK: Other definitions

    private func compose(
        _ definition: BadgeDefinition, award: AwardValues? = nil, image: AchievementPicture.Choice = .none,
        recipient: CredentialRecipient = CredentialRecipient(passportNumber: "7K2M-9QXT-41VB-8"),
        status: [CredentialStatusPlace] = [revocation], language: String = "fi"
    ) throws -> JSONObject {
        let picture = AchievementPicture(
            image, name: "kuva.svg", bytes: AwardFixture.picture, achievementID: definition.achievementID)
        let composer = CredentialComposer(
            definition: definition, issuer: AwardFixture.issuer.profile(language), picture: picture,
            language: language)
        var generator = SeededGenerator(seed: 1)
        let values =
            try award
            ?? AwardValues(
                level: definition.requiredLevel, awardedDate: CalendarDay(iso: "2026-05-29"), language: language)
        return composer.compose(
            id: "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11", award: values, recipient: recipient, status: status,
            validFrom: AwardFixture.now, using: &generator)
    }

    private static let revocation = CredentialStatusPlace(
        purpose: "revocation", listCredential: "https://passi.example/status/1.json", index: 7)
    private static let suspension = CredentialStatusPlace(
        purpose: "suspension", listCredential: "https://passi.example/status/2.json", index: 8)

    private func subject(_ credential: JSONObject) -> JSONValue { credential["credentialSubject"] ?? .null }
    private func achievement(_ credential: JSONObject) -> JSONValue { subject(credential)["achievement"] ?? .null }

    @Test(
        "Every shipped definition becomes a credential that the published schema accepts, in every language",
        arguments: ["fi", "sv", "en", "ru"])
    func shipped(language: String) throws {
        let folder = "\(PackageRoot.path)/badge-definitions"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        #expect(names.count > 20)
        for name in names {
            let definition = try AwardFixture.definition(String(name.dropLast(5)))
            for image in AchievementPicture.Choice.allCases {
                let credential = try compose(definition, image: image, language: language)
                #expect(OpenBadgeSchema.findings(in: credential).isEmpty, "\(name) \(image)")
            }
        }
    }

    @Test("A milestone without levels, workload and credits has no results, and names what it counts")
    func milestone() throws {
        let definition = try AwardFixture.definition("koonti-tyoelamapassi")
        let award = AwardValues(
            awardedDate: try CalendarDay(iso: "2026-05-29"),
            evidence: [AwardEvidence(kind: .award, source: .credential("urn:uuid:1"))], language: "sv")
        let credential = try compose(definition, award: award, language: "sv")
        #expect(subject(credential)["result"] == nil)
        #expect(achievement(credential)["resultDescription"] == nil)
        #expect(achievement(credential)["achievementType"] == "LearningProgram")
        let evidence = credential["evidence"]?.asList.first
        #expect(evidence?["id"] == "urn:uuid:1")
        #expect(evidence?["genre"] == "award")
        #expect(evidence?["name"] == "Kompetensmärke")
    }

    @Test("Hours of an award stand even where the definition has none")
    func hoursWithoutWorkload() throws {
        let definition = try AwardFixture.definition(changes: [("workload", nil)])
        let plain = try compose(definition)
        #expect(!jsonText((plain)).contains("ext:WorkloadHours"))
        var award = AwardValues(
            level: definition.requiredLevel, awardedDate: try CalendarDay(iso: "2026-05-29"), language: "fi")
        award.hours = DecimalHundredths(hundredths: 1350)
        let credential = try compose(definition, award: award)
        let description = achievement(credential)["resultDescription"]?.asList.first {
            $0["resultType"] == "ext:WorkloadHours"
        }
        #expect(description?["requiredValue"] == nil)
        #expect(subject(credential)["result"]?.asList.contains { $0["value"] == "13.5" } == true)
    }

    @Test("Curriculum credits are granted, indicative ones never")
    func credits() throws {
        let curriculum: JSONValue = [
            "value": .number(JSONNumber(text: "1.5") ?? JSONNumber(0)), "unit": "op", "basis": "curriculum",
        ]
        let granted = try compose(AwardFixture.definition(changes: [("credits", curriculum)]))
        #expect(achievement(granted)["creditsAvailable"]?.numberValue?.text == "1.5")
        #expect(subject(granted)["creditsEarned"]?.numberValue?.text == "1.5")
        #expect(!jsonText((granted)).contains("ext:IndicativeCredits"))
        let indicative = jsonText((try compose(AwardFixture.definition())))
        #expect(!indicative.contains("creditsAvailable") && !indicative.contains("creditsEarned"))
        #expect(indicative.contains("ext:IndicativeCredits"))
    }

    @Test("A suspendable badge has two status entries, and then neither schema nor the schema's context")
    func suspendable() throws {
        let definition = try AwardFixture.definition(changes: [("suspendable", true)])
        let credential = try compose(definition, status: [Self.revocation, Self.suspension])
        #expect(credential["credentialStatus"]?.arrayValue?.count == 2)
        #expect(credential["credentialSchema"] == nil)
        #expect(credential["@context"]?.arrayValue?.count == 2)
        #expect(try compose(definition)["credentialStatus"]?.objectValue != nil)
    }

    @Test("A small SVG travels inside, anything else is linked, and without a site left out")
    func images() throws {
        let definition = try AwardFixture.definition()
        let embedded = try compose(definition, image: .embed)
        #expect(achievement(embedded)["image"]?["id"]?.stringValue?.hasPrefix("data:image/svg+xml;base64,") == true)
        let linked = try compose(definition, image: .link)
        #expect(achievement(linked)["image"]?["id"] == "https://passi.example/badges/tiimityo/v1/kuva.svg")
        #expect(achievement(try compose(definition, image: .none))["image"] == nil)

        let big = [UInt8](repeating: 0x20, count: AchievementPicture.embeddedLimit + 1)
        let site = "https://passi.example/badges/tiimityo/v1"
        #expect(
            AchievementPicture(.embed, name: "a.svg", bytes: big, achievementID: site) == .linked(url: "\(site)/a.svg"))
        #expect(
            AchievementPicture(.embed, name: "a.png", bytes: [1], achievementID: site) == .linked(url: "\(site)/a.png"))
        let local = "did:key:z6Mk/badges/tiimityo/v1"
        #expect(AchievementPicture(.embed, name: "a.svg", bytes: big, achievementID: local) == nil)
        #expect(AchievementPicture(.link, name: "a.svg", bytes: [1], achievementID: local) == nil)
    }

    @Test("Other languages stand under related, the credential's achievement is the bare id in each")
    func languages() throws {
        let credential = try compose(AwardFixture.definition(), language: "sv")
        let achievement = achievement(credential)
        #expect(achievement["id"] == "https://passi.example/badges/tiimityo/v1")
        #expect(achievement["inLanguage"] == "sv")
        #expect(credential["name"] == "Teamarbete")
        #expect(achievement["criteria"]?["narrative"]?.stringValue?.hasPrefix("**Mål för kunnande**") == true)
        let related = achievement["related"]?.asList.compactMap { $0["id"]?.stringValue } ?? []
        #expect(
            related == ["https://passi.example/badges/tiimityo/v1/fi", "https://passi.example/badges/tiimityo/v1/en"])
        let russian = try compose(AwardFixture.definition(), language: "ru")
        #expect(self.achievement(russian)["inLanguage"] == "fi", "a language it lacks becomes its main one")
    }

    @Test("The learner's own DID is the subject; otherwise each credential has a fresh id and fresh salts")
    func recipients() throws {
        let definition = try AwardFixture.definition()
        let known = try compose(
            definition, recipient: CredentialRecipient(did: "did:key:z6MkLearner", passportNumber: "7K2M-9QXT-41VB-8"))
        #expect(subject(known)["id"] == "did:key:z6MkLearner")
        let fresh = try compose(definition)
        #expect(subject(fresh)["id"]?.stringValue?.hasPrefix("urn:uuid:") == true)
        let identifiers = subject(fresh)["identifier"]?.asList ?? []
        #expect(identifiers.map { $0["identityType"] } == ["ext:PassportNumber"])
        #expect(!jsonText((fresh)).contains("7K2M-9QXT"), "only the hash is in it")
        #expect(identifiers.first.flatMap(IdentityObject.init)?.matches("7K2M-9QXT-41VB-8") == true)
    }

    @Test("The end is the last second of the Helsinki day, at the month's end when it has no such day")
    func validUntil() throws {
        let definition = try AwardFixture.definition(changes: [("validityMonths", 1)])
        let award = AwardValues(
            level: definition.requiredLevel, awardedDate: try CalendarDay(iso: "2026-01-31"), language: "fi")
        #expect(try compose(definition, award: award)["validUntil"] == "2026-02-28T21:59:59Z")
        #expect(try compose(AwardFixture.definition())["validUntil"] == nil)
    }

    @Test("A workspace without a site issues under its did:key, with urn:uuid: status lists")
    func withoutSite() throws {
        let definition = try AwardFixture.definition(changes: [
            ("badgeBase", "did:key:z6MkSchool/badges/"), ("creator", "did:key:z6MkSchool"),
        ])
        let place = CredentialStatusPlace(
            purpose: "revocation", listCredential: "urn:uuid:6c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c13", index: 3)
        let credential = try compose(definition, image: .link, status: [place])
        #expect(achievement(credential)["id"] == "did:key:z6MkSchool/badges/tiimityo/v1")
        #expect(achievement(credential)["image"] == nil)
        #expect(credential["credentialStatus"]?["id"] == "urn:uuid:6c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c13#3")
        #expect(OpenBadgeSchema.findings(in: credential).isEmpty)
    }
}
