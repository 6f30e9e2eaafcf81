import BadgeIssuer
import Encodings
import Foundation
import TestSupport
import Testing

extension FaultTests {
    private static func register(of school: School) throws -> Register {
        try Register.open(at: school.folder.path(of: "school/register.sqlite"), readOnly: false)
    }

    @Test("an award waits for another command that writes, and completes after it")
    func locked() async throws {
        let award = try AwardedClass(size: 3)
        let register = try Self.register(of: award.school)
        let (held, hold) = AsyncStream.makeStream(of: Void.self)
        let other = Thread {
            // Holds the write lock while the program starts and asks for it.
            try? register.write { _ in
                hold.finish()
                Thread.sleep(forTimeInterval: 1)
            }
        }
        other.start()
        for await _ in held {}
        let run = try award.run()
        #expect(run.status == 0, "\(run.stderr)")
        try register.close()
        #expect(try award.gaps() == [])
    }

    /// A school whose register has an entry of a day to come.
    private func aheadSchool() throws -> School {
        let school = try School()
        let register = try Self.register(of: school)
        var generator = SeededGenerator(seed: 1)
        let later = try Timestamp(rfc3339: "2099-01-02T03:04:05Z")
        try register.write {
            try $0.appendAudit(.sitePublished, subjects: [School.issuer], at: later, using: &generator)
        }
        try register.close()
        return school
    }

    @Test("with a clock behind the register's newest entry nothing is signed, unless it is said to be right")
    func clockSetBack() throws {
        let school = try aheadSchool()
        let before = try school.contents()
        let award = ["award", "tiimityo", "--to", "anna@example.org", "--evidence", School.evidence, "-o", "anna.json"]
        for command in [award, award + ["--dry-run"], ["publish", "-o", "site"]] {
            let run = try Desk(school.folder).run(command, environment: AwardedClass.environment)
            run.expectRefusal(78, "clock.behind", naming: "2099-01-02T03:04:05Z", "--trust-clock")
            #expect(run.stderr.contains(/clock says 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/), "both times: \(run.stderr)")
        }
        #expect(try school.contents() == before)
        #expect(try school.run("register", "list").stdout.isEmpty)

        let desk = Desk(school.folder)
        #expect(try desk.run(award + ["--trust-clock"], environment: AwardedClass.environment).status == 0)
        // What is newest now is of the right time again, so it has to be said once only.
        let next = try school.run("award", "tiimityo", "--to", "bo@example.org", "--evidence", School.evidence)
        #expect(next.status == 0, "\(next.stderr)")
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)
        #expect(try school.run("register", "audit").status == 0)
        #expect(try school.run("register", "check").status == 0)
    }
}
