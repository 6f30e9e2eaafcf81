import BadgeDefinitions
import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("What holds for every match")
struct SkillMatchPropertyTests {
    private static let names = ["aa", "bb", "cc", "dd"]

    private static func profile(using generator: inout SeededGenerator) throws -> SkillProfile {
        try SkillMatchTests.profile(
            names.map {
                (
                    $0, Int.random(in: 1...4, using: &generator), Bool.random(using: &generator) ? "must" : "nice",
                    Int.random(in: 1...9, using: &generator)
                )
            })
    }

    private static func badge(
        _ number: Int, _ standing: MatchBadge.Standing, using generator: inout SeededGenerator
    ) -> MatchBadge {
        let skills = names.filter { _ in Bool.random(using: &generator) }
        return MatchBadge(
            source: "\(number).json", id: "urn:uuid:\(number)", name: "b\(number)",
            level: Bool.random(using: &generator) ? Int.random(in: 1...4, using: &generator) : nil,
            awardedDate: CalendarDay(year: Int.random(in: 2020...2026, using: &generator), month: 5, day: 1),
            skills: skills.map { "https://s.example/\($0)" }, standing: standing)
    }

    private static func badges(using generator: inout SeededGenerator) -> [MatchBadge] {
        (0..<5).map { number in
            badge(number, MatchBadge.Standing.allCases.randomElement(using: &generator) ?? .verified, using: &generator)
        }
    }

    @Test("the order of the badges is of no account")
    func order() {
        forAll("shuffled badges give the same lines") { generator in
            let profile = try Self.profile(using: &generator)
            let badges = Self.badges(using: &generator)
            let one = SkillMatch(profile, badges: badges, on: SkillMatchTests.day)
            let other = SkillMatch(
                profile, badges: badges.shuffled(using: &generator), on: SkillMatchTests.day)
            return one.lines == other.lines && one.fit == other.fit && one.fits == other.fits
        }
    }

    @Test("one more valid badge never lowers the fit, and one that isn't valid never changes it")
    func growing() {
        forAll("the fit only grows") { generator in
            let profile = try Self.profile(using: &generator)
            let badges = Self.badges(using: &generator)
            let before = SkillMatch(profile, badges: badges, on: SkillMatchTests.day)
            let valid = Self.badge(9, .verified, using: &generator)
            let after = SkillMatch(profile, badges: badges + [valid], on: SkillMatchTests.day)
            let standing =
                MatchBadge.Standing.allCases.filter { $0 != .verified }
                .randomElement(using: &generator) ?? .expired
            let other = SkillMatch(
                profile, badges: badges + [Self.badge(9, standing, using: &generator)], on: SkillMatchTests.day)
            return before.fit <= after.fit && (!before.fits || after.fits) && before.fit == other.fit
                && before.fits == other.fits && (0...100).contains(after.fit)
        }
    }
}
