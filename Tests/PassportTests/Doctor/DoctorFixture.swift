import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// Files to send, and what is at hand for looking at them.
enum DoctorFixture {
    static let contexts = OpenBadgesContexts.store.prepared
    /// An issuer that is its own key: nothing else is needed to see that its signature fits.
    static let issuer = DIDKey.did(for: TestBadge.key.publicKey).description
    static let key = SigningKey(
        verificationMethod: DIDKey.verificationMethodID(for: TestBadge.key.publicKey), privateKey: TestBadge.key)
    static let created = Timestamp(secondsSince1970: 1_790_665_951)

    static func credential(_ changes: [(String, JSONValue?)] = []) -> JSONObject {
        TestBadge.credential([("issuer.id", .string(issuer))] + changes)
    }

    static func badge(
        _ changes: [(String, JSONValue?)] = [], suite: any Cryptosuite = EdDSARDFC2022(contexts: contexts),
        key: SigningKey = key, purpose: String = "assertionMethod"
    ) throws -> [UInt8] {
        JSONWriter.compact(
            .object(
                try DataIntegrity.secure(
                    credential(changes), suite: suite, key: key, created: created, purpose: purpose)))
    }

    /// A badge as a JWT of a school with a web address.
    static func token(_ changes: [(String, JSONValue?)] = [], kid: String? = nil) throws -> [UInt8] {
        let key = SigningKey(
            verificationMethod: kid ?? TestBadge.issuer + "#p256-1", privateKey: TestBadge.p256Key)
        return Array(try VCJWT.secure(TestBadge.credential(changes), key: key, algorithm: .ecdsaP256SHA256).utf8)
    }

    static func facts(
        _ bytes: [UInt8], by material: VerificationMaterial = VerificationMaterial(trust: PortfolioFixture.trust),
        at: Timestamp = FixedClock.now
    ) throws -> FileFacts {
        try FileFacts.read(bytes, named: "badge.json", by: material, at: at) { known in
            Verifier(
                material: known, policy: VerificationPolicy(), profile: OpenBadgeProfile(),
                time: JudgementTime(now: at))
        }
    }

    static func answer(
        _ bytes: [UInt8], for target: ReceiverTarget,
        by material: VerificationMaterial = VerificationMaterial(trust: PortfolioFixture.trust),
        at: Timestamp = FixedClock.now
    ) throws -> DoctorAnswer {
        Doctor(try facts(bytes, by: material, at: at)).examine(for: target)
    }
}

extension DoctorAnswer {
    /// What decides against the file, by the rules' ids.
    var refusals: [String] { refusing.map(\.rule.id) }
    var doubts: [String] { undecided.map(\.rule.id) }
    var remarks: [String] { warnings.map(\.rule.id) }
    var besides: [String] { outside.map(\.rule.id) }
}
