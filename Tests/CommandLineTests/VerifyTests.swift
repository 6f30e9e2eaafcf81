import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl verify")
struct VerifyTests {
    /// A shop that lists the school, with three badges and the school's site; it has no workspace.
    private struct Shop {
        let desk: Desk

        init(trusting: Bool = true) throws {
            desk = try Desk(Self.template.get().copy())
            if trusting {
                let run = try desk.run(
                    "trust", "add", School.issuer, "--name", "Ammattiopisto", "--bundle", "site",
                    "--achievements", School.badges)
                #expect(run.status == 0, "\(run.stderr)")
            }
        }

        private static let template = Result {
            let school = try School()
            try school.award(to: "anna@example.org", "--level", "3", "--hours", "27")
            try school.award(to: "bo@example.org")
            let jwt = try Desk(school.folder).run(
                [
                    "award", "tiimityo", "--to", "kim@example.org", "--evidence", School.evidence, "--format", "jwt",
                    "-o", "kim.jwt",
                ], environment: ["PASSPORT_WORKSPACE": "school"])
            let site = try school.run("publish", "-o", "site")
            guard jwt.status == 0, site.status == 0 else {
                throw Failed(jwt.stderr + site.stderr)
            }
            try FileManager.default.removeItem(atPath: school.folder.path(of: "school"))
            return school.folder
        }

        func verify(_ arguments: String..., stdin: [UInt8] = [], environment: [String: String] = [:]) throws -> Run {
            try desk.run(["verify"] + arguments, stdin: stdin, environment: environment)
        }
    }

    // MARK: Verdicts

    @Test("a genuine badge, as JSON and as a JWT, is genuine", arguments: ["anna.json", "kim.jwt"])
    func genuine(file: String) throws {
        let run = try Shop().verify(file, "--bundle", "site")
        #expect(run.status == 0, "\(run.stdout)")
        #expect(run.stdout.hasPrefix("\(file): Genuine badge. Whose it is was not checked.\n"))
        #expect(run.stderr.isEmpty)
    }

    @Test(
        "each language has its own words",
        arguments: [("fi", "Aito merkki."), ("sv", "Äkta märke."), ("en", "Genuine badge.")])
    func languages(language: String, words: String) throws {
        let shop = try Shop()
        let asked = try shop.verify("anna.json", "--bundle", "site", "--lang", language, "-q")
        #expect(asked.stdout.hasPrefix("anna.json: \(words)"), "\(asked.stdout)")
        let locale = ["LANG": "\(language)_FI.UTF-8"]
        #expect(try shop.verify("anna.json", "--bundle", "site", "-q", environment: locale).stdout == asked.stdout)
    }

    @Test("the report of a genuine badge is the one that was reviewed", arguments: ["en", "fi", "sv"])
    func golden(language: String) throws {
        let run = try Shop().verify(
            "anna.json", "--bundle", "site", "--recipient", "anna@example.org", "--lang", language)
        let steady = run.stdout.replacing(/\d{4}-\d\d-\d\d/, with: "DATE").replacing(/\d+\.\d+\.\d{4}/, with: "DATE")
        try Snapshot.expect(steady, is: "verify-genuine-\(language).txt")
    }

    @Test("--recipient tells whose it is and whose not, also from a JWT")
    func recipient() throws {
        let shop = try Shop()
        for (file, address) in [("anna.json", "anna@example.org"), ("kim.jwt", "kim@example.org")] {
            let own = try shop.verify(file, "--bundle", "site", "--recipient", address, "-q")
            #expect(own.status == 0)
            #expect(own.answer == "\(file): Genuine badge. It names \(address).")
            let other = try shop.verify(file, "--bundle", "site", "--recipient", "eve@example.org", "-q")
            #expect(other.status == 1)
            #expect(other.answer == "\(file): Not valid: It was not awarded to eve@example.org.")
        }
    }

    @Test("a changed byte is not valid, wherever it is", arguments: [("anna.json", "Tiimityö", "Tiimityå")])
    func changed(file: String, old: String, new: String) throws {
        let shop = try Shop()
        try shop.desk.folder.write(
            "changed.json", try shop.desk.folder.text(file).replacingOccurrences(of: old, with: new))
        let run = try shop.verify("changed.json", "--bundle", "site", "--json")
        #expect(run.status == 1)
        let report = try #require(try run.objects().first)
        #expect(report["verdict"] == "invalid")
        #expect(codes(report).contains("proof.signature-mismatch"))
    }

    @Test("a JWT with another payload is not valid")
    func changedJWT() throws {
        let shop = try Shop()
        var bytes = try shop.desk.folder.read("kim.jwt")
        bytes[bytes.count / 2] = bytes[bytes.count / 2] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        try shop.desk.folder.write("changed.jwt", bytes)
        #expect(try shop.verify("changed.jwt", "--bundle", "site", "-q").status == 1)
    }

