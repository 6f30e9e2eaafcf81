import Encodings
import Foundation
import TestSupport
import Testing

/// A learner's desk beside a school: a shelf at the default place.
struct LearnerDesk {
    let desk: Desk

    init(_ folder: ScratchFolder? = nil, passphrase: String? = nil) throws {
        desk = try folder.map { Desk($0) } ?? Desk()
        let run = try desk.run(
            ["passport", "create", "-q"] + (passphrase == nil ? ["--no-passphrase"] : []),
            environment: passphrase.map { ["PASSPORT_PASSPHRASE": $0] } ?? [:])
        guard run.status == 0 else { throw Failed(run.stderr) }
    }

    func run(_ arguments: String..., stdin: [UInt8] = [], environment: [String: String] = [:]) throws -> Run {
        try desk.run(["passport"] + arguments, stdin: stdin, environment: environment)
    }

    static let place = ".local/share/passport/shelf.sqlite"
}

@Suite("passportctl passport")
struct PassportShelfTests {
    /// A school that gave Anna badges and published, and Anna, who trusts it.
    private func story(_ slugs: [String] = []) throws -> (school: School, anna: LearnerDesk) {
        let school = try School()
        try school.award(to: "anna@example.org", "--level", "3")
        try FileManager.default.createDirectory(
            atPath: school.folder.path(of: "badges"), withIntermediateDirectories: true)
        for slug in slugs {
            let run = try school.run(
                "award", slug, "--to", "anna@example.org", "--evidence", "document: report", "-o", "badges/\(slug).json"
            )
            guard run.status == 0 else { throw Failed(run.stderr) }
        }
        _ = try school.run("publish", "-o", "site", "-q")
        let anna = try LearnerDesk()
        try anna.desk.receive("site", from: school)
        try anna.desk.receive("anna.json", from: school)
        if !slugs.isEmpty { try anna.desk.receive("badges", from: school) }
        let trust = try anna.desk.run(
            "trust", "add", School.issuer, "--name", "The School", "--bundle", "site", "-q")
        guard trust.status == 0 else { throw Failed(trust.stderr) }
        return (school, anna)
    }

    // MARK: create

    @Test("create makes a shelf for its owner alone, with an encrypted key, and prints the DID")
    func create() throws {
        let desk = try Desk()
        let run = try desk.run("passport", "create", environment: ["PASSPORT_PASSPHRASE": "kolme sanaa vain"])
        #expect(run.status == 0 && run.answer.hasPrefix("did:key:z6Mk"), "\(run.stderr)")
        #expect(run.stderr.contains(LearnerDesk.place) && !run.stderr.contains("warning"))
        let attributes = try FileManager.default.attributesOfItem(atPath: desk.folder.path(of: LearnerDesk.place))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(desk.folder.files() == [LearnerDesk.place])
        let bytes = String(decoding: try desk.folder.read(LearnerDesk.place), as: UTF8.self)
        #expect(bytes.contains("BEGIN ENCRYPTED PRIVATE KEY"))

        try desk.run("passport", "create", "--no-passphrase").expectRefusal(73, "shelf.already-exists")
        let json = try desk.run("passport", "create", "--no-passphrase", "--shelf", "two.shelf", "--json").objects()
        #expect(json.first?["format"] == "passport.shelf/1" && json.first?["encrypted"] == false)
    }

    @Test("create without a passphrase and a terminal is refused, and leaves nothing")
    func createWithout() throws {
        let desk = try Desk()
        try desk.run("passport", "create").expectRefusal(
            77, "key.passphrase-missing", naming: "--no-passphrase")
        try desk.folder.write("pass", "x")
        try desk.run("passport", "create", "--no-passphrase", "--passphrase-file", "pass")
            .expectRefusal(64, "usage.value")
        try desk.run("passport", "create", "--no-passphrase", "--shelf", "").expectRefusal(64, "usage.value")
        try desk.run("passport", "create", "--no-passphrase", "--shelf", "pass/x.shelf")
            .expectRefusal(73, "file.unwritable")
        #expect(!desk.folder.exists("pass/x.shelf") && !desk.folder.exists(LearnerDesk.place))
    }

    @Test("every command without a shelf says how to make one")
    func noShelf() throws {
        let desk = try Desk()
        try desk.folder.write("p.json", "{}")
        for command in [
            ["list"], ["show", "1"], ["remove", "1"], ["shares"], ["backup", "-o", "b"], ["add", "x.json"],
            ["progress", "--pathway", "p.json"],
        ] {
            try desk.run(["passport"] + command).expectRefusal(66, "shelf.missing", naming: "passport create")
        }
        let elsewhere = try desk.run("passport", "list", environment: ["PASSPORT_SHELF": "my.shelf"])
        elsewhere.expectRefusal(66, "shelf.missing", naming: "my.shelf")
        #expect(desk.folder.files() == ["p.json"])
    }

