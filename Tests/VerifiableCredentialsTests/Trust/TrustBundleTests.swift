import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// A bundle is read strictly and to the end before anything in it counts.
@Suite struct TrustBundleTests {
    private typealias Fixture = BundleFixture

    private static func full() throws -> [UInt8] {
        var school = try SchoolHistory()
        try school.revoke(since: SchoolHistory.day(50), at: SchoolHistory.day(60))
        let issuance = try IssuanceList(
            parsing: IssuanceList.file(
                issuer: TestBadge.issuer, key: TestBadge.methodID, before: SchoolHistory.day(50),
                asOf: SchoolHistory.day(60), digests: [SHA256.hash([1])], signer: SchoolHistory.second))
        let member = try Fixture.member(
            keys: [("ed25519-2", TestBadge.otherKey)], history: school.history)
        let list = try StatusRuleTests.list(by: SchoolHistory.second)
        return try Fixture.file(Fixture.content([member], lists: [list], issuance: [issuance]))
    }

    @Test("What was signed is read back, number, date and digest included")
    func roundTrip() throws {
        let first = try TrustBundle(parsing: Self.full())
        #expect(first.sequence == 1 && first.previous == nil)
        #expect(first.asOf == Fixture.asOf)
        #expect(first.signer.description == Fixture.signer)
        #expect(first.content.members.first?.history?.entries.count == 2)
        #expect(first.content.statusLists.count == 1 && first.content.issuanceLists.count == 1)
        #expect(first.isSigned(by: Fixture.pinned))
        let second = try Fixture.bundle(first.content, after: first)
        #expect(second.sequence == 2 && second.previous == first.digest)
        #expect(second.digest != first.digest)
    }

    @Test("The kind is said inside what is signed, and looked at before anything else")
    func format() throws {
        let json = try TrustBundle(parsing: Self.full()).json
        for other in ["passport.trust-bundle/2", "passport.key-history/1", "passport.checkpoint/1"] {
            var object = json
            object["format"] = .string(other)
            // Nothing else of it is right, and that isn't what is said.
            object["issuers"] = 7
            let bytes = try Fixture.signed(object)
            #expect(throws: BundleError(.format, "")) { try TrustBundle(parsing: bytes) }
        }
        // The format is a member like any other: changed, the signature fits no more.
        var moved = json
        moved["format"] = nil
        #expect(throws: BundleError(.format, "")) { try TrustBundle(parsing: Fixture.signed(moved)) }
    }

    @Test(
        "What can't be understood is refused",
        arguments: [
            ("asOf", nil, .field), ("asOf", "today", .field), ("validUntil", nil, .field),
            ("validUntil", "2020-01-01T00:00:00Z", .dates), ("sequence", 0, .field), ("sequence", -1, .field),
            ("sequence", "1", .field), ("sequence", nil, .field), ("previous", nil, .field), ("previous", 1, .field),
            ("issuers", nil, .field), ("issuers", [:], .field), ("issuers", [1], .field),
            ("statusLists", nil, .field), ("statusLists", [[:]], .field), ("digests", 1, .field),
            ("digests", [1], .member), ("extra", 1, .field), ("issuers.0.extra", 1, .field),
            ("issuers.0.did", "school", .field), ("issuers.0.did", "did:web:other.example", .member),
            ("issuers.0.didDocument", nil, .field), ("issuers.0.didDocument", 1, .member),
            ("issuers.0.didDocument.id", "did:web:other.example", .member),
            ("issuers.0.keyHistory", nil, .field), ("issuers.0.keyHistory.0.at", "2020-01-01T00:00:00Z", .member),
            ("issuers.0.keyHistory.1.event", "rotated", .member), ("statusLists.0.proof", nil, .field),
        ] as [(String, JSONValue?, BundleError.Code)])
    func refused(path: String, value: JSONValue?, code: BundleError.Code) throws {
        let json = try TrustBundle(parsing: Self.full()).json
        let changed = try Fixture.signed(TestBadge.replacing(path, in: json, by: value))
        #expect(throws: BundleError(code, "")) { try TrustBundle(parsing: changed) }
    }

    @Test("An issuer can't stand in it twice, and there is one proof")
    func twice() throws {
        let json = try TrustBundle(parsing: Self.full()).json
        var doubled = json
        let issuers = json["issuers"]?.arrayValue ?? []
        doubled["issuers"] = .array(issuers + issuers)
        #expect(throws: BundleError(.field, "")) { try TrustBundle(parsing: Fixture.signed(doubled)) }
        var proofs = json
        proofs["proof"] = .array([json["proof"] ?? nil, json["proof"] ?? nil])
        #expect(throws: BundleError(.field, "")) { try TrustBundle(parsing: JSONWriter.compact(.object(proofs))) }
    }

    @Test("More than the limits is refused by its own code")
    func limits() throws {
        var json = try TrustBundle(parsing: Self.full()).json
        json["issuers"] = .array(Array(repeating: 1, count: TrustBundle.maxMembers + 1))
        #expect(throws: BundleError(.tooLarge, "")) { try TrustBundle(parsing: Fixture.signed(json)) }
        let deep = Array(repeating: UInt8(ascii: "["), count: 100)
        #expect(throws: BundleError(.tooLarge, "")) { try TrustBundle(parsing: deep) }
    }

    @Test("Only the one suite counts, and only for statements", arguments: ["authentication", "capabilityInvocation"])
    func purpose(purpose: String) throws {
        let json = try TrustBundle(parsing: Self.full()).json.removing("proof")
        let signed = try DataIntegrity.secure(
            json, suite: EdDSAJCS2022(), key: Fixture.key, created: Fixture.asOf, purpose: purpose)
        let bundle = try TrustBundle(parsing: JSONWriter.compact(.object(signed)))
        #expect(!bundle.isSigned(by: Fixture.pinned))
    }

    @Test("A changed bundle is never taken for a signed one, and ends no program")
    func hostile() throws {
        let bytes = try Self.full()
        let whole = try TrustBundle(parsing: bytes)
        let trust = try Fixture.trust()
        forAll("a bundle with changed bytes is refused, or says the same", rounds: 300) { generator in
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<changed.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: changed[place] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: changed.remove(at: place)
                case 2: changed.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
                default: changed.removeSubrange(place..<min(place + 40, changed.count))
                }
            }
            guard let bundle = try? TrustBundle(parsing: changed) else { return true }
            let vouched = try? VouchedBundle.check(bundle, source: "x", by: trust, at: FixedClock.now)
            // White space may have come or gone; what was signed may not.
            return vouched == nil || bundle.json == whole.json
        }
    }
}
