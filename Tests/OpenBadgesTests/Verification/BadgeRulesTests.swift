import Encodings
import OpenBadges
import TestSupport
import Testing

@Suite("Rules of a badge that no schema can state")
struct BadgeRulesTests {
    @Test("The sample keeps them all")
    func sample() { #expect(BadgeRules.findings(in: SampleBadge.credential) == []) }

    static let id = SampleBadge.achievementID
    static let wrong: [(path: String, value: JSONValue?, code: BadgeFinding.Code, at: String)] = [
        (
            "credentialSubject.achievement.id", "badges/tiimityo", .achievementIDNotAbsolute,
            "$.credentialSubject.achievement.id"
        ),
        (
            "credentialSubject.result.1.resultDescription", "\(id)#nothing", .resultDescriptionUnknown,
            "$.credentialSubject.result[1].resultDescription"
        ),
        (
            "credentialSubject.result.0.achievedLevel", "\(id)#L9", .levelUnknown,
            "$.credentialSubject.result[0].achievedLevel"
        ),
        (
            "credentialSubject.result.0", ["type": ["Result"], "achievedLevel": "\(id)#L9"], .levelUnknown,
            "$.credentialSubject.result[0].achievedLevel"
        ),
        (
            // A level of the rubric, but the result belongs to the hours.
            "credentialSubject.result.1.achievedLevel", "\(id)#L2", .levelMisplaced,
            "$.credentialSubject.result[1].achievedLevel"
        ),
        (
            "credentialSubject.result.0.achievedLevel", "\(id)#L1", .levelBelowRequired,
            "$.credentialSubject.result[0].achievedLevel"
        ),
        (
            "credentialSubject.achievement.resultDescription.0.requiredLevel", "\(id)#L9", .requiredLevelUnknown,
            "$.credentialSubject.achievement.resultDescription[0].requiredLevel"
        ),
        (
            "credentialSubject.achievement.resultDescription.0.rubricCriterionLevel.1.id", "\(id)#L3", .duplicateID,
            "$.credentialSubject.achievement.resultDescription[0].rubricCriterionLevel[2].id"
        ),
        (
            "credentialSubject.achievement.resultDescription.1.id", "\(id)#level", .duplicateID,
            "$.credentialSubject.achievement.resultDescription[1].id"
        ),
        ("credentialSubject.result.3.value", "6", .valueNotAllowed, "$.credentialSubject.result[3].value"),
        (
            "credentialSubject.achievement.resultDescription.1.valueMax", "27", .valueNotAllowed,
            "$.credentialSubject.result[1].value"
        ),
        (
            "credentialSubject.achievement.resultDescription.3",
            ["id": "\(id)#grade", "type": ["ResultDescription"], "name": "Tila", "resultType": "Status"],
            .statusMissing, "$.credentialSubject.result[3].status"
        ),
        ("image", ["id": "data:image/gif;base64,R0lGOD", "type": "Image"], .imageURI, "$.image.id"),
        ("issuer.image", "DATA:image/png,abc", .imageURI, "$.issuer.image"),
        (
            "credentialSubject.achievement.image.id", "data:image/png;base64,QUJD", .imageContent,
            "$.credentialSubject.achievement.image.id"
        ),
    ]

    @Test("Each broken rule is named with its place", arguments: wrong)
    func broken(_ path: String, _ value: JSONValue?, _ code: BadgeFinding.Code, _ at: String) {
        let findings = BadgeRules.findings(in: SampleBadge.with(path, value))
        #expect(findings.contains { $0.code == code && $0.path.description == at }, "\(findings)")
    }

    @Test("A picture above the limit is named, and not decoded")
    func large() {
        let uri = "data:image/png;base64," + String(repeating: "AAAA", count: EmbeddedImage.maxBytes / 3 + 1)
        let credential = SampleBadge.with("image", ["id": .string(uri), "type": "Image"])
        #expect(BadgeRules.findings(in: credential).map(\.code) == [.imageTooLarge])
    }

    @Test("Levels without numbers have no order, so none is too low")
    func unordered() {
        let path = "credentialSubject.achievement.resultDescription.0.rubricCriterionLevel.0.level"
        var credential = SampleBadge.with(path, "alkava")
        credential["credentialSubject"] = credential["credentialSubject"].map { subject in
            var object = subject.objectValue ?? JSONObject()
            object["result"] = [
                [
                    "type": ["Result"], "resultDescription": "\(Self.id)#level", "achievedLevel": "\(Self.id)#L1",
                ]
            ]
            return .object(object)
        }
        #expect(BadgeRules.findings(in: credential) == [])
    }

    @Test("A result of one without brackets is found and named without a place in a list")
    func single() {
        let result: JSONValue = ["type": "Result", "resultDescription": "urn:nothing"]
        let findings = BadgeRules.findings(in: SampleBadge.with("credentialSubject.result", result))
        #expect(findings.map(\.path.description) == ["$.credentialSubject.result.resultDescription"])
    }

    @Test("Thousands of results and levels cost their sum, and the findings are bounded")
    func many() {
        let levels: [JSONValue] = (0..<4000).map { ["id": "urn:level:\($0)"] }
        let results: [JSONValue] = (0..<4000).map { ["achievedLevel": "urn:nothing:\($0)"] }
        let credential: JSONObject = [
            "credentialSubject": [
                "achievement": ["resultDescription": ["id": "urn:1", "rubricCriterionLevel": .array(levels)]],
                "result": .array(results),
            ]
        ]
        var findings: [BadgeFinding] = []
        let time = ContinuousClock().measure {
            findings = BadgeRules.findings(in: credential)
            #expect(AchievementCredentialView(credential).level == nil)
        }
        #expect(findings.count == BadgeRules.maxFindings)
        // Every result against every level would take a debug build some ten seconds.
        #expect(time < .seconds(3))
    }

    @Test("What isn't a badge has nothing to break", arguments: [[:], ["credentialSubject": 5]] as [JSONObject])
    func nothing(_ credential: JSONObject) { #expect(BadgeRules.findings(in: credential) == []) }

    @Test(
        "Published badges keep the rules, but for known ones", .needsCorpus("ob3-spec"),
        arguments: SchemaCorpusTests.labelled)
    func corpus(_ vector: CorpusVector) throws {
        let credential = try #require(try JSONParser.parse(try vector.read("file")).objectValue)
        let findings = BadgeRules.findings(in: credential)
        #expect(findings.map(\.code) == Self.known[vector.id] ?? [], "\(findings)")
    }

    /// Published examples that do break a rule.
    static let known: [String: [BadgeFinding.Code]] = [
        "examples-fullopenbadge-complete-openbadgecredential": [.levelMisplaced],
        "ob30/complete_v1.json": [.levelMisplaced],
    ]
}
