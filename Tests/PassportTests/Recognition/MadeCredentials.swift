import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// Credentials with their reports put together directly, for what signing would only make slow.
struct Made {
    static let issuer = SampleBadges.school

    var id: String
    var slug: String
    var hours = "14"
    var level = 2
    var category = "yhteistyo"
    var skills: [String] = []
    var type = "Badge"
    var version = 1
    var base = SampleBadges.base
    var awarded = "2026-05-29"
    var validFrom = "2026-05-29T09:00:00Z"
    var validUntil: String?
    /// Kind and digest of each piece of evidence.
    var evidence: [(genre: String, digest: String?)] = [("document", nil)]
    var counted: [String] = []
    var units: [String] = []
    var issuer = Made.issuer
    var binding = SubjectBinding.named
    var checks: [CheckResult] = []
    var replaces: [String] = []

    init(_ id: String, _ slug: String? = nil, hours: String = "14", level: Int = 2) {
        self.id = id
        self.slug = slug ?? "badge-\(id)"
        self.hours = hours
        self.level = level
    }

    var achievementID: String { "\(base)\(slug)/v\(version)" }

    private var json: JSONObject {
        let achievement = achievementID
        var credential: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "id": .string(id),
            "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": .string(slug),
            "issuer": ["id": .string(issuer), "name": "Ammattiopisto"], "validFrom": .string(validFrom),
            "awardedDate": .string("\(awarded)T12:00:00Z"),
        ]
        if let validUntil { credential["validUntil"] = .string(validUntil) }
        credential["credentialSubject"] = [
            "achievement": [
                "id": .string(achievement), "achievementType": .string(type), "fieldOfStudy": .string(category),
                "alignment": .array(
                    skills.map { ["targetUrl": .string($0)] } + units.map { ["targetCode": .string($0)] }),
                "resultDescription": [
                    [
                        "id": .string("\(achievement)#level"), "resultType": "RubricCriterionLevel",
                        "rubricCriterionLevel": [["id": "\(achievement)#L", "level": .string("\(level)")]],
                    ],
                    ["id": .string("\(achievement)#hours"), "resultType": "ext:WorkloadHours"],
                ],
            ],
            "result": [
                ["resultDescription": "\(achievement)#level", "achievedLevel": "\(achievement)#L"],
                ["resultDescription": "\(achievement)#hours", "value": .string(hours)],
            ],
        ]
        let pieces: [JSONValue] = evidence.map { piece in
            var object: JSONObject = ["genre": .string(piece.genre)]
            if let digest = piece.digest { object["digestMultibase"] = .string(digest) }
            return .object(object)
        }
        credential["evidence"] = .array(pieces + counted.map { ["id": .string($0), "genre": "award"] })
        return credential
    }

    private var report: VerificationReport {
        let asOf = SampleBadges.now.adding(seconds: -86_400).description
        let standard: [CheckResult] = Check.allCases.map { check in
            switch check {
            case .status: CheckResult(.status, .passed, .statusOK, detail: ["asOf": .string(asOf)])
            case .recipient: CheckResult(.recipient, .notApplicable, .recipientNotAsked)
            case .issuer: CheckResult(.issuer, .passed, .issuerOK)
            default: CheckResult(check, .passed, .formOK)
            }
        }
        let all = standard.map { result in checks.first { $0.check == result.check } ?? result }
        return VerificationReport(source: "\(id).json", at: SampleBadges.now, credential: nil, checks: all)
    }

    var submitted: SubmittedCredential {
        SubmittedCredential(report: report, credential: json, binding: binding, replaces: replaces)
    }

    func with(_ change: (inout Made) -> Void) -> Made {
        var copy = self
        change(&copy)
        return copy
    }
}

/// Rule files made of a few words.
enum MadeRules {
    static func rule(
        _ id: String, _ requires: String, credits: String = "2", grant: String = "full", more: String = "",
        decision: String = "auto"
    ) -> String {
        """
        {"id":"\(id)","target":{"code":"C\(id)","name":{"fi":"Kurssi \(id)","sv":"Kurs \(id)","en":"Course \(id)"},\
        "credits":\(credits)},"mode":"inclusion","grant":"\(grant)",\(more)"requires":\(requires),\
        "decision":"\(decision)"}
        """
    }

    static func text(
        _ rules: [String], caps: String = "{}", defaults: String = "{\"maxAgeMonths\":120}", step: String = "0.5",
        admission: String = "[]"
    ) -> String {
        """
        {"format":"passport.recognition-rules/1","id":"koe-2026","version":1,"institution":{"name":"Koe",\
        "id":"did:web:amk.example:org"},"badgeBase":"\(SampleBadges.base)","creditUnit":"op","hoursPerCredit":27,\
        "step":\(step),"trustedIssuers":["\(Made.issuer)"],"defaults":\(defaults),"caps":\(caps),\
        "excludeTypes":["SecondarySchoolDiploma"],"rules":[\(rules.joined(separator: ","))],\
        "directAdmission":\(admission),"appeal":{"days":14,"to":"opinnot@amk.example"}}
        """
    }

    static func read(_ text: String) throws -> RecognitionRules {
        let read = RecognitionRulesReader.read(Array(text.utf8), file: "rules.json")
        #expect(read.findings.map(\.description) == [])
        return try #require(read.rules)
    }

    static func evaluate(
        _ rules: [String], _ made: [Made], caps: String = "{}", defaults: String = "{\"maxAgeMonths\":120}",
        step: String = "0.5", admission: String = "[]", ledger: RecognitionLedger = RecognitionLedger(),
        shared: Set<CredentialKey> = []
    ) throws -> RecognitionCase {
        let rules = try read(text(rules, caps: caps, defaults: defaults, step: step, admission: admission))
        return try SampleBadges.evaluate(made.map(\.submitted), rules: rules, ledger: ledger, shared: shared)
    }

    static let anyBadge = "{\"atLeast\":{\"n\":1,\"of\":[{\"category\":\"*\"}]}}"
}
