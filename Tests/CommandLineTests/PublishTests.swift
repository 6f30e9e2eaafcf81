import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl publish")
struct PublishTests {
    @Test("writes the site, and twice on a day changes no byte")
    func twice() throws {
        let school = try School()
        let first = try school.run("publish", "-o", "site")
        #expect(first.status == 0, "\(first.stderr)")
        let files = school.folder.files().filter { $0.hasPrefix("site/") }
        for name in ["did.json", "issuer.json", "key-history.jsonl", "checkpoint.json", "status/1.json"] {
            #expect(files.contains("site/\(name)"))
        }
        #expect(files.contains("site/badges/tiimityo/v1/achievement.json"))
        #expect(files.contains("site/badges/tiimityo/v1/sv/index.html"))
        #expect(first.stdout.split(separator: "\n").count == files.count)
        let before = try school.contents()
        let second = try school.run("publish", "-o", "site", "--json")
        #expect(try second.objects().first?["format"] == "passport.publish/1")
        #expect(try second.objects().first?["written"] == [])
        #expect(try school.contents() == before)
    }

    @Test("no key or register is ever in the site")
    func noSecrets() throws {
        let school = try School()
        _ = try school.run("publish", "-o", "site", "-q")
        for file in school.folder.files() where file.hasPrefix("site/") {
            #expect(!file.hasSuffix(".pem") && !file.contains("register"))
            #expect(try school.folder.read(file).firstRange(of: Array("PRIVATE KEY".utf8)) == nil)
        }
    }

    @Test("--quiet says nothing when all is well")
    func quiet() throws {
        let school = try School()
        let run = try school.run("publish", "-o", "site", "--quiet")
        #expect(run.status == 0)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.isEmpty)
    }

    @Test(
        "the pages are the ones that were reviewed",
        arguments: [
            ("index.html", "page-front-fi.html"), ("badges/tiimityo/v1/index.html", "page-tiimityo-fi.html"),
            ("badges/tiimityo/v1/sv/index.html", "page-tiimityo-sv.html"),
            ("badges/tiimityo/v1/en/index.html", "page-tiimityo-en.html"),
            ("badges/koonti-ensiaskel/v1/index.html", "page-koonti-ensiaskel-fi.html"),
            ("pathways/ensiaskel/v1/sv/index.html", "page-pathway-sv.html"),
        ])
    func golden(page: String, name: String) throws {
        try Snapshot.expect(try Self.published.get().folder.text("site/\(page)"), is: name)
    }

    private static let published = Result {
        let school = try School()
        let run = try school.run("publish", "-o", "site", "--quiet")
        guard run.status == 0 else { throw Failed(run.stderr) }
        return school
    }

    @Test("an employer who types what the front page says gets an answer", arguments: ["", "sv/", "en/"])
    func guide(language: String) throws {
        // Given a badge, and the files that the page leads to, saved side by side
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)
        let page = try school.folder.text("site/\(language)index.html")
        let commands = page.matches(of: /<pre><code>passportctl ([^<]+)<\/code>/).map { String($0.output.1) }
        #expect(commands.count == 2)
        let employer = try Desk()
        let file = try #require(commands.last?.split(separator: " ").dropFirst().first.map(String.init))
        try employer.receive(badge, as: file, from: school)
        try employer.receive("site/did.json", as: "did.json", from: school)
        try employer.receive("site/status/1.json", as: "1.json", from: school)

        // When they are run as they stand
        let trust = ["PASSPORT_TRUST": "trust.json"]
        let runs = try commands.map { command in
            try employer.run(command.split(separator: " ").map(String.init), environment: trust)
        }

        // Then the badge is genuine
        #expect(runs.map(\.status) == [0, 0], "\(runs.map(\.stderr))")
        #expect(runs.last?.stdout.contains("Genuine badge.") == true)
    }

    @Test("a front page of the school's own is left alone, and named")
    func ownFrontPage() throws {
        let school = try School()
        try school.folder.write("site/index.html", "<title>Koulu</title>")
        let run = try school.run("publish", "-o", "site", "--quiet")
        #expect(run.status == 0)
        #expect(try school.folder.text("site/index.html") == "<title>Koulu</title>")
        let answer = try school.run("publish", "-o", "site", "--json").objects().first
        #expect(answer?["kept"] == ["index.html"])
        let text = try school.run("publish", "-o", "site")
        #expect(text.stderr.contains("warning: index.html"))
    }

    @Test(
        "never into the workspace, nor into what isn't a folder",
        arguments: [
            ("school", 64, "publish.unsafe-folder"), (".", 64, "publish.unsafe-folder"),
            ("school/badge-definitions", 64, "publish.unsafe-folder"), ("/", 64, "publish.unsafe-folder"),
            ("", 64, "usage.value"), ("file", 65, "file.wrong-kind"),
        ])
    func places(place: String, status: Int, code: String) throws {
        let school = try School()
        try school.folder.write("file", "mine")
        let before = try school.contents()
        try school.run("publish", "-o", place).expectRefusal(Int32(status), code)
        #expect(try school.contents() == before)
    }

    @Test("a broken or missing key history is named")
    func history() throws {
        let school = try School()
        try school.folder.write("school/key-history.jsonl", "{}\n")
        try school.run("publish", "-o", "site").expectRefusal(78, "publish.key-history", naming: "key-history.jsonl")
        try FileManager.default.removeItem(atPath: school.folder.path(of: "school/key-history.jsonl"))
        try school.run("publish", "-o", "site").expectRefusal(78, "publish.key-history", naming: "key-history.jsonl")
        #expect(!school.folder.exists("site"))
    }
}
