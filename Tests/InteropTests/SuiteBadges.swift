import Cryptography
import Encodings
import Foundation
import OpenBadges
import TestSupport
import VerifiableCredentials

/// A badge of the program's, signed anew in every suite by an issuer with a key for each.
struct SuiteBadges: Sendable {
    static let shared = Result { try SuiteBadges() }

    static let did = "did:web:suites.example"

    let folder: ScratchFolder
    var didDocument: String { folder.path(of: "did.json") }
    /// What receivers get, by the suite's name and, where there are several, the key's.
    let files: [String]
    /// The badge for its holder alone.
    let base: String
    /// What the holder chooses to show. openvc-core can't show what lies behind a node without an id.
    static let pointers = ["/name", "/credentialSubject/achievement/name"]

    private init() throws {
        folder = try ScratchFolder()
        let keys: [(fragment: String, key: PrivateKey)] = [
            ("ed", try .generate(.ed25519)), ("p256", try .generate(.p256)), ("p384", try .generate(.p384)),
        ]
        let methods: [JSONValue] = keys.map { entry in
            [
                "id": .string("\(Self.did)#\(entry.fragment)"), "type": "JsonWebKey", "controller": .string(Self.did),
                "publicKeyJwk": .object(entry.key.publicKey.jwk),
            ]
        }
        let document: JSONObject = [
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
            "id": .string(Self.did), "verificationMethod": .array(methods),
            "assertionMethod": .array(keys.map { .string("\(Self.did)#\($0.fragment)") }),
        ]
        try folder.write("did.json", JSONWriter.compact(.object(document)))

        let issued = try IssuedBadges.shared.get()
        let sample = try JSONParser.parse([UInt8](Data(contentsOf: URL(fileURLWithPath: issued.fullest)))).objectValue
        let badge = TestBadge.replacing(
            "issuer.id", in: (sample ?? [:]).removing("proof"), by: .string(Self.did))
        let contexts = OpenBadgesContexts.store.prepared
        let created = Timestamp(secondsSince1970: Int64(Date().timeIntervalSince1970) - 60)
        func secure(_ suite: any Cryptosuite, _ fragment: String) throws -> JSONObject {
            guard let key = keys.first(where: { $0.fragment == fragment })?.key else { return [:] }
            return try DataIntegrity.secure(
                badge, suite: suite,
                key: SigningKey(verificationMethod: "\(Self.did)#\(fragment)", privateKey: key), created: created)
        }
        var files: [String] = []
        for (name, suite, fragment) in [
            ("eddsa-rdfc-2022", EdDSARDFC2022(contexts: contexts), "ed"),
            ("ecdsa-rdfc-2019-p256", ECDSARDFC2019(contexts: contexts), "p256"),
            ("ecdsa-rdfc-2019-p384", ECDSARDFC2019(contexts: contexts), "p384"),
            ("ecdsa-jcs-2019-p256", ECDSAJCS2019(), "p256"), ("ecdsa-jcs-2019-p384", ECDSAJCS2019(), "p384"),
            ("Ed25519Signature2020", Ed25519Signature2020(contexts: contexts), "ed"),
        ] as [(String, any Cryptosuite, String)] {
            files.append(
                try folder.write("\(name).json", JSONWriter.compact(.object(try secure(suite, fragment)))))
        }
        let disclosing = ECDSASD2023(contexts: contexts)
        let base = try secure(disclosing, "p256")
        self.base = try folder.write("ecdsa-sd-2023-base.json", JSONWriter.compact(.object(base)))
        let derived = try disclosing.derive(
            from: base, proof: DataIntegrityProof(json: base["proof"] ?? .null),
            selective: Self.pointers.compactMap { JSONPointer($0) })
        files.append(try folder.write("ecdsa-sd-2023.json", JSONWriter.compact(.object(derived))))
        self.files = files
    }
}
