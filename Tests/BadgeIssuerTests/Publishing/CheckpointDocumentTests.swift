import BadgeIssuer
import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Checkpoints of the audit trail")
struct CheckpointDocumentTests {
    let fixture: WorkspaceFixture
    let register: Register
    let key: SigningKey

    init() throws {
        fixture = try WorkspaceFixture()
        register = try fixture.register()
        key = try fixture.keys().checkpointKey()
    }

    private func current(after seconds: Int = 0) throws -> AuditCheckpoint {
        try register.write {
            try $0.currentCheckpoint(
                issuer: fixture.workspace.settings.issuer, key: key, at: fixture.now.adding(seconds: seconds))
        }
    }

    private func grow() throws {
        try register.write {
            try $0.appendAudit(.sitePublished, at: fixture.now, using: &fixture.generator)
        }
    }

    @Test("it states register, head, count and time, signed by the checkpoint key")
    func content() throws {
        let checkpoint = try current()
        let document = try CheckpointDocument(reading: checkpoint.signedBytes, key: key.privateKey.publicKey)
        let head = try register.read { try $0.auditTrailHead() }
        #expect(document.head == head)
        #expect(document.at == fixture.now)
        #expect(document.issuer == fixture.workspace.settings.issuer)
        #expect(document.register == (try register.read { try $0.registerIdentity().id }))
        let json = try #require(try JSONParser.parse(checkpoint.signedBytes).objectValue)
        #expect(json.names == ["format", "issuer", "register", "head", "count", "at", "proof"])
        #expect(json["format"] == "passport.checkpoint/1")
        #expect(json["proof"]?["verificationMethod"]?.stringValue == "did:web:passi.example:org:koulu#checkpoint-1")
    }

    @Test("it keeps its bytes for a day while the trail doesn't grow")
    func unchanged() throws {
        let first = try current()
        #expect(try current(after: 86_399) == first)
        #expect(try current(after: 86_400).at == fixture.now.adding(seconds: 86_400))
    }

    @Test("it is made anew when the trail grew, and the trail agrees with every one of them")
    func grown() throws {
        let first = try current()
        try grow()
        let second = try current(after: 1)
        #expect(second.head.count == first.head.count + 1)
        let result = try register.read { try $0.verifyAuditChain(against: [first, second]) }
        #expect(result == .consistent(second.head))
    }

    @Test("a changed byte or another key is noticed")
    func forged() throws {
        let bytes = try current().signedBytes
        let publicKey = key.privateKey.publicKey
        let text = String(decoding: bytes, as: UTF8.self)
        for (old, new) in [
            ("\"count\": 1", "\"count\": 2"), ("passport.checkpoint/1", "passport.checkpoint/2"), ("proof", "prof"),
        ] {
            let forged = text.replacing(old, with: new)
            #expect(forged != text)
            #expect(throws: PublishError(.checkpoint, "")) {
                try CheckpointDocument(reading: Array(forged.utf8), key: publicKey)
            }
        }
        let other = try PrivateKey.generate(.ed25519).publicKey
        #expect(throws: PublishError(.checkpoint, "")) { try CheckpointDocument(reading: bytes, key: other) }
        #expect(throws: PublishError(.checkpoint, "")) { try CheckpointDocument(reading: [], key: publicKey) }
    }
}
