import Encodings
import GRDB
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Tying a learner to a DID")
struct PersonBinderTests {
    let fixture: PathwayFixture
    let register: Register
    let binder: PersonBinder
    let anna: PersonReference

    static let did = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    static let otherDID = "did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH"

    init() throws {
        fixture = try PathwayFixture()
        register = fixture.register
        binder = PersonBinder(fixture.fixture.workspace.settings, who: "staff-7")
        try fixture.award("pelisaannot")
        anna = try PersonReference(fixture.anna)
    }

    private func challenge(
        _ did: String = did, replacing: Bool = false, at now: Timestamp? = nil
    ) throws -> BindingChallenge {
        try binder.challenge(anna, did, replacing: replacing, in: register, at: now ?? fixture.now).challenge
    }

    /// A presentation that says it answers a challenge; what it is worth is the judge's to say.
    private func proof(_ challenge: String?) -> [UInt8] {
        var proof: JSONObject = ["type": "DataIntegrityProof"]
        proof["challenge"] = challenge.map(JSONValue.string)
        let json: JSONObject = ["type": ["VerifiablePresentation"], "proof": .object(proof)]
        return JSONWriter.compact(.object(json))
    }

    private static func good(_ did: String) -> PresentationJudge {
        { _, _, _ in JudgedPresentation(holder: did, signer: did, isForUs: true) }
    }

    @discardableResult
    private func bind(
        _ challenge: String?, did: String = did, of person: PersonReference? = nil, replacing: Bool = false,
        at now: Timestamp? = nil, judge: PresentationJudge? = nil
    ) throws -> Person {
        try binder.bind(
            person ?? anna, did, proof: proof(challenge), replacing: replacing, in: register, at: now ?? fixture.now,
            judge: judge ?? Self.good(did))
    }

    @Test("a challenge is random, long, and the same until it is answered or its time is over")
    func challenges() throws {
        let first = try challenge()
        #expect(try Base64URL.decode(first.text).count == 32)
        #expect(first.text.utf8.count == 43)
        #expect(try challenge() == first)
        #expect(try challenge(Self.otherDID).text != first.text)
        let later = first.made.adding(seconds: 30 * 86_400)
        #expect(first.ends == later)
        #expect(try challenge(at: later.adding(seconds: -1)) == first)
        #expect(try challenge(at: later) != first)
        #expect(try fixture.events("binding") == Array(repeating: "binding.challenge-given", count: 3))
    }

    @Test("a proof that answers it ties the two, and names to the judge what has to be in it")
    func binding() throws {
        let challenge = try challenge()
        var asked: (challenge: String, domains: [String])?
        let person = try bind(challenge.text) { bytes, challenge, domains in
            asked = (challenge, domains)
            return JudgedPresentation(holder: Self.did, signer: Self.did, isForUs: true)
        }
        #expect(person.did == Self.did && person.email == fixture.anna)
        #expect(try register.read { try $0.person(.did(Self.did)) } == person)
        #expect(asked?.challenge == challenge.text)
        let settings = fixture.fixture.workspace.settings
        #expect(asked?.domains == [settings.issuer, WorkspaceFixture.url])
        #expect(try fixture.events("person.bound") == ["person.bound"])
        // What is given from now on names it.
        let next = try fixture.award("ajanhallinta")
        let badge = try JSONParser.parse(try register.read { try $0.signedBytes(next) } ?? [])
        #expect(badge["credentialSubject"]?["id"]?.stringValue == Self.did)
    }

