import BadgeIssuer
import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@Suite("The workspace's trust bundle")
struct TrustBundlePublisherTests {
    private static let day = 86_400

    /// A workspace with a key for bundles.
    private final class Desk {
        let fixture: WorkspaceFixture
        var workspace: Workspace { fixture.workspace }
        var issuer: String { workspace.settings.issuer }

        init(url: String? = WorkspaceFixture.url) throws {
            fixture = try WorkspaceFixture(url: url)
            try KeyCustodian.ensureBundleKey(of: workspace, passphrase: nil, at: fixture.now)
        }

        func publish(to folder: String = "site", after seconds: Int = 0) throws -> TrustBundle {
            let register = try fixture.register()
            _ = try SitePublisher.publish(
                workspace, register: register, keys: fixture.keys(), to: fixture.scratch.path(of: folder),
                at: fixture.now.adding(seconds: seconds))
            try register.close()
            return try TrustBundle(parsing: fixture.scratch.read("\(folder)/trust-bundle.json"))
        }

        func make(with others: TrustBundle.Content = .init(), days: Int = 30, after seconds: Int = 0) throws
            -> TrustBundle
        {
            let register = try fixture.register()
            let bytes = try TrustBundlePublisher(
                workspace: workspace, keys: fixture.keys(), at: fixture.now.adding(seconds: seconds)
            ).make(register, with: others, validDays: days)
            try register.close()
            return try TrustBundle(parsing: bytes)
        }
    }

