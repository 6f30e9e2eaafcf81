import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("What travels with badges")
struct StapleFinderTests {
    private typealias Fixture = PortfolioFixture

    private func found(_ bytes: [UInt8], _ source: String = "1.json") throws -> VerificationMaterial.FoundStatusList {
        .init(credential: try #require(try JSONParser.parse(bytes).objectValue), source: source)
    }

    private func list(
        _ id: String = TestBadge.listURL, from: Timestamp = Fixture.now, until: Timestamp? = nil,
        by key: SigningKey = ReceiverFixture.key, issuer: String = TestBadge.issuer
    ) throws -> VerificationMaterial.FoundStatusList {
        let credential = StatusListCredential.compose(
            id: id, issuer: issuer, purpose: "revocation", bits: Bitstring(), validFrom: from, validUntil: until)
        return .init(
            credential: try DataIntegrity.secure(credential, suite: EdDSAJCS2022(), key: key, created: from),
            source: "list.json")
    }

    private func document(_ key: PublicKey = TestBadge.key.publicKey, of did: String = TestBadge.issuer) throws
        -> VerificationMaterial.UnvouchedDocument
    {
        let method = VerificationMethod(id: did + "#ed25519-1", controller: did, publicKey: key)
        return .init(document: DIDDocument(id: try #require(DID(did)), publishing: [method]), source: "did.json")
    }

    private func staples(
        _ items: [PortfolioItem], _ lists: [VerificationMaterial.FoundStatusList] = [],
        _ documents: [VerificationMaterial.UnvouchedDocument] = []
    ) throws -> Staples {
        let material = VerificationMaterial(trust: Fixture.trust, didDocuments: documents, statusLists: lists)
        let verifier = Fixture.verifier(material)
        let badges = items.map { ChosenBadge(item: $0, report: verifier.judge($0.bytes, source: "-")) }
        return StapleFinder(material, verifier: verifier, at: Fixture.now).staples(for: badges)
    }

    private func badge(_ entries: JSONValue = TestBadge.statusEntry()) throws -> PortfolioItem {
        try Fixture.badge(1, [("credentialStatus", entries)])
    }

    @Test("is the list that a chosen badge names, and none besides")
    func named() throws {
        let other = try list("https://school.example/status/2.json")
        let staples = try staples([badge()], [other, list()])
        #expect(staples.statusLists.map(\.id) == [TestBadge.listURL])
        #expect(try self.staples([Fixture.badge(1)], [other, list()]).isEmpty)
        let both = try self.staples(
            [badge([TestBadge.statusEntry(), TestBadge.statusEntry(list: "https://school.example/status/2.json")])],
            [other, list(), list()])
        #expect(both.statusLists.map(\.id) == [TestBadge.listURL, "https://school.example/status/2.json"])
    }

    @Test("is the newest of several")
    func newest() throws {
        let day = 86_400
        let lists = try [-5, -2, -9].map { try list(from: Fixture.now.adding(seconds: $0 * day)) }
        let staples = try staples([badge()], lists)
        #expect(
            staples.statusLists.map { CredentialView($0.credential).validFrom }
                == [Fixture.now.adding(seconds: -2 * day)])
    }

    @Test("is no list that is old, forged, of another or yet to come")
    func unusable() throws {
        let day = 86_400
        let stranger = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.otherKey)
        let own = SigningKey(
            verificationMethod: DIDKey.verificationMethodID(for: TestBadge.otherKey.publicKey),
            privateKey: TestBadge.otherKey)
        var changed = try list()
        changed = .init(
            credential: TestBadge.replacing("validUntil", in: changed.credential, by: "2026-12-31T00:00:00Z"),
            source: "x")
        let unusable = [
            try list(from: Fixture.now.adding(seconds: -31 * day)),
            try list(from: Fixture.now.adding(seconds: day)),
            try list(from: Fixture.now.adding(seconds: -5 * day), until: Fixture.now.adding(seconds: -day)),
            try list(by: stranger), changed,
            try list(by: own, issuer: DIDKey.did(for: TestBadge.otherKey.publicKey).description),
        ]
        for list in unusable { #expect(try staples([badge()], [list]).isEmpty) }
        #expect(try staples([badge()], unusable + [list()]).statusLists.count == 1)
    }

    @Test("is the document of an issuer whose key is in it")
    func documents() throws {
        let staples = try staples([Fixture.badge(1), Fixture.badge(2)], [], [document()])
        #expect(staples.documents.map(\.did) == [TestBadge.issuer])
        let bytes = try #require(staples.documents.first?.bytes)
        #expect(try JSONParser.parse(bytes) == .object(try document().document.json))
        #expect(try self.staples([Fixture.badge(1)], [], [document(TestBadge.otherKey.publicKey)]).isEmpty)
        #expect(try self.staples([Fixture.badge(1)], [], [document(of: "did:web:other.example")]).isEmpty)
        #expect(try self.staples([], [list()], [document()]).isEmpty)
    }
}
