import OpenBadges

/// An identifier of a person for comparing: addresses whatever their case, passport numbers however they are spaced.
package struct ApplicantKey: Sendable, Hashable {
    private let bytes: [UInt8]

    package init(_ text: String) {
        let normal =
            switch RecipientIdentifier(text).kind {
            case .emailAddress: IdentifierText.normalised(text, as: .emailAddress)
            case .passportNumber: IdentifierText.normalised(text, as: .passportNumber)
            case .did, .other: text
            }
        bytes = Array(normal.utf8)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