    @Test("is in the site, signed by a key of its own, with document, history and lists")
    func published() throws {
        let desk = try Desk()
        let bundle = try desk.publish()
        let member = try #require(bundle.content.members.first)
        #expect(bundle.content.members.count == 1 && member.did.description == desk.issuer)
        let published = try JSONParser.parse(desk.fixture.scratch.read("site/did.json"))
        #expect(try JSONValue.object(#require(member.document).json) == published)
        #expect(try member.history == desk.workspace.keyHistory())
        #expect(
            try bundle.content.statusLists.map { JSONValue.object($0) }
                == [JSONParser.parse(desk.fixture.scratch.read("site/status/1.json"))])
        #expect(bundle.method == "\(desk.issuer)#bundle-1")
        let key = try #require(try desk.fixture.keys().bundle)
        #expect(bundle.isSigned(by: PinnedKey(id: key.verificationMethod, publicKey: key.privateKey.publicKey)))
        // Receivers can pin the key from the document, which allows it for nothing.
        let document = try #require(member.document)
        #expect(document.verificationMethods.contains { $0.id == bundle.method })
        #expect(document.relationships.values.allSatisfy { !$0.contains(bundle.method) })
    }

    @Test("keeps its bytes for a day while nothing changes, and then goes on by one")
    func fresh() throws {
        let desk = try Desk()
        let first = try desk.publish()
        let bytes = try desk.fixture.scratch.read("site/trust-bundle.json")
        #expect(try desk.publish(after: 3_600).sequence == 1)
        #expect(try desk.fixture.scratch.read("site/trust-bundle.json") == bytes)
        // Another folder gets the same bundle.
        #expect(try desk.publish(to: "other", after: 7_200).digest == first.digest)
        let second = try desk.publish(after: Self.day)
        #expect(second.sequence == 2 && second.previous == first.digest && second.asOf > first.asOf)
        // A change is told at once.
        _ = try KeyCustodian(
            desk.workspace, opening: nil, newPassphrase: { nil }, at: desk.fixture.now.adding(seconds: Self.day + 60)
        ).rotate(newest: .ed25519)
        let third = try desk.publish(after: Self.day + 120)
        #expect(third.sequence == 3 && third.previous == second.digest)
        #expect(third.content.members.first?.history?.entries.last?.event == .rotated)
    }

    @Test("a workspace that lost its own copy goes on from the site's")
    func restored() throws {
        let desk = try Desk()
        let first = try desk.publish()
        try FileManager.default.removeItem(atPath: "\(desk.workspace.root)/trust-bundle.json")
        #expect(try desk.publish(after: 60).digest == first.digest)
        try FileManager.default.removeItem(atPath: "\(desk.workspace.root)/trust-bundle.json")
        #expect(try desk.publish(after: Self.day).sequence == 2)
        // A bundle of somebody else's in its place is not gone on from.
        let stranger = SigningKey(verificationMethod: "\(desk.issuer)#bundle-1", privateKey: TestBadge.key)
        let forged = try TrustBundle.file(
            first.content, asOf: first.asOf, validUntil: first.validUntil, after: try desk.make(after: Self.day),
            key: stranger)
        try desk.fixture.scratch.write("site/trust-bundle.json", forged)
        #expect(try desk.publish(after: 2 * Self.day).sequence == 4)
    }

    @Test("of the site's copy only the number is taken, and only from a key in use")
    func strangeSite() throws {
        let desk = try Desk()
        _ = try desk.publish()
        let key = try #require(try desk.fixture.keys().bundle)
        func forged(_ number: Int) throws -> [UInt8] {
            var others = TrustBundle.Content()
            others.members = [.init(did: try #require(DID("did:web:fake.example")), document: nil, history: nil)]
            var object: JSONObject = [
                "format": .string(TrustBundle.format), "asOf": .string(desk.fixture.now.description),
                "validUntil": .string(desk.fixture.now.adding(seconds: 90 * Self.day).description),
                "sequence": .number(JSONNumber(number)), "previous": nil,
            ]
            for member in others.json.members { object[member.name] = member.value }
            let signed = try DataIntegrity.secure(
                object, suite: EdDSAJCS2022(), key: key, created: desk.fixture.now)
            return JSONWriter.compact(.object(signed))
        }
        try desk.fixture.scratch.write("site/trust-bundle.json", forged(41))
        let next = try desk.publish(after: 60)
        #expect(next.sequence == 42 && next.content.members.map(\.did.description) == [desk.issuer])
        // No number can follow on the greatest.
        try desk.fixture.scratch.write("site/trust-bundle.json", forged(SealedBundle.maxSequence))
        #expect(try desk.publish(after: 120).sequence == 42)
        // A key that isn't in use says nothing.
        let later = desk.fixture.now.adding(seconds: 180)
        _ = try KeyCustodian(desk.workspace, opening: nil, newPassphrase: { nil }, at: later).rotate("bundle-1")
        try desk.fixture.scratch.write("site/trust-bundle.json", forged(90))
        let last = try desk.publish(after: 240)
        #expect(last.sequence == 43 && last.method.hasSuffix("#bundle-2"))
    }

    @Test("members of a network stay in it with the date on which they were put in")
    func members() throws {
        let desk = try Desk()
        let did = try #require(DID("did:web:school.example"))
        var others = TrustBundle.Content()
        others.members = [.init(did: did, document: nil, history: nil)]
        let network = try desk.make(with: others)
        #expect(network.content.members.map(\.did.description) == [desk.issuer, did.description])
        // Nothing new is known of them, so the date stays, and nothing changes by itself.
        #expect(try desk.publish(after: 60).digest == network.digest)
        _ = try KeyCustodian(
            desk.workspace, opening: nil, newPassphrase: { nil }, at: desk.fixture.now.adding(seconds: 120)
        ).rotate(newest: .ed25519)
        let later = try desk.publish(after: 3 * Self.day)
        #expect(later.sequence == 2 && later.asOf == network.asOf && later.validUntil == network.validUntil)
        #expect(later.content.members.map(\.did) == network.content.members.map(\.did))
        // Without them it is the organisation's own again.
        #expect(try desk.make(after: 4 * Self.day).content.members.count == 1)
    }

    @Test("the key is made once, kept as the others are, and ended by no closure")
    func key() throws {
        let desk = try Desk()
        try KeyCustodian.ensureBundleKey(of: desk.workspace, passphrase: nil, at: desk.fixture.now)
        let listed = try desk.workspace.keyListing().filter { $0.fragment.hasPrefix("bundle") }
        #expect(listed.map(\.fragment) == ["bundle-1"])
        #expect(listed.first?.signs == ["bundle"] && listed.first?.state == "active" && listed.first?.file == .plain)
        #expect(try !desk.workspace.ownTrust().keys.contains { $0.id.hasSuffix("bundle-1") })
        let later = desk.fixture.now.adding(seconds: Self.day)
        let rotated = try KeyCustodian(desk.workspace, opening: nil, newPassphrase: { nil }, at: later)
            .rotate("bundle-1")
        #expect(rotated.added.map(\.id) == ["\(desk.issuer)#bundle-2"])
        _ = try KeyCustodian(desk.workspace, opening: nil, newPassphrase: { nil }, at: later)
            .close(since: nil, successor: DID("did:web:seuraaja.example"))
        let bundle = try desk.publish(after: 2 * Self.day)
        #expect(bundle.method.hasSuffix("#bundle-2"))
        #expect(bundle.content.members.first?.history?.closing?.successor?.description == "did:web:seuraaja.example")
    }

    @Test("where the keys are encrypted, so is the new one")
    func encrypted() throws {
        let passphrase = Passphrase("kolme sanaa vain")
        let fixture = try WorkspaceFixture(passphrase: passphrase)
        #expect(throws: KeyError.self) {
            try KeyCustodian.ensureBundleKey(of: fixture.workspace, passphrase: nil, at: fixture.now)
        }
        try KeyCustodian.ensureBundleKey(of: fixture.workspace, passphrase: passphrase, at: fixture.now)
        let key = try fixture.scratch.text("koulu/keys/bundle-1.pem")
        #expect(key.contains("ENCRYPTED PRIVATE KEY"))
        // A passphrase that nothing needed encrypts nothing.
        let plain = try WorkspaceFixture()
        try KeyCustodian.ensureBundleKey(of: plain.workspace, passphrase: passphrase, at: plain.now)
        #expect(try !plain.scratch.text("koulu/keys/bundle-1.pem").contains("ENCRYPTED"))
    }

    @Test("an issuer that is a did:key signs one, too")
    func didKey() throws {
        let desk = try Desk(url: nil)
        let bundle = try desk.publish()
        #expect(bundle.content.members.first?.document == nil)
        #expect(bundle.method == "\(desk.issuer)#bundle-1")
    }
}
