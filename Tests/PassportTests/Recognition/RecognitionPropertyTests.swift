import Encodings
import Passport
import TestSupport
import Testing

/// What holds for any file and any rules.
@Suite("Recognition, whatever the file")
struct RecognitionPropertyTests {
    private static let slugs = ["aa", "bb", "cc", "dd", "ee"]
    private static let skills = ["https://skills.example/1", "https://skills.example/2"]
    private static let unit = "tutkinnonosat_100026"

    private func made(_ count: Int, _ generator: inout SeededGenerator) -> [Made] {
        (0..<count).map { index in
            var made = Made("urn:uuid:\(index)", Self.slugs.randomElement(using: &generator) ?? "aa")
            made.hours = ["0", "5", "13.5", "14", "27", "54.25"].randomElement(using: &generator) ?? "1"
            made.level = Int.random(in: 1...4, using: &generator)
            made.category = ["digi", "alue"].randomElement(using: &generator) ?? "digi"
            made.evidence =
                [[], [("link", nil)], [("document", "uEiA\(Int.random(in: 0...9, using: &generator))")]]
                .randomElement(using: &generator) ?? []
            made.binding = Int.random(in: 0..<8, using: &generator) == 0 ? .unproven : .named
            made.skills = Self.skills.filter { _ in Bool.random(using: &generator) }
            if Int.random(in: 0..<5, using: &generator) == 0 {
                (made.type, made.units) = ("CertificateOfCompletion", [Self.unit])
            }
            if Int.random(in: 0..<8, using: &generator) == 0 {
                made.type = "LearningProgram"
                made.counted = (0..<count).filter { $0 != index && $0 % 3 == 0 }.map { "urn:uuid:\($0)" }
            }
            return made
        }
    }

    private func leaf(_ generator: inout SeededGenerator) -> String {
        let slug = Self.slugs.randomElement(using: &generator) ?? "aa"
        return switch Int.random(in: 0..<8, using: &generator) {
        case 5: "{\"skill\":\"\(Self.skills.randomElement(using: &generator) ?? "")\",\"minLevel\":2}"
        case 6: "{\"certificate\":\"\(Self.unit)\"}"
        case 7: "{\"pathway\":\"\(slug)\"}"
        case 0: "{\"category\":\"*\"}"
        case 1: "{\"category\":\"digi\"}"
        case 2: "{\"badge\":\"\(slug)\",\"minLevel\":\(Int.random(in: 1...4, using: &generator))}"
        case 3: "{\"badge\":\"\(slug)\",\"evidence\":\"link\"}"
        default: "{\"badge\":\"\(slug)\"}"
        }
    }

    private func requirement(_ generator: inout SeededGenerator, depth: Int = 2) -> String {
        func parts() -> String {
            (0..<Int.random(in: 1...3, using: &generator)).map { _ in requirement(&generator, depth: depth - 1) }
                .joined(separator: ",")
        }
        switch depth == 0 ? 3 : Int.random(in: 0..<4, using: &generator) {
        case 0: return "{\"allOf\":[\(parts())]}"
        case 1: return "{\"anyOf\":[\(parts())]}"
        case 2:
            let leaves = (0..<Int.random(in: 1...2, using: &generator)).map { _ in leaf(&generator) }
            let count = Int.random(in: 1...3, using: &generator)
            return "{\"atLeast\":{\"n\":\(count),\"of\":[\(leaves.joined(separator: ","))]}}"
        default: return leaf(&generator)
        }
    }

    private func rules(_ generator: inout SeededGenerator) -> [String] {
        (1...Int.random(in: 1...3, using: &generator)).map { number in
            MadeRules.rule(
                "R\(number)", requirement(&generator), credits: "\(Int.random(in: 1...5, using: &generator))",
                grant: Bool.random(using: &generator) ? "full" : "byHours",
                more:
                    "\"partial\":\(Bool.random(using: &generator)),\"minHours\":\([0, 20].randomElement(using: &generator) ?? 0),"
                    + (Bool.random(using: &generator) ? "\"capGroup\":\"g\"," : ""),
                decision: Bool.random(using: &generator) ? "auto" : "officer")
        }
    }

