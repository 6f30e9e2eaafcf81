import Cryptography
import Encodings
import Foundation
import GRDB
import TestSupport
import Testing
import VerifiableCredentials

@testable import Passport

/// What was told once isn't untold by the next file.
@Suite("What a receiver was told before")
struct MemoryLossTests {
    private typealias Fixture = MemoryFixture
    private static let day = 86_400
    private static let first = Fixture.key
    private static let second = SigningKey(
        verificationMethod: "\(Fixture.signer)#bundle-2", privateKey: TestBadge.otherKey)
    private static let award = SigningKey(verificationMethod: "\(Fixture.signer)#ed25519-1", privateKey: seeded(7))

    private static func seeded(_ number: UInt8) -> PrivateKey {
        do { return try PrivateKey(ed25519Seed: [UInt8](repeating: number, count: 32)) } catch {
            fatalError("a test key can't be made: \(error)")
        }
    }

    private static func ago(_ days: Int) -> Timestamp { Fixture.now.adding(seconds: -days * day) }

    /// A history that begins with these keys, and in which the first-named gives way after a theft.
    private static func history(of did: String, _ keys: [SigningKey], stolen: SigningKey, next: SigningKey) throws
        -> (before: KeyHistory, after: KeyHistory)
    {
        let recovery = seeded(8)
        let begun = try KeyHistory(
            parsing: KeyHistory.initialLine(
                did: #require(DID(did)),
                keys: keys.map { .init(id: $0.verificationMethod, publicKey: $0.privateKey.publicKey) },
                recoveryKey: recovery.publicKey, signer: keys[0], others: Array(keys.dropFirst()), at: ago(200)))
        var step = KeyHistory.Step(.revoked)
        step.reason = .compromised
        step.ends = [stolen.verificationMethod]
        step.since = ago(100)
        step.keys = [next]
        let line = try begun.line(step, by: .recovery(recovery, next: seeded(9).publicKey), at: ago(90))
        return (begun, try begun.appending(line))
    }

    private static func bundle(
        _ number: Int, _ members: [TrustBundle.Member], lists: [JSONObject] = [], by key: SigningKey = first
    ) throws -> TrustBundle {
        var content = TrustBundle.Content()
        content.members = members
        content.statusLists = lists
        var json: JSONObject = [
            "format": .string(TrustBundle.format), "asOf": .string(ago(20 - number).description),
            "validUntil": .string(ago(-90).description), "sequence": .number(JSONNumber(number)), "previous": nil,
        ]
        for member in content.json.members { json[member.name] = member.value }
        let signed = try DataIntegrity.secure(json, suite: EdDSAJCS2022(), key: key, created: ago(20 - number))
        return try TrustBundle(parsing: JSONWriter.compact(.object(signed)))
    }

    private static func school(history: KeyHistory? = nil) throws -> TrustBundle.Member {
        let member = try #require(Fixture.content().members.first)
        return .init(did: member.did, document: member.document, history: history)
    }

    private static func list(daysOld: Int, set: [Int] = []) throws -> JSONObject {
        var bits = Bitstring()
        for place in set { try bits.set(place) }
        return try DataIntegrity.secure(
            StatusListCredential.compose(
                id: TestBadge.listURL, issuer: TestBadge.issuer, purpose: "revocation", bits: bits,
                validFrom: ago(daysOld), validUntil: nil), suite: EdDSAJCS2022(), key: ReceiverFixture.key,
            created: ago(daysOld))
    }

    private static let listed = TestBadge.statusEntry()

    /// A receiver who pinned the region for the school alone.
    private func fixture() throws -> Fixture {
        var fixture = try Fixture()
        fixture.list = TrustList(updated: Fixture.now)
        return fixture
    }

    @discardableResult
    private func take(_ bundle: TrustBundle, in fixture: inout Fixture) throws -> BundleImport.Outcome {
        let outcome = try BundleImport.take(
            fixture.write(bundle), Fixture.request(), into: fixture.file, at: Fixture.now)
        fixture.list = try TrustListFile.load(fixture.path).list
        return outcome
    }

