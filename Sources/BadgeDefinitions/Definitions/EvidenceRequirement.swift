/// What an award has to show.
package struct EvidenceRequirement: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case link, document, observation, demonstration, reflection
    }

    package let minItems: Int
    /// The kinds that are accepted; empty when any is.
    package let kinds: [Kind]

    package static let none = EvidenceRequirement(minItems: 0, kinds: [])

    package func accepts(_ kind: Kind) -> Bool { kinds.isEmpty || kinds.contains(kind) }
}
