import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Parts of a badge that are shown")
struct ShownPartsTests {
    private typealias Fixture = PortfolioFixture

    private func handedOn(_ show: [String] = [], hide: [String] = []) throws -> JSONObject {
        let parts = try ShownParts(show: show, hide: hide)
        return try #require(try parts.applied(to: [try Fixture.selectiveBadge(1)]).first).json
    }

    private func isSigned(_ badge: JSONObject) throws -> Bool {
        let proof = try #require(try DataIntegrityProof.all(in: badge).first)
        return ECDSASD2023(contexts: Fixture.contexts).verify(
            document: badge, proof: proof, key: TestBadge.p256Key.publicKey) == .verified
    }

    @Test("are all of them without a choice, and the issuer's own proof stays with the holder")
    func everything() throws {
        let own = try Fixture.selectiveBadge(1)
        let shown = try #require(try ShownParts().applied(to: [own]).first)
        #expect(shown.json.removing("proof") == own.json.removing("proof"))
        #expect(ECDSASD2023.baseProof(in: own.json) != nil)
        #expect(ECDSASD2023.baseProof(in: shown.json) == nil)
        #expect(try isSigned(shown.json))
        #expect(try JSONParser.parse(shown.bytes) == .object(shown.json))
    }

    @Test("are all but those left out")
    func hidden() throws {
        let badge = try handedOn(hide: ["/credentialSubject/identifier", "/evidence/0"])
        #expect(badge["credentialSubject"]?["identifier"] == nil)
        #expect(badge["credentialSubject"]?["achievement"]?["criteria"]?["narrative"] == "Has worked in one.")
        #expect(badge["evidence"] == [["type": ["Evidence"], "name": "Two"]])
        #expect(try isSigned(badge))
    }

    @Test("are those named and what the issuer demands")
    func shown() throws {
        let badge = try handedOn(
            ["/credentialSubject/achievement", "/name"], hide: ["/credentialSubject/achievement/criteria"])
        #expect(badge["name"] == "Teamwork")
        #expect(badge["evidence"] == nil)
        #expect(badge["credentialSubject"]?["identifier"] == nil)
        #expect(badge["credentialSubject"]?["achievement"]?["description"] == "Works in a team.")
        #expect(badge["credentialSubject"]?["achievement"]?["criteria"] == nil)
        #expect(badge["validUntil"] != nil)
        #expect(badge["credentialStatus"] != nil)
        #expect(try isSigned(badge))
    }

    @Test(
        "can't lack what the issuer wants everybody to see",
        arguments: ["/validUntil", "/issuer/name", "/credentialStatus"])
    func mandatory(pointer: String) {
        #expect(throws: PortfolioError(.mustBeShown, "")) { try handedOn(hide: [pointer]) }
    }

    @Test("must be there", arguments: ["/nothing", "/evidence/2", "/credentialSubject/0", "name", ""])
    func missing(pointer: String) {
        #expect(throws: ProofError(.pointer, "")) { try handedOn(hide: [pointer]) }
        #expect(throws: ProofError(.pointer, "")) { try handedOn([pointer]) }
    }

    @Test("can be chosen only of a badge whose issuer allows it")
    func others() throws {
        let items = [try Fixture.badge(1), try Fixture.token(2)]
        #expect(throws: PortfolioError(.notSelective, "")) { try ShownParts(hide: ["/name"]).applied(to: items) }
        let both = try ShownParts(hide: ["/name"]).applied(to: items + [try Fixture.selectiveBadge(3)])
        #expect(both[0].bytes == items[0].bytes)
        #expect(both[1].bytes == items[1].bytes)
        #expect(both[2].json["name"] == nil)
    }
}
