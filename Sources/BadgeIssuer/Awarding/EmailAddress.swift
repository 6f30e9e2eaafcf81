/// An email address in the register's spelling: NFC, trimmed, lower case.
///
/// Only what an address surely isn't is refused; whether it is read by anyone nobody can tell from its form.
struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    let description: String

    /// What SMTP carries, RFC 5321 §4.5.3.1.
    private static let maxBytes = 254

    init?(_ text: String) {
        guard let stored = PersonalText.email(text), stored.utf8.count <= Self.maxBytes else { return nil }
        let parts = stored.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, Self.isDomain(parts[1]),
            stored.unicodeScalars.allSatisfy(Self.isAllowed)
        else { return nil }
        description = stored
    }

    static let refusal = AwardError(
        .email, "The email address isn't one.", hint: "It looks like name@example.org; leave it empty if there is none."
    )

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned: return false
        default: return !",;:<>()[]\"\\".unicodeScalars.contains(scalar)
        }
    }
}
