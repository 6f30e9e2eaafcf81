import Encodings
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Statistics of the register")
struct RegisterStatisticsTests {
    let fixture: RegisterFixture

    init() throws { fixture = try RegisterFixture() }

    /// Gives that many awards of a badge on a day.
    private func give(_ count: Int, _ slug: String = "tiimityo", on day: String) throws {
        try fixture.register.write { transaction in
            try transaction.recordPublished(
                RegisterFixture.snapshot(slug: slug, digest: UInt8(slug.utf8.count)), at: fixture.now)
            for _ in 0..<count {
                let person = try transaction.insertPerson(
                    PersonDetails(name: "N"), at: fixture.now, using: &fixture.generator)
                try transaction.insertAward(fixture.award(to: person, slug: slug, on: day))
            }
        }
    }

    private func rows(_ period: RegisterStatistics.Period = .year) throws -> [String] {
        try fixture.register.read { try $0.statistics(by: period) }.rows.map {
            "\($0.badge?.slug ?? "*") \($0.period ?? "*") \($0.count)"
        }
    }

    @Test("awards are counted by badge and year or month")
    func counts() throws {
        #expect(try rows().isEmpty)
        try give(6, "johtaminen", on: "2025-12-31")
        try give(5, "johtaminen", on: "2026-01-01")
        try give(7, "palvelu", on: "2026-01-31")
        #expect(
            try rows() == [
                "johtaminen 2025 6", "johtaminen 2026 5", "johtaminen * 11", "palvelu 2026 7", "palvelu * 7",
                "* 2025 6", "* 2026 12", "* * 18",
            ])
        #expect(try rows(.month).contains("johtaminen 2026-01 5"))
    }

    @Test("a count below five isn't told, neither by itself nor by a total", arguments: 1...4)
    func suppression(count: Int) throws {
        try give(count, "johtaminen", on: "2026-01-31")
        #expect(try rows() == ["johtaminen 2026 <5", "johtaminen * <5", "* 2026 <5", "* * <5"])
        try give(9, "johtaminen", on: "2025-01-31")
        try give(8, "palvelu", on: "2026-01-31")
        // What is shown is the same for every hidden count.
        #expect(
            try rows() == [
                "johtaminen 2025 9", "johtaminen 2026 <5", "johtaminen * 10+", "palvelu 2026 8", "palvelu * 8",
                "* 2025 9", "* 2026 9+", "* * 18+",
            ])
    }

    @Test("nor by comparing months with years: a year with such a month isn't split", arguments: 1...4)
    func monthsAndYears(count: Int) throws {
        try give(6, "johtaminen", on: "2026-01-31")
        try give(count, "johtaminen", on: "2026-02-28")
        try give(7, "palvelu", on: "2026-01-31")
        try give(8, "palvelu", on: "2026-02-28")
        #expect(
            try rows() == ["johtaminen 2026 \(6 + count)", "johtaminen * \(6 + count)"]
                + ["palvelu 2026 15", "palvelu * 15", "* 2026 \(21 + count)", "* * \(21 + count)"])
        // No row tells the year without January, nor February's total without palvelu.
        #expect(
            try rows(.month) == ["johtaminen 2026 \(6 + count)", "johtaminen * \(6 + count)"]
                + ["palvelu 2026-01 7", "palvelu 2026-02 8", "palvelu * 15", "* 2026-01 7+", "* 2026-02 8+"]
                + ["* * \(21 + count)"])
    }

    @Test("four months with one award each can't be told from a year below five")
    func allOnes() throws {
        for month in 1...4 { try give(1, "johtaminen", on: "2026-0\(month)-05") }
        #expect(try rows(.month) == ["johtaminen 2026 <5", "johtaminen * <5", "* * <5"])
        // One month alone is its year.
        try give(3, "palvelu", on: "2025-03-05")
        #expect(try rows(.month).filter { $0.hasPrefix("palvelu") } == ["palvelu 2025-03 <5", "palvelu * <5"])
    }

    @Test("what is shown fits at least two counts for every hidden one", arguments: 0..<40)
    func neverComputable(seed: Int) throws {
        // Given months of one badge in one year
        var generator = SeededGenerator(seed: UInt64(seed))
        let badge = RegisterStatistics.Badge(badgeBase: "https://passi.example/badges/", slug: "tiimityo")
        func shown(_ counts: [Int]) -> [RegisterStatistics.Row] {
            let cells = counts.enumerated().filter { $0.element > 0 }.map { month, count in
                (badge: badge, period: "2026-0\(month + 1)", count: count)
            }
            return [RegisterStatistics.Period.year, .month].flatMap { RegisterStatistics(months: cells, by: $0).rows }
        }
        let counts = (0..<3).map { _ in Int.random(in: 0...8, using: &generator) }
        let rows = shown(counts)
        // Then no small count is the only one that gives these rows
        for (place, count) in counts.enumerated() where (1...4).contains(count) {
            var fitting: Set<Int> = []
            for one in 0...12 {
                for two in 0...12 {
                    for three in 0...12 where shown([one, two, three]) == rows {
                        fitting.insert([one, two, three][place])
                    }
                }
            }
            #expect(fitting.count > 1, "\(counts) tells that month \(place + 1) has \(count)")
        }
    }

    @Test("a revoked award isn't counted")
    func revoked() throws {
        let award = try fixture.give(to: fixture.person())
        for _ in 0..<5 { try fixture.give(to: fixture.person()) }
        #expect(try rows() == ["tiimityo 2026 6", "tiimityo * 6", "* 2026 6", "* * 6"])
        try fixture.register.write {
            try $0.changeState(of: award.id, to: .revoked, reason: "error", at: fixture.now)
        }
        #expect(try rows() == ["tiimityo 2026 5", "tiimityo * 5", "* 2026 5", "* * 5"])
    }
}
