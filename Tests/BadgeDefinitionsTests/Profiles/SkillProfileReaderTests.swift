import BadgeDefinitions
import Encodings
import TestSupport
import Testing

@Suite("A skill profile")
struct SkillProfileReaderTests {
    @Test("is read into typed values when it is right")
    func right() throws {
        let (found, findings) = ProfileTexts.readProfile(ProfileTexts.profile)
        #expect(findings.isEmpty)
        let profile = try #require(found)
        #expect(profile.kind == .employer && profile.version == 3 && profile.owner.yTunnus?.description == "0000001-9")
        #expect(profile.requirements.map(\.minLevel) == [2, 1] && profile.requirements.map(\.weight) == [3, 1])
        #expect(profile.requirements.map(\.need) == [.must, .nice])
        #expect(profile.badgesAccepted == [BadgeKey(badgeBase: "https://passi.example/badges/", slug: "tiimityo")])
        #expect(profile.acceptsSelfAssessment && profile.validUntil?.description == "2027-05-31")
    }

    static let spoilt = [
        Spoilt(#""kind": "employer""#, #""kind": "employr""#, "definition.field", at: "$.kind", hint: "employer"),
        Spoilt(#""id": "kahvila""#, #""id": "Kahvila!""#, "definition.field", at: "$.id"),
        Spoilt(#""version": 3"#, #""version": "3""#, "definition.field", at: "$.version"),
        Spoilt("0000001-9", "0000001-8", "organisation.y-tunnus", at: "$.owner.yTunnus", hint: "ytj.fi"),
        Spoilt(#""municipality": "272""#, #""municipality": "27""#, "definition.field", at: "$.owner.municipality"),
        Spoilt("2027-05-31", "2027-05-32", "definition.date", at: "$.validUntil"),
        Spoilt(#"["fi", "sv"],"#, #"["fi", "xx"],"#, "definition.language", at: "$.languagesAtWork[1]"),
        Spoilt(#""fi": "Kahvilatyö", "sv": "Kaféarbete""#, #""en": "Café""#, "definition.language", at: "$.title"),
        Spoilt("60c78287-22eb", "60C78287-22eb", "definition.uri", at: "$.requirements[0].skill", hint: "ESCO"),
        Spoilt(#""minLevel": 2"#, #""minLevel": 5"#, "definition.level", at: "$.requirements[0].minLevel"),
        Spoilt(#""need": "must""#, #""need": "most""#, "definition.field", at: "$.requirements[0].need", hint: "must"),
        Spoilt(#""weight": 3"#, #""weight": 0"#, "definition.field", at: "$.requirements[0].weight"),
        Spoilt(#"{"fi": "kassa"}"#, "{}", "definition.language", at: "$.requirements[1].label"),
        Spoilt(
            "https://skills.example/till", ProfileTexts.team, "definition.duplicate-id",
            at: "$.requirements[1].skill"),
        Spoilt(#""badgeBase": "https://passi.example/badges/","#, "", "definition.field", at: "$", hint: "begin"),
        Spoilt("badges/\",", "badges\",", "definition.uri", at: "$.badgeBase"),
        Spoilt(#"["tiimityo"]"#, #"["tiimi työ"]"#, "definition.field", at: "$.badgesAccepted"),
        Spoilt("acceptSelfAssessment", "acceptSelfAssesment", "definition.field", at: "$.acceptSelfAssesment"),
        Spoilt("passport.profile/1", "passport.profile/2", "definition.format", at: "$.format", hint: "newer"),
    ]

    @Test("with one mistake is refused with its place and a way out", arguments: spoilt)
    func mistake(_ spoilt: Spoilt) throws {
        let (profile, findings) = ProfileTexts.readProfile(
            try Texts.changed(ProfileTexts.profile, spoilt.old, spoilt.new))
        #expect(profile == nil)
        let finding = try #require(findings.first { $0.codeText == spoilt.code }, "\(findings)")
        #expect("\(finding.path)".hasPrefix(spoilt.path) && finding.isError)
        if let hint = spoilt.hint { #expect(finding.hint?.contains(hint) == true, "\(finding.hint ?? "")") }
    }

    @Test("tells all mistakes at once, from top to bottom")
    func several() throws {
        var text = ProfileTexts.profile
        for spoilt in [Self.spoilt[0], Self.spoilt[3], Self.spoilt[9], Self.spoilt[10]] {
            text = try Texts.changed(text, spoilt.old, spoilt.new)
        }
        let findings = ProfileTexts.readProfile(text).findings
        #expect(
            findings.map(\.codeText) == [
                "definition.field", "organisation.y-tunnus", "definition.level", "definition.field",
            ])
    }

    @Test("is never a crash, whatever stands in the file")
    func anything() {
        forAll("reading ends") { generator in
            var bytes = Array(ProfileTexts.profile.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...127, using: &generator)
            }
            let (profile, findings) = SkillProfileReader.read(bytes, file: "x.json")
            return profile != nil || findings.contains(where: \.isError)
        }
    }

    @Test("ships as an example without a finding, and so do the offers")
    func examples() throws {
        let profile = SkillProfileReader.read(try ExampleFile.read("skill-profile.json"), file: "skill-profile.json")
        #expect(profile.profile != nil && profile.findings.isEmpty)
        let offers = OfferListReader.read(try ExampleFile.read("offers.json"), file: "offers.json")
        #expect(offers.offers?.count == 3 && offers.findings.isEmpty)
    }
}

@Suite("A list of offers")
struct OfferListReaderTests {
    @Test("is read into typed values when it is right")
    func right() throws {
        let (found, findings) = ProfileTexts.readOffers(ProfileTexts.offers)
        #expect(findings.isEmpty)
        let offers = try #require(found)
        #expect(offers.map(\.owner) == ["Opisto", "Kunta"] && offers.map(\.kind) == [.course, .servicePoint])
        #expect(offers[0].hours == DecimalHundredths(hundredths: 6_50) && offers[0].price == 2500)
        let deadline = try #require(CalendarDay("2027-01-10"))
        #expect(!offers[0].isPast(on: deadline) && offers[0].isPast(on: deadline.adding(days: 1)))
        #expect(!offers[1].isPast(on: deadline.adding(months: 1200)))
        let review = try #require(CalendarDay("2027-06-30"))
        #expect(!offers[0].isStale(on: review) && offers[0].isStale(on: review.adding(days: 1)))
    }

    static let spoilt = [
        Spoilt(#""type": "course""#, #""type": "cours""#, "definition.field", at: "$.offers[0].type", hint: "course"),
        Spoilt(#""level": 2"#, #""level": 5"#, "definition.level", at: "$.offers[0].skills[0].level"),
        Spoilt(#""hours": 6.5"#, #""hours": 6.555"#, "definition.hours", at: "$.offers[0].hours"),
        Spoilt(#""price": 2500"#, #""price": -1"#, "definition.field", at: "$.offers[0].price"),
        Spoilt(
            #""deadline": "2027-01-10""#, #""deadline": "10.1.2027""#, "definition.date", at: "$.offers[0].deadline"),
        Spoilt(#""id": "palvelu""#, #""id": "kurssi""#, "definition.duplicate-id", at: "$.offers[1].id"),
        Spoilt(#""owner": "Opisto","#, "", "definition.field", at: "$.offers[0]"),
        Spoilt(#""badgeBase": "https://passi.example/badges/","#, "", "definition.field", at: "$.offers[0].badges"),
        Spoilt(#""mode": "online""#, #""mode": "online", "phone": "1""#, "definition.field", at: "$.offers[0].phone"),
    ]

    @Test("with one mistake is refused with its place", arguments: spoilt)
    func mistake(_ spoilt: Spoilt) throws {
        let (offers, findings) = ProfileTexts.readOffers(try Texts.changed(ProfileTexts.offers, spoilt.old, spoilt.new))
        #expect(offers == nil)
        let finding = try #require(findings.first { $0.codeText == spoilt.code }, "\(findings)")
        #expect("\(finding.path)" == spoilt.path)
        if let hint = spoilt.hint { #expect(finding.hint?.contains(hint) == true) }
    }
}