    @Test("The order of the files says nothing")
    func order() {
        forAll("the case is the same in any order", rounds: 120) { generator in
            let (files, rules) = (made(6, &generator), rules(&generator))
            let caps = "{\"total\":6,\"groups\":{\"g\":2.5}}"
            let first = try MadeRules.evaluate(rules, files, caps: caps)
            let second = try MadeRules.evaluate(rules, files.shuffled(using: &generator), caps: caps)
            return JSONWriter.compact(first.json) == JSONWriter.compact(second.json)
        }
    }

    @Test("Limits hold, nothing is used twice, no work counts twice, and nothing refused is used")
    func invariants() {
        forAll("limits and uses", rounds: 150) { generator in
            let result = try MadeRules.evaluate(
                rules(&generator), made(7, &generator), caps: "{\"total\":6,\"groups\":{\"g\":2.5}}")
            let inGroup = result.outcomes.filter { $0.rule.capGroup == "g" }.reduce(DecimalHundredths.zero) {
                $0 + $1.credits
            }
            let giving = result.outcomes.filter(\.kind.gives)
            let used = giving.flatMap(\.credentials)
            let isWhole = giving.allSatisfy { $0.rule.grant == .full || $0.credits.hundredths % 50 == 0 }
            let isSound = used.allSatisfy { result.credentials[$0].reasons.isEmpty }
            let isWithin = giving.allSatisfy { $0.credits <= $0.rule.target.credits && $0.credits > .zero }
            let idle = result.outcomes.filter { !$0.kind.gives }.allSatisfy { $0.credits == .zero }
            return result.total.hundredths <= 6_00 && inGroup.hundredths <= 2_50 && Set(used).count == used.count
                && isWhole && isSound && isWithin && idle
        }
    }

    @Test("A badge that nobody asks for changes nothing for the others")
    func unrelated() {
        forAll("an unrelated badge changes no outcome", rounds: 100) { generator in
            let files = made(5, &generator)
            let rules = rules(&generator).map { $0.replacing("\"category\":\"*\"", with: "\"category\":\"digi\"") }
            let extra = Made("urn:uuid:x", "zz", hours: "14").with { $0.category = "muu" }
            let before = try MadeRules.evaluate(rules, files)
            let after = try MadeRules.evaluate(rules, files + [extra])
            return before.outcomes.map(\.kind) == after.outcomes.map(\.kind) && before.total == after.total
                && after.reasons("zz").last == .noRule
        }
    }

    @Test("More sound badges never lower what one rule without limits gives")
    func monotone() {
        forAll("one more badge never lowers", rounds: 150) { generator in
            func sound(_ made: [Made]) -> [Made] {
                made.map { one in
                    one.with {
                        ($0.binding, $0.evidence, $0.type, $0.counted) = (.named, [("document", nil)], "Badge", [])
                    }
                }
            }
            let files = sound(made(6, &generator)).enumerated().map { index, one in
                one.with { $0.slug = Self.slugs[index % 5] }
            }
            let byHours = Bool.random(using: &generator)
            let isOpen = byHours && Bool.random(using: &generator)
            let rule = MadeRules.rule(
                "R1", isOpen ? MadeRules.anyBadge : requirement(&generator), credits: "5",
                grant: byHours ? "byHours" : "full",
                more: "\"minHours\":\([0, 20, 40].randomElement(using: &generator) ?? 0),")
            let before = try MadeRules.evaluate([rule], Array(files.prefix(4)))
            let after = try MadeRules.evaluate([rule], Array(files.prefix(5)))
            // By hours, places with names take the badge with the fewest first: the rule's order says so.
            guard byHours, !isOpen else { return before.total <= after.total }
            return after.outcomes[0].kind == .granted || before.outcomes[0].kind != .granted
        }
    }

    // MARK: An oracle that tries everything

