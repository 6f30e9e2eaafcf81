import BadgeDefinitions
import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("A match in words")
struct MatchTextTests {
    private func match() throws -> SkillMatch {
        let profile = try SkillMatchTests.profile(
            [("tiimi", 2, "must", 3), ("hygienia", 1, "must", 2), ("aloite", 3, "nice", 1)], accepted: ["kahvi"])
        return SkillMatch(
            profile,
            badges: [
                SkillMatchTests.badge("Tiimityö", "tiimi", on: "2026-05-29"),
                SkillMatchTests.badge("Into", "aloite", level: 1, on: "2024-05-29"),
                SkillMatchTests.badge("Siisteys", "hygienia", standing: .expired),
            ], on: try #require(CalendarDay("2026-11-22")))
    }

    @Test("is a table with a line for each skill")
    func finnish() throws {
        #expect(
            MatchText(try match(), in: .fi).lines == [
                "Työ, Oy: 64 %, yksi välttämätön puuttuu vielä.",
                "  [ok] tiimi     välttämätön  2/2  Tiimityö, 29.5.2026 (5 kk sitten)",
                "  [no] hygienia  välttämätön  0/1  puuttuu; Siisteys on vanhentunut",
                "  [–]  aloite    eduksi       1/3  2 tasoa vajaa; Into, 29.5.2024 (2 v sitten)",
                "  Toivotut merkit: [no] kahvi",
                "  Ei laskettu mukaan:",
                "    Siisteys.json: expired",
            ])
    }

    @Test("says the same in every language, with nothing left to fill in")
    func languages() throws {
        let match = try match()
        for language in ReportLanguage.allCases {
            let lines = MatchText(match, in: language).lines
            #expect(lines.count == 7 && lines.allSatisfy { !$0.contains("{") })
            #expect(lines[0].contains("64 %"))
        }
        #expect(MatchText(match, in: .sv).headline == "Työ, Oy: 64 %, ett av kraven är ännu inte uppfyllt.")
    }

    @Test("shows what would paint the terminal as an escape")
    func escapes() throws {
        let profile = try SkillMatchTests.profile([("tiimi", 2, "must", 3)])
        let badge = SkillMatchTests.badge("\u{1B}[31mRed\u{202E}", "tiimi")
        let text = MatchText(SkillMatch(profile, badges: [badge], on: SkillMatchTests.day), in: .en).lines.joined()
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && text.contains("\\u{1B}"))
    }
}
