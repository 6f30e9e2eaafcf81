import BadgeIssuer
import Encodings
import TestSupport
import Testing

@Suite("Revoking, suspending and reinstating")
struct StatusChangerTests {
    let fixture: RegisterFixture
    let person: Person

    init() throws {
        fixture = try RegisterFixture()
        person = try fixture.person()
        try fixture.register.write {
            try $0.recordPublished(RegisterFixture.snapshot(slug: "kortti", suspendable: true), at: fixture.now)
        }
    }

    /// An award of the badge that may be suspended, with a place in a list of each purpose.
    private func giveSuspendable(to person: Person? = nil) throws -> AwardRecord {
        try fixture.register.write { transaction in
            var places: [StatusAllocation] = []
            for purpose in StatusAllocation.Purpose.allCases {
                places.append(
                    try transaction.allocateStatusIndex(purpose, at: fixture.now, using: &fixture.generator))
            }
            let award = try fixture.award(to: person ?? self.person, slug: "kortti", status: places)
            try transaction.insertAward(award)
            return award
        }
    }

    private func apply(
        _ change: StatusChange, _ ids: String..., reason: StatusReason? = nil, who: String? = nil,
        isDryRun: Bool = false
    ) throws -> StatusChangeReport {
        try StatusChanger(change, reason: reason ?? change.reasons[0], who: who).apply(
            to: ids.map { try AwardReference($0) }, in: fixture.register, isDryRun: isDryRun, at: fixture.now)
    }

    private func state(_ award: AwardRecord) throws -> AwardRecord.State? {
        try fixture.register.read { try $0.award(award.id)?.state }
    }

    private func trailCount() throws -> Int { try fixture.register.read { try $0.auditTrailHead().count } }

    @Test("a change is in the register and, with its code and no name, in the trail")
    func revoke() throws {
        let award = try fixture.give(to: person)
        let report = try apply(.revoke, award.id, reason: .holderRequest, who: "staff-7")
        #expect(report.rows.map(\.outcome) == [.changed])
        let record = try #require(try fixture.register.read { try $0.award(award.id) })
        #expect(record.state == .revoked)
        #expect(record.stateReason == "holder-request")
        let entry = try #require(try fixture.register.read { try $0.auditEntries() }.last)
        #expect(entry.personIDs == [person.id])
        #expect(entry.who == "staff-7")
        let json = try JSONParser.parse(entry.json)
        #expect(json["event"] == "award.revoked")
        #expect(json["code"] == "holder-request")
        #expect(json["subjects"] == [.string(award.id)])
    }

    @Test("the life cycle: on hold and back as often as need be, then revoked for good")
    func lifeCycle() throws {
        let award = try giveSuspendable()
        for _ in 0..<2 {
            #expect(try apply(.suspend, award.id).rows.map(\.outcome) == [.changed])
            #expect(try state(award) == .suspended)
            #expect(try apply(.reinstate, award.id).rows.map(\.outcome) == [.changed])
            #expect(try state(award) == .issued)
        }
        _ = try apply(.suspend, award.id)
        #expect(try apply(.revoke, award.id).rows.map(\.outcome) == [.changed])
        #expect(try state(award) == .revoked)
    }

