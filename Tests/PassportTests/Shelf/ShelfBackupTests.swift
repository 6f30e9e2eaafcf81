import Cryptography
import Encodings
import Foundation
import GRDB
import TestSupport
import Testing
import VerifiableCredentials

@testable import Passport

@Suite("Backups of the shelf")
struct ShelfBackupTests {
    private static let passphrase = Passphrase("varmuuskopio")

    private func made() throws -> (fixture: ShelfFixture, path: String) {
        let fixture = try ShelfFixture(passphrase: Passphrase("avain"))
        try fixture.add(ShelfFixture.badge())
        let path = fixture.folder.path(of: "shelf.backup")
        try ShelfBackup.write(fixture.shelf, to: path, passphrase: Self.passphrase)
        return (fixture, path)
    }

    @Test("bring back key, badges and ledger, also while the shelf is open")
    func roundTrip() throws {
        let (fixture, path) = try made()
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let bytes = String(decoding: try fixture.folder.read("shelf.backup"), as: UTF8.self)
        #expect(!bytes.contains("Teamwork") && !bytes.contains("PRIVATE KEY") && !bytes.contains(fixture.shelf.did))

        let other = fixture.folder.path(of: "other.shelf")
        #expect(try ShelfBackup.restore(path, to: other, passphrase: Self.passphrase) == fixture.shelf.did)
        let restored = try Shelf.open(at: other)
        #expect(try restored.items().map(\.bytes) == fixture.shelf.items().map(\.bytes))
        let key = try restored.key(passphrase: Passphrase("avain"))
        #expect(DIDKey.did(for: key.privateKey.publicKey).description == fixture.shelf.did)
        try restored.remove([1])
        #expect(try fixture.shelf.items().count == 1)
        #expect(
            try FileManager.default.attributesOfItem(atPath: other)[.posixPermissions] as? Int == 0o600)
    }

    @Test("take no file's place without being told")
    func existing() throws {
        let (fixture, path) = try made()
        let before = try fixture.folder.read("shelf.backup")
        #expect(throws: ReceiverError(.exists, "")) {
            try ShelfBackup.write(fixture.shelf, to: path, passphrase: Self.passphrase)
        }
        #expect(try fixture.folder.read("shelf.backup") == before)
        try ShelfBackup.write(fixture.shelf, to: path, passphrase: Self.passphrase, replaces: true)
        #expect(try fixture.folder.read("shelf.backup") != before)
        #expect(throws: ShelfError(.alreadyExists, "")) {
            _ = try ShelfBackup.restore(path, to: fixture.shelf.path, passphrase: Self.passphrase)
        }
        #expect(try fixture.shelf.items().count == 1)
    }

    @Test("open with their passphrase alone, and only whole")
    func broken() throws {
        let (fixture, path) = try made()
        let target = fixture.folder.path(of: "other.shelf")
        func restore(_ bytes: [UInt8]? = nil, _ passphrase: Passphrase = Self.passphrase) throws {
            if let bytes { try fixture.folder.write("shelf.backup", bytes) }
            _ = try ShelfBackup.restore(path, to: target, passphrase: passphrase)
        }
        let whole = try fixture.folder.read("shelf.backup")
        #expect(throws: ShelfError(.backupPassphrase, "")) { try restore(nil, Passphrase("avain")) }
        #expect(throws: ShelfError(.backupDamaged, "")) { try restore(Array(whole.dropLast())) }
        #expect(throws: ShelfError(.backupDamaged, "")) { try restore(whole + [0]) }
        let end = try #require(whole.firstIndex(of: 0x0A))
        for place in [end + 1, end + 5000, whole.count - 1] {
            var changed = whole
            changed[place] ^= 1
            #expect(throws: ShelfError(.backupDamaged, "")) { try restore(changed) }
        }
        let line = String(decoding: whole[...end], as: UTF8.self)
        func with(_ old: String, _ new: String) -> [UInt8] {
            Array(line.replacingOccurrences(of: old, with: new).utf8) + whole[(end + 1)...]
        }
        #expect(throws: ShelfError(.backupUnsupported, "")) { try restore(with("\"n\":16384", "\"n\":1073741824")) }
        #expect(throws: ShelfError(.backupUnsupported, "")) { try restore(with("backup/1", "backup/2")) }
        #expect(throws: ShelfError(.backupPassphrase, "")) { try restore(with("\"check\":\"u", "\"check\":\"v")) }
        #expect(throws: ShelfError(.notABackup, "")) { try restore(Array("hello\n".utf8)) }
        #expect(throws: ShelfError(.notABackup, "")) { try restore([]) }
        #expect(throws: ShelfError(.notABackup, "")) { try restore(try fixture.folder.read("anna.shelf")) }
        #expect(!fixture.folder.exists("other.shelf"))
        // Sealed as it should be, and something else inside.
        let other = try ShelfBackup.seal(Array(repeating: 7, count: 9000), Self.passphrase)
        #expect(throws: ShelfError(.backupDamaged, "")) { try restore(other) }
        #expect(!fixture.folder.files().contains { $0.hasPrefix("other") || $0.hasPrefix(".") })
    }

    @Test("of a newer program's shelf are left alone")
    func newer() throws {
        let (fixture, path) = try made()
        try fixture.shelf.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        try ShelfBackup.write(fixture.shelf, to: path, passphrase: Self.passphrase, replaces: true)
        #expect(throws: ShelfError(.newerSchema, "")) {
            _ = try ShelfBackup.restore(
                path, to: fixture.folder.path(of: "other.shelf"), passphrase: Self.passphrase)
        }
    }
}
