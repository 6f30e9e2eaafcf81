import BadgeDefinitions
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("What counts on a pathway, and what is left")
struct PathwayCountingTests {
    private typealias Fixture = PathwayFixture

    @Test("several awards of one badge, of any version, count as the best of them, and the most hours count")
    func oneBadge() throws {
        let pathway = try Fixture.pathway(#"{"allOf": [{"badges": {"min": 2}}, {"hours": {"min": 27}}]}"#)
        let evaluation = Fixture.evaluate(
            pathway,
            [
                try Fixture.award("aa", id: "a-1", hours: 27, level: 1),
                try Fixture.award("aa", id: "a-2", hours: 20, level: 3),
            ])
        #expect(evaluation.counted.map(\.id) == ["a-2"])
        #expect(evaluation.excluded.map(\.reason) == [.sameBadge(as: "a-2")])
        #expect(evaluation.completion.parts.map(\.isMet) == [false, true])
        #expect(evaluation.completion.parts[1].have == DecimalHundredths(hundredths: 27_00))
    }

    @Test("of a badge that may be held several times the work of each award counts, the badge once")
    func repeatable() throws {
        let pathway = try Fixture.pathway(#"{"allOf": [{"badges": {"min": 2}}, {"hours": {"min": 20}}]}"#)
        let twice = try ["1", "2"].map { try Fixture.award("aa", id: $0, isRepeatable: true) }
        let evaluation = Fixture.evaluate(pathway, twice)
        #expect(evaluation.counted.count == 2 && evaluation.excluded.isEmpty)
        #expect(evaluation.completion.parts.map(\.isMet) == [false, true])
    }

    @Test("says which award counts where")
    func places() throws {
        let pathway = try Fixture.pathway(#"{"allOf": [{"group": "ydin", "min": 1}, {"badge": "cc"}]}"#)
        let evaluation = Fixture.evaluate(
            pathway,
            [try Fixture.award("aa", id: "1"), try Fixture.award("cc", id: "2"), try Fixture.award("dd", id: "3")])
        #expect(evaluation.places["1"] == [.group("ydin"), .group("vapaa")])
        #expect(evaluation.places["2"] == [.group("vapaa"), .badge("cc")])
        #expect(evaluation.places["3"] == [.group("vapaa")])
    }

    @Test("tells a level that is too low, and another issuer's badge of the same name")
    func whyNot() throws {
        let pathway = try Fixture.pathway(
            #"{"allOf": [{"badge": "aa", "minLevel": 3}, {"badges": {"min": 2}}]}"#,
            groups: #"[{"id": "ydin", "badges": ["bb"]}]"#)
        let evaluation = Fixture.evaluate(
            pathway,
            [
                try Fixture.award("aa", level: 2), try Fixture.award("bb", id: "other", base: "https://other.example/"),
                try Fixture.award("cc"),
            ])
        #expect(evaluation.tooLow.map(\.award.badge.slug) == ["aa"] && evaluation.tooLow.map(\.asked) == [3])
        #expect(evaluation.excluded.map(\.reason) == [.otherBase, .notInPathway])
        let steps = PathwaySteps.cheapest(
            after: evaluation, among: [Fixture.option("aa", hours: 30), Fixture.option("bb", hours: 5)])
        #expect(steps?.badges.map(\.badge.slug) == ["bb", "aa"])
        #expect(PathwaySteps.cheapest(after: evaluation, among: [Fixture.option("bb", hours: 5)]) == nil)
    }

    @Test("lists what ends within sixty days, and nothing that has ended")
    func endingSoon() throws {
        let pathway = try Fixture.pathway(#"{"badges": {"min": 5}}"#)
        let day = CalendarDay.today(at: Fixture.now)
        let ends = [("a1", 61), ("a2", 60), ("a3", 1), ("a4", -1)]
        let awards = try ends.map { try Fixture.award($0, until: day.adding(days: $1).lastSecond) }
        #expect(Fixture.evaluate(pathway, awards).endingSoon.map(\.badge.slug) == ["a3", "a2"])
    }

    @Test("counts places: those that are asked for by name, and free ones up to the total")
    func progress() throws {
        let rule = #"{"allOf": [{"group": "ydin", "all": true}, {"badge": "cc"}, {"badges": {"min": 5}}]}"#
        let pathway = try Fixture.pathway(rule)
        func progress(_ slugs: String...) throws -> String {
            Fixture.evaluate(pathway, try slugs.map { try Fixture.award($0) }).progress.description
        }
        #expect(try progress() == "0/5")
        #expect(try progress("aa", "cc") == "2/5")
        // Two free places; the third badge of that kind fills none.
        #expect(try progress("x1", "x2", "x3") == "2/5")
        #expect(try progress("aa", "bb", "cc", "x1", "x2") == "5/5")
        let hours = try Fixture.pathway(#"{"allOf": [{"hours": {"min": 5}}, {"categories": {"min": 2}}]}"#)
        #expect(Fixture.evaluate(hours, [try Fixture.award("aa")]).progress.description == "1/2")
    }

    @Test("a search that would take for ever ends, and says that it didn't look at all ways")
    func endless() throws {
        let pathway = try Fixture.pathway(#"{"allOf": [{"hours": {"min": 1001}}, {"categories": {"min": 30}}]}"#)
        let options = (0..<80).map { Fixture.option("b\($0)", hours: 20 + $0 % 7 * 2, category: "k\($0 / 2)") }
        let evaluation = Fixture.evaluate(pathway, [])
        let steps = try #require(PathwaySteps.cheapest(after: evaluation, among: options))
        #expect(steps.hours >= DecimalHundredths(hundredths: 1001_00))
        #expect(!steps.isCheapest)
    }

    @Test("the sample pathways have their cheapest ways")
    func samples() throws {
        let library = try DefinitionLibrary.load(
            folder: "\(PackageRoot.path)/badge-definitions", defaults: .outsideWorkspace)
        let options = BadgeOption.offered(library.definitions, on: CalendarDay.today(at: Fixture.now))
        func steps(_ slug: String) throws -> PathwaySteps {
            let evaluation = Fixture.evaluate(try library.pathway(slug), [])
            return try #require(PathwaySteps.cheapest(after: evaluation, among: options))
        }
        let business = try steps("yrittajyyspassi")
        #expect(business.hours == DecimalHundredths(hundredths: 190_00) && business.isCheapest)
        let first = try steps("ensiaskel")
        #expect(first.hours == DecimalHundredths(hundredths: 84_00) && first.badges.count == 6)
        #expect(first.certificateItems == 1)
        let working = try steps("tyoelamapassi")
        #expect(working.hours == DecimalHundredths(hundredths: 125_00) && working.isCheapest)
        #expect(working.badges.count == 8)
    }

    @Test(
        "reads how many requirements a certificate of competence confirms",
        arguments: [("Completed", 2), ("Failed", 1)])
    func certificate(status: String, items: Int) throws {
        let bytes = try ExampleFile.read("certificate.json")
        var credential = try #require(try JSONParser.parse(bytes).objectValue)
        credential = TestBadge.replacing("credentialSubject.result.0.status", in: credential, by: .string(status))
        #expect(CountedCertificate(credential: credential)?.items == items)
        #expect(CountedCertificate(credential: TestBadge.credential()) == nil)
    }

    @Test("says in three languages what is left, with a way to go on, and nothing of what was refused")
    func words() throws {
        let pathway = try Fixture.pathway(
            #"{"allOf": [{"group": "ydin", "min": 1}, {"badges": {"min": 3}}, {"hours": {"min": 27.5}}]}"#)
        let day = CalendarDay.today(at: Fixture.now)
        let evaluation = Fixture.evaluate(
            pathway,
            [
                try Fixture.award("cc", until: day.adding(days: 10).lastSecond),
                try Fixture.award("dd", until: day.adding(days: -10).lastSecond),
                try Fixture.award("koonti", isMilestone: true),
            ])
        let steps = PathwaySteps.cheapest(
            after: evaluation, among: [Fixture.option("aa", hours: 14), Fixture.option("ee", hours: 9)])
        func lines(_ language: ReportLanguage) -> [String] {
            PathwayText(pathway, evaluation, steps: steps, in: language) { $0.slug.uppercased() }.lines
        }
        #expect(
            lines(.fi) == [
                "Polku: 1/3 tehty.", "Vielä 1 näistä: AA, BB.", "Vielä yksi merkki oman valintasi mukaan.",
                "Vielä 17,5 tuntia työtä.", "Lyhyt tie tästä eteenpäin: EE (9 h), AA (14 h); yhteensä 23 tuntia.",
                "Laskettu jo mukaan: CC.", "CC on voimassa 11.9.2026 asti. Voit uusia sen nyt.",
                "DD oli voimassa 22.8.2026 asti. Uusi se, niin se lasketaan taas.",
            ])
        #expect(lines(.sv)[1] == "Ännu 1 av dessa: AA, BB." && lines(.sv)[0] == "Stig: 1/3 gjort.")
        #expect(lines(.en)[3] == "Still 17.5 hours of work.")
        for language in ReportLanguage.allCases {
            #expect(lines(language).count == 8 && lines(language).allSatisfy { !$0.contains("–") && !$0.contains("{") })
        }
    }
}
