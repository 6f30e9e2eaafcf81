public import Cryptography
public import Encodings

/// A small sound badge of a made-up school, its keys from fixed seeds, and ways to make it unsound.
public enum TestBadge {
    public static let issuer = "did:web:school.example"
    public static let methodID = issuer + "#ed25519-1"
    public static let achievementID = "https://school.example/badges/teamwork/v1"
    public static let listURL = "https://school.example/status/1.json"
    public static let email = "anna@example.org"

    /// The school's, a stranger's, and one more.
    public static let key = made { try PrivateKey(ed25519Seed: Array(1...32)) }
    public static let otherKey = made { try PrivateKey(ed25519Seed: Array(33...64)) }
    public static let thirdKey = made { try PrivateKey(ed25519Seed: Array(65...96)) }
    /// The key of RFC 7515 appendix A.3.
    public static let p256Key = made {
        try PrivateKey(jwk: [
            "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
        ])
    }

    /// The badge without a proof, with members replaced, added or, by `nil`, removed.
    public static func credential(_ changes: [(String, JSONValue?)] = []) -> JSONObject {
        var credential: JSONObject = [
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11",
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": "Teamwork",
            "issuer": ["id": .string(issuer), "type": ["Profile"], "name": "The School"],
            "validFrom": "2026-09-29T07:12:31Z",
            "credentialSubject": [
                "id": "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12",
                "type": ["AchievementSubject"],
                "identifier": [
                    [
                        "type": "IdentityObject", "hashed": false, "identityHash": .string(email),
                        "identityType": "emailAddress",
                    ]
                ],
                "achievement": [
                    "id": .string(achievementID), "type": ["Achievement"], "name": "Teamwork",
                    "description": "Works in a team.", "criteria": ["narrative": "Has worked in one."],
                ],
            ],
        ]
        for (path, value) in changes { credential = replacing(path, in: credential, by: value) }
        return credential
    }

    /// An entry in the school's first list.
    public static func statusEntry(_ index: Int = 7, purpose: String = "revocation", list: String = listURL)
        -> JSONValue
    {
        [
            "id": .string("\(list)#\(purpose)-\(index)"), "type": "BitstringStatusListEntry",
            "statusPurpose": .string(purpose), "statusListIndex": .string("\(index)"),
            "statusListCredential": .string(list),
        ]
    }

    /// The object with the value at a dotted path (`credentialSubject.identifier.0.salt`) replaced, added or removed.
    public static func replacing(_ path: String, in object: JSONObject, by value: JSONValue?) -> JSONObject {
        replacing(path.split(separator: ".").map(String.init)[...], in: .object(object), by: value)?.objectValue
            ?? object
    }

    private static func replacing(_ steps: ArraySlice<String>, in tree: JSONValue, by value: JSONValue?) -> JSONValue? {
        guard let step = steps.first else { return value }
        switch tree {
        case .object(var object):
            object[step] = replacing(steps.dropFirst(), in: object[step] ?? .object(JSONObject()), by: value)
            return .object(object)
        case .array(var elements):
            guard let place = Int(step), elements.indices.contains(place) else { return tree }
            if let element = replacing(steps.dropFirst(), in: elements[place], by: value) {
                elements[place] = element
            } else {
                elements.remove(at: place)
            }
            return .array(elements)
        default: return tree
        }
    }

    private static func made(_ key: () throws -> PrivateKey) -> PrivateKey {
        do { return try key() } catch { fatalError("a test key can't be made: \(error)") }
    }
}
