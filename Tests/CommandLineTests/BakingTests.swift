import Encodings
import Foundation
import TestSupport
import Testing

@Suite("Badges in pictures")
struct BakingTests {
    private let school: School
    private let badge: [UInt8]

    init() throws {
        school = try School()
        badge = try school.folder.read(try school.award(to: "anna@example.org"))
        for kind in ["png", "svg"] {
            try school.folder.write(
                "palaute.\(kind)", try school.folder.read("school/badge-definitions/palaute.\(kind)"))
        }
    }

    private func verify(_ files: String...) throws -> Run {
        let site = try school.run("publish", "-o", "site", "--quiet")
        #expect(site.status == 0, "\(site.stderr)")
        return try Desk(school.folder).run(
            ["verify", "--bundle", "site", "--json"] + files, environment: ["PASSPORT_WORKSPACE": "school"])
    }

    @Test("a baked badge comes out byte for byte, and is judged as its own file is", arguments: ["png", "svg"])
    func bake(kind: String) throws {
        let bake = try school.run("bake", "palaute.\(kind)", "anna.json", "-o", "anna.\(kind)")
        #expect(bake.status == 0, "\(bake.stderr)")
        #expect(bake.stdout.isEmpty)
        #expect(bake.stderr == "passportctl: Written to \"anna.\(kind)\".\n")

        let unbake = try school.run("unbake", "anna.\(kind)")
        #expect(unbake.status == 0)
        #expect(Array(unbake.stdout.utf8) == badge)
        #expect(
            try school.run("unbake", "-", "-o", "again.json", stdin: try school.folder.read("anna.\(kind)")).status == 0
        )
        #expect(try school.folder.read("again.json") == badge)

