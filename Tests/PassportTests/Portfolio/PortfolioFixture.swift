import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// A learner with badges, and what passports are made of.
enum PortfolioFixture {
    static let now = FixedClock.now
    static let contexts = OpenBadgesContexts.store.prepared
    static let learner = SigningKey(
        verificationMethod: DIDKey.verificationMethodID(for: TestBadge.thirdKey.publicKey),
        privateKey: TestBadge.thirdKey)
    static let holder = DIDKey.did(for: TestBadge.thirdKey.publicKey).description
    static let composer = PassportComposer(key: learner)

    static func id(_ number: Int) -> String {
        let digits = String(number)
        return "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// A signed badge, told from others by its id, name and achievement.
    static func badge(_ number: Int, _ changes: [(String, JSONValue?)] = []) throws -> PortfolioItem {
        let credential = TestBadge.credential(
            [
                ("id", .string(id(number))), ("name", .string("Badge-\(number)-end")),
                ("credentialSubject.achievement.id", .string("https://school.example/badges/b\(number)-end/v1")),
            ] + changes)
        let json = try DataIntegrity.secure(
            credential, suite: EdDSARDFC2022(contexts: contexts), key: ReceiverFixture.key,
            created: Timestamp(secondsSince1970: 1_790_665_951))
        return PortfolioItem(bytes: JSONWriter.pretty(.object(json)), isJWS: false, json: json)
    }

    /// The same as a compact JWS.
    static func token(_ number: Int) throws -> PortfolioItem {
        let credential = TestBadge.credential([("id", .string(id(number)))])
        let key = SigningKey(
            verificationMethod: TestBadge.issuer + "#p256-1", privateKey: TestBadge.p256Key)
        let text = try VCJWT.secure(credential, key: key, algorithm: .ecdsaP256SHA256)
        return PortfolioItem(bytes: Array(text.utf8), isJWS: true, json: credential)
    }

    /// A badge of which parts can be left out, with the issuer's own proof.
    static func selectiveBadge(_ number: Int) throws -> PortfolioItem {
        let credential = TestBadge.credential([
            ("id", .string(id(number))), ("validUntil", "2029-09-29T20:59:59Z"),
            ("credentialStatus", TestBadge.statusEntry()),
            ("evidence", [["type": ["Evidence"], "name": "One"], ["type": ["Evidence"], "name": "Two"]]),
        ])
        let key = SigningKey(
            verificationMethod: TestBadge.issuer + "#p256-1", privateKey: TestBadge.p256Key)
        let json = try DataIntegrity.secure(
            credential, suite: ECDSASD2023(contexts: contexts), key: key, created: now)
        return PortfolioItem(bytes: JSONWriter.compact(.object(json)), isJWS: false, json: json)
    }

    static func passport(_ selection: PassportSelection, seed: UInt64 = 7, at now: Timestamp = now) throws -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        return try composer.passport(selection, at: now, using: &generator)
    }

    static func parsed(_ passport: [UInt8]) throws -> JSONObject {
        let limits = JSONLimits(maxBytes: 32 << 20, maxDepth: 64, maxValues: 2_000_000, maxStringBytes: 24 << 20)
        return try #require(try JSONParser.parse(passport, limits: limits).objectValue)
    }

    static func verifier(_ material: VerificationMaterial = VerificationMaterial(trust: trust)) -> Verifier {
        ReceiverFixture.verifier(material)
    }

    /// The school with both of its keys.
    static let trust = TrustList(
        updated: FixedClock.now,
        issuers: [
            TrustedIssuer(
                did: TestBadge.issuer, name: "The School",
                keys: [
                    PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey),
                    PinnedKey(id: TestBadge.issuer + "#p256-1", publicKey: TestBadge.p256Key.publicKey),
                ])
        ])
}

extension [UInt8] {
    func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard count >= wanted.count else { return false }
        return (0...(count - wanted.count)).contains {
            self[$0] == wanted[0] && self[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }
}