    // MARK: Stolen keys

    @Test("a bundle key that the signer took back signs nothing again, though the signer isn't in its own scope")
    func stolenBundleKey() throws {
        let signer = try #require(DID(Fixture.signer))
        let told = try Self.history(
            of: Fixture.signer, [Self.award, Self.first], stolen: Self.first, next: Self.second)
        let newer = try Self.bundle(
            2, [.init(did: signer, document: nil, history: told.after), Self.school()], by: Self.second)
        let thiefs = try Self.bundle(3, [Self.school()])
        // By imports alone.
        var fixture = try fixture()
        try take(Self.bundle(1, [Self.school()]), in: &fixture)
        try take(newer, in: &fixture)
        #expect(throws: BundleError(.signature, "")) { try take(thiefs, in: &fixture) }
        let path = try fixture.write(thiefs, as: "thief.json")
        #expect(throws: BundleError(.signature, "")) {
            try fixture.judge([ReceiverFixture.badge()], bundles: [path])
        }
        // By a folder of the signer's that was named once.
        var other = try self.fixture()
        try take(Self.bundle(1, [Self.school()]), in: &other)
        let method = VerificationMethod(
            id: Self.award.verificationMethod, controller: Fixture.signer,
            publicKey: Self.award.privateKey.publicKey)
        try other.folder.write(
            "site/did.json", JSONWriter.pretty(.object(DIDDocument(id: signer, publishing: [method]).json)))
        try other.folder.write(
            "site/key-history.jsonl",
            told.after.entries.flatMap { JSONWriter.compact(.object($0.json)) + [0x0A] })
        var gatherer = MaterialGatherer(trust: other.list)
        try gatherer.addBundle(other.folder.path(of: "site"))
        try gatherer.finish(remembering: other.store, at: Fixture.now, warn: { _ in })
        _ = BatchJudge(verifier: ReceiverFixture.verifier(gatherer.material), at: Fixture.now)
            .judge(try ReceiverFixture.badge(), source: "x")
        #expect(throws: BundleError(.signature, "")) { try take(thiefs, in: &other) }
    }

    @Test("a theft that a bundle told of isn't forgotten when the next one doesn't mention it")
    func forgottenTheft() throws {
        let next = SigningKey(verificationMethod: "\(TestBadge.issuer)#ed25519-2", privateKey: TestBadge.otherKey)
        let told = try Self.history(
            of: TestBadge.issuer, [ReceiverFixture.key], stolen: ReceiverFixture.key, next: next)
        let telling = try Self.bundle(1, [Self.school(history: told.after)])
        let silent = try Self.bundle(2, [Self.school()])
        let badge = try ReceiverFixture.badge([("validFrom", .string(Self.ago(150).description))])
        for isNamed in [false, true] {
            var fixture = try fixture()
            try take(telling, in: &fixture)
            var bundles: [String] = []
            if isNamed {
                bundles = [try fixture.write(silent, as: "silent.json")]
            } else {
                try take(silent, in: &fixture)
            }
            #expect(try fixture.judge([badge], bundles: bundles)[0].verdict != .valid)
            #expect(try fixture.store.recall().histories.map(\.head) == [told.after.head])
            #expect(try fixture.store.recall().bundles.map(\.sequence) == [2])
            #expect(try fixture.judge([badge])[0].verdict != .valid)
        }
        // Without the theft it is good.
        var fixture = try fixture()
        try take(silent, in: &fixture)
        #expect(try fixture.judge([badge])[0].verdict == .valid)
    }

    @Test("a withdrawal that a bundle told of isn't undone by the older list in the next one")
    func forgottenWithdrawal() throws {
        let telling = try Self.bundle(1, [Self.school()], lists: [Self.list(daysOld: 2, set: [7])])
        let older = try Self.bundle(2, [Self.school()], lists: [Self.list(daysOld: 4)])
        let badge = try ReceiverFixture.badge([("credentialStatus", Self.listed)])
        var fixture = try fixture()
        try take(telling, in: &fixture)
        #expect(try fixture.store.recall().memory.lists.count == 1)
        let path = try fixture.write(older, as: "older.json")
        // Both are at hand, and the withdrawal holds.
        #expect(try fixture.judge([badge], bundles: [path])[0][.status]?.code == .statusRevoked)
        // The first is gone, and its date remains.
        #expect(try fixture.judge([badge])[0][.status]?.code == .statusRollback)
        var other = try self.fixture()
        try take(telling, in: &other)
        try take(older, in: &other)
        #expect(try other.judge([badge])[0][.status]?.code == .statusRollback)
        // A list that isn't genuine leaves nothing behind.
        var forged = try self.fixture()
        let changed = TestBadge.replacing("validFrom", in: try Self.list(daysOld: 2), by: "2026-11-20T00:00:00Z")
        try take(Self.bundle(1, [Self.school()], lists: [changed]), in: &forged)
        #expect(try forged.store.recall().memory.lists.isEmpty)
    }

    @Test("a held history that no key pinned now ever signed gives way to one that does")
    func givesWay() throws {
        let fixture = try Fixture()
        let stranger = SigningKey(verificationMethod: "\(TestBadge.issuer)#k9", privateKey: TestBadge.thirdKey)
        let next = SigningKey(verificationMethod: "\(TestBadge.issuer)#k10", privateKey: TestBadge.otherKey)
        let foreign = try Self.history(of: TestBadge.issuer, [stranger], stolen: stranger, next: next).after
        let own = try Self.history(
            of: TestBadge.issuer, [ReceiverFixture.key], stolen: ReceiverFixture.key, next: next)
        let roots = Set([TestBadge.key.publicKey])
        // As an older program may have left it.
        try fixture.store.keep(
            .init(histories: [.init(foreign, roots: [TestBadge.thirdKey.publicKey])], at: Fixture.now))
        #expect(try fixture.store.recall().histories.map(\.head) == [foreign.head])
        try fixture.store.keep(.init(histories: [.init(own.after, roots: roots)], at: Fixture.now))
        #expect(try fixture.store.recall().histories.map(\.head) == [own.after.head])
        // What leads from the pins doesn't, neither to the foreign one nor to its own beginning.
        try fixture.store.keep(.init(histories: [.init(foreign, roots: roots)], at: Fixture.now))
        try fixture.store.keep(.init(histories: [.init(own.before, roots: roots)], at: Fixture.now))
        #expect(try fixture.store.recall().histories.map(\.head) == [own.after.head])
    }

    // MARK: One run

    private func presentation(_ number: Int, _ list: JSONObject) throws -> [UInt8] {
        let badge = try JSONParser.parse(
            ReceiverFixture.badge([
                ("id", .string("urn:uuid:00000000-0000-4000-8000-\(100_000_000_000 + number)")),
                ("credentialStatus", Self.listed),
            ]))
        return JSONWriter.compact([
            "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
            "verifiableCredential": [badge, .object(list)],
        ])
    }

    @Test("a list that came with one file counts for the others at once, in whatever order they lie")
    func window() throws {
        let fixture = try Fixture()
        let clean = try presentation(1, Self.list(daysOld: 3))
        let news = try presentation(2, Self.list(daysOld: 2, set: [9]))
        for files in [[clean, news], [news, clean]] {
            let reports = try fixture.judge(files)
            let old = try #require(reports[files[0] == clean ? 0 : 1].inner.first)
            #expect(old[.status]?.code == .statusRollback)
            try FileManager.default.removeItem(atPath: fixture.store.path)
        }
        // Beyond one window, for those who answer when all is seen.
        let judge = BatchJudge(verifier: ReceiverFixture.verifier(), at: Fixture.now)
        var inputs = [BatchJudge.Input.file(try fixture.folder.write("clean.json", clean))]
        inputs += Array(repeating: inputs[0], count: BatchJudge.window + 1)
        inputs.append(.file(try fixture.folder.write("news.json", news)))
        let codes = judge.judgeTogether(inputs) { file, _ in file.report.inner.first?[.status]?.code }
        #expect(codes.dropLast().allSatisfy { $0 == .statusRollback } && codes.count == BatchJudge.window + 3)
        #expect(codes.last == .statusOK || codes.last == .statusOKByHolder)
    }

    // MARK: The file

    @Test("what strangers sign leaves nothing, and what others' lists left isn't read")
    func strangers() throws {
        let fixture = try Fixture()
        let nobody = TrustList(updated: Fixture.now)
        let did = DIDKey.did(for: TestBadge.thirdKey.publicKey).description
        let key = SigningKey(
            verificationMethod: DIDKey.verificationMethodID(for: TestBadge.thirdKey.publicKey),
            privateKey: TestBadge.thirdKey)
        let list = try DataIntegrity.secure(
            StatusListCredential.compose(
                id: TestBadge.listURL, issuer: did, purpose: "revocation", bits: Bitstring(),
                validFrom: Self.ago(1), validUntil: nil), suite: EdDSAJCS2022(), key: key, created: Self.ago(1))
        let badge = try DataIntegrity.secure(
            TestBadge.credential([("issuer.id", .string(did)), ("credentialStatus", Self.listed)]),
            suite: EdDSAJCS2022(), key: key, created: Self.ago(1))
        let report = try fixture.judge(
            [JSONWriter.compact(.object(badge))], lists: [JSONWriter.compact(.object(list))], trust: nobody)[0]
        #expect(report[.status]?.code == .statusOK && report[.issuer]?.code == .issuerUnknown)
        #expect(!fixture.folder.exists("trust.json.state"))
        _ = try fixture.judge([ReceiverFixture.badge()])
        let database = try DatabaseQueue(path: fixture.store.path)
        try database.write { db in
            try db.execute(
                sql: "INSERT INTO lists VALUES ('https://a.example/1', ?, ?, zeroblob(32))",
                arguments: [did, Self.ago(1).description])
        }
        try database.close()
        #expect(try fixture.store.recall().memory.lists.count == 1)
        #expect(try fixture.store.recall(for: fixture.list).memory.lists.isEmpty)
    }

    @Test("a command that was cut short while it wrote doesn't end the memory")
    func journal() throws {
        let fixture = try Fixture()
        _ = try fixture.judge([ReceiverFixture.badge()])
        let path = fixture.store.path
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA cache_size = 2; BEGIN IMMEDIATE")
            for number in 0..<2000 {
                try db.execute(
                    sql: "INSERT INTO lists VALUES (?, 'did:x:y', '2026-01-01T00:00:00Z', zeroblob(32))",
                    arguments: ["https://a.example/\(number)"])
            }
            // As the disk is in the midst of it.
            for name in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: path + name, toPath: path + ".copy" + name)
            }
            try db.execute(sql: "ROLLBACK")
        }
        try database.close()
        try FileManager.default.removeItem(atPath: path)
        for name in ["", "-journal"] {
            try FileManager.default.moveItem(atPath: path + ".copy" + name, toPath: path + name)
        }
        #expect(chmod(path, 0o600) == 0)
        #expect(try fixture.judge([ReceiverFixture.badge()])[0].verdict == .valid)
        #expect(try fixture.store.recall().memory.lists.isEmpty)
        #expect(!fixture.folder.exists("trust.json.state-journal"))
    }

    @Test(
        "tables that aren't as they were made are damage",
        arguments: [
            "DROP TABLE lists", "ALTER TABLE lists RENAME TO l; CREATE VIEW lists AS SELECT * FROM l WHERE 0",
            "CREATE TRIGGER t AFTER INSERT ON lists BEGIN DELETE FROM lists; END",
            "ALTER TABLE lists RENAME COLUMN digest TO other",
        ])
    func tables(sql: String) throws {
        let fixture = try Fixture()
        _ = try fixture.judge([ReceiverFixture.badge()])
        let database = try DatabaseQueue(path: fixture.store.path)
        try database.write { try $0.execute(sql: sql) }
        try database.close()
        #expect(throws: MemoryError(.damaged, "")) { try fixture.store.recall() }
    }

    // MARK: Both or neither

    @Test("where the trust list can't be written nothing is remembered, and a link to it stays one")
    func halves() throws {
        var fixture = try fixture()
        let bundle = try Self.bundle(1, [Self.school()])
        // A folder in its place can't be replaced by a file.
        try FileManager.default.createDirectory(atPath: fixture.path, withIntermediateDirectories: false)
        #expect(throws: ReceiverError.self) {
            try BundleImport.take(fixture.write(bundle), Fixture.request(), into: fixture.file, at: Fixture.now)
        }
        #expect(try fixture.store.recall().bundles.isEmpty)
        try FileManager.default.removeItem(atPath: fixture.path)
        #expect(symlink("real.json", fixture.path) == 0)
        #expect(throws: ReceiverError(.wrongKind, "")) { try take(bundle, in: &fixture) }
        #expect(try fixture.store.recall().bundles.isEmpty)
        try fixture.folder.write("real.json", JSONWriter.pretty(fixture.list.json))
        try take(bundle, in: &fixture)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: fixture.path) == "real.json")
        #expect(try TrustListFile.load(fixture.folder.path(of: "real.json")).list.bundleSigners?.count == 1)
    }

    // MARK: Signing for others

    @Test("a network doesn't sign for older lists or histories than in its last bundle")
    func olderMember() throws {
        let fixture = try Fixture()
        let next = SigningKey(verificationMethod: "\(TestBadge.issuer)#ed25519-2", privateKey: TestBadge.otherKey)
        let told = try Self.history(
            of: TestBadge.issuer, [ReceiverFixture.key], stolen: ReceiverFixture.key, next: next)
        func site(_ name: String, _ list: JSONObject?, _ history: KeyHistory) throws -> String {
            try fixture.folder.write("\(name)/did.json", ReceiverFixture.didDocument())
            if let list { try fixture.folder.write("\(name)/status/1.json", JSONWriter.compact(.object(list))) }
            try fixture.folder.write(
                "\(name)/key-history.jsonl",
                history.entries.flatMap { JSONWriter.compact(.object($0.json)) + [0x0A] })
            return fixture.folder.path(of: name)
        }
        var trust = fixture.list
        trust.issuers[0].keys.append(PinnedKey(id: next.verificationMethod, publicKey: next.privateKey.publicKey))
        func content(_ path: String, after former: TrustBundle.Content = .init()) throws -> TrustBundle.Content {
            try NetworkMembers.content(
                of: [path], by: trust, own: Fixture.signer, after: former, at: Fixture.now, warn: { _ in })
        }
        let old = try site("old", Self.list(daysOld: 4), told.before)
        let new = try site("new", Self.list(daysOld: 2, set: [7]), told.before)
        let last = try content(new)
        #expect(try content(new, after: last).statusLists == last.statusLists)
        let error = #expect(throws: BundleError(.olderMember, "")) { try content(old, after: last) }
        #expect(error?.message.contains("old/status/1.json") == true)
        // Gone from the folder is not gone.
        #expect(try content(site("bare", nil, told.before), after: last).statusLists == last.statusLists)
        // The same for a shorter history.
        var stolen = TrustBundle.Content()
        stolen.members = [try Self.school(history: told.after)]
        let shorter = #expect(throws: BundleError(.olderMember, "")) { try content(new, after: stolen) }
        #expect(shorter?.message.contains("new/key-history.jsonl") == true)
    }
}
