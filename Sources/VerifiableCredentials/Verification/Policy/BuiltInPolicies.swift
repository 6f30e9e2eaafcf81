import Encodings

/// The policies that ship: files of the same form as anybody's own, and read by the same reader.
public enum BuiltInPolicies {
    public static let names = ["default", "employer", "admissions"]

    /// The text of the file; nothing for a name that doesn't ship.
    public static func text(_ name: String) -> String? {
        switch name {
        case "default": standard
        case "employer": employer
        case "admissions": admissions
        default: nil
        }
    }

    /// - Throws: `PolicyError` `policy.unknown`
    public static func named(_ name: String) throws(PolicyError) -> ReceiverPolicy {
        guard let text = text(name) else {
            throw PolicyError(
                .unknown, "There is no policy \"\(UTF8Text.shown(name))\".",
                hint: "Those that ship are \(names.joined(separator: ", ")); a policy of your own is named by its file."
            )
        }
        return try ReceiverPolicy(parsing: Array(text.utf8))
    }

    /// What holds without any policy.
    private static let standard = """
        {
          "format": "passport.policy/1",
          "name": "default",
          "maxStatusAgeDays": 30,
          "maxHolderStatusAgeDays": 30
        }

        """

    /// Someone who hires: a short answer, and what everybody else gets is enough.
    private static let employer = """
        {
          "format": "passport.policy/1",
          "name": "employer",
          "voice": "plain",
          "maxStatusAgeDays": 30,
          "maxHolderStatusAgeDays": 30
        }

        """

    /// Someone who gives credits: whether it was withdrawn must be known, by lists that a holder can't have kept back.
    private static let admissions = """
        {
          "format": "passport.policy/1",
          "name": "admissions",
          "voice": "exact",
          "requiredChecks": ["status"],
          "maxStatusAgeDays": 30,
          "maxHolderStatusAgeDays": 7
        }

        """
}
