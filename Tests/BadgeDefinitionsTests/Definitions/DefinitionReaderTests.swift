import BadgeDefinitions
import Encodings
import Testing

@Suite("A badge definition file")
struct DefinitionReaderTests {
    @Test("is read into typed values when it is right")
    func right() throws {
        let (found, findings) = Texts.read(Texts.badge)
        #expect(findings.isEmpty)
        let badge = try #require(found)
        #expect(badge.slug == "tiimityo")
        #expect(badge.status == .published)
        #expect(badge.validFrom == CalendarDay(year: 2026, month: 8, day: 1))
        #expect(badge.validUntil == nil)
        #expect(badge.achievementID == "https://passi.example/badges/tiimityo/v1")
        #expect(badge.creator == "did:web:passi.example:org:maakunta")
        #expect(badge.requiredLevel?.ordinal == 2)
        #expect(badge.level(ordinal: 3)?.code == "L3")
        #expect(badge.hours == DecimalHundredths(hundredths: 27_00))
        #expect(badge.credits?.value.oneAtLeast == "1.0")
        #expect(badge.frameworks.map(\.name).map { $0.text(in: "en") } == ["working with others", "collaboration"])
        #expect(badge.skills.first?.code == "60c78287-22eb-4103-9c8c-28deaa460da0")
        #expect(badge.evidence.accepts(.link) && !badge.evidence.accepts(.reflection))
        #expect(badge.isInDate(on: CalendarDay(year: 2026, month: 8, day: 1)!))
        #expect(!badge.isInDate(on: CalendarDay(year: 2026, month: 7, day: 31)!))
        #expect(badge.json["badgeBase"] == "https://passi.example/badges/")
    }

