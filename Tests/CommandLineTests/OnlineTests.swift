import Encodings
import Fetching
import Foundation
import Glibc
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// The web is asked when the user says so, and only then. The servers are this machine's own.
@Suite("verify --online", .enabled(if: WebServer.isAvailable), .serialized)
struct OnlineTests {
    private static let made = Result { try WebSchool() }
    private let school: WebSchool

    init() throws {
        school = try Self.made.get()
        try? FileManager.default.removeItem(atPath: school.desk.folder.path(of: ".cache"))
    }

    private func code(_ check: String, in run: Run) throws -> String? {
        try school.check(check, in: run)?["code"]?.stringValue
    }

    // MARK: What is asked

    @Test("the list of an issuer that is listed is fetched, and the answer says from where and when")
    func list() throws {
        let before = try school.server.requests().count
        let run = try school.verify(school.online + ["--json"])
        #expect(run.status == 0, "\(run.stdout) \(run.stderr)")
        let status = try #require(try school.check("status", in: run))
        #expect(status["code"] == "status.ok")
        #expect(status["detail"]?["fetchedFrom"]?.stringValue == school.server.url(school.listPath))
        #expect(status["detail"]?["fromCache"] == false)
        #expect(try school.asked(after: before) == ["/status/1.json"])
        let text = try school.verify(school.online + ["--lang", "fi"])
        #expect(text.stdout.contains("palvelimelta localhost:\(school.server.port())."), "\(text.stdout)")
        #expect(text.stderr.isEmpty)
        let request = try #require(try school.server.requests().last)
        #expect(Set(request.headers.keys) == ["host", "user-agent", "accept"])
    }

    @Test("the document of an issuer that isn't listed lets the signature fit, and vouches for nothing")
    func document() throws {
        let before = try school.server.requests().count
        let run = try school.verify(school.online + ["--json"], trust: nil)
        #expect(run.status == 2)
        #expect(try code("proof", in: run) == "proof.ok")
        #expect(try code("issuer", in: run) == "issuer.unknown")
        #expect(try school.check("status", in: run)?["detail"]?["fetch"] == "fetch.unlisted-issuer")
        #expect(try school.asked(after: before) == ["/did.json"])
    }

    @Test("a withdrawal is known with the next question")
    func revoked() throws {
        let school = try WebSchool(school.server)
        #expect(try school.verify(school.online).status == 0)
        try school.revoke("anna")
        try school.publish()
        let run = try school.verify(school.online + ["--json"])
        #expect(run.status == 1)
        #expect(try school.check("status", in: run)?["code"] == "status.revoked")
    }

    @Test("an older list than one that was seen isn't used, whoever serves it")
    func rollback() throws {
        let school = try WebSchool(school.server)
        let old = try school.desk.folder.read("site/status/1.json")
        // Signed in another second.
        sleep(1)
        try school.award("berit")
        try school.revoke("berit")
        try school.publish()
        #expect(try school.verify(school.online).status == 0)
        try school.desk.folder.write("site/status/1.json", old)
        try school.server.publish(school.desk.folder.path(of: "site"), as: String(school.path.dropFirst()))
        try FileManager.default.removeItem(atPath: school.desk.folder.path(of: ".cache"))
        let run = try school.verify(school.online + ["--json"])
        #expect(run.status == 2)
        #expect(try school.check("status", in: run)?["code"] == "status.rollback")
    }

