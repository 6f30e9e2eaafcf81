import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl key")
struct KeyTests {
    private static let id = School.issuer

    @Test("list shows every key, what it signs and how its file is kept")
    func list() throws {
        let school = try School()
        let run = try school.run("key", "list")
        #expect(run.status == 0, "\(run.stderr)")
        for text in [
            "ed25519-1  ed25519  active  from ", "  signs badges as JSON, status lists", "p256-1  p256  active",
            "  signs badges as JWT", "checkpoint-1", "  private key not encrypted", "  fingerprint ",
        ] {
            #expect(run.stdout.contains(text), "\(text)")
        }
        #expect(run.stderr.contains("recovery-key.pem lies in the workspace"))
        #expect(run.stderr.contains("keys/p256-1.pem isn't encrypted"))
        let objects = try school.run("key", "list", "--json").objects()
        #expect(objects.map { $0["format"] } == Array(repeating: "passport.key/1", count: 3))
        #expect(objects.map { $0["key"] } == ["checkpoint-1", "ed25519-1", "p256-1"])
        #expect(objects[1]["id"] == .string("\(Self.id)#ed25519-1"))
        #expect(objects[1]["signs"] == ["json"])
        #expect(objects[1]["until"] == .null)
        let encrypted = try School(isEncrypted: true).run("key", "list", "--json").objects()
        #expect(encrypted.allSatisfy { $0["file"] == "encrypted" })
    }

    @Test("generate, rotate and retire answer with the keys that came and went")
    func steps() throws {
        let school = try School()
        let made = try school.run("key", "generate", "--algorithm", "rsa2048", "--no-passphrase", "--json")
        #expect(made.status == 0, "\(made.stderr)")
        let object = try #require(try made.objects().first)
        #expect(object["format"] == "passport.key-change/1")
        #expect(object["event"] == "key-added")
        #expect(object["added"]?.arrayValue?.first?["id"] == .string("\(Self.id)#rsa-1"))
        #expect(made.stderr.contains("not encrypted"))
        let rotated = try school.run("key", "rotate", "--no-passphrase")
        #expect(rotated.stdout.contains("\(Self.id)#ed25519-1  retired since "))
        #expect(rotated.stdout.contains("\(Self.id)#ed25519-2  active  ed25519  "))
        #expect(rotated.stderr.contains("Publish now"))
        #expect(try school.run("key", "rotate", "--algorithm", "p256", "--no-passphrase", "-q").stderr.isEmpty)
        // Retiring makes no key and needs no passphrase.
        let retired = try school.run("key", "retire", "rsa-1", "-q")
        #expect(retired.answer.contains("#rsa-1  retired since "))
        let states = try school.run("key", "list", "--json").objects().map { $0["state"]?.stringValue }
        #expect(states == ["active", "retired", "active", "retired", "active", "retired"])
        // New badges are signed by the new keys, and the workspace still knows the old ones'.
        let file = try school.award(to: "anna@example.org")
        #expect(try school.folder.text(file).contains("#ed25519-2\""))
        #expect(try school.run("register", "audit").status == 0)
        #expect(try school.run("register", "check").status == 0)
    }

    @Test("new keys get the passphrase of the old ones; a wrong one ends with 77 and changes nothing")
    func passphrase() throws {
        let school = try School(isEncrypted: true)
        let before = try school.contents()
        for (environment, code) in [
            ([:], "key.passphrase-missing"), (["PASSPORT_PASSPHRASE": "wrong"], "key.wrong-passphrase"),
        ] {
            for command in [
                ["key", "rotate"], ["key", "generate", "--algorithm", "p256"], ["key", "retire", "p256-1"],
                [
                    "key", "revoke", "ed25519-1", "--reason", "compromised", "--recovery-key",
                    "school/recovery-key.pem",
                ], ["key", "revoke", "--reason", "ceased"],
            ] {
                try Desk(school.folder).run(
                    command, environment: ["PASSPORT_WORKSPACE": "school"].merging(environment) { $1 }
                ).expectRefusal(77, code)
            }
        }
        #expect(try school.contents() == before)
        let run = try school.run("key", "rotate", environment: ["PASSPORT_PASSPHRASE": School.passphrase])
        #expect(run.status == 0, "\(run.stderr)")
        let pem = try school.folder.text("school/keys/ed25519-2.pem")
        #expect(pem.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
        #expect(!run.stderr.contains("not encrypted"))
    }

