import BadgeDefinitions
import Cryptography
import Encodings
import Passport
import TestSupport
import Testing

/// Rule files, read strictly: every mistake in one pass, each with its place.
@Suite("A file of recognition rules")
struct RecognitionRulesReaderTests {
    private let sound = MadeRules.text(
        [
            MadeRules.rule(
                "R1", "{\"badge\":\"aa\"}", more: "\"capGroup\":\"g\",\"evidence\":\"document\",\"minHours\":54.25,")
        ],
        caps: "{\"total\":10,\"groups\":{\"g\":2.75}}",
        admission: "[{\"id\":\"A1\",\"programme\":{\"fi\":\"Tradenomi\"},\"requires\":{\"credits\":{\"min\":5}}}]")

    private func findings(_ old: String, _ new: String) throws -> [RecognitionFinding] {
        try #require(sound.contains(old))
        let read = RecognitionRulesReader.read(Array(sound.replacing(old, with: new).utf8), file: "rules.json")
        #expect((read.rules == nil) == !read.findings.isEmpty)
        return read.findings
    }

    @Test("is read word for word, numbers exactly")
    func everyWord() throws {
        let bytes = Array(sound.utf8)
        let rules = try MadeRules.read(sound)
        #expect(rules.id == "koe-2026")
        #expect(rules.institution.name.text(in: "sv") == "Koe")
        #expect(rules.hoursPerCredit == DecimalHundredths("27"))
        #expect(rules.step == DecimalHundredths("0.5"))
        #expect(rules.caps.total == DecimalHundredths("10"))
        #expect(rules.caps.group("g") == DecimalHundredths("2.75"))
        #expect(rules.caps.group("h") == nil)
        #expect(rules.rules[0].minHours == DecimalHundredths("54.25"))
        #expect(rules.rules[0].evidence == .document)
        #expect(rules.rules[0].decision == .auto)
        #expect(rules.directAdmission[0].requires == .credits(min: DecimalHundredths(hundredths: 5_00)))
        #expect(rules.appeal?.days == 14)
        #expect(rules.sha256 == SHA256.hash(bytes))
        #expect(rules.defaults.maxStatusAgeDays == 30)
        #expect(!rules.defaults.acceptExpired)
    }