    @Test("counts once, within its time, for its person and its DID")
    func refusals() throws {
        #expect(throws: BindingError(.noChallenge, "")) { try bind("x") }
        let challenge = try challenge()
        #expect(throws: BindingError(.foreignChallenge, "")) { try bind(String(challenge.text.dropLast())) }
        #expect(throws: BindingError(.unaddressed, "")) { try bind(nil) }
        #expect(throws: BindingError(.expired, "")) { try bind(challenge.text, at: challenge.ends) }
        // Another DID of the same person, and another person.
        #expect(throws: BindingError(.noChallenge, "")) { try bind(challenge.text, did: Self.otherDID) }
        try fixture.award("pelisaannot", to: "bertta@koulu.example")
        let bertta = try PersonReference("bertta@koulu.example")
        let hers = try binder.challenge(bertta, Self.otherDID, in: register, at: fixture.now).challenge
        #expect(throws: BindingError(.foreignChallenge, "")) { try bind(hers.text) }
        #expect(try register.read { try $0.person(.did(Self.did)) } == nil)
        try bind(challenge.text)
        #expect(throws: BindingError(.used, "")) { try bind(challenge.text) }
        #expect(throws: BindingError(.taken, "")) {
            try binder.challenge(bertta, Self.did, in: register, at: fixture.now)
        }
    }

    @Test(
        "a presentation that isn't signed, isn't for us or is another's ties nothing, and the challenge stays open",
        arguments: [
            (JudgedPresentation(holder: did, signer: nil, isForUs: true), BindingError.Code.notSigned),
            (JudgedPresentation(holder: did, signer: did, isForUs: false), .notForUs),
            (JudgedPresentation(holder: otherDID, signer: otherDID, isForUs: true), .otherKey),
            (JudgedPresentation(holder: nil, signer: did, isForUs: true), .otherKey),
            (JudgedPresentation(holder: did, signer: otherDID, isForUs: true), .otherKey),
        ])
    func judgements(_ judged: JudgedPresentation, _ code: BindingError.Code) throws {
        let challenge = try challenge()
        #expect(throws: BindingError(code, "")) { try bind(challenge.text) { _, _, _ in judged } }
        #expect(try fixture.events("person.bound") == [])
        #expect(try bind(challenge.text).did == Self.did)
    }

    @Test("another DID of the same person takes the old one's place only when that is said")
    func replacing() throws {
        try bind(try challenge().text)
        #expect(throws: BindingError(.otherDID, "")) { try challenge(Self.otherDID) }
        let other = try challenge(Self.otherDID, replacing: true)
        #expect(throws: BindingError(.otherDID, "")) { try bind(other.text, did: Self.otherDID) }
        let person = try bind(other.text, did: Self.otherDID, replacing: true)
        #expect(person.did == Self.otherDID)
        #expect(try register.read { try $0.person(.did(Self.did)) } == nil)
    }

    @Test(
        "what isn't a DID of its own key, or no presentation at all, is refused first",
        arguments: ["did:web:passi.example", "did:plc:abc", "anna@koulu.example", ""])
    func methods(_ did: String) throws {
        #expect(throws: BindingError(.method, "")) { try challenge(did) }
    }

    @Test(
        "a file that is no presentation is told",
        arguments: ["", "{}", "{\"type\": \"VerifiableCredential\"}", "plain text", "a.b.c", "[1]"])
    func unreadable(_ text: String) throws {
        #expect(throws: BindingError(.unreadable, "")) {
            try binder.bind(
                anna, Self.did, proof: Array(text.utf8), in: register, at: fixture.now, judge: Self.good(Self.did))
        }
    }

    @Test("a presentation as a JWT answers by its nonce")
    func jwt() throws {
        let challenge = try challenge()
        let payload = Base64URL.encode(Array(#"{"nonce":"\#(challenge.text)"}"#.utf8))
        let person = try binder.bind(
            anna, Self.did, proof: Array("e30.\(payload).AA".utf8), in: register, at: fixture.now,
            judge: Self.good(Self.did))
        #expect(person.did == Self.did)
    }

    @Test("challenges go with the person, and stand in the person's export")
    func keeping() throws {
        let challenge = try challenge()
        let export = try register.read {
            try PersonExport(of: anna, in: $0, settings: fixture.fixture.workspace.settings, at: fixture.now)
        }
        #expect(String(decoding: export.bytes, as: UTF8.self).contains(challenge.text))
        _ = try PersonEraser(fixture.fixture.workspace, register: register).erase([anna], at: fixture.now)
        for name in fixture.fixture.scratch.files() {
            let bytes = try fixture.fixture.scratch.read(name)
            #expect(
                !bytes.contains(Array(challenge.text.utf8)) && !bytes.contains(Array(Self.did.utf8)), "\(name)")
        }
    }

    @Test("a challenge that was answered can't be opened again")
    func frozen() throws {
        try bind(try challenge().text)
        for sql in [
            "UPDATE binding_challenges SET used_at = NULL", "UPDATE binding_challenges SET ends_at = ends_at + 1",
        ] {
            #expect(throws: RegisterError(.constraint, "")) { try register.write { try $0.db.execute(sql: sql) } }
        }
    }
}
