import Cryptography
import Encodings
import OpenBadges
import TestSupport
import VerifiableCredentials

/// A learner with a key of their own, who makes presentations by hand.
struct Learner {
    let key: PrivateKey
    let did: String

    init(_ seed: UInt8 = 11) throws {
        key = try PrivateKey(ed25519Seed: [UInt8](repeating: seed, count: 32))
        did = DIDKey.did(for: key.publicKey).description
    }

    private var signingKey: SigningKey {
        SigningKey(verificationMethod: "\(did)#\(did.dropFirst("did:key:".count))", privateKey: key)
    }

    /// A presentation without credentials, as proof that the key is one's own.
    ///
    /// - Parameter signer: who signs it; the learner unless given.
    func proof(
        domain: String?, challenge: String?, at now: Timestamp = FixedClock.now, signedBy signer: Learner? = nil
    ) throws -> [UInt8] {
        let presentation: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": "urn:uuid:3f1d9a52-6f0f-4c1d-8a7e-111111111111", "type": ["VerifiablePresentation"],
            "holder": .string(did),
        ]
        var more: JSONObject = [:]
        more["domain"] = domain.map(JSONValue.string)
        more["challenge"] = challenge.map(JSONValue.string)
        let secured = try DataIntegrity.secure(
            presentation, suite: EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared),
            key: (signer ?? self).signingKey, created: now, purpose: "authentication", more: more)
        return JSONWriter.compact(.object(secured))
    }
}
