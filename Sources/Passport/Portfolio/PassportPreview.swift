package import Encodings
import OpenBadges
package import VerifiableCredentials

/// What a reader of the file will see, told to its owner before it is made.
package struct PassportPreview: Sendable {
    private let selection: PassportSelection
    private let badges: [ChosenBadge]
    private let holder: String
    private let form: Form
    private let now: Timestamp
    private let words: PortfolioWords

    /// What kind of file is to be made.
    package enum Form: Sendable {
        case passport, page, pictures, elm
    }

    package init(
        _ selection: PassportSelection, badges: [ChosenBadge], holder: String, form: Form, at now: Timestamp,
        in language: ReportLanguage
    ) {
        self.selection = selection
        self.badges = badges
        self.holder = holder
        self.form = form
        self.now = now
        words = PortfolioWords(language: language)
    }

    /// The preview, line by line.
    package var lines: [String] {
        var lines = [words[PreviewText.heading]]
        lines += frame.map { "  \($0)" }
        for badge in badges {
            lines.append("  \(headline(badge))")
            lines += BadgePreview(badge, form: form, words: words).lines.map { "    \($0)" }
        }
        if !notes.isEmpty { lines.append(words[PreviewText.mind]) }
        return lines + notes.map { "  \($0)" }
    }

    /// Badges that a reader will be unsure about, each with the reason.
    package var warnings: [String] {
        badges.filter { $0.report.verdict == .undetermined }.map { badge in
            words.filled(
                PreviewText.unconfirmed,
                ["name": badge.name, "reason": ReportText(badge.report, in: words.language).headline])
        }
    }

    // MARK: Parts

    /// Who hands over, to whom, until when.
    private var frame: [String] {
        switch form {
        case .pictures: return [words[PreviewText.pictures]]
        case .elm:
            let unplaced = badges.filter { !ELMAchievement($0, fallback: "urn:x", words: words).hasLocation }
            var values: [String: String] = [:]
            let names = unplaced.compactMap { $0.badge.issuer?.name ?? $0.view.issuerID }
            if !names.isEmpty {
                values["names"] = names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
                    .joined(separator: ", ")
            }
            var lines = [
                words[PreviewText.elm], words[PreviewText.elmLoss], words.filled(PreviewText.elmIssuer, values),
            ]
            if let name = selection.shownName { lines.append(words.filled(PreviewText.name, ["name": name])) }
            return lines
        case .passport, .page: break
        }
        var lines = [words.filled(PreviewText.key, ["key": holder])]
        lines.append(
            selection.shownName.map { words.filled(PreviewText.name, ["name": $0]) } ?? words[PreviewText.noName])
        lines.append(
            selection.receiver.map { words.filled(PreviewText.receiver, ["name": $0]) } ?? words[PreviewText.nobody])
        if let challenge = selection.challenge {
            lines.append(words.filled(PreviewText.challenge, ["text": challenge]))
        }
        lines.append(
            words.filled(PreviewText.signed, ["date": words.day(now)]) + " "
                + (selection.until.map { words.filled(PreviewText.until, ["date": words.day($0)]) }
                    ?? words[PreviewText.noEnd]))
        if selection.provesKeyAlone { lines.append(words[PreviewText.keyAlone]) }
        return lines
    }

    private func headline(_ chosen: ChosenBadge) -> String {
        let summary = PortfolioSummary(chosen)
        let level = summary.level(in: words).map { "\(words[PreviewText.level]) \($0)" }
        return "- "
            + [UTF8Text.shown(chosen.name), level.map(UTF8Text.shown), summary.extent(in: words)]
            .compactMap(\.self).joined(separator: ", ")
    }

    private var notes: [String] {
        var notes: [String] = []
        let identifiers = badges.flatMap { $0.badge.subject?.identifiers ?? [] }
        // The European form leaves identifiers out.
        if form != .elm {
            if identifiers.contains(where: \.isHashed) { notes.append(words[PreviewText.guessable]) }
            if identifiers.contains(where: { !$0.isHashed }) { notes.append(words[PreviewText.plain]) }
        }
        for badge in badges where badge.badge.evidence.contains(where: { $0.genre == "award" }) {
            notes.append(words.filled(PreviewText.counted, ["name": badge.name]))
        }
        guard form == .passport || form == .page else { return notes }
        for badge in badges where badge.view.subjectID?.hasSameBytes(as: holder) != true {
            notes.append(words.filled(PreviewText.notYours, ["name": badge.name]))
        }
        for list in selection.staples.statusLists {
            let view = CredentialView(list.credential)
            let from = view.validFrom ?? now
            notes.append(
                words.filled(
                    PreviewText.list,
                    [
                        "list": list.id ?? "–", "date": words.day(from),
                        "days": "\(max(0, from.seconds(until: now) / 86_400))",
                    ]))
        }
        for document in selection.staples.documents {
            notes.append(words.filled(PreviewText.document, ["did": document.did]))
        }
        let lists = badges.flatMap(\.view.statusEntries)
        if selection.staples.statusLists.isEmpty, !lists.isEmpty { notes.append(words[PreviewText.noList]) }
        return notes
    }
}

