import BadgeIssuer
import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Signed status lists")
struct StatusListSignerTests {
    let fixture: WorkspaceFixture
    let register: Register
    let key: SigningKey

    init() throws {
        let samples = try ScratchFolder()
        fixture = try WorkspaceFixture(samples: WorkspaceFixture.smallSamples(in: samples))
        register = try fixture.register()
        key = try fixture.keys().dataIntegrityKey()
    }

    private func sign(after seconds: Int = 0, with key: SigningKey? = nil) throws -> [UInt8] {
        let signer = StatusListSigner(
            settings: fixture.workspace.settings, key: key ?? self.key, at: fixture.now.adding(seconds: seconds))
        let lists = try register.write { try signer.signedLists(in: $0) }
        return try #require(lists.first).bytes
    }

    private func read(_ bytes: [UInt8]) throws -> (json: JSONObject, list: StatusListCredential) {
        let json = try #require(try JSONParser.parse(bytes).objectValue)
        return (json, try StatusListCredential(json: json))
    }

    @Test("a list says what the register says, signed by the issuer")
    func content() throws {
        let revoked = try fixture.award(register, to: PersonDetails(name: "Anna Aalto"))
        try fixture.award(register, to: PersonDetails(name: "Bo Berg"))
        try register.write {
            try $0.changeState(of: revoked.id, to: .revoked, reason: "error", at: fixture.now)
        }
        let (json, list) = try read(sign())
        #expect(list.id == "\(WorkspaceFixture.url)/status/1.json")
        #expect(list.issuer == "did:web:passi.example:org:koulu")
        #expect(list.purposes == ["revocation"])
        #expect(list.validFrom == fixture.now)
        #expect(list.validUntil == fixture.now.adding(seconds: 30 * 86_400))
        let bits = try list.bits()
        #expect(bits.count == 131_072)
        #expect((0..<bits.count).filter { bits[$0] == true } == [revoked.statusEntries[0].index])
        let proof = try DataIntegrityProof(json: #require(json["proof"]))
        #expect(proof.cryptosuite == "eddsa-rdfc-2022")
        #expect(IssuedProof.suite.verify(document: json, proof: proof, key: key.privateKey.publicKey) == .verified)
    }

    @Test("an unchanged list keeps its bytes for a day, and not for longer")
    func freshness() throws {
        try fixture.award(register, to: PersonDetails(name: "Anna Aalto"))
        let first = try sign()
        #expect(try sign(after: 86_399) == first)
        let later = try sign(after: 86_400)
        #expect(later != first)
        #expect(try read(later).list.validFrom == fixture.now.adding(seconds: 86_400))
    }

    @Test("another award doesn't show in a list")
    func award() throws {
        try fixture.award(register, to: PersonDetails(name: "Anna Aalto"))
        let first = try sign()
        try fixture.award(register, to: PersonDetails(name: "Bo Berg"))
        #expect(try sign(after: 60) == first)
    }

    @Test("a changed list is signed at once, later than the one before even when the clock stands still")
    func change() throws {
        let award = try fixture.award(register, to: PersonDetails(name: "Anna Aalto"))
        let first = try sign()
        try register.write { try $0.changeState(of: award.id, to: .revoked, reason: "error", at: fixture.now) }
        let second = try sign()
        #expect(second != first)
        #expect(try read(second).list.validFrom == fixture.now.adding(seconds: 1))
        #expect(try sign(after: -3600) == second)
    }

    @Test("a new key signs the list anew")
    func newKey() throws {
        try fixture.award(register, to: PersonDetails(name: "Anna Aalto"))
        let first = try sign()
        let other = SigningKey(verificationMethod: "\(key.verificationMethod)0", privateKey: key.privateKey)
        #expect(try sign(with: other) != first)
    }

    @Test("a key that doesn't go with the suite is refused")
    func wrongKey() throws {
        try fixture.award(register, to: PersonDetails(name: "Anna Aalto"))
        let wrong = try fixture.keys().jwtKey().key
        #expect(throws: PublishError(.signing, "")) { try sign(with: wrong) }
    }

    @Test("without a site a list is named by a UUID that is the issuer's and the number's own")
    func listUUID() throws {
        let settings = try WorkspaceFixture(url: nil).workspace.settings
        let ids = (1...50).map { settings.statusListID($0) }
        #expect(Set(ids).count == 50)
        #expect(settings.statusListID(1) == ids[0])
        let form = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(ids.allSatisfy { $0.wholeMatch(of: form) != nil })
        #expect(try WorkspaceFixture(url: nil).workspace.settings.statusListID(1) != ids[0])
    }
}
