import BadgeDefinitions
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("A match of badges and a profile")
struct SkillMatchTests {
    static let day = CalendarDay.today(at: FixedClock.now)

    /// A profile that asks for these skills: name, level, must or nice, weight.
    static func profile(
        _ requirements: [(String, Int, String, Int)], takesWord: Bool = false,
        accepted: [String] = []
    ) throws -> SkillProfile {
        let list = requirements.map { skill, level, need, weight in
            #"{"skill": "https://s.example/\#(skill)", "label": {"fi": "\#(skill)"}, "minLevel": \#(level), "#
                + #""need": "\#(need)", "weight": \#(weight)}"#
        }
        let names = accepted.map { "\"\($0)\"" }.joined(separator: ", ")
        let text = """
            {"format": "passport.profile/1", "id": "tyo", "version": 1, "kind": "employer", "owner": {"name": "Oy"},
              "title": {"fi": "Työ"}, "requirements": [\(list.joined(separator: ", "))],
              "badgeBase": "https://b.example/", "badgesAccepted": [\(names)], "acceptSelfAssessment": \(takesWord)}
            """
        let (profile, findings) = SkillProfileReader.read(Array(text.utf8), file: "tyo.json")
        return try #require(profile, "\(findings)")
    }

    static func badge(
        _ name: String, _ skills: String..., level: Int? = 2, standing: MatchBadge.Standing = .verified,
        on date: String = "2026-01-15", achievement: String? = nil
    ) -> MatchBadge {
        MatchBadge(
            source: "\(name).json", id: "urn:uuid:\(name)", name: name, achievementID: achievement, level: level,
            awardedDate: CalendarDay(date), skills: skills.map { "https://s.example/\($0)" }, standing: standing)
    }

    @Test("says of each skill whether it is met, short by how much, or missing, and computes the fit")
    func fit() throws {
        let profile = try Self.profile([
            ("team", 2, "must", 3), ("empathy", 3, "must", 2), ("hygiene", 1, "must", 2), ("drive", 2, "nice", 1),
        ])
        let match = SkillMatch(
            profile,
            badges: [Self.badge("a", "team", level: 3), Self.badge("b", "empathy", "drive", level: 1)], on: Self.day)
        #expect(match.lines.map(\.outcome) == [.met, .short(2), .missing, .short(1)])
        #expect(match.lines.map(\.held) == [3, 1, 0, 1])
        // (3·2 + 2·1 + 0 + 1·1) ÷ (6 + 6 + 2 + 2) = 9 ÷ 16 = 56.25 %
        #expect(match.fit == 56 && !match.fits)
        #expect(match.lines.map(\.basis) == [.verified, .verified, .nothing, .verified])
    }

    @Test("rounds halves up", arguments: [(1, 13), (3, 38), (5, 63), (7, 88)])
    func halves(held: Int, percent: Int) throws {
        // held of eight equal skills: 12.5 %, 37.5 %, …
        let profile = try Self.profile((0..<8).map { ("s\($0)", 1, "nice", 1) })
        let badges = (0..<held).map { Self.badge("b\($0)", "s\($0)", level: 1) }
        let match = SkillMatch(profile, badges: badges, on: Self.day)
        #expect(match.fit == percent && match.fits)
    }

    @Test("fits when every must is met, whatever is only nice to have")
    func fits() throws {
        let profile = try Self.profile([("team", 2, "must", 1), ("drive", 4, "nice", 9)])
        #expect(SkillMatch(profile, badges: [Self.badge("a", "team")], on: Self.day).fits)
        #expect(!SkillMatch(profile, badges: [Self.badge("a", "team", level: 1)], on: Self.day).fits)
    }

    static let worth: [(MatchBadge.Standing, SkillMatch.Basis)] = [
        (.expired, .expired), (.unknownIssuer, .unknownIssuer), (.undetermined, .undetermined),
        (.selfDeclared, .selfDeclared), (.invalid, .nothing),
    ]

