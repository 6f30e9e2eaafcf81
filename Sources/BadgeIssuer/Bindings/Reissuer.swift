import Cryptography
package import Encodings
import VerifiableCredentials

/// Issues a person's badges anew, with their DID as the subject's id.
///
/// A badge issued anew says what the old one says: the same achievement, dates, level, hours, texts and evidence. Its own
/// are the id, the moment of signing, the place in a status list, and whom it is about. The old one is superseded and
/// nothing is revoked.
package struct Reissuer: Sendable {
    private let settings: WorkspaceSettings
    /// Signs badges of each format that the person has.
    private let securer: @Sendable (AwardRecord.Format) throws -> CredentialSecurer
    private let judge: AwardJudge
    private let checkpoints: CheckpointSigner?
    /// A reference to the member of staff, no name.
    private let who: String?

    package init(
        _ settings: WorkspaceSettings, securer: @escaping @Sendable (AwardRecord.Format) throws -> CredentialSecurer,
        judge: @escaping AwardJudge, checkpoints: CheckpointSigner?, who: String? = nil
    ) {
        self.settings = settings
        self.securer = securer
        self.judge = judge
        self.checkpoints = checkpoints
        self.who = who
    }

    /// What became of a badge.
    package struct Row: Sendable, Hashable {
        package enum Outcome: String, Sendable, CaseIterable {
            case reissued
            /// It names the DID already.
            case already
            /// It is on hold; once reinstated it can be issued anew.
            case onHold = "on-hold"
            case expired
        }

        package let outcome: Outcome
        package let award: AwardRecord
        /// The badge that took its place.
        package var successor: String?
        /// The name of the file that was written.
        package var file: String?
    }

    /// A badge of the person's that is to be issued anew.
    private struct Job {
        let old: AwardRecord
        let credential: JSONObject
        let newID: String
        let row: Int
    }

    /// - Parameters:
    ///   - folder: where the files go; those of badges that name the DID already are written when they are missing.
    /// - Returns: a row for each badge that isn't withdrawn or replaced, in the order of the register.
    /// - Throws: `RegisterError`, `clock.behind` among them; `BindingError` `binding.not-bound`, `binding.signing`,
    ///   `binding.self-check`: then nothing was issued. `AwardError` `award.output` for the files, when all is recorded.
    package func reissue(
        _ reference: PersonReference, to did: String, in register: Register, folder path: String,
        trustsClock: Bool = false, at now: Timestamp
    ) throws -> [Row] {
        let now = now.wholeSeconds
        let folder = try AwardFiles(folder: path)
        var files: [(row: Int, id: String, slug: String, bytes: [UInt8])] = []
        var rows = try register.write { transaction in
            let person = try transaction.known(reference)
            guard person.did?.hasSameBytes(as: did) ?? false else {
                throw BindingError(
                    .notBound, "The person isn't tied to this DID.",
                    hint: "Give the learner's proof with --proof; without it the command prints how one is made.")
            }
            if !trustsClock { try SigningClock.check(now, against: try transaction.newestEntryTime()) }
            var rows: [Row] = []
            var jobs: [Job] = []
            var generator = SystemRandom()
            for award in try transaction.awards(AwardFilter(personID: person.id, states: [.issued, .suspended])) {
                guard let bytes = try transaction.signedBytes(award.id),
                    case .credential(let presented) = PresentedFile.read(bytes)
                else { throw RegisterError(.fault, "A badge of a known person can't be read.") }
                let outcome = Self.outcome(of: award, presented.credential, did, at: now)
                if outcome == .already { files.append((rows.count, award.id, award.slug, bytes)) }
                if outcome == .reissued {
                    jobs.append(
                        Job(
                            old: award, credential: presented.credential,
                            newID: "urn:uuid:" + UUIDv4.make(using: &generator), row: rows.count))
                }
                rows.append(Row(outcome: outcome, award: award))
            }
            let successors = Dictionary(uniqueKeysWithValues: jobs.map { ($0.old.id, $0.newID) })
            for job in jobs {
                let bytes = try perform(job, person, successors, transaction, at: now)
                rows[job.row].successor = job.newID
                files.append((job.row, job.newID, job.old.slug, bytes))
            }
            if let checkpoints, !jobs.isEmpty {
                _ = try transaction.currentCheckpoint(issuer: checkpoints.issuer, key: checkpoints.key, at: now)
            }
            return rows
        }
        for file in files {
            rows[file.row].file = try folder.write(
                file.bytes, slug: file.slug, credential: file.id, in: nil, isNew: false
            ).name
        }
        if !files.isEmpty { try folder.sync() }
        return rows
    }

    private static func outcome(
        of award: AwardRecord, _ credential: JSONObject, _ did: String, at now: Timestamp
    ) -> Row.Outcome {
        if credential["credentialSubject"]?["id"]?.stringValue?.hasSameBytes(as: did) ?? false { return .already }
        if award.state == .suspended { return .onHold }
        return award.validUntil.map { $0 < now } ?? false ? .expired : .reissued
    }

    // MARK: One badge

    private func perform(
        _ job: Job, _ person: Person, _ successors: [String: String], _ transaction: RegisterTransaction,
        at now: Timestamp
    ) throws -> [UInt8] {
        var generator = SystemRandom()
        var allocations: [StatusAllocation] = []
        var places: [JSONValue] = []
        for purpose in StatusAllocation.Purpose.allCases
        where job.old.statusEntries.contains(where: { $0.purpose == purpose }) {
            let place = try transaction.allocateStatusIndex(purpose, at: now, using: &generator)
            allocations.append(place)
            places.append(
                CredentialStatusPlace(
                    purpose: purpose.rawValue, listCredential: settings.statusListID(place.list), index: place.index
                ).json)
        }
        let credential = Self.renewed(
            job.credential, id: job.newID, places: places, validFrom: now, successors,
            recipient: CredentialRecipient(
                did: person.did, email: person.email, passportNumber: person.passportNumber.description),
            using: &generator)
        let secured = try sign(credential, job.old, at: now)
        let old = job.old
        try transaction.supersede(old.id, by: job.newID, at: now)
        try transaction.insertAward(
            AwardRecord(
                id: job.newID, personID: person.id, badgeBase: old.badgeBase, slug: old.slug, version: old.version,
                achievementID: old.achievementID, level: old.level, awardedDate: old.awardedDate,
                activityStart: old.activityStart, activityEnd: old.activityEnd, hours: old.hours,
                creditsEarned: old.creditsEarned, narrative: old.narrative, language: old.language,
                evidence: old.evidence.map { $0.following(successors) }, validUntil: old.validUntil,
                format: old.format, statusEntries: allocations, issuedBy: who ?? old.issuedBy, signedAt: now,
                verificationMethod: secured.verificationMethod, signatureDigest: SHA256.hash(secured.signature),
                signedBytes: secured.bytes))
        try transaction.carryEnrolments(from: old.id, to: job.newID)
        try transaction.appendAudit(
            .awardSuperseded, who: who, subjects: [old.id, job.newID], persons: [person.id], at: now,
            using: &generator)
        try transaction.appendAudit(
            .awardIssued, who: who, subjects: [job.newID], persons: [person.id], code: Self.reason, at: now,
            using: &generator)
        return secured.bytes
    }

    /// What the audit trail says of why it was issued.
    static let reason = "holder-bound"

    /// The credential with what is its own made new.
    ///
    /// - Parameter successors: badges that are issued anew together with it, by the ids of the old ones: a milestone
    ///   goes on naming the badges that it rests on.
    static func renewed(
        _ old: JSONObject, id: String, places: [JSONValue], validFrom: Timestamp, _ successors: [String: String],
        recipient: CredentialRecipient, using generator: inout some RandomNumberGenerator
    ) -> JSONObject {
        var credential = old.removing("proof")
        credential["id"] = .string(id)
        credential["validFrom"] = .string(validFrom.wholeSeconds.description)
        if var subject = credential["credentialSubject"]?.objectValue {
            subject["id"] = recipient.did.map(JSONValue.string)
            subject["identifier"] = .array(recipient.identifiers(using: &generator))
            credential["credentialSubject"] = .object(subject)
        }
        if let evidence = credential["evidence"]?.arrayValue {
            credential["evidence"] = .array(
                evidence.map { piece in
                    guard var object = piece.objectValue, object["genre"]?.stringValue == "award",
                        let successor = object["id"]?.stringValue.flatMap({ successors[$0] })
                    else { return piece }
                    object["id"] = .string(successor)
                    return .object(object)
                })
        }
        credential["credentialStatus"] = places.count > 1 ? .array(places) : places.first
        return credential
    }

    private func sign(_ credential: JSONObject, _ old: AwardRecord, at now: Timestamp) throws -> SecuredCredential {
        let secured: SecuredCredential
        do {
            secured = try securer(old.format).secure(credential, at: now)
        } catch let error as WorkspaceError {
            throw error
        } catch {
            throw BindingError(
                .signing, "The badge \(old.id) can't be issued anew.",
                hint: "Nothing was issued. Check the workspace's keys.", cause: (error as? any CodedError)?.description)
        }
        if let refusal = judge(secured.bytes) {
            throw BindingError(
                .selfCheck, "Our own verifier doesn't accept the badge \(old.id) issued anew: \(refusal.message)",
                hint: "Nothing was issued. `passportctl register check` says whether the old one was changed.",
                cause: refusal.code)
        }
        return secured
    }
}

extension EvidenceRecord {
    /// The evidence with an award's id in place of the one whose place it took.
    fileprivate func following(_ successors: [String: String]) -> EvidenceRecord {
        guard kind == .award, let successor = successors[id] else { return self }
        return EvidenceRecord(
            id: successor, kind: kind, name: name, description: description, url: url, sha256: sha256,
            capturedDate: capturedDate)
    }
}
