import Cryptography
import Encodings
import OpenBadges
import Passport
import Testing
import TestSupport
import VerifiableCredentials

/// A status list that is a JWT, from the file to the verdict.
@Suite("Status list files")
struct StatusListFileTests {
    private let folder: ScratchFolder
    private let key: PrivateKey
    private let issuer: String
    private let method: String
    private let url = "https://passi.example/status/1.json"

    init() throws {
        folder = try ScratchFolder()
        key = try PrivateKey.generate(.p256)
        let did = DIDKey.did(for: key.publicKey)
        issuer = did.description
        method = try #require(try DIDKey.document(for: did).verificationMethods.first).id
    }

    private func jwt(withSet index: Int?, signedBy signer: PrivateKey? = nil) throws -> String {
        var bits = Bitstring(count: 131_072)
        if let index { try bits.set(index) }
        let now = Timestamp.now().wholeSeconds
        let list = StatusListCredential.compose(
            id: url, issuer: issuer, purpose: "revocation", bits: bits, validFrom: now,
            validUntil: now.adding(seconds: 86_400))
        return try VCJWT.secure(
            list, key: SigningKey(verificationMethod: method, privateKey: signer ?? key), algorithm: .ecdsaP256SHA256)
    }

    private func status(of index: Int, by file: String) throws -> String? {
        var gatherer = MaterialGatherer(trust: nil)
        try gatherer.addStatusList(folder.write("list.jwt", file))
        let now = Timestamp.now().wholeSeconds
        let badge: JSONObject = [
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": "urn:uuid:6b0f3c1e-6c1b-4a53-8a53-1d3f0f5a3c11",
            "type": ["VerifiableCredential", "OpenBadgeCredential"], "issuer": .string(issuer),
            "validFrom": .string(now.description), "credentialSubject": ["id": "urn:uuid:1"],
            "credentialStatus": [
                "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
                "statusListIndex": .string("\(index)"), "statusListCredential": .string(url),
            ],
        ]
        let token = try VCJWT.secure(
            badge, key: SigningKey(verificationMethod: method, privateKey: key), algorithm: .ecdsaP256SHA256)
        let verifier = Verifier(
            material: gatherer.material, policy: VerificationPolicy(), profile: OpenBadgeProfile(),
            time: JudgementTime(now: now))
        let report = verifier.judge(Array(token.utf8), source: "badge.jwt")
        return report[.status]?.code.rawValue
    }

    @Test("One in a JWT says which badges are withdrawn")
    func bits() throws {
        #expect(try status(of: 7, by: jwt(withSet: 7) + "\n") == "status.revoked")
        #expect(try status(of: 6, by: jwt(withSet: 7)) == "status.ok")
    }

    @Test("One in a JWT that another key signed says nothing")
    func otherKey() throws {
        #expect(try status(of: 7, by: jwt(withSet: nil, signedBy: .generate(.p256))) == "status.unsigned")
    }

    @Test("A JWT that is a badge, or says two things, is no status list")
    func otherKind() throws {
        let badge = try sign(["issuer": .string(issuer), "type": ["VerifiableCredential", "OpenBadgeCredential"]])
        for text in [badge, try twoThings()] {
            var gatherer = MaterialGatherer(trust: nil)
            #expect(throws: ReceiverError(.wrongKind, "")) {
                try gatherer.addStatusList(folder.write("other.jwt", text))
            }
        }
    }

    /// A list whose `iss` is another's.
    private func twoThings() throws -> String {
        let now = Timestamp.now().wholeSeconds
        var payload = StatusListCredential.compose(
            id: url, issuer: issuer, purpose: "revocation", bits: Bitstring(count: 131_072), validFrom: now,
            validUntil: nil)
        payload["iss"] = "did:web:other.example"
        return try sign(payload)
    }

    private func sign(_ payload: JSONObject) throws -> String {
        try CompactJWS.sign(
            payload: JSONWriter.compact(.object(payload)), header: ["typ": "JWT", "kid": .string(method)], key: key)
    }
}
