import Cryptography
import Encodings
import OpenBadges
import TestSupport
import VerifiableCredentials

/// A learner with a key, badges of the school to it, and ways to present them well and badly.
enum TestPresentation {
    static let key = TestBadge.thirdKey
    static let did = DIDKey.did(for: key.publicKey).description
    static let signingKey = Bench.selfNamed(key)
    static let university = "https://uni.example"
    static let challenge = "b7c1d2"

    /// A badge of the school to the learner's key.
    static func badge(_ number: Int = 1, _ changes: [(String, JSONValue?)] = []) -> JSONObject {
        TestBadge.credential(
            [
                ("id", .string("urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-00000000000\(number)")),
                ("credentialSubject.id", .string(did)),
            ] + changes)
    }

    static func signedBadge(_ number: Int = 1, _ changes: [(String, JSONValue?)] = []) throws -> JSONValue {
        .object(try Bench.signed(badge(number, changes)))
    }

    /// The presentation without a proof.
    static func unsigned(_ members: [JSONValue], holder: String? = did) -> JSONObject {
        var presentation: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": "urn:uuid:3f1d9a52-6f0f-4c1d-8a7e-111111111111",
            "type": ["VerifiablePresentation"],
        ]
        presentation["holder"] = holder.map { .string($0) }
        if !members.isEmpty { presentation["verifiableCredential"] = .array(members) }
        return presentation
    }

    static func signed(
        _ members: [JSONValue], holder: String? = did, by key: SigningKey = signingKey,
        purpose: String = "authentication", more: JSONObject = [:]
    ) throws -> JSONObject {
        try DataIntegrity.secure(
            unsigned(members, holder: holder), suite: EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared),
            key: key, created: Bench.created, purpose: purpose, more: more)
    }

    /// For the university, with its challenge.
    static var addressed: JSONObject { ["domain": .string(university), "challenge": .string(challenge)] }

    static func envelope(_ jwt: String, type: String = "EnvelopedVerifiableCredential") -> JSONValue {
        [
            "@context": "https://www.w3.org/ns/credentials/v2", "id": .string("data:application/vc+jwt,\(jwt)"),
            "type": .string(type),
        ]
    }

    /// The receiver that gave the challenge.
    static var asking: Bench {
        var bench = Bench()
        bench.policy.domains = [university]
        bench.policy.challenge = challenge
        return bench
    }
}