    @Test("an issuer that isn't listed leaves it undecided, although the signature fits")
    func unlisted() throws {
        let run = try Shop(trusting: false).verify("anna.json", "--bundle", "site", "--json")
        #expect(run.status == 2)
        let report = try #require(try run.objects().first)
        #expect(report["verdict"] == "undetermined")
        #expect(codes(report).contains("proof.ok"))
        #expect(codes(report).contains("issuer.unknown"))
    }

    @Test("without a status list it is undecided whether it was withdrawn; with the list it isn't")
    func status() throws {
        let shop = try Shop()
        let without = try shop.verify("anna.json", "--json")
        #expect(without.status == 2)
        #expect(codes(try #require(try without.objects().first)).contains("status.unavailable"))
        #expect(try shop.verify("anna.json", "--status", "site/status/1.json", "-q").status == 0)
    }

    @Test("a list counts where it is said to be from, and what it says of itself is named")
    func addressedStatus() throws {
        let shop = try Shop()
        let own = "https://passi.example/org/ammattiopisto/status/1.json"
        #expect(try shop.verify("anna.json", "--status", "\(own)=site/status/1.json", "-q").status == 0)
        // Said to be from elsewhere, it is still the list that it says it is.
        #expect(try shop.verify("anna.json", "--status", "https://x.example/1=site/status/1.json", "-q").status == 0)
        let missing = try shop.verify("anna.json", "--status", "\(own)=gone.json")
        missing.expectRefusal(66, "file.missing", naming: "gone.json")
    }

    @Test("a list of 1EdTech's kind is taken, and says nothing of badges that don't name it")
    func revocationList() throws {
        let shop = try Shop()
        try shop.desk.folder.write(
            "revoked.json", #"{"id":"https://x.example/r","revokedCredentials":[{"id":"urn:x"}]}"#)
        let run = try shop.verify("anna.json", "--status", "revoked.json", "--json")
        #expect(codes(try #require(try run.objects().first)).contains("status.unavailable"))
        try shop.desk.folder.write("broken.json", #"{"revokedCredentials":[{"revoked":true}]}"#)
        try shop.verify("anna.json", "--status", "broken.json")
            .expectRefusal(65, "file.wrong-kind", naming: "broken.json")
    }

    @Test("--at judges as of a day, in both ways of writing it")
    func at() throws {
        let shop = try Shop()
        for day in ["2020-01-01", "1.1.2020", "2020-01-01T12:00:00Z"] {
            let run = try shop.verify("anna.json", "--bundle", "site", "--at", day, "--json")
            #expect(run.status == 1)
            #expect(codes(try #require(try run.objects().first)).contains("validity.not-yet"))
        }
        try shop.verify("anna.json", "--at", "someday").expectRefusal(64, "usage.value", naming: "someday")
    }

    // MARK: Inputs

    @Test("a folder means every file in it, in order, with a summary")
    func folder() throws {
        let shop = try Shop()
        try FileManager.default.createDirectory(
            atPath: shop.desk.folder.path(of: "in"), withIntermediateDirectories: false)
        for name in ["anna.json", "bo.json", "kim.jwt"] {
            try shop.desk.folder.write("in/\(name)", try shop.desk.folder.read(name))
        }
        try shop.desk.folder.write("in/photo.txt", "not a badge")
        let run = try shop.verify("in", "--bundle", "site")
        #expect(run.status == 1)
        #expect(
            run.stderr == "passportctl: 4 files: 3 genuine; 1 not valid: there is no badge in the file.\n"
        )
        let machine = try shop.verify("in/", "--bundle", "site", "--json")
        let reports = try machine.objects()
        #expect(
            reports.map { $0["source"]?.stringValue } == ["in/anna.json", "in/bo.json", "in/kim.jwt", "in/photo.txt"])
        #expect(reports.allSatisfy { $0["format"] == "passport.report/1" })
        #expect(machine.stderr == run.stderr)
        #expect(try shop.verify("in/", "--bundle", "site", "--json", "-q").stderr.isEmpty)
    }

    @Test("a list names the files, one a line, in its order")
    func list() throws {
        let shop = try Shop()
        try shop.desk.folder.write("list.txt", "kim.jwt\r\n\nanna.json\ngone.json\n")
        let run = try shop.verify("--files-from", "list.txt", "--bundle", "site", "--json")
        #expect(run.status == 2)
        #expect(try run.objects().map { $0["source"]?.stringValue } == ["kim.jwt", "anna.json", "gone.json"])
        let piped = try shop.verify(
            "bo.json", "--files-from", "-", "--bundle", "site", "-q", stdin: Array("anna.json\n".utf8))
        #expect(piped.status == 0)
        #expect(piped.stdout.split(separator: "\n").map { $0.prefix(3) } == ["bo.", "ann"])
        try shop.verify().expectRefusal(64, "usage.missing", naming: "--files-from")
        try shop.desk.folder.write("empty.txt", "\n\n")
        try shop.verify("--files-from", "empty.txt").expectRefusal(64, "usage.missing", naming: "--files-from")
        try shop.verify("--files-from", "none.txt").expectRefusal(66, "file.missing", naming: "none.txt")
        try shop.desk.folder.write("odd.txt", "anna.json\u{0}bo.json")
        try shop.verify("--files-from", "odd.txt").expectRefusal(65, "file.wrong-kind", naming: "odd.txt")
    }

