package import Encodings
import OpenBadges
package import VerifiableCredentials

/// What a credential on the shelf is worth today, as far as is known.
package enum ShelfStanding: String, Sendable, CaseIterable {
    /// Found valid when it was last checked, and still within its days.
    case valid
    /// Its last day has passed.
    case expired
    /// Something could not be checked yet.
    case unverified = "not-yet-verified"
    /// Another one of the same issuer and id says something else.
    case conflicting
    case revoked
    case suspended
    /// Not valid for another reason.
    case invalid
}

extension ShelfItem {
    package func standing(at now: Timestamp) -> ShelfStanding {
        if !conflicts.isEmpty { return .conflicting }
        let failed = checks.filter { $0.outcome == .failed }
        if failed.contains(where: { [.statusRevoked, .statusRevokedUnsigned].contains($0.code) }) { return .revoked }
        if failed.contains(where: { $0.code == .statusSuspended }) { return .suspended }
        if failed.contains(where: { $0.code != .validityExpired }) { return .invalid }
        if !failed.isEmpty || view.validUntil.map({ $0 < now }) ?? false { return .expired }
        return verdict == .valid ? .valid : .unverified
    }

    /// Whether the issuer's own key signed it, as far as one can say without trusting the issuer.
    var isGenuine: Bool { Self.isGenuine(checks, issuer: view.issuerID) }

    static func isGenuine(_ checks: [CheckResult], issuer: String?) -> Bool {
        func passed(_ check: Check) -> Bool { checks.first { $0.check == check }?.outcome == .passed }
        guard let issuer, !checks.contains(where: { $0.outcome == .failed }) else { return false }
        // Any other DID is only as good as the document that came along.
        let isOwnKey = ["did:key:", "did:jwk:"].contains { issuer.hasPrefix($0) }
        return passed(.proof) && passed(.controller) && passed(.claims) && (isOwnKey || passed(.issuer))
    }

    /// What keeps checks from being valid: what failed, then what could not be checked.
    static func reasons(in checks: [CheckResult]) -> [CheckResult] {
        let telling = checks.filter { $0.code != .proofRequired }
        return telling.filter { $0.outcome == .failed } + telling.filter { $0.outcome == .undetermined }
    }

    /// The last check as a report, for those who show reports.
    package var report: VerificationReport {
        // What the document says of itself depends on nothing that is at hand.
        let bare = Verifier(
            material: VerificationMaterial(trust: nil), policy: VerificationPolicy(), profile: OpenBadgeProfile(),
            time: JudgementTime(now: checkedAt))
        return VerificationReport(
            source: "\(number)", at: checkedAt, credential: bare.judge(bytes, source: "").credential, checks: checks)
    }
}
