/// What kind of identifier names a person (IdentifierTypeEnum, appendix A, and our extension).
public struct IdentityType: RawRepresentable, Sendable, Hashable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let emailAddress = IdentityType(rawValue: "emailAddress")
    /// The number on the learner's own slip.
    public static let passportNumber = IdentityType(rawValue: "ext:PassportNumber")
    public static let name = IdentityType(rawValue: "name")

    /// Whether identifiers of both types are written alike: older badges say `email` for `emailAddress`.
    func isSameKind(as other: IdentityType) -> Bool { canonical == other.canonical }

    private var canonical: String { rawValue == "email" ? "emailAddress" : rawValue }
}
