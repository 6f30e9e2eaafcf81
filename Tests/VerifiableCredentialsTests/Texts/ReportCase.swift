import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// The files that people meet, each with the answer that a receiver gets.
enum ReportCase: String, CaseIterable, CustomTestStringConvertible {
    case genuine, notAsked, transcript, presentation, unlisted, keyMissing, changed, revoked, onHold, expired, stale
    case otherRecipient, damaged, notABadge, garbledSignature, belowLevel, noStatus, otherKind, severalReasons

    var testDescription: String { rawValue }

    /// The verdict that the case stands for.
    var verdict: Verdict {
        switch self {
        case .genuine, .notAsked, .transcript, .presentation: .valid
        case .unlisted, .keyMissing, .stale, .belowLevel, .noStatus, .otherKind: .undetermined
        default: .invalid
        }
    }

    func report() throws -> VerificationReport {
        var bench = try Self.bench()
        let badge = try Bench.signed(Self.badge())
        switch self {
        case .genuine: return bench.judge(badge)
        case .notAsked:
            bench.policy.recipient = nil
            return bench.judge(badge)
        case .transcript:
            bench.policy.recipient = nil
            return bench.judge(try Bench.signed(Self.transcript([badge])))
        case .presentation:
            bench.policy.recipient = nil
            bench.policy.domains = [TestPresentation.university]
            bench.policy.challenge = TestPresentation.challenge
            let own = Self.badge([("credentialSubject.id", .string(TestPresentation.did))])
            let members: [JSONValue] = [.object(try Bench.signed(own)), try Self.statement()]
            return bench.judge(try TestPresentation.signed(members, more: TestPresentation.addressed))
        case .unlisted:
            bench.trust = Bench.list()
            bench.documents = [
                try Bench.document([("ed25519-1", TestBadge.key), ("p256-1", TestBadge.p256Key)])
            ]
            bench.lists = []
            return bench.judge(try Bench.signed(Self.badge([("credentialStatus", nil)])))
        case .keyMissing:
            bench.trust = nil
            return bench.judge(badge)
        case .changed: return bench.judge(TestBadge.replacing("name", in: badge, by: "Johtajuus"))
        case .revoked:
            bench.lists = [try StatusRuleTests.list(set: [7], age: 7 * 86_400)]
            return bench.judge(badge)
        case .onHold:
            bench.lists = [try StatusRuleTests.list(set: [7], purpose: "suspension", age: 86_400)]
            let entry = TestBadge.statusEntry(purpose: "suspension")
            return bench.judge(try Bench.signed(Self.badge([("credentialStatus", entry)])))
        case .expired:
            return bench.judge(try Bench.signed(Self.badge([("validUntil", "2026-10-31T21:59:59Z")])))
        case .stale:
            bench.lists = [try StatusRuleTests.list(age: 45 * 86_400)]
            return bench.judge(badge)
        case .otherRecipient:
            bench.policy.recipient = "bo@example.org"
            return bench.judge(badge)
        case .damaged: return bench.judge(Array("{\n  \"type\": [\"VerifiableCredential\",\n".utf8))
        case .notABadge: return bench.judge(Array("{\"hello\": \"world\"}".utf8))
        case .garbledSignature: return bench.judge(TestBadge.replacing("proof.proofPurpose", in: badge, by: nil))
        case .belowLevel:
            bench.policy.demands.minLevel = 3
            return bench.judge(badge)
        case .noStatus:
            bench.policy.demands.requiredChecks = [.status]
            return bench.judge(try Bench.signed(Self.badge([("credentialStatus", nil)])))
        case .otherKind:
            bench.policy.demands.kinds = ["EndorsementCredential"]
            return bench.judge(badge)
        case .severalReasons:
            bench.policy.recipient = "bo@example.org"
            bench.lists = []
            return bench.judge(try Bench.signed(Self.badge([("validUntil", "2026-10-31T21:59:59Z")])))
        }
    }

    /// A receiver that lists the school, asks for Anna and has a list of a week ago.
    private static func bench() throws -> Bench {
        var bench = Bench(trust: Bench.list(Bench.school { $0.source = "the school's letter of 1.9.2026" }))
        bench.lists = [try StatusRuleTests.list(age: 7 * 86_400)]
        bench.policy.recipient = TestBadge.email
        bench.profile = OpenBadgeProfile()
        return bench
    }