    // MARK: add, list, show

    @Test("a badge that checks out is kept, and again changes nothing")
    func add() throws {
        let (_, anna) = try story()
        let first = try anna.run("add", "anna.json", "--bundle", "site")
        #expect(first.status == 0 && first.answer == "anna.json: 1  Tiimityö: on your shelf, and genuine.")
        #expect(first.stderr == "passportctl: 1 new, 0 there already, 0 turned away.\n")
        let again = try anna.run("add", "anna.json", "--bundle", "site", "--lang", "sv")
        #expect(again.status == 0)
        #expect(again.answer == "anna.json: 1  Tiimityö: fanns redan på din hylla; ingenting ändrades.")
        let list = try anna.run("list", "--lang", "fi")
        #expect(list.status == 0 && list.stdout.hasPrefix("1  Tiimityö  L3  "))
        #expect(list.stdout.contains("  aito, tarkistettu "))
        #expect(list.stdout.contains("Esimerkki-ammattiopisto; nimeää: sähköpostiosoitteen"))
        let shown = try anna.run("show", "1", "--lang", "en")
        #expect(shown.stdout.hasPrefix("Genuine badge. "))
        #expect(shown.stdout.contains("  Earned by: ") && shown.stdout.contains("  Whose: names an email address"))
        #expect(shown.stdout.contains("not bound to your key") && !shown.stdout.contains("--recipient"))
    }

    @Test("what can't be checked yet is kept with its reason, and known after another look")
    func unverified() throws {
        let (_, anna) = try story()
        let add = try anna.run("add", "anna.json", "--trust", "none.json")
        #expect(add.status != 0 && add.stdout.isEmpty)
        try anna.desk.folder.write(
            "empty.json", "{\"format\":\"passport.trust/1\",\"updated\":\"2026-01-01T00:00:00Z\",\"issuers\":[]}")
        let open = try anna.run("add", "anna.json", "--trust", "empty.json", "--lang", "fi")
        #expect(open.status == 0, "\(open.stderr)")
        #expect(open.stdout.hasPrefix("anna.json: 1  Tiimityö: hyllylläsi, ei vielä varmistettu. "))
        #expect(open.stderr.contains("passportctl passport list --check"))
        let before = try anna.run("list", "--json").objects()
        #expect(before[0]["standing"] == "not-yet-verified" && before[0]["verdict"] == "undetermined")
        #expect(before[0]["reasons"]?.asList.first?["code"] == "key.unavailable")
        let check = try anna.run("list", "--check", "--bundle", "site", "--json").objects()
        #expect(check[0]["standing"] == "valid" && check[0]["reasons"]?.asList.isEmpty == true)
        // A look without the list takes nothing away, and says so.
        let again = try anna.run("list", "--check", "--lang", "en")
        #expect(again.status == 0 && again.stdout.contains("genuine"))
        #expect(again.stderr.contains("not checked anew, so what was known on"))
    }

