import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// Files of a receiver: badges, a trust list, a published folder.
struct ReceiverFixture {
    let folder = try? ScratchFolder()

    static let key = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.key)

    static func badge(_ changes: [(String, JSONValue?)] = []) throws -> [UInt8] {
        JSONWriter.compact(
            .object(
                try DataIntegrity.secure(
                    TestBadge.credential(changes), suite: EdDSAJCS2022(), key: key,
                    created: Timestamp(secondsSince1970: 1_790_665_951))))
    }

    static let trust = TrustList(
        updated: FixedClock.now,
        issuers: [
            TrustedIssuer(
                did: TestBadge.issuer, name: "The School",
                keys: [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey)])
        ])

    static func verifier(_ material: VerificationMaterial = VerificationMaterial(trust: trust)) -> Verifier {
        Verifier(
            material: material, policy: VerificationPolicy(), profile: OpenBadgeProfile(),
            time: JudgementTime(now: FixedClock.now))
    }

    static func list(_ id: String, set: [Int] = []) throws -> [UInt8] {
        var bits = Bitstring()
        for index in set { try bits.set(index) }
        let credential = StatusListCredential.compose(
            id: id, issuer: TestBadge.issuer, purpose: "revocation", bits: bits, validFrom: FixedClock.now,
            validUntil: nil)
        return JSONWriter.compact(
            .object(
                try DataIntegrity.secure(credential, suite: EdDSAJCS2022(), key: key, created: FixedClock.now)))
    }

    static func didDocument() throws -> [UInt8] {
        let did = try #require(DID(TestBadge.issuer))
        let method = VerificationMethod(
            id: TestBadge.methodID, controller: TestBadge.issuer, publicKey: TestBadge.key.publicKey)
        return JSONWriter.pretty(.object(DIDDocument(id: did, publishing: [method]).json))
    }
}
