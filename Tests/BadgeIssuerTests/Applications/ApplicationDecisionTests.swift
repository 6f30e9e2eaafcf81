import BadgeDefinitions
import Cryptography
import Encodings
import GRDB
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Deciding on applications") struct ApplicationDecisionTests {
    private func submitted(_ fixture: ApplicationFixture) throws -> BadgeApplication {
        let application = try ApplicationFixture.application()
        try fixture.take(application)
        return application
    }

    @Test("approving awards the badge with the application's level and evidence, and closes it")
    func approve() throws {
        let fixture = try ApplicationFixture()
        let application = try submitted(fixture)
        let report = try fixture.approve(
            try fixture.approval(application), AwardRequest(hours: DecimalHundredths("30"), narrative: "Johti työtä."))
        let row = try #require(report.rows.first)
        #expect(row.outcome == .awarded)
        let record = try #require(try fixture.record(application))
        #expect(record.state == .approved && record.award == row.credentialID && record.decidedBy == "staff-7")
        let award = try #require(try fixture.award.awards().first)
        #expect(award.personID == record.personID && award.level == 2 && award.issuedBy == "staff-7")
        #expect(award.evidence.map(\.url) == ["https://portfolio.example.org/kahvila", nil, nil])
        #expect(award.evidence[1].sha256 == SHA256.hash(ApplicationFixture.evidence))
        #expect(award.narrative == "Johti työtä.")
        let credential = jsonText(try fixture.award.credential(row.credentialID))
        #expect(!credential.contains("Järjestimme"), "what the learner wrote stays out of the badge")
        #expect(try fixture.register.read { try $0.verifyAuditChain() }.isConsistent)
    }

    @Test("the assessor's own level and evidence take precedence or come besides")
    func assessor() throws {
        let fixture = try ApplicationFixture()
        let application = try submitted(fixture)
        let seen = AwardEvidence(kind: .observation, title: "Nähty työssä", source: .none)
        try fixture.approve(try fixture.approval(application), AwardRequest(level: "3", evidence: [seen]))
        let award = try #require(try fixture.award.awards().first)
        #expect(award.level == 3)
        #expect(award.evidence.count == 4 && award.evidence.last?.name == "Nähty työssä")
    }

    @Test("what awarding refuses leaves the application as it was")
    func refusedAward() throws {
        let fixture = try ApplicationFixture()
        let application = try ApplicationFixture.application([("evidence", [])])
        try fixture.take(application)
        let report = try fixture.approve(try fixture.approval(application))
        #expect(report.rows.first?.code == "award.evidence")
        #expect(try fixture.record(application)?.state == .submitted)
        #expect(try fixture.award.awards().isEmpty)
    }

    @Test("when our own verifier refuses the badge, there is neither award nor approval")
    func selfCheck() throws {
        let fixture = try ApplicationFixture()
        let application = try submitted(fixture)
        #expect(throws: AwardError(.selfCheck, "")) {
            try fixture.approve(
                try fixture.approval(application), judge: { _ in AwardRefusal(code: "proof", message: "No.") })
        }
        #expect(try fixture.record(application)?.state == .submitted)
        #expect(try fixture.award.awards().isEmpty)
    }

    @Test("when the application can't be closed, the award isn't made either")
    func closedMeanwhile() throws {
        let fixture = try ApplicationFixture()
        let application = try submitted(fixture)
        let approval = try fixture.approval(application)
        try fixture.decide(.reject, application, by: "staff-8")
        #expect(throws: RegisterError(.stateTransition, "")) { try fixture.approve(approval) }
        #expect(try fixture.award.awards().isEmpty)
        #expect(try fixture.record(application)?.state == .rejected)

        let other = try ApplicationFixture.application(id: 2)
        try fixture.take(other)
        let old = try fixture.approval(other)
        try fixture.decide(.return, other)
        try fixture.take(try ApplicationFixture.application(id: 2, [("text", "Other words.")]))
        #expect(throws: RegisterError(.stateTransition, "")) { try fixture.approve(old) }
        #expect(try fixture.award.awards().isEmpty, "the assessor has not seen these words")
    }

    @Test("a learner who has the badge gets no second one, and the application is closed with the one there is")
    func alreadyHad() throws {
        let fixture = try ApplicationFixture()
        let given = try fixture.award.award([try .to("anna@example.org")]).rows[0].credentialID
        let application = try submitted(fixture)
        let approval = try fixture.approval(application)
        let report = try fixture.approve(approval)
        let row = try #require(report.rows.first)
        #expect(row.outcome == .alreadyHad && row.credentialID == given)
        try fixture.register.write { try approval.close(with: row, in: $0, at: ApplicationFixture.now) }
        let record = try #require(try fixture.record(application))
        #expect(record.state == .approved && record.award == given)
        #expect(try fixture.award.awards().count == 1)
    }

    @Test("a badge that was revoked before doesn't come back by an application")
    func revokedBefore() throws {
        let fixture = try ApplicationFixture()
        let given = try #require(try fixture.award.award([try .to("anna@example.org")]).rows[0].credentialID)
        try fixture.register.write {
            try $0.changeState(of: given, to: .revoked, reason: "error", at: ApplicationFixture.now)
        }
        let application = try submitted(fixture)
        #expect(try fixture.approve(try fixture.approval(application)).rows.first?.outcome == .revokedBefore)
        #expect(try fixture.record(application)?.state == .submitted)
        let forced = try fixture.approve(try fixture.approval(application), configure: { $0.force = true })
        #expect(forced.rows.first?.outcome == .awarded)
    }

    /// Every step from every state: the life cycle says which are there.
    @Test("only the steps of its life are possible", arguments: ApplicationState.allCases)
    func lifeCycle(state: ApplicationState) throws {
        for step in ApplicationDecider.Step.allCases {
            let fixture = try ApplicationFixture()
            let application = try submitted(fixture)
            switch state {
            case .submitted: break
            case .returned: try fixture.decide(.return, application)
            case .rejected: try fixture.decide(.reject, application)
            case .withdrawn: try fixture.decide(.withdraw, application)
            case .approved: try fixture.approve(try fixture.approval(application))
            }
            let isPossible = state == .submitted || (state == .returned && step == .withdraw)
            let before = try fixture.record(application)
            if isPossible {
                #expect(try fixture.decide(step, application).state == step.goal)
            } else {
                #expect(throws: RegisterError(.stateTransition, "")) { try fixture.decide(step, application) }
                #expect(try fixture.record(application) == before)
            }
            if state != .submitted, !isPossible {
                #expect(throws: RegisterError(.stateTransition, "")) { try fixture.approval(application) }
            }
        }
    }

    @Test("the register itself refuses a step that isn't there")
    func trigger() throws {
        let fixture = try ApplicationFixture()
        let application = try submitted(fixture)
        let record = try fixture.decide(.reject, application)
        #expect(throws: RegisterError(.stateTransition, "")) {
            try fixture.register.write {
                try $0.changeApplication(record, to: .submitted, by: nil, at: ApplicationFixture.now)
            }
        }
        let other = try ApplicationFixture.application(id: 2)
        try fixture.take(other)
        let open = try #require(try fixture.record(other))
        #expect(throws: RegisterError(.constraint, ""), "approved without an award") {
            try fixture.register.write {
                try $0.changeApplication(open, to: .approved, by: "staff-7", at: ApplicationFixture.now)
            }
        }
    }

    @Test(
        "nobody decides on their own application",
        arguments: ["anna@example.org", " ANNA@example.org", "person", "number", "did:key:z6MkAnna"])
    func own(who: String) throws {
        let fixture = try ApplicationFixture()
        var generator = SeededGenerator(seed: 5)
        let person = try fixture.register.write { transaction in
            try transaction.insertPerson(
                PersonDetails(email: "anna@example.org", did: "did:key:z6MkAnna"), at: ApplicationFixture.now,
                using: &generator)
        }
        let application = try submitted(fixture)
        let reference = who == "person" ? person.id : who == "number" ? person.passportNumber.description : who
        let error = try #require(throws: ApplicationError.self) { try fixture.approval(application, by: reference) }
        #expect(error.code == .right)
        #expect(!error.message.contains("anna"))
        #expect(throws: ApplicationError(.right, "")) { try fixture.decide(.reject, application, by: reference) }
        #expect(try fixture.record(application)?.state == .submitted)
        #expect(try fixture.decide(.withdraw, application, by: nil, reason: nil).state == .withdrawn)
    }

    @Test("a reference that could be a name is refused before anything is written")
    func reference() throws {
        let fixture = try ApplicationFixture()
        let application = try submitted(fixture)
        #expect(throws: RegisterError(.auditReference, "")) {
            try fixture.decide(.reject, application, by: "Maija Meikäläinen")
        }
        #expect(try fixture.record(application)?.state == .submitted)
    }

    @Test("a reason with an identity code, or a book of one, is refused")
    func reasons() {
        #expect(throws: AwardError(.identityCode, "")) {
            try ApplicationDecider(.reject, by: "staff-7", reason: "hetu 010203A9987")
        }
        #expect(throws: ApplicationError(.textLimit, "")) {
            try ApplicationDecider(.reject, by: "staff-7", reason: String(repeating: "x", count: 5001))
        }
    }

    @Test("the audit trail tells of each step with ids alone")
    func audit() throws {
        let fixture = try ApplicationFixture()
        let application = try submitted(fixture)
        try fixture.decide(.return, application)
        try fixture.take(try ApplicationFixture.application([("text", "Mended.")]))
        try fixture.approve(try fixture.approval(application))
        let path = fixture.award.scratch.path(of: "register.sqlite")
        let entries = try #require(
            try RawDatabase.text("SELECT group_concat(CAST(json AS TEXT), char(10)) FROM audit_entries", at: path))
        for event in ["submitted", "returned", "approved"] { #expect(entries.contains("application.\(event)")) }
        #expect(entries.contains(application.id))
        for word in ["anna", "Aalto", "Kerro", "Mended", "staff-7"] { #expect(!entries.contains(word)) }
    }

    @Test("erasing the person leaves the id and the state, and not a word in any byte")
    func erasure() throws {
        let fixture = try ApplicationFixture()
        let application = try ApplicationFixture.application([("text", "Salaisuus: kissankello.")])
        let other = try ApplicationFixture.application(id: 2, email: "bo@example.org")
        try fixture.take(application, other)
        try fixture.decide(.reject, application, reason: "Perustelu: vuorokausirytmi.")
        try fixture.register.close()
        let path = fixture.award.scratch.path(of: "register.sqlite")
        for word in ["kissankello", "vuorokausirytmi"] {
            #expect(try fixture.award.lastingBytes().contains(Array(word.utf8)), "the search finds what is there")
        }
        try RawDatabase.executeErasing(
            """
            DELETE FROM persons WHERE number = (SELECT person FROM identifiers WHERE value = 'anna@example.org')
            """, at: path)
        for word in ["kissankello", "vuorokausirytmi", "anna@example.org"] {
            #expect(try !fixture.award.lastingBytes().contains(Array(word.utf8)), "\(word)")
        }
        let register = try Register.open(at: path, readOnly: false)
        let record = try #require(try register.read { try $0.application(application.id) })
        #expect(record.state == .rejected && record.personID == nil && record.submissions.isEmpty)
        #expect(record.decidedBy == nil)
        #expect(try register.read { try $0.application(other.id) }?.newest?.application == other)
        #expect(throws: AwardError(.erasedPerson, "")) {
            let receipts = try ApplicationIntake(
                register, catalogue: try DefinitionCatalogue(fixture.workspace, register: register)
            )
            .take([.init(source: "x", application: other.renamed(application.id))], at: ApplicationFixture.now)
            if let error = receipts[0].refusal { throw error }
        }
    }

    @Test("a register of the first schema is brought up to date, and keeps what it has")
    func migration() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path(of: "register.sqlite")
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try RegisterSchema(steps: [RegisterSchema.version1]).create(in: db) {
                try db.execute(
                    sql: """
                        INSERT INTO persons (id, passport_number, created_at, changed_at)
                        VALUES ('00000000-0000-4000-8000-000000000001', '7K2M-9QXT-41VB-8', 0, 0)
                        """)
            }
        }
        try queue.close()
        let register = try Register.open(at: path, readOnly: false)
        #expect(try register.read { try $0.personCount() } == 1)
        try register.read { reader in try reader.forEachApplication { _ in } }
        #expect(try RawDatabase.text("PRAGMA user_version", at: path) == "\(RegisterSchema.current.version)")
    }
}

extension BadgeApplication {
    fileprivate func renamed(_ id: String) throws -> BadgeApplication {
        BadgeApplication(
            id: id, slug: slug, applicant: applicant, level: level, text: "Other.", evidence: evidence,
            language: language, submittedOn: submittedOn)
    }
}

extension AuditResult {
    fileprivate var isConsistent: Bool { if case .consistent = self { true } else { false } }
}
