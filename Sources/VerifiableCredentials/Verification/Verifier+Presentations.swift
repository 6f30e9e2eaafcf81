import Encodings

/// Judging what holds other credentials: presentations and transcripts.
///
/// Each credential inside is judged as a document of its own, whatever its wrapper is worth.
extension Verifier {
    /// Reads and judges one file, with all that it holds.
    ///
    /// - Parameters:
    ///   - source: its name, for the report
    ///   - timestamps: those that lay beside it
    public func judgeDocument(
        _ bytes: [UInt8], source: String, timestamps: [FoundTimestamp] = []
    ) -> JudgedDocument {
        guard !timestamps.isEmpty else { return judgeAll(bytes, source: source) }
        let book = TimestampBook(timestamps, pinned: pinnedTSA)
        var verifier = self
        verifier.proofs.timestamps = book
        return verifier.judgeAll(bytes, source: source).noting(book.notesOfRest(), beside: .proof)
    }

    private func judgeAll(_ bytes: [UInt8], source: String) -> JudgedDocument {
        let file = PresentedFile.read(bytes) { profile.innerCredentials(of: $0) != nil }
        if case .credential(let presented) = file, profile.innerCredentials(of: presented.credential) == nil {
            // Most files are one credential, which shares nothing with others.
            let report = judge(presented, source: source)
            let document = JudgedDocument(
                kind: .credential, report: report, json: presented.credential, bytes: presented.bytes,
                isJWS: presented.isJWS, inner: [])
            return endorsementsBeside.isEmpty ? document : joined(document)
        }
        var reading = InnerReading(profile: profile, contexts: contexts)
        let found = reading.read(file, source: source)
        // What the file brings along for checking holds for all of it, wherever it stands.
        let verifier = reading.enclosed.isEmpty ? self : knowing(reading.enclosed)
        var run = InnerRun(credentials: reading.count, endorsements: reading.endorsementCount)
        return joined(InnerAgreement.settle(verifier.judge(found, presentedBy: nil, depth: 0, run: &run)))
    }

    /// What judging the credentials of one file may still cost, all together: a few that are dear and hundreds that
    /// are real, but not hundreds that are dear.
    struct InnerRun {
        var work: ProofWork
        /// The same for endorsements, which take nothing from the credentials.
        var endorsementWork: ProofWork
        /// Whether there are more of those than are judged.
        let hasTooManyEndorsements: Bool

        init(credentials count: Int, endorsements: Int) {
            work = ProofWork(credentials: count).adding(dear: 3)
            endorsementWork = ProofWork(credentials: endorsements)
            hasTooManyEndorsements = endorsements > Verifier.maxEndorsementsInFile
        }
    }

    private func refused(_ file: PresentedFile, source: String) -> JudgedDocument {
        let result =
            if case .refused(let result) = file { result } else { CheckResult(.form, .failed, .formNotCredential) }
        return JudgedDocument(refused: .refused(result, source: source, at: time.at))
    }

    private func judge(
        _ found: FoundDocument, presentedBy presenter: Presenter?, depth: Int, run: inout InnerRun
    ) -> JudgedDocument {
        switch found.file {
        case .credential(let presented):
            judge(presented, found, presentedBy: presenter, depth: depth, run: &run)
        case .presentation(let presentation) where depth == 0: judge(presentation, found, run: &run)
        case .presentation, .refused: refused(found.file, source: found.source)
        }
    }

    private func judge(
        _ presented: PresentedCredential, _ found: FoundDocument, presentedBy presenter: Presenter?, depth: Int,
        run: inout InnerRun
    ) -> JudgedDocument {
        let given = run.work.part(credentials: found.inner.count)
        var work = given
        // Whoever asks for a person or a kind of badge means the badges, not what others say of them.
        let isEndorsement = depth > 0 && profile.endorsement(presented.credential) != nil
        let verifier = isEndorsement ? endorsing : self
        var report = verifier.judge(
            presented, source: found.source, presentedBy: presenter, isInner: depth > 0, work: &work)
        run.work.settle(work, given: given)
        report = endorsed(
            report, of: presented, hasOwnBytes: depth == 0 || presented.isJWS,
            isOneOfMany: run.hasTooManyEndorsements, work: &run.endorsementWork)
        let inner = found.inner.map { judge($0, presentedBy: presenter, depth: depth + 1, run: &run) }
        report.inner = inner.map(\.report)
        return JudgedDocument(
            kind: .credential, report: report, json: presented.credential, bytes: presented.bytes,
            isJWS: presented.isJWS, inner: inner)
    }

    // MARK: Presentations

