import BadgeDefinitions
import Cryptography
import Encodings
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Milestones")
struct MilestoneTests {
    let fixture: PathwayFixture

    init() throws { fixture = try PathwayFixture() }

    /// Anna with two of three badges, which is enough.
    private func completed() throws -> (badges: [String], milestone: String) {
        let badges = [try fixture.award("pelisaannot"), try fixture.award("ajanhallinta")]
        try fixture.enrol(fixture.anna)
        let row = try #require(try fixture.giveMilestones()?.rows.first)
        #expect(row.outcome == .awarded)
        return (badges, try #require(row.credentialID))
    }

    @Test("are given once when the rule is met, and name the badges they rest on and the pathway's version")
    func giving() throws {
        let (badges, milestone) = try completed()
        let enrolment = try #require(try fixture.register.read { try $0.enrolments() }.first)
        #expect(enrolment.state == .completed && enrolment.milestone == milestone)
        #expect(Set(enrolment.counted) == Set(badges) && enrolment.completedOn == CalendarDay(of: fixture.now))

        let bytes = try #require(try fixture.register.read { try $0.signedBytes(milestone) })
        let credential = try JSONParser.parse(bytes)
        let evidence = credential["evidence"]?.asList ?? []
        #expect(Set(evidence.compactMap { $0["id"]?.stringValue }) == Set(badges))
        #expect(evidence.allSatisfy { $0["genre"] == "award" })
        let subject = credential["credentialSubject"]
        #expect(subject?["achievement"]?["id"]?.stringValue?.hasSuffix("/koonti-ensiaskel/v1") == true)
        #expect(subject?["narrative"] == "Alku (alku v1)")

        #expect(try fixture.giveMilestones() == nil)
        #expect(try fixture.check().first?.before == nil)
        #expect(try fixture.events() == ["enrolment.added", "enrolment.completed"])
        #expect(try fixture.register.read { try $0.awardCount() } == 3)
        guard case .broken = try fixture.register.read({ try $0.verifyAuditChain() }) else { return }
        Issue.record("the audit trail is broken")
    }

    @Test("aren't due while a badge is missing, and the way to it is the shortest")
    func notDue() throws {
        try fixture.award("pelisaannot")
        try fixture.enrol(fixture.anna)
        let standing = try #require(try fixture.check().first)
        #expect(!standing.isDue && standing.steps?.badges.map(\.badge.slug) == ["ajanhallinta"])
        #expect(try fixture.giveMilestones() == nil)
    }

    @Test("a milestone that a teacher gave by hand completes the enrolment")
    func byHand() throws {
        try fixture.award("pelisaannot")
        try fixture.award("ajanhallinta")
        try fixture.enrol(fixture.anna)
        let milestone = try fixture.award("koonti-ensiaskel")
        let standing = try #require(try fixture.check().first)
        #expect(standing.enrolment.state == .completed && standing.enrolment.milestone == milestone)
        #expect(standing.before == .active)
    }

    @Test("revoking a counted badge puts the completion under review at once; a badge that isn't needed doesn't")
    func review() throws {
        let badges = try completed().badges
        let spare = try fixture.award("tyoturvallisuus")
        #expect(try fixture.revoke(spare).reviews == 0)
        #expect(try fixture.revoke(badges[0]).reviews == 1)
        #expect(try fixture.states() == [.review])
        #expect(try fixture.check().first?.enrolment.state == .review)
        #expect(try fixture.events().last == "enrolment.review")
    }

    @Test("a review ends well with another badge, and in revocation with the milestone's")
    func afterReview() throws {
        let (badges, milestone) = try completed()
        _ = try fixture.revoke(badges[0])
        let other = try fixture.award("tyoturvallisuus")
        let settled = try #require(try fixture.check().first)
        #expect(settled.enrolment.state == .completed && settled.before == .review)
        #expect(Set(settled.enrolment.counted) == [badges[1], other])
        _ = try fixture.revoke(other)
        #expect(try fixture.states() == [.review])
        _ = try fixture.revoke(milestone)
        #expect(try fixture.check().isEmpty || fixture.states() == [.revoked])
        #expect(try fixture.states() == [.revoked])
        #expect(try fixture.events().last == "enrolment.revoked")
    }

    @Test("a milestone that was revoked by mistake is given again only when that is said")
    func givenAgain() throws {
        let milestone = try completed().milestone
        #expect(try fixture.revoke(milestone).reviews == 1)
        #expect(try fixture.giveMilestones()?.rows.map(\.outcome) == [.revokedBefore])
        #expect(try fixture.states() == [.review])
        #expect(try fixture.giveMilestones(force: true)?.rows.map(\.outcome) == [.awarded])
        #expect(try fixture.states() == [.completed])
    }

    @Test("a badge that expires undoes nothing, and one that ends soon is told ahead")
    func expiry() throws {
        let safety = try fixture.award("tyoturvallisuus")
        try fixture.award("pelisaannot")
        try fixture.enrol(fixture.anna)
        try fixture.giveMilestones()
        let end = try #require(try fixture.register.read { try $0.award(safety) }?.validUntil)
        let soon = try #require(try fixture.check(at: end.adding(seconds: -86400 * 30)).first)
        #expect(soon.evaluation.endingSoon.map(\.id) == [safety])
        let after = try #require(try fixture.check(at: end.adding(seconds: 86400)).first)
        #expect(after.enrolment.state == .completed && after.evaluation.isComplete)
        // Somebody who hadn't completed it has to renew.
        let fresh = PathwayEvaluation.evaluate(
            after.pathway, awards: after.evaluation.counted, at: end.adding(seconds: 86400))
        #expect(!fresh.isComplete)
    }

    @Test("what changes while a milestone is being given undoes the whole transaction")
    func changed() throws {
        let badge = try fixture.award("pelisaannot")
        try fixture.award("ajanhallinta")
        try fixture.enrol(fixture.anna)
        #expect(throws: PathwayError(.changed, "")) {
            try fixture.giveMilestones { _ = try fixture.revoke(badge) }
        }
        #expect(try fixture.states() == [.active])
        #expect(try fixture.register.read { try $0.awardCount() } == 2)
    }

