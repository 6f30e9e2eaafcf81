import BadgeDefinitions
import Encodings
import TestSupport
import Testing

/// Pathways and awards by few words.
enum PathwayFixture {
    static let now = CalendarDay(year: 2026, month: 9, day: 1)!.noonZ
    static let base = Texts.defaults.badgeBase

    /// The test pathway with another rule and, if said, other groups.
    static func pathway(
        _ completion: String,
        groups: String = #"[{"id": "ydin", "badges": ["aa", "bb"]}, {"id": "vapaa", "badges": ["*"]}]"#
    ) throws -> Pathway {
        let text = """
            {"format": "passport.pathway/1", "id": "polku", "version": 1, "status": "published",
              "name": {"fi": "Polku", "sv": "Stig"}, "milestoneBadge": "koonti", "autoIssue": true,
              "groups": \(groups), "completion": \(completion),
              "countOnly": {"status": ["issued"], "notExpired": true, "maxAgeMonths": 60}}
            """
        let (pathway, findings) = PathwayReader.read(Array(text.utf8), file: "polku.json", defaults: Texts.defaults)
        return try #require(pathway, "\(findings)")
    }

    static func award(
        _ slug: String, id: String? = nil, base: String? = nil, category: String = "muu", hours: Int = 10,
        level: Int? = 1, status: AwardStatus = .issued, on day: String = "2026-01-15", until: Timestamp? = nil,
        isMilestone: Bool = false, isRepeatable: Bool = false
    ) throws -> CountedAward {
        CountedAward(
            id: id ?? "urn:uuid:\(slug)", badge: BadgeKey(badgeBase: base ?? self.base, slug: slug), category: category,
            hours: DecimalHundredths(hundredths: hours * 100), level: level, status: status,
            awardedDate: try #require(CalendarDay(day)), validUntil: until, isMilestone: isMilestone,
            isRepeatable: isRepeatable)
    }

    static func option(
        _ slug: String, hours: Int, category: String = "muu", level: Int? = 4, isMilestone: Bool = false
    ) -> BadgeOption {
        BadgeOption(
            badge: BadgeKey(badgeBase: base, slug: slug), category: category,
            hours: DecimalHundredths(hundredths: hours * 100), level: level, isMilestone: isMilestone)
    }

    static func evaluate(_ pathway: Pathway, _ awards: [CountedAward]) -> PathwayEvaluation {
        PathwayEvaluation.evaluate(pathway, awards: awards, at: now)
    }
}

/// Pathways and awards by chance, for claims that hold for all of them.
struct RandomPathway {
    static let slugs = ["aa", "bb", "cc", "dd", "ee", "ff"]

    static func make(using generator: inout SeededGenerator) throws -> Pathway {
        let open = Bool.random(using: &generator) ? ["*"] : []
        let groups = """
            [{"id": "g1", "badges": ["aa", "bb"]}, {"id": "g2", "badges": \(list(["cc", "dd"] + open))},
             {"id": "g3", "badges": \(list(["ee"] + open))}]
            """
        return try PathwayFixture.pathway(rule(depth: 3, using: &generator), groups: groups)
    }

    private static func list(_ words: [String]) -> String {
        "[\(words.map { "\"\($0)\"" }.joined(separator: ", "))]"
    }

    private static func rule(depth: Int, using generator: inout SeededGenerator) -> String {
        let choice = Int.random(in: depth > 0 ? 0..<9 : 2..<9, using: &generator)
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        switch choice {
        case 0, 1:
            let count = number(1...3)
            let rules = (0..<count).map { _ in rule(depth: depth - 1, using: &generator) }
            return "{\"\(choice == 0 ? "allOf" : "anyOf")\": [\(rules.joined(separator: ", "))]}"
        case 2: return "{\"group\": \"g1\", \"all\": true}"
        case 3: return "{\"group\": \"g2\", \"min\": \(number(1...2))}"
        case 4: return "{\"badge\": \"\(slugs[number(0...5)])\", \"minLevel\": \(number(1...4))}"
        case 5: return "{\"badge\": \"\(slugs[number(0...5)])\"}"
        case 6: return "{\"badges\": {\"min\": \(number(1...5))}}"
        case 7: return "{\"hours\": {\"min\": \(number(1...90))}}"
        default: return "{\"categories\": {\"min\": \(number(1...3))}}"
        }
    }

    /// Awards of all kinds: old, expired, withdrawn, of another base, twice of one badge.
    static func awards(_ count: Int, using generator: inout SeededGenerator) throws -> [CountedAward] {
        try (0..<count).map { _ in
            let until =
                Bool.random(using: &generator)
                ? PathwayFixture.now.adding(seconds: Int.random(in: -9_000_000...9_000_000, using: &generator)) : nil
            return try PathwayFixture.award(
                (slugs + ["gg"]).randomElement(using: &generator) ?? "aa",
                id: "urn:uuid:\(UInt64.random(in: 0...999, using: &generator))",
                base: Int.random(in: 0..<5, using: &generator) == 0 ? "https://other.example/" : nil,
                category: ["k1", "k2", "k3"].randomElement(using: &generator) ?? "k1",
                hours: Int.random(in: 0...40, using: &generator), level: Int.random(in: 1...4, using: &generator),
                status: Int.random(in: 0..<4, using: &generator) == 0
                    ? AwardStatus.allCases.randomElement(using: &generator) ?? .issued : .issued,
                on: ["2020-01-01", "2025-05-05", "2026-08-30"].randomElement(using: &generator) ?? "2025-05-05",
                until: until, isRepeatable: Bool.random(using: &generator))
        }
    }
}