    private func judge(
        _ presentation: PresentedPresentation, _ found: FoundDocument, run: inout InnerRun
    ) -> JudgedDocument {
        let source = found.source
        let form = PresentationForm(presentation: presentation).judge()
        let isJWS = if case .jws = presentation.securing { true } else { false }
        guard form.outcome == .passed else {
            return JudgedDocument(
                kind: .presentation, report: .refused(form, source: source, at: time.at), json: presentation.json,
                bytes: presentation.bytes, isJWS: isJWS, inner: [])
        }
        var work = ProofWork(credentials: presentation.members.count)
        let judgement = proof(of: presentation, isJWS: isJWS, work: &work)
        var own = presentation.json
        own["verifiableCredential"] = nil
        var checks = [form, self.contexts(own, judgement: judgement), judgement.result]
        let recipient: CheckResult
        if judgement.result.outcome == .passed, let signer = judgement.signer, let holder = presentation.holder {
            checks.append(controller(signer, issuer: holder))
            checks.append(
                ClaimsCheck(shapes: PresentationForm.shapes).judge(own, signed: judgement.expanded))
            recipient = self.recipient(of: judgement, holder: holder)
        } else {
            checks += [Check.controller, .claims].map { CheckResult($0, .undetermined, .proofRequired) }
            recipient = CheckResult(.recipient, .undetermined, .proofRequired)
        }
        checks += [Check.validity, .status, .schema, .badge, .endorsements].map {
            CheckResult($0, .notApplicable, .presentationInside)
        }
        checks.append(recipient)
        let isSound = checks.allSatisfy { $0.check == .recipient || [.passed, .notApplicable].contains($0.outcome) }
        checks.append(holderKey(judgement.signer))
        checks = policy.demands.applied(toPresentation: checks, suites: judgement.suites)
        let isVouched = judgement.signer.map { $0.vouching.isVouched && !$0.vouching.isByOldWord } ?? false
        let isForUs = recipient.outcome == .passed
        let presenter = Presenter(
            did: isSound && isVouched ? presentation.holder : nil, isAsked: isForUs && policy.challenge != nil)
        let inner = found.inner.map { judge($0, presentedBy: presenter, depth: 1, run: &run) }
        let report = VerificationReport(
            source: source, at: time.at, credential: CredentialSummary(presentation, judgement: judgement),
            checks: checks, inner: inner.map(\.report))
        return JudgedDocument(
            kind: .presentation, report: report, json: presentation.json, bytes: presentation.bytes, isJWS: isJWS,
            inner: inner)
    }

    private func proof(
        of presentation: PresentedPresentation, isJWS: Bool, work: inout ProofWork
    ) -> ProofJudge.Judgement {
        guard isJWS || presentation.json["proof"] != nil else {
            return .init(result: CheckResult(.proof, .undetermined, .presentationUnsigned))
        }
        guard let holder = presentation.holder else {
            return .init(result: CheckResult(.proof, .undetermined, .presentationHolder))
        }
        var proofs = proofs
        proofs.purpose = "authentication"
        return noting(
            proofs.judge(presentation.json, securedBy: presentation.securing, signer: holder, work: &work), of: holder)
    }

    /// Whether it was made for this receiver: by the names that the signature has, and the challenge that was given.
    private func recipient(of judgement: ProofJudge.Judgement, holder: String) -> CheckResult {
        if let other = addressedToOther(judgement) { return other }
        if policy.challenge != nil, judgement.challenge == nil {
            return CheckResult(.recipient, .undetermined, .recipientNoChallenge)
        }
        guard judgement.isAddressed else { return CheckResult(.recipient, .notApplicable, .recipientAnybody) }
        var detail: JSONObject = ["holder": .string(holder)]
        detail["domain"] = judgement.domains.isEmpty ? nil : .some(.array(judgement.domains.map { .string($0) }))
        detail["challenge"] = judgement.challenge.map { .string($0) }
        return CheckResult(.recipient, .passed, .recipientAddressed, detail: detail)
    }

    /// A holder whose DID isn't made of the key needs somebody to vouch for the key.
    private func holderKey(_ signer: KeyResolver.Resolved?) -> CheckResult {
        guard let signer, !signer.vouching.isVouched || signer.vouching.isByOldWord else {
            return CheckResult(.issuer, .notApplicable, .presentationInside)
        }
        return CheckResult(
            .issuer, .undetermined, .issuerKeyNotPinned, ["issuer": signer.controller, "key": signer.id])
    }
}

extension CredentialSummary {
    /// What a presentation says of itself: who presents, since when and until when it is signed.
    init(_ presentation: PresentedPresentation, judgement: ProofJudge.Judgement) {
        id = presentation.json["id"]?.stringValue
        kind = "VerifiablePresentation"
        recipient = presentation.holder
        validFrom = judgement.claimed
        validUntil = judgement.expires
    }
}
