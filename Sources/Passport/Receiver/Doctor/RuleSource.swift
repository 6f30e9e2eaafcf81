package import Encodings

/// What a rule was read from: a publication in the state of one day.
package struct RuleSource: Sendable, Hashable {
    /// A repository, a specification or a law.
    package let name: String
    /// Which state of it: a commit, a version.
    package let revision: String
    /// The day of that state.
    package let date: CalendarDay

    init(_ name: String, _ revision: String, _ date: CalendarDay) {
        self.name = name
        self.revision = revision
        self.date = date
    }

    package var text: String { "\(name) \(revision)" }
}

extension RuleSource {
    static let validator = RuleSource("1EdTech/digital-credentials-public-validator", "3825471", day(2026, 7, 1))
    static let verifierCore = RuleSource("digitalcredentials/verifier-core", "115af83", day(2025, 10, 24))
    static let verifierPlus = RuleSource("digitalcredentials/verifier-plus", "5b0eae8", day(2025, 12, 9))
    static let dccVC = RuleSource("digitalcredentials/vc", "15fb018", day(2026, 3, 2))
    static let dccLoader = RuleSource("digitalcredentials/security-document-loader", "a5e0239", day(2025, 5, 22))
    static let dccSignatures = RuleSource("digitalcredentials/jsonld-signatures", "a2a5f76", day(2024, 9, 17))
    static let certVerifier = RuleSource("blockchain-certificates/cert-verifier-js", "21de558", day(2026, 7, 20))
    static let framework = RuleSource(
        "EUDI Wallet Architecture and Reference Framework", "3.0.0 (6373eee)", day(2026, 7, 23))
    static let rulebooks = RuleSource(
        "eu-digital-identity-wallet/eudi-doc-attestation-rulebooks-catalog", "36f8adc", day(2026, 7, 20))
    static let europeanCredentials = RuleSource(
        "european-commission-empl/european-digital-credentials", "ec562a4", day(2024, 2, 2))
    static let learningModel = RuleSource(
        "european-commission-empl/European-Learning-Model", "9d7c5d2", day(2024, 2, 14))
    static let dataIntegrity = RuleSource("W3C Data Integrity 1.0", "Recommendation", day(2025, 5, 15))

    /// The first day of all for a day that there isn't; a test sees that none is.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day) ?? CalendarDay(of: .earliest)
    }
}
