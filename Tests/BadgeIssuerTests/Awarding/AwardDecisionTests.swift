import BadgeDefinitions
import Encodings
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Awards beside those already given") struct AwardDecisionTests {
    @Test("A higher level takes the lower one's place and revokes nothing; equal and lower are already had")
    func levels() throws {
        let fixture = try AwardFixture()
        let low = try fixture.award([.to("a@example.org", level: "2")]).rows[0]
        #expect(low.reason == .new)
        let high = try fixture.award([.to("a@example.org", level: "3", date: "30.5.2026")]).rows[0]
        #expect(high.outcome == .awarded && high.reason == .higherLevel && high.supersededID == low.credentialID)
        for level in ["2", "3"] {
            let row = try fixture.award([.to("a@example.org", level: level, date: "1.6.2026")]).rows[0]
            #expect(row.outcome == .alreadyHad && row.credentialID == high.credentialID)
            #expect(row.code == "award.already-had")
        }
        let awards = try fixture.awards()
        #expect(awards.map(\.state) == [.superseded, .issued])
        #expect(awards[0].supersededBy == awards[1].id)
    }

    @Test("An award is renewed from 60 days before its end, and the same list again renews nothing")
    func renewal() throws {
        let fixture = try AwardFixture(
            changes: [("validityMonths", 12)], made: try Timestamp(rfc3339: "2026-05-01T10:00:00Z"))
        func award(on date: String, at instant: String, level: String? = nil) throws -> AwardReport.Row {
            let now = try Timestamp(rfc3339: instant)
            return try fixture.award([.to("a@example.org", level: level, date: date)], at: now).rows[0]
        }
        let first = try award(on: "29.5.2026", at: "2026-05-29T10:00:00Z")
        // It ends on 2027-05-29; sixty days before is 2027-03-30.
        #expect(try award(on: "29.3.2027", at: "2027-03-29T10:00:00Z").outcome == .alreadyHad)
        #expect(try award(on: "29.5.2026", at: "2027-03-30T10:00:00Z").outcome == .alreadyHad)
        let renewed = try award(on: "30.3.2027", at: "2027-03-30T10:00:00Z")
        #expect(renewed.reason == .renewal && renewed.supersededID == first.credentialID)
        #expect(try award(on: "30.3.2027", at: "2027-03-31T10:00:00Z").outcome == .alreadyHad)
        // Long expired: again, and at a lower level, too.
        let late = try award(on: "1.6.2029", at: "2029-06-01T10:00:00Z")
        #expect(late.reason == .renewal && late.supersededID == renewed.credentialID)
        #expect(try award(on: "1.6.2026", at: "2029-06-01T10:00:00Z").code == "award.out-of-date")
    }

    @Test("What was revoked isn't given again, dated or not, unless forced; another day's award is another one")
    func revoked() throws {
        let fixture = try AwardFixture()
        let first = try fixture.award([.to("a@example.org")]).rows[0]
        try fixture.register.write {
            try $0.changeState(of: first.credentialID ?? "", to: .revoked, reason: "error", at: AwardFixture.now)
        }
        let again = try fixture.award([.to("a@example.org")]).rows[0]
        #expect(again.outcome == .revokedBefore && again.code == "award.revoked-before")
        #expect(again.credentialID == first.credentialID)
        #expect(try fixture.award([.to("a@example.org", date: nil)]).rows[0].outcome == .revokedBefore)
        #expect(try fixture.awards().count == 1)
        #expect(try fixture.award([.to("a@example.org", date: "30.5.2026")]).rows[0].outcome == .awarded)
        let other = try AwardFixture()
        let given = try other.award([.to("a@example.org")]).rows[0]
        try other.register.write {
            try $0.changeState(of: given.credentialID ?? "", to: .revoked, reason: "error", at: AwardFixture.now)
        }
        #expect(try other.award([.to("a@example.org")]) { $0.force = true }.rows[0].outcome == .awarded)
    }

    @Test("A repeatable badge is given again on another day, and not twice for the same one")
    func repeatable() throws {
        let fixture = try AwardFixture(changes: [("repeatable", true)])
        try fixture.award([.to("a@example.org")])
        #expect(try fixture.award([.to("a@example.org")]).rows[0].outcome == .alreadyHad)
        let again = try fixture.award([.to("a@example.org", date: "30.5.2026")]).rows[0]
        #expect(again.outcome == .awarded && again.reason == .again && again.supersededID == nil)
        #expect(try fixture.awards().map(\.state) == [.issued, .issued])
    }

    @Test("Another award on the same file is warned of, in the list and in the register; a class's own file once")
    func sameEvidence() throws {
        let fixture = try AwardFixture()
        func request(_ email: String, _ file: String) throws -> AwardRequest {
            var request = try AwardRequest.to(email)
            request.evidence = [AwardEvidence.file(Array(file.utf8))]
            return request
        }
        let report = try fixture.award([request("a@example.org", "one"), request("b@example.org", "one")])
        #expect(report.rows.map { $0.findings.map(\.code) } == [[], [.sameEvidence]])
        #expect(report.count(.awarded) == 2 && !report.hasRefusals)
        let later = try fixture.award([request("c@example.org", "one"), request("d@example.org", "two")])
        #expect(later.rows.map { $0.findings.map(\.code) } == [[.sameEvidence], []])
        let bare = try ["e@example.org", "f@example.org"].map { try AwardRequest.to($0, evidence: "") }
        let common = try fixture.award(bare) { $0.defaults.evidence = [AwardEvidence.file(Array("three".utf8))] }
        #expect(common.findings.map(\.code) == [.sameEvidence])
        #expect(common.rows.map(\.findings.count) == [0, 0])
        // A higher level on the same folder of work is no second award on it.
        let raised = try AwardFixture()
        var low = try AwardRequest.to("a@example.org", level: "2")
        low.evidence = [AwardEvidence.file(Array("one".utf8))]
        try raised.award([low])
        low.level = "3"
        #expect(try raised.award([low]).rows[0].findings.isEmpty)
    }
}

