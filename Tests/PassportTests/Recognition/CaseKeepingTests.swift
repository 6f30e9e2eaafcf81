import Dispatch
import Encodings
import Glibc
import Passport
import Synchronization
import TestSupport
import Testing

/// What is kept between evaluation and the end of the appeal.
@Suite("A case that is kept")
struct CaseKeepingTests {
    private func dossier(_ changes: (inout Made) -> Void = { _ in }) throws -> CaseDossier {
        let rule = [MadeRules.rule("R1", "{\"badge\":\"aa\",\"evidence\":\"document\"}")]
        return CaseDossier(
            try MadeRules.evaluate(rule, [Made("urn:uuid:1", "aa").with(changes)]),
            identifiers: ["Anna@Example.org", "7K2M-9QXT-41VB-8"], holder: "did:key:z6MkAnna",
            grounds: DecisionGrounds(
                fileDigests: [[UInt8](repeating: 7, count: 32)], trustListUpdated: SampleBadges.now,
                statusListDates: [SampleBadges.now]))
    }

    private func decide(_ dossier: CaseDossier) throws -> RecognitionDecision {
        try RecognitionDecision(
            id: dossier.nextDecisionID, case: dossier.recognitionCase, rules: dossier.recognitionCase.rules,
            ledger: RecognitionLedger(), officer: "staff-7", at: SampleBadges.now, language: "fi")
    }

