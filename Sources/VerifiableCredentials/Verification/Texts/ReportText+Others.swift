import Encodings

/// What stands beside the badge in a report: what others say of it, evidence that was compared, services that it names.
extension ReportText {
    // MARK: Endorsements

    /// Who endorses, what, and whether that is genuine. For a file that isn't confirmed itself they are only counted,
    /// lest they lend it weight; the exact voice shows them all the same.
    func endorsementLines(isExact: Bool) -> [String] {
        var lines: [String] = []
        if let check = report[.endorsements], [.endorsementsTooMany, .endorsementsDeeper].contains(check.code) {
            lines.append("  [–]  \(check.code.text.filled(check.values, in: language))")
        }
        guard !report.endorsements.isEmpty else { return lines }
        if !isSigned || report.verdict == .invalid {
            lines.append(
                "  "
                    + ReportWords.ofUnconfirmed.filled(["count": "\(report.endorsements.count)"], in: language))
            if !isExact { return lines }
        }
        return lines + report.endorsements.flatMap { about($0, isExact: isExact) }
    }

    private func about(_ endorsement: EndorsementReport, isExact: Bool) -> [String] {
        let text = ReportText(endorsement.report, in: language)
        var lines = ["  \(ReportWords.endorsement[language]) \(text.headline)"]
        if let credential = endorsement.report.credential, let issuer = credential.issuer {
            if text.isSigned {
                let name = credential.issuerName.map { "\($0) (\(issuer))" } ?? issuer
                let date = credential.validFrom.map { ", \(LocalizedText.day($0, in: language))" } ?? ""
                lines.append("     \(ReportWords.endorsedBy[language]) \(escaped(name))\(date)")
            } else {
                lines.append("     \(ReportWords.claimedEndorser[language]) \(escaped(issuer))")
            }
        }
        if let badge = endorsement.report[.badge], badge.code != .proofRequired {
            // The headline says what is wrong already.
            let isSaid = badge.outcome != .passed && endorsement.report.decisive(badge.outcome)?.check == .badge
            if !isSaid { lines.append("     \(badge.code.text.filled(badge.values, in: language))") }
        }
        if endorsement.isSaid, let comment = endorsement.claim?.comment {
            lines.append("     \(ReportWords.says[language]) “\(escaped(Self.shortened(comment)))”")
        }
        if let deeper = endorsement.report[.endorsements], deeper.code == .endorsementsDeeper {
            lines.append("     \(deeper.code.text.filled(deeper.values, in: language))")
        }
        if isExact { lines += text.checks(withCodes: true).map { "   \($0)" } }
        return lines
    }

    /// A comment may be a page long; what somebody reads in a report is its beginning.
    private static func shortened(_ comment: String) -> String {
        comment.count > maxCommentCharacters ? "\(comment.prefix(maxCommentCharacters))…" : comment
    }

    private static let maxCommentCharacters = 600

    // MARK: Evidence

    /// Each piece of evidence with what the comparison says, where there was one.
    var comparedEvidence: [String] {
        (report.credential?.evidence ?? []).compactMap { item in
            item.standing.map { standing in
                "  \(ReportWords.evidence[language]) \(escaped(item.name ?? item.id ?? "–")): \(words(standing))"
            }
        }
    }

    func words(_ standing: EvidenceStanding) -> String {
        let text =
            switch standing {
            case .fits: ReportWords.evidenceFits
            case .differs: ReportWords.evidenceDiffers
            case .noFile: ReportWords.evidenceNoFile
            case .noDigest: ReportWords.evidenceNoDigest
            case .unreadable: ReportWords.evidenceUnread
            }
        var values: [String: String] = [:]
        values["file"] = standing.file
        return text.filled(values, in: language)
    }

    // MARK: Services

    /// Services that the credential names for getting a newer state: named, never asked.
    var refreshLines: [String] {
        (report.credential?.refreshServices ?? []).map { service in
            let kind = service.types.isEmpty ? "" : " (\(service.types.joined(separator: ", ")))"
            return "  \(ReportWords.refresh[language]) \(escaped("\(service.id ?? "–")\(kind)"))"
        }
    }
}