    @Test("what isn't valid is turned away with the reason, and the rest is kept")
    func refused() throws {
        let (_, anna) = try story()
        let text = try anna.desk.folder.text("anna.json")
        try anna.desk.folder.write("forged.json", text.replacingOccurrences(of: "Tiimityö", with: "Johtajuus"))
        try anna.desk.folder.write("notes.txt", "hello")
        let run = try anna.run("add", "forged.json", "anna.json", "notes.txt", "--bundle", "site", "--lang", "en")
        #expect(run.status == 1)
        let lines = run.stdout.split(separator: "\n")
        #expect(
            lines[0]
                == "forged.json: Johtajuus: not put on your shelf. The content and the signature don't belong together."
        )
        #expect(lines.contains("anna.json: 1  Tiimityö: on your shelf, and genuine."))
        #expect(lines.contains { $0.hasPrefix("notes.txt: There is nothing for your shelf in it. ") })
        #expect(run.stderr.contains("1 new, 0 there already, 2 turned away."))
        let json = try anna.run("add", "forged.json", "--json")
        #expect(json.status == 1)
        #expect(try json.objects().first?["outcome"] == "refused")
        #expect(try json.objects().first?["reasons"]?.asList.first?["code"] == "proof.signature-mismatch")
        #expect(try anna.run("list", "--json").objects().count == 1)
        try anna.run("add", "nothing.json").expectRefusal(66, "file.missing", naming: "nothing.json")
    }

    @Test("--recipient takes only what is that person's; without it nothing is turned away for that")
    func recipient() throws {
        let (_, anna) = try story()
        let other = try anna.run("add", "anna.json", "--bundle", "site", "--recipient", "bertta@example.org")
        #expect(other.status == 1 && other.stdout.contains("not put on your shelf"))
        let own = try anna.run("add", "anna.json", "--bundle", "site", "--recipient", "anna@example.org")
        #expect(own.status == 0 && own.stdout.contains("on your shelf, and genuine"))
    }

    @Test("JWT, PNG, SVG and standard input are taken like JSON, each badge once")
    func forms() throws {
        let (school, anna) = try story()
        let awards = [
            ["asiakaskohtaaminen", "--format", "jwt", "-o", "service.jwt"],
            ["esiintyminen", "--bake", "png", "-o", "pitch.png"], ["palaute", "--bake", "svg", "-o", "feedback.svg"],
        ]
        for award in awards {
            let run = try Desk(school.folder).run(
                ["award", award[0], "--to", "anna@example.org", "--evidence", "observation: seen"] + award.dropFirst(),
                environment: ["PASSPORT_WORKSPACE": "school"])
            guard run.status == 0 else { throw Failed(run.stderr) }
        }
        for name in ["service.jwt", "pitch.png", "feedback.svg"] { try anna.desk.receive(name, from: school) }
        let run = try anna.run(
            "add", "service.jwt", "pitch.png", "feedback.svg", "-", "--bundle", "site",
            stdin: try school.folder.read("anna.json"))
        #expect(run.status == 0, "\(run.stdout)")
        let unbaked = try anna.desk.run("unbake", "pitch.png", "-o", "pitch.json")
        #expect(unbaked.status == 0)
        #expect(try anna.run("add", "pitch.json", "--bundle", "site").stdout.contains("on your shelf already"))
        let items = try anna.run("list", "--json").objects()
        #expect(items.count == 4 && items.map { $0["jwt"] } == [true, false, false, false])
        let shown = try anna.run("show", "1", "--json").objects()
        let signed = String(decoding: try anna.desk.folder.read("service.jwt"), as: UTF8.self)
        #expect(shown[0]["credential"]?.stringValue == signed.trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(shown[0]["report"]?["format"] == "passport.report/1")
    }

    @Test("a revoked badge is told as withdrawn after another look, and counts no more")
    func revoked() throws {
        let (school, anna) = try story()
        _ = try anna.run("add", "anna.json", "--bundle", "site", "-q")
        let id = try JSONParser.parse(try school.folder.read("anna.json"))["id"]?.stringValue ?? ""
        _ = try school.run("revoke", id, "--reason", "error")
        _ = try school.run("publish", "-o", "site2", "-q")
        try anna.desk.receive("site2", from: school)
        let list = try anna.run("list", "--check", "--bundle", "site2", "--lang", "en")
        #expect(list.status == 0 && list.stdout.contains("withdrawn, checked"), "\(list.stdout)\(list.stderr)")
        let show = try anna.run("show", "1", "--lang", "fi", "-q")
        #expect(show.answer == "Ei kelpaa: myöntäjä on perunut sen.")
    }

    @Test("badges of other issuers land on the shelf, each as it is signed", .needsCorpus("dcc"))
    func otherIssuers() throws {
        let anna = try LearnerDesk()
        let names = [
            "dcc/credentials/v2/dataIntegrityProof/didKey/legacyRegistry-noStatus-noExpiry-basicOBv3.json",
            "dcc/credentials/v1/bothSignatureTypes/didKey/mixedRegistry-validStatus-noExpiry.json",
            "dcc/credentials/v2/ed25519/didKey/oidf-revokedStatus-noExpiry.json",
            "signed-credentials/credentials/verifier-core-v2didWebMultikeyWithValidStatus.json",
        ]
        for (index, name) in names.enumerated() { try anna.desk.folder.write("\(index).json", try Corpus.read(name)) }
        let run = try anna.run("add", "0.json", "1.json", "2.json", "3.json", "--json")
        #expect(run.status == 0, "\(run.stdout)")
        #expect(try run.objects().map { $0["outcome"] } == Array(repeating: "unverified", count: 4))
        let issuers = try anna.run("list", "--json").objects().compactMap { $0["issuer"]?.stringValue }
        #expect(issuers.count == 4 && Set(issuers).count == 4)
        // Who is believed is the learner's own choice; then the badge counts.
        let listed = try anna.desk.run("trust", "add", issuers[0], "--name", "Another university", "-q")
        #expect(listed.status == 0, "\(listed.stderr)")
        let checked = try anna.run("list", "--check", "--json").objects()
        #expect(checked[0]["standing"] == "valid" && checked[1]["standing"] == "not-yet-verified")
    }

    // MARK: remove, shares

    @Test("remove asks, and takes off what is meant and nothing else")
    func remove() throws {
        let (_, anna) = try story(["vahvuudet"])
        _ = try anna.run("add", "anna.json", "badges", "--bundle", "site", "-q")
        try anna.run("remove", "1").expectRefusal(64, "usage.missing", naming: "--yes", "Tiimityö")
        try anna.run("remove", "7", "--yes").expectRefusal(65, "shelf.item-missing")
        try anna.run("remove", "1", "tiimityo", "--yes").expectRefusal(65, "shelf.item-reference")
        #expect(try anna.run("list", "--json").objects().count == 2)
        let id = try anna.run("list", "--json").objects()[0]["id"]?.stringValue ?? ""
        let run = try anna.run("remove", String(id.dropFirst(9).prefix(8)), "1", "--yes")
        #expect(run.status == 0 && run.answer == "1  Tiimityö: taken off your shelf.", "\(run.stderr)")
        #expect(try anna.run("list", "--json").objects().map { $0["number"]?.numberValue?.text } == ["2"])
        try anna.run("show", "1").expectRefusal(65, "shelf.item-missing", naming: "passport list")
    }

    @Test("an empty shelf and an empty ledger say what to do or that there is nothing")
    func empty() throws {
        let anna = try LearnerDesk()
        let list = try anna.run("list", "--lang", "fi")
        #expect(list.status == 0 && list.stdout.isEmpty && list.stderr.contains("passportctl passport add"))
        let shares = try anna.run("shares", "--lang", "sv")
        #expect(shares.status == 0 && shares.stdout.isEmpty)
        #expect(shares.stderr == "passportctl: Du har inte lämnat ut något ännu.\n")
        #expect(try anna.run("shares", "--json").stdout.isEmpty)
    }

    // MARK: backup, restore

    @Test("a backup brings the whole shelf back on another machine")
    func backup() throws {
        let (school, anna) = try story()
        _ = try anna.run("add", "anna.json", "--bundle", "site", "-q")
        try anna.run("backup", "-o", "b.backup").expectRefusal(77, "key.passphrase-missing")
        let secret = ["PASSPORT_PASSPHRASE": "varmuus"]
        let made = try anna.run("backup", "-o", "b.backup", environment: secret)
        #expect(made.status == 0 && made.answer == "b.backup", "\(made.stderr)")
        try anna.run("backup", "-o", "b.backup", environment: secret).expectRefusal(73, "file.exists")
        #expect(try anna.run("backup", "-o", "b.backup", "--force", environment: secret).status == 0)

        let phone = try Desk()
        try phone.folder.write("b.backup", try anna.desk.folder.read("b.backup"))
        func restore(_ passphrase: String) throws -> Run {
            try phone.run("passport", "restore", "b.backup", environment: ["PASSPORT_PASSPHRASE": passphrase])
        }
        try restore("väärä").expectRefusal(77, "shelf.backup-passphrase")
        #expect(!phone.folder.exists(LearnerDesk.place))
        let restored = try restore("varmuus")
        #expect(restored.status == 0 && restored.answer.hasPrefix("did:key:z6Mk"))
        try restore("varmuus").expectRefusal(73, "shelf.already-exists")
        #expect(try phone.run("passport", "list", "-q").stdout == anna.run("list", "-q").stdout)
        let other = try phone.run(
            "passport", "restore", "b.backup", "--shelf", "c.shelf", environment: ["PASSPORT_PASSPHRASE": "varmuus"])
        #expect(other.answer == restored.answer)
        try phone.folder.write("cut.backup", Array(try phone.folder.read("b.backup").dropLast(9)))
        try phone.run(
            "passport", "restore", "cut.backup", "--shelf", "d.shelf", environment: ["PASSPORT_PASSPHRASE": "varmuus"]
        ).expectRefusal(65, "shelf.backup-damaged")
        #expect(!phone.folder.exists("d.shelf"))
        _ = school
    }

    @Test("a shelf that others may read, a link and a broken file are refused")
    func unusable() throws {
        let anna = try LearnerDesk()
        let path = anna.desk.folder.path(of: LearnerDesk.place)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        try anna.run("list").expectRefusal(77, "shelf.permissions", naming: "chmod 600")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try FileManager.default.createSymbolicLink(
            atPath: anna.desk.folder.path(of: "link"), withDestinationPath: path)
        try anna.run("list", "--shelf", "link").expectRefusal(77, "shelf.link")
        try anna.desk.folder.write("text", String(repeating: "no shelf ", count: 100))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: anna.desk.folder.path(of: "text"))
        try anna.run("list", "--shelf", "text").expectRefusal(78, "shelf.not-a-shelf")
        try anna.run("list", "--shelf", ".").expectRefusal(78, "shelf.not-a-shelf")
    }
}