    @Test("need a definition with the pathway's version")
    func version() throws {
        try fixture.award("pelisaannot")
        try fixture.award("ajanhallinta")
        try fixture.enrol(fixture.anna)
        let due = try fixture.check()
        #expect(throws: PathwayError(.milestone, "")) {
            try MilestonePlan(due, definition: try fixture.definition("pelisaannot"), who: nil) { _, _ in nil }
        }
    }

    @Test("a certificate that was shown once counts from then on")
    func certificate() throws {
        let fixture = try PathwayFixture(asksCertificate: true)
        try fixture.award("pelisaannot")
        try fixture.award("ajanhallinta")
        try fixture.enrol(fixture.anna)
        let missing = try #require(try fixture.check().first)
        #expect(!missing.isDue && missing.steps?.certificateItems == 2)
        let bytes = try Self.example()
        let credential = try #require(try JSONParser.parse(bytes).objectValue)
        let keeper = CertificateKeeper(who: "staff-7")
        for _ in 0..<2 {
            try keeper.record(
                credential, bytes: bytes, of: missing.person, in: fixture.register, at: fixture.now)
        }
        #expect(try fixture.register.read { try $0.certificates(of: missing.person.id) }.map(\.items) == [2])
        #expect(try fixture.giveMilestones()?.rows.map(\.outcome) == [.awarded])
        #expect(throws: PathwayError(.certificate, "")) {
            try keeper.record(
                TestBadge.credential(), bytes: [], of: missing.person, in: fixture.register, at: fixture.now)
        }
    }

    private static func example() throws -> [UInt8] { try ExampleFile.read("certificate.json") }
}
