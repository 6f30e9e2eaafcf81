import Encodings

/// Endorsements that travel beside the credentials that they speak of, each judged as a document of its own, by what
/// they endorse.
struct EndorsementsBeside: Sendable {
    struct Entry: Sendable {
        let claim: EndorsementClaim
        let report: VerificationReport
    }

    private var entries: [[UInt8]: [Entry]] = [:]

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(_ claim: EndorsementClaim, _ report: VerificationReport) {
        guard let subject = claim.subject else { return }
        entries[Array(subject.utf8), default: []].append(Entry(claim: claim, report: report))
    }

    /// Those that speak of one of these things, each once.
    func about(_ things: [EndorsedThing]) -> [Entry] {
        var seen: Set<[UInt8]> = []
        return things.flatMap { thing in
            let subject = Array(thing.id.utf8)
            return seen.insert(subject).inserted ? entries[subject] ?? [] : []
        }
    }
}
