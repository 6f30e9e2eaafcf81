import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Two key histories of one organisation") struct KeyHistoryComparisonTests {
    private typealias School = SchoolHistory
    private static let day = SchoolHistory.day

    /// The thief has the school's first key and goes on from New Year's Day.
    private func thief(of school: SchoolHistory) throws -> SchoolHistory {
        var thief = school
        try thief.rotate(to: School.stranger, at: Self.day(2))
        return thief
    }

    @Test("One is the same, an extension, the beginning, or a fork of the other")
    func relations() throws {
        let begun = try School()
        var longer = begun
        try longer.rotate(at: Self.day(1))
        let forked = try thief(of: begun)
        #expect(begun.history.relation(to: begun.history) == .same)
        #expect(longer.history.relation(to: begun.history) == .extends)
        #expect(begun.history.relation(to: longer.history) == .older)
        #expect(longer.history.relation(to: forked.history) == .fork(after: 1))
        let other = try School(at: Self.day(3))
        #expect(other.history.relation(to: begun.history) == .fork(after: 0))
    }

    @Test("The longest of several that follow each other is followed")
    func extended() throws {
        let begun = try School()
        var longer = begun
        try longer.rotate(at: Self.day(1))
        #expect(KeyHistory.settle([begun.history, longer.history]) == .followed(longer.history))
        #expect(KeyHistory.settle([longer.history, begun.history, longer.history]) == .followed(longer.history))
        #expect(KeyHistory.settle([]) == nil)
    }

    @Test("Two that part by ordinary keys decide nothing")
    func fork() throws {
        let begun = try School()
        var honest = begun
        try honest.rotate(at: Self.day(1))
        let forged = try thief(of: begun)
        #expect(KeyHistory.settle([honest.history, forged.history]) == .fork)
        #expect(KeyHistory.settle([begun.history, forged.history]) == .followed(forged.history))
    }

    @Test("The recovery key decides over a branch that the stolen key began, whatever the dates say")
    func recovery() throws {
        let begun = try School()
        let forged = try thief(of: begun)
        var honest = begun
        try honest.revoke(since: Self.day(50), at: Self.day(60))
        #expect(honest.history.overrules(forged.history))
        #expect(!forged.history.overrules(honest.history))
        #expect(KeyHistory.settle([forged.history, honest.history]) == .followed(honest.history))
        // After an honest rotation, too, and when the thief's branch grows.
        var rotated = begun
        try rotated.rotate(at: Self.day(1))
        try rotated.revoke(since: Self.day(50), successors: [], at: Self.day(60))
        var grown = forged
        try grown.rotate(from: School.stranger, to: School.key("ed25519-10", School.seeded(60)), at: Self.day(3))
        #expect(KeyHistory.settle([grown.history, begun.history, rotated.history]) == .followed(rotated.history))
    }

    @Test("A recovery entry about another key, a rival one, or one of another beginning decides nothing")
    func undecided() throws {
        let begun = try School()
        let forged = try thief(of: begun)
        var elsewhere = begun
        try elsewhere.revoke([School.p256], since: Self.day(50), successors: [], at: Self.day(60))
        #expect(KeyHistory.settle([forged.history, elsewhere.history]) == .fork)
        // Whoever has the recovery key as well can't be told from the school.
        var honest = begun
        try honest.revoke(since: Self.day(50), at: Self.day(60))
        var rival = forged
        try rival.revoke([School.p256], since: Self.day(50), successors: [], at: Self.day(60))
        #expect(KeyHistory.settle([rival.history, honest.history]) == .fork)
        // The thief began anew, and committed to a recovery key of his own.
        let invented = try School(at: Self.day(3))
        #expect(KeyHistory.settle([invented.history, honest.history]) == .fork)
    }
}
