package import VerifiableCredentials

/// What became of a demand.
package enum DemandAnswer: Sendable, Hashable {
    case holds
    /// The file isn't so; what it has instead.
    case broken(Found)
    /// The file doesn't show it; what one would have to look at.
    case unseen(Found)
    /// The file gives no occasion to ask.
    case beside

    /// What was met with in the file.
    package enum Found: Sendable, Hashable {
        case nothing
        /// As it stands there.
        case text(String)
        /// The verifier's answer.
        case check(CheckResult)

        /// For programs; nothing where there is nothing to name.
        var text: String? {
            switch self {
            case .nothing: nil
            case .text(let text): text
            case .check(let result): result.code.rawValue
            }
        }

        /// For people.
        func told(in language: ReportLanguage) -> String? {
            guard case .check(let result) = self else { return text }
            return result.code.text.filled(result.values, in: language)
        }
    }

    static func broken(_ text: String) -> DemandAnswer { .broken(.text(text)) }
    static func unseen(_ text: String) -> DemandAnswer { .unseen(.text(text)) }
}
