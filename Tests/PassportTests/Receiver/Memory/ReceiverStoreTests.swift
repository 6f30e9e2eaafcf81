import Cryptography
import Encodings
import Foundation
import GRDB
import TestSupport
import Testing
import VerifiableCredentials

@testable import Passport

@Suite("What a receiver saw before")
struct ReceiverStoreTests {
    private typealias Fixture = MemoryFixture

    private static func badge(_ number: Int) throws -> [UInt8] {
        try ReceiverFixture.badge([
            ("id", .string("urn:uuid:00000000-0000-4000-8000-\(100_000_000_000 + number)")),
            ("credentialStatus", TestBadge.statusEntry()),
        ])
    }

    private static func list(age: Int, set: [Int] = []) throws -> [UInt8] {
        var bits = Bitstring()
        for place in set { try bits.set(place) }
        let from = Fixture.now.adding(seconds: -age * 86_400)
        let credential = StatusListCredential.compose(
            id: TestBadge.listURL, issuer: TestBadge.issuer, purpose: "revocation", bits: bits, validFrom: from,
            validUntil: nil)
        return JSONWriter.compact(
            .object(
                try DataIntegrity.secure(credential, suite: EdDSAJCS2022(), key: ReceiverFixture.key, created: from)))
    }

    // MARK: The file

    @Test("is a file of its owner's beside the trust list, made when there is something to remember")
    func made() throws {
        let fixture = try Fixture()
        #expect(fixture.store.path.hasSuffix("/trust.json.state"))
        // A badge of nobody who is listed leaves nothing.
        let nobody = TrustList(updated: Fixture.now)
        _ = try fixture.judge([Self.badge(1)], trust: nobody)
        #expect(!fixture.folder.exists("trust.json.state"))
        _ = try fixture.judge([Self.badge(1)])
        let facts = try FileManager.default.attributesOfItem(atPath: fixture.store.path)
        #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(fixture.folder.files().filter { $0.contains(".state") } == ["trust.json.state"])
        // What says nothing new writes nothing.
        let before = try fixture.folder.read("trust.json.state")
        _ = try fixture.judge([Self.badge(1)])
        #expect(try fixture.folder.read("trust.json.state") == before)
    }

