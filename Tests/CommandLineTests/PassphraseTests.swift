import Foundation
import TestSupport
import Testing

@Suite("Passphrases and the permissions of secrets")
struct PassphraseTests {
    private func award(_ school: School, _ more: [String] = [], _ environment: [String: String] = [:]) throws -> Run {
        try Desk(school.folder).run(
            ["award", "tiimityo", "--to", "anna@example.org", "--evidence", School.evidence, "-o", "anna.json"] + more,
            environment: ["PASSPORT_WORKSPACE": "school"].merging(environment) { $1 })
    }

    private func write(_ name: String, _ text: String, mode: Int, in school: School) throws {
        try school.folder.write(name, text)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: school.folder.path(of: name))
    }

    @Test("come from a file, from a file that a variable names, or from a variable")
    func sources() throws {
        let school = try School(isEncrypted: true)
        try write("pass", "\(School.passphrase)\nsecond line\n", mode: 0o600, in: school)
        let runs = [
            try award(school, ["--passphrase-file", "pass"]),
            try award(school, ["--force"], ["PASSPORT_PASSPHRASE_FILE": "pass"]),
            try award(school, ["--force"], ["PASSPORT_PASSPHRASE": School.passphrase]),
        ]
        for run in runs { #expect(run.status == 0, "\(run.stderr)") }
        #expect(Set(runs.map(\.stdout)).count == 1)
    }

    @Test("the option counts before the variables")
    func order() throws {
        let school = try School(isEncrypted: true)
        try write("pass", School.passphrase, mode: 0o600, in: school)
        let run = try award(school, ["--passphrase-file", "pass"], ["PASSPORT_PASSPHRASE": "wrong"])
        #expect(run.status == 0, "\(run.stderr)")
    }

    @Test("none and no terminal to ask on is refused, and nothing is awarded")
    func none() throws {
        let school = try School(isEncrypted: true)
        let run = try award(school)
        run.expectRefusal(77, "key.passphrase-missing", naming: "--passphrase-file", "PASSPORT_PASSPHRASE")
        #expect(!school.folder.exists("anna.json"))
        try school.run("publish", "-o", "site").expectRefusal(77, "key.passphrase-missing")
        #expect(!school.folder.exists("site"))
        try Desk().run("init", "s", "--name", "X").expectRefusal(
            77, "key.passphrase-missing", naming: "--no-passphrase")
    }

    @Test("a wrong one opens nothing and is repeated nowhere")
    func wrong() throws {
        let school = try School(isEncrypted: true)
        let run = try award(school, [], ["PASSPORT_PASSPHRASE": "salaisuus-xyz"])
        run.expectRefusal(77, "key.wrong-passphrase", naming: "ed25519-1.pem")
        #expect(!run.stderr.contains("salaisuus-xyz"))
        #expect(!school.folder.exists("anna.json"))
    }

    @Test("aren't needed to check a class list or to look at definitions")
    func notNeeded() throws {
        let school = try School(isEncrypted: true)
        try school.folder.write("class.csv", "email,evidence\nanna@example.org,\(School.evidence)\n")
        #expect(try school.run("award", "tiimityo", "--csv", "class.csv", "--dry-run").status == 0)
        #expect(try school.run("definition", "list").status == 0)
    }

    @Test("a passphrase file that others may read is refused with the command that mends it")
    func openFile() throws {
        let school = try School(isEncrypted: true)
        try write("pass", School.passphrase, mode: 0o644, in: school)
        try award(school, ["--passphrase-file", "pass"])
            .expectRefusal(77, "key-file.permissions", naming: "chmod 600 pass")
    }

    @Test("a passphrase file that is missing, empty, a link or a folder is named")
    func otherFiles() throws {
        let school = try School(isEncrypted: true)
        try write("pass", School.passphrase, mode: 0o600, in: school)
        try write("empty", "\n", mode: 0o600, in: school)
        try FileManager.default.createSymbolicLink(
            atPath: school.folder.path(of: "link"), withDestinationPath: school.folder.path(of: "pass"))
        try award(school, ["--passphrase-file", "nowhere"]).expectRefusal(66, "key-file.missing", naming: "nowhere")
        try award(school, ["--passphrase-file", "empty"]).expectRefusal(77, "key-file.passphrase", naming: "empty")
        try award(school, ["--passphrase-file", "link"]).expectRefusal(77, "key-file.link", naming: "link")
        try award(school, ["--passphrase-file", "school"]).expectRefusal(77, "key-file.link", naming: "school")
    }

    @Test("a private key that others may read is not used")
    func openKey() throws {
        let school = try School()
        let key = school.folder.path(of: "school/keys/ed25519-1.pem")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: key)
        try award(school).expectRefusal(77, "key-file.permissions", naming: "ed25519-1.pem", "chmod 600")
        try school.run("publish", "-o", "site").expectRefusal(77, "key-file.permissions")
        #expect(!school.folder.exists("anna.json"))
        #expect(!school.folder.exists("site"))
    }

    @Test("missing and broken keys are said to be the workspace's fault")
    func keys() throws {
        let school = try School()
        let keys = school.folder.path(of: "school/keys")
        try FileManager.default.removeItem(atPath: "\(keys)/ed25519-1.pem")
        try award(school).expectRefusal(78, "workspace.key-missing", naming: "backup")
        try school.folder.write("school/keys/ed25519-1.jwk", "nonsense")
        try award(school).expectRefusal(78, "workspace.unreadable", naming: "ed25519-1.jwk")
        try FileManager.default.removeItem(atPath: keys)
        try award(school).expectRefusal(78, "workspace.unreadable", naming: "school/keys")
    }
}
