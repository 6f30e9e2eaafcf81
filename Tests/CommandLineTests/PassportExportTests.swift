import Cryptography
import Encodings
import Foundation
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// `passport export` through the built program: what a learner sees, what is written, what a receiver finds.
@Suite("passport export")
struct PassportExportTests {
    /// Anna with two badges of one school on her shelf; everything is checked by the school's site.
    private func learner() throws -> School {
        let school = try School()
        try school.award(to: "anna@example.org", "--hours", "27", "--level", "2")
        let second = try school.run(
            "award", "digityovalineet", "--to", "anna@example.org", "--evidence", School.evidence, "-o", "second.json")
        #expect(second.status == 0, "\(second.stderr)")
        #expect(try school.run("publish", "-o", "site").status == 0)
        #expect(try school.run("passport", "create", "--shelf", "anna.shelf", "--no-passphrase").status == 0)
        let added = try school.run(
            "passport", "add", "anna.json", "second.json", "--shelf", "anna.shelf", "--bundle", "site")
        #expect(added.status == 0, "\(added.stderr)")
        return school
    }

    private func export(_ school: School, _ arguments: String...) throws -> Run {
        try Desk(school.folder).run(
            ["passport", "export", "--shelf", "anna.shelf", "--bundle", "site"] + arguments,
            environment: ["PASSPORT_WORKSPACE": "school"])
    }

    private func json(_ school: School, _ name: String) throws -> JSONObject {
        try #require(try JSONParser.parse(try school.folder.read(name)).objectValue)
    }

