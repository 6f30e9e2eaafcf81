import Encodings
import VerifiableCredentials

/// A small badge for tests of securing: every kind of JSON value, and letters beyond ASCII.
enum SampleCredential {
    static let suites = Cryptosuites(contexts: ContextStore(BuiltInContexts.all).prepared)

    static let json: JSONObject = [
        "@context": [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Tiimityö \u{1F3C5}",
        "issuer": ["id": "did:web:school.example", "type": ["Profile"], "name": "Koulu"],
        "validFrom": "2026-09-29T07:12:31Z",
        "validUntil": "2028-09-29T20:59:59Z",
        "credentialSubject": [
            "id": "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12",
            "type": ["AchievementSubject"],
            "creditsEarned": .number(JSONNumber(text: "0.50") ?? JSONNumber(0)),
            "achievement": ["id": "https://school.example/badges/tiimityo/v1", "type": ["Achievement"]],
        ],
    ]
}
