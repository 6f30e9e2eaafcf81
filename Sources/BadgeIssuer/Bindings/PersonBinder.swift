import Cryptography
package import Encodings
import VerifiableCredentials

/// Ties persons to DIDs whose keys they have shown to hold.
///
/// First a challenge is given; then the learner signs it, with the organisation's name, by the DID's key. Only a file that
/// does so ties the two together.
package struct PersonBinder: Sendable {
    private let settings: WorkspaceSettings
    /// A reference to the member of staff, no name.
    private let who: String?

    package init(_ settings: WorkspaceSettings, who: String? = nil) {
        self.settings = settings
        self.who = who
    }

    /// What the organisation is called in presentations that are addressed to it; the first is told to learners.
    package var domains: [String] { [settings.issuer] + [settings.url].compactMap(\.self) }

    /// A challenge for a person to prove a DID by: an open one that was given before, or a new one.
    ///
    /// - Throws: `RegisterError` `register.person-missing`; `BindingError` `binding.method`, `binding.taken`,
    ///   `binding.other-did`.
    package func challenge(
        _ reference: PersonReference, _ did: String, replacing: Bool = false, in register: Register,
        at now: Timestamp
    ) throws -> (person: Person, challenge: BindingChallenge) {
        let now = now.wholeSeconds
        return try register.write { transaction in
            let person = try person(reference, did, replacing: replacing, transaction)
            let known = try transaction.bindingChallenges(of: person.id)
            if let open = known.first(where: { $0.did.hasSameBytes(as: did) && $0.isOpen(at: now) }) {
                return (person, open)
            }
            var generator = SystemRandom()
            let challenge = BindingChallenge(
                text: BindingChallenge.text(using: &generator), personID: person.id, did: did, made: now,
                ends: now.adding(seconds: BindingChallenge.validDays * 86_400), used: nil)
            try transaction.insert(challenge)
            try transaction.appendAudit(
                .challengeGiven, who: who, persons: [person.id], at: now, using: &generator)
            return (person, challenge)
        }
    }

    /// Ties a person to a DID.
    ///
    /// - Parameters:
    ///   - proof: the file that the learner made.
    ///   - replacing: whether the person may have another DID, which is given up.
    /// - Returns: the person as known from now on.
    /// - Throws: `RegisterError` `register.person-missing`; `BindingError`.
    package func bind(
        _ reference: PersonReference, _ did: String, proof: [UInt8], replacing: Bool = false, in register: Register,
        at now: Timestamp, judge: PresentationJudge
    ) throws -> Person {
        let now = now.wholeSeconds
        let answers = try AnsweredChallenge.read(proof)
        return try register.write { transaction in
            let person = try person(reference, did, replacing: replacing, transaction)
            let challenge = try challenge(answered: answers, person, did, transaction, at: now)
            try check(judge(proof, challenge.text, domains), did)
            try transaction.use(challenge, at: now)
            try transaction.bind(did, to: person.id, at: now)
            var generator = SystemRandom()
            try transaction.appendAudit(.personBound, who: who, persons: [person.id], at: now, using: &generator)
            guard let bound = try transaction.person(.id(person.id)) else {
                throw RegisterError(.fault, "A person who was just bound isn't there.")
            }
            return bound
        }
    }

    // MARK: Checks

    private func person(
        _ reference: PersonReference, _ did: String, replacing: Bool, _ reader: RegisterReader
    ) throws -> Person {
        guard let parsed = DID(did), ["key", "jwk"].contains(parsed.method) else {
            throw BindingError(
                .method, "The DID isn't a did:key or did:jwk.",
                hint: "The learner sees theirs with `passportctl passport create` or `passport list`; copy it whole.")
        }
        let person = try reader.known(reference)
        if let other = try reader.person(.did(did)), other.id != person.id {
            // Whose it is isn't told: it would say who else is here.
            throw BindingError(
                .taken, "Somebody else in the register has this DID.",
                hint: "Make sure that the learner gave their own; two learners can't share one.")
        }
        if let known = person.did, !known.hasSameBytes(as: did), !replacing {
            throw BindingError(
                .otherDID, "The person has another DID in the register.",
                hint: "If the old one is lost or was a mistake, add --replace; badges issued to it stay as they are.")
        }
        return person
    }

    /// Which of the challenges that were given the file answers.
    private func challenge(
        answered answers: [String], _ person: Person, _ did: String, _ reader: RegisterReader, at now: Timestamp
    ) throws -> BindingChallenge {
        guard !answers.isEmpty else {
            throw BindingError(
                .unaddressed, "The proof answers no challenge.", hint: Self.again)
        }
        let own = try reader.bindingChallenges(of: person.id).filter { $0.did.hasSameBytes(as: did) }
        guard !own.isEmpty else {
            throw BindingError(
                .noChallenge, "The person was given no challenge for this DID.",
                hint: "Run the same command without --proof first, and hand what it prints to the learner.")
        }
        guard let challenge = own.first(where: { given in answers.contains(where: given.fits) }) else {
            throw BindingError(
                .foreignChallenge, "The proof answers a challenge that wasn't given to this person for this DID.",
                hint: Self.again)
        }
        if challenge.used != nil {
            throw BindingError(.used, "The challenge was answered before, and each counts once.", hint: Self.again)
        }
        guard challenge.isOpen(at: now) else {
            throw BindingError(
                .expired, "The challenge's \(BindingChallenge.validDays) days were over on \(challenge.ends).",
                hint: Self.again)
        }
        return challenge
    }

    private func check(_ judged: JudgedPresentation, _ did: String) throws(BindingError) {
        guard let signer = judged.signer else {
            throw BindingError(
                .notSigned,
                "The proof isn't signed as it should be" + (judged.refusal.map { ": \($0.message)" } ?? "."),
                hint: Self.again, cause: judged.refusal?.code)
        }
        // What the file says of itself and what its signature says must be one.
        guard signer.hasSameBytes(as: did), judged.holder?.hasSameBytes(as: did) ?? false else {
            throw BindingError(
                .otherKey, "Another key than that of this DID signed the proof.",
                hint: "The learner signs it with the passport that has this DID.")
        }
        guard judged.isForUs else {
            throw BindingError(
                .notForUs,
                "The proof wasn't made for \(settings.issuer)" + (judged.refusal.map { ": \($0.message)" } ?? "."),
                hint: Self.again, cause: judged.refusal?.code)
        }
    }

    private static let again =
        "Run the same command without --proof, and have the learner run what it prints."
}
