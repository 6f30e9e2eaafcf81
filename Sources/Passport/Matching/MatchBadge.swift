package import Encodings
import OpenBadges
package import VerifiableCredentials

/// A badge as a match looks at it: the skills it lists, on which level, and what it is worth.
package struct MatchBadge: Sendable, Hashable {
    /// What a badge's word is worth here.
    package enum Standing: String, Sendable, CaseIterable {
        /// The verifier found it valid: the only one that counts.
        case verified
        /// Valid but for its end.
        case expired
        /// Sound, by an issuer whom the receiver hasn't listed.
        case unknownIssuer = "unknown-issuer"
        /// Something else could not be checked.
        case undetermined
        /// Somebody says it of themself.
        case selfDeclared = "self-declared"
        case invalid
        /// Sound, but no badge.
        case notABadge = "not-a-badge"
    }

    /// The file's name.
    package let source: String
    package let id: String?
    package let name: String?
    package let achievementID: String?
    package let issuer: String?
    package let issuerName: String?
    /// The achieved level, 1 to 4; a badge with other levels or none proves no level.
    package let level: Int?
    /// The day it was awarded, else the day from which it is valid.
    package let awardedDate: CalendarDay?
    package let validUntil: Timestamp?
    /// URIs, as they were signed; none when the signature doesn't hold.
    package let skills: [String]
    package let standing: Standing
    package let verdict: Verdict
    /// The check that keeps it from counting; nothing for one that counts.
    package let reason: CheckResult?

    package init(_ file: JudgedDocument) {
        let report = file.report
        let summary = report.credential
        source = report.source
        verdict = report.verdict
        id = summary?.id
        name = summary?.name
        issuer = summary?.issuer
        issuerName = summary?.issuerName
        validUntil = summary?.validUntil
        level = summary?.level.flatMap { (1...4).contains($0) ? $0 : nil }
        // What nobody signed says nothing.
        let isSigned = report[.proof]?.outcome == .passed
        let view = file.json.map(AchievementCredentialView.init)
        let isBadge = view?.isAchievementCredential ?? false
        achievementID = isSigned ? view?.achievement?.id : nil
        awardedDate = (view?.awardedDate ?? summary?.validFrom).map { CalendarDay(of: $0) }
        skills = isSigned && isBadge ? view?.achievement?.alignments.compactMap(\.targetURL) ?? [] : []
        let isOwn = summary?.issuer.map { issuer in summary?.recipient?.hasSameBytes(as: issuer) ?? false } ?? false
        standing = Self.standing(report, isSigned: isSigned, isBadge: isBadge, isSelfIssued: isOwn)
        reason =
            standing == .verified || standing == .selfDeclared || standing == .notABadge
            ? nil : Self.decisive(report)
    }

    /// A badge that is put together by hand.
    package init(
        source: String, id: String, name: String, achievementID: String? = nil, issuer: String? = nil,
        issuerName: String? = nil, level: Int?, awardedDate: CalendarDay?, validUntil: Timestamp? = nil,
        skills: [String], standing: Standing
    ) {
        self.source = source
        self.id = id
        self.name = name
        self.achievementID = achievementID
        self.issuer = issuer
        self.issuerName = issuerName
        self.level = level
        self.awardedDate = awardedDate
        self.validUntil = validUntil
        self.skills = skills
        self.standing = standing
        verdict =
            switch standing {
            case .verified, .notABadge: .valid
            case .expired, .invalid: .invalid
            case .unknownIssuer, .undetermined, .selfDeclared: .undetermined
            }
        reason = nil
    }

    package var counts: Bool { standing == .verified }

    package func lists(_ skill: String) -> Bool { skills.contains { $0.hasSameBytes(as: skill) } }

    private static func standing(
        _ report: VerificationReport, isSigned: Bool, isBadge: Bool, isSelfIssued: Bool
    ) -> Standing {
        let failed = report.checks.filter { $0.outcome == .failed }
        let open = report.checks.filter { $0.outcome == .undetermined }
        if !failed.isEmpty {
            let isExpired = failed.allSatisfy { $0.code == .validityExpired } && open.isEmpty
            return isExpired && !isSelfIssued ? .expired : .invalid
        }
        guard isSigned else { return .undetermined }
        guard isBadge else { return open.isEmpty ? .notABadge : .undetermined }
        // Nobody vouches for themself, whoever is on the list.
        if isSelfIssued { return .selfDeclared }
        guard !open.isEmpty else { return .verified }
        return open.allSatisfy { $0.code == .issuerUnknown } ? .unknownIssuer : .undetermined
    }

    private static func decisive(_ report: VerificationReport) -> CheckResult? {
        let telling = report.checks.filter { $0.code != .proofRequired }
        return telling.first { $0.outcome == .failed } ?? telling.first { $0.outcome == .undetermined }
    }
}

extension MatchBadge {
    /// Of two badges for one skill: the higher level, then the later day, then the smaller id and name of file.
    static func isBetter(_ left: MatchBadge, _ right: MatchBadge) -> Bool {
        let (one, other) = (left.level ?? 0, right.level ?? 0)
        if one != other { return one > other }
        if left.awardedDate != right.awardedDate {
            guard let day = left.awardedDate else { return false }
            return right.awardedDate.map { day > $0 } ?? true
        }
        let (id, otherID) = (left.id ?? "", right.id ?? "")
        if !id.hasSameBytes(as: otherID) { return id.utf8.lexicographicallyPrecedes(otherID.utf8) }
        return left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
    }

    /// Whole months since it was awarded.
    package func ageMonths(on day: CalendarDay) -> Int? {
        guard let awardedDate, awardedDate <= day else { return nil }
        var months = (day.year - awardedDate.year) * 12 + day.month - awardedDate.month
        if awardedDate.adding(months: months) > day { months -= 1 }
        return max(0, months)
    }
}
