package import BadgeDefinitions
import Encodings
package import VerifiableCredentials

/// A shelf's way on a pathway in plain words: how far it is, what is left, what counts, and what doesn't yet.
package struct ShelfProgressText {
    private let progress: ShelfProgress
    private let language: ReportLanguage
    private let text: PathwayText
    private let badgeName: (BadgeKey) -> String?

    /// - Parameter definitions: give badges their names in that language; others go by what they call themselves.
    package init(_ progress: ShelfProgress, definitions: [BadgeDefinition], in language: ReportLanguage) {
        self.progress = progress
        self.language = language
        let newest = Dictionary(definitions.map { ($0.key, $0) }) { $0.version < $1.version ? $1 : $0 }
        badgeName = { badge in
            newest[badge]?.name.text(in: language.rawValue) ?? progress.names[badge].map { UTF8Text.shown($0) }
        }
        text = PathwayText(
            progress.pathway, progress.evaluation, steps: progress.steps, in: language, badgeName: badgeName)
    }

    package var headline: String { text.headline }

    /// All lines; none ends in a line break.
    package var lines: [String] {
        [headline] + (text.missing + text.awards + rest).map { "  \($0)" }
    }

    private var rest: [String] {
        var lines: [String] = []
        for waiting in progress.waiting {
            lines.append(sentence(Self.waiting, ["badge": name(waiting), "reason": reason(waiting)]))
        }
        if let later = progress.afterwards, later.progress != progress.evaluation.progress || later.isComplete {
            lines.append(
                sentence(
                    later.isComplete && !progress.evaluation.isComplete ? Self.thenComplete : Self.then,
                    ["progress": later.progress.description]))
        }
        for waiting in progress.notValid {
            lines.append(sentence(Self.notValid, ["badge": name(waiting), "reason": reason(waiting)]))
        }
        if let number = progress.milestone {
            lines.append(sentence(Self.milestone, ["number": "\(number)"]))
        } else if progress.evaluation.isComplete {
            lines.append(Self.ask[language])
        }
        return lines
    }

    private func name(_ waiting: ShelfProgress.Waiting) -> String {
        waiting.badge.flatMap(badgeName) ?? waiting.name
    }

    private func reason(_ waiting: ShelfProgress.Waiting) -> String {
        if !waiting.conflicts.isEmpty {
            let others = waiting.conflicts.map { "\($0)" }.joined(separator: ", ")
            return ShelfWords.conflict.filled(["others": others], in: language)
        }
        return waiting.reason.map { $0.code.text.filled($0.values, in: language) } ?? ""
    }

    private func sentence(_ text: LocalizedText, _ values: [String: String]) -> String {
        text.filled(values, in: language)
    }

    private static let waiting = LocalizedText(
        en: "{badge} will count once it is verified. {reason}",
        fi: "{badge} lasketaan, kun se on varmistettu. {reason}",
        sv: "{badge} räknas när det har bekräftats. {reason}")
    private static let then = LocalizedText(
        en: "Then {progress} would be done.", fi: "Silloin {progress} olisi tehty.",
        sv: "Då skulle {progress} vara gjort.")
    private static let thenComplete = LocalizedText(
        en: "Then all of it would be complete.", fi: "Silloin kaikki olisi valmista.",
        sv: "Då skulle allt vara klart.")
    private static let notValid = LocalizedText(
        en: "{badge} can't be counted as it is. {reason}", fi: "{badge} ei ole nyt laskettavissa. {reason}",
        sv: "{badge} kan inte räknas som det är. {reason}")
    private static let milestone = LocalizedText(
        en: "Its milestone is on your shelf already, number {number}.",
        fi: "Koontimerkki on jo hyllylläsi, numero {number}.",
        sv: "Samlingsmärket finns redan på din hylla, nummer {number}.")
    private static let ask = LocalizedText(
        en: "Show these badges to your school: its milestone is yours to ask for.",
        fi: "Näytä nämä merkit koulullesi: voit pyytää koontimerkkiä.",
        sv: "Visa de här märkena för din skola: du kan be om samlingsmärket.")
}
