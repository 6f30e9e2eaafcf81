import Encodings

/// The exact voice: all that a decision rests on, each with its source, then every check with its code.
extension ReportText {
    var exactLines: [String] {
        guard let credential = report.credential else { return checks(withCodes: true) + nextSteps }
        let about =
            wrapperOrStatement(credential)
            ?? issuerLine(credential) + (isSigned ? [] : ["  \(ReportWords.unconfirmed[language])"])
            + facts(credential) + refreshLines
        return about + grounds + checks(withCodes: true) + nextSteps
    }

    private func facts(_ credential: CredentialSummary) -> [String] {
        var lines: [String] = []
        func add(_ label: LocalizedText, _ text: String?) {
            if let text, !text.isEmpty { lines.append("  \(label[language]) \(escaped(text))") }
        }
        func day(_ instant: Timestamp?) -> String? { instant.map { LocalizedText.day($0, in: language) } }
        add(ReportWords.badge, credential.name)
        add(ReportWords.kind, credential.kind)
        add(ReportWords.identifier, credential.id)
        add(ReportWords.recipient, credential.recipient)
        add(
            ReportWords.levelLine,
            credential.level.map { level in credential.levelName.map { "\(level) (\($0))" } ?? "\(level)" })
        add(ReportWords.credits, credential.credits.map(credits))
        add(ReportWords.workload, credential.hours.map { "\(number($0.twoPlaces)) h" })
        add(ReportWords.awarded, day(credential.awarded))
        let period = [day(credential.activityStart), day(credential.activityEnd)]
        if period.contains(where: { $0 != nil }) {
            add(ReportWords.period, period.map { $0 ?? "" }.joined(separator: "–"))
        }
        add(ReportWords.validUntil, day(credential.validUntil))
        add(ReportWords.done, credential.narrative)
        add(ReportWords.assessor, credential.assessor)
        for item in credential.evidence { add(ReportWords.evidence, evidence(item)) }
        return lines
    }

    private func credits(_ credits: CredentialSummary.Credits) -> String {
        let basis =
            switch credits.basis {
            case "indicative": ReportWords.indicativeBasis[language]
            case "curriculum": ReportWords.curriculumBasis[language]
            default: credits.basis
            }
        return "\(number(credits.value.twoPlaces)) \(credits.unit), \(basis)"
    }

    private func evidence(_ item: CredentialSummary.EvidenceItem) -> String {
        var parts = [item.name ?? item.id ?? "–"]
        if let kind = item.kind { parts.append("\(ReportWords.evidenceKind[language]) \(kind)") }
        if item.name != nil, let id = item.id, !id.utf8.starts(with: "urn:uuid:".utf8) { parts.append(id) }
        parts.append(item.digest.map { "\(ReportWords.digest[language]) \($0)" } ?? ReportWords.noDigest[language])
        if let sri = item.digestSRI { parts.append("\(ReportWords.digest[language]) \(sri)") }
        if let standing = item.standing { parts.append(words(standing)) }
        return parts.joined(separator: ", ")
    }

    /// Suite, key, list and entry: what the answers rest on.
    private var grounds: [String] {
        var lines: [String] = []
        func add(_ label: LocalizedText, _ parts: [String?]) {
            let text = parts.compactMap(\.self).joined(separator: ", ")
            if !text.isEmpty { lines.append("  \(label[language]) \(escaped(text))") }
        }
        func text(_ check: Check, _ member: String) -> String? { report[check]?.detail[member]?.stringValue }
        func day(_ check: Check, _ member: String) -> String? {
            text(check, member).flatMap { try? Timestamp(rfc3339: $0) }.map { LocalizedText.day($0, in: language) }
        }
        add(ReportWords.signature, [text(.proof, "cryptosuite"), text(.proof, "verificationMethod")])
        add(ReportWords.fingerprint, [text(.proof, "keyFingerprint")])
        if let asOf = day(.status, "asOf") {
            let age = report[.status]?.detail["ageDays"]?.numberValue?.intValue
            add(
                ReportWords.statusList,
                [
                    text(.status, "list"), text(.status, "source"),
                    ReportWords.dated.filled(["day": asOf], in: language),
                    age.map { ReportWords.age.filled(["days": "\($0)"], in: language) },
                ])
        }
        if text(.issuer, "name") != nil {
            add(
                ReportWords.trustEntry,
                [
                    text(.issuer, "name"),
                    text(.issuer, "source").map { "\(ReportWords.source[language]) \($0)" }
                        ?? ReportWords.noSource[language],
                    day(.issuer, "listUpdated").map { ReportWords.listOf.filled(["day": $0], in: language) },
                ])
        }
        return lines
    }
}
