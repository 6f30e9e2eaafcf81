import Encodings

/// An entry as it is stored, with the salts that are still kept for it.
struct AuditLink {
    struct Opening {
        /// 0 for who did it, otherwise the person's place from 1.
        var position: Int
        var reference: String
        var salt: [UInt8]
    }

    var sequence: Int
    var json: [UInt8]
    var hash: [UInt8]
    var openings: [Opening] = []

    init(sequence: Int, json: [UInt8], hash: [UInt8]) {
        self.sequence = sequence
        self.json = json
        self.hash = hash
    }

    var entry: AuditEntry {
        AuditEntry(
            sequence: sequence, json: json, hash: hash,
            personIDs: openings.filter { $0.position > 0 }.map(\.reference),
            who: openings.first { $0.position == 0 }?.reference)
    }

    /// What is wrong with the entry as the one that follows `previous`.
    func fault(after previous: AuditHead) -> AuditBreak.Reason? {
        guard sequence == previous.count else { return .sequence }
        guard hash == AuditChain.hash(after: previous.hash, json) else { return .hash }
        guard let value = try? JSONParser.parse(json), value["format"]?.stringValue == AuditChain.format,
            value["sequence"] == .number(JSONNumber(sequence))
        else { return .entry }
        let people = value["people"]?.arrayValue ?? []
        for opening in openings {
            let commitment: JSONValue?
            if opening.position == 0 {
                commitment = value["who"]
            } else {
                commitment = people.indices.contains(opening.position - 1) ? people[opening.position - 1] : nil
            }
            let expected = AuditCommitment.text(of: opening.reference, salt: opening.salt)
            guard commitment?.stringValue == expected else { return .commitment }
        }
        return nil
    }
}
