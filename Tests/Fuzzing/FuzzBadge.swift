import Cryptography
import Encodings
import VerifiableCredentials

/// A small badge that is signed in every way the product reads, by keys that are nobody's.
enum FuzzBadge {
    static let created = Timestamp(secondsSince1970: 1_790_665_951)
    static let suites = Cryptosuites(contexts: FuzzContexts.store.prepared)

    struct Signed {
        let document: JSONObject
        let suite: any Cryptosuite
        let key: PublicKey
    }

    static let credential: JSONObject = [
        "@context": [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": "Teamwork",
        "issuer": ["id": "did:example:school", "type": ["Profile"], "name": "The School"],
        "validFrom": "2026-09-29T07:12:31Z", "validUntil": "2027-09-29T07:12:31Z",
        "credentialSubject": [
            "id": "urn:uuid:2", "type": ["AchievementSubject"],
            "identifier": [
                [
                    "type": "IdentityObject", "hashed": false, "identityHash": "anna@example.org",
                    "identityType": "emailAddress",
                ]
            ],
            "achievement": [
                "id": "https://school.example/badges/teamwork/v1", "type": ["Achievement"], "name": "Teamwork",
                "description": "Works in a team.", "criteria": ["narrative": "Has worked in one."],
                "creditsAvailable": 2, "tag": ["a", "b"],
            ],
        ],
    ]

    static let all: [Signed] = {
        let ed25519 = made { try PrivateKey(ed25519Seed: Array(1...32)) }
        let p256 = made { try PrivateKey.generate(.p256) }
        let p384 = made { try PrivateKey.generate(.p384) }
        let pairs: [(String, PrivateKey)] = [
            ("eddsa-rdfc-2022", ed25519), ("eddsa-jcs-2022", ed25519), ("ecdsa-rdfc-2019", p256),
            ("ecdsa-rdfc-2019", p384), ("ecdsa-jcs-2019", p256), ("ecdsa-jcs-2019", p384),
            ("Ed25519Signature2020", ed25519),
        ]
        return pairs.map { name, key in signed(name, by: key) } + [disclosed(by: p256)]
    }()

    /// The badge names its signer as its issuer, so that a receiver needs nothing else to check the proof.
    private static func issued(by key: PrivateKey) -> JSONObject {
        var credential = credential
        if var issuer = credential["issuer"]?.objectValue {
            issuer["id"] = .string(String(method(of: key).prefix { $0 != "#" }))
            credential["issuer"] = .object(issuer)
        }
        return credential
    }

    private static func method(of key: PrivateKey) -> String { DIDKey.verificationMethodID(for: key.publicKey) }

    private static func signed(_ name: String, by key: PrivateKey) -> Signed {
        guard let suite = suites.all.first(where: { $0.name == name }) else { fatalError("no suite \(name)") }
        let signer = SigningKey(verificationMethod: method(of: key), privateKey: key)
        let document = made {
            try DataIntegrity.secure(issued(by: key), suite: suite, key: signer, created: created)
        }
        return Signed(document: document, suite: suite, key: key.publicKey)
    }

    private static func disclosed(by key: PrivateKey) -> Signed {
        let suite = ECDSASD2023(contexts: FuzzContexts.store.prepared)
        let options: JSONObject = [
            "type": "DataIntegrityProof", "cryptosuite": "ecdsa-sd-2023", "created": "2026-09-29T07:12:31Z",
            "verificationMethod": .string(method(of: key)), "proofPurpose": "assertionMethod",
        ]
        let document = made {
            let pointers = ["/issuer", "/validFrom"].compactMap { JSONPointer($0) }
            var base = issued(by: key)
            base["proof"] = .object(
                try suite.createBaseProof(
                    for: base, options: options, key: key, mandatory: pointers, secrets: .generate()))
            let proof = try DataIntegrityProof(json: base["proof"] ?? .null)
            return try suite.derive(
                from: base, proof: proof, selective: ["/name", "/credentialSubject"].compactMap { JSONPointer($0) })
        }
        return Signed(document: document, suite: suite, key: key.publicKey)
    }

    private static func made<Value>(_ work: () throws -> Value) -> Value {
        do { return try work() } catch { fatalError("the badge can't be made: \(error)") }
    }
}