    @Test("comes back from its file with everything, decisions and alerts too")
    func roundTrip() throws {
        var kept = try dossier()
        kept.recognitionCase.alerts = [
            .repeatedApplicant(cases: ["B"]), .notListed, .fileMissing, .tooManyFiles(limit: 500),
        ]
        try kept.decide(try decide(kept))
        try kept.overturn(at: SampleBadges.now)
        let bytes = JSONWriter.pretty(.object(RecognitionCaseFile.json(of: kept)))
        let back = try RecognitionCaseFile.readDossier(bytes)
        #expect(JSONWriter.pretty(.object(RecognitionCaseFile.json(of: back))) == bytes)
        #expect(back.state == .appealed && back.standing == nil && back.decisions.count == 1)
        #expect(back.identifiers == kept.identifiers && back.holder == kept.holder && back.grounds == kept.grounds)
        #expect(back.recognitionCase.alerts == kept.recognitionCase.alerts && back.recognitionCase.needsOfficer)
        for (path, value) in [("state", JSONValue.string("lost")), ("decisions.0.on", "x"), ("alerts.0.alert", "x")] {
            let broken = TestBadge.replacing(path, in: RecognitionCaseFile.json(of: kept), by: value)
            #expect(throws: RecognitionError(.caseFile, "")) {
                try RecognitionCaseFile.readDossier(JSONWriter.compact(.object(broken)))
            }
        }
    }

    @Test("takes the steps of its life, and no others")
    func steps() throws {
        var one = try dossier()
        #expect(one.state == .evaluated)
        #expect(try dossier { $0.evidence = [] }.state == .needsEvidence)
        #expect(throws: RecognitionError(.state, "")) { try one.close() }
        #expect(throws: RecognitionError(.state, "")) { try one.appeal() }
        let first = one.nextDecisionID
        try one.decide(try decide(one))
        #expect(one.state == .decided && one.standing?.id == first && one.nextDecisionID != first)
        #expect(throws: RecognitionError(.state, "")) { try one.decide(try decide(one)) }
        try one.appeal()
        #expect(one.standing?.id == first)
        try one.overturn(at: SampleBadges.now)
        try one.decide(try decide(one))
        try one.close()
        for state in CaseState.allCases { #expect(!CaseState.closed.canBecome(state)) }
    }

    @Test("is nobody's own to decide, however they are written")
    func right() throws {
        let one = try dossier()
        for own in ["anna@example.org", " ANNA@example.org", "7k2m 9qxt 41vb 8", "did:key:z6MkAnna", "anna"] {
            #expect(throws: RecognitionError(.right, "")) { try one.checkRight(of: own) }
        }
        try one.checkRight(of: "staff-7")
    }

    @Test("stays the same file when it is evaluated to the same, and as it was decided when it was")
    func again() throws {
        func content(_ dossier: CaseDossier) -> [UInt8] {
            JSONWriter.compact(.object(RecognitionCaseFile.json(of: dossier)))
        }
        let one = try dossier()
        var later = one.recognitionCase
        later = RecognitionCaseFileTime.moved(later)
        let other = CaseDossier(
            later, identifiers: one.identifiers, holder: one.holder, grounds: one.grounds)
        #expect(content(one.evaluatedAnew(other)) == content(one))
        let changed = try dossier { $0.evidence = [] }
        #expect(one.evaluatedAnew(changed).state == .needsEvidence)
        var decided = one
        try decided.decide(try decide(one))
        #expect(content(decided.evaluatedAnew(changed)) == content(decided))
        try decided.appeal()
        let anew = decided.evaluatedAnew(changed)
        #expect(anew.state == .appealed && anew.standing != nil && anew.recognitionCase.needsEvidence)
    }

    @Test(
        "has a plain name of its own on the disk",
        arguments: [
            ("A-17", "case-A-17.json"), ("urn:uuid:7e0f6a57-0b5e-4f0e-8a55-0f3f1a2b7c90", nil), ("../../etc", nil),
            ("A/17", nil), ("A17", "case-A17.json"), ("é", nil), ("", nil), (".", nil),
        ] as [(String, String?)])
    func names(_ id: String, _ expected: String?) {
        let name = CaseFolder.fileName(of: id)
        #expect(name.wholeMatch(of: /case-[A-Za-z0-9_-]+\.json/) != nil, "\(name)")
        if let expected { #expect(name == expected) }
        #expect(CaseFolder.fileName(of: "A/17") != CaseFolder.fileName(of: "A17"))
        #expect(CaseFolder.fileName(of: "a.b") != CaseFolder.fileName(of: "ab"))
    }

    // MARK: The ledger's file

    private func line(_ id: String) -> LedgerLine {
        .used(
            LedgerEntry(
                institution: "did:web:amk.example:org", applicant: "anna",
                credential: CredentialKey(issuer: Made.issuer, id: id), achievement: nil, decision: "urn:uuid:d",
                consumedOn: SampleBadges.applied))
    }

    @Test("the ledger grows by whole lines, for its owner only, and can be taken back")
    func ledger() throws {
        let folder = try ScratchFolder()
        let path = folder.path(of: "ledger.jsonl")
        #expect(try LedgerFile.read(path) == nil)
        let file = try LedgerFile(path)
        try file.append([line("urn:uuid:1")])
        let one = try folder.read("ledger.jsonl")
        let before = try file.append([line("urn:uuid:2"), line("urn:uuid:3")])
        #expect(try LedgerFile.read(path)?.lines.count == 3)
        try file.takeBack(to: before)
        #expect(try folder.read("ledger.jsonl") == one && file.ledger.lines.count == 1)
        #expect(folder.files() == ["ledger.jsonl"])
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test("a ledger whose last line lacks its end is continued on a line of its own; a broken one is refused")
    func openEnd() throws {
        let folder = try ScratchFolder()
        let whole = RecognitionLedger.bytes(of: [line("urn:uuid:1")])
        try folder.write("l", Array(whole.dropLast()))
        try LedgerFile(folder.path(of: "l")).append([line("urn:uuid:2")])
        #expect(try LedgerFile.read(folder.path(of: "l"))?.lines.count == 2)
        try folder.write("broken", Array(whole.dropLast(9)))
        #expect(throws: RecognitionError(.ledger, "")) { try LedgerFile(folder.path(of: "broken")) }
        #expect(throws: ReceiverError(.unwritable, "")) { try LedgerFile(folder.path(of: "no/such")) }
    }

    @Test("many officers at once lose no line")
    func concurrent() throws {
        let folder = try ScratchFolder()
        let path = folder.path(of: "ledger.jsonl")
        let failures = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 24) { index in
            do {
                try LedgerFile(path).append([line("urn:uuid:\(index)")])
            } catch {
                failures.add(1, ordering: .relaxed)
            }
        }
        #expect(failures.load(ordering: .relaxed) == 0)
        #expect(try LedgerFile.read(path)?.lines.count == 24)
    }
}

/// A case as a later run evaluates it.
private enum RecognitionCaseFileTime {
    static func moved(_ one: RecognitionCase) -> RecognitionCase {
        var json = RecognitionCaseFile.json(of: one)
        json["evaluated"] = .string(one.evaluated.adding(seconds: 3600).description)
        return (try? RecognitionCaseFile.read(JSONWriter.compact(.object(json)))) ?? one
    }
}
