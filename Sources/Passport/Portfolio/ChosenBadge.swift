import Encodings
package import OpenBadges
package import VerifiableCredentials

/// A credential that was chosen, as a reader will get it, with what checking that says now.
package struct ChosenBadge: Sendable {
    package let item: PortfolioItem
    package let report: VerificationReport

    package init(item: PortfolioItem, report: VerificationReport) {
        self.item = item
        self.report = report
    }

    package var view: CredentialView { CredentialView(item.json) }
    package var badge: AchievementCredentialView { AchievementCredentialView(item.json) }

    /// What people call it.
    package var name: String { badge.name ?? view.id ?? view.types.last ?? "–" }

    /// Checks chosen items, each in the form in which it will be handed on.
    ///
    /// - Throws: `PortfolioError` `portfolio.not-valid` for the first that is not valid: what was refused, failed or
    ///   withdrawn never enters a passport file.
    package static func check(_ items: [PortfolioItem], by verifier: Verifier) throws(PortfolioError) -> [ChosenBadge] {
        var badges: [ChosenBadge] = []
        for item in items {
            let badge = ChosenBadge(item: item, report: verifier.judge(item.bytes, source: "-"))
            guard badge.report.verdict != .invalid else {
                throw PortfolioError(
                    .notValid,
                    "\"\(UTF8Text.shown(badge.name))\" is left out: \(ReportText(badge.report, in: .en).headline)",
                    hint: "Ask its issuer, or choose without it.")
            }
            badges.append(badge)
        }
        return badges
    }
}
