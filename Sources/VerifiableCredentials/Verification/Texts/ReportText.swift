import Encodings

/// A report for people: the verdict in one line, then what it is, what was checked and what to do next.
public struct ReportText {
    private let report: VerificationReport
    private let language: ReportLanguage

    public init(_ report: VerificationReport, in language: ReportLanguage) {
        self.report = report
        self.language = language
    }

    /// The verdict in plain words, and whose the badge is or that this was not checked.
    public var headline: String {
        let own =
            switch report.verdict {
            case .valid: validHeadline
            case .undetermined: Self.undecided.filled(["reason": reason(.undetermined)], in: language)
            case .invalid: invalidHeadline
            }
        let isWrapper =
            !report.inner.isEmpty || report[.badge]?.code == .badgeTranscript
            || report[.badge]?.code == .presentationInside
        return isWrapper ? "\(own) \(summary)" : own
    }

    /// What a presentation or transcript holds, by verdict.
    private var summary: String {
        let counts = report.innerCounts
        guard !counts.isEmpty else { return Self.holdsNone[language] }
        return Self.holds.filled(
            [
                "count": "\(counts.values.reduce(0, +))", "valid": "\(counts[.valid] ?? 0)",
                "undetermined": "\(counts[.undetermined] ?? 0)", "invalid": "\(counts[.invalid] ?? 0)",
            ], in: language)
    }

    /// All lines, without the file's name; none ends in a line break.
    public var lines: [String] {
        var lines = [headline]
        if let credential = report.credential { lines += describe(credential) }
        for check in report.checks where check.outcome != .notApplicable && check.code != .proofRequired {
            lines.append(
                "  \(Self.mark(check.outcome)) \(check.code.text.filled(check.values, in: language))\(age(of: check))")
        }
        for check in report.checks where check.code == .statusNone {
            lines.append("  [–]  \(check.code.text.filled(check.values, in: language))")
        }
        for hint in hints { lines.append("  \(Self.next[language]) \(hint)") }
        for (index, inner) in report.inner.enumerated() {
            for (number, line) in ReportText(inner, in: language).lines.enumerated() {
                lines.append(number == 0 ? "  \(index + 1). \(line)" : "   \(line)")
            }
        }
        return lines
    }

    // MARK: Parts

    /// As of when the receiver's own list says what the answer rests on.
    private func age(of check: CheckResult) -> String {
        guard check.code == .issuerOK || check.code == .issuerHistory else { return "" }
        return Self.asOf.filled(check.values, in: language)
    }

    private var validHeadline: String {
        if report[.issuer]?.code == .issuerHolder { return Self.own[language] }
        let genuine: LocalizedText =
            switch report[.badge]?.code {
            case .presentationInside: Self.genuinePresentation
            case .badgeTranscript: Self.genuineTranscript
            case .badgeOther: Self.genuineCredential
            default: Self.genuineBadge
            }
        var parts = [genuine[language]]
        if let validity = report[.validity], validity.code == .validityWasValid {
            parts.append(validity.code.text.filled(validity.values, in: language))
        }
        if let recipient = report[.recipient] {
            parts.append(recipient.code.text.filled(recipient.values, in: language))
        }
        return parts.joined(separator: " ")
    }

    private var invalidHeadline: String {
        if report[.status]?.code == .statusRevoked { return Self.withdrawn[language] }
        if report[.status]?.code == .statusSuspended, !hasOtherFailure(than: .status) { return Self.onHold[language] }
        return Self.notValid.filled(["reason": reason(.failed)], in: language)
    }

    private func hasOtherFailure(than check: Check) -> Bool {
        report.checks.contains { $0.outcome == .failed && $0.check != check }
    }

    private func reason(_ outcome: Outcome) -> String {
        let decisive = report.checks.first { $0.outcome == outcome && $0.code != .proofRequired }
        return decisive.map { $0.code.text.filled($0.values, in: language) } ?? "–"
    }

    private func describe(_ credential: CredentialSummary) -> [String] {
        if credential.isPresentation {
            guard report[.proof]?.outcome == .passed, let holder = credential.recipient else { return [] }
            let date = credential.validFrom.map { ", \(LocalizedText.day($0, in: language))" } ?? ""
            return ["  \(Self.presentedBy[language]) \(escaped(holder))\(date)"]
        }
        if report[.issuer]?.code == .issuerHolder {
            return credential.subjectName.map { ["  \(Self.statedName[language]) \(escaped($0))"] } ?? []
        }
        var parts: [String] = []
        if let name = credential.name { parts.append(name) }
        if let level = credential.level {
            let name = credential.levelName.map { " (\($0))" } ?? ""
            parts.append("\(Self.level[language]) \(level)\(name)")
        }
        if let hours = credential.hours { parts.append("\(hours) h") }
        if let credits = credential.credits {
            let basis = credits.basis == "indicative" ? " (\(Self.indicative[language]))" : ""
            parts.append("\(credits.value) \(credits.unit)\(basis)")
        }
        var lines: [String] = []
        if !parts.isEmpty { lines.append("  \(Self.badge[language]) \(escaped(parts.joined(separator: ", ")))") }
        // Until the signature holds, these are words that anybody could have written.
        if report[.proof]?.outcome == .passed, let issuer = credential.issuer {
            let name = credential.issuerName.map { "\($0) (\(issuer))" } ?? issuer
            let date = credential.validFrom.map { ", \(LocalizedText.day($0, in: language))" } ?? ""
            lines.append("  \(Self.issuedBy[language]) \(escaped(name))\(date)")
        } else if let issuer = credential.issuer {
            lines.append("  \(Self.claimedIssuer[language]) \(escaped(issuer))")
        }
        return lines
    }

