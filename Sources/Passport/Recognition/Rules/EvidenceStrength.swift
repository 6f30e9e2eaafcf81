/// How strongly something shows that a competence is there: a kind of evidence, or none.
package enum EvidenceStrength: String, Sendable, Hashable, CaseIterable {
    case none, link, reflection, document, observation, demonstration

    /// A link and the learner's own reflection are equally weak.
    private var rank: Int {
        switch self {
        case .none: 0
        case .link, .reflection: 1
        case .document: 2
        case .observation: 3
        case .demonstration: 4
        }
    }

    /// Whether it is at least as strong as what is asked.
    package func reaches(_ needed: EvidenceStrength) -> Bool { rank >= needed.rank }

    /// The stronger of two; of equals the first.
    package static func strongest(_ kinds: some Sequence<EvidenceStrength>) -> EvidenceStrength {
        kinds.reduce(.none) { $0.reaches($1) ? $0 : $1 }
    }
}