    /// A badge with level, hours, credits, evidence and assessor.
    static func badge(_ changes: [(String, JSONValue?)] = []) -> JSONObject {
        let rich: [(String, JSONValue?)] = [
            ("name", "Tiimityö"), ("validUntil", "2029-09-29T20:59:59Z"), ("awardedDate", "2026-09-28T09:00:00Z"),
            ("credentialStatus", TestBadge.statusEntry()), ("evidence", evidence),
            ("credentialSubject.activityStartDate", "2026-08-10T09:00:00Z"),
            ("credentialSubject.activityEndDate", "2026-09-25T09:00:00Z"),
            ("credentialSubject.narrative", "Johti kolmen hengen ryhmää kahdessa projektissa."),
            ("credentialSubject.source", assessor), ("credentialSubject.result", results),
            ("credentialSubject.achievement.resultDescription", descriptions),
            ("credentialSubject.achievement.alignment", [creditUnit]),
        ]
        return TestBadge.credential(rich + changes)
    }

    private static let evidence: JSONValue = [
        [
            "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c13", "type": ["Evidence"], "name": "Projektiraportti",
            "genre": "report", "digestMultibase": "uEiC2Q2ZfR0l1vVtV8rj9wq3o5m0m3o3b7b5r7W1c2d3e4A",
        ],
        ["id": "https://school.example/blog/anna", "type": ["Evidence"], "name": "Blogi"],
    ]

    private static let assessor: JSONValue = [
        "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c14", "type": ["Profile"], "name": "Kahvila Oy",
    ]

    private static let creditUnit: JSONValue = [
        "type": ["Alignment"], "targetName": "ECTS", "targetCode": "op", "targetType": "ext:CreditUnit",
        "targetUrl": "http://data.europa.eu/snb/education-credit/6fcec5c5af",
    ]

    private static let results: JSONValue = [
        ["type": ["Result"], "resultDescription": .string(id("level")), "achievedLevel": .string(id("L2"))],
        ["type": ["Result"], "resultDescription": .string(id("hours")), "value": "27"],
        ["type": ["Result"], "resultDescription": .string(id("credits")), "value": "1.0"],
    ]

    private static func id(_ fragment: String) -> String { "\(TestBadge.achievementID)#\(fragment)" }

    private static let descriptions: JSONValue = [
        [
            "id": .string(id("level")), "type": ["ResultDescription"], "name": "Taso",
            "resultType": "RubricCriterionLevel", "requiredLevel": .string(id("L1")),
            "rubricCriterionLevel": [
                ["id": .string(id("L1")), "type": ["RubricCriterionLevel"], "name": "Ohjattuna", "level": "1"],
                ["id": .string(id("L2")), "type": ["RubricCriterionLevel"], "name": "Itsenäisesti", "level": "2"],
                ["id": .string(id("L3")), "type": ["RubricCriterionLevel"], "name": "Muita ohjaten", "level": "3"],
            ],
        ],
        [
            "id": .string(id("hours")), "type": ["ResultDescription"], "name": "Tunnit",
            "resultType": "ext:WorkloadHours", "requiredValue": "27",
        ],
        [
            "id": .string(id("credits")), "type": ["ResultDescription"], "name": "Opintopisteet",
            "resultType": "ext:IndicativeCredits", "requiredValue": "1.0",
        ],
    ]

    private static func transcript(_ badges: [JSONObject]) -> JSONObject {
        [
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c21",
            "type": ["VerifiableCredential", "ClrCredential"], "name": "Suoritusote",
            "issuer": ["id": .string(TestBadge.issuer), "type": ["Profile"], "name": "The School"],
            "validFrom": "2026-09-29T07:12:31Z",
            "credentialSubject": [
                "type": ["ClrSubject"], "verifiableCredential": .array(badges.map { .object($0) }),
            ],
        ]
    }

    private static func statement() throws -> JSONValue {
        .object(
            try Bench.signed(
                [
                    "@context": TestBadge.credential()["@context"] ?? [],
                    "id": "urn:uuid:1f1d9a52-6f0f-4c1d-8a7e-111111111112", "type": ["VerifiableCredential"],
                    "issuer": .string(TestPresentation.did), "validFrom": "2026-09-29T07:12:31Z",
                    "credentialSubject": ["id": .string(TestPresentation.did), "name": "Anna Esimerkki"],
                ], by: TestPresentation.signingKey))
    }
}
