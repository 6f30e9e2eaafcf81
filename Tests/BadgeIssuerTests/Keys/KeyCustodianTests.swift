import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@testable import BadgeIssuer

@Suite("The keys' life in a workspace")
struct KeyCustodianTests {
    private typealias Fixture = KeyCustodyFixture

    @Test("a rotated key gives its place to a new one, and both signed it")
    func rotation() throws {
        let fixture = try Fixture()
        let report = try fixture.custodian(day: 3).rotate("ed25519-1")
        #expect(report.added.map(\.id) == ["\(fixture.issuer)#ed25519-2"])
        #expect(report.ended.map(\.state) == [.retired])
        let history = try fixture.history()
        #expect(history.head == report.entry.digest)
        #expect(history.authorities.last == .key("\(fixture.issuer)#ed25519-1"))
        #expect(history.signers.contains(try #require(report.added.first).publicKey))
        let keys = try fixture.base.keys()
        #expect(try keys.dataIntegrityKey().verificationMethod == "\(fixture.issuer)#ed25519-2")
        for (name, mode) in [("ed25519-2.pem", 0o600), ("ed25519-2.jwk", 0o644)] {
            #expect(try FileFacts("\(fixture.workspace.keysFolder)/\(name)").mode == mode)
        }
        #expect(try fixture.auditEvents().last == "key.rotated")
        #expect(!entries(of: fixture.workspace.root).contains { $0.contains("key-change") })
    }

    /// Lets the register know of something.
    private func record(at time: Timestamp, in fixture: Fixture) throws {
        let register = try Register.open(at: fixture.workspace.registerPath, readOnly: false)
        try register.write { transaction in
            var generator = SystemRandom()
            try transaction.appendAudit(.sitePublished, at: time, using: &generator)
        }
        try register.close()
    }

    @Test("by a clock behind the register no key ends, since the badges signed meanwhile would fail")
    func clockBehind() throws {
        let fixture = try Fixture()
        try record(at: Fixture.day(5), in: fixture)
        let before = try fixture.contents()
        #expect(throws: RegisterError(.clockBehind, "")) { try fixture.custodian(day: 3).rotate("ed25519-1") }
        #expect(try fixture.contents() == before)
        let trusting = try KeyCustodian(
            fixture.workspace, opening: nil, newPassphrase: { nil }, at: Fixture.day(3), trustsClock: true)
        #expect(try trusting.rotate("ed25519-1").entry.at == Fixture.day(3))
    }

    @Test("a clock that is minutes behind ends a key no earlier than it last signed")
    func clockSkew() throws {
        let fixture = try Fixture()
        try record(at: Fixture.day(3).adding(seconds: 200), in: fixture)
        let report = try fixture.custodian(day: 3).rotate("ed25519-1")
        #expect(report.entry.at == Fixture.day(3).adding(seconds: 200))
    }

    @Test("every first key signs the beginning, so that a receiver may have pinned any of them")
    func beginning() throws {
        let fixture = try Fixture()
        #expect(try fixture.history().signers == Set(fixture.workspace.publicKeys().map(\.publicKey)))
    }

    @Test("the newest active key of a kind is meant when none is named", arguments: [KeyAlgorithm.ed25519, .p256])
    func newest(_ algorithm: KeyAlgorithm) throws {
        let fixture = try Fixture()
        _ = try fixture.custodian(day: 1).rotate(newest: algorithm)
        let report = try fixture.custodian(day: 2).rotate(newest: algorithm)
        #expect(report.ended.map(\.id) == ["\(fixture.issuer)#\(algorithm.rawValue)-2"])
        #expect(report.added.map(\.id) == ["\(fixture.issuer)#\(algorithm.rawValue)-3"])
        #expect(throws: KeyCustodyError(.unknownKey, "")) { try fixture.custodian(day: 3).rotate(newest: .p384) }
    }

    @Test("a key of each kind is made, named after it, and rotated to its own size", arguments: KeyAlgorithm.allCases)
    func generate(_ algorithm: KeyAlgorithm) throws {
        let fixture = try Fixture()
        let made = try #require(try fixture.custodian(day: 1).generate(algorithm).added.first)
        #expect(made.publicKey.type == algorithm.type)
        #expect(KeyAlgorithm(of: made.publicKey) == algorithm)
        let number = [.ed25519, .p256].contains(algorithm) ? 2 : 1
        #expect(made.id == "\(fixture.issuer)#\(algorithm.type.rawValue)-\(number)")
        #expect(try fixture.workspace.awardingKeys().map(\.id).contains(made.id))
        guard algorithm != .rsa4096 else { return }
        let next = try fixture.custodian(day: 2).rotate(String(made.id.split(separator: "#")[1]))
        #expect(try KeyAlgorithm(of: #require(next.added.first).publicKey) == algorithm)
    }