    @Test("a new key is never left unencrypted unless it was said")
    func unencrypted() throws {
        let school = try School()
        let before = try school.contents()
        try school.run("key", "rotate").expectRefusal(77, "key.passphrase-missing", naming: "--no-passphrase")
        #expect(try school.contents() == before)
        let run = try school.run("key", "rotate", environment: ["PASSPORT_PASSPHRASE": "uusi sana"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try school.folder.text("school/keys/ed25519-2.pem").hasPrefix("-----BEGIN ENCRYPTED"))
    }

    @Test("keys that others can read are refused with 77")
    func permissions() throws {
        let school = try School()
        chmod(school.folder.path(of: "school/keys/ed25519-1.pem"), 0o644)
        for command in [["rotate"], ["generate", "--algorithm", "p384"], ["retire", "p256-1"]] {
            try Desk(school.folder).run(
                ["key"] + command + ["--no-passphrase"], environment: ["PASSPORT_WORKSPACE": "school"]
            ).expectRefusal(77, "key-file.permissions", naming: "chmod 600")
        }
        #expect(try school.run("key", "list").stderr.contains("Others than its owner may read keys/ed25519-1.pem"))
    }

    @Test(
        "mistakes are named with the way out",
        arguments: [
            (["generate", "--algorithm", "dsa"], 64, "usage.value", "rsa3072"),
            (["rotate", "ed25519-1", "--algorithm", "p256"], 64, "usage.value", "--algorithm"),
            (["rotate", "ed25519-9"], 65, "custody.unknown-key", "key list"),
            (["rotate", "--algorithm", "p384"], 65, "custody.unknown-key", "key generate"),
            (["retire", "ed25519-1"], 65, "custody.last-key", "key rotate"),
            (["revoke", "ed25519-1", "--reason", "stolen"], 64, "usage.value", "compromised"),
            (["revoke", "--reason", "lost"], 64, "usage.missing", "key list"),
            (
                ["revoke", "ed25519-1", "--reason", "lost", "--successor", "did:web:a.example"], 64, "usage.value",
                "ceased"
            ),
            (["revoke", "--reason", "ceased", "--successor", "next"], 64, "usage.value", "did:web"),
            (["revoke", "ed25519-1", "--reason", "lost", "--since", "soon"], 64, "usage.value", "2026"),
            (["revoke", "ed25519-1", "--reason", "compromised"], 77, "custody.recovery-key", "--recovery-key"),
            (["revoke", "ed25519-1", "--reason", "lost"], 77, "custody.recovery-key", "--recovery-key"),
            (
                [
                    "revoke", "ed25519-1", "--reason", "compromised", "--recovery-key", "school/recovery-key.pem",
                    "--since", "2100-01-01",
                ], 65, "custody.since", "--since"
            ),
            (
                [
                    "revoke", "ed25519-1", "--reason", "compromised", "--recovery-key", "school/keys/ed25519-1.pem",
                ], 77, "custody.recovery-key", "newest"
            ),
        ] as [([String], Int32, String, String)])
    func mistakes(words: [String], status: Int32, code: String, name: String) throws {
        let school = try School()
        let before = try school.contents()
        let options = words[0] == "retire" ? [] : ["--no-passphrase"]
        try Desk(school.folder).run(["key"] + words + options, environment: ["PASSPORT_WORKSPACE": "school"])
            .expectRefusal(status, code, naming: name)
        #expect(try school.contents() == before)
    }

    @Test("a did:key issuer can't have another key")
    func didKey() throws {
        let desk = try Desk()
        #expect(try desk.run("init", "own", "--name", "Paja", "--no-passphrase", "-q").status == 0)
        try desk.run("key", "rotate", "--no-passphrase", environment: ["PASSPORT_WORKSPACE": "own"])
            .expectRefusal(65, "custody.did-key", naming: "--reason ceased")
    }

    @Test("a stolen key leaves the DID document's purposes and keeps its place with the time of the theft")
    func publishing() throws {
        let school = try School()
        try school.award(to: "anna@example.org")
        let run = try school.run(
            "key", "revoke", "ed25519-1", "--reason", "compromised", "--recovery-key", "school/recovery-key.pem",
            "--no-passphrase")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains("#ed25519-1: 1 signatures are listed as made before the theft"))
        #expect(run.stderr.contains("recovery-key-2.pem"))
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)
        let document = try #require(try JSONParser.parse(school.folder.read("site/did.json")).objectValue)
        let usable = [JSONValue.string("\(Self.id)#ed25519-2"), .string("\(Self.id)#p256-1")]
        #expect(document["assertionMethod"] == .array(usable))
        #expect(document["authentication"] == .array(usable))
        let methods = try #require(document["verificationMethod"]?.arrayValue)
        // The key for bundles stands there, too, for nothing but them.
        let names = ["ed25519-2", "p256-1", "ed25519-1", "bundle-1"]
        #expect(methods.map { $0["id"] } == names.map { .string("\(Self.id)#\($0)") })
        #expect(methods.map { $0["revoked"] != nil } == [false, false, true, false])
        // Publishing again changes no byte, and puts a list back that was lost.
        let before = try school.contents()
        #expect(before["site/issuance/ed25519-1.json"] != nil)
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)
        #expect(try school.contents() == before)
        try FileManager.default.removeItem(atPath: school.folder.path(of: "school/issuance"))
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)
        #expect(school.folder.exists("school/issuance/ed25519-1.json"))
    }
}
