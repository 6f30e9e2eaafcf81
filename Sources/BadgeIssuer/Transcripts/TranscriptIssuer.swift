import BadgeDefinitions
import Cryptography
package import Encodings

/// Signs a person's badges as one learner record, keeps it, and withdraws it.
///
/// The same asked again gives the same file, as long as nothing that it is made of has changed and it isn't withdrawn.
package struct TranscriptIssuer: Sendable {
    private let settings: WorkspaceSettings
    private let securer: CredentialSecurer?
    private let judge: AwardJudge
    private let checkpoints: CheckpointSigner?
    /// A reference to the member of staff, no name.
    private let who: String?

    /// More than any file may hold that a receiver reads.
    static let maxBytes = JSONLimits.passport.maxBytes
    static let maxBadges = 500

    /// - Parameters:
    ///   - securer: signs with an embedded proof; not needed to withdraw.
    ///   - judge: says what is wrong with a record that was just made.
    package init(
        _ settings: WorkspaceSettings, securer: CredentialSecurer?, judge: @escaping AwardJudge,
        checkpoints: CheckpointSigner?, who: String? = nil
    ) {
        self.settings = settings
        self.securer = securer
        self.judge = judge
        self.checkpoints = checkpoints
        self.who = who
    }

    /// What was made.
    package struct Outcome: Sendable, Hashable {
        package let transcript: Transcript
        package let person: Person
        /// Whether it was signed now.
        package let isNew: Bool
        package let awards: [AwardRecord]
        package let omissions: [TranscriptOmission]
    }

    /// - Parameters:
    ///   - language: of the record's name and the issuer's; the person's, or else the workspace's, unless given.
    ///   - trustsClock: signs although the register knows a later time than now.
    /// - Throws: `RegisterError` `register.person-missing`, `clock.behind`; `TranscriptError`.
    package func issue(
        _ choice: TranscriptChoice, to reference: PersonReference, language: String? = nil, in register: Register,
        trustsClock: Bool = false, at now: Timestamp
    ) throws -> Outcome {
        let now = now.wholeSeconds
        return try register.write { transaction in
            let person = try transaction.known(reference)
            if !trustsClock { try SigningClock.check(now, against: try transaction.newestEntryTime()) }
            let chosen = try ChosenAwards(choice, of: person, in: transaction, at: now)
            let language = language ?? person.language ?? settings.mainLanguage
            let profile = IssuerIdentity(settings).profile(in: language)
            let content = Self.contentDigest(person, chosen.awards, language, profile)
            if let known = try transaction.transcript(of: person.id, withContent: content),
                let bytes = try transaction.transcriptBytes(known.id)
            {
                return Outcome(
                    transcript: Transcript(record: known, bytes: bytes), person: person, isNew: false,
                    awards: chosen.awards, omissions: chosen.omissions)
            }
            let transcript = try make(
                of: chosen.awards, for: person, TranscriptComposer(issuer: profile, language: language), content,
                transaction, at: now)
            return Outcome(
                transcript: transcript, person: person, isNew: true, awards: chosen.awards,
                omissions: chosen.omissions)
        }
    }

    private func make(
        of awards: [AwardRecord], for person: Person, _ composer: TranscriptComposer, _ content: [UInt8],
        _ transaction: RegisterTransaction, at now: Timestamp
    ) throws -> Transcript {
        guard awards.count <= Self.maxBadges else { throw Self.tooLarge }
        var generator = SystemRandom()
        let badges = try awards.map { award in
            guard let bytes = try transaction.signedBytes(award.id),
                let badge = try JSONParser.parse(bytes).objectValue
            else { throw RegisterError(.fault, "A badge of a known person has lost its file.") }
            return badge
        }
        let place = try transaction.allocateStatusIndex(.revocation, at: now, using: &generator)
        let id = "urn:uuid:" + UUIDv4.make(using: &generator)
        let record = composer.compose(
            id: id, badges: badges,
            recipient: CredentialRecipient(
                did: person.did, email: person.email, passportNumber: person.passportNumber.description),
            status: CredentialStatusPlace(
                purpose: place.purpose.rawValue, listCredential: settings.statusListID(place.list), index: place.index),
            validFrom: now, using: &generator)
        let secured = try sign(record, at: now)
        let digest = SHA256.hash(secured.signature)
        try transaction.insertTranscript(
            id: id, of: person.id, place: place, secured: secured, signatureDigest: digest, content: content, at: now)
        try transaction.appendAudit(
            .transcriptIssued, who: who, subjects: [id], persons: [person.id], at: now, using: &generator)
        if let checkpoints {
            _ = try transaction.currentCheckpoint(issuer: checkpoints.issuer, key: checkpoints.key, at: now)
        }
        return Transcript(
            record: TranscriptRecord(
                id: id, personID: person.id, place: place, verificationMethod: secured.verificationMethod,
                signedAt: now, signatureDigest: digest, isWithdrawn: false), bytes: secured.bytes)
    }

    private func sign(_ record: JSONObject, at now: Timestamp) throws(TranscriptError) -> SecuredCredential {
        let secured: SecuredCredential
        do {
            guard let securer else { throw TranscriptError(.signing, "There is no key to sign with.") }
            secured = try securer.secure(record, at: now)
        } catch {
            throw TranscriptError(
                .signing, "The transcript can't be signed.", hint: "Check the workspace's keys.",
                cause: (error as? any CodedError)?.description)
        }
        guard secured.bytes.count <= Self.maxBytes else { throw Self.tooLarge }
        if let refusal = judge(secured.bytes) {
            throw TranscriptError(
                .selfCheck, "Our own verifier doesn't accept the transcript that was made: \(refusal.message)",
                hint: "Nothing was recorded. `passportctl register check` says whether a badge in it was changed.",
                cause: refusal.code)
        }
        return secured
    }

    private static let tooLarge = TranscriptError(
        .tooLarge, "The transcript would hold more than \(maxBadges) badges or \(maxBytes >> 20) MiB.",
        hint: "Name fewer badges with --include, and make several.")

    /// What a transcript is made of, apart from chance and time.
    private static func contentDigest(
        _ person: Person, _ awards: [AwardRecord], _ language: String, _ profile: JSONObject
    ) -> [UInt8] {
        let content: JSONObject = [
            "did": .string(person.did ?? ""), "email": .string(person.email ?? ""), "issuer": .object(profile),
            "language": .string(language), "awards": .array(awards.map { .string($0.id) }),
        ]
        return SHA256.hash(JCS.canonicalize(.object(content)))
    }
}

