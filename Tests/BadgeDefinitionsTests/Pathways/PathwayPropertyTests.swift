import BadgeDefinitions
import Encodings
import TestSupport
import Testing

@Suite("What holds for every pathway")
struct PathwayPropertyTests {
    @Test("the order of the awards is of no account")
    func order() {
        forAll("shuffled awards give the same evaluation") { generator in
            let pathway = try RandomPathway.make(using: &generator)
            let awards = try RandomPathway.awards(8, using: &generator)
            let one = PathwayFixture.evaluate(pathway, awards)
            let other = PathwayFixture.evaluate(pathway, awards.shuffled(using: &generator))
            return one.json(of: pathway, steps: nil) == other.json(of: pathway, steps: nil)
                && one.counted == other.counted && one.excluded == other.excluded && one.places == other.places
        }
    }

    @Test("one more award that counts never lowers the progress, nor any part of the rule")
    func growing() {
        forAll("progress only grows") { generator in
            let pathway = try RandomPathway.make(using: &generator)
            let awards = try RandomPathway.awards(6, using: &generator)
            let more = try PathwayFixture.award(
                RandomPathway.slugs.randomElement(using: &generator) ?? "aa", id: "urn:uuid:new",
                category: "k\(Int.random(in: 1...4, using: &generator))",
                hours: Int.random(in: 0...40, using: &generator), level: Int.random(in: 1...4, using: &generator),
                isRepeatable: Bool.random(using: &generator))
            let before = PathwayFixture.evaluate(pathway, awards)
            let after = PathwayFixture.evaluate(pathway, awards + [more])
            let parts = zip(before.completion.leaves, after.completion.leaves)
            return before.progress.done <= after.progress.done && before.progress.of == after.progress.of
                && (!before.isComplete || after.isComplete) && parts.allSatisfy { $0.have <= $1.have }
        }
    }

    @Test("a complete pathway has all its places filled")
    func full() {
        forAll("complete means full") { generator in
            let pathway = try RandomPathway.make(using: &generator)
            let evaluation = PathwayFixture.evaluate(pathway, try RandomPathway.awards(10, using: &generator))
            return !evaluation.isComplete || evaluation.progress.done == evaluation.progress.of
        }
    }

    @Test("the next steps complete the pathway, and no other set of badges does so with less work")
    func cheapest() {
        forAll("the way is the cheapest", rounds: 60) { generator in
            let pathway = try RandomPathway.make(using: &generator)
            let awards = try RandomPathway.awards(3, using: &generator)
            let options = RandomPathway.slugs.map { slug in
                PathwayFixture.option(
                    slug, hours: Int.random(in: 1...30, using: &generator),
                    category: "k\(Int.random(in: 1...3, using: &generator))",
                    level: Int.random(in: 1...4, using: &generator))
            }
            let evaluation = PathwayFixture.evaluate(pathway, awards)
            var least: Int?
            for set in 0..<(1 << options.count) {
                let chosen = options.indices.filter { set >> $0 & 1 == 1 }.map { options[$0] }
                guard Self.isComplete(pathway, awards, with: chosen) else { continue }
                let hours = chosen.reduce(0) { $0 + $1.hours.hundredths }
                least = min(least ?? hours, hours)
            }
            let steps = PathwaySteps.cheapest(after: evaluation, among: options.shuffled(using: &generator))
            if evaluation.isComplete { return steps == nil && least == 0 }
            guard let steps else { return least == nil }
            return steps.isCheapest && steps.hours.hundredths == least
                && Self.isComplete(pathway, awards, with: steps.badges)
                && steps == PathwaySteps.cheapest(after: evaluation, among: options)
        }
    }

    /// Whether the pathway is complete once these were awarded. One that is held already is awarded on a higher level
    /// and takes the older one's place, so its work is counted once.
    private static func isComplete(_ pathway: Pathway, _ awards: [CountedAward], with options: [BadgeOption]) -> Bool {
        let held = PathwayFixture.evaluate(pathway, awards).counted
        let added = options.map { option in
            CountedAward(
                id: "urn:uuid:step-\(option.badge.slug)", badge: option.badge, category: option.category,
                hours: held.contains { $0.badge == option.badge } ? .zero : option.hours, level: option.level,
                awardedDate: CalendarDay.today(at: PathwayFixture.now), isRepeatable: true)
        }
        // Only the category in which a badge was first earned is looked at by the search.
        let categories = Dictionary(held.map { ($0.badge, $0.category) }) { first, _ in first }
        let settled = added.map { award in
            CountedAward(
                id: award.id, badge: award.badge, category: categories[award.badge] ?? award.category,
                hours: award.hours, level: award.level, awardedDate: award.awardedDate, isRepeatable: true)
        }
        return PathwayFixture.evaluate(pathway, awards + settled).isComplete
    }
}
