import BadgeDefinitions
import Cryptography
import Encodings
import VerifiableCredentials

/// Up to 500 awards in one transaction.
struct AwardBatch {
    let awarder: Awarder
    let composers: AwardComposers
    let planned: [PlannedAward]
    let options: AwardOptions
    let now: Timestamp

    /// An award that was decided on, before it is signed.
    private struct Job: Sendable {
        let award: PlannedAward
        let row: AwardReport.Row
        let person: Person
        let id: String
        let status: [StatusAllocation]
        let places: [CredentialStatusPlace]
    }

    /// A credential that was signed and that our verifier accepts.
    private struct Signed: Sendable {
        let secured: SecuredCredential
        let evidenceIDs: [String]
    }

    typealias Outcome = (index: Int, row: AwardReport.Row, bytes: [UInt8]?)

    func run(in transaction: RegisterTransaction) throws -> [Outcome] {
        var generator = SystemRandom()
        var outcomes: [Outcome] = []
        var jobs: [Job] = []
        for award in planned {
            let (row, job) = try prepare(award, transaction, using: &generator)
            if let job { jobs.append(job) } else { outcomes.append((award.index, row, nil)) }
        }
        let signed = try Parallel.map(jobs, sign)
        for (job, credential) in zip(jobs, signed) {
            try record(job, credential, transaction, using: &generator)
            var row = job.row
            row.outcome = .awarded
            row.credentialID = job.id
            outcomes.append((job.award.index, row, credential.secured.bytes))
        }
        return outcomes
    }

    /// Decides once more, now that nobody else writes, and takes what the credential needs from the register.
    private func prepare(
        _ award: PlannedAward, _ transaction: RegisterTransaction, using generator: inout some RandomNumberGenerator
    ) throws -> (AwardReport.Row, Job?) {
        let recipient = award.request.recipient
        var row = AwardReport.Row(
            row: award.request.row, outcome: .ready, findings: award.warnings, name: recipient.shownName)
        var known: Person?
        switch try PersonLookup(reader: transaction).find(recipient, row: award.request.row) {
        case .refused(let finding):
            row.findings.append(finding)
            row.outcome = .refused
            return (row, nil)
        case .known(let person): known = person
        case .new: row.isNewPerson = true
        }
        row.isKnownByNumber = recipient.isKnownByNumber(as: known)
        let decider = AwardDecider(definition: awarder.definition, now: now, force: options.force)
        row.apply(
            try decider.decide(
                award.values, isDated: award.request.date != nil, person: known, reader: transaction))
        if let known { row.show(known) }
        guard row.outcome == .ready else { return (row, nil) }

        let person = try self.person(known, award, transaction, using: &generator)
        row.show(person)
        let purposes: [StatusAllocation.Purpose] =
            awarder.definition.isSuspendable ? [.revocation, .suspension] : [.revocation]
        var status: [StatusAllocation] = []
        var places: [CredentialStatusPlace] = []
        for purpose in purposes {
            let place = try transaction.allocateStatusIndex(purpose, at: now, using: &generator)
            status.append(place)
            places.append(
                CredentialStatusPlace(
                    purpose: purpose.rawValue, listCredential: try awarder.issuer.statusListID(place.list),
                    index: place.index))
        }
        let id = "urn:uuid:" + UUIDv4.make(using: &generator)
        return (row, Job(award: award, row: row, person: person, id: id, status: status, places: places))
    }

    private func person(
        _ known: Person?, _ award: PlannedAward, _ transaction: RegisterTransaction,
        using generator: inout some RandomNumberGenerator
    ) throws(RegisterError) -> Person {
        let details = award.request.recipient.details(language: award.request.language)
        guard let known else { return try transaction.insertPerson(details, at: now, using: &generator) }
        guard known.details.filled(from: details) != known.details else { return known }
        try transaction.appendAudit(
            .personCompleted, who: options.issuedBy, persons: [known.id], at: now, using: &generator)
        return try transaction.completePerson(known.id, with: details, at: now)
    }

