import BadgeIssuer
import Cryptography
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@Suite("The keys of a workspace")
struct IssuerKeysTests {
    let fixture: WorkspaceFixture

    init() throws { fixture = try WorkspaceFixture() }

    private func add(_ type: KeyType, _ fragment: String) throws -> PublicKey {
        let key = try PrivateKey.generate(type)
        try KeyFiles.write(key, fragment: fragment, folder: fixture.workspace.keysFolder, passphrase: nil)
        return key.publicKey
    }

    @Test("only what is asked for is opened")
    func uses() throws {
        let keys = try IssuerKeys.load(fixture.workspace, passphrase: nil, for: .awarding(.jwt))
        #expect(keys.p256 != nil && keys.ed25519 == nil && keys.checkpoint == nil)
        #expect(throws: WorkspaceError(.keyMissing, "")) { try keys.dataIntegrityKey() }
        #expect(try keys.jwtKey().algorithm == .ecdsaP256SHA256)
        #expect(try keys.securer(for: .jwt).format == .jwt)
    }

    @Test("of several keys the newest signs, by number and not by spelling")
    func newest() throws {
        _ = try add(.ed25519, "ed25519-9")
        let newest = try add(.ed25519, "ed25519-10")
        #expect(try fixture.keys().dataIntegrityKey().privateKey.publicKey == newest)
        let fragments = try fixture.workspace.awardingKeys().map(\.fragment)
        #expect(fragments == ["ed25519-1", "ed25519-9", "ed25519-10", "p256-1"])
    }

    @Test("a retired key without its private half stays public and doesn't sign")
    func retired() throws {
        let retired = try add(.ed25519, "ed25519-2")
        try FileManager.default.removeItem(atPath: "\(fixture.workspace.keysFolder)/ed25519-2.pem")
        #expect(try fixture.keys().ed25519?.verificationMethod.hasSuffix("#ed25519-1") == true)
        #expect(try fixture.workspace.ownTrust().keys.map(\.publicKey).contains(retired))
    }

    @Test("an RSA key signs JWTs where there is no P-256 key")
    func rsa() throws {
        _ = try add(.rsa, "rsa-1")
        try FileManager.default.removeItem(atPath: "\(fixture.workspace.keysFolder)/p256-1.pem")
        #expect(try fixture.keys().jwtKey().algorithm == .rsaPKCS1SHA256)
    }

    @Test("the workspace trusts its own awarding keys and not the checkpoint key")
    func ownTrust() throws {
        let trust = try fixture.workspace.ownTrust()
        #expect(trust.did == "did:web:passi.example:org:koulu")
        #expect(trust.name == "Esimerkkikoulu")
        #expect(trust.keys.map(\.id) == ["\(trust.did)#ed25519-1", "\(trust.did)#p256-1"])
    }

    @Test("a private key that others may read isn't used")
    func permissions() throws {
        #expect(chmod("\(fixture.workspace.keysFolder)/ed25519-1.pem", 0o644) == 0)
        #expect(throws: KeyFileError(.permissions, "")) { try fixture.keys() }
    }

    @Test("missing or broken public keys are said")
    func missing() throws {
        let folder = fixture.workspace.keysFolder
        try Data("{".utf8).write(to: URL(fileURLWithPath: "\(folder)/p256-1.jwk"))
        #expect(throws: WorkspaceError(.unreadable, "")) { try fixture.workspace.publicKeys() }
        try FileManager.default.removeItem(atPath: folder)
        #expect(throws: WorkspaceError(.unreadable, "")) { try fixture.workspace.publicKeys() }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        #expect(throws: WorkspaceError(.keyMissing, "")) { try fixture.workspace.publicKeys() }
    }

    @Test("a did:key workspace with another's keys is noticed")
    func foreignKeys() throws {
        let other = try WorkspaceFixture(url: nil)
        try FileManager.default.removeItem(atPath: other.workspace.keysFolder)
        try FileManager.default.copyItem(
            atPath: fixture.workspace.keysFolder, toPath: other.workspace.keysFolder)
        #expect(throws: WorkspaceError(.keyMismatch, "")) { try other.workspace.publicKeys() }
    }
}