    @Test("standard input is read with -")
    func standardInput() throws {
        let shop = try Shop()
        let run = try shop.verify("-", "--bundle", "site", "-q", stdin: try shop.desk.folder.read("anna.json"))
        #expect(run.status == 0)
        #expect(run.stdout.hasPrefix("-: Genuine badge."))
        let empty = try shop.verify("-", "--json")
        #expect(empty.status == 1)
        #expect(codes(try #require(try empty.objects().first)).contains("form.empty"))
    }

    @Test("a file that isn't there is an error when it is the only one, and undecided among others")
    func missing() throws {
        let shop = try Shop()
        try shop.verify("gone.json").expectRefusal(66, "file.missing", naming: "gone.json")
        let run = try shop.verify("gone.json", "anna.json", "--bundle", "site", "--json")
        #expect(run.status == 2)
        #expect(try run.objects().map { $0["verdict"] } == ["undetermined", "valid"])
    }

    @Test("an empty folder holds nothing to judge")
    func emptyFolder() throws {
        let shop = try Shop()
        try FileManager.default.createDirectory(
            atPath: shop.desk.folder.path(of: "empty"), withIntermediateDirectories: false)
        try shop.verify("empty").expectRefusal(66, "file.missing", naming: "empty")
    }

    @Test(
        "bytes of every kind get a verdict, never a crash",
        arguments: [
            ("", 1), ("{", 1), ("[]", 1), ("null", 1), ("a.b.c", 1), ("\u{89}PNG", 1), ("{\"a\":1,\"a\":2}", 1),
            ("{\"@context\":[]}", 1),
        ])
    func strangeBytes(text: String, status: Int) throws {
        let desk = try Desk()
        try desk.folder.write("x", text)
        let run = try desk.run("verify", "x")
        #expect(run.status == Int32(status), "\(run.stdout)")
        #expect(run.stdout.hasPrefix("x: "))
    }

    @Test("a file that crosses a limit is undecided, and no crash", arguments: ["[", "{\"a\":"])
    func deep(opening: String) throws {
        let desk = try Desk()
        try desk.folder.write("x", String(repeating: opening, count: 100_000))
        let run = try desk.run("verify", "x", "--json")
        #expect(run.status == 2)
        #expect(codes(try #require(try run.objects().first)).contains("limit.json"))
    }

    @Test(
        "material that isn't what its option takes is named",
        arguments: [
            (["--trust", "gone"], 66, "file.missing"), (["--bundle", "gone"], 66, "file.missing"),
            (["--status", "gone"], 66, "file.missing"), (["--did-document", "gone"], 66, "file.missing"),
            (["--status", "anna.json"], 65, "file.wrong-kind"),
            (["--did-document", "anna.json"], 65, "file.wrong-kind"),
            (["--status", "."], 65, "file.wrong-kind"),
            (["--bundle", "site/status"], 65, "file.not-a-published-folder"),
            (["--lang", "de"], 64, "usage.value"), (["--workspace", "gone"], 78, "workspace.missing"),
        ])
    func material(options: [String], status: Int, code: String) throws {
        let shop = try Shop()
        try shop.desk.run(["verify", "anna.json"] + options)
            .expectRefusal(Int32(status), code, naming: options[1])
    }

    @Test("a name that would paint the terminal is shown as an escape")
    func terminal() throws {
        let desk = try Desk()
        try desk.folder.write("a\u{1B}[31m\u{202E}.json", "{}")
        let run = try desk.run("verify", "a\u{1B}[31m\u{202E}.json")
        #expect(!run.stdout.contains("\u{1B}") && !run.stdout.contains("\u{202E}"))
        let missing = try desk.run("verify", "b\u{1B}[31m")
        #expect(missing.status == 66)
        #expect(!missing.stderr.contains("\u{1B}"))
    }

    private func codes(_ report: JSONObject) -> [String] {
        (report["checks"]?.arrayValue ?? []).compactMap { $0.objectValue?["code"]?.stringValue }
    }
}

extension ScratchFolder {
    /// A folder of its own with the same files.
    fileprivate func copy() throws -> ScratchFolder {
        let copy = try ScratchFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            try FileManager.default.copyItem(atPath: self.path(of: name), toPath: copy.path(of: name))
        }
        return copy
    }
}
