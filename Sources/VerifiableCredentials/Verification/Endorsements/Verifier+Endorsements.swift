import Encodings

/// What others say of a credential: each endorsement is judged as a document of its own, and none changes what the
/// credential is worth.
///
/// [Open Badges 3.0, EndorsementCredential verification](https://www.imsglobal.org/spec/ob/v3p0/#endorsement-verification)
extension Verifier {
    /// As many for one credential as somebody reads. Of more none is judged: which stand first says nothing.
    public static let maxEndorsements = 64
    /// As many in one file, with all the credentials that it holds.
    public static let maxEndorsementsInFile = 500

    /// A verifier for what others say: it has no recipient, and a receiver's demands on badges aren't made of it.
    var endorsing: Verifier {
        var verifier = self
        verifier.policy.recipient = nil
        verifier.policy.demands.requiredChecks = []
        verifier.policy.demands.kinds = []
        verifier.policy.demands.minLevel = nil
        return verifier
    }

    /// A verifier that knows endorsements that were given beside the files to judge. What is none is left out.
    ///
    /// - Parameter files: their bytes and names.
    public func considering(endorsements files: [(bytes: [UInt8], source: String)]) -> Verifier {
        var verifier = self
        for file in files {
            guard case .credential(let presented) = PresentedFile.read(file.bytes),
                let claim = profile.endorsement(presented.credential)
            else { continue }
            var work = ProofWork()
            let report = endorsing.judge(presented, source: file.source, presentedBy: nil, work: &work)
            verifier.endorsementsBeside.add(claim, noting(deeper: presented.credential, in: report))
        }
        return verifier
    }

    // MARK: In the credential

    /// The report with those of the endorsements that stand in the credential.
    ///
    /// - Parameters:
    ///   - isOneOfMany: whether the file holds more endorsements than are judged.
    ///   - work: what all of them may still cost.
    func endorsed(
        _ report: VerificationReport, of presented: PresentedCredential, hasOwnBytes: Bool, isOneOfMany: Bool = false,
        work: inout ProofWork
    ) -> VerificationReport {
        let embedded = profile.endorsements(in: presented.credential)
        guard !embedded.isEmpty, report.credential != nil else { return report }
        guard !isOneOfMany, embedded.count <= Self.maxEndorsements else {
            let limit = isOneOfMany ? Self.maxEndorsementsInFile : Self.maxEndorsements
            return report.answering(tooMany(embedded.count, limit: limit))
        }
        let verifier = endorsing
        let document = EndorsedDocument(presented.credential, bytes: presented.bytes, hasOwnBytes: hasOwnBytes)
        var report = report
        for endorsement in embedded {
            let given = work.part()
            var part = given
            report.endorsements.append(
                verifier.judge(endorsement, in: document, source: report.source, work: &part))
            work.settle(part, given: given)
        }
        return report.answering(endorsementsCheck(of: report))
    }

    /// What one endorsement costs at most is given by `work`; what it holds itself isn't judged any deeper.
    private func judge(
        _ endorsement: EmbeddedEndorsement, in document: EndorsedDocument, source: String, work: inout ProofWork
    ) -> EndorsementReport {
        let source = "\(source)\(source.utf8.contains(UInt8(ascii: "#")) ? "" : "#")\(endorsement.path.pointer)"
        let place = endorsement.path.description
        guard
            case .credential(let presented) = PresentedFile.read(
                member: endorsement.member, holdsOthers: { _ in false })
        else {
            let refusal = refusal(of: endorsement.member, source: source)
            return EndorsementReport(place: place, isBeside: false, claim: nil, thing: nil, report: refusal)
        }
        let report = judge(presented, source: source, presentedBy: nil, isInner: true, work: &work)
        guard let claim = profile.endorsement(presented.credential) else {
            let other = report.answering(CheckResult(.badge, .failed, .endorsementKind))
            return EndorsementReport(place: place, isBeside: false, claim: nil, thing: nil, report: other)
        }
        return bound(
            claim, noting(deeper: presented.credential, in: report), to: endorsement.things, of: document, place: place,
            isBeside: false)
    }

    private func refusal(of member: JSONValue, source: String) -> VerificationReport {
        if case .refused(let result) = PresentedFile.read(member: member, holdsOthers: { _ in false }) {
            return .refused(result, source: source, at: time.at)
        }
        return .refused(CheckResult(.form, .failed, .formNotCredential), source: source, at: time.at)
    }

