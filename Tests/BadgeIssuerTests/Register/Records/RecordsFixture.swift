import BadgeDefinitions
import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing

@testable import BadgeIssuer

/// A workspace whose badges are awarded as the program awards them.
final class RecordsFixture {
    let fixture: WorkspaceFixture
    let register: Register
    let keys: IssuerKeys
    private let snapshot: DefinitionSnapshot

    var workspace: Workspace { fixture.workspace }
    var now: Timestamp { fixture.now }

    init() throws {
        let samples = try ScratchFolder()
        fixture = try WorkspaceFixture(samples: WorkspaceFixture.smallSamples(in: samples))
        register = try fixture.register()
        keys = try fixture.keys()
        snapshot = try #require(try register.read { try $0.snapshot(slug: "tiimityo", version: 1) })
    }

    @discardableResult
    func award(
        _ recipients: [AwardRequest.Recipient], format: AwardRecord.Format = .json, in other: Register? = nil,
        later seconds: Int = 0, _ configure: (inout AwardOptions) -> Void = { _ in }
    ) throws -> AwardReport {
        let awarder = Awarder(
            register: other ?? register, definition: try snapshot.definition(), files: snapshot.files,
            issuer: AwardIssuer(workspace.settings), securer: try keys.securer(for: format), judge: { _ in nil },
            checkpoints: keys.checkpoint.map { CheckpointSigner(issuer: workspace.settings.issuer, key: $0) })
        var options = AwardOptions()
        configure(&options)
        return try awarder.award(recipients.map(request), options: options, now: now.adding(seconds: seconds))
    }

    /// A narrative and evidence of the learner's own.
    private func request(_ recipient: AwardRequest.Recipient) throws -> AwardRequest {
        let word = recipient.email?.drop(while: \.isWhitespace).prefix { $0 != "@" } ?? "joku"
        return AwardRequest(
            recipient: recipient, level: "2", date: try CalendarDay(iso: "2026-10-20"),
            evidence: [
                AwardEvidence(
                    kind: .link, title: "Portfolio \(word)", source: .url("https://portfolio.example.org/\(word)"))
            ],
            narrative: "\(word) piti ryhmän koossa.")
    }

    /// A class of people whom nobody asks about, added in no order.
    func crowd(_ count: Int, seed: UInt64 = 3) throws {
        var generator = SeededGenerator(seed: seed)
        let recipients = (0..<count).map { number in
            AwardRequest.Recipient(
                studentID: "s\(UInt64.random(in: 0 ... .max, using: &generator))",
                email: "\(UInt64.random(in: 0 ... .max, using: &generator))@koulu.example", name: "Oppija \(number)")
        }
        let report = try award(recipients)
        #expect(report.count(.awarded) == count)
    }

    func person(_ key: PersonKey) throws -> Person { try #require(try register.read { try $0.person(key) }) }

    func erase(_ texts: String..., revokes: Bool = false) throws -> [PersonEraser.Outcome] {
        try PersonEraser(workspace, register: register, who: "staff-7")
            .erase(texts.map { try PersonReference($0) }, revokes: revokes, at: now)
    }

    /// The files of the workspace in which a text stands, in UTF-8.
    func files(with text: String) throws -> [String] { try files(with: Array(text.utf8)) }

    func files(with bytes: [UInt8]) throws -> [String] {
        try entries(of: workspace.root).filter { name in
            let url = URL(fileURLWithPath: "\(workspace.root)/\(name)")
            guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { return false }
            return try Data(contentsOf: url).range(of: Data(bytes)) != nil
        }
    }
}
