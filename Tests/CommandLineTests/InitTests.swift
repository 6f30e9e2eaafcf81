import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl init")
struct InitTests {
    @Test("makes a whole workspace and says who its issuer is")
    func whole() throws {
        let desk = try Desk()
        let run = try desk.run(
            "init", "school", "--name", "fi=Koulu", "--name", "sv=Skolan", "--url", "https://passi.example/koulu",
            "--lang", "fi,sv", "--y-tunnus", "0112038-9", "--no-passphrase")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == "did:web:passi.example:koulu\n")
        #expect(run.stderr.contains("recovery-key.pem"))
        #expect(
            desk.folder.files() == [
                "school/key-history.jsonl", "school/keys/checkpoint-1.jwk", "school/keys/checkpoint-1.pem",
                "school/keys/ed25519-1.jwk", "school/keys/ed25519-1.pem", "school/keys/p256-1.jwk",
                "school/keys/p256-1.pem", "school/recovery-key.pem", "school/register.sqlite", "school/workspace.json",
            ])
        for secret in ["keys/ed25519-1.pem", "keys/p256-1.pem", "keys/checkpoint-1.pem", "recovery-key.pem"] {
            #expect(try mode(desk.folder.path(of: "school/\(secret)")) == 0o600)
        }
        #expect(try mode(desk.folder.path(of: "school/register.sqlite")) == 0o600)
    }

    @Test("adds the sample badges when asked, ready to be awarded")
    func samples() throws {
        let school = try School()
        let run = try school.run("definition", "list", "--json")
        let objects = try run.objects()
        #expect(objects.count == 26)
        #expect(objects.allSatisfy { $0["status"] == "published" && $0["format"] == "passport.definition-item/1" })
    }

    @Test("without an address the issuer is its own key, and --json answers in one object")
    func key() throws {
        let desk = try Desk()
        let run = try desk.run("init", ".", "--name", "Paja", "--no-passphrase", "--json", "--quiet")
        #expect(run.stderr.isEmpty)
        let object = try #require(try run.objects().first)
        #expect(object["format"] == "passport.init/1")
        #expect(object["issuer"]?.stringValue?.hasPrefix("did:key:z6Mk") == true)
        // In the folder itself no option is needed.
        #expect(try desk.run("definition", "list").status == 0)
    }

    @Test(
        "refuses what it can't use and leaves nothing behind",
        arguments: [
            (["s", "--name", ""], 64, "usage.value"), (["s", "--name", "X", "--lang", "xx"], 64, "usage.value"),
            (["s", "--name", "X", "--url", "http://x.example"], 64, "usage.value"),
            (["s", "--name", "X", "--url", "here"], 64, "usage.value"),
            (["s", "--name", "fi=A", "--name", "fi=B"], 64, "usage.value"),
            (["s", "--name", "X", "--passphrase-file", "p"], 64, "usage.value"),
            (["s", "--name", "X", "--y-tunnus", "0112038-8"], 65, "organisation.y-tunnus"),
            (["s", "--name", "X", "--oid", "1.2"], 65, "organisation.oid"),
            (["none/s", "--name", "X"], 73, "workspace.unwritable"),
        ])
    func refusals(arguments: [String], status: Int, code: String) throws {
        let desk = try Desk()
        try desk.run(["init"] + arguments + ["--no-passphrase"]).expectRefusal(Int32(status), code)
        #expect(desk.folder.files().isEmpty)
    }

    @Test("leaves a workspace, a file and a filled folder as they are")
    func exists() throws {
        let school = try School()
        try school.folder.write("file", "mine")
        try school.folder.write("folder/file", "mine")
        let before = try school.contents()
        for name in ["school", "file", "folder"] {
            try school.run("init", name, "--name", "X", "--no-passphrase")
                .expectRefusal(73, "workspace.exists", naming: name)
        }
        try school.run("init", "file/s", "--name", "X", "--no-passphrase").expectRefusal(73, "workspace.unwritable")
        #expect(try school.contents() == before)
    }

    @Test("says where sample badges were looked for when there are none")
    func samplesMissing() throws {
        let desk = try Desk()
        try desk.run(
            "init", "s", "--name", "X", "--no-passphrase", "--samples", environment: ["PASSPORT_SAMPLES": "/nowhere"]
        ).expectRefusal(66, "workspace.samples-missing", naming: "/nowhere", "PASSPORT_SAMPLES")
        #expect(desk.folder.files().isEmpty)
    }

    private func mode(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
    }
}
