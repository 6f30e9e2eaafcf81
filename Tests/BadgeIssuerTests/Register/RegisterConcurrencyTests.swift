import BadgeIssuer
import Encodings
import Foundation
import TestSupport
import Testing

@Suite("Several at the register at once")
struct RegisterConcurrencyTests {
    /// Gives each of the same learners one badge, in batches, through a connection of its own.
    private static func award(_ path: String, learners: Int, seed: UInt64) throws -> Int {
        let register = try Register.open(at: path, readOnly: false)
        let now = try Timestamp(rfc3339: "2026-06-01T09:00:00Z")
        var generator = SeededGenerator(seed: seed)
        var given = 0
        for batch in stride(from: 0, to: learners, by: 10) {
            given += try register.write { transaction in
                var count = 0
                for number in batch..<min(batch + 10, learners) {
                    let email = "learner\(number)@koulu.example"
                    let known = try transaction.person(.email(email))
                    let person =
                        try known
                        ?? transaction.insertPerson(PersonDetails(email: email), at: now, using: &generator)
                    let base = RegisterFixture.badgeBase
                    guard try transaction.liveAward(personID: person.id, badgeBase: base, slug: "tiimityo") == nil
                    else { continue }
                    let place = try transaction.allocateStatusIndex(.revocation, at: now, using: &generator)
                    let award = try RegisterFixture.award(
                        to: person, status: [place], at: now, using: &generator)
                    try transaction.insertAward(award)
                    try transaction.appendAudit(
                        .awardIssued, subjects: [award.id], persons: [person.id], at: now, using: &generator)
                    count += 1
                }
                return count
            }
        }
        return given
    }

    @Test("two awarding the same class at once lose nothing and double nothing")
    func twoAtOnce() async throws {
        let fixture = try RegisterFixture()
        let path = fixture.path
        let given = try await withThrowingTaskGroup(of: Int.self) { group in
            for seed in 1...3 as ClosedRange<UInt64> {
                group.addTask { try Self.award(path, learners: 120, seed: seed) }
            }
            return try await group.reduce(0, +)
        }
        #expect(given == 120)
        try fixture.register.read { reader in
            let awards = try reader.awards()
            #expect(awards.count == 120)
            #expect(Set(awards.map(\.personID)).count == 120)
            #expect(Set(awards.flatMap(\.statusEntries)).count == 120)
            #expect(try reader.personCount() == 120)
            #expect(try reader.statusLists().map(\.allocated) == [120])
            let head = try reader.auditTrailHead()
            #expect(head.count == 121)
            #expect(try reader.verifyAuditChain() == .consistent(head))
        }
    }

    @Test("a reader sees one moment while others write")
    func snapshot() throws {
        let fixture = try RegisterFixture()
        let person = try fixture.person()
        try fixture.register.read { reader in
            #expect(try reader.awardCount() == 0)
            let other = try Register.open(at: fixture.path, readOnly: false)
            let award = try fixture.award(to: person)
            try other.write { try $0.insertAward(award) }
            #expect(try reader.awardCount() == 0)
        }
        #expect(try fixture.register.read { try $0.awardCount() } == 1)
    }

    @Test("what a crash leaves behind opens with all of the last transaction and nothing of the open one")
    func crash() throws {
        let fixture = try RegisterFixture()
        let person = try fixture.person()
        let given = try fixture.give(to: person)
        let copy = try ScratchFolder()
        try fixture.register.write { transaction in
            let place = try transaction.allocateStatusIndex(
                .revocation, at: fixture.now, using: &fixture.generator)
            let other = try transaction.insertPerson(
                PersonDetails(name: "Puolikas"), at: fixture.now, using: &fixture.generator)
            try transaction.insertAward(fixture.award(to: other, status: [place], size: 200_000))
            // The files as they are on the disk at this moment, in the middle of a transaction.
            for file in fixture.folder.files() where !file.hasSuffix("-shm") {
                try copy.write(file, fixture.folder.read(file))
            }
        }
        let register = try Register.open(at: copy.path(of: "register.sqlite"), readOnly: false)
        let (awards, bytes, persons, lists, head, audit) = try register.read { reader in
            (
                try reader.awards(), try reader.signedBytes(given.id), try reader.personCount(),
                try reader.statusLists(), try reader.auditTrailHead(), try reader.verifyAuditChain()
            )
        }
        #expect(awards.map(\.id) == [given.id])
        #expect(bytes == given.signedBytes)
        #expect(persons == 1)
        #expect(lists.map(\.allocated) == [1])
        #expect(audit == .consistent(head))
    }
}