    @Test("the checkpoint key is replaced by one, and old checkpoints stay readable")
    func checkpoint() throws {
        let fixture = try Fixture()
        let report = try fixture.custodian(day: 1).rotate("checkpoint-1")
        #expect(report.added.map(\.id) == ["\(fixture.issuer)#checkpoint-2"])
        let keys = try fixture.base.keys()
        #expect(try keys.checkpointKey().verificationMethod == "\(fixture.issuer)#checkpoint-2")
        #expect(try fixture.workspace.publicKeys().filter { $0.role == .checkpoint }.count == 2)
        #expect(try keys.dataIntegrityKey().verificationMethod == "\(fixture.issuer)#ed25519-1")
    }

    @Test("a retired key signs no more, and the last one of its kind isn't retired")
    func retirement() throws {
        let fixture = try Fixture()
        for fragment in ["ed25519-1", "checkpoint-1"] {
            #expect(throws: KeyCustodyError(.lastKey, "")) { try fixture.custodian().retire(fragment) }
        }
        _ = try fixture.custodian(day: 1).generate(.ed25519)
        let report = try fixture.custodian(day: 2).retire("ed25519-2")
        #expect(report.ended.map(\.state) == [.retired])
        #expect(try fixture.base.keys().dataIntegrityKey().verificationMethod.hasSuffix("#ed25519-1"))
        #expect(try fixture.workspace.ownTrust().keys.count == 3)
        for step in [{ try $0.retire("ed25519-2") }, { try $0.rotate("ed25519-2") }]
            as [(KeyCustodian) throws -> KeyChangeReport]
        {
            #expect(throws: KeyCustodyError(.ended, "")) { try step(fixture.custodian(day: 3)) }
        }
        // The only P-256 key may go: badges as JSON need none.
        _ = try fixture.custodian(day: 4).retire("p256-1")
        #expect(throws: WorkspaceError(.keyMissing, "")) { try fixture.base.keys().jwtKey() }
    }

