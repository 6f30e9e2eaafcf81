import Encodings
package import VerifiableCredentials

/// Where a learner is on a pathway, in plain words: what is done, what is left, what counts and what doesn't.
package struct PathwayText {
    private let pathway: Pathway
    private let evaluation: PathwayEvaluation
    private let steps: PathwaySteps?
    private let language: ReportLanguage
    private let badgeName: (BadgeKey) -> String?

    /// - Parameter badgeName: what a badge is called in that language; without a name it goes by its slug.
    package init(
        _ pathway: Pathway, _ evaluation: PathwayEvaluation, steps: PathwaySteps?, in language: ReportLanguage,
        badgeName: @escaping (BadgeKey) -> String?
    ) {
        self.pathway = pathway
        self.evaluation = evaluation
        self.steps = steps
        self.language = language
        self.badgeName = badgeName
    }

    /// The one line that says how far it is.
    package var headline: String {
        sentence(
            evaluation.isComplete ? PathwaySentences.complete : PathwaySentences.under,
            ["pathway": pathway.name.text(in: language.rawValue), "progress": evaluation.progress.description])
    }

    /// What is left, in the order of the rule, and the shortest way to it.
    package var missing: [String] {
        guard !evaluation.isComplete else { return [] }
        return lines(for: evaluation.completion, besides: 0) + way
    }

    /// What counts, what ends soon and what doesn't count, with the way to make it count.
    package var awards: [String] {
        var lines: [String] = []
        if !evaluation.counted.isEmpty {
            lines.append(sentence(PathwaySentences.counted, ["badges": names(evaluation.counted.map(\.badge))]))
        }
        for award in evaluation.tooLow where !evaluation.isComplete {
            lines.append(
                sentence(PathwaySentences.tooLow, ["badge": name(award.award.badge), "asked": "\(award.asked)"]))
        }
        return lines + ending + evaluation.excluded.compactMap(line)
    }

    /// What counts and ends soon.
    package var ending: [String] {
        evaluation.endingSoon.map { award in
            sentence(
                PathwaySentences.ending, ["badge": name(award.badge), "day": award.validUntil?.description ?? ""])
        }
    }

    package var lines: [String] { [headline] + missing + awards }

    // MARK: What is left

    /// - Parameter besides: how many badges the rules beside this one ask for already.
    private func lines(for part: PathwayPart, besides: Int) -> [String] {
        guard !part.isMet else { return [] }
        switch part.rule {
        case .allOf:
            let named = part.parts.filter { !$0.isMet }.reduce(0) { $0 + badgesAsked($1) }
            return part.parts.flatMap { lines(for: $0, besides: named) }
        case .anyOf:
            return [sentence(PathwaySentences.oneOf)]
                + part.parts.flatMap { lines(for: $0, besides: 0) }.map { "  \($0)" }
        case .group(_, let min):
            let keys = part.missing.map { BadgeKey(badgeBase: pathway.badgeBase, slug: $0) }
            if keys.isEmpty { return count(part.wholeShort, PathwaySentences.anyBadge, PathwaySentences.anyBadges) }
            guard min != nil, part.wholeShort < keys.count else {
                return [sentence(PathwaySentences.missingBadge, ["badges": names(keys)])]
            }
            return [
                sentence(PathwaySentences.missingOf, ["count": "\(part.wholeShort)", "badges": names(keys)])
            ]
        case .badge(let slug, let minLevel):
            let name = name(BadgeKey(badgeBase: pathway.badgeBase, slug: slug))
            guard let minLevel else { return [sentence(PathwaySentences.missingBadge, ["badges": name])] }
            return [sentence(PathwaySentences.missingLevel, ["badges": name, "level": "\(minLevel)"])]
        case .badges:
            return count(part.wholeShort - besides, PathwaySentences.anyBadge, PathwaySentences.anyBadges)
        case .hours: return [sentence(PathwaySentences.hours, ["hours": number(part.short)])]
        case .categories: return count(part.wholeShort, PathwaySentences.category, PathwaySentences.categories)
        case .certificate(let items):
            return [
                items == 1
                    ? sentence(PathwaySentences.certificate)
                    : sentence(PathwaySentences.certificateItems, ["count": "\(items)"])
            ]
        }
    }

    /// Badges that a rule asks for by name or group; of several ways the one with the fewest.
    private func badgesAsked(_ part: PathwayPart) -> Int {
        guard !part.isMet else { return 0 }
        switch part.rule {
        case .allOf: return part.parts.reduce(0) { $0 + badgesAsked($1) }
        case .anyOf: return part.parts.map(badgesAsked).min() ?? 0
        case .group, .badge: return part.wholeShort
        case .badges, .hours, .categories, .certificate: return 0
        }
    }

    private func count(_ count: Int, _ one: LocalizedText, _ many: LocalizedText) -> [String] {
        guard count > 0 else { return [] }
        return [sentence(count == 1 ? one : many, ["count": "\(count)"])]
    }

    private var way: [String] {
        guard let steps, !steps.badges.isEmpty else { return [] }
        let badges = steps.badges.map { "\(name($0.badge)) (\(number($0.hours)) h)" }
        return [
            sentence(
                PathwaySentences.way, ["badges": badges.joined(separator: ", "), "hours": number(steps.hours)])
        ]
    }

    // MARK: What doesn't count

    private func line(_ excluded: PathwayEvaluation.Excluded) -> String? {
        let award = excluded.award
        let text: LocalizedText? =
            switch excluded.reason {
            case .expired: PathwaySentences.expired
            case .tooOld: PathwaySentences.tooOld
            case .status(.revoked): PathwaySentences.revoked
            case .status(.suspended): PathwaySentences.suspended
            // Its successor stands in the list, so nothing is lost.
            case .status(.superseded), .status(.issued): PathwaySentences.superseded
            case .notInPathway: PathwaySentences.notInPathway
            case .otherBase: PathwaySentences.otherBase
            case .isThisMilestone, .repeated, .sameBadge: nil
            }
        let day = excluded.reason == .expired ? award.validUntil : award.awardedDate.noonZ
        return text.map { sentence($0, ["badge": name(award.badge), "day": day?.description ?? ""]) }
    }

    // MARK: Words

    private func name(_ badge: BadgeKey) -> String { badgeName(badge) ?? badge.slug }
    private func names(_ badges: [BadgeKey]) -> String { badges.map(name).joined(separator: ", ") }

    private func number(_ value: DecimalHundredths) -> String {
        language == .en
            ? value.description : String(value.description.map { $0 == "." ? "," : $0 })
    }

    private func sentence(_ text: LocalizedText, _ values: [String: String] = [:]) -> String {
        text.filled(values, in: language)
    }
}
