import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// A receiver's desk: a trust list with a state beside it, badges and bundles about the made-up school.
struct MemoryFixture {
    let folder: ScratchFolder
    var list = ReceiverFixture.trust

    static let signer = "did:web:region.example"
    static let key = SigningKey(verificationMethod: "\(signer)#bundle-1", privateKey: TestBadge.thirdKey)
    static let pinned = PinnedKey(id: key.verificationMethod, publicKey: key.privateKey.publicKey)
    static let now = FixedClock.now

    init() throws { folder = try ScratchFolder() }

    var path: String { folder.path(of: "trust.json") }
    var store: ReceiverStore { ReceiverStore(besideTrustList: path) }
    var file: TrustListFile { TrustListFile(path: path, list: list) }

    /// What a bundle says: the school with its key, and maybe another.
    static func content(_ others: [String] = []) throws -> TrustBundle.Content {
        var content = TrustBundle.Content()
        for did in [TestBadge.issuer] + others {
            let id = try #require(DID(did))
            let method = VerificationMethod(
                id: "\(did)#ed25519-1", controller: did, publicKey: TestBadge.key.publicKey)
            content.members.append(
                .init(did: id, document: DIDDocument(id: id, publishing: [method]), history: nil))
        }
        return content
    }

    static func bundle(
        after previous: TrustBundle? = nil, age: Int = 1, days: Int = 90, others: [String] = [],
        by key: SigningKey = MemoryFixture.key
    ) throws -> TrustBundle {
        let asOf = now.adding(seconds: -age * 86_400)
        return try TrustBundle(
            parsing: TrustBundle.file(
                content(others), asOf: asOf, validUntil: asOf.adding(seconds: days * 86_400), after: previous, key: key)
        )
    }

    @discardableResult
    func write(_ bundle: TrustBundle, as name: String = "bundle.json") throws -> String {
        try folder.write(name, JSONWriter.compact(.object(bundle.json)))
    }

    static func request(
        scope: [String] = [TestBadge.issuer], keys: [PinnedKey] = [MemoryFixture.pinned]
    ) throws -> BundleImport.Request {
        BundleImport.Request(
            signer: try #require(DID(signer)), scope: try scope.map { try #require(DIDPattern($0)) }, keys: keys)
    }

    /// Judges badges as a command does, remembering what was learnt.
    func judge(
        _ badges: [[UInt8]], bundles: [String] = [], lists: [[UInt8]] = [], now: Timestamp = MemoryFixture.now,
        trust: TrustList? = nil
    ) throws -> [VerificationReport] {
        var gatherer = MaterialGatherer(trust: trust ?? list)
        for path in bundles { try gatherer.addBundle(path) }
        for (index, list) in lists.enumerated() {
            try gatherer.addStatusList(try folder.write("list-\(index).json", list))
        }
        try gatherer.finish(remembering: store, at: now, warn: { Issue.record("\($0)") })
        let verifier = Verifier(
            material: gatherer.material, policy: VerificationPolicy(), profile: OpenBadgeProfile(),
            time: JudgementTime(now: now))
        let judge = BatchJudge(verifier: verifier, at: now)
        let inputs = try badges.enumerated().map { index, badge in
            BatchJudge.Input.file(try folder.write("badge-\(index).json", badge))
        }
        var reports: [VerificationReport] = []
        judge.judge(inputs) { reports.append($0) }
        return reports
    }
}
