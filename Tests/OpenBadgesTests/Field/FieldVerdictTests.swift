import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// What others really issued, judged as a receiver would who pinned the issuers' keys: each file gets the verdict that
/// its labels call for, and the checks that they speak of the answers.
@Suite("Verdicts of the field") struct FieldVerdictTests {
    /// One file, with lists of any age or only with fresh ones.
    struct Case: Sendable, CustomStringConvertible {
        let file: FieldFile
        let readsOldLists: Bool
        var description: String { "\(file), \(readsOldLists ? "old lists" : "fresh lists")" }
    }

    static let cases = FieldCorpus.files.flatMap { file in
        [Case(file: file, readsOldLists: true), Case(file: file, readsOldLists: false)]
    }

    private static func told(_ report: VerificationReport) -> Comment {
        Comment(
            rawValue: "\(report.verdict.rawValue): "
                + report.checks.map { "\($0.code.rawValue) \($0.values)" }.joined(separator: "; "))
    }

    /// The schemas of the first 3.0 days aren't among the corpus's; where they take a badge, it keeps a schema.
    private static func keepsSchema(_ file: FieldFile) -> Bool? {
        guard file.keepsSchema == false, let json = file.json,
            CredentialView(json).version == .v1
        else { return file.keepsSchema }
        return OpenBadgeSchema.accepts(json, form: .arrayVCDM11)
    }

    @Test("Each file gets the verdict that its labels call for", .needsCorpus("dcc"), arguments: cases)
    func verdict(_ test: Case) throws {
        let file = test.file
        let report = FieldBench.verifier(readsOldLists: test.readsOldLists).judge(file.bytes, source: file.description)
        OpenBadgeProfileTests.checkTexts(report)
        let expected = file.expectation(
            at: FieldBench.now, readsOldLists: test.readsOldLists, keepsSchema: Self.keepsSchema(file))
        let verdicts = Set(expected.verdicts.map(\.rawValue))
        if let difference = FieldDifferences.files[file.description] {
            #expect(report.verdict == difference.verdict, "no longer so: \(difference.reason)")
            #expect(report.checks.contains { $0.code == difference.code }, Self.told(report))
            #expect(!verdicts.contains(report.verdict.rawValue), "no difference any more")
            return
        }
        #expect(verdicts.contains(report.verdict.rawValue), Self.told(report))
        #expect(verdicts.contains(report.worst.rawValue), Self.told(report))
        if file.signatures.contains(false) { #expect(report[.proof]?.outcome != .passed) }
        // What isn't a credential at all is refused before anything else is looked at.
        guard report[.form]?.outcome == .passed else { return }
        for answer in expected.answers {
            let result = try #require(report.checks.first { $0.check.rawValue == answer.check })
            #expect(result.outcome.rawValue == answer.outcome, "\(answer): \(result.code.rawValue)")
            #expect(result.code.rawValue == answer.code)
        }
    }

    @Test("Each difference is about a file of the corpus", .needsCorpus("dcc"))
    func differencesAreReal() {
        let known = Set(FieldCorpus.files.map(\.description))
        for name in FieldDifferences.files.keys { #expect(known.contains(name), "\(name)") }
    }

    @Test("Each badge that no schema takes breaks a rule of the data model that can be named", .needsCorpus("dcc"))
    func schemaReasons() {
        var used: Set<String> = []
        for file in FieldCorpus.files where Self.keepsSchema(file) == false {
            guard let json = file.json else { continue }
            let finding = OpenBadgeSchema.findings(in: json).first.map { "\($0.path) \($0.code.rawValue)" } ?? "none"
            #expect(FieldDifferences.schema[finding] != nil, "\(file): \(finding)")
            used.insert(finding)
        }
        #expect(used == Set(FieldDifferences.schema.keys), "reasons that nothing needs any more")
    }

    @Test("The files are of all kinds, and none is passed over", .needsCorpus("dcc"))
    func count() {
        #expect(
            Dictionary(grouping: FieldCorpus.files, by: \.vector.folder).mapValues(\.count) == [
                "dcc": 52, "signed-credentials": 44, "1edtech-validator": 27, "ob3-spec": 16,
            ])
        let kinds = Dictionary(grouping: FieldCorpus.files, by: \.kind).mapValues(\.count)
        #expect(kinds[.signed] ?? 0 > 90 && kinds[.jwt] == 7, "\(kinds)")
        #expect(FieldCorpus.files.allSatisfy { !$0.bytes.isEmpty })
    }

    @Test("Each file is read as signed or not, whatever the corpus calls it", .needsCorpus("dcc"))
    func kinds() {
        for file in FieldCorpus.files where file.kind == .signed {
            #expect(!file.signatures.isEmpty, "\(file) has a proof of which the labels say nothing")
        }
    }

    // MARK: Changed files

    /// Those that come out valid.
    static let good = FieldCorpus.files.filter {
        FieldBench.verifier(readsOldLists: true).judge($0.bytes, source: "").verdict == .valid
    }

    @Test("No genuine file is genuine any more when one signed value was changed", .needsCorpus("dcc"), arguments: good)
    func changed(_ file: FieldFile) throws {
        let json = try JSONParser.parse(file.bytes)
        let verifier = FieldBench.verifier(readsOldLists: true)
        forAll("\(file), changed in one place, is not valid", rounds: 20) { generator in
            let (changed, place) = try #require(FieldChange.one(of: json, using: &generator))
            let report = verifier.judge(JSONWriter.compact(changed), source: "changed at \(place)")
            if report.verdict == .valid { Issue.record("still valid, changed at \(place)") }
            return report.verdict != .valid
        }
    }

    @Test("There are good files of several suites to change", .needsCorpus("dcc"))
    func goodOnes() {
        #expect(Self.good.count >= 20)
        #expect(Set(Self.good.map(\.vector.folder)).count == 4)
    }
}
