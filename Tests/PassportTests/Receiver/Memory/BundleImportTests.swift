import Cryptography
import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Taking a trust bundle in")
struct BundleImportTests {
    private typealias Fixture = MemoryFixture

    /// A receiver who has pinned nobody yet.
    private func fixture() throws -> Fixture {
        var fixture = try Fixture()
        fixture.list = TrustList(updated: Fixture.now)
        return fixture
    }

    private func take(
        _ bundle: TrustBundle, in fixture: Fixture, _ request: BundleImport.Request? = nil,
        at now: Timestamp = Fixture.now
    ) throws -> BundleImport.Outcome {
        let file = fixture.folder.exists("trust.json") ? try TrustListFile.load(fixture.path) : fixture.file
        return try BundleImport.take(
            fixture.write(bundle), request ?? Fixture.request(), into: file, at: now)
    }

    @Test("pins the signer for its DIDs, holds the bundle, and its issuers are believed from then on")
    func taken() throws {
        var fixture = try fixture()
        let outcome = try take(Fixture.bundle(others: ["did:web:stranger.example"]), in: fixture)
        #expect(outcome.vouched.members.map(\.did.description) == [TestBadge.issuer])
        #expect(outcome.vouched.ignored == ["did:web:stranger.example"])
        let saved = try TrustListFile.load(fixture.path).list
        #expect(saved.bundleSigners?.map(\.did) == [Fixture.signer])
        #expect(saved.bundleSigners?.first?.scope.map(\.description) == [TestBadge.issuer])
        fixture.list = saved
        let report = try fixture.judge([ReceiverFixture.badge()])[0]
        #expect(report[.issuer]?.code == .issuerBundle)
        #expect(report.verdict == .valid)
        // Without the pin the held bundle is nobody's word.
        let unpinned = try fixture.judge([ReceiverFixture.badge()], trust: TrustList(updated: Fixture.now))[0]
        #expect(unpinned[.proof]?.code == .keyUnavailable)
    }

    @Test("the next bundle needs neither key nor scope, and an older one is refused")
    func rollback() throws {
        let fixture = try fixture()
        let first = try Fixture.bundle(age: 5)
        let second = try Fixture.bundle(after: first, age: 2)
        _ = try take(first, in: fixture)
        let bare = BundleImport.Request(signer: try #require(DID(Fixture.signer)), scope: [], keys: [])
        #expect(try take(second, in: fixture, bare).bundle.sequence == 2)
        // The same once more is no rollback.
        #expect(try take(second, in: fixture, bare).bundle.sequence == 2)
        let before = try fixture.folder.read("trust.json")
        #expect(throws: BundleError(.rollback, "")) { try take(first, in: fixture) }
        // A higher number with an earlier date, and the same number with other content.
        let third = try Fixture.bundle(after: second, age: 3)
        #expect(throws: BundleError(.rollback, "")) { try take(third, in: fixture) }
        let other = try Fixture.bundle(after: first, age: 1, others: ["did:web:stranger.example"])
        #expect(throws: BundleError(.rollback, "")) { try take(other, in: fixture) }
        #expect(try fixture.folder.read("trust.json") == before)
        #expect(try fixture.store.recall().bundles.map(\.digest) == [second.digest])
    }

    @Test("naming an older bundle when judging is refused, too; a newer one is held from then on")
    func named() throws {
        var fixture = try fixture()
        let first = try Fixture.bundle(age: 5)
        let second = try Fixture.bundle(after: first, age: 2)
        _ = try take(first, in: fixture)
        fixture.list = try TrustListFile.load(fixture.path).list
        let path = try fixture.write(second, as: "second.json")
        #expect(try fixture.judge([ReceiverFixture.badge()], bundles: [path])[0][.issuer]?.code == .issuerBundle)
        #expect(try fixture.store.recall().bundles.map(\.sequence) == [2])
        let old = try fixture.write(first, as: "first.json")
        #expect(throws: BundleError(.rollback, "")) { try fixture.judge([ReceiverFixture.badge()], bundles: [old]) }
        // Of two at hand without a memory, the newer counts; two of one number are refused.
        var gatherer = MaterialGatherer(trust: fixture.list)
        for path in [old, path] { try gatherer.addBundle(path) }
        try gatherer.finish(remembering: nil, at: Fixture.now, warn: { Issue.record("\($0)") })
        #expect(gatherer.material.bundles.map(\.bundle.sequence) == [2])
        let twin = try fixture.write(Fixture.bundle(after: first, age: 1), as: "twin.json")
        var doubtful = MaterialGatherer(trust: fixture.list)
        for path in [path, twin] { try doubtful.addBundle(path) }
        #expect(throws: BundleError(.rollback, "")) {
            try doubtful.finish(remembering: nil, at: Fixture.now, warn: { _ in })
        }
    }

