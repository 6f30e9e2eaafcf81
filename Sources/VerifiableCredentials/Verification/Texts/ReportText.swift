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
        switch report.verdict {
        case .valid: validHeadline
        case .undetermined: Self.undecided.filled(["reason": reason(.undetermined)], in: language)
        case .invalid: invalidHeadline
        }
    }

    /// All lines, without the file's name; none ends in a line break.
    public var lines: [String] {
        var lines = [headline]
        if let credential = report.credential { lines += describe(credential) }
        for check in report.checks where check.outcome != .notApplicable && check.code != .proofRequired {
            lines.append("  \(Self.mark(check.outcome)) \(check.code.text.filled(check.values, in: language))")
        }
        for check in report.checks where check.code == .statusNone {
            lines.append("  [–]  \(check.code.text.filled(check.values, in: language))")
        }
        for hint in hints { lines.append("  \(Self.next[language]) \(hint)") }
        return lines
    }

    // MARK: Parts

    private var validHeadline: String {
        let isBadge = report[.badge]?.code != .badgeOther
        let genuine = (isBadge ? Self.genuineBadge : Self.genuineCredential)[language]
        var parts = [genuine]
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
    private static let next = LocalizedText(en: "Next:", fi: "Seuraavaksi:", sv: "Härnäst:")
}
