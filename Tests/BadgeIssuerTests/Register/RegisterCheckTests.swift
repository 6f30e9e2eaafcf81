import BadgeDefinitions
import Cryptography
import Encodings
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Checking every record of the register")
struct RegisterCheckTests {
    let fixture: WorkspaceFixture
    let register: Register
    /// Two badges as JSON, one as a JWT.
    let ids: [String]

    init() throws {
        let samples = try ScratchFolder()
        let fixture = try WorkspaceFixture(samples: WorkspaceFixture.smallSamples(in: samples))
        let register = try fixture.register()
        let keys = try fixture.keys()
        let snapshot = try #require(try register.read { try $0.snapshot(slug: "tiimityo", version: 1) })
        func award(_ emails: [String], _ format: AwardRecord.Format) throws -> [String] {
            let awarder = Awarder(
                register: register, definition: try snapshot.definition(), files: snapshot.files,
                issuer: AwardIssuer(fixture.workspace.settings), securer: try keys.securer(for: format),
                judge: { _ in nil })
            let requests = try emails.map { email in
                AwardRequest(
                    recipient: .init(email: email), level: "2", date: try CalendarDay(iso: "2026-10-20"),
                    evidence: [AwardEvidence(kind: .observation, title: "Havainto", source: .none)])
            }
            return try awarder.award(requests, options: AwardOptions(), now: fixture.now).rows
                .compactMap(\.credentialID)
        }
        ids = try award(["anna@koulu.example", "bo@koulu.example"], .json) + award(["cia@koulu.example"], .jwt)
        self.fixture = fixture
        self.register = register
    }

    private func check(after years: Int = 0) throws -> (summary: RegisterCheck.Summary, faults: [RecordError]) {
        var faults: [RecordError] = []
        let later = fixture.now.adding(seconds: years * 366 * 86_400)
        let summary = try RegisterCheck(fixture.workspace, at: later).run(register) { faults.append($0) }
        #expect(summary.faults == faults.count)
        return (summary, faults)
    }

    private func tamper(_ sql: String) throws {
        try RawDatabase.tamper(sql, at: fixture.workspace.registerPath)
    }

    @Test("an untouched register is sound, whatever its badges' state and age")
    func sound() throws {
        #expect(ids.count == 3)
        #expect(try check().faults.isEmpty)
        let report = try StatusChanger(.revoke, reason: .error).apply(
            to: [AwardReference(ids[0])], in: register, at: fixture.now)
        #expect(!report.hasRefusals)
        let (summary, faults) = try check(after: 30)
        #expect(faults.isEmpty, "\(faults)")
        #expect(summary == RegisterCheck.Summary(awards: 3, erased: 0, faults: 0))
    }

    /// What somebody with an SQLite shell does to the award `ID`, and how it is found.
    static let edits: [(String, RecordError.Code)] = [
        (
            "UPDATE signed_credentials SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Havainto', 'Havaitsi') AS BLOB) WHERE award = N",
            .digestMismatch
        ),
        ("UPDATE signed_credentials SET bytes = x'00' WHERE award = N", .digestMismatch),
        (
            "UPDATE signed_credentials SET bytes = (SELECT bytes FROM signed_credentials WHERE award <> N LIMIT 1) WHERE award = N",
            .digestMismatch
        ),
        (
            """
            UPDATE awards SET sha256 = (SELECT sha256 FROM awards WHERE number <> N LIMIT 1) WHERE number = N;
            UPDATE signed_credentials SET bytes = (SELECT bytes FROM signed_credentials WHERE award <> N LIMIT 1)
            WHERE award = N
            """, .contradiction
        ),
        ("DELETE FROM signed_credentials WHERE award = N", .bytesMissing),
        ("UPDATE awards SET sha256 = zeroblob(32) WHERE number = N", .digestMismatch),
        ("UPDATE awards SET signature_digest = zeroblob(32) WHERE number = N", .contradiction),
        ("UPDATE awards SET level = 4 WHERE number = N", .contradiction),
        ("UPDATE awards SET awarded_date = '2026-10-19' WHERE number = N", .contradiction),
        ("UPDATE awards SET valid_until = 4102444800 WHERE number = N", .contradiction),
        ("UPDATE signing_keys SET verification_method = verification_method || '0'", .contradiction),
        ("UPDATE status_entries SET position = (position + 1) % 131072 WHERE award = N", .contradiction),
        ("UPDATE status_entries SET bit = 1 WHERE award = N", .statusBit),
        ("UPDATE awards SET state = 'superseded' WHERE number = N", .state),
        (
            """
            UPDATE awards SET state = 'revoked' WHERE number = N;
            UPDATE status_entries SET bit = 1 WHERE award = N
            """, .state
        ),
        (
            """
            DELETE FROM signed_credentials WHERE award = N; DELETE FROM evidence WHERE award = N;
            DELETE FROM status_entries WHERE award = N; DELETE FROM awards WHERE number = N
            """, .missing
        ),
        (
            """
            DELETE FROM audit_salts WHERE entry IN (SELECT sequence FROM audit_entries WHERE instr(json, 'ID'));
            DELETE FROM audit_entries WHERE instr(json, 'ID')
            """, .unrecorded
        ),
    ]

