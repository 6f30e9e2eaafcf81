import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// The built program on what others issued: files, a trust list, documents and lists in, the library's answers out.
@Suite("The field, by the built program", .needsCorpus("dcc")) struct FieldTests {
    /// What the program is given besides the files, as a receiver would.
    private static func options(_ desk: Desk) throws -> [String] {
        let root = try #require(Corpus.root)
        let trust = try desk.folder.write("trust.json", JSONWriter.pretty(.object(FieldCorpus.trustList)))
        return ["--json", "--trust", trust, "--no-state"]
            + FieldCorpus.didDocuments.flatMap { ["--did-document", "\(root)/\($0.file)"] }
            + FieldCorpus.statusLists.flatMap { ["--status", "\($0.address)=\(root)/\($0.file)"] }
    }

    private static func verifier() throws -> Verifier {
        var material = VerificationMaterial(trust: try TrustList(json: .object(FieldCorpus.trustList)))
        material.didDocuments = FieldCorpus.didDocuments.compactMap { found in
            (try? DIDDocument(json: .object(found.json))).map { .init(document: $0, source: found.file) }
        }
        material.statusLists = try FieldCorpus.statusLists.map { found in
            .init(
                credential: try #require(try JSONParser.parse(Corpus.read(found.file)).objectValue),
                source: found.file, address: found.address)
        }
        return Verifier(
            material: material, policy: VerificationPolicy(), profile: OpenBadgeProfile(),
            time: JudgementTime(now: Timestamp.now()))
    }

    @Test("Every file gets the answers that the library gives")
    func all() throws {
        let desk = try Desk()
        let root = try #require(Corpus.root)
        let run = try desk.run(
            ["verify"] + FieldCorpus.files.map { "\(root)/\($0.path)" } + Self.options(desk))
        #expect(run.status == 1, "\(run.stderr)")
        let reports = try run.objects()
        try #require(reports.count == FieldCorpus.files.count)
        let verifier = try Self.verifier()
        for (file, report) in zip(FieldCorpus.files, reports) {
            let own = verifier.judge(file.bytes, source: "")
            #expect(report["verdict"]?.stringValue == own.verdict.rawValue, "\(file)")
            #expect(report["worst"]?.stringValue == own.worst.rawValue, "\(file)")
            // What other files of the run say of this one stands in its report, too, and is no matter of this file.
            let codes = report["checks"]?.asList.filter { $0["check"] != "endorsements" }
                .compactMap { $0["code"]?.stringValue }
            let alone = own.checks.filter { $0.check != .endorsements }.map(\.code.rawValue)
            #expect(codes == alone, "\(file)")
        }
        // All three answers are among them, or the comparison says little.
        #expect(Set(reports.compactMap { $0["verdict"]?.stringValue }).count == 3)
    }

    @Test(
        "The status of a run says the verdict",
        arguments: [
            ("dcc v1/ed25519/didKey/legacyRegistry-noStatus-noExpiry-issuerImageId", 0),
            ("dcc v2/ed25519/didKey/legacy-noStatus-noExpiry-tampered", 1),
            ("dcc v1/ed25519/didWeb/oidf-revokedStatus-noExpiry", 1),
            ("dcc v2/ed25519/didKey/legacy-missingTypeStatus-noExpiry", 2),
            ("signed-credentials verifier-core-v2WithValidStatus", 2),
        ] as [(String, Int32)])
    func status(_ name: String, _ status: Int32) throws {
        let desk = try Desk()
        let file = try #require(FieldCorpus.files.first { $0.description == name })
        let root = try #require(Corpus.root)
        let run = try desk.run(["verify", "\(root)/\(file.path)"] + Self.options(desk))
        #expect(run.status == status, "\(run.stdout) \(run.stderr)")
    }
}