@Suite("Whose a row is") struct AwardPersonTests {
    private let evidence = "https://example.org/1"

    @Test("Without an identifier two of one name are both refused; a unique one gets a passport number")
    func namesakes() throws {
        let fixture = try AwardFixture()
        let csv = "nimi;näyttö\nVenla Virtanen;\(evidence)\n venla  VIRTANEN ;\(evidence)\nSiiri Öst;\(evidence)\n"
        let report = try fixture.award(csv: csv) { $0.skipsInvalid = true }
        #expect(report.rows.map(\.code) == ["row.namesake", "row.namesake", "award.new"])
        #expect(report.rows[2].passportNumber != nil && report.rows[2].isNewPerson)
        // The same person by name, however it is typed; composed or not.
        let again = try fixture.award([.named("siiri o\u{308}st")]).rows[0]
        #expect(again.outcome == .alreadyHad && again.personID == report.rows[2].personID)
    }

    @Test("Namesakes in the register are refused until an id stands there")
    func namesakesInRegister() throws {
        let fixture = try AwardFixture()
        var numbers: [PassportNumber] = []
        for _ in 0..<2 {
            var generator = SeededGenerator(seed: UInt64(numbers.count + 1))
            let person = try fixture.register.write {
                try $0.insertPerson(PersonDetails(name: "Venla Virtanen"), at: AwardFixture.now, using: &generator)
            }
            numbers.append(person.passportNumber)
        }
        #expect(try fixture.award([.named("Venla Virtanen")]).rows[0].code == "row.namesake")
        var request = try AwardRequest.named("Venla Virtanen")
        request.recipient.passportNumber = numbers[1]
        let row = try fixture.award([request]).rows[0]
        #expect(row.outcome == .awarded && row.passportNumber == numbers[1])
        #expect(try fixture.personCount() == 2)
    }

