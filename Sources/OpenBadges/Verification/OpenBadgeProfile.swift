public import Encodings
public import LinkedData
public import VerifiableCredentials

/// What Open Badges 3.0 adds to judging a credential: its schema, its own rules, whose it is, and what to display.
public struct OpenBadgeProfile: CredentialProfile {
    public init() {}

    public var contexts: ContextStore { OpenBadgesContexts.store }
    public var shapes: NodeShapes { BadgeShapes.all }

    public func names(ofType type: String) -> [String] {
        let badge = [OpenBadgesTerm.openBadgeCredential, OpenBadgesTerm.achievementCredential]
        return badge.contains(type) ? badge : [type]
    }

    public func badge(of credential: JSONObject) -> CheckResult {
        let view = CredentialView(credential)
        if view.hasType(OpenBadgesTerm.clrCredential) { return CheckResult(.badge, .passed, .badgeTranscript) }
        if let claim = endorsement(credential), !AchievementCredentialView(credential).isAchievementCredential {
            var values: [String: String] = [:]
            values["subject"] = claim.subject
            return CheckResult(.badge, .notApplicable, .endorsementAlone, values)
        }
        guard AchievementCredentialView(credential).isAchievementCredential else {
            return CheckResult(.badge, .notApplicable, .badgeOther)
        }
        let findings = BadgeRules.findings(in: credential)
        guard let first = findings.first else { return CheckResult(.badge, .passed, .badgeOK) }
        // A picture that is too large to look at is no fault of the badge's.
        guard let finding = findings.first(where: { $0.code != .imageTooLarge }) else {
            return CheckResult(
                .badge, .undetermined, .limitPicture, ["place": first.path.description],
                detail: ["code": .string(first.code.rawValue), "path": .string(first.path.description)])
        }
        return CheckResult(
            .badge, .failed, .badgeInvalid, ["place": finding.path.description, "problem": finding.message],
            detail: ["code": .string(finding.code.rawValue), "path": .string(finding.path.description)])
    }

    /// Those of a CLR's subject (CLR 2.0 §4.1, ClrSubject).
    public func innerCredentials(of credential: JSONObject) -> [JSONValue]? {
        guard CredentialView(credential).hasType(OpenBadgesTerm.clrCredential) else { return nil }
        return credential["credentialSubject"]?.asList.flatMap { $0["verifiableCredential"]?.asList ?? [] } ?? []
    }

    /// Compared and different fails; nothing to compare with stays undetermined (Open Badges 3.0 §9.3).
    public func recipient(_ identifier: String, of credential: JSONObject) -> CheckResult {
        let values = ["recipient": identifier]
        guard let subject = AchievementCredentialView(credential).subject else {
            return CheckResult(.recipient, .undetermined, .recipientNothing, values)
        }
        switch RecipientIdentifier(identifier).compare(with: subject) {
        case .named(let type, let normalised):
            return CheckResult(
                .recipient, .passed, .recipientOK, values,
                detail: ["identityType": .string(type.rawValue), "normalised": .bool(normalised)])
        case .subjectID:
            return CheckResult(.recipient, .passed, .recipientOK, values, detail: ["identityType": "id"])
        case .different:
            return CheckResult(.recipient, .failed, .recipientMismatch, values)
        case .nothingToCompare:
            return CheckResult(.recipient, .undetermined, .recipientNothing, values)
        }
    }

    public func summarize(_ credential: JSONObject, into summary: inout CredentialSummary) {
        let badge = AchievementCredentialView(credential)
        guard badge.isAchievementCredential else { return }
        // Types are a set, and both words for this one mean the same.
        summary.kind = OpenBadgesTerm.openBadgeCredential
        summary.name = badge.name
        summary.issuerName = badge.issuer?.name
        let outcome = badge.outcome
        summary.level = outcome.level?.ordinal
        summary.levelName = outcome.level?.name
        summary.hours = outcome.hours
        summary.credits = outcome.credits.map {
            CredentialSummary.Credits(
                value: $0.value, unit: $0.unit?.code ?? $0.unit?.name ?? "", basis: $0.basis.rawValue)
        }
        summary.awarded = badge.awardedDate
        summary.assessor = badge.subject?.source?.name
        summary.narrative = badge.subject?.narrative
        summary.activityStart = badge.subject?.activityStartDate
        summary.activityEnd = badge.subject?.activityEndDate
        summary.evidence = badge.evidence.prefix(Self.maxEvidence).map {
            CredentialSummary.EvidenceItem(
                name: $0.name, kind: $0.genre, id: $0.id, digest: $0.digestMultibase, digestSRI: $0.digestSRI)
        }
    }

    /// As many pieces of evidence as a reader goes through; the badge itself has them all.
    private static let maxEvidence = 50

    /// Of an endorsement the id of what it endorses.
    public func achievementIDs(of credential: JSONObject) -> [String] {
        if let claim = endorsement(credential) { return [claim.subject ?? ""] }
        return credential["credentialSubject"]?.asList.flatMap { $0["achievement"]?.asList ?? [] }.map {
            $0.stringValue ?? $0["id"]?.stringValue ?? ""
        } ?? []
    }
}
