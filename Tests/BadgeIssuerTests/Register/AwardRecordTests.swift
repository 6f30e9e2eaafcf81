import BadgeIssuer
import Encodings
import Testing
import TestSupport

@Suite("Awards in the register")
struct AwardRecordTests {
    @Test("an award comes back as it was recorded, and its bytes byte for byte")
    func roundTrip() throws {
        let fixture = try RegisterFixture()
        let person = try fixture.person()
        let evidence = [
            EvidenceRecord(
                id: "urn:uuid:5b1f7d0e-0000-4000-8000-000000000001", kind: .document, name: "Raportti",
                sha256: [UInt8](repeating: 7, count: 32), capturedDate: try CalendarDay(iso: "2026-05-20")),
            EvidenceRecord(id: "https://video.example/1", kind: .link, url: "https://video.example/1"),
        ]
        let given = try fixture.give(to: person, evidence: evidence)
        let (found, bytes) = try fixture.register.read { (try $0.award(given.id), try $0.signedBytes(given.id)) }
        let award = try #require(found)
        #expect(bytes == given.signedBytes)
        #expect(award.signedBytes == nil)
        #expect(award.evidence == evidence)
        #expect(award.statusEntries == given.statusEntries)
        #expect(award.personID == person.id)
        #expect(award.sha256 == given.sha256)
        #expect(award.hours == DecimalHundredths(hundredths: 2700))
        #expect(award.state == .issued)
        #expect(award.verificationMethod == RegisterFixture.method)
    }
}

@Suite("What the register refuses of an award")
struct AwardRuleTests {
    let fixture: RegisterFixture
    let person: Person

    init() throws {
        fixture = try RegisterFixture()
        person = try fixture.person()
    }

    private func insert(_ award: AwardRecord) throws {
        try fixture.register.write { try $0.insertAward(award) }
    }

    @Test("a second live award of one badge to one person is refused, whatever the version")
    func oneLive() throws {
        try fixture.register.write { try $0.recordPublished(RegisterFixture.snapshot(version: 2), at: fixture.now) }
        try insert(fixture.award(to: person))
        #expect(throws: RegisterError(.liveAward, "")) { try insert(fixture.award(to: person)) }
        #expect(throws: RegisterError(.liveAward, "")) { try insert(fixture.award(to: person, version: 2)) }
        #expect(try fixture.register.read { try $0.awardCount() } == 1)
        try insert(fixture.award(to: fixture.person()))
    }

    @Test("a repeatable badge may be held many times")
    func repeatable() throws {
        try fixture.register.write {
            try $0.recordPublished(RegisterFixture.snapshot(slug: "kurssi", repeatable: true), at: fixture.now)
        }
        let first = try fixture.award(to: person, slug: "kurssi")
        let second = try fixture.award(to: person, slug: "kurssi")
        try insert(first)
        try insert(second)
        let live = try fixture.register.read {
            try $0.liveAward(personID: person.id, badgeBase: RegisterFixture.badgeBase, slug: "kurssi")
        }
        #expect(live?.id == second.id)
    }

    @Test("superseding makes room in the same transaction, and leaves the old award's bit alone")
    func superseding() throws {
        let old = try fixture.give(to: person)
        let new = try fixture.award(to: person, level: 3)
        try fixture.register.write {
            try $0.supersede(old.id, by: new.id, at: fixture.now)
            try $0.insertAward(new)
        }
        let (found, live, bits) = try fixture.register.read {
            (
                try $0.award(old.id),
                try $0.liveAward(personID: person.id, badgeBase: RegisterFixture.badgeBase, slug: "tiimityo"),
                try $0.setBits(list: 1)
            )
        }
        #expect(found?.state == .superseded)
        #expect(found?.supersededBy == new.id)
        #expect(live?.id == new.id)
        #expect(bits.isEmpty)
    }

