import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// A region that signs bundles about the made-up school, and what tests change of them.
struct BundleFixture {
    static let signer = "did:web:region.example"
    static let key = SigningKey(verificationMethod: "\(signer)#bundle-1", privateKey: SchoolHistory.seeded(77))
    static let pinned = PinnedKey(id: key.verificationMethod, publicKey: key.privateKey.publicKey)
    static let asOf = FixedClock.now.adding(seconds: -3 * 86_400)

    /// A receiver who pinned nobody but the region, for the school.
    static func trust(
        for scope: [String] = [TestBadge.issuer], keys: [PinnedKey] = [BundleFixture.pinned],
        issuers: [TrustedIssuer] = []
    ) throws -> TrustList {
        var list = TrustList(updated: FixedClock.now, issuers: issuers)
        list.bundleSigners = [
            BundleSigner(did: signer, keys: keys, scope: try scope.map { try #require(DIDPattern($0)) })
        ]
        return list
    }

    static func member(
        _ did: String = TestBadge.issuer, keys: [(fragment: String, key: PrivateKey)] = [("ed25519-1", TestBadge.key)],
        history: KeyHistory? = nil
    ) throws -> TrustBundle.Member {
        TrustBundle.Member(
            did: try #require(DID(did)), document: try Bench.document(of: did, keys), history: history)
    }

    static func content(
        _ members: [TrustBundle.Member], lists: [JSONObject] = [], issuance: [IssuanceList] = []
    ) -> TrustBundle.Content {
        var content = TrustBundle.Content()
        content.members = members
        content.statusLists = lists
        content.issuanceLists = issuance
        return content
    }

    static func file(
        _ content: TrustBundle.Content, asOf: Timestamp = BundleFixture.asOf, days: Int = 90,
        after previous: TrustBundle? = nil,
        by key: SigningKey = BundleFixture.key
    ) throws -> [UInt8] {
        try TrustBundle.file(
            content, asOf: asOf, validUntil: asOf.adding(seconds: days * 86_400), after: previous, key: key)
    }

    static func bundle(
        _ content: TrustBundle.Content, asOf: Timestamp = BundleFixture.asOf, days: Int = 90,
        after previous: TrustBundle? = nil,
        by key: SigningKey = BundleFixture.key
    ) throws -> TrustBundle {
        try TrustBundle(parsing: file(content, asOf: asOf, days: days, after: previous, by: key))
    }

    /// A bundle as its pinned signer's receiver takes it.
    static func vouched(_ bundle: TrustBundle, by trust: TrustList) throws -> VouchedBundle {
        try #require(try VouchedBundle.check(bundle, source: "trust-bundle.json", by: trust, at: FixedClock.now))
    }

    /// Any object, signed as bundles are.
    static func signed(_ object: JSONObject, by key: SigningKey = BundleFixture.key) throws -> [UInt8] {
        JSONWriter.compact(
            .object(
                try DataIntegrity.secure(
                    object.removing("proof"), suite: EdDSAJCS2022(), key: key, created: asOf)))
    }
}