/// One badge as its reader meets it.
private struct BadgePreview {
    private let chosen: ChosenBadge
    private let form: PassportPreview.Form
    private let words: PortfolioWords

    init(_ chosen: ChosenBadge, form: PassportPreview.Form, words: PortfolioWords) {
        self.chosen = chosen
        self.form = form
        self.words = words
    }

    var lines: [String] {
        let summary = PortfolioSummary(chosen)
        var lines = [line(PreviewText.issuer, summary.issuer)]
        if let awarded = summary.awarded {
            let until = chosen.view.validUntil.map { " – \(words.day($0))" } ?? ""
            lines.append(line(PreviewText.awarded, words.day(awarded) + until))
        }
        // The European form leaves out who the badge names, and what else it says of them.
        if form != .elm { lines.append(line(PreviewText.names, identifiers)) }
        for (title, value) in told { lines.append(line(title, value)) }
        for evidence in chosen.badge.evidence { lines.append(line(PreviewText.evidence, text(of: evidence))) }
        let others = furtherMembers
        if form != .elm, !others.isEmpty { lines.append(line(PreviewText.further, others.joined(separator: ", "))) }
        return lines
    }

    private func line(_ title: LocalizedText, _ value: String) -> String { "\(words[title]) \(UTF8Text.shown(value))" }

    /// Who the badge says it belongs to, and how.
    private var identifiers: String {
        var parts: [String] = []
        if let id = chosen.view.subjectID { parts.append(id) }
        for identity in chosen.badge.subject?.identifiers ?? [] {
            let kind = kind(identity.identityType)
            parts.append(
                identity.isHashed
                    ? "\(kind) (\(words[identity.salt == nil ? PreviewText.hashed : PreviewText.salted]))"
                    : "\(kind) \(identity.identityHash)")
        }
        return parts.isEmpty ? words[PreviewText.nobodyNamed] : parts.joined(separator: ", ")
    }

    private func kind(_ type: IdentityType) -> String {
        switch type {
        case .emailAddress, IdentityType(rawValue: "email"): words[PreviewText.email]
        case .passportNumber: words[PreviewText.passportNumber]
        default: type.rawValue
        }
    }

    /// What the award tells of the person beyond the badge itself.
    private var told: [(LocalizedText, String)] {
        guard let subject = chosen.badge.subject else { return [] }
        var told: [(LocalizedText, String)] = []
        let period = [subject.activityStartDate, subject.activityEndDate].map { $0.map(words.day) ?? "" }
        if period != ["", ""] { told.append((PreviewText.period, period.joined(separator: " – "))) }
        if let role = subject.role { told.append((PreviewText.role, role)) }
        if let narrative = subject.narrative { told.append((PreviewText.narrative, narrative)) }
        if let assessor = subject.source?.name { told.append((PreviewText.assessor, assessor)) }
        return told
    }

    private func text(of evidence: Evidence) -> String {
        let parts = [
            evidence.name, evidence.genre.map { "(\($0))" }, evidence.description, evidence.narrative, evidence.id,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    /// Members about the person that no line here tells: by their names, so that none goes along unnoticed.
    private var furtherMembers: [String] {
        let known = [
            "id", "type", "identifier", "achievement", "result", "creditsEarned", "activityStartDate",
            "activityEndDate", "role", "narrative", "source",
        ]
        let subjects = chosen.item.json["credentialSubject"]?.asList ?? []
        return subjects.flatMap { $0.objectValue?.names ?? [] }.filter { name in
            !known.contains { $0.hasSameBytes(as: name) }
        }
    }
}
