import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Evidence that a badge names, against files that the receiver has.
@Suite struct EvidenceFilesTests {
    private static let report = Array("A report on teamwork.".utf8)
    private static let files = EvidenceFiles([
        .init(name: "diary.txt", digests: ByteDigests(of: Array("Diary".utf8))),
        .init(name: "report.pdf", digests: ByteDigests(of: report)),
    ])

    private static func item(_ id: String?, name: String? = nil, of bytes: [UInt8]? = nil, sri: String? = nil)
        -> CredentialSummary.EvidenceItem
    {
        CredentialSummary.EvidenceItem(
            name: name, kind: nil, id: id, digest: bytes.map(TestEndorsement.multibase), digestSRI: sri)
    }

    @Test("A file is found by its digest, whatever it is called")
    func digest() {
        #expect(Self.files.standing(of: Self.item("urn:uuid:1", of: Self.report)) == .fits(file: "report.pdf"))
        #expect(
            Self.files.standing(of: Self.item("https://x.example/diary.txt", of: Self.report))
                == .fits(file: "report.pdf"))
        let sri = "sha512-\(Base64.encode(SHA512.hash(Self.report)))"
        #expect(Self.files.standing(of: Self.item(nil, sri: sri)) == .fits(file: "report.pdf"))
    }

    @Test(
        "A file of the evidence's name with other bytes is named as another one",
        arguments: [
            "https://x.example/work/report.pdf", "report.pdf", "https://x.example/report.pdf?v=2#page=3", "/report.pdf",
            "file:///etc/../report.pdf",
        ])
    func differs(_ id: String) {
        #expect(Self.files.standing(of: Self.item(id, of: [1])) == .differs(file: "report.pdf"))
        #expect(Self.files.standing(of: Self.item("urn:uuid:1", name: id, of: [1])) == .differs(file: "report.pdf"))
    }

    @Test(
        "Names are compared whole, and lead nowhere",
        arguments: [
            "../report.pdf/", "report.pdf%00", "REPORT.PDF", "report.pd", "..", "", "https://x.example/?report.pdf",
            "x\\report.pdf",
        ])
    func names(_ id: String) {
        #expect(Self.files.standing(of: Self.item(id, of: [1])) == .noFile, "\(id)")
    }

    @Test("Without a digest nothing can be compared, and that is said")
    func noDigest() {
        #expect(Self.files.standing(of: Self.item("https://x.example/a")) == .noDigest(file: nil))
        #expect(Self.files.standing(of: Self.item("https://x.example/report.pdf")) == .noDigest(file: "report.pdf"))
        var item = Self.item("https://x.example/report.pdf")
        item.digest = "uEiA"
        #expect(Self.files.standing(of: item) == .unreadable(file: "report.pdf"))
    }

    // MARK: In a report

    private func judge(_ evidence: JSONValue, files: EvidenceFiles? = files) throws -> VerificationReport {
        var bench = TestEndorsement.bench
        bench.files = files
        return bench.judge(try Bench.signed(TestBadge.credential([("evidence", evidence)])))
    }

    private static let evidence: JSONValue = [
        [
            "id": "urn:uuid:1", "type": ["Evidence"], "name": "Report",
            "digestMultibase": .string(TestEndorsement.multibase(report)),
        ],
        [
            "id": "urn:uuid:2", "type": ["Evidence"], "name": "diary.txt",
            "digestMultibase": .string(TestEndorsement.multibase([1])),
        ],
        [
            "id": "urn:uuid:3", "type": ["Evidence"], "name": "Film",
            "digestMultibase": .string(TestEndorsement.multibase([2])),
        ],
        ["id": "https://x.example/page", "type": ["Evidence"], "name": "Page"],
    ]

    @Test("Each piece of evidence is told with what became of it, and the badge is as good as before")
    func report() throws {
        let report = try judge(Self.evidence)
        #expect(report.verdict == .valid)
        let items = try #require(report.json()["credential"]?["evidence"]?.arrayValue)
        #expect(items.map { $0["compared"]?.stringValue } == ["fits", "differs", "no-file", "no-digest"])
        #expect(items.map { $0["file"]?.stringValue } == ["report.pdf", "diary.txt", nil, nil])
        let text = ReportText(report, in: .en).lines.joined(separator: "\n")
        for words in [
            "Evidence: Report: the file report.pdf is the very one",
            "Evidence: diary.txt: the file diary.txt is NOT the one that the badge names",
            "Evidence: Film: its file isn't among those given",
            "Evidence: Page: the badge names no digest, so nothing can be compared",
        ] {
            #expect(text.contains(words), "\(text)")
        }
        for language in ReportLanguage.allCases {
            for voice in ReportVoice.allCases {
                let lines = ReportText(report, in: language, voice: voice).lines.joined(separator: "\n")
                #expect(lines.contains("report.pdf") && lines.contains("diary.txt"))
            }
        }
    }

    @Test("Without files nothing is said of them; of a badge that isn't confirmed nothing, either")
    func silence() throws {
        let without = try judge(Self.evidence, files: nil)
        #expect(without.json()["credential"]?["evidence"]?.arrayValue?.allSatisfy { $0["compared"] == nil } == true)
        var bench = TestEndorsement.bench
        bench.files = Self.files
        let unsigned = bench.judge(TestBadge.credential([("evidence", Self.evidence)]))
        #expect(unsigned.credential?.evidence.allSatisfy { $0.standing == nil } == true)
        #expect(!ReportText(unsigned, in: .en).lines.contains { $0.contains("report.pdf") })
    }
}
