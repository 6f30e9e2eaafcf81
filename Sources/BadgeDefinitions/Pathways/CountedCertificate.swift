package import Encodings
import OpenBadges

/// A certificate of competence, for pathways that ask for one.
package struct CountedCertificate: Sendable, Hashable {
    package let id: String
    /// How many requirements it confirms.
    package let items: Int

    package init(id: String, items: Int) {
        self.id = id
        self.items = items
    }
}

extension CountedCertificate {
    /// The `achievementType` that tells a certificate from a badge.
    package static let achievementType = "CertificateOfCompletion"

    /// A certificate by its credential, which has one `ResultDescription` for each requirement and a `Result` for each
    /// that was shown. What is only work or credits, or says another status than `Completed`, confirms nothing.
    ///
    /// The credential isn't verified here.
    ///
    /// - Returns: nothing for another kind of credential, or one without an id.
    package init?(credential: JSONObject) {
        let view = AchievementCredentialView(credential)
        guard view.isAchievementCredential, let id = credential["id"]?.stringValue, let subject = view.subject,
            let achievement = subject.achievement, achievement.achievementType == Self.achievementType
        else { return nil }
        var shown: Set<[UInt8]> = []
        for result in subject.results where (result.status ?? "Completed") == "Completed" {
            guard let named = result.resultDescription, let description = achievement.resultDescription(named),
                ![OpenBadgesTerm.workloadHours, OpenBadgesTerm.indicativeCredits].contains(description.resultType)
            else { continue }
            shown.insert(Array(named.utf8))
        }
        self.init(id: id, items: shown.count)
    }
}
