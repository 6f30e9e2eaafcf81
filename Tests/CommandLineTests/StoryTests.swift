import Encodings
import Foundation
import TestSupport
import Testing

@Suite("From the teacher's desk to the employer's")
struct StoryTests {
    @Test("a class is awarded, the site published, and a shop without a workspace checks the folder offline")
    func classToShop() throws {
        // Given a school with a list in which one row is wrong
        let school = try School()
        let list = try Data(contentsOf: URL(fileURLWithPath: "\(PackageRoot.path)/examples/class.csv"))
        try school.folder.write("class.csv", [UInt8](list))
        #expect(try school.run("award", "tiimityo", "--csv", "class.csv", "--dry-run", "-q").status == 65)

        // When the sound rows are awarded and the site is published
        let award = try school.run(
            "award", "tiimityo", "--csv", "class.csv", "-o", "badges", "--skip-invalid", "--json")
        let anna = try #require(try award.objects().first { $0["name"] == "Aino Ahola" }?["file"]?.stringValue)
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)

        // Then a receiver who pins the school's keys finds every badge genuine
        let shop = try Desk()
        try shop.receive("badges", from: school)
        try shop.receive("site", from: school)
        try FileManager.default.removeItem(atPath: shop.folder.path(of: "badges/tiimityo-report.csv"))
        #expect(try shop.run("trust", "add", School.issuer, "--name", "Koulu", "--bundle", "site").status == 0)
        let all = try shop.run("verify", "badges", "--bundle", "site", "--lang", "fi")
        #expect(all.status == 0, "\(all.stdout)")
        #expect(all.stderr == "passportctl: Tiedostoja 26: aitoja 26.\n")

        // and sees a changed byte, another person's badge, and a school that isn't listed
        let file = "badges/\(anna)"
        let own = try shop.run("verify", file, "--bundle", "site", "--recipient", "aino.ahola@example.org", "-q")
        #expect(own.answer == "\(file): Genuine badge. It names aino.ahola@example.org.")
        #expect(try shop.run("verify", file, "--bundle", "site", "--recipient", "eve@example.org").status == 1)
        try shop.folder.write(
            file, try shop.folder.text(file).replacingOccurrences(of: "\"27", with: "\"57"))
        #expect(try shop.run("verify", file, "--bundle", "site").status == 1)
        #expect(try shop.run("trust", "remove", School.issuer, "-q").status == 0)
        let others = try shop.run("verify", "badges", "--bundle", "site")
        #expect(others.status == 1)
        #expect(
            others.stderr
                == "passportctl: 26 files: 0 genuine; 25 undecided: the issuer isn't on your list; 1 not valid: it was changed, or somebody else signed it.\n"
        )
    }

    @Test("the award command's own workspace trusts itself, and only there")
    func ownWorkspace() throws {
        let school = try School()
        let file = try school.award(to: "anna@example.org")
        _ = try school.run("publish", "-o", "site", "-q")
        #expect(try school.run("verify", file, "--bundle", "site", "-q").status == 0)
        #expect(try Desk(school.folder).run("verify", file, "--bundle", "site", "-q").status == 2)
    }
}
