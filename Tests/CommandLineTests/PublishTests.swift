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
