import Encodings
import VerifiableCredentials

/// Tells which credentials rules may rest on: each gets all the reasons that speak against it.
struct CredentialScreening {
    let rules: RecognitionRules
    /// All that the applicant goes by here.
    let applicants: [String]
    let applied: CalendarDay
    /// The moment of evaluation, for what is known of withdrawals.
    let now: Timestamp
    let ledger: RecognitionLedger
    let shared: Set<CredentialKey>
    /// Whether the same applicant stands in another case of the run.
    let isRepeated: Bool

    /// Checks without which nothing of the credential counts. The others have reasons of their own.
    private static let foundations: [Check] = [.form, .contexts, .proof, .controller, .claims, .schema, .badge]

    func reasons(against facts: CredentialFacts) -> [ReasonStatement] {
        let report = facts.submitted.report
        var reasons: [ReasonStatement] = []
        func add(_ reason: ReasonStatement?) { if let reason { reasons.append(reason) } }
        add(notVerified(report))
        // Without a signature that fits nothing else that the file says can be held against it, or for it.
        guard report[.proof]?.outcome == .passed else { return reasons }
        switch facts.submitted.binding {
        case .named: break
        case .different: reasons.append(ReasonStatement(.subjectMismatch))
        case .unproven: reasons.append(ReasonStatement(.subjectUnproven))
        }
        add(status(report))
        add(issuer(facts, report))
        add(dates(facts))
        add(age(facts))
        if let type = facts.type, rules.excludeTypes.contains(where: { $0.hasSameBytes(as: type) }) {
            reasons.append(ReasonStatement(.excludedType, ["type": .text(type)]))
        }
        if let entry = ledger.entry(of: facts, applicants: applicants, institution: rules.institution.id) {
            reasons.append(
                ReasonStatement(
                    .alreadyRecognised, ["date": .day(entry.consumedOn), "decision": .text(entry.decision)]))
        }
        if let key = facts.key, shared.contains(key) { reasons.append(ReasonStatement(.sharedCredential)) }
        if isRepeated { reasons.append(ReasonStatement(.repeatedApplicant)) }
        return reasons.inOrder()
    }

    private func notVerified(_ report: VerificationReport) -> ReasonStatement? {
        let failing = report.checks.first {
            ($0.outcome == .failed || $0.outcome == .undetermined) && $0.code != .proofRequired
                && (Self.foundations.contains($0.check) || $0.code == .validityOrder)
        }
        return failing.map { ReasonStatement(.notVerified, ["check": .check($0)]) }
    }

    // MARK: What the issuer may have taken back

    private func status(_ report: VerificationReport) -> ReasonStatement? {
        guard let check = report[.status] else { return ReasonStatement(.statusUnknown) }
        switch (check.outcome, check.code) {
        case (_, .statusRevoked), (_, .statusRevokedUnsigned):
            return ReasonStatement(.revoked, ["check": .check(check)])
        case (_, .statusSuspended): return ReasonStatement(.suspended, ["check": .check(check)])
        case (.notApplicable, _): return nil
        case (.passed, _): return isYoung(check) ? nil : statusUnknown(check)
        default: return statusUnknown(check)
        }
    }

    /// By the rules' own measure; the list that an issuer left behind when it closed never grows old.
    private func isYoung(_ check: CheckResult) -> Bool {
        if check.detail["final"] == true { return true }
        guard let asOf = check.detail["asOf"]?.stringValue.flatMap({ Timestamp($0) }) else { return false }
        let isHanded = check.detail["handedBy"] != nil
        let days = isHanded ? rules.maxHolderStatusAgeDays : rules.defaults.maxStatusAgeDays
        return now <= asOf.adding(seconds: days * 86_400)
    }

    private func statusUnknown(_ check: CheckResult) -> ReasonStatement {
        var values: [String: StatedValue] = [
            "check": .check(check), "limit": .count(rules.defaults.maxStatusAgeDays),
        ]
        if let asOf = check.detail["asOf"]?.stringValue.flatMap({ Timestamp($0) }) {
            values["date"] = .day(CalendarDay(of: asOf))
            values["days"] = .count(max(0, asOf.seconds(until: now) / 86_400))
        }
        return ReasonStatement(.statusUnknown, values)
    }

    private func issuer(_ facts: CredentialFacts, _ report: VerificationReport) -> ReasonStatement? {
        let issuer = facts.key?.issuer ?? report.credential?.issuer ?? ""
        guard !rules.isTrusted(issuer) || report[.issuer]?.outcome != .passed else { return nil }
        var values: [String: StatedValue] = ["issuer": .text(report.credential?.issuerName ?? issuer)]
        if rules.isTrusted(issuer), let check = report[.issuer] { values["check"] = .check(check) }
        return ReasonStatement(.issuerNotTrusted, values)
    }

    // MARK: Days, all held against the day of application

    private func dates(_ facts: CredentialFacts) -> ReasonStatement? {
        if let from = facts.validFrom, from > applied {
            return ReasonStatement(.notYetValid, ["date": .day(from), "applied": .day(applied)])
        }
        if let until = facts.validUntil, until < applied, !rules.defaults.acceptExpired {
            return ReasonStatement(.expired, ["date": .day(until), "applied": .day(applied)])
        }
        return nil
    }

    private func age(_ facts: CredentialFacts) -> ReasonStatement? {
        guard let months = rules.defaults.maxAgeMonths else { return nil }
        // A credential without any date could be of any age.
        guard let awarded = facts.awarded else { return ReasonStatement(.tooOld, ["months": .count(months)]) }
        guard awarded.adding(months: months) <= applied else { return nil }
        return ReasonStatement(
            .tooOld, ["date": .day(awarded), "months": .count(months), "applied": .day(applied)])
    }
}