    /// - Parameter report: the endorsement's own; what rests on its claims waits for its signature.
    private func bound(
        _ claim: EndorsementClaim, _ report: VerificationReport, to things: [EndorsedThing],
        of document: EndorsedDocument, place: String, isBeside: Bool
    ) -> EndorsementReport {
        guard report[.proof]?.outcome == .passed, let endorser = report.credential?.issuer else {
            return EndorsementReport(place: place, isBeside: isBeside, claim: claim, thing: nil, report: report)
        }
        let binding = EndorsementBinding(
            claim: claim, endorser: endorser, things: things, document: document, isEmbedded: !isBeside)
        let (result, thing) = binding.judge()
        return EndorsementReport(
            place: place, isBeside: isBeside, claim: claim, thing: thing?.kind, report: report.answering(result))
    }

    /// An endorsement's own endorsements are named, not judged.
    private func noting(deeper credential: JSONObject, in report: VerificationReport) -> VerificationReport {
        let count = profile.endorsements(in: credential).count
        guard count > 0, report[.proof]?.outcome == .passed else { return report }
        return report.answering(
            CheckResult(.endorsements, .notApplicable, .endorsementsDeeper, ["count": "\(count)"]))
    }

    // MARK: Beside it

    /// The document with the endorsements that were found beside each of its credentials: in the same presentation, or
    /// among the files given.
    func joined(_ document: JudgedDocument) -> JudgedDocument {
        var beside = endorsementsBeside
        collect(document.inner, into: &beside)
        return beside.isEmpty ? document : joined(document, to: beside, isInner: false)
    }

    private func collect(_ documents: [JudgedDocument], into beside: inout EndorsementsBeside) {
        for document in documents {
            if document.kind == .credential, let json = document.json, let claim = profile.endorsement(json) {
                beside.add(claim, document.report)
            }
            collect(document.inner, into: &beside)
        }
    }

    private func joined(_ document: JudgedDocument, to beside: EndorsementsBeside, isInner: Bool) -> JudgedDocument {
        let inner = document.inner.map { joined($0, to: beside, isInner: true) }
        var report = document.report
        report.inner = inner.map(\.report)
        if document.kind == .credential, let json = document.json, report.credential != nil {
            let things = profile.endorsable(in: json)
            let found = beside.about(things).filter { !$0.report.source.hasSameBytes(as: report.source) }
            if found.count + report.endorsements.count > Self.maxEndorsements {
                report = report.answering(
                    tooMany(found.count + report.endorsements.count, limit: Self.maxEndorsements))
            } else if !found.isEmpty {
                let whole = EndorsedDocument(json, bytes: document.bytes, hasOwnBytes: !isInner || document.isJWS)
                report.endorsements += found.map {
                    bound($0.claim, $0.report, to: things, of: whole, place: $0.report.source, isBeside: true)
                }
                report = report.answering(endorsementsCheck(of: report))
            }
        }
        return document.with(report, inner: inner)
    }

    // MARK: The answer

    /// What the endorsements of a report come to. None of them makes the credential better or worse.
    private func endorsementsCheck(of report: VerificationReport) -> CheckResult {
        guard report[.proof]?.outcome == .passed else {
            return CheckResult(.endorsements, .undetermined, .proofRequired)
        }
        var counts: [Verdict: Int] = [:]
        for endorsement in report.endorsements { counts[endorsement.report.verdict, default: 0] += 1 }
        var values = ["count": "\(report.endorsements.count)"]
        if counts[.valid] == report.endorsements.count {
            return CheckResult(.endorsements, .passed, .endorsementsOK, values)
        }
        for verdict in Verdict.allCases { values[verdict.rawValue] = "\(counts[verdict] ?? 0)" }
        return policy.demands.appliedLater(CheckResult(.endorsements, .notApplicable, .endorsementsMixed, values))
    }

    private func tooMany(_ count: Int, limit: Int) -> CheckResult {
        policy.demands.appliedLater(
            CheckResult(
                .endorsements, .notApplicable, .endorsementsTooMany, ["count": "\(count)", "limit": "\(limit)"]))
    }
}

extension JSONPath {
    /// The same place as a JSON Pointer has it.
    fileprivate var pointer: String {
        steps.map { step in
            switch step {
            case .name(let name): "/\(name)"
            case .index(let index): "/\(index)"
            }
        }.joined()
    }
}