    @Test("that ships is sound, with names in three languages")
    func shipped() throws {
        let rules = try SampleBadges.rules()
        for language in ["fi", "sv", "en"] {
            #expect(rules.institution.name[language] != nil)
            for rule in rules.rules { #expect(rule.target.name[language] != nil) }
            for admission in rules.directAdmission { #expect(admission.programme[language] != nil) }
        }
        #expect(rules.rules.map(\.id) == ["R1", "R2", "R3"])
        // Its slugs are badges and pathways of the sample set.
        let slugs = Set(SampleBadges.library.definitions.map(\.slug))
        for case .badge(let slug) in rules.rules.flatMap(\.requires.leaves).map(\.kind) {
            #expect(slugs.contains(slug))
        }
    }

    @Test(
        "is refused for each mistake, with its code and place",
        arguments: [
            ("\"id\":\"koe-2026\"", "\"id\":\"Koe 2026\"", "recognition.rules-field", "$.id"),
            ("\"version\":1", "\"version\":1.5", "recognition.rules-number", "$.version"),
            ("\"version\":1", "\"versio\":1", "recognition.rules-field", "$"),
            ("\"id\":\"did:web:amk.example:org\"", "\"id\":\"amk\"", "recognition.rules-uri", "$.institution.id"),
            (
                "\"name\":\"Koe\"", "\"name\":\"Koe\",\"yTunnus\":\"0000002-8\"", "recognition.rules-business-id",
                "$.institution.yTunnus"
            ),
            ("https://passi.example/badges/", "https://passi.example/badges", "recognition.rules-uri", "$.badgeBase"),
            ("\"creditUnit\":\"op\"", "\"creditUnit\":\"ects\"", "recognition.rules-field", "$.creditUnit"),
            ("\"hoursPerCredit\":27", "\"hoursPerCredit\":0", "recognition.rules-number", "$.hoursPerCredit"),
            ("\"step\":0.5", "\"step\":0.125", "recognition.rules-number", "$.step"),
            ("\"step\":0.5", "\"step\":\"0.5\"", "recognition.rules-field", "$.step"),
            ("[\"did:web:passi.example:org:ammattiopisto\"]", "[]", "recognition.rules-field", "$.trustedIssuers"),
            ("\"maxAgeMonths\":120", "\"maxAgeMonths\":0", "recognition.rules-number", "$.defaults.maxAgeMonths"),
            ("\"maxAgeMonths\":120", "\"maxAge\":120", "recognition.rules-field", "$.defaults.maxAge"),
            ("\"g\":2.75", "\"g\":-1", "recognition.rules-number", "$.caps.groups.g"),
            ("\"total\":10", "\"total\":10.005", "recognition.rules-number", "$.caps.total"),
            ("\"mode\":\"inclusion\"", "\"mode\":\"other\"", "recognition.rules-field", "$.rules[0].mode"),
            ("\"grant\":\"full\"", "\"grant\":\"hours\"", "recognition.rules-field", "$.rules[0].grant"),
            ("\"credits\":2", "\"credits\":0", "recognition.rules-number", "$.rules[0].target.credits"),
            ("\"fi\":\"Kurssi R1\",\"sv\":\"Kurs R1\",", "", "recognition.rules-language", "$.rules[0].target.name"),
            ("\"fi\":\"Kurssi R1\"", "\"xx\":\"Kurssi R1\"", "recognition.rules-language", "$.rules[0].target.name.xx"),
            ("\"evidence\":\"document\"", "\"evidence\":\"paper\"", "recognition.rules-field", "$.rules[0].evidence"),
            (
                "\"decision\":\"auto\"", "\"decision\":\"auto\",\"minLevel\":2", "recognition.rules-field",
                "$.rules[0].minLevel"
            ),
            ("{\"badge\":\"aa\"}", "{\"badges\":\"aa\"}", "recognition.rules-requirement", "$.rules[0].requires"),
            (
                "{\"badge\":\"aa\"}", "{\"badge\":\"aa\",\"skill\":\"https://s.example/\"}",
                "recognition.rules-requirement", "$.rules[0].requires"
            ),
            (
                "{\"badge\":\"aa\"}", "{\"badge\":\"aa\",\"minLevel\":5}", "recognition.rules-number",
                "$.rules[0].requires.minLevel"
            ),
            ("{\"badge\":\"aa\"}", "{\"credits\":{\"min\":5}}", "recognition.rules-requirement", "$.rules[0].requires"),
            ("{\"badge\":\"aa\"}", "{\"allOf\":[]}", "recognition.rules-field", "$.rules[0].requires.allOf"),
            (
                "{\"badge\":\"aa\"}", "{\"atLeast\":{\"n\":0,\"of\":[{\"badge\":\"aa\"}]}}", "recognition.rules-number",
                "$.rules[0].requires.atLeast.n"
            ),
            (
                "{\"badge\":\"aa\"}", "{\"atLeast\":{\"n\":1,\"of\":[{\"allOf\":[]}]}}",
                "recognition.rules-requirement", "$.rules[0].requires.atLeast.of[0]"
            ),
            ("\"days\":14", "\"days\":0", "recognition.rules-number", "$.appeal.days"),
            ("passport.recognition-rules/1", "passport.recognition-rules/2", "recognition.rules-format", "$.format"),
        ])
    func mistakes(_ old: String, _ new: String, _ code: String, _ path: String) throws {
        let findings = try findings(old, new)
        #expect(findings.map(\.codeText) == (path == "$" ? [code, code] : [code]))
        #expect(findings.contains { $0.path.description == path })
        for finding in findings {
            #expect(finding.position != nil)
            #expect(finding.message.hasSuffix("."))
        }
    }

    @Test("tells all its mistakes in one pass, from top to bottom")
    func all() throws {
        let broken = sound.replacing("\"version\":1", with: "\"version\":0").replacing(
            "\"step\":0.5", with: "\"step\":-1"
        )
        .replacing("\"badge\":\"aa\"", with: "\"badge\":\"A\"").replacing("\"days\":14", with: "\"days\":\"14\"")
        let read = RecognitionRulesReader.read(Array(broken.utf8), file: "rules.json")
        #expect(read.rules == nil)
        #expect(
            read.findings.map(\.path.description) == [
                "$.version", "$.step", "$.rules[0].requires.badge", "$.appeal.days",
            ])
    }

    @Test("has each rule id once, and days in their order")
    func duplicates() throws {
        let twice = MadeRules.text([
            MadeRules.rule("R1", "{\"badge\":\"aa\"}"), MadeRules.rule("R1", "{\"badge\":\"bb\"}"),
        ])
        let read = RecognitionRulesReader.read(Array(twice.utf8), file: "rules.json")
        #expect(read.findings.map(\.codeText) == ["recognition.rules-duplicate"])
        #expect(read.findings[0].path.description == "$.rules[1].id")
        let days = try findings(
            "\"creditUnit\"", "\"validFrom\":\"2026-08-01\",\"validUntil\":\"2026-07-31\",\"creditUnit\"")
        #expect(days.map(\.codeText) == ["recognition.rules-date"])
        let noDay = try findings("\"creditUnit\"", "\"validFrom\":\"31.2.2026\",\"creditUnit\"")
        #expect(noDay.map(\.codeText) == ["recognition.rules-date"])
    }

    @Test("that isn't JSON, or has one name twice, is told with its line")
    func json() {
        let broken = RecognitionRulesReader.read(Array("{\n\"format\": }".utf8), file: "rules.json")
        #expect(broken.findings.map(\.codeText) == ["json.malformed"])
        #expect(broken.findings[0].position?.line == 2)
        let twice = RecognitionRulesReader.read(Array("{\"format\":1,\"format\":2}".utf8), file: "rules.json")
        #expect(twice.findings.map(\.codeText) == ["json.duplicate-key"])
        let array = RecognitionRulesReader.read(Array("[]".utf8), file: "rules.json")
        #expect(array.findings.map(\.codeText) == ["recognition.rules-field"])
    }

    @Test("may have no more ways to meet a rule than can be explained")
    func ways() {
        let choice = "{\"anyOf\":[{\"badge\":\"aa\"},{\"badge\":\"bb\"}]}"
        func codes(_ count: Int) -> [String] {
            let requires = "{\"allOf\":[\(Array(repeating: choice, count: count).joined(separator: ","))]}"
            let text = MadeRules.text([MadeRules.rule("R1", requires)])
            return RecognitionRulesReader.read(Array(text.utf8), file: "rules.json").findings.map(\.codeText)
        }
        #expect(codes(8) == [])
        #expect(codes(9) == ["recognition.rules-requirement"])
    }

    @Test("counts a hundred mistakes and no more")
    func manyMistakes() {
        let names = (0..<500).map { "\"x\($0)\":1" }.joined(separator: ",")
        let text = sound.replacing("\"version\":1", with: "\"version\":1,\(names)")
        #expect(RecognitionRulesReader.read(Array(text.utf8), file: "rules.json").findings.count == 100)
    }
}
