import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import Fetching
import Foundation
import LinkedData
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@testable import passportctl

@Suite("docs/errors.md")
struct ErrorDocumentTests {
    /// Codes with which a command can end.
    static let ending: Set<String> = {
        var codes: Set<String> = []
        func add<Code: CaseIterable & RawRepresentable<String>>(_ type: Code.Type) {
            codes.formUnion(type.allCases.map(\.rawValue))
        }
        add(UsageError.Code.self)
        add(ProgramError.Code.self)
        add(ReceiverError.Code.self)
        add(DoctorError.Code.self)
        add(FileError.Code.self)
        add(JSONError.Code.self)
        add(EncodingError.Code.self)
        add(RDFError.Code.self)
        add(JSONLDError.Code.self)
        add(KeyError.Code.self)
        add(KeyFileError.Code.self)
        add(KeyHistoryError.Code.self)
        add(KeyCustodyError.Code.self)
        add(DIDError.Code.self)
        add(WorkspaceError.Code.self)
        add(DefinitionError.Code.self)
        add(LifecycleError.Code.self)
        add(AwardError.Code.self)
        add(ApplicationError.Code.self)
        add(KoskiError.Code.self)
        add(PathwayError.Code.self)
        add(TranscriptError.Code.self)
        add(BindingError.Code.self)
        add(BakingError.Code.self)
        add(RegisterError.Code.self)
        add(ErasureError.Code.self)
        add(BackupError.Code.self)
        add(AuditBreak.Reason.self)
        add(RecordError.Code.self)
        add(PublishError.Code.self)
        add(TrustError.Code.self)
        add(PolicyError.Code.self)
        add(BundleError.Code.self)
        add(MemoryError.Code.self)
        add(ProofError.Code.self)
        add(JOSEError.Code.self)
        add(StatusError.Code.self)
        add(ContextError.Code.self)
        add(RecognitionError.Code.self)
        add(ShelfError.Code.self)
        add(PortfolioError.Code.self)
        add(FetchError.Code.self)
        return codes.subtracting(telling)
    }()

    /// Codes of verdicts.
    static let judging = Set(
        VerificationCode.allCases.map(\.rawValue) + SchemaFinding.Code.allCases.map(\.rawValue)
            + BadgeFinding.Code.allCases.map(\.rawValue))

    /// Codes that refuse nothing: they stand in the report of a class or beside a definition.
    static let telling = Set(
        AwardReport.Reason.allCases.map(\.rawValue)
            + [AwardError.Code.alreadyHad, .sameEvidence].map(\.rawValue)
            + [DefinitionError.Code.languageMissing, .imageLinked, .suspendable].map(\.rawValue)
            + FetchError.Code.allCases.filter { $0 != .authorities }.map(\.rawValue)
            + WebSupplyError.Code.allCases.map(\.rawValue) + SupplyRefusal.allCases.map(\.rawValue)
            + WebCacheError.Code.allCases.map(\.rawValue))

    private struct Row {
        let code: String
        let exit: String
    }

    private static func rows() throws -> [Row] {
        let text = try String(contentsOfFile: "\(PackageRoot.path)/docs/errors.md", encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("| `") else { return nil }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count == 6, !cells[2].isEmpty, !cells[3].isEmpty else { return nil }
            return Row(code: cells[1].trimmingCharacters(in: ["`"]), exit: cells[4])
        }
    }

    @Test("lists every code of the program once, and no others")
    func complete() throws {
        let listed = try Self.rows().map(\.code)
        let known = Self.ending.union(Self.judging).union(Self.telling)
        #expect(Set(listed).subtracting(known).sorted() == [])
        #expect(known.subtracting(listed).sorted() == [])
        #expect(listed.count == Set(listed).count)
    }

    @Test("says the exit status that the program gives")
    func statuses() throws {
        for row in try Self.rows() {
            let status = ExitStatus.listed(row.code).map { "\($0.rawValue)" }
            let expected =
                switch (Self.ending.contains(row.code), Self.judging.contains(row.code)) {
                case (true, true): "\(status ?? "none") or report"
                case (true, false): status ?? "none"
                default: "report"
                }
            #expect(row.exit == expected, "\(row.code)")
        }
    }

    @Test("every code with which a command can end has its row in ExitStatus")
    func mapped() {
        #expect(Self.ending.filter { ExitStatus.listed($0) == nil }.sorted() == [])
    }

    @Test("every enum of codes in the sources is compared")
    func nothingForgotten() throws {
        var declared: Set<String> = []
        let sources = URL(fileURLWithPath: "\(PackageRoot.path)/Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /case \w+ = "([a-z][a-z-]*\.[a-z0-9-]+)"/) {
                declared.insert(String(match.1))
            }
        }
        let known = Self.ending.union(Self.judging).union(Self.telling)
        #expect(declared.subtracting(known).sorted() == [])
        #expect(known.subtracting(declared).sorted() == [])
    }
}
