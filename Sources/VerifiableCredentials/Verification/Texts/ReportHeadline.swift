import Encodings

/// The first line of a report: genuine, undecided or not valid, why, and whose it is.
struct ReportHeadline {
    private let report: VerificationReport
    private let language: ReportLanguage
    private let voice: ReportVoice?

    init(_ report: VerificationReport, in language: ReportLanguage, voice: ReportVoice?) {
        self.report = report
        self.language = language
        self.voice = voice
    }

    var text: String {
        switch report.verdict {
        case .valid: valid
        case .undetermined: unasked ?? filled(ReportWords.undecided, with: .undetermined)
        case .invalid: invalid
        }
    }

    private var valid: String {
        if report[.issuer]?.code == .issuerHolder { return ReportWords.own[language] }
        var parts = [genuine[language]]
        if let validity = report[.validity], validity.code == .validityWasValid {
            parts.append(validity.code.text.filled(validity.values, in: language))
        }
        // What others say of a badge belongs to nobody.
        if let recipient = report[.recipient], !isEndorsement {
            parts.append(recipient.code.text.filled(recipient.values, in: language))
        }
        return parts.joined(separator: " ")
    }

    private var genuine: LocalizedText {
        switch report[.badge]?.code {
        case .presentationInside: ReportWords.genuinePresentation
        case .badgeTranscript: ReportWords.genuineTranscript
        case .badgeOther: ReportWords.genuineCredential
        case _ where isEndorsement: ReportWords.genuineEndorsement
        default: ReportWords.genuineBadge
        }
    }

    private var isEndorsement: Bool {
        [.endorsementExact, .endorsementByID, .endorsementAlone].contains(report[.badge]?.code)
    }

    /// Nothing speaks against it but that the receiver asks for more, or for something else: that is no doubt.
    private var unasked: String? {
        let open = report.checks.filter { $0.outcome == .undetermined }
        guard open.count == 1, let only = open.first else { return nil }
        let sentence = only.code.text.filled(only.values, in: language)
        return switch only.code {
        case .policyLevel: ReportWords.belowAsked.filled(only.values, in: language)
        case .policyLevelMissing, .policyKind: "\(ReportWords.genuineUnasked[language]) \(sentence)"
        default: nil
        }
    }

    private var invalid: String {
        if report[.status]?.code == .statusRevoked { return ReportWords.withdrawn[language] }
        if report[.status]?.code == .statusSuspended,
            !report.checks.contains(where: { $0.outcome == .failed && $0.check != .status })
        {
            return ReportWords.onHold[language]
        }
        return filled(ReportWords.notValid, with: .failed)
    }

    /// The first answer that decided, in a sentence with its values or, plainly, in a few words.
    private func filled(_ template: LocalizedText, with outcome: Outcome) -> String {
        guard let decisive = report.decisive(outcome) else { return template.filled([:], in: language) }
        let sentence =
            if voice == .plain, let reason = decisive.code.reason {
                "\(reason[language])."
            } else {
                decisive.code.text.filled(decisive.values, in: language)
            }
        return "\(template[language]) \(sentence)"
    }
}

extension VerificationReport {
    /// The first check with that outcome that stands for itself.
    func decisive(_ outcome: Outcome) -> CheckResult? {
        // Who doesn't know the issuer doesn't know its list either.
        let isOfStranger = self[.issuer]?.outcome == outcome
        return checks.first {
            $0.outcome == outcome && $0.code != .proofRequired && !($0.code == .statusUnvouched && isOfStranger)
        }
    }
}
