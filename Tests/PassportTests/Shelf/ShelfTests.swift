import Cryptography
import Encodings
import Foundation
import GRDB
import TestSupport
import Testing
import VerifiableCredentials

@testable import Passport

@Suite("The learner's shelf")
struct ShelfTests {
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("is one file that only its owner can read, with a key whose DID it shows")
    func created() throws {
        let fixture = try ShelfFixture()
        let path = fixture.folder.path(of: "anna.shelf")
        #expect(fixture.shelf.did.hasPrefix("did:key:z6Mk"))
        #expect(try mode(path) == 0o600)
        let key = try fixture.shelf.key(passphrase: nil)
        #expect(key.verificationMethod.hasPrefix("\(fixture.shelf.did)#z6Mk"))
        #expect(DIDKey.did(for: key.privateKey.publicKey).description == fixture.shelf.did)
        try fixture.shelf.close()
        #expect(fixture.folder.files() == ["anna.shelf"])

        let again = try Shelf.open(at: path, readOnly: true)
        #expect(again.did == fixture.shelf.did && again.createdAt == ShelfFixture.now.wholeSeconds)
        #expect(try again.items().isEmpty && again.shares().isEmpty)
        try again.close()
        #expect(fixture.folder.files() == ["anna.shelf"])
    }

    @Test("never takes the place of a file, and isn't made or opened through a link")
    func places() throws {
        let fixture = try ShelfFixture()
        let path = fixture.folder.path(of: "anna.shelf")
        #expect(throws: ShelfError(.alreadyExists, "")) {
            _ = try Shelf.create(at: path, passphrase: nil, now: ShelfFixture.now)
        }
        let link = fixture.folder.path(of: "link.shelf")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        #expect(throws: ShelfError(.link, "")) { _ = try Shelf.open(at: link) }
        let dangling = fixture.folder.path(of: "dangling.shelf")
        try FileManager.default.createSymbolicLink(
            atPath: dangling, withDestinationPath: fixture.folder.path(of: "elsewhere"))
        #expect(throws: ShelfError(.alreadyExists, "")) {
            _ = try Shelf.create(at: dangling, passphrase: nil, now: ShelfFixture.now)
        }
        #expect(!fixture.folder.exists("elsewhere"))
        #expect(throws: ShelfError(.missing, "")) { _ = try Shelf.open(at: fixture.folder.path(of: "none")) }
        #expect(throws: ShelfError(.cannotOpen, "")) {
            _ = try Shelf.create(
                at: fixture.folder.path(of: "no/folder/x"), passphrase: nil, now: ShelfFixture.now)
        }
    }

    @Test("isn't opened when others could read it", arguments: [0o644, 0o640, 0o602])
    func rights(mode: Int) throws {
        let fixture = try ShelfFixture()
        try fixture.shelf.close()
        let path = fixture.folder.path(of: "anna.shelf")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        #expect(throws: ShelfError(.permissions, "")) { _ = try Shelf.open(at: path) }
    }

    @Test("opens its key with its passphrase alone, and shows its badges without")
    func passphrase() throws {
        let fixture = try ShelfFixture(passphrase: Passphrase("kolme sanaa vain"))
        #expect(try fixture.shelf.key(passphrase: Passphrase("kolme sanaa vain")).privateKey.type == .ed25519)
        #expect(throws: KeyError(.wrongPassphrase, "")) {
            _ = try fixture.shelf.key(passphrase: Passphrase("neljä sanaa"))
        }
        #expect(throws: KeyError(.passphraseMissing, "")) { _ = try fixture.shelf.key(passphrase: nil) }
        #expect(try fixture.shelf.items().isEmpty)
        let all = try fixture.bytes().map { String(decoding: $0, as: UTF8.self) }.joined()
        #expect(all.contains("ENCRYPTED PRIVATE KEY") && !all.contains("BEGIN PRIVATE KEY"))
    }

    @Test("tells a key that isn't the shelf's own, or can't be read")
    func otherKey() throws {
        let fixture = try ShelfFixture()
        let path = fixture.folder.path(of: "anna.shelf")
        let other = String(decoding: try TestBadge.otherKey.pem(passphrase: nil), as: UTF8.self)
        for key in [other, "no key"] {
            try fixture.shelf.write { try $0.execute(sql: "UPDATE shelf SET private_key = ?", arguments: [key]) }
            #expect(throws: ShelfError(.corrupt, "")) { _ = try Shelf.open(at: path).key(passphrase: nil) }
        }
    }

    @Test("a file of another kind, another program's database or a damaged one isn't a shelf")
    func otherFiles() throws {
        let folder = try ScratchFolder()
        func secret(_ name: String, _ bytes: [UInt8]) throws -> String {
            try folder.write(name, bytes)
            let path = folder.path(of: name)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            return path
        }
        let text = try secret("text", Array(String(repeating: "hello ", count: 200).utf8))
        #expect(throws: ShelfError(.notAShelf, "")) { _ = try Shelf.open(at: text) }
        #expect(throws: ShelfError(.notAShelf, "")) { _ = try Shelf.open(at: folder.path) }
        let empty = try secret("empty", [])
        #expect(throws: ShelfError(.notAShelf, "")) { _ = try Shelf.open(at: empty) }
        do {
            let queue = try DatabaseQueue(path: folder.path(of: "other.sqlite"))
            try queue.write { try $0.execute(sql: "CREATE TABLE t (a)") }
        }
        let other = try secret("other.sqlite", try folder.read("other.sqlite"))
        #expect(throws: ShelfError(.notAShelf, "")) { _ = try Shelf.open(at: other) }
        #expect(try folder.read("other.sqlite").count > 0)

        let fixture = try ShelfFixture()
        for _ in 0..<3 { try fixture.add(ShelfFixture.badge([("id", .string("urn:uuid:\(UUID())"))])) }
        try fixture.shelf.close()
        var bytes = try fixture.folder.read("anna.shelf")
        for place in stride(from: 4096, to: bytes.count, by: 1) { bytes[place] = 0xFF }
        let damaged = try secret("damaged", bytes)
        #expect(throws: ShelfError(.corrupt, "")) { _ = try Shelf.open(at: damaged).items() }
    }

    @Test("one of a newer program stays untouched, one of an older is brought up to date by who writes")
    func schemas() throws {
        let fixture = try ShelfFixture()
        try fixture.add(ShelfFixture.badge())
        try fixture.shelf.close()
        let path = fixture.folder.path(of: "anna.shelf")
        let newer = ShelfSchema(steps: ShelfSchema.current.steps + ["CREATE TABLE goals (text TEXT) STRICT"])
        func open(readOnly: Bool, _ schema: ShelfSchema) throws -> Shelf {
            try Shelf.open(at: path, readOnly: readOnly, schema: schema, busyTimeout: 1)
        }
        #expect(throws: ShelfError(.olderSchema, "")) { _ = try open(readOnly: true, newer) }
        #expect(try open(readOnly: true, .current).items().count == 1)
        let shelf = try open(readOnly: false, newer)
        #expect(try shelf.items().count == 1)
        #expect(try shelf.read { try $0.tableExists("goals") })
        try shelf.close()
        let before = try fixture.folder.read("anna.shelf")
        for readOnly in [true, false] {
            #expect(throws: ShelfError(.newerSchema, "")) { _ = try open(readOnly: readOnly, .current) }
        }
        #expect(try fixture.folder.read("anna.shelf") == before)
    }

    @Test("a reader can't write")
    func reader() throws {
        let fixture = try ShelfFixture()
        let reader = try Shelf.open(at: fixture.shelf.path, readOnly: true)
        #expect(throws: ShelfError(.readOnly, "")) { try reader.remove([1]) }
    }

    @Test("another writer is waited for, and then told")
    func busy() throws {
        let fixture = try ShelfFixture()
        let other = try Shelf.open(at: fixture.shelf.path, readOnly: false, schema: .current, busyTimeout: 0.05)
        try fixture.shelf.write { _ in
            #expect(throws: ShelfError(.busy, "")) { try other.remove([1]) }
        }
        try other.remove([1])
    }

    @Test("of what was removed no byte stays in the file")
    func removal() throws {
        let fixture = try ShelfFixture()
        let secret = "Wrote the Zanzibar report"
        let number = try #require(
            try fixture.add(ShelfFixture.badge([("credentialSubject.narrative", .string(secret))])).number)
        func contains() throws -> Bool {
            try fixture.bytes().contains { String(decoding: $0, as: UTF8.self).contains("Zanzibar") }
        }
        #expect(try contains())
        try fixture.shelf.remove([number])
        try fixture.shelf.close()
        #expect(try !contains())
        #expect(try Shelf.open(at: fixture.shelf.path).items().isEmpty)
    }

    @Test("a number is never given twice")
    func numbers() throws {
        let fixture = try ShelfFixture()
        let first = try fixture.add(ShelfFixture.badge())
        try fixture.shelf.remove([1])
        let second = try fixture.add(ShelfFixture.badge())
        #expect([first.number, second.number] == [1, 2])
    }

    @Test("the ledger keeps what was handed to whom, in order")
    func ledger() throws {
        let fixture = try ShelfFixture()
        let share = ShelfShare(
            at: ShelfFixture.now, receiver: "kahvila.example", purpose: "kesätyö",
            until: ShelfFixture.now.adding(seconds: 86_400), fileDigest: SHA256.hash([1]), items: ["urn:uuid:1", "2"],
            showedName: true, form: .presentation)
        let bare = ShelfShare(
            at: ShelfFixture.now, receiver: nil, purpose: nil, until: nil, fileDigest: SHA256.hash([2]), items: [],
            showedName: false, form: .proof)
        try fixture.shelf.recordShare(share)
        try fixture.shelf.recordShare(bare)
        #expect(try fixture.shelf.shares() == [share, bare])
        #expect(share.json["form"] == "presentation" && share.json["receiver"] == "kahvila.example")
    }

    @Test(
        "a row that the program didn't write is damage, not a crash", arguments: ["document = x'00'", "checks = '[x]'"])
    func rows(change: String) throws {
        let fixture = try ShelfFixture()
        try fixture.add(ShelfFixture.badge())
        try fixture.shelf.write { try $0.execute(sql: "UPDATE items SET \(change)") }
        #expect(throws: ShelfError(.corrupt, "")) { _ = try fixture.shelf.items() }
    }

    @Test("what only a later program's check knows isn't taken for valid")
    func laterChecks() throws {
        let fixture = try ShelfFixture()
        try fixture.add(ShelfFixture.badge())
        let later = #"[{"check":"proof","outcome":"passed","code":"proof.later"}]"#
        try fixture.shelf.write { try $0.execute(sql: "UPDATE items SET checks = ?", arguments: [later]) }
        #expect(try fixture.shelf.items().map(\.verdict) == [.undetermined])
    }
}
