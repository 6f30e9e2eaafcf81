import Cryptography
import Encodings
import OpenBadges
import VerifiableCredentials

/// Says what is wrong with one stored award: by its digest, its signature, and what the register says beside it.
struct StoredAwardJudge: Sendable {
    private let verifier: Verifier
    private let statusListID: @Sendable (Int) -> String
    /// Awards whose holder was erased, as the erasure journal says.
    private let erased: Set<String>

    /// - Throws: `WorkspaceError` when the workspace's own keys can't be read; what reading the erasure journal throws.
    init(_ workspace: Workspace, at now: Timestamp) throws {
        erased = Set(try ErasureJournal(beside: workspace.registerPath).entries().flatMap(\.awardIDs))
        let own = try workspace.ownTrust()
        let issuer = TrustedIssuer(
            did: own.did, name: own.name, keys: own.keys.map { PinnedKey(id: $0.id, publicKey: $0.publicKey) })
        verifier = Verifier(
            material: VerificationMaterial(trust: TrustList(updated: now.wholeSeconds, issuers: [issuer])),
            policy: VerificationPolicy(), profile: OpenBadgeProfile(), time: JudgementTime(now: now))
        let settings = workspace.settings
        statusListID = { settings.statusListID($0) }
    }

    /// The first thing that is wrong; the trail's word is the caller's to compare.
    func fault(of award: StoredAward) -> RecordError? {
        if let fault = bitFault(of: award) { return fault }
        guard let bytes = award.bytes else {
            return award.isUnlinked && erased.contains(award.id)
                ? nil
                : RecordError(.bytesMissing, award: award.id, "has lost its signed bytes, and nobody erased them")
        }
        guard SHA256.hash(bytes) == award.sha256 else {
            return RecordError(.digestMismatch, award: award.id, "isn't stored as it was signed: its digest differs")
        }
        guard case .credential(let presented) = PresentedFile.read(bytes) else {
            return RecordError(.notGenuine, award: award.id, "can't be read as a badge")
        }
        let report = verifier.judge(presented, source: award.id)
        if let refusal = report.checks.first(where: Self.isRefusal) {
            let words = refusal.code.text.filled(refusal.values, in: .en)
            return RecordError(
                .notGenuine, award: award.id, "doesn't pass our own verifier: \(Self.withoutPeriod(words))",
                cause: refusal.code.rawValue)
        }
        return contradiction(award, presented).map { what in
            RecordError(
                .contradiction, award: award.id, "was signed with another \(what) than the register has", cause: what)
        }
    }

    /// A stored badge may have expired or been revoked, and be as genuine as before.
    private static func isRefusal(_ result: CheckResult) -> Bool {
        guard result.outcome == .failed || result.outcome == .undetermined else { return false }
        return result.check != .status && result.code != .validityExpired && result.code != .validityNotYet
    }

    private static func withoutPeriod(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    /// A revoked award's place must say so; that of one on hold, too. Revoking says nothing of the hold.
    private func bitFault(of award: StoredAward) -> RecordError? {
        let isWrong = award.places.contains { place in
            switch place.allocation.purpose {
            case .revocation: place.bit != (award.state == .revoked)
            case .suspension: award.state.isLive && place.bit != (award.state == .suspended)
            }
        }
        guard isWrong else { return nil }
        return RecordError(
            .statusBit, award: award.id, "is \(award.state.rawValue), and its place in the status list says otherwise")
    }

    /// What differs between the register's columns and what was signed.
    private func contradiction(_ award: StoredAward, _ presented: PresentedCredential) -> String? {
        let (credential, view) = (presented.credential, presented.view)
        guard view.id == award.id else { return "id" }
        let badge = AchievementCredentialView(credential)
        guard badge.achievement?.id == award.achievementID else { return "achievement" }
        guard badge.level?.ordinal == award.level else { return "level" }
        guard credential["awardedDate"]?.stringValue == award.awardedDate.noonZ.description else {
            return "date of award"
        }
        guard view.validUntil == award.validUntil else { return "end of validity" }
        let signed = view.statusEntries.compactMap { try? StatusListEntry(json: $0) }
            .map { "\($0.purpose) \($0.listCredential) \($0.index)" }
        let recorded = award.places.map(\.allocation)
            .map { "\($0.purpose.rawValue) \(statusListID($0.list)) \($0.index)" }
        guard signed.sorted() == recorded.sorted() else { return "place in the status list" }
        guard let (method, signature) = Self.signature(of: presented) else { return "signature" }
        guard method == award.verificationMethod else { return "signing key" }
        return SHA256.hash(signature) == award.signatureDigest ? nil : "signature"
    }

    private static func signature(of presented: PresentedCredential) -> (method: String, bytes: [UInt8])? {
        switch presented.securing {
        case .jws(let jws, _): return jws.header.kid.map { ($0, jws.signature) }
        case .embedded:
            guard let json = presented.view.proofs.first, let proof = try? DataIntegrityProof(json: json),
                let method = proof.verificationMethod, let bytes = proof.signature
            else { return nil }
            return (method, bytes)
        }
    }
}

extension StoredAwardJudge {
    /// What is wrong with a stored transcript: its signature, or what the register says beside it.
    ///
    /// The badges in it are judged where they are stored.
    func fault(of record: TranscriptRecord, bytes: [UInt8]?) -> RecordError? {
        guard let bytes else {
            return record.personID == nil
                ? nil
                : RecordError(.bytesMissing, transcript: record.id, "has lost its file, and nobody erased it")
        }
        let judged = verifier.judgeDocument(bytes, source: record.id)
        if let refusal = judged.report.checks.first(where: Self.isRefusal) {
            let words = refusal.code.text.filled(refusal.values, in: .en)
            return RecordError(
                .notGenuine, transcript: record.id, "doesn't pass our own verifier: \(Self.withoutPeriod(words))",
                cause: refusal.code.rawValue)
        }
        return contradiction(record, judged.json ?? [:]).map { what in
            RecordError(
                .contradiction, transcript: record.id, "was signed with another \(what) than the register has",
                cause: what)
        }
    }

    private func contradiction(_ record: TranscriptRecord, _ json: JSONObject) -> String? {
        let view = CredentialView(json)
        guard view.id == record.id else { return "id" }
        guard let entry = view.statusEntries.first.flatMap({ try? StatusListEntry(json: $0) }),
            entry.listCredential.hasSameBytes(as: statusListID(record.place.list)), entry.index == record.place.index
        else { return "place in the status list" }
        guard let proof = view.proofs.first.flatMap({ try? DataIntegrityProof(json: $0) }),
            let signature = proof.signature, proof.verificationMethod == record.verificationMethod
        else { return "signing key" }
        return SHA256.hash(signature) == record.signatureDigest ? nil : "signature"
    }
}