    @Test("a bundle beyond its end, from the future, or by a clock that is behind isn't taken")
    func dates() throws {
        let fixture = try fixture()
        let error = #expect(throws: BundleError(.expired, "")) {
            try take(Fixture.bundle(age: 91, days: 90), in: fixture)
        }
        #expect(error?.message.contains("91 days old") == true)
        #expect(throws: BundleError(.dates, "")) { try take(Fixture.bundle(age: -1), in: fixture) }
        #expect(!fixture.folder.exists("trust.json") && !fixture.folder.exists("trust.json.state"))
        _ = try take(Fixture.bundle(age: 5), in: fixture)
        #expect(throws: BundleError(.dates, "")) {
            try take(Fixture.bundle(age: 5), in: fixture, at: Fixture.now.adding(seconds: -86_400))
        }
    }

    @Test("a signer without a key in hand, with another key, or for nobody isn't pinned")
    func pins() throws {
        let fixture = try fixture()
        let bundle = try Fixture.bundle(age: 5)
        #expect(throws: TrustError(.key, "")) { try take(bundle, in: fixture, Fixture.request(keys: [])) }
        #expect(throws: TrustError(.pattern, "")) { try take(bundle, in: fixture, Fixture.request(scope: [])) }
        var other = try Fixture.request()
        other.signer = try #require(DID("did:web:other.example"))
        #expect(throws: BundleError(.signer, "")) { try take(bundle, in: fixture, other) }
        let wrong = PinnedKey(id: Fixture.pinned.id, publicKey: TestBadge.otherKey.publicKey)
        #expect(throws: BundleError(.signature, "")) { try take(bundle, in: fixture, Fixture.request(keys: [wrong])) }
        #expect(!fixture.folder.exists("trust.json"))
        _ = try take(bundle, in: fixture)
        #expect(throws: TrustError(.duplicate, "")) { try take(bundle, in: fixture, Fixture.request(keys: [wrong])) }
        // Another key begins anew when it is said so: its numbers, too.
        let newKey = SigningKey(verificationMethod: Fixture.pinned.id, privateKey: TestBadge.otherKey)
        var forced = try Fixture.request(keys: [wrong])
        forced.replacesKeys = true
        let anew = try take(Fixture.bundle(age: 6, by: newKey), in: fixture, forced)
        #expect(anew.bundle.sequence == 1 && anew.signer.keys.map(\.fingerprint) == [wrong.fingerprint])
    }

    @Test("a key that is pinned for badges signs no bundles")
    func awardKey() throws {
        var fixture = try Fixture()
        fixture.list.issuers[0].keys.append(Fixture.pinned)
        #expect(throws: BundleError(.awardKey, "")) { try take(Fixture.bundle(), in: fixture) }
    }

    @Test("a did:key pins itself")
    func didKey() throws {
        let fixture = try fixture()
        let key = SigningKey(
            verificationMethod: DIDKey.verificationMethodID(for: TestBadge.thirdKey.publicKey),
            privateKey: TestBadge.thirdKey)
        var request = try Fixture.request(keys: [])
        request.signer = DIDKey.did(for: TestBadge.thirdKey.publicKey)
        #expect(try take(Fixture.bundle(by: key), in: fixture, request).signer.keys.count == 1)
    }

    @Test("what a network's bundle takes from members is genuine, or refused")
    func members() throws {
        let fixture = try Fixture()
        try fixture.folder.write("site/did.json", ReceiverFixture.didDocument())
        try fixture.folder.write("site/status/1.json", ReceiverFixture.list(TestBadge.listURL))
        let site = fixture.folder.path(of: "site")
        func content(_ trust: TrustList?) throws -> TrustBundle.Content {
            try NetworkMembers.content(
                of: [site], by: trust, own: Fixture.signer, at: Fixture.now, warn: { Issue.record("\($0)") })
        }
        let taken = try content(fixture.list)
        #expect(taken.members.map(\.did.description) == [TestBadge.issuer] && taken.statusLists.count == 1)
        // Nobody listed it; another key is pinned; the list isn't the school's.
        #expect(throws: BundleError(.member, "")) { try content(TrustList(updated: Fixture.now)) }
        var other = fixture.list
        other.issuers[0].keys = [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.otherKey.publicKey)]
        #expect(throws: BundleError(.member, "")) { try content(other) }
        let list = try fixture.folder.text("site/status/1.json")
        try fixture.folder.write(
            "site/status/1.json", list.replacing("\"revocation\"", with: "\"suspension\""))
        #expect(throws: BundleError(.member, "")) { try content(fixture.list) }
    }
}