    @Test("other commands that judge ask, too")
    func others() throws {
        try #require(try school.desk.run("passport", "create", "--no-passphrase").status == 0)
        let offline = try school.desk.run("passport", "add", "anna.json", "--trust", "trust.json", "--json")
        #expect(try offline.objects().first?["outcome"]?.stringValue != nil, "\(offline.stdout)")
        let before = try school.server.requests().count
        let run = try school.desk.run(
            ["passport", "add", "anna.json", "--trust", "trust.json", "--json"] + school.online)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try school.asked(after: before) == ["/status/1.json"])
    }

    // MARK: What was kept

    @Test("what was fetched is kept for later, with its date, for its owner alone")
    func kept() throws {
        let school = try WebSchool()
        #expect(try school.verify(school.online).status == 0)
        let files = school.desk.folder.files().filter { $0.hasPrefix(".cache/passport/fetched/") }
        #expect(files.count == 1)
        var status = stat()
        #expect(lstat(school.desk.folder.path(of: try #require(files.first)), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        school.server.stop()
        // Asked for in vain, then not asked for at all.
        let gone = try school.verify(school.online + ["--json"])
        #expect(gone.status == 0)
        #expect(gone.stderr.contains("(fetch.unreachable)"))
        let answer = try #require(try school.check("status", in: gone))
        #expect(answer["detail"]?["fromCache"] == true)
        #expect(answer["detail"]?["fetch"] == "fetch.unreachable")
        let offline = try school.verify(["--lang", "sv"])
        #expect(offline.status == 0)
        #expect(offline.stdout.contains("Enligt en kopia som hämtades"), "\(offline.stdout)")
        #expect(try school.verify(["--no-state"]).status == 2)
        // Damaged, it is as if it weren't there.
        try school.desk.folder.write(try #require(files.first), "damaged")
        let damaged = try school.verify([])
        #expect(damaged.status == 2)
        #expect(damaged.stderr.contains("(cache.damaged)"))
    }

    @Test("--no-state keeps nothing")
    func withoutState() throws {
        let run = try school.verify(school.online + ["--no-state"])
        #expect(run.status == 0, "\(run.stdout)")
        #expect(!school.desk.folder.exists(".cache"))
    }

    // MARK: What is refused

    @Test("a server of one's own network isn't asked without leave", arguments: ReportLanguage.allCases)
    func privateAddress(_ language: ReportLanguage) throws {
        let before = try school.server.requests().count
        let run = try school.verify(
            ["--online", "--ca-file", school.server.authority, "--lang", language.rawValue])
        #expect(run.status == 2)
        #expect(run.stderr.contains("(fetch.private-address)"))
        let words: [ReportLanguage: String] = [
            .en: "a private network", .fi: "yksityisessä verkossa", .sv: "ett privat nätverk",
        ]
        #expect(run.stdout.contains(try #require(words[language])), "\(run.stdout)")
        #expect(try school.server.requests().count == before)
    }

    @Test("a server whose certificate isn't believed isn't asked")
    func certificate() throws {
        let run = try school.verify(["--online", "--allow-private"])
        #expect(run.status == 2)
        #expect(run.stderr.contains("(fetch.certificate)"))
    }

    @Test(
        "a name that leads to this machine is found out when the connection is made", .enabled(if: Sandbox.isAvailable))
    func rebinding() throws {
        try school.desk.folder.write("hosts", "127.0.0.1 school.example\n0.0.0.0 school.example\n::1 school.example\n")
        let badge = try school.desk.folder.text("anna.json")
        try school.desk.folder.write(
            "moved.json", badge.replacingOccurrences(of: "web:localhost", with: "web:school.example"))
        let before = try school.server.requests().count
        let run = try school.verify(
            ["--online", "--ca-file", school.server.authority], trust: nil, file: "moved.json",
            through: Sandbox.wrapper("mount --bind hosts /etc/hosts && shift && exec \"$passportctl\" \"$@\""))
        #expect(run.status == 2, "\(run.stderr)")
        #expect(run.stderr.contains("(fetch.private-address)"), "\(run.stderr)")
        #expect(try school.server.requests().count == before)
    }

    @Test("options about the web mean nothing without it")
    func options() throws {
        try school.verify(["--allow-private"]).expectRefusal(64, "usage.missing", naming: "--online")
        try school.verify(["--ca-file", "x.pem"]).expectRefusal(64, "usage.missing", naming: "--online")
        try school.verify(["--online", "--ca-file", "x.pem"]).expectRefusal(66, "file.missing")
        try school.verify(["--online", "--ca-file", "anna.json"]).expectRefusal(65, "fetch.authorities")
    }

    @Test("each reason that a report can give for what wasn't fetched has its words")
    func words() {
        let codes =
            FetchError.Code.allCases.map(\.rawValue) + WebSupplyError.Code.allCases.map(\.rawValue)
            + SupplyRefusal.allCases.map(\.rawValue) + ["did.web"]
        for code in codes where code != FetchError.Code.authorities.rawValue {
            for language in ReportLanguage.allCases {
                let text = LocalizedText(en: "{fetch}", fi: "{fetch}", sv: "{fetch}").filled(
                    ["fetch": code], in: language)
                #expect(text != code)
            }
        }
    }

    // MARK: No connection

    /// System calls of the program that have to do with the network, and the libraries that it opened. Calls that several
    /// threads make at once stand in two lines each.
    private func trace(_ arguments: [String]) throws -> (run: Run, calls: [Substring], libraries: [Substring]) {
        let log = school.desk.folder.path(of: "calls.txt")
        let run = try school.desk.run(
            arguments, through: ["/usr/bin/strace", "-f", "-qq", "-e", "trace=%network,openat", "-o", log])
        let lines = try school.desk.folder.text("calls.txt").split(separator: "\n")
        return (
            run, lines.filter { !$0.contains("openat") && !$0.contains("+++") && !$0.contains("---") },
            lines.filter { $0.contains(".so") && !$0.contains("ENOENT") }
        )
    }

    /// Whether system calls can be watched here.
    static let canTrace: Bool = {
        guard access("/usr/bin/strace", X_OK) == 0, let desk = try? Desk() else { return false }
        return (try? desk.run(["--version"], through: ["/usr/bin/strace", "-qq", "-o", "/dev/null"]))?.status == 0
    }()

    @Test(
        "no command opens a socket or libcurl without --online", .enabled(if: canTrace),
        arguments: [
            ["verify", "anna.json", "--trust", "trust.json"], ["verify", "anna.json"],
            ["verify", "anna.json", "--bundle", "site", "--json"], ["verify", ".", "-q"],
            ["match", "anna.json", "--profile", "school/badge-definitions/profiles/none.json"],
            ["trust", "list", "--trust", "trust.json"], ["--version"],
        ])
    func offline(_ arguments: [String]) throws {
        let (_, calls, libraries) = try trace(arguments)
        #expect(calls == [])
        #expect(!libraries.isEmpty)
        #expect(!libraries.contains { $0.contains("libcurl") })
    }

    @Test("with --online nothing is opened either when nothing is missing", .enabled(if: canTrace))
    func nothingMissing() throws {
        let (_, calls, libraries) = try trace(["verify", "trust.json", "--online"])
        #expect(calls == [])
        #expect(!libraries.contains { $0.contains("libcurl") })
        // The same eyes see what there is to see.
        let online = try trace(["verify", "anna.json", "--trust", "trust.json"] + school.online)
        #expect(online.run.status == 0)
        #expect(online.calls.contains { $0.contains("connect(") })
        #expect(online.libraries.contains { $0.contains("libcurl") })
        // No connection leaves this machine: names of it are in its own list.
        let connected = online.calls.filter { $0.contains("connect(") && $0.contains("sin") }
        #expect(connected.allSatisfy { $0.contains("127.0.0.1") || $0.contains("::1") }, "\(connected)")
    }
}
