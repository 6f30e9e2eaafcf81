package import Encodings

/// One thing that a rule asks a credential to be.
package struct RecognitionLeaf: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The badge of that slug under the rules' `badgeBase`, in any version.
        case badge(String)
        /// A badge that lists the skill of that URI.
        case skill(String)
        /// A badge of that category; `nil` is any (`*`), milestones aside.
        case category(String?)
        /// The milestone badge of that pathway.
        case pathway(String)
        /// A certificate of competence that confirms something of that qualification unit.
        case certificate(unit: String)
    }

    package let kind: Kind
    /// The level's ordinal that is needed; `nil` is the file's default.
    package let minLevel: Int?
    /// The evidence that is needed; `nil` is the rule's, else the file's default.
    package let evidence: EvidenceStrength?

    package init(_ kind: Kind, minLevel: Int? = nil, evidence: EvidenceStrength? = nil) {
        self.kind = kind
        self.minLevel = minLevel
        self.evidence = evidence
    }

    static let words = ["badge", "skill", "category", "pathway", "certificate"]
}

/// What has to be there for a rule to be met.
package indirect enum RecognitionRequirement: Sendable, Hashable {
    case allOf([RecognitionRequirement])
    /// The first that can be met.
    case anyOf([RecognitionRequirement])
    /// So many different credentials, each of which is one of these.
    case atLeast(Int, of: [RecognitionLeaf])
    case leaf(RecognitionLeaf)
    /// So many credits in all; for direct admission only.
    case credits(min: DecimalHundredths)

    /// All leaves, in the order of the file.
    package var leaves: [RecognitionLeaf] {
        switch self {
        case .allOf(let parts), .anyOf(let parts): parts.flatMap(\.leaves)
        case .atLeast(_, let leaves): leaves
        case .leaf(let leaf): [leaf]
        case .credits: []
        }
    }
}

/// A place that one credential fills.
struct RequirementSlot: Sendable, Hashable {
    /// Any of these will do.
    let leaves: [RecognitionLeaf]
    /// Places of one `atLeast` share a number, and may be joined by further credentials; others have none.
    let pool: Int?
}

extension RecognitionRequirement {
    /// A rule file with more ways than this to meet one rule isn't one that people can explain.
    static let maxWays = 256

    /// In how many ways the requirement can be met, counted no further than `maxWays + 1`.
    var wayCount: Int {
        switch self {
        case .allOf(let parts): parts.reduce(1) { min($0 * $1.wayCount, Self.maxWays + 1) }
        case .anyOf(let parts): parts.reduce(0) { min($0 + $1.wayCount, Self.maxWays + 1) }
        case .atLeast, .leaf, .credits: 1
        }
    }

    /// Each way to meet the requirement as the places to fill, in the order in which they are tried.
    var ways: [[RequirementSlot]] {
        var pools = 0
        return ways(&pools)
    }

    private func ways(_ pools: inout Int) -> [[RequirementSlot]] {
        switch self {
        case .leaf(let leaf): return [[RequirementSlot(leaves: [leaf], pool: nil)]]
        case .credits: return [[]]
        case .atLeast(let count, let leaves):
            pools += 1
            return [Array(repeating: RequirementSlot(leaves: leaves, pool: pools), count: count)]
        case .anyOf(let parts): return parts.flatMap { $0.ways(&pools) }
        case .allOf(let parts):
            var ways: [[RequirementSlot]] = [[]]
            for part in parts {
                let next = part.ways(&pools)
                ways = ways.flatMap { way in next.map { way + $0 } }
            }
            return ways
        }
    }
}

// MARK: As in the file

extension RecognitionLeaf {
    /// The leaf as a rule file writes it.
    package var json: JSONValue {
        var object = JSONObject()
        switch kind {
        case .badge(let slug): object["badge"] = .string(slug)
        case .skill(let uri): object["skill"] = .string(uri)
        case .category(let slug): object["category"] = .string(slug ?? "*")
        case .pathway(let slug): object["pathway"] = .string(slug)
        case .certificate(let unit): object["certificate"] = .string(unit)
        }
        if let minLevel { object["minLevel"] = .number(JSONNumber(minLevel)) }
        if let evidence { object["evidence"] = .string(evidence.rawValue) }
        return .object(object)
    }
}

extension RecognitionRequirement {
    /// The requirement as a rule file writes it.
    package var json: JSONValue {
        switch self {
        case .allOf(let parts): ["allOf": .array(parts.map(\.json))]
        case .anyOf(let parts): ["anyOf": .array(parts.map(\.json))]
        case .atLeast(let count, let leaves):
            ["atLeast": ["n": .number(JSONNumber(count)), "of": .array(leaves.map(\.json))]]
        case .leaf(let leaf): leaf.json
        case .credits(let min): ["credits": ["min": JSONNumber(text: min.description).map { .number($0) } ?? .null]]
        }
    }
}