    private func permissions(_ school: School, _ name: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: school.folder.path(of: name))
        return attributes?[.posixPermissions] as? Int
    }

    @Test("makes one file of chosen badges that a receiver checks")
    func story() throws {
        let school = try learner()
        let run = try export(
            school, "--include", "2", "--include", "1", "--for", "kahvila.example", "--purpose", "kesätyö", "--yes",
            "-o", "passi.json")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == "passi.json\n")
        #expect(run.stderr.hasPrefix("passportctl: A reader of this file will see:\n"))
        #expect(run.stderr.contains("Your name isn't in the file."))
        #expect(permissions(school, "passi.json") == 0o600)
        let passport = try json(school, "passi.json")
        let inside = try #require(passport["verifiableCredential"]?.arrayValue)
        #expect(inside.count == 2)
        #expect(inside[1] == .object(try json(school, "anna.json")))
        #expect(inside[0] == .object(try json(school, "second.json")))
        #expect(!(try school.folder.text("passi.json")).contains("kesätyö"))

        let verified = try school.run(
            "verify", "passi.json", "--bundle", "site", "--domain", "kahvila.example", "--json")
        let report = try #require(try verified.objects().first)
        #expect(report["worst"] == "valid", "\(verified.stdout)")
        #expect(verified.status == 0)
        #expect(report["inner"]?.arrayValue?.count == 2)
        let other = try school.run("verify", "passi.json", "--bundle", "site", "--domain", "toinen.example")
        #expect(other.status == 2)

        let shares = try school.run("passport", "shares", "--shelf", "anna.shelf", "--json")
        let share = try #require(try shares.objects().first)
        #expect(share["purpose"] == "kesätyö")
        #expect(share["receiver"] == "kahvila.example")
    }

    @Test("makes a page with the file in it, which verify reads")
    func page() throws {
        let school = try learner()
        let run = try export(
            school, "--include", "1", "--show-name", "Anna Esimerkki", "--until",
            CalendarDay(of: .now()).adding(days: 30).description,
            "--lang", "fi", "--yes", "-o", "passi.html")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("Tiedoston lukija näkee:"))
        let page = try school.folder.text("passi.html")
        #expect(page.contains("<html lang=\"fi\">"))
        #expect(page.contains("<p class=\"name\">Anna Esimerkki</p>"))
        #expect(page.contains("<img src=\"data:image/svg+xml;base64,"))
        let verified = try school.run("verify", "passi.html", "--bundle", "site", "--json")
        #expect(verified.status == 0, "\(verified.stdout)")
        let report = try #require(try verified.objects().first)
        #expect(report["credential"]?["kind"] == "VerifiablePresentation")
        try school.folder.write("passi.html", page.replacingOccurrences(of: "\"Tiimityö\"", with: "\"Tiimityo\""))
        #expect(try school.run("verify", "passi.html", "--bundle", "site").status == 1)
    }

    @Test("chooses nothing by itself, and says what can be chosen")
    func nothing() throws {
        let school = try learner()
        let run = try export(school, "-o", "passi.json")
        #expect(run.status == 64)
        #expect(run.stderr.contains("passportctl: --include 1  Tiimityö, Esimerkki-ammattiopisto\n"))
        #expect(run.stderr.contains("--include 2"))
        #expect(run.stderr.contains("(usage.missing)"))
        #expect(!school.folder.files().contains("passi.json"))
    }

    @Test("asks before it writes, and without a terminal refuses")
    func question() throws {
        let school = try learner()
        let run = try export(school, "--include", "1", "-o", "passi.json")
        #expect(run.status == 64)
        #expect(run.stderr.contains("This will be written to \"passi.json\"."))
        #expect(run.stderr.contains("--yes"))
        #expect(!school.folder.files().contains("passi.json"))
        #expect(try school.run("passport", "shares", "--shelf", "anna.shelf", "--json").stdout.isEmpty)
    }

    @Test("only shows with --preview: nothing is written, and no key is needed")
    func preview() throws {
        let school = try School(isEncrypted: false)
        try school.award(to: "anna@example.org")
        #expect(try school.run("publish", "-o", "site").status == 0)
        let created = try school.run(
            "passport", "create", "--shelf", "anna.shelf", environment: ["PASSPORT_PASSPHRASE": "kolme sanaa"])
        #expect(created.status == 0, "\(created.stderr)")
        #expect(try school.run("passport", "add", "anna.json", "--shelf", "anna.shelf", "--bundle", "site").status == 0)
        let before = school.folder.files()
        let run = try export(school, "--include", "1", "--preview", "--lang", "sv")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.hasPrefix("Den som läser filen ser:\n"))
        #expect(run.stdout.contains("e-postadress (hashad, med saltet bredvid)"))
        #expect(run.stdout.contains("hittar din på några sekunder"))
        #expect(school.folder.files() == before)
        let withoutKey = try export(school, "--include", "1", "--yes", "-o", "passi.json")
        #expect(withoutKey.status == 77)
        #expect(!school.folder.files().contains("passi.json"))
        let wrong = try Desk(school.folder).run(
            [
                "passport", "export", "--shelf", "anna.shelf", "--bundle", "site", "--include", "1", "--yes", "-o",
                "passi.json",
            ], environment: ["PASSPORT_WORKSPACE": "school", "PASSPORT_PASSPHRASE": "neljä sanaa"])
        #expect(wrong.status == 77)
        #expect(!school.folder.files().contains("passi.json"))
    }

    @Test("leaves what is there alone, unless it is told to replace it")
    func existing() throws {
        let school = try learner()
        try school.folder.write("passi.json", "mine")
        let refused = try export(school, "--include", "1", "--yes", "-o", "passi.json")
        refused.expectRefusal(73, "file.exists", naming: "passi.json")
        #expect(try school.folder.text("passi.json") == "mine")
        #expect(try export(school, "--include", "1", "--yes", "--force", "-o", "passi.json").status == 0)
        #expect(try json(school, "passi.json")["type"] == ["VerifiablePresentation"])
        let nowhere = try export(school, "--include", "1", "--yes", "-o", "none/passi.json")
        #expect(nowhere.status == 73)
    }

    @Test("lets no withdrawn badge into a file")
    func revoked() throws {
        let school = try learner()
        let id = try #require(try json(school, "anna.json")["id"]?.stringValue)
        #expect(try school.run("revoke", id, "--reason", "error").status == 0)
        #expect(try school.run("publish", "-o", "site").status == 0)
        let run = try export(school, "--include", "2", "--include", "1", "--yes", "-o", "passi.json")
        #expect(run.status == 65)
        #expect(run.stderr.contains("(portfolio.not-valid)"))
        #expect(!school.folder.files().contains("passi.json"))
        // Once the shelf knows, leaving the list at home changes nothing.
        _ = try school.run("passport", "list", "--check", "--shelf", "anna.shelf", "--bundle", "site")
        let blind = try Desk(school.folder).run([
            "passport", "export", "--shelf", "anna.shelf", "--include", "1", "--yes", "-o", "passi.json",
        ])
        #expect(blind.status == 65, "\(blind.stderr)")
        #expect(blind.stderr.contains("(portfolio.not-valid)"))
        #expect(!school.folder.files().contains("passi.json"))
    }

    @Test("warns of a badge that can't be confirmed")
    func undetermined() throws {
        let school = try learner()
        let run = try Desk(school.folder).run([
            "passport", "export", "--shelf", "anna.shelf", "--include", "1", "--yes", "-o", "passi.json",
        ])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("passportctl: warning: \"Tiimityö\" can't be confirmed here"))
    }

    @Test("shows that the key is the learner's with a challenge and no badge")
    func key() throws {
        let school = try learner()
        let run = try export(
            school, "--for", "koulu.example", "--challenge", "7Q2-K9", "--yes", "-o", "avain.json")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("There is no badge in it"))
        let proof = try json(school, "avain.json")
        #expect(proof["verifiableCredential"] == nil)
        #expect(proof["proof"]?["domain"] == "koulu.example")
        #expect(proof["proof"]?["challenge"] == "7Q2-K9")
        let unaddressed = try export(school, "--challenge", "7Q2-K9", "--yes", "-o", "b.json")
        unaddressed.expectRefusal(64, "usage.missing", naming: "--for")
        let page = try export(
            school, "--for", "koulu.example", "--challenge", "7Q2-K9", "--yes", "-o", "b.html")
        page.expectRefusal(64, "usage.value")
    }

    @Test("answers programs with what was written")
    func answer() throws {
        let school = try learner()
        let run = try export(
            school, "--include", "1", "--show-name", "Anna", "--staple", "--json", "--quiet", "--yes", "-o",
            "passi.json")
        #expect(run.status == 0, "\(run.stderr)")
        let answer = try #require(try run.objects().first)
        #expect(
            answer.names == [
                "format", "form", "files", "items", "showedName", "receiver", "challenge", "until", "statusLists",
                "didDocuments",
            ])
        #expect(answer["format"] == "passport.export/1")
        #expect(answer["form"] == "presentation")
        #expect(answer["files"]?.arrayValue?.first?["file"] == "passi.json")
        #expect(answer["items"]?.arrayValue?.first?["verdict"] == "valid")
        #expect(answer["items"]?.arrayValue?.first?["id"] == (try json(school, "anna.json"))["id"])
        #expect(answer["didDocuments"] == [.string(School.issuer)])
        #expect(answer["statusLists"]?.arrayValue?.count == 1)
        #expect(try json(school, "passi.json")["verifiableCredential"]?.arrayValue?.count == 4)
        #expect(run.stderr.isEmpty)
    }

    @Test("staples what a receiver would have to ask for")
    func stapled() throws {
        let school = try learner()
        for (name, options) in [("bare.json", []), ("full.json", ["--staple"])] as [(String, [String])] {
            let run = try Desk(school.folder).run(
                [
                    "passport", "export", "--shelf", "anna.shelf", "--bundle", "site", "--include", "1", "--yes", "-o",
                    name,
                ]
                    + options, environment: ["PASSPORT_WORKSPACE": "school"])
            #expect(run.status == 0, "\(run.stderr)")
        }
        // A receiver who trusts the school's keys, and has nothing else of it.
        let desk = Desk(school.folder)
        #expect(try desk.run("trust", "init", "--trust", "trust.json").status == 0)
        let added = try desk.run(
            "trust", "add", School.issuer, "--name", "Koulu", "--did-document", "site/did.json", "--trust", "trust.json"
        )
        #expect(added.status == 0, "\(added.stderr)")
        let bare = try desk.run("verify", "bare.json", "--trust", "trust.json", "--json")
        #expect(bare.status == 2, "\(bare.stdout)")
        let full = try desk.run("verify", "full.json", "--trust", "trust.json", "--json")
        #expect(full.status == 0, "\(full.stdout)")
        #expect(try full.objects().first?["inner"]?.arrayValue?.count == 1)
    }

    @Test("bakes badges into their pictures, a file for each")
    func pictures() throws {
        let school = try learner()
        let run = try export(
            school, "--include", "1", "--include", "2", "--format", "png", "--yes", "-o", "kuvat")
        #expect(run.status == 0, "\(run.stderr)")
        let names = school.folder.files().filter { $0.hasPrefix("kuvat/") }
        #expect(names.count == 2)
        let first = try #require(names.first { $0.hasPrefix("kuvat/tiimityo-") })
        #expect(permissions(school, first) == 0o600)
        #expect(try school.run("unbake", first, "-o", "out.json").status == 0)
        #expect(try school.folder.read("out.json") == (try school.folder.read("anna.json")))
        let again = try export(school, "--include", "1", "--format", "png", "--yes", "-o", "kuvat")
        again.expectedExists()
        let signed = try export(
            school, "--include", "1", "--format", "png", "--for", "x.example", "--yes", "-o", "kuvat2")
        signed.expectRefusal(64, "usage.value", naming: "--for")
        #expect(!school.folder.files().contains { $0.hasPrefix("kuvat2") })
    }

    @Test("leaves parts of a badge out where its issuer allows it, and never hands on the issuer's own proof")
    func parts() throws {
        let school = try learner()
        let key = SigningKey(
            verificationMethod: School.issuer + "#p256-1",
            privateKey: try PrivateKey(pem: try school.folder.read("school/keys/p256-1.pem"), passphrase: nil))
        var credential = try json(school, "anna.json").removing("proof")
        credential["id"] = "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11"
        credential["validUntil"] = "2099-12-31T21:59:59Z"
        let badge = try DataIntegrity.secure(
            credential, suite: ECDSASD2023(contexts: OpenBadgesContexts.store.prepared), key: key,
            created: Timestamp.now())
        try school.folder.write("parts.json", JSONWriter.compact(.object(badge)))
        let added = try school.run("passport", "add", "parts.json", "--shelf", "anna.shelf", "--bundle", "site")
        #expect(added.status == 0, "\(added.stdout)\(added.stderr)")
        #expect(try school.run("verify", "parts.json", "--bundle", "site").status == 1)
        #expect(try school.run("passport", "list", "--shelf", "anna.shelf", "--check", "--bundle", "site").status == 0)

        let hidden = try export(
            school, "--include", "3", "--hide", "/credentialSubject/identifier", "--hide", "/evidence", "--yes", "-o",
            "part.json")
        #expect(hidden.status == 0, "\(hidden.stderr)")
        let whole = try export(school, "--include", "3", "--yes", "-o", "whole.json")
        #expect(whole.status == 0, "\(whole.stderr)")
        let secret = try #require(badge["proof"]?["proofValue"]?.stringValue)
        for name in ["part.json", "whole.json"] {
            #expect(!(try school.folder.text(name)).contains(secret))
            let verified = try school.run("verify", name, "--bundle", "site", "--json")
            #expect(verified.status == 0, "\(verified.stdout)")
        }
        let part = try #require(try json(school, "part.json")["verifiableCredential"]?.arrayValue?.first)
        #expect(part["credentialSubject"]?["identifier"] == nil)
        #expect(part["evidence"] == nil)
        #expect(part["credentialSubject"]?["achievement"] == credential["credentialSubject"]?["achievement"])
        let demanded = try export(school, "--include", "3", "--hide", "/validUntil", "--yes", "-o", "c.json")
        #expect(demanded.status == 65)
        #expect(demanded.stderr.contains("(portfolio.must-be-shown)"))
    }

    @Test("retells badges in the European Learning Model, and says that nobody can check it")
    func elm() throws {
        let school = try learner()
        let run = try export(
            school, "--include", "1", "--format", "elm", "--show-name", "Anna Esimerkki", "--lang", "fi", "--yes", "-o",
            "elm.json")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("allekirjoittamatta"))
        #expect(run.stderr.contains("ja maan: Esimerkki-ammattiopisto"))
        #expect(!run.stderr.contains("Tunnistaa sinut"))
        let document = try json(school, "elm.json")
        #expect(document["type"] == ["VerifiableCredential", "EuropeanDigitalCredential"])
        #expect(document["credentialSubject"]?["fullName"] == ["fi": "Anna Esimerkki"])
        #expect(document["credentialSubject"]?["hasClaim"]?.arrayValue?.first?["title"] == ["fi": "Tiimityö"])
        #expect(document["proof"] == nil)
        #expect(try school.run("verify", "elm.json").status != 0)
    }

    @Test(
        "refuses what makes no sense, and writes nothing",
        arguments: [
            (["--include", "1", "--until", "2000-01-01"], 64, "portfolio.until"),
            (["--include", "1", "--until", "soon"], 64, "usage.value"),
            (["--include", "1", "--show-name", ""], 64, "usage.value"),
            (["--include", "1", "--show-name", "a\u{202E}b"], 64, "portfolio.name"),
            (["--include", "1", "--show-name", "Anna 131052-308T"], 64, "portfolio.name"),
            (["--include", "9"], 65, "shelf.item-missing"),
            (["--include", "1", "--hide", "/name"], 65, "portfolio.not-selective"),
            (["--include", "1", "--show", "name"], 64, "proof.pointer"),
            (["--include", "1", "--format", "elm", "--staple"], 64, "usage.value"),
        ] as [([String], Int32, String)])
    func refused(options: [String], status: Int32, code: String) throws {
        let school = try learner()
        let run = try Desk(school.folder).run(
            ["passport", "export", "--shelf", "anna.shelf", "--yes", "-o", "passi.json"] + options,
            environment: ["PASSPORT_WORKSPACE": "school"])
        run.expectRefusal(status, code)
        #expect(!school.folder.files().contains("passi.json"))
    }
}

extension Run {
    fileprivate func expectedExists(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(status == 73, "\(stderr)", sourceLocation: sourceLocation)
        #expect(stderr.contains("(file.exists)"), "\(stderr)", sourceLocation: sourceLocation)
    }
}