    @Test("counts only what was verified, and says what the rest is worth", arguments: worth)
    func standing(_ standing: MatchBadge.Standing, _ basis: SkillMatch.Basis) throws {
        let profile = try Self.profile([("team", 2, "must", 1)])
        let line = try #require(
            SkillMatch(profile, badges: [Self.badge("a", "team", standing: standing)], on: Self.day).lines.first)
        #expect(line.outcome == .missing && line.basis == basis)
        // A verified one takes its place, though its level is lower.
        let both = SkillMatch(
            profile,
            badges: [Self.badge("a", "team", level: 4, standing: standing), Self.badge("b", "team", level: 1)],
            on: Self.day)
        #expect(both.lines[0].basis == .verified && both.lines[0].held == 1 && both.lines[0].outcome == .short(1))
    }

    @Test("names the badge that proves a skill: the highest level, then the latest day")
    func proof() throws {
        let profile = try Self.profile([("team", 2, "must", 1)])
        let badges = [
            Self.badge("low", "team", level: 1, on: "2026-09-01"), Self.badge("old", "team", on: "2024-03-20"),
            Self.badge("new", "team", on: "2025-12-24"), Self.badge("none", "team", level: nil),
        ]
        let line = try #require(SkillMatch(profile, badges: badges, on: Self.day).lines.first)
        #expect(line.proof?.name == "new" && line.others.map(\.name) == ["old", "low", "none"])
        let eve = try #require(CalendarDay("2026-12-24"))
        #expect(line.proof?.ageMonths(on: eve.adding(days: -1)) == 11)
        #expect(line.proof?.ageMonths(on: eve) == 12)
    }

    @Test("shows a person's own word beside, and counts it only for what is nice to have, where the profile says so")
    func ownWord() throws {
        let text = """
            {"format": "passport.self-assessment/1", "date": "2026-09-01", "answers": [
              {"skill": "https://s.example/team", "level": 4}, {"skill": "https://s.example/drive", "level": 3}]}
            """
        let said = try #require(SelfAssessment.read(Array(text.utf8), file: "oma.json").assessment)
        let asked = [("team", 2, "must", 1), ("drive", 2, "nice", 1)]
        let without = SkillMatch(try Self.profile(asked), badges: [], selfAssessment: said, on: Self.day)
        #expect(
            without.lines.map(\.selfAssessed) == [4, 3] && without.lines.map(\.held) == [0, 0] && without.fit == 0)
        let with = SkillMatch(try Self.profile(asked, takesWord: true), badges: [], selfAssessment: said, on: Self.day)
        #expect(with.lines.map(\.outcome) == [.missing, .met] && with.fit == 50 && !with.fits)
        #expect(with.lines[1].basis == .selfDeclared)
    }

    @Test("compares skills byte by byte, and badges by their exact id")
    func exact() throws {
        let profile = try Self.profile([("team", 1, "must", 1)], accepted: ["one", "two", "three"])
        let badges = [
            Self.badge("a", "Team"), Self.badge("b", "team/"), Self.badge("c", achievement: "https://b.example/one/v2"),
            Self.badge("d", achievement: "https://other.example/two/v1"),
            Self.badge("e", achievement: "https://b.example/three/v1").with(.unknownIssuer),
        ]
        let match = SkillMatch(profile, badges: badges, on: Self.day)
        #expect(match.lines[0].outcome == .missing && match.lines[0].proof == nil)
        #expect(match.accepted.map { $0.held?.name } == ["c", nil, nil])
    }

    @Test("closes gaps with badges and offers, the least work first, without what is past")
    func steps() throws {
        let profile = try Self.profile([("team", 2, "must", 1), ("plan", 1, "must", 1)])
        let offers = try Self.offers([
            ("late", "team", 2, 1, "2026-01-01"), ("course", "team", 2, 20, "2099-01-01"),
            ("basics", "team", 1, 2, "2099-01-01"),
        ])
        let definitions = try Self.definitions()
        let match = SkillMatch(
            profile, badges: [Self.badge("p", "plan")], definitions: definitions, offers: offers, on: Self.day)
        let names = match.lines[0].steps.map { $0.name.text(in: "fi") }
        #expect(names == ["course", "Tiimityö"])
        #expect(match.lines[0].steps.map(\.hours?.hundredths) == [20_00, 27_00])
        #expect(match.lines[1].steps.isEmpty)
    }

    private static func offers(_ list: [(String, String, Int, Int, String)]) throws -> [Offering] {
        let items = list.map { id, skill, level, hours, deadline in
            #"{"id": "\#(id)", "owner": "O", "type": "course", "title": {"fi": "\#(id)"}, "hours": \#(hours), "#
                + #""skills": [{"skill": "https://s.example/\#(skill)", "level": \#(level)}], "deadline": "\#(deadline)"}"#
        }
        let text = #"{"format": "passport.offers/1", "offers": [\#(items.joined(separator: ", "))]}"#
        let (offers, findings) = OfferListReader.read(Array(text.utf8), file: "offers.json")
        return try #require(offers, "\(findings)")
    }

    /// The sample badge for teamwork, listing our test skill.
    private static func definitions() throws -> [BadgeDefinition] {
        let bytes = try PackageFile.read("badge-definitions/tiimityo.json")
        var json = try #require(try JSONParser.parse(bytes).objectValue)
        json["skills"] = [
            ["scheme": "local", "uri": "https://s.example/team", "label": ["fi": "tiimi", "sv": "team"]]
        ]
        let (definition, findings) = DefinitionReader.read(json, file: "tiimityo.json", defaults: .outsideWorkspace)
        return [try #require(definition, "\(findings)")]
    }
}

extension MatchBadge {
    fileprivate func with(_ standing: Standing) -> MatchBadge {
        MatchBadge(
            source: source, id: id ?? "", name: name ?? "", achievementID: achievementID, level: level,
            awardedDate: awardedDate, skills: skills, standing: standing)
    }
}