extension TranscriptIssuer {
    /// Withdraws a transcript; the badges in it aren't touched.
    ///
    /// - Throws: `RegisterError` `register.person-missing`; `TranscriptError` `transcript.missing`,
    ///   `transcript.withdrawn`.
    package func withdraw(
        _ transcript: AwardReference, of reference: PersonReference, reason: StatusReason, in register: Register,
        at now: Timestamp
    ) throws -> TranscriptRecord {
        let now = now.wholeSeconds
        return try register.write { transaction in
            let person = try transaction.known(reference)
            let record = try transaction.transcript(transcript, of: person)
            guard !record.isWithdrawn else {
                throw TranscriptError(.withdrawn, "The transcript \(record.id) is withdrawn already.")
            }
            try transaction.withdraw(record, of: person.id, reason: reason.rawValue, who: who, at: now)
            return record
        }
    }
}

extension RegisterTransaction {
    /// Withdraws a transcript, with its entry in the audit trail.
    func withdraw(
        _ record: TranscriptRecord, of personID: String?, reason: String, who: String?, at now: Timestamp
    ) throws(RegisterError) {
        var generator = SystemRandom()
        try withdrawTranscript(record, reason: reason, at: now)
        try appendAudit(
            .transcriptWithdrawn, who: who, subjects: [record.id], persons: [personID].compactMap(\.self),
            code: reason, at: now,
            using: &generator)
    }
}

extension RegisterReader {
    /// The person that a reference means.
    ///
    /// - Throws: `RegisterError` `register.person-missing`.
    package func known(_ reference: PersonReference) throws(RegisterError) -> Person {
        guard let person = try person(reference) else { throw PersonReference.missing }
        return person
    }

    /// A transcript with its file.
    package func transcript(_ record: TranscriptRecord) throws(RegisterError) -> Transcript {
        guard let bytes = try transcriptBytes(record.id) else {
            throw RegisterError(.fault, "The file of a known person's transcript is gone.")
        }
        return Transcript(record: record, bytes: bytes)
    }

    /// The one transcript of a person that a reference fits.
    ///
    /// - Throws: `TranscriptError` `transcript.missing`.
    package func transcript(_ reference: AwardReference, of person: Person) throws -> TranscriptRecord {
        let fitting = try transcripts(of: person.id).filter { $0.id.hasPrefix(reference.start) }
        guard fitting.count == 1 else {
            throw TranscriptError(
                .missing,
                fitting.isEmpty
                    ? "The person has no transcript \"\(reference.shown)\"."
                    : "Several transcripts of the person begin with \"\(reference.shown)\".",
                hint: "`passportctl register transcript PERSON --list` shows their ids.")
        }
        return fitting[0]
    }
}

extension PersonReference {
    /// What was typed isn't repeated: it is personal, and messages are kept in logs.
    static let missing = RegisterError(
        .personMissing, "Nobody in the register is known by what was given.",
        hint: "Give the passport number from the slip, or find it with `passportctl register list`.")
}