    private var hints: [String] {
        var hints: [String] = []
        for check in report.checks where check.outcome == .failed || check.outcome == .undetermined {
            if let hint = check.code.hint?[language], !hints.contains(hint) { hints.append(hint) }
        }
        if report.verdict == .valid, report[.recipient]?.code == .recipientNotAsked,
            let hint = VerificationCode.recipientNotAsked.hint?[language]
        {
            hints.append(hint)
        }
        return hints
    }

    private func escaped(_ text: String) -> String { UTF8Text.shown(text) }

    private static func mark(_ outcome: Outcome) -> String {
        switch outcome {
        case .passed: "[ok]"
        case .failed: "[no]"
        case .undetermined: "[?] "
        case .notApplicable: "[–] "
        }
    }

    // MARK: Words

    private static let genuineBadge = LocalizedText(en: "Genuine badge.", fi: "Aito merkki.", sv: "Äkta märke.")
    private static let genuineCredential = LocalizedText(
        en: "Genuine credential.", fi: "Aito todistus.", sv: "Äkta intyg.")
    private static let genuinePresentation = LocalizedText(
        en: "Presentation signed by its holder.", fi: "Haltijansa allekirjoittama esitys.",
        sv: "Presentation signerad av sin innehavare.")
    private static let genuineTranscript = LocalizedText(
        en: "Genuine transcript.", fi: "Aito suoritusote.", sv: "Äkta prestationsutdrag.")
    private static let own = LocalizedText(
        en: "The holder's own statement.", fi: "Haltijan oma ilmoitus.", sv: "Innehavarens egen uppgift.")
    private static let holds = LocalizedText(
        en: "Credentials in it: {count}; {valid} genuine, {undetermined} undecided, {invalid} not valid.",
        fi: "Siinä olevia todistuksia: {count}; aitoja {valid}, ratkaisematta {undetermined}, ei kelpaa {invalid}.",
        sv: "Intyg i den: {count}; {valid} äkta, {undetermined} oavgjorda, {invalid} inte giltiga.")
    private static let holdsNone = LocalizedText(
        en: "It holds no credentials.", fi: "Siinä ei ole todistuksia.", sv: "Den innehåller inga intyg.")
    private static let presentedBy = LocalizedText(
        en: "Signed by:", fi: "Allekirjoittaja:", sv: "Signerad av:")
    private static let statedName = LocalizedText(
        en: "Name, as stated by the holder:", fi: "Nimi haltijan oman ilmoituksen mukaan:",
        sv: "Namn enligt innehavarens egen uppgift:")
    private static let undecided = LocalizedText(
        en: "Undecided: {reason}", fi: "Ratkaisematta: {reason}", sv: "Oavgjort: {reason}")
    private static let notValid = LocalizedText(
        en: "Not valid: {reason}", fi: "Ei kelpaa: {reason}", sv: "Inte giltigt: {reason}")
    private static let withdrawn = LocalizedText(
        en: "Not valid: withdrawn by the issuer.", fi: "Ei kelpaa: myöntäjä on perunut sen.",
        sv: "Inte giltigt: återkallat av utfärdaren.")
    private static let onHold = LocalizedText(
        en: "Not valid now: on hold, ask the issuer.", fi: "Ei kelpaa nyt: keskeytetty, kysy myöntäjältä.",
        sv: "Inte giltigt nu: vilande, fråga utfärdaren.")
    private static let badge = LocalizedText(en: "Badge:", fi: "Merkki:", sv: "Märke:")
    private static let issuedBy = LocalizedText(en: "Issued by:", fi: "Myöntäjä:", sv: "Utfärdat av:")
    private static let claimedIssuer = LocalizedText(
        en: "Issuer named in it (not confirmed):", fi: "Siinä nimetty myöntäjä (ei vahvistettu):",
        sv: "Utfärdare enligt filen (inte bekräftad):")
    private static let level = LocalizedText(en: "level", fi: "taso", sv: "nivå")
    private static let indicative = LocalizedText(en: "indicative", fi: "suuntaa-antava", sv: "vägledande")
    private static let asOf = LocalizedText(
        en: "[ As of {asOf} ({days} days old).]", fi: "[ Tilanne {asOf} ({days} päivää vanha tieto).]",
        sv: "[ Läget {asOf} ({days} dagar gammal uppgift).]")
    private static let next = LocalizedText(en: "Next:", fi: "Seuraavaksi:", sv: "Härnäst:")
}
