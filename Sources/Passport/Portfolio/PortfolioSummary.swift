import Encodings
import OpenBadges
import VerifiableCredentials

/// What people are told first of a badge: how far, how much, by whom, when.
struct PortfolioSummary: Sendable {
    private let badge: AchievementCredentialView
    private let view: CredentialView
    private let outcome: BadgeOutcome

    init(_ chosen: ChosenBadge) {
        badge = chosen.badge
        view = chosen.view
        outcome = badge.outcome
    }

    /// `2 (hyvä)`.
    func level(in words: PortfolioWords) -> String? {
        guard let level = outcome.level else { return nil }
        switch (level.ordinal, level.name) {
        case (let ordinal?, let name?): return "\(ordinal) (\(name))"
        case (let ordinal?, nil): return "\(ordinal)"
        case (nil, let name): return name
        }
    }

    /// `27 h, 1 op (suuntaa-antava)`.
    func extent(in words: PortfolioWords) -> String? {
        var parts: [String] = []
        if let hours = outcome.hours { parts.append("\(words.number(hours)) h") }
        if let credits = outcome.credits {
            let unit = credits.unit?.code ?? credits.unit?.name ?? ""
            let basis = credits.basis == .indicative ? " (\(words[PageText.indicative]))" : ""
            parts.append("\(words.number(credits.value)) \(unit)\(basis)")
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The issuer by the name it gives itself, and by what names it for good.
    var issuer: String {
        let id = view.issuerID ?? "–"
        return badge.issuer?.name.map { "\($0) (\(id))" } ?? id
    }

    /// The day of the award, or of signing where that is all the badge says.
    var awarded: Timestamp? { badge.awardedDate ?? view.validFrom }
}

/// Numbers and days as people write them.
struct PortfolioWords: Sendable {
    let language: ReportLanguage

    subscript(_ text: LocalizedText) -> String { text[language] }

    func filled(_ text: LocalizedText, _ values: [String: String]) -> String { text.filled(values, in: language) }

    func day(_ instant: Timestamp) -> String { LocalizedText.day(instant, in: language) }

    /// `0,5`; a point in English.
    func number(_ value: DecimalHundredths) -> String {
        language == .en ? value.description : value.description.replacing(".", with: ",")
    }
}
