import BadgeDefinitions
import Encodings
package import VerifiableCredentials

/// A match for people: how well it fits, a line for each skill, and what closes the gaps.
package struct MatchText {
    private let match: SkillMatch
    private let language: ReportLanguage

    /// Steps that are shown for each gap; `--json` has all.
    private static let shownSteps = 3

    package init(_ match: SkillMatch, in language: ReportLanguage) {
        self.match = match
        self.language = language
    }

    package var headline: String {
        let missing = match.lines.count { $0.requirement.need == .must && $0.outcome != .met }
        let texts = missing == 0 ? MatchWords.fits : missing == 1 ? MatchWords.oneMissing : MatchWords.manyMissing
        return sentence(
            texts,
            [
                "title": match.profile.title.text(in: language.rawValue), "owner": match.profile.owner.name,
                "fit": "\(match.fit)", "count": "\(missing)",
            ])
    }

    /// All lines; none ends in a line break.
    package var lines: [String] {
        var lines = [headline]
        if match.profile.validUntil.map({ $0 < match.day }) ?? false {
            lines.append(
                "  \(sentence(MatchWords.oldProfile, ["day": match.profile.validUntil?.noonZ.description ?? ""]))")
        }
        let labels = match.lines.map { label($0) }
        let width = min(40, labels.map(\.count).max() ?? 0)
        let needs = match.lines.map { need($0) }
        let needWidth = needs.map(\.count).max() ?? 0
        for (index, line) in match.lines.enumerated() {
            lines.append(
                "  \(mark(line)) \(padded(labels[index], to: width))  \(padded(needs[index], to: needWidth))  "
                    + "\(line.held)/\(line.requirement.minLevel)  \(rests(line))")
            for step in line.steps.prefix(Self.shownSteps) { lines.append("         → \(text(step))") }
        }
        return lines + accepted + uncounted
    }

    // MARK: Parts

    private func mark(_ line: SkillMatch.Line) -> String {
        switch line.outcome {
        case .met: "[ok]"
        case .short: "[–] "
        case .missing: "[no]"
        }
    }

    private func label(_ line: SkillMatch.Line) -> String {
        UTF8Text.escapedForTerminal(String(line.requirement.label.text(in: language.rawValue).prefix(40)))
    }

    private func need(_ line: SkillMatch.Line) -> String {
        (line.requirement.need == .must ? MatchWords.must : MatchWords.nice)[language]
    }

    /// What the answer rests on, and one's own word beside it.
    private func rests(_ line: SkillMatch.Line) -> String {
        var parts: [String] = []
        switch line.outcome {
        case .met: break
        case .short(1): parts.append(MatchWords.shortOne[language])
        case .short(let levels): parts.append(sentence(MatchWords.shortMany, ["count": "\(levels)"]))
        case .missing: parts.append(MatchWords.missing[language])
        }
        if let badge = line.proof {
            let values = [
                "badge": badge.name ?? badge.source, "day": badge.awardedDate?.noonZ.description,
                "issuer": badge.issuerName ?? badge.issuer, "age": age(badge),
            ]
            parts.append(sentence(words(of: line.basis), values.compactMapValues(\.self)))
            if badge.counts, badge.level == nil { parts.append(MatchWords.noLevel[language]) }
        } else if line.basis == .nothing {
            parts.append(MatchWords.nothing[language])
        }
        if let said = line.selfAssessed { parts.append(sentence(MatchWords.own, ["level": "\(said)"])) }
        return parts.joined(separator: "; ")
    }

    private func words(of basis: SkillMatch.Basis) -> LocalizedText {
        switch basis {
        case .verified, .nothing: MatchWords.proof
        case .expired: MatchWords.expired
        case .unknownIssuer: MatchWords.unknownIssuer
        case .undetermined: MatchWords.undetermined
        case .selfDeclared: MatchWords.selfDeclared
        }
    }

    private func age(_ badge: MatchBadge) -> String? {
        guard let months = badge.ageMonths(on: match.day), months > 0 else { return nil }
        return months < 24
            ? sentence(MatchWords.months, ["count": "\(months)"])
            : sentence(MatchWords.years, ["count": "\(months / 12)"])
    }

    private func text(_ step: GapStep) -> String {
        let name = UTF8Text.shown(step.name.text(in: language.rawValue))
        let hours = step.hours.map { language == .en ? "\($0)" : String("\($0)".map { $0 == "." ? "," : $0 }) }
        var parts = [hours.map { "\(name), \($0) h" } ?? name]
        switch step.kind {
        case .badge: parts.append("(\(MatchWords.badge[language]))")
        case .offer(let offer):
            parts.append("(\(UTF8Text.shown(offer.owner)))")
            if let deadline = offer.deadline {
                parts.append(sentence(MatchWords.apply, ["day": deadline.noonZ.description]))
            }
            if offer.isStale(on: match.day) { parts.append(MatchWords.stale[language]) }
        }
        return parts.joined(separator: " ")
    }

    private var accepted: [String] {
        guard !match.accepted.isEmpty else { return [] }
        let words = match.accepted.map { entry in
            let name = entry.held?.name ?? entry.badge.slug
            return "\(entry.held == nil ? "[no]" : "[ok]") \(UTF8Text.shown(name))"
        }
        return ["  \(MatchWords.accepted[language]) \(words.joined(separator: ", "))"]
    }

    /// Badges that don't count, each with its reason.
    private var uncounted: [String] {
        let rest = match.badges.filter { !$0.counts }
        guard !rest.isEmpty else { return [] }
        return ["  \(MatchWords.uncounted[language])"]
            + rest.map { badge in
                let reason: String =
                    switch (badge.standing, badge.reason) {
                    case (.selfDeclared, _): MatchWords.ownWord[language]
                    case (.notABadge, _): MatchWords.notABadge[language]
                    case (_, let reason?): reason.code.text.filled(reason.values, in: language)
                    default: badge.standing.rawValue
                    }
                return "    \(UTF8Text.shown(badge.source)): \(reason)"
            }
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func sentence(_ text: LocalizedText, _ values: [String: String]) -> String {
        text.filled(values, in: language)
    }
}
