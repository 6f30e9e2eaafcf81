import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("The list of what was signed before a theft") struct IssuanceListTests {
    private typealias School = SchoolHistory
    private static let day = SchoolHistory.day
    private static let theft = SchoolHistory.day(90)

    private static func digest(_ number: Int) -> [UInt8] { SHA256.hash(Array("\(number)".utf8)) }

    private func robbed() throws -> SchoolHistory {
        var school = try School()
        try school.revoke(since: Self.theft, at: Self.day(100))
        return school
    }

    private func list(
        _ digests: [[UInt8]] = (0..<50).map(digest), by signer: SigningKey = School.second, issuer: String = School.did,
        key: String = School.first.verificationMethod, before: Timestamp = theft
    ) throws -> IssuanceList {
        try IssuanceList(
            parsing: IssuanceList.file(
                issuer: issuer, key: key, before: before, asOf: Self.day(100), digests: digests, signer: signer))
    }

    @Test("It has what was put in, whatever the order, and nothing else")
    func contents() throws {
        let list = try list((0..<50).shuffled().map(Self.digest) + [Self.digest(1)])
        #expect(list.count == 50)
        #expect((0..<50).allSatisfy { list.contains(Self.digest($0)) })
        #expect(!(50..<200).contains { list.contains(Self.digest($0)) })
        #expect(try !self.list([]).contains(Self.digest(0)))
        #expect(list.before == Self.theft && list.asOf == Self.day(100))
    }

    @Test("It counts when a key signed it that came after the theft or outlived it")
    func genuine() throws {
        #expect(try list().isGenuine(in: robbed().history))
        var older = try School()
        var step = KeyHistory.Step(.added)
        step.keys = [School.stranger]
        try older.add(step, at: Self.day(1))
        try older.revoke(since: Self.theft, successors: [], at: Self.day(100))
        #expect(try list(by: School.stranger).isGenuine(in: older.history))
        // Rotated away in good order later, it remains good.
        var later = try robbed()
        try later.rotate(from: School.second, to: School.stranger, at: Self.day(120))
        #expect(try list().isGenuine(in: later.history))
    }

    @Test(
        "It counts for nothing by the thief's, a stranger's, the checkpoint or an earlier key, or about another thing")
    func notGenuine() throws {
        let school = try robbed()
        for signer in [School.first, School.stranger, School.checkpoint] {
            #expect(try !list(by: signer).isGenuine(in: school.history))
        }
        #expect(try !list(issuer: "did:web:other.example").isGenuine(in: school.history))
        #expect(try !list(key: School.p256.verificationMethod).isGenuine(in: school.history))
        #expect(try !list(before: Self.day(95)).isGenuine(in: school.history))
        // The successor was stolen later: a thief may have made the list.
        var again = school
        try again.revoke(
            [School.second], since: Self.day(110), successors: [School.stranger], at: Self.day(120), next: 7)
        #expect(try !list().isGenuine(in: again.history))
        // A key that had retired before lay about unguarded.
        var retired = try School()
        try retired.rotate(at: Self.day(1))
        try retired.revoke([School.p256], since: Self.theft, successors: [], at: Self.day(100))
        #expect(
            try !list(by: School.first, key: School.p256.verificationMethod).isGenuine(in: retired.history))
        #expect(
            try list(by: School.second, key: School.p256.verificationMethod).isGenuine(in: retired.history))
    }

    @Test("One changed byte, another order or another format isn't read or doesn't count")
    func changed() throws {
        let bytes = try IssuanceList.file(
            issuer: School.did, key: School.first.verificationMethod, before: Self.theft, asOf: Self.day(100),
            digests: (0..<3).map(Self.digest), signer: School.second)
        let object = try #require(try JSONParser.parse(bytes).objectValue)
        func read(_ change: (inout JSONObject) -> Void) throws -> IssuanceList {
            var changed = object
            change(&changed)
            return try IssuanceList(parsing: JSONWriter.compact(.object(changed)))
        }
        let signatures = try #require(object["signatures"]?.arrayValue)
        for value in [
            JSONValue.array(signatures.reversed()), .array(signatures + [signatures[2]]), ["x"], [1], "x", nil,
        ] {
            #expect(throws: KeyHistoryError(.issuanceList, "")) { try read { $0["signatures"] = value } }
        }
        #expect(throws: KeyHistoryError(.issuanceList, "")) { try read { $0["format"] = "passport.issuance-list/2" } }
        #expect(throws: KeyHistoryError(.issuanceList, "")) { try read { $0["before"] = "then" } }
        let history = try robbed().history
        #expect(try read { _ in }.isGenuine(in: history))
        #expect(try !read { $0["signatures"] = .array(Array(signatures.prefix(2))) }.isGenuine(in: history))
        #expect(try !read { $0["before"] = "2026-03-30T00:00:00Z" }.isGenuine(in: history))
        #expect(try !read { $0["proof"] = nil }.isGenuine(in: history))
    }
}
