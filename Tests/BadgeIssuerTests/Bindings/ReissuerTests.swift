import Encodings
import OpenBadges
import GRDB
import TestSupport
import Testing
import VerifiableCredentials

@testable import BadgeIssuer

@Suite("Issuing badges anew to a DID")
struct ReissuerTests {
    let fixture: PathwayFixture
    let register: Register
    let anna: PersonReference
    static let did = PersonBinderTests.did

    init() throws {
        fixture = try PathwayFixture()
        register = fixture.register
        anna = try PersonReference(fixture.anna)
    }

    private func reissuer(judge: @escaping AwardJudge = { _ in nil }) throws -> Reissuer {
        let keys = try fixture.fixture.keys()
        let settings = fixture.fixture.workspace.settings
        return Reissuer(
            settings, securer: { try keys.securer(for: $0) }, judge: judge,
            checkpoints: CheckpointSigner(issuer: settings.issuer, key: try keys.checkpointKey()), who: "staff-7")
    }

    private func bind() throws {
        let binder = PersonBinder(fixture.fixture.workspace.settings)
        let challenge = try binder.challenge(anna, Self.did, in: register, at: fixture.now).challenge.text
        _ = try binder.bind(
            anna, Self.did,
            proof: Array(#"{"type":"VerifiablePresentation","proof":{"challenge":"\#(challenge)"}}"#.utf8),
            in: register, at: fixture.now
        ) { _, _, _ in JudgedPresentation(holder: Self.did, signer: Self.did, isForUs: true) }
    }

    private var later: Timestamp { fixture.now.adding(seconds: 3600) }

    private func reissue(to folder: String = "anna") throws -> [Reissuer.Row] {
        try reissuer().reissue(
            anna, to: Self.did, in: register, folder: fixture.fixture.scratch.path(of: folder), at: later)
    }

    private func credential(_ id: String?) throws -> JSONObject {
        let bytes = try #require(try register.read { try $0.signedBytes(id ?? "") })
        guard case .credential(let presented) = PresentedFile.read(bytes) else { return [:] }
        return presented.credential
    }

    private func award(_ id: String?) throws -> AwardRecord {
        try #require(try register.read { try $0.award(id ?? "") })
    }

    @Test("a new one says what the old one says, but for its own id, moment, place and whose it is")
    func same() throws {
        let safety = try fixture.award("tyoturvallisuus")
        let rules = try fixture.award("pelisaannot", format: .jwt)
        try bind()
        let rows = try reissue()
        #expect(rows.map(\.outcome) == [.reissued, .reissued] && rows.map(\.award.id) == [safety, rules])
        for row in rows {
            let (old, new) = (try credential(row.award.id), try credential(row.successor))
            #expect(OpenBadgeSchema.findings(in: new) == [])
            #expect(new["credentialSubject"]?["id"]?.stringValue == Self.did)
            #expect(new["id"]?.stringValue == row.successor && new["validFrom"]?.stringValue == later.description)
            func comparable(_ credential: JSONObject) -> JSONObject {
                var credential = ["id", "validFrom", "credentialStatus", "proof"]
                    .reduce(credential) { $0.removing($1) }
                var subject = credential["credentialSubject"]?.objectValue ?? [:]
                subject["id"] = nil
                subject["identifier"] = nil
                credential["credentialSubject"] = .object(subject)
                return credential
            }
            #expect(comparable(old) == comparable(new))
            #expect(old["credentialStatus"] != new["credentialStatus"])

            let (was, is_) = (try award(row.award.id), try award(row.successor))
            #expect(was.state == .superseded && was.supersededBy == is_.id && is_.state == .issued)
            #expect(is_.awardedDate == was.awardedDate && is_.validUntil == was.validUntil)
            #expect(is_.level == was.level && is_.hours == was.hours && is_.evidence == was.evidence)
            #expect(is_.format == was.format && is_.replaces == nil && is_.signedAt == later)
            // Nothing is revoked.
            for place in was.statusEntries + is_.statusEntries {
                #expect(try register.read { try $0.setBits(list: place.list) } == [])
            }
            let file = try fixture.fixture.scratch.read("anna/\(row.file ?? "")")
            let signed = try register.read { try $0.signedBytes(is_.id) }
            #expect(file == signed)
        }
        guard case .consistent = try register.read({ try $0.verifyAuditChain() }) else {
            Issue.record("the audit trail is broken")
            return
        }
        #expect(try fixture.events("award.superseded").count == 2)
    }

    @Test("again it changes nothing, and writes the files that are missing")
    func again() throws {
        try fixture.award("pelisaannot")
        try bind()
        let first = try reissue()
        let second = try reissue(to: "other")
        #expect(second.map(\.outcome) == [.already] && second[0].award.id == first[0].successor)
        #expect(second[0].file == first[0].file)
        #expect(try register.read { try $0.awardCount() } == 2)
    }

    @Test("a milestone goes on naming the badges that it rests on, and its completion with it")
    func milestone() throws {
        let badges = [try fixture.award("pelisaannot"), try fixture.award("ajanhallinta")]
        try fixture.enrol(fixture.anna)
        let milestone = try #require(try fixture.giveMilestones()?.rows.first?.credentialID)
        try bind()
        let rows = try reissue()
        let successor = Dictionary(uniqueKeysWithValues: rows.map { ($0.award.id, $0.successor ?? "") })
        let new = try credential(successor[milestone])
        #expect(
            Set((new["evidence"]?.asList ?? []).compactMap { $0["id"]?.stringValue })
                == Set(badges.map { successor[$0] ?? "" }))
        let enrolment = try #require(try register.read { try $0.enrolments() }.first)
        #expect(enrolment.state == .completed && enrolment.milestone == successor[milestone])
        #expect(Set(enrolment.counted) == Set(badges.map { successor[$0] ?? "" }))
        // Revoking the new one reaches the completion.
        #expect(try fixture.revoke(successor[badges[0]] ?? "").reviews == 1)
    }

    @Test("what is withdrawn, on hold or expired stays as it is")
    func states() throws {
        let safety = try fixture.award("tyoturvallisuus")
        let gone = try fixture.award("ajanhallinta")
        _ = try fixture.revoke(gone)
        try bind()
        let end = try #require(try award(safety).validUntil).adding(seconds: 60)
        let rows = try reissuer().reissue(
            anna, to: Self.did, in: register, folder: fixture.fixture.scratch.path(of: "anna"), at: end)
        #expect(rows.map(\.outcome) == [.expired] && rows[0].award.id == safety)
        #expect(try award(gone).state == .revoked)
    }

    @Test("a badge that was retired meanwhile is issued anew, too")
    func retired() throws {
        try fixture.award("pelisaannot")
        try bind()
        try register.write {
            try $0.db.execute(sql: "UPDATE definitions SET status = 'retired', valid_until = '2026-12-31'")
        }
        #expect(try reissue().map(\.outcome) == [.reissued])
    }

    @Test("needs the DID to be proved, and leaves nothing behind when a badge can't be issued")
    func refusals() throws {
        try fixture.award("pelisaannot")
        #expect(throws: BindingError(.notBound, "")) { try reissue() }
        try bind()
        let strict = try reissuer { _ in AwardRefusal(code: "schema.missing", message: "No.") }
        #expect(throws: BindingError(.selfCheck, "")) {
            try strict.reissue(
                anna, to: Self.did, in: register, folder: fixture.fixture.scratch.path(of: "anna"), at: later)
        }
        #expect(try register.read { try $0.awards() }.map(\.state) == [.issued])
        #expect(try fixture.events("award.superseded") == [])
    }
}
