import Encodings
import Foundation
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Doctor: the table")
struct DoctorTableTests {
    private static let rules = ReceiverTarget.allCases.flatMap(\.rules)

    @Test("every rule has an id of its own that says whose it is")
    func ids() {
        for target in ReceiverTarget.allCases {
            let ids = target.rules.map(\.id)
            #expect(Set(ids).count == ids.count)
            #expect(ids.allSatisfy { $0.hasPrefix("\(target.rawValue).") || $0.hasPrefix("any.") }, "\(ids)")
            #expect(target.rules.contains { $0.weight == .refuses })
        }
    }

    @Test("every rule has a source with a state and a day, and a place in it")
    func sources() throws {
        let first = try #require(CalendarDay(year: 2024, month: 1, day: 1))
        for rule in Self.rules {
            #expect(!rule.source.name.isEmpty && !rule.source.revision.isEmpty && !rule.place.isEmpty, "\(rule.id)")
            #expect(rule.source.date >= first && rule.source.date <= CalendarDay(of: FixedClock.now), "\(rule.id)")
        }
    }

    @Test("no two rules, and no two ways out, say the same", arguments: ReportLanguage.allCases)
    func texts(language: ReportLanguage) {
        var seen: [String: String] = [:]
        for rule in Self.rules where rule.id != "any.signature" {
            let text = rule.statement[language]
            #expect(seen[text] == nil, "\(rule.id) and \(seen[text] ?? "")")
            #expect(text.hasSuffix(".") || text.hasSuffix(":"), "\(rule.id): \(text)")
            seen[text] = rule.id
        }
        for way in WayOut.allCases {
            let text = way.text[language]
            #expect(seen[text] == nil && text.hasSuffix("."), "\(way)")
            seen[text] = way.rawValue
        }
        #expect(Set(ReceiverTarget.allCases.map { $0.name[language] }).count == ReceiverTarget.allCases.count)
    }

    @Test("no text is left in another language")
    func languages() {
        let texts = Self.rules.map(\.statement) + WayOut.allCases.map(\.text)
        for text in texts { #expect(text.en != text.fi && text.en != text.sv && text.fi != text.sv, "\(text.en)") }
    }

    @Test("every way out is one that some rule shows, and what it says can be typed is typed so")
    func waysOut() {
        #expect(Set(Self.rules.compactMap(\.wayOut)) == Set(WayOut.allCases))
        for way in WayOut.allCases {
            for language in ReportLanguage.allCases {
                #expect(Self.commands(in: way.text[language]) == Self.commands(in: way.text.en), "\(way)")
            }
        }
    }

    /// The first two words of what stands in backticks.
    private static func commands(in text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .map { $0.element.split(separator: " ").prefix(2).joined(separator: " ") }
    }

    @Test("docs/receivers.md is this table")
    func page() throws {
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(ReceiverPage.markdown.utf8).write(
                to: URL(fileURLWithPath: "\(PackageRoot.path)/docs/receivers.md"))
        }
        let page = String(decoding: try PackageFile.read("docs/receivers.md"), as: UTF8.self)
        #expect(page == ReceiverPage.markdown, "RECORD_SNAPSHOTS=1 writes it anew")
        for rule in Self.rules { #expect(page.contains("| `\(rule.id)` | "), "\(rule.id)") }
    }

    @Test("of a receiver without facts nothing is said but that")
    func noFacts() throws {
        let facts = try DoctorFixture.facts(try DoctorFixture.badge())
        let nothing = Doctor(facts).examine(for: .dcc, by: [])
        #expect(nothing.verdict == .unknown && nothing.asOf == nil)
        for language in ReportLanguage.allCases {
            #expect(DoctorText(nothing, in: language).lines.count == 1)
            #expect(DoctorText(nothing, in: language).headline.contains(ReceiverTarget.dcc.name[language]))
        }
        // Remarks alone are no ground for a yes.
        let remarks = ReceiverTarget.dcc.rules.filter { $0.weight != .refuses }
        #expect(Doctor(facts).examine(for: .dcc, by: remarks).verdict == .unknown)
    }
}