    /// Whether any assignment of distinct credentials meets the requirement with enough hours.
    private func isMeetable(_ requirement: RecognitionRequirement, _ files: [Made], minHours: Int) -> Bool {
        func fits(_ made: Made, _ leaf: RecognitionLeaf) -> Bool {
            guard made.level >= (leaf.minLevel ?? 1) else { return false }
            return switch leaf.kind {
            case .badge(let slug): made.slug == slug
            case .category(let slug): slug.map { $0 == made.category } ?? true
            case .skill(let uri): made.skills.contains(uri)
            case .certificate(let unit): made.type == "CertificateOfCompletion" && made.units.contains(unit)
            // No file of the oracle's is a milestone.
            case .pathway: false
            }
        }
        // Each way to use a set of files for a part, as the set of their places.
        func uses(_ requirement: RecognitionRequirement) -> Set<Set<Int>> {
            switch requirement {
            case .leaf(let leaf): return Set(files.indices.filter { fits(files[$0], leaf) }.map { [$0] })
            case .anyOf(let parts): return parts.reduce(into: []) { $0.formUnion(uses($1)) }
            case .allOf(let parts):
                return parts.reduce([[]]) { sets, part in
                    let next = uses(part)
                    var all: Set<Set<Int>> = []
                    for one in sets {
                        for other in next where one.isDisjoint(with: other) { all.insert(one.union(other)) }
                    }
                    return all
                }
            case .atLeast(let count, let leaves):
                let places = files.indices.filter { place in leaves.contains { fits(files[place], $0) } }
                var all: Set<Set<Int>> = [[]]
                for place in places { for one in all { all.insert(one.union([place])) } }
                return all.filter { $0.count >= count }
            case .credits: return [[]]
            }
        }
        return uses(requirement).contains { set in
            set.reduce(0) { $0 + (DecimalHundredths(files[$1].hours)?.hundredths ?? 0) } >= minHours * 100
        }
    }

    @Test("A rule is met exactly when trying everything finds a way")
    func oracle() {
        forAll("the rule agrees with brute force", rounds: 200) { generator in
            let files = made(5, &generator).enumerated().map { index, one in
                one.with {
                    let isCertificate = $0.type == "CertificateOfCompletion"
                    ($0.slug, $0.binding, $0.type, $0.counted, $0.evidence) = (
                        Self.slugs[index], .named, isCertificate ? $0.type : "Badge", [], [("demonstration", nil)]
                    )
                }
            }
            let minHours = [0, 20, 60].randomElement(using: &generator) ?? 0
            let rule = MadeRules.rule("R1", requirement(&generator), more: "\"minHours\":\(minHours),")
            let result = try MadeRules.evaluate([rule], files)
            let outcome = result.outcomes[0]
            let expected = isMeetable(outcome.rule.requires, files, minHours: minHours)
            return (outcome.kind == .granted) == expected && (expected || !outcome.missing.isEmpty)
        }
    }

    @Test("Credits by hours are what adding one by one makes")
    func hoursOracle() {
        forAll("credits by hours", rounds: 200) { generator in
            let files = made(5, &generator).enumerated().map { index, one in
                one.with {
                    ($0.slug, $0.binding, $0.type, $0.counted, $0.evidence) = (
                        Self.slugs[index], .named, "Badge", [], []
                    )
                }
            }
            let cap = Int.random(in: 0...8, using: &generator) * 50
            let rule = MadeRules.rule(
                "R1", MadeRules.anyBadge, credits: "3", grant: "byHours", more: "\"partial\":true,")
            let caps = "{\"total\":\(DecimalHundredths(hundredths: cap))}"
            let result = try MadeRules.evaluate([rule], files, caps: caps)
            // Half a credit is thirteen and a half hours.
            var sum = 0
            for hours in files.map({ DecimalHundredths($0.hours)?.hundredths ?? 0 }).sorted() {
                if sum / 13_50 * 50 >= min(3_00, cap), sum >= 13_50 { break }
                sum += hours
            }
            return result.total.hundredths == min(sum / 13_50 * 50, 3_00, cap)
        }
    }
}