    @Test("A name with an address isn't a namesake's, and one without is when another row has the name")
    func namesakeWithAddress() throws {
        let fixture = try AwardFixture()
        let csv = """
            email;nimi;näyttö
            a@example.org;Venla Virtanen;\(evidence)
            b@example.org;Venla Virtanen;\(evidence)
            ;Venla Virtanen;\(evidence)
            """
        let report = try fixture.award(csv: csv) { $0.skipsInvalid = true }
        #expect(report.rows.map(\.outcome) == [.awarded, .awarded, .refused])
    }

    @Test("Passport number, student id and email find the same person, and complete what is missing")
    func identifiers() throws {
        let fixture = try AwardFixture(changes: [("repeatable", true)])
        let first = try fixture.award(csv: "student id;näyttö;date\ns1;\(evidence);1.5.2026").rows[0]
        let number = try #require(first.passportNumber)
        let csv = "passport number;email;näyttö;date\n\(number);A@example.org;\(evidence);2.5.2026"
        #expect(try fixture.award(csv: csv).rows[0].personID == first.personID)
        let third = try fixture.award(csv: "email;näyttö;date\na@EXAMPLE.org;\(evidence);3.5.2026").rows[0]
        #expect(third.personID == first.personID && !third.isNewPerson)
        let person = try fixture.register.read { try $0.person(.studentID("s1")) }
        #expect(person?.email == "a@example.org")
        #expect(try fixture.personCount() == 1 && fixture.awards().count == 3)
    }

    @Test("Identifiers of different people, or against what is known, are refused")
    func conflicts() throws {
        let fixture = try AwardFixture()
        let csv = "email;student id;näyttö\na@example.org;s1;\(evidence)\nb@example.org;s2;\(evidence)"
        try #expect(fixture.award(csv: csv).count(.awarded) == 2)
        for row in ["a@example.org;s2", "c@example.org;s1", "a@example.org;s3"] {
            let report = try fixture.award(csv: "email;student id;näyttö\n\(row);\(evidence)")
            #expect(report.rows.map(\.code) == ["row.identifier-conflict"], "\(row)")
        }
        let inFile = "email;student id;näyttö\nx@example.org;t1;\(evidence)\nx@example.org;t2;\(evidence)"
        #expect(try fixture.award(csv: inFile).rows.map(\.code) == ["award.new", "row.identifier-conflict"])
        #expect(try fixture.personCount() == 2, "nothing was awarded of a list with refusals")
    }

    @Test("The same learner twice in a list: the same row again is already had, another one is refused")
    func repeated() throws {
        let fixture = try AwardFixture()
        let same = "email;level;näyttö\na@example.org;2;\(evidence)\nA@example.org;2;\(evidence)"
        #expect(try fixture.award(csv: same).rows.map(\.outcome) == [.awarded, .alreadyHad])
        let other = "email;level;näyttö\nb@example.org;2;\(evidence)\nb@example.org;3;\(evidence)"
        #expect(try fixture.award(csv: other).rows.map(\.code) == ["award.new", "row.repeated"])
        #expect(try fixture.awards().count == 1)
    }

    @Test("A single award goes to an address, a DID, a passport number or a known person")
    func to() throws {
        let fixture = try AwardFixture(changes: [("repeatable", true)])
        func award(_ recipient: AwardRequest.Recipient, _ day: Int) throws -> AwardReport.Row {
            var request = try AwardRequest.to("", date: "\(day).5.2026")
            request.recipient = recipient
            return try fixture.award([request]).rows[0]
        }
        let first = try award(.init(to: "Aino@Example.org"), 1)
        #expect(
            try award(.init(to: first.passportNumber?.description.lowercased() ?? ""), 2).personID == first.personID)
        #expect(try award(.init(personID: first.personID), 3).personID == first.personID)
        let key = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
        let other = try award(.init(to: key), 4)
        #expect(try fixture.credential(other.credentialID)["credentialSubject"]?["id"] == .string(key))
        #expect(try award(.init(personID: "nobody"), 5).code == "row.learner")
        #expect(throws: AwardError(.email, "")) { try AwardRequest.Recipient(to: "a@b") }
        #expect(throws: AwardError(.passportNumber, "")) { try AwardRequest.Recipient(to: "Aino Virtanen") }
        #expect(try award(.init(), 6).code == "row.nobody")
    }
}
