import BadgeIssuer
import Testing

@Suite("Life cycle of an award in the register")
struct AwardStateTests {
    let fixture: RegisterFixture
    let person: Person

    init() throws {
        fixture = try RegisterFixture()
        person = try fixture.person()
        try fixture.register.write {
            try $0.recordPublished(RegisterFixture.snapshot(slug: "kortti", suspendable: true), at: fixture.now)
        }
    }

    private func change(_ award: AwardRecord, _ state: AwardRecord.State) throws {
        try fixture.register.write {
            try $0.changeState(of: award.id, to: state, reason: "test-reason", at: fixture.now)
        }
    }

    /// An award of the badge that may be suspended, with a place in a list of each purpose.
    private func giveSuspendable() throws -> AwardRecord {
        try fixture.register.write { transaction in
            var places: [StatusAllocation] = []
            for purpose in StatusAllocation.Purpose.allCases {
                places.append(
                    try transaction.allocateStatusIndex(purpose, at: fixture.now, using: &fixture.generator))
            }
            let award = try fixture.award(to: person, slug: "kortti", status: places)
            try transaction.insertAward(award)
            return award
        }
    }

    private func bits(_ purpose: StatusAllocation.Purpose) throws -> [Int] {
        try fixture.register.read { reader in
            try reader.statusLists().filter { $0.purpose == purpose }.flatMap { try reader.setBits(list: $0.number) }
        }
    }

    @Test("revoking sets the award's bit in the revocation list, and is final")
    func revoking() throws {
        let award = try fixture.give(to: person)
        try change(award, .revoked)
        #expect(try bits(.revocation) == award.statusEntries.map(\.index))
        #expect(try fixture.register.read { try $0.award(award.id) }?.stateReason == "test-reason")
        for state in AwardRecord.State.allCases {
            #expect(throws: RegisterError(.stateTransition, "")) { try change(award, state) }
        }
        #expect(throws: RegisterError(.stateTransition, "")) {
            try fixture.register.write { try $0.supersede(award.id, by: award.id, at: fixture.now) }
        }
        #expect(try bits(.revocation) == award.statusEntries.map(\.index))
    }

    @Test("suspending sets the suspension bit alone, and reinstating clears it")
    func suspending() throws {
        let award = try giveSuspendable()
        try change(award, .suspended)
        #expect(try bits(.suspension) == award.statusEntries.filter { $0.purpose == .suspension }.map(\.index))
        #expect(try bits(.revocation).isEmpty)
        try change(award, .issued)
        #expect(try bits(.suspension).isEmpty)
        try change(award, .suspended)
        try change(award, .revoked)
        #expect(try bits(.revocation).count == 1)
    }

    @Test("a badge that isn't suspendable can't be suspended")
    func notSuspendable() throws {
        let award = try fixture.give(to: person)
        #expect(throws: RegisterError(.stateTransition, "")) { try change(award, .suspended) }
        #expect(try fixture.register.read { try $0.award(award.id) }?.state == .issued)
    }

    @Test("a reason is a code, never free text")
    func reason() throws {
        let award = try fixture.give(to: person)
        #expect(throws: RegisterError(.constraint, "")) {
            try fixture.register.write {
                try $0.changeState(of: award.id, to: .revoked, reason: "Anna cheated", at: fixture.now)
            }
        }
    }
}
