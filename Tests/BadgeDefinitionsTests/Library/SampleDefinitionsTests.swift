import BadgeDefinitions
import Encodings
import Foundation
import TestSupport
import Testing

@Suite("The sample definitions")
struct SampleDefinitionsTests {
    private let library: DefinitionLibrary
    private let now = CalendarDay(year: 2026, month: 9, day: 1)!.noonZ
    private static let folder = "\(PackageRoot.path)/badge-definitions"

    init() throws {
        library = try DefinitionLibrary.load(folder: Self.folder, defaults: .outsideWorkspace)
    }

    private var badges: [BadgeDefinition] { library.definitions.filter { !$0.isMilestone } }

    private func awards(_ slugs: [String]) throws -> [CountedAward] {
        try slugs.map { slug in
            let badge = try library.definition(slug)
            return CountedAward(
                id: "urn:uuid:\(slug)", badge: badge.key, category: badge.category, hours: badge.hours ?? .zero,
                level: badge.requiredLevel?.ordinal, awardedDate: CalendarDay(of: now), isMilestone: badge.isMilestone)
        }
    }

    private func evaluate(
        _ pathway: String, _ slugs: [String], certificateItems: Int? = nil
    ) throws -> PathwayEvaluation {
        PathwayEvaluation.evaluate(
            try library.pathway(pathway), awards: try awards(slugs),
            certificates: certificateItems.map { [CountedCertificate(id: "todistus", items: $0)] } ?? [], at: now)
    }

    private func hours(_ evaluation: PathwayEvaluation) -> DecimalHundredths {
        evaluation.counted.reduce(.zero) { $0 + $1.hours }
    }

    @Test("lint without a finding")
    func clean() { #expect(library.findings.map(\.description) == []) }

    @Test("are 23 badges, 3 milestones and 3 pathways")
    func count() {
        #expect(badges.count == 23)
        #expect(library.definitions.filter(\.isMilestone).map(\.slug).count == 3)
        #expect(library.pathways.map(\.slug) == ["ensiaskel", "tyoelamapassi", "yrittajyyspassi"])
        #expect(
            Set(library.pathways.map(\.milestoneBadge)) == Set(library.definitions.filter(\.isMilestone).map(\.slug)))
    }

    @Test("have three outcomes and three criteria at least, in Finnish, Swedish and English")
    func complete() {
        for definition in library.definitions {
            #expect(definition.outcomes.count >= 3, "\(definition.slug)")
            #expect(definition.criteria.count >= 3, "\(definition.slug)")
            let texts =
                [definition.name, definition.description] + definition.outcomes + definition.criteria.map(\.text)
            for text in texts { #expect(Set(text.languages) == ["fi", "sv", "en"], "\(definition.slug)") }
            #expect(definition.languages == ["fi", "sv", "en"])
        }
    }

    @Test("say no sentence in two badges")
    func sentences() {
        var places: [String: String] = [:]
        for definition in library.definitions {
            let texts = [definition.description] + definition.outcomes + definition.criteria.map(\.text)
            for entry in texts.flatMap(\.entries) {
                let before = places.updateValue(definition.slug, forKey: "\(entry.language) \(entry.text)")
                #expect(before == nil, "\(entry.text) stands in \(before ?? "") and \(definition.slug)")
            }
        }
    }

    @Test("have a picture each that fits into the badge, and a PNG of it beside")
    func pictures() throws {
        for entry in library.entries {
            let image = try #require(entry.image, "\(entry.file)")
            #expect(image.isEmbeddable, "\(entry.file)")
        }
        #expect(Set(library.entries.compactMap(\.image?.bytes)).count == library.entries.count)
        let folder = try ScratchFolder()
        for entry in library.entries {
            let png = "\(entry.definition.slug).png"
            let bytes = try #require(try? Self.read(png), "\(png)")
            #expect(try DefinitionImage.check(bytes, named: png).kind == .png)
            try folder.write(png, bytes)
        }
        #expect(folder.files().count == 26)
    }

    @Test("count credits as hours by 27, rounded down to a half, and only as an indication")
    func credits() throws {
        for badge in badges {
            let hours = try #require(badge.hours)
            #expect(badge.credits?.value.hundredths == hours.hundredths / 27 / 50 * 50, "\(badge.slug)")
            #expect(badge.credits?.basis == .indicative)
            #expect(badge.credits?.unit == .op)
        }
    }

    @Test("make the work-life passport complete with 8 badges, 164 hours and 6 categories")
    func tyoelamapassi() throws {
        let slugs = [
            "vahvuudet", "pelisaannot", "tyoturvallisuus", "tiimityo", "asiakaskohtaaminen", "yrittajamainen-asenne",
            "alueen-tyoelama", "digityovalineet",
        ]
        let whole = try evaluate("tyoelamapassi", slugs)
        #expect(whole.isComplete)
        #expect(whole.counted.count == 8)
        #expect(hours(whole) == DecimalHundredths(hundredths: 164_00))
        #expect(Set(whole.counted.map(\.category)).count == 6)

        let without = try evaluate("tyoelamapassi", slugs.dropLast())
        #expect(!without.isComplete)
        #expect(hours(without) == DecimalHundredths(hundredths: 137_00))
        let unmet = without.completion.parts.filter { !$0.isMet }
        #expect(unmet.map(\.rule) == [.badges(min: 8)])
        #expect(unmet.first?.short == DecimalHundredths(hundredths: 1_00))

        let withMilestone = try evaluate("tyoelamapassi", slugs.dropLast() + ["koonti-tyoelamapassi"])
        #expect(!withMilestone.isComplete)
    }

    @Test("make the entrepreneurship passport complete at 190 hours the cheapest way")
    func yrittajyyspassi() throws {
        let pathway = try library.pathway("yrittajyyspassi")
        let slugs = pathway.groups.flatMap(\.badges)
        var cheapest: DecimalHundredths?
        // Every set of the pathway's ten badges.
        for set in 0..<(1 << slugs.count) {
            let chosen = slugs.indices.filter { set >> $0 & 1 == 1 }.map { slugs[$0] }
            let evaluation = try evaluate("yrittajyyspassi", chosen)
            if evaluation.isComplete { cheapest = min(cheapest ?? hours(evaluation), hours(evaluation)) }
        }
        #expect(slugs.count == 10)
        #expect(cheapest == DecimalHundredths(hundredths: 190_00))
    }

    @Test("make the first step complete with six badges, 84 hours and a certificate, nothing above level 1 demanded")
    func ensiaskel() throws {
        let slugs = ["pelisaannot", "tyoturvallisuus", "ajanhallinta", "vahvuudet", "tyonhaku", "palaute"]
        let whole = try evaluate("ensiaskel", slugs, certificateItems: 1)
        #expect(whole.isComplete)
        #expect(hours(whole) == DecimalHundredths(hundredths: 84_00))
        #expect(try !evaluate("ensiaskel", slugs).isComplete)
        #expect(try !evaluate("ensiaskel", slugs, certificateItems: 0).isComplete)
        #expect(try !evaluate("ensiaskel", slugs.dropLast() + ["koonti-ensiaskel"], certificateItems: 1).isComplete)
        #expect(
            try !evaluate("ensiaskel", Array(slugs.dropFirst()) + ["monialainen-projekti"], certificateItems: 1)
                .isComplete)
        for slug in slugs { #expect(try library.definition(slug).requiredLevel?.ordinal == 1) }
        for rule in try library.pathway("ensiaskel").completion.flattened {
            if case .badge(_, let minLevel) = rule { #expect((minLevel ?? 1) == 1) }
        }
    }

    private static func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
}
