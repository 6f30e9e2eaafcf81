import BadgeDefinitions
import Encodings
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Taking applications in") struct ApplicationIntakeTests {
    private func code(_ receipt: ApplicationReceipt) -> String? { receipt.refusal?.codeText }

    @Test("an application is recorded with its applicant, and the same file twice changes nothing")
    func once() throws {
        let fixture = try ApplicationFixture()
        let application = try ApplicationFixture.application()
        let receipt = try #require(try fixture.take(application).first)
        guard case .recorded = receipt.outcome else {
            Issue.record("\(receipt.outcome)")
            return
        }
        #expect(receipt.newPassportNumber != nil)
        let record = try #require(try fixture.record(application))
        #expect(record.state == .submitted && record.revision == 1)
        #expect(record.newest?.application == application)
        let person = try #require(try fixture.register.read { try $0.person(.email("anna@example.org")) })
        #expect(record.personID == person.id)
        #expect(person.name == "Anna Aalto")

        let audit = try fixture.award.auditCount()
        let again = try #require(try fixture.take(application).first)
        #expect(again.json["outcome"] == "unchanged")
        #expect(again.newPassportNumber == nil)
        #expect(try fixture.record(application) == record)
        #expect(try fixture.award.auditCount() == audit)
    }

    @Test("an applicant whom the register knows stays who they are there")
    func known() throws {
        let fixture = try ApplicationFixture()
        var generator = SeededGenerator(seed: 3)
        let anna = try fixture.register.write { transaction in
            try transaction.insertPerson(
                PersonDetails(name: "Aalto Anna", email: "anna@example.org"), at: ApplicationFixture.now,
                using: &generator)
        }
        let application = try ApplicationFixture.application()
        #expect(try fixture.take(application).first?.newPassportNumber == nil)
        #expect(try fixture.record(application)?.personID == anna.id)
        #expect(try fixture.register.read { try $0.person(.id(anna.id)) }?.name == "Aalto Anna")
        #expect(try fixture.award.personCount() == 1)
    }

    @Test("a file that came along is compared with the digests, also when it comes later")
    func compared() throws {
        let fixture = try ApplicationFixture()
        let application = try ApplicationFixture.application()
        #expect(try fixture.take(application, evidence: [Array("x".utf8)]).first?.compared == [])
        #expect(try fixture.record(application)?.newest?.compared == [])
        #expect(try fixture.take(application, evidence: [ApplicationFixture.evidence]).first?.compared == [1])
        #expect(try fixture.record(application)?.newest?.compared == [1])
        try fixture.take(application)
        #expect(try fixture.record(application)?.newest?.compared == [1], "what was seen stays seen")
    }

    @Test(
        "what can't be applied for is refused, and nothing of it is kept",
        arguments: [
            ([("badge", "timityo")], "definition.unknown-reference"),
            ([("badgeBase", "https://other.example/badges/")], "definition.unknown-reference"),
            ([("level", 1)], "award.level"), ([("level", 4)], "award.level"),
            ([("applicant", ["passportNumber": "0000-0000-0000-0"])], "row.passport-number"),
        ] as [([(String, JSONValue?)], String)])
    func refused(changes: [(String, JSONValue?)], code: String) throws {
        let fixture = try ApplicationFixture()
        let before = try fixture.award.auditCount()
        let receipt = try #require(try fixture.take(ApplicationFixture.application(changes)).first)
        #expect(self.code(receipt) == code)
        #expect(try fixture.award.personCount() == 0)
        #expect(try fixture.award.auditCount() == before)
    }

    @Test("a badge that is retired or a draft can't be applied for")
    func unpublished() throws {
        let fixture = try ApplicationFixture()
        let path = "badge-definitions/tiimityo.json"
        let text = try fixture.award.scratch.text(path)
        try fixture.award.scratch.write(
            path, text.replacing("\"status\": \"published\"", with: "\"status\": \"draft\""))
        #expect(code(try #require(try fixture.take(ApplicationFixture.application()).first)) == "award.not-published")
    }

    @Test("a refused one hinders no other")
    func together() throws {
        let fixture = try ApplicationFixture()
        let receipts = try fixture.take(
            ApplicationFixture.application(id: 1), ApplicationFixture.application(id: 2, [("badge", "nothing")]),
            ApplicationFixture.application(id: 3, email: "bo@example.org"))
        #expect(receipts.map { $0.json["outcome"]?.stringValue } == ["recorded", "refused", "recorded"])
        #expect(try fixture.award.personCount() == 2)
    }

    @Test("a returned application comes back mended; in any other state it can't be changed")
    func resubmitted() throws {
        let fixture = try ApplicationFixture()
        let first = try ApplicationFixture.application()
        let second = try ApplicationFixture.application([("text", "Mended.")])
        let third = try ApplicationFixture.application([("text", "Mended twice.")])
        try fixture.take(first)
        #expect(code(try #require(try fixture.take(second).first)) == "state.transition", "it is being assessed")
        try fixture.decide(.return, first)
        #expect(try fixture.take(first).first?.json["outcome"] == "unchanged", "nothing was mended")
        #expect(try fixture.record(first)?.state == .returned)
        #expect(try fixture.take(second).first?.json["outcome"] == "resubmitted")
        let record = try #require(try fixture.record(first))
        #expect(record.state == .submitted && record.revision == 2)
        #expect(record.submissions.map(\.application.text) == [first.text, "Mended."])
        #expect(record.submissions.map(\.reason) == ["Kerro lisää.", nil])
        #expect(try fixture.take(first).first?.json["outcome"] == "unchanged", "an old version comes to nothing")
        #expect(try fixture.record(first) == record)
        for step in [ApplicationDecider.Step.reject, .withdraw] {
            let other = try ApplicationFixture.application(id: step == .reject ? 8 : 9)
            try fixture.take(other)
            try fixture.decide(step, other)
            let mended = try ApplicationFixture.application(
                id: step == .reject ? 8 : 9, [("text", "Once more.")])
            #expect(code(try #require(try fixture.take(mended).first)) == "state.transition")
        }
        try fixture.approve(try fixture.approval(second))
        #expect(code(try #require(try fixture.take(third).first)) == "state.transition")
    }

    @Test("nobody else can hand in an application under an id that is taken")
    func taken() throws {
        let fixture = try ApplicationFixture()
        let application = try ApplicationFixture.application()
        try fixture.take(application)
        try fixture.decide(.return, application)
        let foreign = try ApplicationFixture.application(email: "eve@example.org", [("text", "Mine now.")])
        #expect(code(try #require(try fixture.take(foreign).first)) == "application.id-taken")
        #expect(try fixture.record(application)?.newest?.application == application)
        #expect(try fixture.award.personCount() == 1)
    }

    @Test("ten thousand come in at once and are listed in their order")
    func many() throws {
        let fixture = try ApplicationFixture()
        let base = try ApplicationFixture.application()
        let items = (0..<10_000).map { number in
            let digits = String(number)
            return ApplicationIntake.Item(
                source: "\(number).json",
                application: BadgeApplication(
                    id: "urn:uuid:00000000-0000-4000-8000-"
                        + String(repeating: "0", count: 12 - digits.count) + digits,
                    slug: base.slug, applicant: .init(.email("learner\(number % 700)@example.org")), text: base.text,
                    evidence: base.evidence, language: "fi", submittedOn: base.submittedOn))
        }
        let receipts = try ApplicationIntake(fixture.register, catalogue: try fixture.catalogue)
            .take(items, at: ApplicationFixture.now)
        #expect(receipts.count { $0.refusal == nil } == 10_000)
        var count = 0
        var isInOrder = true
        try fixture.register.read { reader in
            try reader.forEachApplication(ApplicationFilter(state: .submitted, slug: "tiimityo")) { record in
                isInOrder = isInOrder && record.id == items[count].application.id
                count += 1
            }
        }
        #expect(count == 10_000 && isInOrder)
        #expect(try fixture.award.personCount() == 700)
    }
}
