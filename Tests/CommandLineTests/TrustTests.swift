import Encodings
import TestSupport
import Testing

@Suite("passportctl trust")
struct TrustTests {
    /// A receiver with what a school published.
    private func receiver() throws -> Desk {
        let school = try School()
        guard try school.run("publish", "-o", "site").status == 0 else {
            throw Failed("publish failed")
        }
        let desk = try Desk()
        try desk.receive("site", from: school)
        try desk.receive("school/keys/p256-1.jwk", as: "p256-1.jwk", from: school)
        return desk
    }

    @Test("a list is made in the home folder, or where --trust or PASSPORT_TRUST says")
    func make() throws {
        let desk = try Desk()
        #expect(try desk.run("trust", "init").answer.hasSuffix("/.local/share/passport/trust.json"))
        #expect(try desk.run("trust", "init", "--trust", "a/b.json").answer == "a/b.json")
        #expect(try desk.run("trust", "init", environment: ["PASSPORT_TRUST": "c.json"]).answer == "c.json")
        #expect(desk.folder.files() == [".local/share/passport/trust.json", "a/b.json", "c.json"])
        try desk.run("trust", "init").expectRefusal(73, "trust.exists", naming: "trust.json")
        let object = try desk.run("trust", "init", "--trust", "d.json", "--json", "-q").objects().first
        #expect(object?["format"] == "passport.trust-list/1")
    }

    @Test("an issuer is added with its keys' fingerprints, listed and removed")
    func addListRemove() throws {
        let desk = try receiver()
        let added = try desk.run(
            "trust", "add", School.issuer, "--name", "Ammattiopisto", "--did-document", "site/did.json",
            "--achievements", School.badges, "--valid-until", "31.12.2030")
        #expect(added.status == 0, "\(added.stderr)")
        #expect(added.stdout.hasPrefix("Ammattiopisto  \(School.issuer)\n  key \(School.issuer)#ed25519-1  ed25519  "))
        #expect(added.stdout.contains("  for achievements under \(School.badges)\n  until 2030-12-31\n"))
        #expect(added.stderr.contains("Compare the fingerprints"))
        #expect(try desk.run("trust", "list").stdout == added.stdout)
        let listed = try desk.run("trust", "list", "--json").objects()
        #expect(listed.first?["format"] == "passport.trusted-issuer/1")
        #expect(listed.first?["fingerprints"]?.arrayValue?.count == 2)

        try desk.run("trust", "add", School.issuer, "--name", "B", "--bundle", "site")
            .expectRefusal(65, "trust.duplicate", naming: "--force")
        let replaced = try desk.run(
            "trust", "add", School.issuer, "--name", "B", "--bundle", "site", "--force", "--json", "-q")
        #expect(try replaced.objects().first?["name"] == "B")

        let removed = try desk.run("trust", "remove", School.issuer, "--json")
        #expect(try removed.objects().first?["did"]?.stringValue == School.issuer)
        try desk.run("trust", "remove", School.issuer).expectRefusal(65, "trust.unknown-issuer", naming: "trust list")
        #expect(try desk.run("trust", "list", "-q").stdout.isEmpty)
    }

    @Test("a did:key pins itself, and a key file can be pinned under its name")
    func otherKeys() throws {
        let desk = try receiver()
        let did = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
        #expect(try desk.run("trust", "add", did, "--name", "K").stdout.contains("key \(did)#"))
        let key = try desk.run("trust", "add", "did:web:x.example", "--name", "X", "--key", "p256-1.jwk")
        #expect(key.stdout.contains("key did:web:x.example#p256-1  p256  "))
    }

    @Test(
        "what can't be trusted is refused, and the list stays as it was",
        arguments: [
            (["x", "--name", "X"], 64, "usage.value"), ([School.issuer, "--name", "X"], 64, "usage.missing"),
            ([School.issuer, "--name", "X", "--did-document", "gone"], 66, "file.missing"),
            ([School.issuer, "--name", "X", "--did-document", "site"], 65, "file.wrong-kind"),
            ([School.issuer, "--name", "X", "--did-document", "site/issuer.json"], 65, "trust.key"),
            ([School.issuer, "--name", "X", "--did-document", "site/key-history.jsonl"], 65, "file.wrong-kind"),
            ([School.issuer, "--name", "X", "--bundle", "gone"], 66, "file.missing"),
            (["did:web:other.example", "--name", "X", "--bundle", "site"], 65, "trust.other-document"),
            (["did:key:zzz", "--name", "X"], 65, "did.key"),
            ([School.issuer, "--name", "X", "--key", "site/did.json"], 65, "trust.key"),
            ([School.issuer, "--name", "X", "--bundle", "site", "--achievements", "http"], 65, "trust.prefix"),
            ([School.issuer, "--name", "X", "--bundle", "site", "--valid-from", "soon"], 64, "usage.value"),
            ([School.issuer, "--name", "X", "--bundle", "site", "--keys-as-of", "soon"], 64, "usage.value"),
        ])
    func refusals(arguments: [String], status: Int, code: String) throws {
        let desk = try receiver()
        _ = try desk.run("trust", "init", "--trust", "trust.json")
        let before = try desk.folder.read("trust.json")
        try desk.run(["trust", "add"] + arguments + ["--trust", "trust.json"]).expectRefusal(Int32(status), code)
        #expect(try desk.folder.read("trust.json") == before)
    }

    @Test(
        "a broken list is named with its place, and never written over",
        arguments: [
            ("{", "trust.format"), ("[]", "trust.format"), ("{\"format\":\"passport.trust/9\"}", "trust.format"),
            ("{\"format\":\"passport.trust/1\",\"updated\":\"soon\",\"issuers\":[]}", "trust.field"),
        ])
    func brokenList(text: String, code: String) throws {
        let desk = try Desk()
        try desk.folder.write("trust.json", text)
        for arguments in [
            ["trust", "list"], ["trust", "remove", "x"], ["verify", "x"], ["verify", "trust.json", "--json"],
            ["trust", "add", "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", "--name", "K"],
        ] {
            try desk.run(arguments + ["--trust", "trust.json"]).expectRefusal(65, code, naming: "trust.json")
        }
        #expect(try desk.folder.text("trust.json") == text)
    }

    @Test("a list that isn't there, and one that is a folder")
    func noList() throws {
        let desk = try Desk()
        try desk.run("trust", "list").expectRefusal(66, "trust.missing", naming: "trust init")
        try desk.run("trust", "list", "--trust", "gone.json").expectRefusal(66, "file.missing", naming: "gone.json")
        try desk.run("trust", "list", "--trust", ".").expectRefusal(65, "file.wrong-kind")
        try desk.run("trust", "init", "--trust", ".").expectRefusal(73, "trust.exists")
    }
}
