import Cryptography
import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("The key history of a published folder") struct KeyHistoryFolderTests {
    private static let day = 86_400

    private static func history(of did: String = TestBadge.issuer) throws -> [UInt8] {
        let signer = SigningKey(verificationMethod: "\(did)#ed25519-1", privateKey: TestBadge.key)
        return try KeyHistory.initialLine(
            did: #require(DID(did)),
            keys: [.init(id: signer.verificationMethod, publicKey: TestBadge.key.publicKey)],
            recoveryKey: TestBadge.thirdKey.publicKey, signer: signer, at: FixedClock.now)
    }

    private static func issuanceList(of did: String) throws -> [UInt8] {
        try IssuanceList.file(
            issuer: did, key: "\(did)#ed25519-1", before: FixedClock.now, asOf: FixedClock.now, digests: [],
            signer: ReceiverFixture.key)
    }

    private func folder(_ history: [UInt8]) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try folder.write("did.json", try ReceiverFixture.didDocument())
        try folder.write("key-history.jsonl", history)
        return folder
    }

    @Test("is read with the issuance lists of the same issuer; others' and broken lists are left out")
    func read() throws {
        let folder = try folder(Self.history())
        try folder.write("issuance/ed25519-1.json", try Self.issuanceList(of: TestBadge.issuer))
        try folder.write("issuance/foreign.json", try Self.issuanceList(of: "did:web:other.example"))
        try folder.write("issuance/broken.json", "{")
        try folder.write("issuance/readme.txt", "x")
        var gatherer = MaterialGatherer(trust: nil)
        try gatherer.addPublishedFolder(folder.path)
        #expect(gatherer.material.keyHistories.map(\.history.did?.description) == [TestBadge.issuer])
        #expect(gatherer.material.issuanceLists.map(\.source) == [folder.path(of: "issuance/ed25519-1.json")])
    }

    @Test("of another issuer than the folder's is left out")
    func foreign() throws {
        let folder = try folder(Self.history(of: "did:web:other.example"))
        var gatherer = MaterialGatherer(trust: nil)
        try gatherer.addPublishedFolder(folder.path)
        #expect(gatherer.material.keyHistories.isEmpty)
    }

    @Test("that is broken ends it: it could hide a theft")
    func broken() throws {
        var bytes = try Self.history()
        bytes[bytes.count / 2] ^= 1
        let folder = try folder(bytes)
        var gatherer = MaterialGatherer(trust: nil)
        let error = #expect(throws: KeyHistoryError.self) { try gatherer.addPublishedFolder(folder.path) }
        #expect(error?.message.contains("key-history.jsonl") == true)
        #expect(error?.hint != nil)
    }
}
