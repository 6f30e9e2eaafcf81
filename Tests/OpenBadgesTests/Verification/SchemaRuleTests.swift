import Encodings
import OpenBadges
import TestSupport
import Testing

@Suite("Open Badges schema rules")
struct SchemaRuleTests {
    @Test("The sample is taken in both forms of VC Data Model 2.0 and in neither of 1.1")
    func sample() {
        let credential = SampleBadge.credential
        #expect(OpenBadgeSchema.findings(in: credential) == [])
        let accepting = OpenBadgeSchema.Form.allCases.filter { OpenBadgeSchema.accepts(credential, form: $0) }
        #expect(accepting == [.array, .compacted])
    }

    /// A change to the sample and what both forms of VC Data Model 2.0 say to it.
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let value: JSONValue?
        let code: SchemaFinding.Code
        let at: String

        init(_ path: String, _ value: JSONValue?, _ code: SchemaFinding.Code, at: String? = nil) {
            self.path = path
            self.value = value
            self.code = code
            self.at = at ?? "$.\(path)"
        }

        var testDescription: String { "\(path) = \(value.map { "\($0)" } ?? "absent")" }
    }

    static let wrong: [Case] = [
        Case("id", nil, .missing),
        Case("validFrom", nil, .missing),
        Case("issuer", nil, .missing),
        Case("credentialSubject.achievement", nil, .missing),
        Case("credentialSubject.achievement.criteria", nil, .missing),
        Case("credentialSubject.achievement.name", nil, .missing),
        Case("issuer.id", nil, .missing),
        Case("validFrom", "2026-09-29", .format),
        Case("validFrom", "2026-02-29T12:00:00Z", .format),
        Case("validUntil", "2026-09-29T12:00:00", .format),
        Case("awardedDate", 20_260_929, .format),
        Case("credentialSubject", [], .kind),
        Case("credentialSubject.achievement", "https://passi.example/badges/tiimityo/v1", .kind),
        Case("credentialSubject.creditsEarned", "5", .kind),
        Case("credentialSubject.identifier.0.hashed", "true", .kind),
        Case("credentialSubject.narrative", 5, .kind),
        Case("credentialSubject.narrative", .null, .kind),
        Case("issuer", 5, .kind),
        Case("credentialSubject.achievement.achievementType", "Program", .vocabulary),
        Case("credentialSubject.achievement.achievementType", "ext:", .vocabulary),
        Case("credentialSubject.achievement.achievementType", "ext:-", .vocabulary),
        Case("credentialSubject.result.0.status", "ext:Done", .vocabulary),
        Case("credentialSubject.identifier.0.identityType", "email", .vocabulary),
        Case("credentialSubject.achievement.inLanguage", "finnish", .format),
        Case("credentialSubject.achievement.inLanguage", "fi_FI", .format),
        Case("endorsementJwt", ["a.b"], .format, at: "$.endorsementJwt[0]"),
        Case("credentialSubject.achievement.image.alt", "x", .unexpected),
        Case("credentialSubject.identifier.0.note", "x", .unexpected, at: "$.credentialSubject.identifier[0].note"),
        Case("type", ["VerifiableCredential"], .type),
        Case("type", ["OpenBadgeCredential"], .type),
        Case("type", [], .type),
        Case("type", ["VerifiableCredential", "OpenBadgeCredential", 5], .type),
        Case("credentialSubject.achievement.type", ["Badge"], .type),
        Case("credentialSubject.achievement.image.type", "Picture", .type),
        Case("credentialSubject.achievement.image.type", ["Image"], .type),
        Case("@context", ["https://www.w3.org/ns/credentials/v2"], .context, at: "$['@context']"),
        Case(
            "@context",
            [
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://www.w3.org/ns/credentials/v2",
            ], .context, at: "$['@context']"),
        Case(
            "@context",
            ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.json"],
            .context, at: "$['@context']"),
        Case("@context.1", 5, .context, at: "$['@context']"),
        Case(
            "endorsement", [["type": ["VerifiableCredential", "EndorsementCredential"]]], .missing,
            at: "$.endorsement[0]['@context']"),
        Case("proof", [["created": "2026-09-29T12:00:00Z"]], .missing, at: "$.proof[0].type"),
    ]

    @Test("What is wrong is named with its place and kind, in both forms", arguments: wrong)
    func broken(_ example: Case) {
        let credential = SampleBadge.with(example.path, example.value)
        for form in [OpenBadgeSchema.Form.array, .compacted] {
            let findings = OpenBadgeSchema.findings(in: credential, form: form)
            #expect(findings.contains { $0.code == example.code && bare($0.path) == bare(example.at) }, "\(findings)")
        }
        #expect(!OpenBadgeSchema.findings(in: credential).isEmpty)
    }

    /// A path written the way `SampleBadge.with` takes it.
    private func bare(_ path: any CustomStringConvertible) -> String {
        path.description.split { ".[]'$".contains($0) }.joined(separator: ".")
    }

    @Test(
        "Open vocabularies take extensions, dates any zone, classes further members",
        arguments: [
            ("credentialSubject.achievement.achievementType", "ext:Milestone"),
            ("credentialSubject.achievement.inLanguage", "sv-FI"),
            ("credentialSubject.achievement.inLanguage", "zh-Hant-TW"),
            ("credentialSubject.achievement.inLanguage", "es-419"),
            ("validFrom", "2024-02-29T23:59:59.123+02:00"),
            ("validFrom", "2026-09-29t12:00:00z"),
            ("credentialSubject.achievement.further", "x"),
            ("endorsementJwt", ["a.b.c", "a..c"]),
            ("credentialSubject.creditsEarned", 2),
            ("issuer", "did:web:passi.example"),
            ("credentialSubject.result.0.status", "Completed"),
        ] as [(String, JSONValue)])
    func right(_ path: String, _ value: JSONValue) {
        let credential = SampleBadge.with(path, value)
        #expect(OpenBadgeSchema.findings(in: credential, form: .array) == [])
        #expect(OpenBadgeSchema.findings(in: credential, form: .compacted) == [])
    }

    @Test(
        "Only the compacted form takes sets of one without brackets and texts by language",
        arguments: [
            ("credentialSubject.achievement.tag", "yhteistyö"),
            ("credentialSubject.achievement.type", "Achievement"),
            ("credentialSubject.achievement.name", ["fi": "Tiimityö", "sv-FI": "Teamarbete"]),
            ("evidence", ["type": "Evidence"]),
            ("credentialStatus", ["type": "BitstringStatusListEntry"]),
            ("proof", ["type": "DataIntegrityProof"]),
        ] as [(String, JSONValue)])
    func compacted(_ path: String, _ value: JSONValue) {
        let credential = SampleBadge.with(path, value)
        #expect(!OpenBadgeSchema.accepts(credential, form: .array))
        #expect(OpenBadgeSchema.accepts(credential, form: .compacted))
        #expect(OpenBadgeSchema.findings(in: credential) == [])
    }

    @Test("A badge that only the array form takes has no findings either")
    func arrayOnly() {
        let endorsement: JSONValue = [
            "@context": [.string(OpenBadgesContexts.credentialsV2), .string(OpenBadgesContexts.openBadges)],
            "type": ["VerifiableCredential", "EndorsementCredential"], "id": "urn:uuid:1", "name": "Suositus",
            "issuer": "did:web:kahvila.example", "validFrom": "2026-09-29T12:00:00Z", "evidence": "a link",
            "credentialSubject": ["id": .string(SampleBadge.achievementID), "type": ["EndorsementSubject"]],
        ]
        let credential = SampleBadge.with("endorsement", [endorsement])
        #expect(OpenBadgeSchema.accepts(credential, form: .array))
        #expect(!OpenBadgeSchema.accepts(credential, form: .compacted))
        #expect(OpenBadgeSchema.findings(in: credential) == [])
    }

    @Test("An endorsement and a profile are held against their own classes")
    func otherRoots() {
        #expect(!OpenBadgeSchema.findings(in: SampleBadge.credential, as: .endorsementCredential).isEmpty)
        #expect(OpenBadgeSchema.findings(in: ["id": "did:web:x.example", "type": ["Profile"]], as: .profile) == [])
        let empty = OpenBadgeSchema.findings(in: [:], as: .profile)
        #expect(empty.map(\.code) == [.missing, .missing])
    }

    @Test("A version 1.1 badge needs issuanceDate and a name; 2.0's dates don't count")
    func vcdm11() {
        var credential = SampleBadge.with("@context.0", .string(OpenBadgesContexts.credentialsV1))
        #expect(OpenBadgeSchema.findings(in: credential).map(\.code) == [.missing])
        credential["issuanceDate"] = "2026-09-29T12:00:00Z"
        #expect(OpenBadgeSchema.findings(in: credential) == [])
        credential["name"] = nil
        #expect(OpenBadgeSchema.findings(in: credential).map(\.path.description) == ["$.name"])
    }

    @Test("Findings are bounded, whatever arrives")
    func bounded() {
        let credential = SampleBadge.with("evidence", .array(Array(repeating: 5, count: 5000)))
        #expect(OpenBadgeSchema.findings(in: credential, form: .array).count == OpenBadgeSchema.maxFindings)
    }

    @Test("A value from the badge can't paint the terminal through a message")
    func escaping() throws {
        let credential = SampleBadge.with("credentialSubject.achievement.achievementType", "\u{1B}[2J")
        let finding = try #require(OpenBadgeSchema.findings(in: credential).first)
        #expect(finding.message.contains("\\u{1B}[2J"))
        #expect(!finding.description.unicodeScalars.contains("\u{1B}"))
    }

    @Test("Random damage never traps, and both ways of asking agree")
    func damage() {
        forAll("asking for findings and for acceptance agree") { generator in
            var tree = JSONValue.object(SampleBadge.credential)
            for _ in 0..<Int.random(in: 1...6, using: &generator) { tree = damaged(tree, using: &generator) }
            guard let credential = tree.objectValue else { return true }
            return OpenBadgeSchema.Form.allCases.allSatisfy { form in
                OpenBadgeSchema.accepts(credential, form: form)
                    == OpenBadgeSchema.findings(in: credential, form: form).isEmpty
            }
        }
    }

    private func damaged(_ value: JSONValue, using generator: inout SeededGenerator) -> JSONValue {
        switch (value, Int.random(in: 0..<8, using: &generator)) {
        case (.object(let object), 1...) where !object.isEmpty:
            var object = object
            let name = object.names[Int.random(in: 0..<object.count, using: &generator)]
            object[name] = object[name].map { damaged($0, using: &generator) }
            return .object(object)
        case (.array(let elements), 1...) where !elements.isEmpty:
            var elements = elements
            let place = Int.random(in: 0..<elements.count, using: &generator)
            elements[place] = damaged(elements[place], using: &generator)
            return .array(elements)
        case (_, 0...2): return .array([value])
        case (_, 3): return .string(generator.text(upTo: 30))
        case (_, 4): return .object(["id": value])
        case (_, 5): return .null
        default: return .number(JSONNumber(7))
        }
    }
}
