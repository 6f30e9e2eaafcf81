import Cryptography
package import Encodings
package import VerifiableCredentials

/// Judges what all applicants of a run handed in, and evaluates each by the rules.
///
/// Files are judged on all cores; of each credential only what recognition looks at is kept, so that memory doesn't grow
/// with what badges carry. The same files give the same cases, whatever the machine.
package struct RecognitionRun: Sendable {
    package let rules: RecognitionRules
    package let catalogue: RecognitionCatalogue
    package let ledger: RecognitionLedger
    package let applied: CalendarDay
    package let verifier: Verifier
    /// The moment of evaluation.
    package let at: Timestamp
    /// When the verifier's trust list was last changed.
    package let trustListUpdated: Timestamp?

    package init(
        rules: RecognitionRules, catalogue: RecognitionCatalogue, ledger: RecognitionLedger, applied: CalendarDay,
        verifier: Verifier, at: Timestamp, trustListUpdated: Timestamp?
    ) {
        self.rules = rules
        self.catalogue = catalogue
        self.ledger = ledger
        self.applied = applied
        self.verifier = verifier
        self.at = at
        self.trustListUpdated = trustListUpdated
    }

    /// What one applicant handed in, as far as it matters.
    private struct Submission {
        var facts: [CredentialFacts] = []
        var digests: [[UInt8]] = []
        var holder: String?

        mutating func add(_ part: Submission) {
            facts += part.facts
            digests += part.digests
            holder = holder ?? part.holder
        }
    }

    /// - Parameter known: the case as it was kept before, if it was.
    /// - Returns: the cases, those that an officer has to look at first.
    /// - Throws: `RecognitionError` `recognition.rules-not-in-force`, before any file is opened
    package func evaluate(
        _ applicants: [Applicant], known: (String) throws -> CaseDossier? = { _ in nil }
    ) throws -> [CaseDossier] {
        try rules.checkInForce(on: applied)
        let submissions = judge(applicants)
        let shared = SubmittedCredential.shared(among: submissions.map(\.facts))
        var dossiers: [CaseDossier] = []
        for (applicant, submission) in zip(applicants, submissions) {
            let before = try known(applicant.caseID)
            var ledger = ledger
            // A case under appeal is judged as if nothing had been decided on it.
            if let before, before.state == .appealed {
                for decision in before.decisions { ledger = ledger.without(decision.id) }
            }
            var application = RecognitionApplication(
                caseID: applicant.caseID, applicant: applicant.reference, applied: applied, facts: submission.facts,
                catalogue: catalogue, ledger: ledger, shared: shared)
            application.identifiers = applicant.identifiers
            application.alerts = applicant.alerts
            dossiers.append(
                CaseDossier(
                    try application.evaluate(by: rules, at: at), identifiers: applicant.identifiers,
                    holder: submission.holder,
                    grounds: DecisionGrounds(
                        fileDigests: submission.digests, trustListUpdated: trustListUpdated,
                        credentials: submission.facts.map(\.submitted))))
        }
        let places = Dictionary(dossiers.enumerated().map { ($0.element.recognitionCase.id, $0.offset) }) { a, _ in a }
        return RecognitionCase.inWorkingOrder(dossiers.map(\.recognitionCase)).compactMap { one in
            places[one.id].map { dossiers[$0] }
        }
    }

    private func judge(_ applicants: [Applicant]) -> [Submission] {
        let inputs = applicants.flatMap(\.inputs)
        let owners = applicants.enumerated().flatMap { index, one in Array(repeating: index, count: one.inputs.count) }
        var submissions = Array(repeating: Submission(), count: applicants.count)
        let parts = BatchJudge(verifier: verifier, at: at).judgeTogether(inputs) { file, place in
            var part = Submission()
            add(file, of: applicants[owners[place]], to: &part)
            return part
        }
        for (part, owner) in zip(parts, owners) { submissions[owner].add(part) }
        return submissions
    }

    private func add(_ file: JudgedDocument, of applicant: Applicant, to submission: inout Submission) {
        // What could be read: the file, or what a picture or page held.
        if !file.bytes.isEmpty { submission.digests.append(SHA256.hash(file.bytes)) }
        // What holders say of themselves, such as their name, is nobody's credential.
        for document in file.credentials where document.report[.issuer]?.code != .issuerHolder {
            let submitted = SubmittedCredential(document, of: applicant.identifiers)
            if submitted.report[.recipient]?.code == .recipientPresented {
                submission.holder = submission.holder ?? submitted.report.credential?.recipient
            }
            submission.facts.append(CredentialFacts(submitted, catalogue: catalogue))
        }
    }
}
