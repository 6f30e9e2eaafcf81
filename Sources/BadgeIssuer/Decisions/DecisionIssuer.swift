import Cryptography
package import Encodings

/// Signs decisions and records them, with a place in the status list, so that one that was overturned can be seen to be.
package struct DecisionIssuer: Sendable {
    private let settings: WorkspaceSettings
    private let securer: CredentialSecurer
    private let judge: AwardJudge
    private let checkpoints: CheckpointSigner?

    /// A decision as it is handed out.
    package struct Issued: Sendable {
        /// The exact bytes of the person's file.
        package let bytes: [UInt8]
        /// Whether it was signed just now; else an earlier run had come so far.
        package let isNew: Bool
    }

    package init(
        settings: WorkspaceSettings, securer: CredentialSecurer, judge: @escaping AwardJudge,
        checkpoints: CheckpointSigner?
    ) {
        self.settings = settings
        self.securer = securer
        self.judge = judge
        self.checkpoints = checkpoints
    }

    /// - Parameters:
    ///   - trustsClock: signs although the register knows a later time than `now`.
    ///   - alongside: the last step before the decision is recorded; when it throws, nothing is.
    /// - Throws: `RegisterError`, `clock.behind` among them; `AwardError` `award.signing`, `award.self-check`,
    ///   `row.identifier-conflict`.
    package func issue(
        _ request: DecisionRequest, in register: Register, at now: Timestamp, trustsClock: Bool = false,
        alongside: (_ isNew: Bool) throws -> Void = { _ in }
    ) throws -> Issued {
        let now = now.wholeSeconds
        return try register.write { transaction in
            if let bytes = try transaction.signedBytes(request.id) {
                try alongside(false)
                return Issued(bytes: bytes, isNew: false)
            }
            if !trustsClock { try SigningClock.check(now, against: try transaction.newestEntryTime()) }
            var generator = SystemRandom()
            try transaction.recordPublished(request.snapshot(), at: now)
            let person = try person(request, transaction, at: now, using: &generator)
            let place = try transaction.allocateStatusIndex(.revocation, at: now, using: &generator)
            let secured = try secure(request, place, at: now)
            if let replaced = request.replaces {
                try Self.revoke(replaced, .correction, who: request.who, transaction, at: now, using: &generator)
            }
            try record(request, secured, of: person, at: place, transaction, now, using: &generator)
            if let checkpoints {
                _ = try transaction.currentCheckpoint(issuer: checkpoints.issuer, key: checkpoints.key, at: now)
            }
            try alongside(true)
            return Issued(bytes: secured.bytes, isNew: true)
        }
    }

    /// Takes a decision back without a new one.
    ///
    /// - Returns: whether the register had it, and it still stood.
    /// - Throws: `RegisterError`
    @discardableResult
    package static func overturn(
        _ id: String, in register: Register, who: String?, at now: Timestamp, alongside: () throws -> Void = {}
    ) throws -> Bool {
        try register.write { transaction in
            var generator = SystemRandom()
            let isHere = try revoke(id, .error, who: who, transaction, at: now.wholeSeconds, using: &generator)
            try alongside()
            return isHere
        }
    }

    // MARK: Steps

    /// Whom the details name, or somebody new.
    private func person(
        _ request: DecisionRequest, _ transaction: RegisterTransaction, at now: Timestamp,
        using generator: inout some RandomNumberGenerator
    ) throws -> Person {
        let details = request.person.normalised
        let keys = [
            details.did.map(PersonKey.did), details.email.map(PersonKey.email),
            details.studentID.map(PersonKey.studentID),
        ]
        var known: Person?
        for key in keys.compactMap(\.self) {
            guard let person = try transaction.person(key) else { continue }
            if let known, known.id != person.id {
                throw AwardError(
                    .identifierConflict, "The applicant's identifiers don't belong to one and the same person.",
                    hint: "Compare them with `passportctl register list --persons`.")
            }
            known = person
        }
        if let known { return known }
        let person = try transaction.insertPerson(details, at: now, using: &generator)
        try transaction.appendAudit(
            .personAdded, who: request.who, persons: [person.id], at: now, using: &generator)
        return person
    }

    private func secure(
        _ request: DecisionRequest, _ place: StatusAllocation, at now: Timestamp
    ) throws(AwardError) -> SecuredCredential {
        let list = settings.statusListID(place.list)
        let credential = request.compose([
            "id": .string("\(list)#\(place.index)"), "type": "BitstringStatusListEntry",
            "statusPurpose": .string(place.purpose.rawValue), "statusListIndex": .string(String(place.index)),
            "statusListCredential": .string(list),
        ])
        let secured: SecuredCredential
        do {
            secured = try securer.secure(credential, at: now)
        } catch {
            throw AwardError(
                .signing, "The decision can't be signed.", hint: "Check the workspace's keys.",
                cause: (error as? any CodedError)?.description)
        }
        if let refusal = judge(secured.bytes) {
            throw AwardError(
                .selfCheck, "Our own verifier doesn't accept the decision that was made: \(refusal.message)",
                hint: "Nothing was recorded. Check the rule file's texts and the workspace's settings.",
                cause: refusal.code)
        }
        return secured
    }

    private func record(
        _ request: DecisionRequest, _ secured: SecuredCredential, of person: Person, at place: StatusAllocation,
        _ transaction: RegisterTransaction, _ now: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws(RegisterError) {
        try transaction.insertAward(
            AwardRecord(
                id: request.id, personID: person.id, badgeBase: request.kind.badgeBase, slug: request.kind.slug,
                version: request.kind.version, achievementID: request.kind.achievementID, level: nil,
                awardedDate: CalendarDay(of: now), creditsEarned: request.credits, language: request.language,
                format: securer.format, statusEntries: [place],
                replaces: try request.replaces.flatMap { (id) throws(RegisterError) in try transaction.award(id)?.id },
                issuedBy: request.who, signedAt: now, verificationMethod: secured.verificationMethod,
                signatureDigest: SHA256.hash(secured.signature), signedBytes: secured.bytes))
        try transaction.appendAudit(
            .awardIssued, who: request.who, subjects: [request.id], persons: [person.id], at: now, using: &generator)
    }

    @discardableResult
    private static func revoke(
        _ id: String, _ reason: StatusReason, who: String?, _ transaction: RegisterTransaction, at now: Timestamp,
        using generator: inout some RandomNumberGenerator
    ) throws(RegisterError) -> Bool {
        guard let award = try transaction.award(id), award.state.isLive else { return false }
        try transaction.changeState(of: id, to: .revoked, reason: reason.rawValue, at: now)
        try transaction.appendAudit(
            .awardRevoked, who: who, subjects: [id], persons: [award.personID].compactMap(\.self),
            code: reason.rawValue, at: now, using: &generator)
        return true
    }
}
