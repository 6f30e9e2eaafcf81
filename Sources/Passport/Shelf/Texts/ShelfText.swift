import BadgeDefinitions
package import Encodings
import OpenBadges
package import VerifiableCredentials

/// What is on the shelf, for people; none of the lines ends in a line break.
package struct ShelfText {
    private let shelf: Shelf
    private let language: ReportLanguage
    private let now: Timestamp

    /// The longest name that keeps its whole length in a list.
    private static let nameWidth = 40

    package init(_ shelf: Shelf, in language: ReportLanguage, at now: Timestamp) {
        self.shelf = shelf
        self.language = language
        self.now = now
    }

    // MARK: List

    /// A line for each item, and what there is to say of it below.
    package func list(_ items: [ShelfItem], isShort: Bool) -> [String] {
        let names = items.map { Self.cut(UTF8Text.shown($0.name)) }
        let width = names.map(\.count).max() ?? 0
        let digits = items.map { "\($0.number)".count }.max() ?? 0
        return zip(items, names).flatMap { item, name in
            let number = "\(item.number)"
            let level = AchievementCredentialView(item.json).level?.ordinal.map { "L\($0)" } ?? "– "
            let columns = [
                String(repeating: " ", count: digits - number.count) + number,
                name + String(repeating: " ", count: width - name.count), level, day(item.awardedDay),
                standing(item),
            ]
            let line = columns.joined(separator: "  ")
            return isShort ? [line] : [line] + below(item).map { String(repeating: " ", count: digits + 2) + $0 }
        }
    }

    private static func cut(_ name: String) -> String {
        name.count <= nameWidth ? name : name.prefix(nameWidth - 1) + "…"
    }

    private func day(_ day: CalendarDay?) -> String {
        guard let day else { return "–         " }
        let text = LocalizedText.day(day.noonZ, in: language)
        return text + String(repeating: " ", count: max(0, 10 - text.count))
    }

    private func standing(_ item: ShelfItem) -> String {
        let standing = item.standing(at: now)
        let word = sentence(
            ShelfWords.standing(standing), ["until": item.view.validUntil.map(\.description) ?? ""])
        return "\(word), \(sentence(ShelfWords.checked, ["day": item.checkedAt.description]))"
    }

    private func below(_ item: ShelfItem) -> [String] {
        var facts = [UTF8Text.shown(item.view.issuerName ?? item.view.issuerID ?? "–")]
        if item.standing(at: now) != .expired, let until = item.view.validUntil {
            let isSoon = until <= CalendarDay.today(at: now).adding(days: PathwayEvaluation.warningDays).lastSecond
            facts.append(sentence(isSoon ? ShelfWords.endsSoon : ShelfWords.until, ["day": until.description]))
        }
        facts.append(binding(item))
        return [facts.joined(separator: "; ")] + [reason(item)].compactMap(\.self)
    }

    /// Why it isn't simply genuine.
    private func reason(_ item: ShelfItem) -> String? {
        if !item.conflicts.isEmpty {
            return sentence(ShelfWords.conflict, ["others": Self.list(item.conflicts)])
        }
        guard item.standing(at: now) != .expired, let reason = item.reasons.first else { return nil }
        return reason.code.text.filled(reason.values, in: language)
    }

    // MARK: One item

    /// The report of the last check, then what the credential says.
    package func details(_ item: ShelfItem) -> [String] {
        // Asking `verify` whose it is would say no more than the shelf does below.
        let aside = VerificationCode.recipientNotAsked.hint?[language] ?? "–"
        var lines = ReportText(item.report, in: language).lines.filter { !$0.hasSuffix(aside) }
        if !item.conflicts.isEmpty {
            lines.append("  [?]  \(sentence(ShelfWords.conflict, ["others": Self.list(item.conflicts)]))")
        }
        lines.append("  \(sentence(ShelfWords.asOf, ["day": item.checkedAt.description]))")
        lines.append("")
        lines += contents(of: item).map { "  \($0)" }
        let values = ["day": item.addedAt.description, "number": "\(item.number)"]
        return lines + ["  \(sentence(ShelfWords.onShelf, values))"]
    }

    private func contents(of item: ShelfItem) -> [String] {
        let badge = AchievementCredentialView(item.json)
        let achievement = badge.achievement
        var lines: [String] = []
        func add(_ word: LocalizedText, _ text: String?) {
            // A text of several lines keeps them.
            let parts = (text ?? "").split(whereSeparator: \.isNewline).map { UTF8Text.shown(String($0)) }
            guard let first = parts.first else { return }
            lines += ["\(word[language]) \(first)"] + parts.dropFirst().map { "  \($0)" }
        }
        add(ShelfWords.description, achievement?.description ?? badge.description)
        add(ShelfWords.criteria, achievement?.criteria?.narrative ?? achievement?.criteria?.id)
        add(ShelfWords.narrative, badge.subject?.narrative)
        add(ShelfWords.skills, achievement?.alignments.compactMap(\.targetName).joined(separator: ", "))
        for evidence in badge.evidence {
            add(
                ShelfWords.evidence,
                [evidence.name, evidence.id].compactMap(\.self).joined(separator: ", "))
        }
        add(ShelfWords.awarded, item.awardedDay.map { LocalizedText.day($0.noonZ, in: language) })
        add(ShelfWords.madeOut, binding(item))
        add(ShelfWords.id, item.id)
        return lines
    }

    // MARK: Adding

    /// What became of a credential that was to be added, with its file's name in front.
    package func outcome(_ intake: ShelfIntake) -> String {
        let words: LocalizedText =
            switch intake.outcome {
            case .added: ShelfWords.added
            case .unverified: ShelfWords.unverified
            case .replaced: ShelfWords.replaced
            case .unchanged: ShelfWords.unchanged
            case .rechecked: ShelfWords.rechecked
            case .older: ShelfWords.older
            case .conflicting: ShelfWords.conflicting
            case .refused: ShelfWords.refused
            case .leftOut: ShelfWords.leftOut
            case .empty: ShelfWords.empty
            }
        let reason = ShelfItem.reasons(in: intake.report.checks).first
        let empty = intake.outcome == .empty ? ShelfWords.emptyPassport[language] : "–"
        let values = [
            "name": intake.report.credential?.name ?? intake.report.credential?.id ?? "–",
            "number": intake.number.map { "\($0)" } ?? "", "others": Self.list(intake.conflicts),
            "reason": reason.map { $0.code.text.filled($0.values, in: language) } ?? empty,
        ]
        return "\(UTF8Text.escapedForTerminal(intake.source)): \(sentence(words, values))"
    }

    /// What is the matter with a passport or transcript around badges, when it isn't sound itself.
    package func wrapper(_ document: JudgedDocument) -> String? {
        guard document.holdsOthers, document.report.verdict == .invalid, !document.credentials.isEmpty else {
            return nil
        }
        let reason = ShelfItem.reasons(in: document.report.checks).first
        let values = ["reason": reason.map { $0.code.text.filled($0.values, in: language) } ?? ""]
        let source = UTF8Text.escapedForTerminal(document.report.source)
        return "\(source): \(sentence(ShelfWords.wrapper, values))"
    }

    /// The way out of a refusal, or of what could not be checked.
    package func hint(_ intake: ShelfIntake) -> String? {
        guard [.refused, .unverified, .empty].contains(intake.outcome) else { return nil }
        return ShelfItem.reasons(in: intake.report.checks).first?.code.hint?[language]
    }

    // MARK: Words

    private func binding(_ item: ShelfItem) -> String {
        let binding = item.binding(to: shelf)
        var values: [String: String] = [:]
        switch binding {
        case .otherKey(let key): values["key"] = key
        case .named(let kinds):
            var words: [String] = []
            for kind in kinds {
                let word = (ShelfWords.identifierKinds[kind] ?? ShelfWords.otherIdentifier)[language]
                if !words.contains(word) { words.append(word) }
            }
            values["kinds"] = words.joined(separator: ", ")
        case .own, .nobody: break
        }
        return sentence(ShelfWords.binding(binding), values)
    }

    private static func list(_ numbers: [Int]) -> String { numbers.map { "\($0)" }.joined(separator: ", ") }

    private func sentence(_ text: LocalizedText, _ values: [String: String]) -> String {
        text.filled(values, in: language)
    }
}