    @Test("keeps lists, first sights and the newest time from one run to the next")
    func kept() throws {
        let fixture = try Fixture()
        let first = try fixture.judge([Self.badge(1)], lists: [Self.list(age: 2)])
        #expect(first[0][.status]?.code == .statusOK)
        let recalled = try fixture.store.recall()
        #expect(recalled.memory.newestTime == Fixture.now)
        #expect(recalled.memory.lists.count == 1)
        let times = try fixture.store.firstSeen(by: [TestBadge.key.publicKey.thumbprint])
        #expect(Array(times.values) == [Fixture.now])
        #expect(try fixture.store.firstSeen(by: ["other"]).isEmpty)
        let second = try fixture.judge([Self.badge(2)], lists: [Self.list(age: 4)])
        #expect(second[0][.status]?.code == .statusRollback)
        // Later sights don't move the first.
        _ = try fixture.judge([Self.badge(1)], now: Fixture.now.adding(seconds: 86_400))
        #expect(
            try fixture.store.firstSeen(by: [TestBadge.key.publicKey.thumbprint]).values.min() == Fixture.now)
        // And a clock that went back is noticed.
        #expect(try fixture.judge([Self.badge(1)])[0][.validity]?.code == .clockBehind)
    }

    @Test("a history is held, and only what goes on from it takes its place")
    func histories() throws {
        let fixture = try Fixture()
        let keys = [KeyHistoryEntry.Key(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey)]
        let line = try KeyHistory.initialLine(
            did: #require(DID(TestBadge.issuer)), keys: keys, recoveryKey: TestBadge.otherKey.publicKey,
            signer: ReceiverFixture.key, at: Fixture.now.adding(seconds: -200 * 86_400))
        let begun = try KeyHistory(parsing: line)
        func rotated(to key: PrivateKey, _ name: String) throws -> [UInt8] {
            var step = KeyHistory.Step(.rotated)
            step.keys = [SigningKey(verificationMethod: "\(TestBadge.issuer)#\(name)", privateKey: key)]
            step.ends = [TestBadge.methodID]
            return try line + begun.line(step, by: .key(ReceiverFixture.key), at: Fixture.now.adding(seconds: -86_400))
        }
        func judge(with history: [UInt8]) throws -> VerificationReport {
            try fixture.folder.write("site/did.json", ReceiverFixture.didDocument())
            try fixture.folder.write("site/key-history.jsonl", history)
            return try fixture.judge([ReceiverFixture.badge()], bundles: [fixture.folder.path(of: "site")])[0]
        }
        let honest = try rotated(to: TestBadge.thirdKey, "ed25519-2")
        _ = try judge(with: line)
        #expect(try fixture.store.recall().histories.map(\.entries.count) == [1])
        _ = try judge(with: honest)
        #expect(try fixture.store.recall().histories.map(\.head) == [try KeyHistory(parsing: honest).head])
        // An old folder changes nothing, and the held history is followed.
        let old = try judge(with: line)
        #expect(old[.proof]?.detail["keyState"] == "retired")
        #expect(try fixture.store.recall().histories.map(\.entries.count) == [2])
        // A fork is told, and not held.
        let fork = try judge(with: rotated(to: TestBadge.otherKey, "ed25519-3"))
        #expect(fork[.proof]?.code == .historyFork)
        #expect(try fixture.store.recall().histories.map(\.head) == [try KeyHistory(parsing: honest).head])
    }

    @Test("many at once lose nothing")
    func concurrent() async throws {
        let fixture = try Fixture()
        let reports = try await withThrowingTaskGroup(of: [VerificationReport].self) { group in
            for number in 0..<8 {
                group.addTask {
                    let other = try Fixture()
                    // Eight commands with the same trust list, each with a badge and a list of its own.
                    var gatherer = MaterialGatherer(trust: ReceiverFixture.trust)
                    try gatherer.addStatusList(try other.folder.write("l.json", Self.list(age: 8 - number)))
                    try gatherer.finish(
                        remembering: fixture.store, at: Fixture.now, warn: { Issue.record("\($0)") })
                    let verifier = ReceiverFixture.verifier(gatherer.material)
                    let judged = BatchJudge(verifier: verifier, at: Fixture.now)
                        .judge(try Self.badge(number), source: "x")
                    return [judged.report]
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(reports.count == 8)
        #expect(try fixture.store.firstSeen(by: [TestBadge.key.publicKey.thumbprint]).count == 8)
        let heads = try fixture.store.recall().memory.lists.values.map(\.validFrom)
        #expect(heads == [Fixture.now.adding(seconds: -86_400)])
    }

    // MARK: What isn't one

    @Test("what isn't a memory is refused and left alone, each with its code")
    func refused() throws {
        let fixture = try Fixture()
        func expectRefusal(_ code: MemoryError.Code, _ name: String = "trust.json.state") throws {
            #expect(throws: MemoryError(code, "")) { try fixture.store.recall() }
        }
        try fixture.folder.write("trust.json.state", "no database")
        try expectRefusal(.permissions)
        chmod(fixture.store.path, 0o600)
        try expectRefusal(.notAMemory)
        try FileManager.default.removeItem(atPath: fixture.store.path)
        symlink("elsewhere", fixture.store.path)
        try expectRefusal(.link)
        try FileManager.default.removeItem(atPath: fixture.store.path)
        let other = try DatabaseQueue(path: fixture.store.path)
        try other.write { try $0.execute(sql: "CREATE TABLE mine (a)") }
        try other.close()
        chmod(fixture.store.path, 0o600)
        try expectRefusal(.notAMemory)
        try FileManager.default.removeItem(atPath: fixture.store.path)
        _ = try fixture.judge([Self.badge(1)])
        let newer = try DatabaseQueue(path: fixture.store.path)
        try newer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 9") }
        try newer.close()
        try expectRefusal(.newerSchema)
    }

    @Test("a damaged value is named as damage")
    func damaged() throws {
        let fixture = try Fixture()
        _ = try fixture.judge([Self.badge(1)], lists: [Self.list(age: 1)])
        let database = try DatabaseQueue(path: fixture.store.path)
        try database.write { try $0.execute(sql: "UPDATE lists SET valid_from = 'soon'") }
        try database.close()
        #expect(throws: MemoryError(.damaged, "")) { try fixture.store.recall() }
    }

    @Test("where nothing can be written, judging goes on with a warning")
    func readOnly() throws {
        let fixture = try Fixture()
        // Where there is no folder, nobody can write.
        let store = ReceiverStore(besideTrustList: fixture.folder.path(of: "gone/trust.json"))
        var gatherer = MaterialGatherer(trust: ReceiverFixture.trust)
        let warnings = Warnings()
        try gatherer.finish(remembering: store, at: Fixture.now, warn: { warnings.add($0) })
        let judged = BatchJudge(verifier: ReceiverFixture.verifier(gatherer.material), at: Fixture.now)
            .judge(try ReceiverFixture.badge(), source: "x")
        #expect(judged.report.verdict == .valid)
        #expect(warnings.all.count == 1 && warnings.all[0].contains("can't be remembered"))
    }

    private final class Warnings: @unchecked Sendable {
        private let lock = NSLock()
        private var texts: [String] = []
        var all: [String] { lock.withLock { texts } }
        func add(_ text: String) { lock.withLock { texts.append(text) } }
    }
}
