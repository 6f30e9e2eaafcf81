import Cryptography
import Encodings
import LinkedData
import OpenBadges
import TestSupport
import VerifiableCredentials

/// A suite that signs linked data, with a key that goes with it.
struct SuiteCase: Sendable, CustomStringConvertible {
    let description: String
    let suite: any Cryptosuite
    let key: PrivateKey

    static let contexts = OpenBadgesContexts.store.prepared

    static let eddsa = SuiteCase(
        description: "eddsa-rdfc-2022", suite: EdDSARDFC2022(contexts: contexts), key: TestKeys.ed25519)
    static let ed25519Signature2020 = SuiteCase(
        description: "Ed25519Signature2020", suite: Ed25519Signature2020(contexts: contexts), key: TestKeys.ed25519)
    static let p256 = SuiteCase(
        description: "ecdsa-rdfc-2019 P-256", suite: ECDSARDFC2019(contexts: contexts), key: TestKeys.p256)
    static let p384 = SuiteCase(
        description: "ecdsa-rdfc-2019 P-384", suite: ECDSARDFC2019(contexts: contexts), key: TestKeys.p384)

    /// The suites that sign a document as one.
    static let whole = [eddsa, ed25519Signature2020, p256, p384]

    /// Another key of the same type.
    var otherKey: PrivateKey {
        get throws { key.type == .ed25519 ? TestKeys.otherEd25519 : try PrivateKey.generate(key.type) }
    }

    func secured(
        _ credential: JSONObject = TestBadge.credential(), created: Timestamp = FixedClock.now, more: JSONObject = [:]
    ) throws -> JSONObject {
        try DataIntegrity.secure(
            credential, suite: suite, key: TestKeys.signing(key), created: created, more: more)
    }

    /// What comes of the document's first proof.
    func outcome(_ document: JSONObject) throws -> ProofOutcome {
        guard let proof = try DataIntegrityProof.all(in: document).first else { return .unsupported("none") }
        return suite.verify(document: document, proof: proof, key: key.publicKey)
    }
}
