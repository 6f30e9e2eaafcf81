import BadgeDefinitions
import Encodings
import Testing

@Suite("A pathway file")
struct PathwayReaderTests {
    @Test("is read into typed values when it is right")
    func right() throws {
        let (found, findings) = Texts.readPathway(Texts.pathway)
        #expect(findings.isEmpty)
        let pathway = try #require(found)
        #expect(pathway.milestone == BadgeKey(badgeBase: "https://passi.example/badges/", slug: "koonti"))
        #expect(pathway.owner == Texts.defaults.creator)
        #expect(pathway.group("vapaa")?.isOpen == true)
        #expect(pathway.completion == .allOf([.group(id: "ydin", min: nil), .badges(min: 3)]))
        #expect(pathway.countOnly == CountOnly(status: [.issued], notExpired: true, maxAgeMonths: 60))
        #expect(pathway.digest.count == 32)
    }

    @Test("knows every rule word")
    func words() throws {
        let rule = """
            {"anyOf": [{"allOf": [{"group": "vapaa", "min": 2}]}, {"badge": "aa", "minLevel": 2}, {"badge": "bb"},
              {"badges": {"min": 3}}, {"hours": {"min": 27.5}}, {"categories": {"min": 4}},
              {"certificate": {"minItems": 1}}]}
            """
        let text = try Texts.pathway(
            "{\"allOf\": [{\"group\": \"ydin\", \"all\": true}, {\"badges\": {\"min\": 3}}]}", rule)
        let (pathway, findings) = Texts.readPathway(text)
        #expect(findings.isEmpty)
        #expect(
            pathway?.completion
                == .anyOf([
                    .allOf([.group(id: "vapaa", min: 2)]), .badge(slug: "aa", minLevel: 2),
                    .badge(slug: "bb", minLevel: nil), .badges(min: 3),
                    .hours(min: DecimalHundredths(hundredths: 27_50)), .categories(min: 4), .certificate(minItems: 1),
                ]))
    }

    @Test(
        "is refused with code, path and hint when one thing is wrong",
        arguments: [
            Spoilt("passport.pathway/1", "passport.pathway/2", "definition.format", at: "$.format"),
            Spoilt(
                "\"autoIssue\"", "\"autoissue\"", "definition.field", at: "$.autoissue",
                hint: "Did you mean \"autoIssue\"?"),
            Spoilt(
                "\"koonti\"", "\"kooonti\"", "definition.unknown-reference", at: "$.milestoneBadge",
                hint: "Did you mean \"koonti\"?"),
            Spoilt(
                "[\"aa\", \"bb\"]", "[\"aa\", \"bbb\"]", "definition.unknown-reference", at: "$.groups[0].badges[1]",
                hint: "Did you mean \"bb\"?"),
            Spoilt("[\"*\"]", "[\"*\", \"aa\"]", "definition.duplicate-id", at: "$.groups[1].badges[1]"),
            Spoilt("\"vapaa\"", "\"ydin\"", "definition.duplicate-id", at: "$.groups[1].id"),
            Spoilt("[\"*\"]", "[\"koonti\"]", "definition.field", at: "$.groups[1].badges[0]"),
            Spoilt(
                "\"group\": \"ydin\"", "\"group\": \"ydni\"", "definition.unknown-reference",
                at: "$.completion.allOf[0].group", hint: "Did you mean \"ydin\"?"),
            Spoilt("\"all\": true", "\"min\": 3", "definition.field", at: "$.completion.allOf[0].min"),
            Spoilt("\"all\": true", "\"min\": null", "definition.field", at: "$.completion.allOf[0]"),
            Spoilt("\"all\": true", "\"min\": 0", "definition.field", at: "$.completion.allOf[0].min"),
            Spoilt("\"all\": true", "\"all\": true, \"min\": 1", "definition.field", at: "$.completion.allOf[0]"),
            Spoilt(
                "\"group\": \"ydin\", \"all\"", "\"group\": \"vapaa\", \"all\"", "definition.field",
                at: "$.completion.allOf[0].all"),
            Spoilt(
                "{\"badges\": {\"min\": 3}}", "{\"bagdes\": {\"min\": 3}}", "definition.field",
                at: "$.completion.allOf[1]", hint: "Did you mean \"badges\"?"),
            Spoilt(
                "{\"badges\": {\"min\": 3}}", "{\"badges\": {\"min\": 3}, \"hours\": {\"min\": 3}}",
                "definition.field", at: "$.completion.allOf[1]"),
            Spoilt(
                "{\"badges\": {\"min\": 3}}", "{\"hours\": {\"min\": 0}}", "definition.hours",
                at: "$.completion.allOf[1].hours.min"),
            Spoilt(
                "{\"badges\": {\"min\": 3}}", "{\"badge\": \"dd\"}", "definition.unknown-reference",
                at: "$.completion.allOf[1].badge"),
            Spoilt(
                "{\"badges\": {\"min\": 3}}", "{\"badge\": \"koonti\"}", "definition.field",
                at: "$.completion.allOf[1].badge"),
            Spoilt(
                "{\"badges\": {\"min\": 3}}", "{\"badge\": \"aa\", \"minLevel\": 5}", "definition.level",
                at: "$.completion.allOf[1].minLevel"),
            Spoilt(
                "{\"badges\": {\"min\": 3}}", "{\"allOf\": []}", "definition.field",
                at: "$.completion.allOf[1].allOf"),
            Spoilt(
                "[\"issued\"]", "[\"isued\"]", "definition.field", at: "$.countOnly.status[0]",
                hint: "Did you mean \"issued\"?"),
            Spoilt("{\"fi\": \"Polku\", \"sv\": \"Stig\"}", "{\"en\": \"Path\"}", "definition.language", at: "$.name"),
        ])
    func wrong(_ spoilt: Spoilt) throws {
        let (pathway, findings) = Texts.readPathway(try Texts.pathway(spoilt.old, spoilt.new))
        #expect(pathway == nil)
        let finding = try #require(
            findings.first { $0.codeText == spoilt.code && $0.path.description == spoilt.path }, "\(findings)")
        #expect(finding.isError)
        if let hint = spoilt.hint { #expect(finding.hint == hint) }
    }

    @Test("of a published version is frozen")
    func frozen() throws {
        let published = try #require(Texts.readPathway(Texts.pathway).pathway)
        let changed = try Texts.pathway("{\"min\": 3}", "{\"min\": 2}")
        let (pathway, findings) = PathwayReader.read(
            Array(changed.utf8), file: "polku.json", defaults: Texts.defaults, badges: Texts.knownBadges
        ) { _ in FrozenVersion(digest: published.digest, json: published.json) }
        #expect(pathway == nil)
        #expect(findings.map(\.codeText) == ["definition.frozen"])
        #expect(findings.map(\.path.description) == ["$.completion.allOf[1].badges.min"])
    }
}