    @Test("a stolen key is taken back by the recovery key; its successor and a new recovery key are made at once")
    func theft() throws {
        let fixture = try Fixture()
        let report = try fixture.custodian(day: 5).revoke(
            fixture.theft(["ed25519-1", "p256-1", "checkpoint-1"], since: 3))
        #expect(
            report.added.map { $0.id.split(separator: "#").last } == ["ed25519-2", "p256-2", "checkpoint-2"])
        #expect(report.ended.allSatisfy { $0.state == .compromised && $0.end?.since == Fixture.day(3) })
        #expect(report.issuanceLists.map(\.count) == [0, 0])
        let path = try #require(report.recoveryKeyPath)
        #expect(path.hasSuffix("/recovery-key-2.pem"))
        #expect(try FileFacts(path).mode == 0o600)
        let history = try fixture.history()
        let next = try KeyFiles.readPrivate(path, passphrase: nil)
        #expect(history.recoveryKeyDigest == KeyHistoryEntry.recoveryKeyDigest(of: next.publicKey))
        #expect(try fixture.base.keys().dataIntegrityKey().verificationMethod.hasSuffix("#ed25519-2"))
        // The next theft takes the next recovery key, and renews the first list: its signer was stolen.
        #expect(throws: KeyCustodyError(.recoveryKey, "")) {
            try fixture.custodian(day: 6).revoke(fixture.theft(["ed25519-2"]))
        }
        var second = fixture.theft(["ed25519-2"])
        second.recoveryKeyPath = path
        let renewed = try fixture.custodian(day: 7).revoke(second)
        #expect(
            renewed.issuanceLists.map { $0.key.split(separator: "#").last } == ["ed25519-1", "p256-1", "ed25519-2"])
        for name in ["ed25519-1", "p256-1", "ed25519-2"] {
            let list = try IssuanceList(parsing: fixture.scratch.read("koulu/issuance/\(name).json"))
            #expect(try list.isGenuine(in: fixture.history()))
        }
    }

    @Test("without the recovery key, or with another, no theft is told and nothing changes")
    func noRecoveryKey() throws {
        let fixture = try Fixture()
        let before = try fixture.contents()
        var theft = fixture.theft()
        theft.recoveryKeyPath = nil
        #expect(throws: KeyCustodyError(.recoveryKey, "")) { try fixture.custodian().revoke(theft) }
        theft.recoveryKeyPath = "\(fixture.workspace.keysFolder)/ed25519-1.pem"
        #expect(throws: KeyCustodyError(.recoveryKey, "")) { try fixture.custodian().revoke(theft) }
        theft.recoveryKeyPath = "\(fixture.workspace.root)/none.pem"
        #expect(throws: KeyFileError(.missing, "")) { try fixture.custodian().revoke(theft) }
        #expect(chmod(fixture.recoveryKeyPath, 0o644) == 0)
        #expect(throws: KeyFileError(.permissions, "")) { try fixture.custodian().revoke(fixture.theft()) }
        #expect(try fixture.contents() == before)
    }

    @Test("a lost key is taken back by another key, or by the recovery key when there is none")
    func loss() throws {
        let fixture = try Fixture()
        _ = try fixture.custodian(day: 1).generate(.ed25519)
        for name in ["ed25519-1.pem", "ed25519-1.jwk"] {
            try FileManager.default.removeItem(atPath: "\(fixture.workspace.keysFolder)/\(name)")
        }
        let lost = KeyCustodian.Revocation(fragments: ["ed25519-1"], reason: .lost)
        let report = try fixture.custodian(day: 2).revoke(lost)
        #expect(report.recoveryKeyPath == nil && report.added.isEmpty)
        #expect(try fixture.state("ed25519-1") == .lost)
        // Now the last one.
        var last = KeyCustodian.Revocation(fragments: ["ed25519-2"], reason: .lost)
        #expect(throws: KeyCustodyError(.recoveryKey, "")) { try fixture.custodian(day: 3).revoke(last) }
        last.recoveryKeyPath = fixture.recoveryKeyPath
        let saved = try fixture.custodian(day: 3).revoke(last)
        #expect(saved.added.map(\.id) == ["\(fixture.issuer)#ed25519-3"])
        #expect(saved.recoveryKeyPath != nil)
        #expect(throws: KeyCustodyError(.ended, "")) { try fixture.custodian(day: 4).revoke(lost) }
        // Found by a thief, it is told once more.
        var found = fixture.theft(["ed25519-1"])
        found.recoveryKeyPath = saved.recoveryKeyPath
        #expect(try fixture.custodian(day: 5).revoke(found).ended.map(\.state) == [.compromised])
    }

    @Test("a time in the future or before the key is refused")
    func since() throws {
        let fixture = try Fixture()
        for day in [2, -1] {
            #expect(throws: KeyCustodyError(.since, "")) {
                try fixture.custodian(day: 1).revoke(fixture.theft(since: day))
            }
        }
        #expect(try fixture.custodian(day: 1).revoke(fixture.theft(since: 0)).entry.since == Fixture.day(0))
    }

    @Test("closing ends all keys, and afterwards only a theft can be told")
    func closing() throws {
        let fixture = try Fixture()
        let register = try fixture.base.register()
        try register.write { try $0.ensureStatusList(.revocation, at: FixedClock.now) }
        try register.close()
        let report = try fixture.custodian(day: 9).close(
            since: Fixture.day(8), successor: DID("did:web:next.example"))
        #expect(report.ended.map(\.state) == [.ceased, .ceased])
        #expect(report.finalLists == 1)
        #expect(try fixture.history().closing?.successor?.description == "did:web:next.example")
        for step in [
            { try $0.rotate("ed25519-1") }, { try $0.generate(.ed25519) }, { try $0.retire("checkpoint-1") },
            { try $0.close(since: nil, successor: nil) },
            { try $0.revoke(.init(fragments: ["ed25519-1"], reason: .lost)) },
        ] as [(KeyCustodian) throws -> KeyChangeReport] {
            #expect(throws: KeyCustodyError(.closed, "")) { try step(fixture.custodian(day: 10)) }
        }
        #expect(throws: WorkspaceError(.keyMissing, "")) { try fixture.base.keys().dataIntegrityKey() }
        let theft = try fixture.custodian(day: 11).revoke(fixture.theft(since: 10))
        #expect(theft.added.isEmpty && theft.issuanceLists.isEmpty)
        #expect(try fixture.state("ed25519-1") == .compromised)
    }

    @Test("a did:key has one key for good: it is closed or taken back, and nothing else")
    func didKey() throws {
        let fixture = try Fixture(url: nil)
        for step in [
            { try $0.rotate("ed25519-1") }, { try $0.generate(.p384) }, { try $0.retire("p256-1") },
        ] as [(KeyCustodian) throws -> KeyChangeReport] {
            #expect(throws: KeyCustodyError(.didKey, "")) { try step(fixture.custodian()) }
        }
        let report = try fixture.custodian().revoke(fixture.theft())
        #expect(report.added.isEmpty)
        #expect(report.ended.map(\.state) == [.compromised])
        #expect(throws: WorkspaceError(.keyMissing, "")) { try fixture.base.keys().dataIntegrityKey() }
        let closing = try Fixture(url: nil)
        #expect(try closing.custodian().close(since: nil, successor: nil).ended.contains { $0.state == .ceased })
    }

    @Test("an unknown key is named as such, and one that only lies in the folder, too")
    func unknown() throws {
        let fixture = try Fixture()
        #expect(throws: KeyCustodyError(.unknownKey, "")) { try fixture.custodian().rotate("ed25519-7") }
        let key = try PrivateKey.generate(.ed25519)
        try KeyFiles.write(key, fragment: "ed25519-7", folder: fixture.workspace.keysFolder, passphrase: nil)
        #expect(throws: KeyCustodyError(.unknownKey, "")) { try fixture.custodian().rotate("ed25519-7") }
        let listed = try fixture.workspace.keyListing().first { $0.fragment == "ed25519-7" }
        #expect(listed?.state == "unrecorded")
        // The next one doesn't take its name.
        #expect(try fixture.custodian().generate(.ed25519).added.map(\.id) == ["\(fixture.issuer)#ed25519-8"])
    }

    @Test("new keys are encrypted with the passphrase; a wrong one changes nothing")
    func passphrases() throws {
        let passphrase = Passphrase("sala sana")
        let fixture = try Fixture(passphrase: passphrase)
        let before = try fixture.contents()
        for wrong in [nil, Passphrase("väärä")] {
            let code: KeyError.Code = wrong == nil ? .passphraseMissing : .wrongPassphrase
            #expect(throws: KeyError(code, "")) {
                try fixture.custodian(opening: wrong, new: passphrase).rotate("ed25519-1")
            }
            #expect(throws: KeyError(code, "")) {
                try fixture.custodian(opening: wrong, new: passphrase).revoke(fixture.theft())
            }
        }
        #expect(try fixture.contents() == before)
        _ = try fixture.custodian(opening: passphrase, new: passphrase).revoke(fixture.theft())
        for name in ["keys/ed25519-2.pem", "recovery-key-2.pem"] {
            #expect(try fixture.scratch.text("koulu/\(name)").hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
        }
    }

    @Test("a key that others may read signs no step")
    func permissions() throws {
        let fixture = try Fixture()
        #expect(chmod("\(fixture.workspace.keysFolder)/ed25519-1.pem", 0o640) == 0)
        let before = try fixture.contents()
        #expect(throws: KeyFileError(.permissions, "")) { try fixture.custodian().rotate("ed25519-1") }
        #expect(throws: KeyFileError(.permissions, "")) { try fixture.custodian().generate(.p256) }
        #expect(try fixture.contents() == before)
        #expect(try fixture.workspace.keyListing().first { $0.fragment == "ed25519-1" }?.file == .exposed)
    }

    @Test("the listing tells what each key signs, since when, until when, and whether its file is there")
    func listing() throws {
        let fixture = try Fixture()
        _ = try fixture.custodian(day: 2).rotate("p256-1")
        try FileManager.default.removeItem(atPath: "\(fixture.workspace.keysFolder)/p256-1.pem")
        let listing = try fixture.workspace.keyListing()
        #expect(listing.map(\.fragment) == ["checkpoint-1", "ed25519-1", "p256-1", "p256-2"])
        #expect(listing.map(\.state) == ["active", "active", "retired", "active"])
        #expect(listing.map(\.signs) == [["checkpoint"], ["json"], [], ["jwt"]])
        #expect(listing.map(\.file) == [.plain, .plain, .missing, .plain])
        #expect(listing[2].historic?.end?.since == Fixture.day(2))
        #expect(listing[3].historic?.from == Fixture.day(2))
        #expect(listing.map(\.fingerprint) == listing.map(\.publicKey.thumbprint))
        #expect(try fixture.workspace.recoveryKeysAtHand() == ["recovery-key.pem"])
    }

    @Test("two commands at once change keys one after the other")
    func concurrency() async throws {
        let fixture = try Fixture()
        let workspace = fixture.workspace
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    _ = try KeyCustodian(workspace, opening: nil, newPassphrase: { nil }, at: KeyCustodyFixture.day(1))
                        .generate(.ed25519)
                }
            }
            try await group.waitForAll()
        }
        #expect(try fixture.history().entries.count == 5)
        #expect(try fixture.history().keys.count == 7)
    }
}
