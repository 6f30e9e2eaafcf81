import Encodings

/// Decides whether a signature that fits was made while its key was good, by the issuer's key history.
///
/// `created`, `iat`, `nbf` and `validFrom` are the signer's own words. While nobody else has the key they are taken as
/// the issuer's statement; once a thief has it they prove nothing.
enum KeyTimeJudge {
    /// What the date of a signature that passes rests on.
    enum Dating: Sendable {
        /// The key is in use: no date is needed.
        case unneeded
        /// The key's use has ended, and the issuer says that it signed before.
        case stated(Timestamp)
        /// The key was stolen, and something else than the signer's words shows that it signed before.
        case proven(any TimeEvidence, theft: Timestamp)
    }

    enum Answer: Sendable {
        case good(Dating)
        case refused(Outcome, VerificationCode, [String: String])
    }

    /// - Parameters:
    ///   - claimed: when the signer says it signed.
    ///   - signature: the signature's bytes.
    ///   - stamps: the time stamps over this signature that are genuine.
    static func judge(
        _ key: KeyResolver.Resolved, claimed: @autoclosure () -> Timestamp?, signature: @autoclosure () -> [UInt8],
        stamps: [TimestampEvidence] = []
    ) -> Answer {
        switch key.standing {
        case .unknown: return .good(.unneeded)
        case .disputed: return .refused(.undetermined, .historyFork, ["key": key.id])
        case .told(let historic, let followed):
            guard let end = historic.end else { return .good(.unneeded) }
            return judge(historic, end, claimed: claimed(), signature: signature(), followed, stamps)
        }
    }

    private static func judge(
        _ key: HistoricKey, _ end: HistoricKey.End, claimed: Timestamp?, signature: [UInt8],
        _ followed: FollowedHistory, _ stamps: [TimestampEvidence]
    ) -> Answer {
        if let claimed {
            if claimed < key.from.adding(seconds: -VerificationPolicy.clockSkewSeconds) {
                return .refused(.failed, .keyWindow, ["date": claimed.description, "from": key.from.description])
            }
            for end in key.ends where isOver(end, at: claimed) {
                let values = ["date": claimed.description, "since": end.since.description]
                return .refused(.failed, end.state == .retired ? .keyRetired : .keyRevoked, values)
            }
        }
        if end.state == .compromised {
            let dated = DatedSignature(keyID: key.id, digest: DatedSignature.digest(of: signature))
            // A signature whose own bytes can't be told is like every other such one.
            if !signature.isEmpty, let evidence = followed.evidence(of: dated, before: end.since, and: stamps) {
                return .good(.proven(evidence, theft: end.since))
            }
            return .refused(.undetermined, .keyTimeUnproven, ["since": end.since.description])
        }
        guard let claimed else {
            return .refused(.undetermined, .keyTimeUnproven, ["since": end.since.description])
        }
        return .good(.stated(claimed))
    }

    /// A retired key was still good in the second in which it retired; one that was taken back was not.
    private static func isOver(_ end: HistoricKey.End, at time: Timestamp) -> Bool {
        end.state == .retired ? time.wholeSeconds > end.since : time >= end.since
    }
}