    @Test("an award can't be superseded by one that isn't there")
    func supersededByNothing() throws {
        let old = try fixture.give(to: person)
        #expect(throws: RegisterError(.constraint, "")) {
            try fixture.register.write { try $0.supersede(old.id, by: "urn:uuid:nothing", at: fixture.now) }
        }
        #expect(try fixture.register.read { try $0.award(old.id) }?.state == .issued)
        #expect(throws: RegisterError(.awardMissing, "")) {
            try fixture.register.write { try $0.supersede("urn:uuid:nothing", by: old.id, at: fixture.now) }
        }
    }

    @Test("a day that hasn't come, an activity that ends before it begins or after the award are refused")
    func days() throws {
        let wrong = [
            try fixture.award(to: person, on: "2026-06-02"),
            try fixture.award(to: person, on: "2026-05-29", from: "2026-05-20", until: "2026-05-19"),
            try fixture.award(to: person, on: "2026-05-29", from: "2026-05-20", until: "2026-05-30"),
            try fixture.award(to: person, on: "2026-05-29", from: "2026-05-30"),
        ]
        for award in wrong { #expect(throws: RegisterError(.constraint, "")) { try insert(award) } }
        try insert(fixture.award(to: person, on: "2026-06-01", from: "2026-05-20", until: "2026-06-01"))
    }

    @Test(
        "hours that aren't positive and levels outside 1 to 4 are refused",
        arguments: [(0, 2), (-1, 2), (5, 0), (5, 5)])
    func numbers(hours: Int, level: Int) throws {
        #expect(throws: RegisterError(.constraint, "")) {
            try insert(fixture.award(to: person, level: level, hours: hours))
        }
    }

    @Test("an award outside its definition's days is refused")
    func notInForce() throws {
        try fixture.register.write {
            try $0.recordPublished(
                RegisterFixture.snapshot(slug: "kausi", validFrom: "2026-05-10", validUntil: "2026-05-20"),
                at: fixture.now)
        }
        for day in ["2026-05-09", "2026-05-21"] {
            #expect(throws: RegisterError(.definitionNotInForce, "")) {
                try insert(fixture.award(to: person, slug: "kausi", on: day))
            }
        }
        try insert(fixture.award(to: person, slug: "kausi", on: "2026-05-20"))
        #expect(throws: RegisterError(.definitionMissing, "")) {
            try insert(fixture.award(to: person, slug: "kausi", version: 9))
        }
    }

    @Test("a place that wasn't allocated, or is another award's, is refused and nothing is recorded")
    func foreignPlace() throws {
        let given = try fixture.give(to: person)
        let other = try fixture.person(PersonDetails(name: "Toinen"))
        let free = StatusAllocation(purpose: .revocation, list: 1, index: 17)
        for places in [given.statusEntries, [free]] {
            #expect(throws: RegisterError(.statusEntry, "")) { try insert(fixture.award(to: other, status: places)) }
        }
        #expect(try fixture.register.read { try $0.awardCount() } == 1)
    }

    @Test("a correction names the award it replaces, and may be of a retired definition")
    func correction() throws {
        let wrong = try fixture.give(to: person)
        try fixture.register.write {
            try $0.retire(slug: "tiimityo", version: 1, at: fixture.now)
            try $0.changeState(of: wrong.id, to: .revoked, reason: "corrected", at: fixture.now)
        }
        #expect(throws: RegisterError(.definitionNotInForce, "")) { try insert(fixture.award(to: person)) }
        let right = try fixture.award(to: person, replaces: wrong.id)
        try insert(right)
        #expect(try fixture.register.read { try $0.award(right.id) }?.replaces == wrong.id)
    }

    @Test("a revoked award that a list would bring back is found by badge, level and day")
    func revokedBefore() throws {
        let award = try fixture.give(to: person)
        try fixture.register.write {
            try $0.changeState(of: award.id, to: .revoked, reason: "issued-in-error", at: fixture.now)
        }
        func find(level: Int, day: String?) throws -> String? {
            try fixture.register.read {
                try $0.revokedAward(
                    personID: person.id, badgeBase: RegisterFixture.badgeBase, slug: "tiimityo", level: level,
                    awardedDate: day.map(CalendarDay.init(iso:)))
            }?.id
        }
        #expect(try find(level: 2, day: "2026-05-29") == award.id)
        #expect(try find(level: 2, day: nil) == award.id)
        #expect(try find(level: 3, day: nil) == nil)
        #expect(try find(level: 2, day: "2026-05-28") == nil)
    }

    @Test("awards on the same file are found by its hash while they are live")
    func sameEvidence() throws {
        let hash = [UInt8](repeating: 9, count: 32)
        let file = EvidenceRecord(id: "urn:uuid:e", kind: .document, name: "Työ", sha256: hash)
        let award = try fixture.give(to: person, evidence: [file])
        let uses = try fixture.register.read { try $0.liveAwards(restingOn: hash) }
        #expect(uses.map(\.awardID) == [award.id])
        #expect(uses.first?.personID == person.id)
        try fixture.register.write {
            try $0.changeState(of: award.id, to: .revoked, reason: "issued-in-error", at: fixture.now)
        }
        #expect(try fixture.register.read { try $0.liveAwards(restingOn: hash) }.isEmpty)
    }

    @Test("lists are narrowed by person, badge, state and days")
    func filters() throws {
        let other = try fixture.person(PersonDetails(name: "Toinen"))
        let first = try fixture.give(to: person)
        let second = try fixture.give(to: other)
        try fixture.register.write {
            try $0.changeState(of: second.id, to: .revoked, reason: "issued-in-error", at: fixture.now)
        }
        func ids(_ filter: AwardFilter) throws -> [String] {
            try fixture.register.read { try $0.awards(filter) }.map(\.id)
        }
        #expect(try ids(AwardFilter()) == [first.id, second.id])
        #expect(try ids(AwardFilter(personID: other.id)) == [second.id])
        #expect(try ids(AwardFilter(slug: "tiimityo", states: [.issued, .suspended])) == [first.id])
        #expect(try ids(AwardFilter(states: [])).isEmpty)
        #expect(try ids(AwardFilter(badgeBase: RegisterFixture.badgeBase, slug: "tiimityo", version: 2)).isEmpty)
        #expect(try ids(AwardFilter(badgeBase: "https://other.example/")).isEmpty)
        #expect(try ids(AwardFilter(awardedFrom: CalendarDay(iso: "2026-05-30"))).isEmpty)
        #expect(try ids(AwardFilter(awardedTo: CalendarDay(iso: "2026-05-29"))).count == 2)
    }
}
