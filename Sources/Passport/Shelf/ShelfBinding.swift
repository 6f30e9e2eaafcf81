import Encodings
import OpenBadges
import VerifiableCredentials

/// Whose a credential says it is, seen from the shelf that keeps it.
package enum ShelfBinding: Sendable, Hashable {
    /// It is made out to the shelf's own key, so that the learner can prove it to be theirs.
    case own
    /// It is made out to another key.
    case otherKey(String)
    /// It names somebody by these kinds of identifiers, such as an email address; the key isn't among them.
    case named([String])
    /// It names nobody that could be compared.
    case nobody

    init(_ credential: JSONObject, did: String) {
        let view = CredentialView(credential)
        if let id = view.subjectID, id.hasSameBytes(as: did) {
            self = .own
        } else if let id = view.subjectID, DID(id) != nil {
            self = .otherKey(id)
        } else {
            let identifiers = AchievementCredentialView(credential).subject?.identifiers ?? []
            self = identifiers.isEmpty ? .nobody : .named(identifiers.map(\.identityType.rawValue))
        }
    }

    /// The answer as programs read it.
    package var word: String {
        switch self {
        case .own: "own-key"
        case .otherKey: "other-key"
        case .named: "named"
        case .nobody: "nobody"
        }
    }
}

extension ShelfItem {
    package func binding(to shelf: Shelf) -> ShelfBinding { ShelfBinding(json, did: shelf.did) }
}