    @Test("every other step is refused, and changes neither register nor trail")
    func otherSteps() throws {
        let plain = try fixture.give(to: person)
        let revoked = try giveSuspendable()
        _ = try apply(.revoke, revoked.id)
        let held = try giveSuspendable(to: fixture.person(PersonDetails(name: "Bo Berg")))
        _ = try apply(.suspend, held.id)
        let old = try giveSuspendable(to: fixture.person(PersonDetails(name: "Cia Ceder")))
        let new = try fixture.register.write { transaction in
            let place = try transaction.allocateStatusIndex(.revocation, at: fixture.now, using: &fixture.generator)
            let person = try transaction.person(.id(old.personID ?? ""))
            let new = try fixture.award(to: #require(person), slug: "kortti", level: 3, status: [place])
            try transaction.supersede(old.id, by: new.id, at: fixture.now)
            try transaction.insertAward(new)
            return new
        }
        let before = try trailCount()
        let steps: [(StatusChange, AwardRecord)] = [
            (.suspend, plain), (.reinstate, plain), (.revoke, revoked), (.suspend, revoked), (.reinstate, revoked),
            (.suspend, held), (.revoke, old), (.suspend, old), (.reinstate, old), (.reinstate, new), (.suspend, new),
        ]
        for (change, award) in steps {
            let state = try state(award)
            let report = try apply(change, award.id)
            #expect(report.rows.map(\.refusal) == [RegisterError(.stateTransition, "")], "\(change) \(award.slug)")
            #expect(report.rows.first?.refusal?.hint != nil)
            #expect(try self.state(award) == state)
        }
        #expect(try trailCount() == before)
    }

    @Test("one that can't be changed keeps the others as they are")
    func allOrNothing() throws {
        let (first, second) = (try fixture.give(to: person), try fixture.give(to: fixture.person()))
        _ = try apply(.revoke, second.id)
        let report = try apply(.revoke, first.id, second.id, "ffffffff")
        #expect(report.rows.map(\.outcome) == [.ready, .refused, .refused])
        #expect(
            report.rows.compactMap(\.refusal?.code) == [.stateTransition, .awardMissing])
        #expect(try state(first) == .issued)
    }

    @Test("nothing stays of a change whose audit entry is refused")
    func refusedReference() throws {
        let (first, second) = (try fixture.give(to: person), try fixture.give(to: fixture.person()))
        #expect(throws: RegisterError(.auditReference, "")) {
            try apply(.revoke, first.id, second.id, who: "Olli Opettaja")
        }
        #expect(try state(first) == .issued)
    }

    @Test("a badge that is named twice counts once, and a dry run only looks")
    func twice() throws {
        let award = try fixture.give(to: person)
        let short = String(award.id.dropFirst(9).prefix(8))
        let dry = try apply(.revoke, award.id, short, isDryRun: true)
        #expect(dry.rows.map(\.outcome) == [.ready])
        #expect(try state(award) == .issued)
        #expect(try apply(.revoke, award.id, short).rows.map(\.outcome) == [.changed])
    }

    @Test("ids are read in full, bare, by their first digits, with or without hyphens, in any case")
    func references() throws {
        let id = "urn:uuid:1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
        for text in [
            id, "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "1B9D6BCD", "1b9d6bcd-", "1b9d6bcdbbfd", "URN:UUID:1b9d6bcd-bb",
            "1b9d6bcdbbfd4b2d9b5dab8dfbbd4bed",
        ] {
            #expect(id.hasPrefix(try AwardReference(text).start), "\(text)")
        }
        #expect(try AwardReference("1b9d6bcdbbfd4b2d9b5dab8dfbbd4bed").start == id)
        for text in [
            "", "1b9d6bc", "1b9d-6bcd", "anna@example.org", "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed0", "urn:uuid:",
            "1b9d6bcé", "1b9d6bcd-bbfd4-b2d", "1b9d6bcd--bbfd",
        ] {
            #expect(throws: RegisterError(.awardReference, ""), "\(text)") { try AwardReference(text) }
        }
    }

    @Test("digits that fit two badges name neither")
    func ambiguous() throws {
        let ids = ["urn:uuid:aaaaaaaa-0000-4000-8000-000000000001", "urn:uuid:aaaaaaaa-0000-4000-8000-000000000002"]
        for id in ids {
            let model = try fixture.give(to: fixture.person())
            try RawDatabase.tamper("UPDATE awards SET id = '\(id)' WHERE id = '\(model.id)'", at: fixture.path)
        }
        let report = try apply(.revoke, "aaaaaaaa")
        #expect(report.rows.compactMap(\.refusal?.code) == [.awardAmbiguous])
        #expect(try apply(.revoke, ids[1]).rows.map(\.outcome) == [.changed])
        #expect(try fixture.register.read { try $0.award(ids[0])?.state } == .issued)
    }

    @Test("a reason is in no status list, and every code fits the register")
    func reasons() throws {
        for change in StatusChange.allCases {
            for reason in change.reasons {
                let award = try giveSuspendable(to: fixture.person())
                if change == .reinstate { _ = try apply(.suspend, award.id) }
                #expect(try apply(change, award.id, reason: reason).rows.map(\.outcome) == [.changed])
            }
        }
    }
}