    @Test(
        "is refused with code, path and hint when one thing is wrong",
        arguments: [
            Spoilt("\"passport.badge/1\"", "\"passport.badge/2\"", "definition.format", at: "$.format"),
            Spoilt("\"format\": \"passport.badge/1\",", "", "definition.field", at: "$"),
            Spoilt(
                "\"requiredLevel\": \"L2\"", "\"requiredLevl\": \"L2\"", "definition.field", at: "$.requiredLevl",
                hint: "Did you mean \"requiredLevel\"?"),
            Spoilt("\"finqf\"", "\"colour\"", "definition.field", at: "$.colour"),
            Spoilt("\"id\": \"tiimityo\",", "", "definition.field", at: "$"),
            Spoilt("\"tiimityo\"", "\"Tiimityö\"", "definition.field", at: "$.id"),
            Spoilt("\"tiimityo\"", "\"t\"", "definition.field", at: "$.id"),
            Spoilt("\"version\": 1", "\"version\": 0", "definition.field", at: "$.version"),
            Spoilt("\"version\": 1", "\"version\": 1.5", "definition.field", at: "$.version"),
            Spoilt("\"version\": 1", "\"version\": \"1\"", "definition.field", at: "$.version"),
            Spoilt(
                "\"published\"", "\"publishd\"", "definition.field", at: "$.status",
                hint: "Did you mean \"published\"?"),
            Spoilt("\"published\"", "\"deleted\"", "definition.field", at: "$.status"),
            Spoilt("\"2026-08-01\"", "\"1.8.2026\"", "definition.date", at: "$.validFrom"),
            Spoilt("\"2026-08-01\"", "\"2026-02-31\"", "definition.date", at: "$.validFrom"),
            Spoilt("\"validUntil\": null", "\"validUntil\": \"2026-07-31\"", "definition.date", at: "$.validUntil"),
            Spoilt("[\"fi\", \"sv\", \"en\"]", "[\"en\"]", "definition.language", at: "$.languages"),
            Spoilt("[\"fi\", \"sv\", \"en\"]", "[]", "definition.language", at: "$.languages"),
            Spoilt("[\"fi\", \"sv\", \"en\"]", "[\"fi\", \"xx\"]", "definition.language", at: "$.languages[1]"),
            Spoilt("[\"fi\", \"sv\", \"en\"]", "[\"fi\", \"fi\"]", "definition.duplicate-id", at: "$.languages[1]"),
            Spoilt(
                "{\"fi\": \"Tiimityö\", \"sv\": \"Teamarbete\", \"en\"", "{\"en\"", "definition.language",
                at: "$.name"),
            Spoilt(
                "\"name\": {\"fi\": \"Tiimityö\"", "\"name\": {\"finnish\": \"Tiimityö\"", "definition.language",
                at: "$.name.finnish"),
            Spoilt(
                "{\"fi\": \"Tiimityö\", \"sv\": \"Teamarbete\", \"en\": \"Teamwork\"}", "\"Tiimityö\"",
                "definition.field", at: "$.name"),
            Spoilt(
                "[{\"fi\": \"Sopii työnjaosta.\", \"sv\": \"Kommer överens.\", \"en\": \"Agrees on the work.\"}]",
                "[]", "definition.field", at: "$.outcomes"),
            Spoilt("\"yhteistyo\"", "\"Yhteistyö\"", "definition.field", at: "$.category"),
            Spoilt(
                "\"Badge\"", "\"Bagde\"", "definition.field", at: "$.achievementType",
                hint: "Did you mean \"Badge\"?"),
            Spoilt("\"ordinal\": 3", "\"ordinal\": 5", "definition.level", at: "$.levels[1].ordinal"),
            Spoilt("\"ordinal\": 3", "\"ordinal\": 2", "definition.level", at: "$.levels[1].ordinal"),
            Spoilt("\"code\": \"L3\"", "\"code\": \"L2\"", "definition.duplicate-id", at: "$.levels[1].code"),
            Spoilt("\"code\": \"L3\"", "\"code\": \"credits\"", "definition.level", at: "$.levels[1].code"),
            Spoilt(
                "\"requiredLevel\": \"L2\"", "\"requiredLevel\": \"L4\"", "definition.level", at: "$.requiredLevel",
                hint: "They are: L2, L3."),
            Spoilt("\"requiredLevel\": \"L2\",", "", "definition.field", at: "$"),
            Spoilt("\"Badge\"", "\"LearningProgram\"", "definition.level", at: "$.levels"),
            Spoilt("60c78287-22eb-4103-9c8c-28deaa460da0", "60c78287", "definition.uri", at: "$.skills[0].uri"),
            Spoilt(
                "60c78287-22eb-4103-9c8c-28deaa460da0", "60C78287-22EB-4103-9C8C-28DEAA460DA0", "definition.uri",
                at: "$.skills[0].uri"),
            Spoilt("http://data.europa.eu", "https://data.europa.eu", "definition.uri", at: "$.skills[0].uri"),
            Spoilt(
                "\"esco\"", "\"escco\"", "definition.field", at: "$.skills[0].scheme",
                hint: "Did you mean \"esco\"?"),
            Spoilt(
                "{\"en\": \"work in teams\"}", "{\"fi\": \"tiimityö\"}", "definition.language",
                at: "$.skills[0].label"),
            Spoilt(
                "\"entrecomp\"", "\"entrecmp\"", "definition.unknown-reference", at: "$.frameworks[0].framework",
                hint: "Did you mean \"entrecomp\"?"),
            Spoilt("\"3.4\"", "\"3.6\"", "definition.unknown-reference", at: "$.frameworks[0].code"),
            Spoilt(
                "{\"framework\": \"lifecomp\", \"code\": \"S3\"}", "{\"framework\": \"entrecomp\", \"code\": \"3.4\"}",
                "definition.duplicate-id", at: "$.frameworks[1]"),
            Spoilt("\"hours\": 27", "\"hours\": 0", "definition.hours", at: "$.workload.hours"),
            Spoilt("\"hours\": 27", "\"hours\": -1", "definition.hours", at: "$.workload.hours"),
            Spoilt("\"hours\": 27", "\"hours\": 13.505", "definition.hours", at: "$.workload.hours"),
            Spoilt("\"hours\": 27", "\"hours\": \"27\"", "definition.field", at: "$.workload.hours"),
            Spoilt("\"value\": 1.0", "\"value\": -0.5", "definition.credits", at: "$.credits.value"),
            Spoilt("\"value\": 1.0", "\"value\": 60.01", "definition.credits", at: "$.credits.value"),
            Spoilt("\"value\": 1.0", "\"value\": 0.125", "definition.credits", at: "$.credits.value"),
            Spoilt("\"unit\": \"op\"", "\"unit\": \"ects\"", "definition.field", at: "$.credits.unit"),
            Spoilt(
                "\"indicative\"", "\"indikative\"", "definition.field", at: "$.credits.basis",
                hint: "Did you mean \"indicative\"?"),
            Spoilt("\"finqf\": 4", "\"finqf\": 9", "definition.field", at: "$.finqf"),
            Spoilt(
                "\"document\"]", "\"dokument\"]", "definition.field", at: "$.evidence.kinds[1]",
                hint: "Did you mean \"document\"?"),
            Spoilt("\"validityMonths\": null", "\"validityMonths\": 0", "definition.field", at: "$.validityMonths"),
            Spoilt("\"repeatable\": false", "\"repeatable\": \"no\"", "definition.field", at: "$.repeatable"),
            Spoilt("\"tiimityo.svg\"", "\"../tiimityo.svg\"", "definition.image", at: "$.image"),
            Spoilt("\"tiimityo.svg\"", "\"..\"", "definition.image", at: "$.image"),
            Spoilt("\"category\":", "\"creator\": \"maakunta\", \"category\":", "definition.uri", at: "$.creator"),
            Spoilt(
                "\"category\":", "\"badgeBase\": \"https://a.example/b\", \"category\":", "definition.uri",
                at: "$.badgeBase"),
        ])
    func wrong(_ spoilt: Spoilt) throws {
        let (definition, findings) = Texts.read(try Texts.badge(spoilt.old, spoilt.new))
        #expect(definition == nil)
        let finding = try #require(
            findings.first { $0.codeText == spoilt.code && $0.path.description == spoilt.path }, "\(findings)")
        #expect(finding.isError)
        #expect(finding.position != nil)
        if let hint = spoilt.hint { #expect(finding.hint == hint) }
    }