    /// Composes, secures and judges one; runs on all cores.
    private func sign(_ job: Job) throws(AwardError) -> Signed {
        var generator = SystemRandom()
        let values = job.award.values
        let recipient = CredentialRecipient(
            did: job.person.did, email: job.person.email, passportNumber: job.person.passportNumber.description)
        let credential = composers.composer(language: values.language).compose(
            id: job.id, award: values, recipient: recipient, status: job.places, validFrom: now, using: &generator)
        let secured: SecuredCredential
        do {
            secured = try awarder.securer.secure(credential, at: now)
        } catch {
            throw AwardError(
                .signing, "The badge can't be signed.", hint: "Check the workspace's keys and the format asked for.",
                cause: (error as? any CodedError)?.description)
        }
        if let refusal = awarder.judge(secured.bytes) {
            throw AwardError(
                .selfCheck, "Our own verifier doesn't accept the badge that was made: \(refusal.message)",
                hint: "Nothing of this batch was recorded. Check the definition with `passportctl definition lint`.",
                cause: refusal.code)
        }
        let evidence = credential["evidence"]?.asList ?? []
        return Signed(secured: secured, evidenceIDs: evidence.map { $0["id"]?.stringValue ?? "" })
    }

    private func record(
        _ job: Job, _ signed: Signed, _ transaction: RegisterTransaction,
        using generator: inout some RandomNumberGenerator
    ) throws(RegisterError) {
        let (definition, values) = (awarder.definition, job.award.values)
        if let superseded = job.row.supersededID { try transaction.supersede(superseded, by: job.id, at: now) }
        let isCurriculum = definition.credits?.basis == .curriculum
        let evidence = zip(values.evidence, signed.evidenceIDs).map { piece, id in
            EvidenceRecord(
                id: id, kind: EvidenceRecord.Kind(piece.kind), name: piece.title, url: piece.url, sha256: piece.sha256)
        }
        try transaction.insertAward(
            AwardRecord(
                id: job.id, personID: job.person.id, badgeBase: definition.badgeBase, slug: definition.slug,
                version: definition.version, achievementID: definition.achievementID, level: values.level?.ordinal,
                awardedDate: values.awardedDate, activityStart: values.activityStart, activityEnd: values.activityEnd,
                hours: values.hours,
                creditsEarned: isCurriculum ? values.creditsEarned ?? definition.credits?.value : nil,
                narrative: values.narrative, language: values.language, evidence: evidence,
                validUntil: composers.composer(language: values.language).validUntil(awardedOn: values.awardedDate),
                format: awarder.securer.format, statusEntries: job.status, issuedBy: options.issuedBy, signedAt: now,
                verificationMethod: signed.secured.verificationMethod,
                signatureDigest: SHA256.hash(signed.secured.signature), signedBytes: signed.secured.bytes))
        if job.row.isNewPerson {
            try transaction.appendAudit(
                .personAdded, who: options.issuedBy, persons: [job.person.id], at: now, using: &generator)
        }
        if let superseded = job.row.supersededID {
            try transaction.appendAudit(
                .awardSuperseded, who: options.issuedBy, subjects: [superseded, job.id], persons: [job.person.id],
                at: now, using: &generator)
        }
        try transaction.appendAudit(
            .awardIssued, who: options.issuedBy, subjects: [job.id], persons: [job.person.id],
            code: job.row.reason?.rawValue, at: now, using: &generator)
    }
}

extension AwardEvidence {
    fileprivate var url: String? { if case .url(let url) = source { url } else { nil } }
}

extension EvidenceRecord.Kind {
    fileprivate init(_ kind: AwardEvidence.Kind) {
        switch kind {
        case .link: self = .link
        case .document: self = .document
        case .observation: self = .observation
        case .demonstration: self = .demonstration
        case .reflection: self = .reflection
        case .award: self = .award
        }
    }
}
