import Cryptography
import Encodings
import Foundation
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

@testable import Passport

/// A learner with a new shelf, and badges to put on it.
struct ShelfFixture {
    let folder: ScratchFolder
    let shelf: Shelf

    static let now = FixedClock.now

    init(passphrase: Passphrase? = nil) throws {
        folder = try ScratchFolder()
        shelf = try Shelf.create(at: folder.path(of: "anna.shelf"), passphrase: passphrase, now: Self.now)
    }

    /// A badge of the school, signed, with changes.
    static func badge(
        _ changes: [(String, JSONValue?)] = [], by key: SigningKey = ReceiverFixture.key
    ) throws -> JSONObject {
        try DataIntegrity.secure(
            TestBadge.credential(changes), suite: EdDSAJCS2022(), key: key,
            created: Timestamp(secondsSince1970: 1_790_665_951))
    }

    /// A badge signed by a key that is its issuer's whole name.
    static func ownBadge(_ private: PrivateKey, _ changes: [(String, JSONValue?)] = []) throws -> JSONObject {
        let key = SigningKey(
            verificationMethod: DIDKey.verificationMethodID(for: `private`.publicKey), privateKey: `private`)
        return try badge(
            [("issuer.id", .string(DIDKey.did(for: `private`.publicKey).description))] + changes, by: key)
    }

    static func judge(
        _ credential: JSONObject, by verifier: Verifier = ReceiverFixture.verifier(), source: String = "badge.json"
    ) -> JudgedDocument {
        BatchJudge(verifier: verifier, at: now).judge(JSONWriter.compact(.object(credential)), source: source)
    }

    /// Somebody who trusts nobody.
    static let stranger = ReceiverFixture.verifier(VerificationMaterial(trust: nil))

    @discardableResult
    func add(
        _ credential: JSONObject, by verifier: Verifier = ReceiverFixture.verifier(), at time: Timestamp = now
    ) throws -> ShelfIntake {
        let intakes = try shelf.add(Self.judge(credential, by: verifier), judgedBy: verifier, at: time)
        try #require(intakes.count == 1)
        return intakes[0]
    }

    /// Every byte that lies in the folder.
    func bytes() throws -> [[UInt8]] { try folder.files().map(folder.read) }
}
