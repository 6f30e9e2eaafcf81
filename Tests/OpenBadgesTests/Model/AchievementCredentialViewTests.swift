import Encodings
import OpenBadges
import TestSupport
import Testing

@Suite("A badge as people think of it")
struct AchievementCredentialViewTests {
    let badge = AchievementCredentialView(SampleBadge.credential)

    @Test("The sample is read in full")
    func sample() throws {
        #expect(badge.isAchievementCredential)
        #expect(badge.name == "Tiimityö")
        #expect(badge.issuer?.id == "did:web:passi.example")
        #expect(badge.issuer?.parentOrg?.name == "Maakunta")
        #expect(badge.issuer?.otherIdentifiers.map(\.identifierType) == [OpenBadgesTerm.yTunnus])
        #expect(badge.validFrom == Timestamp("2026-09-29T07:12:31Z"))
        #expect(badge.validUntil == Timestamp("2029-09-29T20:59:59Z"))
        #expect(badge.awardedDate == Timestamp("2026-09-29T12:00:00Z"))
        #expect(badge.evidence.map(\.name) == ["Raportti"])
        let achievement = try #require(badge.achievement)
        #expect(achievement.id == SampleBadge.achievementID)
        #expect(achievement.achievementType == "Badge")
        #expect(achievement.humanCode == "tiimityo")
        #expect(achievement.eqfLevel == 4)
        #expect(achievement.related.map(\.inLanguage) == ["sv"])
        #expect(achievement.image?.embedded?.format == .png)
        #expect(badge.subject?.source?.name == "Kahvila Esimerkki Oy")
        #expect(badge.subject?.identifiers.count == 1)
    }

    @Test("Level, hours and credits come from the results and their descriptions")
    func results() {
        let level = AchievedLevel(
            id: "\(SampleBadge.achievementID)#L2", ordinal: 2, name: "keskitaso", requiredOrdinal: 2)
        #expect(badge.level == level)
        #expect(badge.hours == DecimalHundredths(hundredths: 2750))
        let unit = CreditUnit(name: "ECTS", code: "op", url: OpenBadgesTerm.ectsCredit)
        #expect(
            badge.credits == BadgeCredits(value: DecimalHundredths(hundredths: 100), unit: unit, basis: .indicative))
    }

    @Test("Granted credits go before indicated ones")
    func granted() {
        let credential = SampleBadge.with("credentialSubject.creditsEarned", 2)
        #expect(AchievementCredentialView(credential).credits?.basis == .curriculum)
        #expect(AchievementCredentialView(credential).credits?.value == DecimalHundredths(hundredths: 200))
    }

    @Test("Single values without brackets are read like sets of one")
    func single() throws {
        var subject = try #require(badge.json["credentialSubject"]?.objectValue)
        subject["result"] = subject["result"]?.arrayValue?.first
        subject["identifier"] = subject["identifier"]?.arrayValue?.first
        var credential = badge.json
        credential["credentialSubject"] = [.object(subject)]
        credential["type"] = "OpenBadgeCredential"
        credential["issuer"] = "did:web:passi.example"
        credential["name"] = ["Tiimityö"]
        let view = AchievementCredentialView(credential)
        #expect(view.level?.ordinal == 2)
        #expect(view.subject?.identifiers.count == 1)
        #expect(view.isAchievementCredential)
        #expect(view.issuer?.id == "did:web:passi.example")
        #expect(view.name == "Tiimityö")
    }

    @Test("Where there are several of what should be one, none is read")
    func several() {
        let credential = badge.json
        var two = credential
        two["credentialSubject"] = [credential["credentialSubject"] ?? .null, credential["credentialSubject"] ?? .null]
        #expect(AchievementCredentialView(two).subject == nil)
        let levels = SampleBadge.with(
            "credentialSubject.result.1",
            [
                "type": ["Result"], "resultDescription": "\(SampleBadge.achievementID)#level",
                "achievedLevel": "\(SampleBadge.achievementID)#L3",
            ])
        #expect(AchievementCredentialView(levels).level == nil)
        let hours = SampleBadge.with(
            "credentialSubject.result.2.resultDescription", .string("\(SampleBadge.achievementID)#hours"))
        #expect(AchievementCredentialView(hours).hours == nil)
    }

    @Test(
        "A level is only read through the description that the result belongs to",
        arguments: [
            ("credentialSubject.result.0.resultDescription", "\(SampleBadge.achievementID)#hours"),
            ("credentialSubject.result.0.achievedLevel", "\(SampleBadge.achievementID)#L9"),
            (
                "credentialSubject.achievement.resultDescription.0.rubricCriterionLevel.2.id",
                "\(SampleBadge.achievementID)#L2"
            ),
        ])
    func level(_ path: String, _ value: String) {
        #expect(AchievementCredentialView(SampleBadge.with(path, .string(value))).level == nil)
    }

    @Test(
        "A level that isn't a plain number has no ordinal",
        arguments: ["", "two", "2.0", "-1", "0", "٢", "99999999999"])
    func ordinal(_ level: String) {
        let path = "credentialSubject.achievement.resultDescription.0.rubricCriterionLevel.1.level"
        let view = AchievementCredentialView(SampleBadge.with(path, .string(level)))
        #expect(view.level?.name == "keskitaso")
        #expect(view.level?.ordinal == nil)
    }

    @Test("Hours that aren't a number of hours are none", arguments: ["", "27 h", "-1", "1e3", "27.555"])
    func hours(_ value: String) {
        #expect(
            AchievementCredentialView(SampleBadge.with("credentialSubject.result.1.value", .string(value))).hours == nil
        )
    }

    @Test("A version 1.1 badge is read by its own dates only")
    func vcdm11() {
        var credential = SampleBadge.with("@context.0", .string(OpenBadgesContexts.credentialsV1))
        #expect(AchievementCredentialView(credential).validFrom == nil)
        credential["issuanceDate"] = "2020-01-01T00:00:00Z"
        credential["expirationDate"] = "2021-01-01T00:00:00Z"
        #expect(AchievementCredentialView(credential).validFrom == Timestamp("2020-01-01T00:00:00Z"))
        #expect(AchievementCredentialView(credential).validUntil == Timestamp("2021-01-01T00:00:00Z"))
    }

    @Test("Members of another kind are read as absent")
    func otherKinds() {
        let members: [(String, JSONValue)] = SampleBadge.credential.names.map { ($0, 5) }
        let view = AchievementCredentialView(JSONObject(members))
        #expect(view.name == nil && view.issuer == nil && view.subject == nil && view.level == nil)
        #expect(view.types == [] && view.evidence == [] && view.image == nil && view.credits == nil)
    }

    @Test(
        "Reading published badges finds name, issuer and achievement", .needsCorpus("ob3-spec"),
        arguments: SchemaCorpusTests.labelled)
    func corpus(_ vector: CorpusVector) throws {
        let credential = try #require(try JSONParser.parse(try vector.read("file")).objectValue)
        guard OpenBadgeSchema.findings(in: credential).isEmpty else { return }
        let view = AchievementCredentialView(credential)
        #expect(view.name != nil && view.issuer?.id != nil && view.achievement?.id != nil && view.validFrom != nil)
        #expect(view.isAchievementCredential)
    }
}
