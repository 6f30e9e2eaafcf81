import Cryptography
import Encodings
import OpenBadges
import TestSupport
import VerifiableCredentials

/// A region that endorses what the school does, and ways to do so well and badly.
enum TestEndorsement {
    static let region = "did:web:region.example"
    static let key = SigningKey(verificationMethod: region + "#ed25519-1", privateKey: TestBadge.otherKey)
    static let es256 = SigningKey(verificationMethod: region + "#p256-1", privateKey: TestBadge.p256Key)
    static let badgeID = "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11"
    static let learnerID = "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12"
    static let comment = "We hire people with this badge."

    /// The endorsement without a proof.
    static func credential(of subject: String?, _ changes: [(String, JSONValue?)] = []) -> JSONObject {
        var credential: JSONObject = [
            "@context": .array(TestBadge.credential()["@context"]?.asList ?? []),
            "id": "urn:uuid:7c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c13",
            "type": ["VerifiableCredential", "EndorsementCredential"], "name": "An endorsement",
            "issuer": ["id": .string(region), "type": ["Profile"], "name": "The Region"],
            "validFrom": "2026-10-01T07:12:31Z",
            "credentialSubject": ["type": ["EndorsementSubject"], "endorsementComment": .string(comment)],
        ]
        if let subject {
            credential = TestBadge.replacing("credentialSubject.id", in: credential, by: .string(subject))
        }
        for (path, value) in changes { credential = TestBadge.replacing(path, in: credential, by: value) }
        return credential
    }

    static func signed(
        of subject: String?, _ changes: [(String, JSONValue?)] = [], by key: SigningKey = key
    ) throws -> JSONObject {
        try Bench.signed(credential(of: subject, changes), by: key)
    }

    static func jwt(of subject: String?, _ changes: [(String, JSONValue?)] = []) throws -> String {
        try Bench.jwt(credential(of: subject, changes), by: es256)
    }

    /// The digest of bytes as `relatedResource` names it.
    static func resource(_ id: String, _ bytes: [UInt8]) -> JSONValue {
        ["id": .string(id), "digestMultibase": .string(multibase(bytes))]
    }

    static func multibase(_ bytes: [UInt8]) -> String { "u" + Base64URL.encode([0x12, 0x20] + SHA256.hash(bytes)) }

    /// A receiver who knows the school and the region, and what Open Badges say.
    static var bench: Bench {
        var bench = Bench()
        bench.profile = OpenBadgeProfile()
        bench.trust = Bench.list(
            Bench.school(),
            TrustedIssuer(
                did: region, name: "The Region",
                keys: [
                    PinnedKey(id: key.verificationMethod, publicKey: TestBadge.otherKey.publicKey),
                    PinnedKey(id: es256.verificationMethod, publicKey: TestBadge.p256Key.publicKey),
                ]))
        return bench
    }

    /// The report of a badge with one endorsement at a dotted path, and that one's.
    static func judge(
        _ endorsement: JSONValue, at path: String = "endorsement", bench: Bench = bench,
        _ changes: [(String, JSONValue?)] = []
    ) throws -> (badge: VerificationReport, endorsement: EndorsementReport?) {
        let placed: [(String, JSONValue?)] = changes + [(path, .array([endorsement]))]
        let report = bench.judge(try Bench.signed(TestBadge.credential(placed)))
        for endorsement in report.endorsements where endorsement.report.credential != nil {
            _ = Bench.checked(endorsement.report)
        }
        return (report, report.endorsements.first)
    }
}
