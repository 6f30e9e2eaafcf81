import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Doctor: forms of files")
struct DoctorFormTests {
    private func kind(_ bytes: [UInt8]) throws -> [String] {
        let facts = try DoctorFixture.facts(bytes)
        return [facts.container.rawValue, facts.kind.rawValue]
    }

    @Test("each form is told by its bytes")
    func forms() throws {
        let badge = try DoctorFixture.badge()
        #expect(try kind(badge) == ["json", "badge"])
        #expect(try kind(try DoctorFixture.token()) == ["jwt", "badge"])
        #expect(try kind(try Self.picture("tiimityo.png", badge)) == ["png", "badge"])
        #expect(try kind(try Self.picture("tiimityo.svg", badge)) == ["svg", "badge"])
        let passport = try PortfolioFixture.passport(PassportSelection(items: [try PortfolioFixture.badge(1)]))
        #expect(try kind(passport) == ["json", "presentation"])
        #expect(try kind(try Self.elm()) == ["json", "european-digital-credential"])
        #expect(try kind(Self.sealed(try Self.elm())) == ["json", "sealed"])
        #expect(try kind(Array("eyJhbGciOiJFUzI1NiJ9.e30.c2ln~WyJhIl0~".utf8)) == ["sd-jwt", "other"])
        let old: JSONValue = [
            "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://a.example/1",
        ]
        #expect(try kind(JSONWriter.compact(old)) == ["json", "open-badges-2"])
    }

    @Test("VerifierPlus opens PNG and no SVG, 1EdTech both, Blockcerts neither")
    func pictures() throws {
        let badge = try DoctorFixture.badge()
        let (png, svg) = (try Self.picture("tiimityo.png", badge), try Self.picture("tiimityo.svg", badge))
        for bytes in [png, svg] {
            #expect(try DoctorFixture.answer(bytes, for: .oneEdTech).verdict == .yes)
            #expect(try DoctorFixture.answer(bytes, for: .blockcerts).refusals == ["blockcerts.file"])
        }
        #expect(try DoctorFixture.answer(png, for: .dcc).verdict == .yes)
        let answer = try DoctorFixture.answer(svg, for: .dcc)
        #expect(answer.refusals == ["dcc.file"] && answer.refusing.first?.rule.wayOut == .unbake)
    }

    @Test("a passport goes to VerifierPlus with its first badge, and to 1EdTech not at all")
    func passport() throws {
        let passport = try PortfolioFixture.passport(
            PassportSelection(items: [try PortfolioFixture.badge(1), try PortfolioFixture.badge(2)]))
        let dcc = try DoctorFixture.answer(passport, for: .dcc)
        #expect(dcc.verdict == .yes && dcc.remarks == ["dcc.first"], "\(dcc.refusals) \(dcc.doubts)")
        #expect(try DoctorFixture.answer(passport, for: .oneEdTech).refusals.contains("1edtech.kind"))
    }

    // MARK: The European ones

    @Test("what the learner exports for Europass is refused until an organisation has sealed it")
    func elm() throws {
        let answer = try DoctorFixture.answer(try Self.elm(), for: .europass)
        #expect(answer.verdict == .no)
        #expect(Set(answer.refusals) == ["europass.sealed", "europass.place"], "\(answer.refusals)")
    }

    @Test("a sealed one can't be promised: whose seal it is isn't known here")
    func sealed() throws {
        let placed = try Self.elm([
            [
                "type": "IdentifierEntry", "identifier": "0737546-2", "identifierType": "ext:YTunnus",
            ]
        ])
        let answer = try DoctorFixture.answer(Self.sealed(placed), for: .europass)
        #expect(answer.verdict == .unknown && answer.doubts == ["europass.seal"], "\(answer.refusals)")
        let missing = try #require(try JSONParser.parse(placed).objectValue).removing("displayParameter")
        let broken = Self.sealed(JSONWriter.compact(.object(missing)))
        #expect(try DoctorFixture.answer(broken, for: .europass).refusals == ["europass.members"])
    }

    @Test("a badge itself is no European Digital Credential, and no attestation that every wallet takes")
    func badge() throws {
        for bytes in [try DoctorFixture.badge(), try DoctorFixture.token()] {
            #expect(try DoctorFixture.answer(bytes, for: .europass).refusals == ["europass.kind"])
            let wallet = try DoctorFixture.answer(bytes, for: .eudi)
            #expect(wallet.refusals == ["eudi.form"])
            #expect(wallet.besides == ["eudi.rulebook", "eudi.wallet"])
        }
        let old = DoctorFixture.credential([("@context", ["https://www.w3.org/2018/credentials/v1"])])
        let answer = try DoctorFixture.answer(JSONWriter.compact(.object(old)), for: .eudi)
        #expect(answer.remarks == ["eudi.model"])
    }

    @Test("an SD-JWT has a form that wallets take; whether its issuer offers it no file shows")
    func selective() throws {
        let answer = try DoctorFixture.answer(Array("eyJhbGciOiJFUzI1NiJ9.e30.c2ln~WyJhIl0~".utf8), for: .eudi)
        #expect(answer.verdict == .unknown && answer.doubts == ["eudi.channel"])
    }

    @Test("an Open Badge 2.0 goes by rules that aren't known here")
    func openBadges2() throws {
        let old: JSONValue = [
            "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://a.example/1",
        ]
        let bytes = JSONWriter.compact(old)
        #expect(try DoctorFixture.answer(bytes, for: .oneEdTech).doubts == ["1edtech.kind"])
        #expect(try DoctorFixture.answer(bytes, for: .dcc).refusals == ["dcc.kind"])
        #expect(try DoctorFixture.answer(bytes, for: .blockcerts).verdict == .unknown)
    }

    // MARK: What can't be sent

    @Test(
        "what is no credential is an error, not an answer", arguments: ["", "hello", "[1]", "{\"a\":", "<html></html>"])
    func unreadable(text: String) throws {
        #expect(throws: DoctorError.self) { try DoctorFixture.facts(Array(text.utf8)) }
    }

    @Test("a picture without a badge is an error of its own")
    func bare() throws {
        let png = try PackageFile.read("badge-definitions/tiimityo.png")
        do {
            _ = try DoctorFixture.facts(png)
            Issue.record("it was read")
        } catch let error as DoctorError {
            #expect(error.code == .noCredential && error.message.contains("badge.json"))
        }
    }

    // MARK: Making them

    private static func picture(_ name: String, _ badge: [UInt8]) throws -> [UInt8] {
        try BadgePicture(try PackageFile.read("badge-definitions/\(name)"), named: name).baked(with: badge)
    }

    private static func elm(_ identifiers: JSONValue? = nil) throws -> [UInt8] {
        let badge = try PortfolioFixture.badge(1, identifiers.map { [("issuer.otherIdentifier", $0)] } ?? [])
        let badges = try ChosenBadge.check([badge], by: PortfolioFixture.verifier())
        var generator = SeededGenerator(seed: 3)
        return try ELMDocument(badges, shownName: nil, at: FixedClock.now, in: .fi).bytes(using: &generator)
    }

    /// As under a seal in the JSON form; the seal itself is made up.
    private static func sealed(_ document: [UInt8]) -> [UInt8] {
        JSONWriter.compact([
            "payload": .string(Base64URL.encode(document)),
            "signatures": [["protected": "eyJhbGciOiJFUzI1NiJ9", "signature": "c2ln"]],
        ])
    }
}
