import BadgeDefinitions
import Cryptography
import Encodings
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Learners on a pathway")
struct EnrolmentTests {
    let fixture: PathwayFixture

    init() throws { fixture = try PathwayFixture() }

    @Test("are enrolled once, and see how they stand")
    func enrolling() throws {
        try fixture.award("pelisaannot")
        let first = try #require(try fixture.enrol(fixture.anna).first)
        #expect(first.isNew && first.standing.enrolment.state == .active)
        #expect(first.standing.evaluation.progress.description == "1/2")
        let again = try #require(try fixture.enrol(fixture.anna, fixture.anna).first)
        #expect(!again.isNew && again.standing.enrolment.id == first.standing.enrolment.id)
        #expect(try fixture.states() == [.active])
        #expect(try fixture.events() == ["enrolment.added"])
    }

    @Test("are enrolled all or none, and nobody's name is in the message")
    func unknown() throws {
        try fixture.award("pelisaannot")
        let error = #expect(throws: RegisterError(.personMissing, "")) {
            try fixture.enrol(fixture.anna, "bertta@koulu.example")
        }
        #expect(error?.message.contains("person 2") == true && error?.message.contains("bertta") == false)
        #expect(try fixture.states() == [])
    }

    @Test("leave and come back, but not after the milestone")
    func leaving() throws {
        let keeper = PathwayKeeper(options: [])
        let anna = [try PersonReference(fixture.anna)]
        try fixture.award("pelisaannot")
        #expect(throws: PathwayError(.notEnrolled, "")) {
            try keeper.leave(anna, slug: "alku", in: fixture.register, at: fixture.now)
        }
        try fixture.enrol(fixture.anna)
        let left = try keeper.leave(anna, slug: "alku", in: fixture.register, at: fixture.now)
        #expect(left.map(\.enrolment.state) == [.left])
        #expect(try fixture.enrol(fixture.anna).first?.isNew == true)
        #expect(try fixture.states() == [.left, .active])
        try fixture.award("ajanhallinta")
        try fixture.giveMilestones()
        #expect(throws: RegisterError(.stateTransition, "")) {
            try keeper.leave(anna, slug: "alku", in: fixture.register, at: fixture.now)
        }
    }

    @Test("can't enrol on a draft, nor on a version that was changed since somebody enrolled")
    func frozen() throws {
        try fixture.award("pelisaannot")
        let path = "koulu/badge-definitions/pathways/alku.json"
        let text = try fixture.fixture.scratch.text(path)
        try fixture.fixture.scratch.write(path, text.replacingOccurrences(of: "published", with: "draft"))
        #expect(throws: PathwayError(.notPublished, "")) { try fixture.enrol(fixture.anna) }
        try fixture.fixture.scratch.write(path, text)
        try fixture.enrol(fixture.anna)
        try fixture.fixture.scratch.write(path, text.replacingOccurrences(of: "\"min\": 2", with: "\"min\": 3"))
        #expect(throws: DefinitionError(.frozen, "")) { try fixture.enrol(fixture.anna) }
        // What was promised still holds for those who are on it.
        #expect(try fixture.check().first?.evaluation.progress.of == 2)
    }

    @Test("have only the steps that an enrolment's life has")
    func steps() throws {
        try fixture.award("pelisaannot")
        let id = try #require(try fixture.enrol(fixture.anna).first).standing.enrolment.id
        for state in [Enrolment.State.review, .revoked] {
            #expect(throws: (any Error).self) {
                try fixture.register.write { try $0.changeEnrolment(id, to: state, at: fixture.now) }
            }
        }
        #expect(throws: (any Error).self) {
            try fixture.register.write { try $0.db.execute(sql: "UPDATE pathways SET version = 2") }
        }
        #expect(try fixture.states() == [.active])
    }

    @Test("are in the export of a person, and leave no byte when the person is erased")
    func erasing() throws {
        try fixture.award("pelisaannot")
        try fixture.award("ajanhallinta")
        let id = try #require(try fixture.enrol(fixture.anna).first).standing.enrolment.id
        try fixture.giveMilestones()
        let reference = try PersonReference(fixture.anna)
        let export = try fixture.register.read {
            try PersonExport(of: reference, in: $0, settings: fixture.fixture.workspace.settings, at: fixture.now)
        }
        let text = String(decoding: export.bytes, as: UTF8.self)
        #expect(text.contains(id) && text.contains("\"enrolment_awards\"") && text.contains("\"alku\""))
        _ = try PersonEraser(fixture.fixture.workspace, register: fixture.register).erase([reference], at: fixture.now)
        #expect(try fixture.states() == [])
        for table in ["enrolments", "enrolment_awards", "enrolment_certificates"] {
            let path = fixture.fixture.workspace.registerPath
            #expect(try RawDatabase.text("SELECT count(*) FROM \(table)", at: path) == "0", "\(table)")
        }
        #expect(try fixture.register.read { try $0.awardCount() } == 3)
        #expect(try fixture.register.read { try $0.frozenPathways() }.count == 1)
    }

    @Test("an older register gets the tables")
    func migration() throws {
        let path = fixture.fixture.workspace.registerPath
        try fixture.register.close()
        try FileManager.default.removeItem(atPath: path)
        let older = RegisterSchema(
            steps: [RegisterSchema.version1, RegisterSchema.version2, RegisterSchema.version3])
        try Register.create(at: path, schema: older, now: fixture.now, using: &fixture.fixture.generator).close()
        let register = try Register.open(at: path, readOnly: false)
        #expect(try register.read { try $0.enrolments() } == [])
        #expect(FileManager.default.fileExists(atPath: "\(path).schema-3"))
    }
}