    @Test("tells line and column, from top to bottom, of everything that is wrong at once")
    func everything() throws {
        var text = try Texts.badge("\"hours\": 27", "\"hours\": 0")
        text = try Texts.changed(text, "\"2026-08-01\"", "\"tomorrow\"")
        text = try Texts.changed(text, "\"finqf\": 4", "\"finqf\": 0")
        let (_, findings) = Texts.read(text)
        #expect(findings.map(\.codeText) == ["definition.date", "definition.hours", "definition.field"])
        #expect(findings.map { $0.position?.line } == [6, 27, 29])
        #expect(findings.first?.position?.column == 16)
        #expect(findings.first?.description.hasPrefix("tiimityo.json:6:16: error: ") == true)
    }

    @Test("that isn't JSON is refused with the JSON reader's own code and place")
    func notJSON() throws {
        let (definition, findings) = Texts.read("{\"format\": \"passport.badge/1\",\n  \"id\": }")
        #expect(definition == nil)
        #expect(findings.map(\.codeText) == ["json.malformed"])
        #expect(findings.first?.position == TextPosition(line: 2, column: 9))
        let (_, twice) = Texts.read("{\"id\": 1, \"id\": 2}")
        #expect(twice.map(\.codeText) == ["json.duplicate-key"])
        #expect(Texts.read("[]").findings.map(\.codeText) == ["definition.field"])
    }

    @Test("loads with a warning when a text lacks a declared language")
    func languageMissing() throws {
        let (definition, findings) = Texts.read(try Texts.badge("\"sv\": \"Teamarbete\", ", ""))
        #expect(definition != nil)
        #expect(findings.map(\.codeText) == ["definition.language-missing"])
        #expect(findings.map(\.path.description) == ["$.name"])
        #expect(findings.map(\.severity) == [.warning])
    }

    @Test("hears of a wrong level once, though it is the required one")
    func wrongLevelOnce() throws {
        let (_, findings) = Texts.read(try Texts.badge("\"ordinal\": 2", "\"ordinal\": 0"))
        #expect(findings.map(\.path.description) == ["$.levels[0].ordinal"])
    }

    @Test("takes a dash for a text that isn't there, as the national lists write it")
    func dash() throws {
        let (definition, findings) = Texts.read(try Texts.badge("\"Teamarbete\"", "\"-\""))
        #expect(definition?.name["sv"] == nil)
        #expect(findings.map(\.codeText) == ["definition.language-missing"])
    }

    @Test("warns of a skill that has no name in a declared language")
    func skillLanguage() throws {
        let (_, findings) = Texts.read(try Texts.badge(", \"sv\": \"arbeta i team\"", ""))
        #expect(findings.map(\.codeText) == ["definition.language-missing"])
    }

    @Test("names the cost of being suspendable")
    func suspendable() throws {
        let (definition, findings) = Texts.read(
            try Texts.badge("\"repeatable\": false", "\"repeatable\": false, \"suspendable\": true"))
        #expect(definition?.isSuspendable == true)
        #expect(findings.map(\.codeText) == ["definition.suspendable"])
        #expect(findings.map(\.severity) == [.warning])
    }

    @Test("may take skills from elsewhere by any absolute URI")
    func otherScheme() throws {
        let escoURI = "http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0"
        var text = try Texts.badge("\"esco\"", "\"local\"")
        text = try Texts.changed(text, escoURI, "urn:x-passi:tiimi")
        #expect(Texts.read(text).definition != nil)
        text = try Texts.changed(text, "urn:x-passi:tiimi", "tiimi")
        #expect(Texts.read(text).findings.map(\.codeText) == ["definition.uri"])
    }

    @Test("may have credits from 0 to 60 with two decimals", arguments: ["0", "60", "60.00", "0.25", "1.50", "5e0"])
    func creditsAtTheEdge(_ value: String) throws {
        #expect(Texts.read(try Texts.badge("\"value\": 1.0", "\"value\": \(value)")).findings.isEmpty)
    }

    @Test("of a milestone has neither levels nor workload")
    func milestone() throws {
        let levels = try #require(Texts.badge.range(of: "\"levels\"", upTo: "\"skills\""))
        let text = try Texts.changed(
            Texts.badge.replacingCharacters(in: levels, with: ""), "\"Badge\"", "\"LearningProgram\"")
        let (definition, findings) = Texts.read(text)
        #expect(findings.isEmpty)
        #expect(definition?.isMilestone == true)
        #expect(definition?.requiredLevel == nil)
    }

    @Test("doesn't let its texts draw in the terminal")
    func escaped() throws {
        let (_, findings) = Texts.read(try Texts.badge("\"published\"", "\"\\u001b[31mred\\u202e\""))
        let message = try #require(findings.first?.message)
        #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }
}

extension String {
    fileprivate func range(of start: String, upTo end: String) -> Range<Index>? {
        guard let from = firstRange(of: start), let to = firstRange(of: end) else { return nil }
        return from.lowerBound..<to.lowerBound
    }

    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
