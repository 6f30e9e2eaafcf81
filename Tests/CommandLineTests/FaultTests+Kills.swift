import Foundation
import TestSupport
import Testing

extension FaultTests {
    /// Twenty in all, half of them while JSON is awarded and half while JWTs are.
    private static let killsEach = 10
    private static let classSize = 200
    /// A run that ended before it was killed was aimed at too late: the machine was busier when the aim was taken.
    private static let sooner = 0.7

    @Test(
        "a class award killed at any moment is whole or not there, and the same again completes it",
        arguments: ["json", "jwt"])
    func killedAward(format: String) throws {
        var generator = SeededGenerator(seed: .random(in: .min ... .max))
        // How long it takes here says only where to aim.
        let clock = ContinuousClock()
        let undisturbed = try AwardedClass(size: Self.classSize, format: format)
        let begun = clock.now
        #expect(try undisturbed.run().status == 0)
        var length = clock.now - begun
        #expect(try undisturbed.gaps() == [])

        var kills = 0
        var classes = 0
        while kills < Self.killsEach {
            classes += 1
            try #require(classes <= 4 * Self.killsEach, "runs end before they are killed")
            let award = try AwardedClass(size: Self.classSize, format: format)
            while kills < Self.killsEach {
                let moment = length * Double.random(in: 0...1, using: &generator)
                guard try award.isKilled(after: moment) else {
                    length = length * Self.sooner
                    break
                }
                kills += 1
                #expect(try award.flaws() == [], "killed after \(moment) of \(length), seed \(generator.seed)")
            }
            let last = try award.run()
            #expect(last.status == 0, "\(last.stderr)")
            #expect(try award.gaps() == [], "seed \(generator.seed)")
        }
    }

    @Test("what was awarded between kills verifies for a receiver", arguments: ["json", "jwt"])
    func killedAndVerified(format: String) throws {
        let award = try AwardedClass(size: 20, format: format)
        for moment in [100, 200, 300, 400] where try award.isKilled(after: .milliseconds(moment)) {}
        #expect(try award.run().status == 0)
        try FileManager.default.removeItem(atPath: award.school.folder.path(of: "badges/tiimityo-report.csv"))
        #expect(try award.school.run("publish", "-o", "site", "-q").status == 0)
        let pin = try award.school.run(
            "trust", "add", School.issuer, "--name", "A", "--did-document", "site/did.json", "--trust", "t.json")
        #expect(pin.status == 0, "\(pin.stderr)")
        let verified = try award.school.run("verify", "badges", "--trust", "t.json", "--bundle", "site", "-q")
        #expect(verified.status == 0, "\(verified.stdout)")
        #expect(verified.stdout.split(separator: "\n").count == 20)
    }

    @Test("a publication killed at any moment leaves each file old or new, and the same again completes it")
    func killedPublication() throws {
        var generator = SeededGenerator(seed: .random(in: .min ... .max))
        let school = try School()
        let clock = ContinuousClock()
        let begun = clock.now
        #expect(try school.run("publish", "-o", "elsewhere", "-q").status == 0)
        var length = clock.now - begun
        var kills = 0
        for round in 1...40 where kills < 6 {
            // Every other time into a site that is there and has to change.
            let site = "site\(round)"
            if round.isMultiple(of: 2) { #expect(try school.run("publish", "-o", site, "-q").status == 0) }
            let file = try school.award(to: "learner\(round)@example.org")
            let id = try #require(try school.folder.text(file).firstMatch(of: /urn:uuid:[0-9a-f-]{36}/)?.0)
            #expect(try school.run("revoke", String(id), "--reason", "error").status == 0)
            let old = try Self.files(of: site, in: school)
            let moment = length * Double.random(in: 0...1, using: &generator)
            let status = try Desk(school.folder).run(
                ["publish", "-o", site, "-q"], killedAfter: moment, environment: AwardedClass.environment)
            if status == nil { kills += 1 } else { length = length * Self.sooner }
            let found = try Self.files(of: site, in: school)
            let last = try school.run("publish", "-o", site, "-q")
            #expect(last.status == 0, "\(last.stderr)")
            let new = try Self.files(of: site, in: school)
            for (name, bytes) in found where !name.contains("/.") || name.contains("/.well-known/") {
                #expect(bytes == old[name] || bytes == new[name], "\(name), seed \(generator.seed)")
            }
            #expect(Set(old.keys).subtracting(found.keys).isEmpty, "what was there stays, seed \(generator.seed)")
            #expect(new.keys.filter { $0.hasSuffix(".part") } == [], "seed \(generator.seed)")
            #expect(new.count > 50)
        }
        #expect(kills == 6, "runs end before they are killed")
    }

    @Test("a workspace whose making was killed is made by the same command")
    func killedInit() throws {
        var generator = SeededGenerator(seed: .random(in: .min ... .max))
        let command = [
            "init", "school", "--name", "Koulu", "--url", "https://koulu.example", "--samples", "--no-passphrase", "-q",
        ]
        let clock = ContinuousClock()
        let begun = clock.now
        #expect(try Desk().run(command).status == 0)
        var length = clock.now - begun
        for _ in 0..<5 {
            let desk = try Desk()
            let moment = length * Double.random(in: 0...1, using: &generator)
            if try desk.run(command, killedAfter: moment) != nil { length = length * Self.sooner }
            let wasMade = desk.folder.exists("school/workspace.json")
            #expect(wasMade || !desk.folder.exists("school"), "seed \(generator.seed)")
            let again = try desk.run(command)
            #expect(again.status == (wasMade ? 73 : 0), "\(again.stderr), seed \(generator.seed)")
            let check = try desk.run("register", "check", environment: AwardedClass.environment)
            #expect(check.status == 0, "\(check.stderr), seed \(generator.seed)")
            let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
            #expect(names == ["school"], "seed \(generator.seed)")
        }
        // In an empty folder that was there, the draft lies inside.
        let desk = try Desk()
        try desk.folder.write("school/..passport-part/keys/ed25519-1.pem", "left by a run that was killed")
        let again = try desk.run(command)
        #expect(again.status == 0, "\(again.stderr)")
        #expect(!desk.folder.files().contains { $0.contains("passport-part") })
    }

    private static func files(of site: String, in school: School) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in school.folder.files() where name.hasPrefix("\(site)/") {
            files[String(name.dropFirst(site.count))] = try school.folder.read(name)
        }
        return files
    }
}
