import BadgeIssuer
import Encodings
import Testing

@Suite("Definition snapshots in the register")
struct DefinitionSnapshotTests {
    let fixture: RegisterFixture

    init() throws { fixture = try RegisterFixture() }

    private func record(_ snapshot: DefinitionSnapshot) throws -> Bool {
        try fixture.register.write { try $0.recordPublished(snapshot, at: fixture.now) }
    }

    @Test("a snapshot comes back as it was published, its files too")
    func roundTrip() throws {
        let snapshot = try RegisterFixture.snapshot(
            slug: "kortti", repeatable: true, suspendable: true, validFrom: "2026-01-01", validUntil: "2026-12-31")
        #expect(try record(snapshot))
        #expect(try fixture.register.read { try $0.snapshot(slug: "kortti", version: 1) } == snapshot)
        #expect(try fixture.register.read { try $0.snapshot(slug: "kortti", version: 2) } == nil)
        #expect(try fixture.register.read { try $0.snapshots() }.map(\.slug) == ["kortti", "tiimityo"])
    }

    @Test("the same version again changes nothing, and with other contents is refused")
    func frozen() throws {
        #expect(try !record(RegisterFixture.snapshot()))
        #expect(throws: RegisterError(.definitionFrozen, "")) { try record(RegisterFixture.snapshot(digest: 2)) }
        #expect(try record(RegisterFixture.snapshot(version: 2, digest: 2)))
        for sql in ["UPDATE definitions SET json = x'00'", "DELETE FROM definitions"] {
            #expect(throws: (any Error).self, "\(sql)") { try RawDatabase.execute(sql, at: fixture.path) }
        }
    }

    @Test("retiring ends the version on that day, once, and stops new awards")
    func retiring() throws {
        try fixture.register.write { try $0.retire(slug: "tiimityo", version: 1, at: fixture.now) }
        let snapshot = try fixture.register.read { try $0.snapshot(slug: "tiimityo", version: 1) }
        #expect(snapshot?.status == .retired)
        #expect(snapshot?.validUntil == CalendarDay(of: fixture.now))
        #expect(throws: RegisterError(.stateTransition, "")) {
            try fixture.register.write { try $0.retire(slug: "tiimityo", version: 1, at: fixture.now) }
        }
        #expect(throws: RegisterError(.definitionMissing, "")) {
            try fixture.register.write { try $0.retire(slug: "tiimityo", version: 7, at: fixture.now) }
        }
        let person = try fixture.person()
        #expect(throws: RegisterError(.definitionNotInForce, "")) { try fixture.give(to: person) }
    }

    @Test("equal slugs of two bases are different badges")
    func bases() throws {
        let other = DefinitionSnapshot(
            badgeBase: "https://other.example/", slug: "tiimityo", version: 1,
            achievementID: "https://other.example/tiimityo/v1", digest: [UInt8](repeating: 8, count: 32), json: [1])
        #expect(try record(other))
        let person = try fixture.person()
        try fixture.give(to: person)
        try fixture.register.read { reader in
            #expect(try reader.snapshot(slug: "tiimityo", version: 1, badgeBase: other.badgeBase) == other)
            #expect(try reader.snapshot(slug: "tiimityo", version: 1) == other)
            let ours = try reader.snapshot(slug: "tiimityo", version: 1, badgeBase: RegisterFixture.badgeBase)
            #expect(try ours == RegisterFixture.snapshot())
            #expect(try reader.liveAward(personID: person.id, badgeBase: other.badgeBase, slug: "tiimityo") == nil)
        }
    }
}
