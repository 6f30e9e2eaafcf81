internal import Encodings

/// What a receiver types to ask whose badge it is: an email address, a passport number, a DID, or something else.
///
/// Open Badges 3.0 §9.3 compares identifiers of the same type only. A match says that the badge *names* this
/// identifier; that its holder stands before us takes a presentation.
public struct RecipientIdentifier: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case emailAddress
        case passportNumber
        case did
        case other
    }

    public let text: String
    public let kind: Kind

    public init(_ text: String) {
        self.text = text
        let typed = text.unicodeScalars.drop(while: \.properties.isWhitespace)
        kind =
            if typed.starts(with: "did:".unicodeScalars) {
                .did
            } else if typed.contains("@") {
                .emailAddress
            } else if IdentifierText.passportNumber(text) != nil {
                .passportNumber
            } else {
                .other
            }
    }

    /// What a badge says about an identifier.
    public enum Answer: Sendable, Hashable {
        /// The badge names it in an identity object; `normalised` when only after normalising.
        case named(IdentityType, normalised: Bool)
        /// It is the `id` of the badge's subject.
        case subjectID
        /// The badge names another of that kind.
        case different
        /// The badge has nothing of that kind that could be compared.
        case nothingToCompare
    }

    /// Looks for the identifier in the subject of a badge.
    public func compare(with subject: AchievementSubject) -> Answer {
        if let id = subject.id {
            if id.hasSameBytes(as: text) { return .subjectID }
            if kind == .did, id.hasPrefix("did:") { return .different }
        }
        var hasCompared = false
        for identity in subject.identifiers where isComparable(with: identity.identityType) {
            switch identity.compare(text) {
            case .sameAsTyped: return .named(identity.identityType, normalised: false)
            case .sameNormalised: return .named(identity.identityType, normalised: true)
            case .different: hasCompared = true
            case .unsupported: break
            }
        }
        return hasCompared ? .different : .nothingToCompare
    }

    private func isComparable(with type: IdentityType) -> Bool {
        switch kind {
        case .emailAddress: type.isSameKind(as: .emailAddress)
        case .passportNumber: type == .passportNumber
        // A text of no certain kind may be any, except those that would have been recognised.
        case .did, .other: !type.isSameKind(as: .emailAddress) && type != .passportNumber
        }
    }
}