    @Test("whatever was changed from outside is found", arguments: edits)
    func tampering(sql: String, code: RecordError.Code) throws {
        for id in [ids[1], ids[2]] {
            let copy = try RegisterCheckTests()
            let own = copy.ids[ids.firstIndex(of: id) ?? 0]
            let number = try #require(
                try RawDatabase.text(
                    "SELECT number FROM awards WHERE id = '\(own)'", at: copy.fixture.workspace.registerPath))
            try copy.tamper(
                sql.replacing("award <> N", with: "award <> \(number)").replacing("= N", with: "= \(number)")
                    .replacing("<> N", with: "<> \(number)").replacing("'ID'", with: "'\(own)'"))
            // Only JSON holds its words as plain text.
            if sql.contains("Havaitsi"), id == ids[2] { continue }
            let faults = try copy.check().faults
            #expect(faults.contains { $0.code == code && $0.award == own }, "\(sql) gives \(faults)")
        }
    }

    @Test("bytes that were recorded with their digest and signed by nobody are found by their signature")
    func forged() throws {
        // Given a forger who puts digest and bytes right
        let old = try #require(try register.read { try $0.signedBytes(ids[0]) })
        let forged = String(decoding: old, as: UTF8.self).replacing("Havainto", with: "Havaitsi")
        #expect(Array(forged.utf8) != old)
        let hex = Base16.encode(Array(forged.utf8))
        let digest = Base16.encode(SHA256.hash(Array(forged.utf8)))
        try tamper(
            """
            UPDATE signed_credentials SET bytes = x'\(hex)' WHERE award = (SELECT number FROM awards WHERE id = '\(ids[0])');
            UPDATE awards SET sha256 = x'\(digest)' WHERE id = '\(ids[0])'
            """)
        let fault = try #require(try check().faults.first)
        #expect(fault.code == .notGenuine)
        #expect(fault.cause == "proof.signature-mismatch")
    }

    @Test("an award whose holder was erased is looked at without its bytes")
    func erased() throws {
        let eraser = PersonEraser(fixture.workspace, register: register)
        _ = try eraser.erase([PersonReference("anna@koulu.example")], at: fixture.now)
        let (summary, faults) = try check()
        #expect(faults.isEmpty, "\(faults)")
        #expect(summary == RegisterCheck.Summary(awards: 3, erased: 1, faults: 0))
    }

    @Test("bytes that went as if by erasure, and no journal knows of it, are missed")
    func notErased() throws {
        try tamper(
            """
            DELETE FROM signed_credentials WHERE award = (SELECT number FROM awards WHERE id = '\(ids[0])');
            DELETE FROM audit_salts WHERE person IS NOT NULL;
            UPDATE awards SET person = NULL WHERE id = '\(ids[0])'
            """)
        #expect(try check().faults.map(\.code) == [.bytesMissing])
    }
}