        let reports = try verify("anna.json", "anna.\(kind)").objects()
        #expect(reports.map { $0["verdict"] } == ["valid", "valid"])
        #expect(reports.first?["checks"] == reports.last?["checks"])
    }

    @Test(
        "award writes the badge baked into its own picture, for one learner and for a class", arguments: ["png", "svg"])
    func award(kind: String) throws {
        let one = try school.run(
            "award", "tiimityo", "--to", "anna@example.org", "--evidence", School.evidence, "--bake", kind)
        #expect(one.status == 0, "\(one.stderr)")
        let id = one.answer.dropFirst("urn:uuid:".count)
        let unbake = try school.run("unbake", "tiimityo-\(id.prefix(8)).\(kind)")
        #expect(Array(unbake.stdout.utf8) == badge)

        let list = "email,evidence\nbo@example.org,\(School.evidence)/1\nkim@example.org,\(School.evidence)/2\n"
        try school.folder.write("class.csv", list)
        let award = ["award", "tiimityo", "--csv", "class.csv", "--bake", kind, "--format", "jwt", "-o", "class"]
        func run() throws -> [String] {
            let run = try Desk(school.folder).run(award, environment: ["PASSPORT_WORKSPACE": "school"])
            #expect(run.status == 0, "\(run.stderr)")
            return school.folder.files().filter { $0.hasPrefix("class/tiimityo-") && $0.hasSuffix(".\(kind)") }
        }
        let files = try run()
        #expect(files.count == 2)
        let reports = try verify("class/\(try #require(files.first).dropFirst("class/".count))").objects()
        #expect(reports.first?["verdict"] == "valid")
        // A file that was lost is written anew, and no second one of any.
        let first = try school.folder.read(try #require(files.first))
        try FileManager.default.removeItem(atPath: school.folder.path(of: try #require(files.first)))
        #expect(try run() == files)
        #expect(try school.folder.read(try #require(files.first)) == first)
    }

    @Test("award says which picture is missing before anything is awarded")
    func missingPicture() throws {
        try FileManager.default.removeItem(atPath: school.folder.path(of: "school/badge-definitions/tiimityo.png"))
        let run = try school.run(
            "award", "tiimityo", "--to", "bo@example.org", "--evidence", School.evidence, "--bake", "png")
        run.expectRefusal(66, "image.missing", naming: "tiimityo.png", "--bake svg")
        try school.run("award", "tiimityo", "--to", "bo@example.org", "--bake", "gif")
            .expectRefusal(64, "usage.value", naming: "gif", "png or svg")
        let again = try school.run(
            "award", "tiimityo", "--to", "bo@example.org", "--evidence", School.evidence, "--bake", "svg")
        #expect(!again.stderr.contains("award.already-had"))
    }

    @Test("a screenshot has no badge in it, which is not called a forgery")
    func screenshot() throws {
        let run = try Desk(school.folder).run("verify", "palaute.png")
        #expect(run.status == 2)
        #expect(run.stdout.contains("The file is a picture; no badge data was found in it."))
        #expect(run.stdout.contains("nor does it show a forgery"))
        let report = try #require(try verify("palaute.svg").objects().first)
        #expect(report["checks"]?.arrayValue?.first?["code"] == "form.no-badge")
        try school.run("unbake", "palaute.png").expectRefusal(65, "image.no-badge", naming: "palaute.png")
        try school.run("unbake", "anna.json").expectRefusal(65, "image.not-a-picture", naming: "anna.json")
    }

    @Test("the picture's own bytes don't matter to the verdict, the badge's do")
    func changed() throws {
        _ = try school.run("bake", "palaute.svg", "anna.json", "-o", "anna.svg")
        let text = try school.folder.text("anna.svg")
        try school.folder.write("picture.svg", text.replacingOccurrences(of: "</svg>", with: "<g/></svg>"))
        try school.folder.write("badge.svg", text.replacingOccurrences(of: "2026-", with: "2025-"))
        let reports = try verify("picture.svg", "badge.svg").objects()
        #expect(reports.map { $0["verdict"] } == ["valid", "invalid"])
        var png = try school.folder.read("palaute.png")
        png[png.count - 20] ^= 1
        try school.folder.write("damaged.png", png)
        let damaged = try #require(try verify("damaged.png").objects().first)
        #expect(damaged["verdict"] == "undetermined")
        #expect(damaged["checks"]?.arrayValue?.first?["detail"]?["image"] == "image.damaged")
    }

    @Test("nothing is replaced unless that was said")
    func force() throws {
        try school.folder.write("there.png", "mine")
        try school.run("bake", "palaute.png", "anna.json", "-o", "there.png").expectRefusal(73, "file.exists")
        #expect(try school.folder.text("there.png") == "mine")
        #expect(try school.run("bake", "palaute.png", "anna.json", "-o", "there.png", "--force").status == 0)
        try school.run("bake", "there.png", "anna.json", "-o", "new.png").expectRefusal(73, "image.already-baked")
        try school.run("unbake", "there.png", "-o", "anna.json").expectRefusal(73, "file.exists")
        #expect(try school.run("bake", "there.png", "anna.json", "-o", "new.png", "--force").status == 0)
        #expect(try school.folder.read("new.png") == school.folder.read("there.png"))
    }

    @Test("what doesn't fit is refused, and leaves no file")
    func refusals() throws {
        try school.folder.write("note.txt", "Hei!")
        try school.folder.write("run.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")
        let before = school.folder.files()
        try school.run("bake", "palaute.png", "note.txt", "-o", "x.png")
            .expectRefusal(65, "image.not-a-credential", naming: "note.txt")
        try school.run("bake", "note.txt", "anna.json", "-o", "x.png")
            .expectRefusal(65, "image.not-a-picture", naming: "note.txt")
        try school.run("bake", "run.svg", "anna.json", "-o", "x.svg")
            .expectRefusal(65, "image.unsafe", naming: "run.svg", "<script>")
        try school.run("bake", "palaute.png", "anna.json", "-o", "x.svg").expectRefusal(
            64, "usage.value", naming: "x.svg")
        try school.run("bake", "none.png", "anna.json", "-o", "x.png").expectRefusal(
            66, "file.missing", naming: "none.png")
        try school.run("unbake", "none.png").expectRefusal(66, "file.missing", naming: "none.png")
        #expect(school.folder.files() == before)
    }

    @Test("older badges are named", .needsCorpus("baked"))
    func older() throws {
        try school.folder.write("older.png", try Corpus.read("baked/1edtech-ob20-simple-badge.png"))
        try school.run("unbake", "older.png").expectRefusal(65, "image.open-badges-2", naming: "older.png")
        let report = try #require(try verify("older.png").objects().first)
        #expect(report["verdict"] == "undetermined")
        #expect(report["checks"]?.arrayValue?.first?["code"] == "form.open-badges-2")
    }
}
