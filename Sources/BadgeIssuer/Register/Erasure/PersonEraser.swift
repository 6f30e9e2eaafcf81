import Cryptography
package import Encodings

/// Erases persons: their names, identifiers, signed badges and texts leave the register, and tombstones stay.
///
/// In one transaction for all that are named, or none. The journal is written before the transaction ends, so that a
/// command that is cut short in between is finished by the next one that writes. Then the register's files are written
/// anew, so that no freed page keeps what was deleted.
package struct PersonEraser {
    private let workspace: Workspace
    private let register: Register
    /// A reference to the member of staff, no name.
    private let who: String?
    private let patienceSeconds: Double

    /// - Parameters:
    ///   - register: of the workspace, open for writing.
    ///   - patienceSeconds: how long to wait for others who read the register.
    package init(
        _ workspace: Workspace, register: Register, who: String? = nil,
        patienceSeconds: Double = Register.busyTimeoutSeconds
    ) {
        self.workspace = workspace
        self.register = register
        self.who = who
        self.patienceSeconds = patienceSeconds
    }

    /// What would go.
    package struct Preview: Sendable, Hashable {
        package let person: Person
        package let awards: [AwardRecord]
    }

    /// What became of one person.
    package struct Outcome: Sendable, Hashable {
        /// The register's id, which means nothing any more.
        package let personID: String
        package let awardIDs: [String]
        /// Those that were revoked before.
        package let revokedIDs: [String]
        /// When it was done, for somebody who was erased before this command.
        package let erasedBefore: Timestamp?
    }

    /// Who is meant, and what would be erased; those who were erased before are left out.
    ///
    /// - Throws: as `erase`.
    package func preview(_ references: [PersonReference]) throws -> [Preview] {
        let entries = try journalEntries()
        return try register.read { reader in
            try found(references, entries, reader).compactMap { found in
                guard case .person(let person) = found else { return nil }
                return Preview(person: person, awards: try reader.awards(AwardFilter(personID: person.id)))
            }
        }
    }

    /// - Parameter revokes: whether live awards are revoked first, as the holder's request.
    /// - Throws: `RegisterError` `register.person-missing`, then nothing was erased; `ErasureError`, of which
    ///   `erasure.traces` says that all are erased and the files have to be gone through again.
    package func erase(
        _ references: [PersonReference], revokes: Bool = false, at now: Timestamp
    ) throws -> [Outcome] {
        let now = now.wholeSeconds
        let journal = ErasureJournal(beside: register.path)
        let known = try journalEntries()
        let key = try ErasureKey.readOrMake(in: workspace.keysFolder)
        let outcomes = try register.write { transaction in
            var outcomes: [Outcome] = []
            var entries: [ErasureEntry] = []
            for found in try found(references, known, transaction) {
                switch found {
                case .erased(let entry):
                    outcomes.append(
                        Outcome(
                            personID: entry.personID, awardIDs: entry.awardIDs, revokedIDs: [],
                            erasedBefore: entry.at))
                case .person(let person):
                    let (entry, revoked) = try erase(person, revokes, key, transaction, at: now)
                    entries.append(entry)
                    outcomes.append(
                        Outcome(
                            personID: person.id, awardIDs: entry.awardIDs, revokedIDs: revoked, erasedBefore: nil))
                }
            }
            // Last, when nothing but the commit is left that could fail.
            if !entries.isEmpty { try journal.append(entries) }
            return outcomes
        }
        try register.removeTraces(patienceSeconds: patienceSeconds)
        return outcomes
    }

    private func erase(
        _ person: Person, _ revokes: Bool, _ key: ErasureKey, _ transaction: RegisterTransaction, at now: Timestamp
    ) throws(RegisterError) -> (ErasureEntry, revoked: [String]) {
        var generator = SystemRandom()
        let awards = try transaction.awards(AwardFilter(personID: person.id))
        var revoked: [String] = []
        for award in awards where revokes && award.state.isLive {
            let reason = StatusReason.holderRequest.rawValue
            try transaction.changeState(of: award.id, to: .revoked, reason: reason, at: now)
            try transaction.appendAudit(
                .awardRevoked, who: who, subjects: [award.id], persons: [person.id], code: reason, at: now,
                using: &generator)
            revoked.append(award.id)
        }
        if revokes {
            for transcript in try transaction.transcripts(of: person.id) where !transcript.isWithdrawn {
                try transaction.withdraw(
                    transcript, of: person.id, reason: StatusReason.holderRequest.rawValue, who: who, at: now)
            }
        }
        let entry = ErasureEntry(
            id: UUIDv4.make(using: &generator), person: person, awardIDs: awards.map(\.id), at: now, key: key)
        try transaction.follow(entry, who: who, at: now)
        return (entry, revoked)
    }

    // MARK: Who is meant

    private enum Found {
        case person(Person)
        case erased(ErasureEntry)
    }

    /// Everybody who is named, each once.
    private func found(
        _ references: [PersonReference], _ entries: [ErasureEntry], _ reader: RegisterReader
    ) throws -> [Found] {
        let key = entries.isEmpty ? nil : try ErasureKey.read(in: workspace.keysFolder)
        var found: [Found] = []
        var seen: Set<String> = []
        for (index, reference) in references.enumerated() {
            if let person = try reader.person(reference) {
                if seen.insert(person.id).inserted { found.append(.person(person)) }
                continue
            }
            let codes = Set(reference.identifiers.compactMap { key?.code(of: $0) })
            let entry = entries.last { entry in
                entry.personID == reference.personID || entry.codes.values.contains(where: codes.contains)
            }
            guard let entry else {
                // What was typed isn't repeated: it is personal, and messages are kept in logs.
                throw RegisterError(
                    .personMissing,
                    references.count == 1
                        ? "Nobody in the register is known by what was given."
                        : "Nobody in the register is known by what was given as person \(index + 1); nobody was erased.",
                    hint: "Give the passport number from the slip, or find it with `passportctl register list`.")
            }
            if seen.insert(entry.personID).inserted { found.append(.erased(entry)) }
        }
        return found
    }

    /// The journal, whose key must be there: entries by another could not be told apart.
    private func journalEntries() throws -> [ErasureEntry] {
        let entries = try ErasureJournal(beside: register.path).entries()
        guard !entries.isEmpty else { return [] }
        guard let key = try ErasureKey.read(in: workspace.keysFolder) else {
            throw ErasureError.keyMissing(in: workspace.keysFolder)
        }
        guard entries.allSatisfy({ $0.isSealed(with: key) }) else {
            throw ErasureError.otherKey(in: workspace.keysFolder)
        }
        return entries
    }
}
