import Foundation
import TestSupport
import Testing

@Suite("A workspace in which something is broken")
struct BrokenWorkspaceTests {
    /// One command of each kind that needs the register.
    static let commands = [
        ["definition", "list"], ["definition", "retire", "palaute"], ["publish", "-o", "site"],
        ["award", "tiimityo", "--to", "a@example.org", "--evidence", School.evidence, "-o", "a.json"],
    ]

    private func expect(
        _ status: Int32, _ code: String, naming name: String, in school: School,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try school.contents()
        let register = try? school.folder.read("school/register.sqlite")
        for command in Self.commands {
            try Desk(school.folder).run(command, environment: ["PASSPORT_WORKSPACE": "school"])
                .expectRefusal(status, code, naming: name, sourceLocation: sourceLocation)
        }
        #expect(try school.contents() == before, sourceLocation: sourceLocation)
        #expect((try? school.folder.read("school/register.sqlite")) == register, sourceLocation: sourceLocation)
    }

    @Test("none at all: every command says how to get one")
    func none() throws {
        let desk = try Desk()
        for command in Self.commands {
            try desk.run(command).expectRefusal(78, "workspace.missing", naming: "--workspace", "init")
            try desk.run(command + ["--workspace", "gone"]).expectRefusal(78, "workspace.missing", naming: "gone")
            try desk.run(command, environment: ["PASSPORT_WORKSPACE": "gone"])
                .expectRefusal(78, "workspace.missing", naming: "gone")
        }
        #expect(desk.folder.files().isEmpty)
    }

    @Test(
        "settings with a mistake are named with line and column",
        arguments: [
            ("{", "workspace.settings", "line 2"), ("", "workspace.settings", "line 1"),
            ("[]", "workspace.settings", "line 1"),
            ("{\"format\":\"passport.workspace/1\"}", "workspace.settings", "\"name\""),
            ("{\"format\":\"passport.workspace/9\"}", "workspace.format", "newer"),
        ])
    func settings(text: String, code: String, name: String) throws {
        let school = try School()
        try school.folder.write("school/workspace.json", text.isEmpty ? text : text + "\n")
        try expect(78, code, naming: name, in: school)
        try expect(78, code, naming: "workspace.json", in: school)
    }

    @Test(
        "a value of the settings that can't be is named",
        arguments: [
            ("\"https://passi.example/org/ammattiopisto\"", "\"ftp://passi.example\"", "workspace.url"),
            ("did:web:passi.example:org:ammattiopisto", "did:web:other.example", "workspace.issuer"),
            ("\"languages\"", "\"langauges\"", "workspace.settings"), ("\"embed\"", "\"huge\"", "workspace.settings"),
        ])
    func values(old: String, new: String, code: String) throws {
        let school = try School()
        let text = try school.folder.text("school/workspace.json")
        let changed = text.replacingOccurrences(of: old, with: new)
        try #require(changed != text)
        try school.folder.write("school/workspace.json", changed)
        try expect(78, code, naming: "workspace.json", in: school)
    }

    @Test("a missing register is not made anew")
    func missingRegister() throws {
        let school = try School()
        for name in ["register.sqlite", "register.sqlite-wal", "register.sqlite-shm"] {
            try? FileManager.default.removeItem(atPath: school.folder.path(of: "school/\(name)"))
        }
        try expect(78, "register.missing", naming: "register.sqlite", in: school)
        #expect(!school.folder.exists("school/register.sqlite"))
    }

    @Test("a register that is none, and an empty one", arguments: ["garbage, not a database", ""])
    func garbage(text: String) throws {
        let school = try School()
        try school.folder.write("school/register.sqlite", text)
        try expect(78, "register.not-a-register", naming: "register.sqlite", in: school)
    }

    @Test("a register of a newer version is left alone")
    func newer() throws {
        let school = try School()
        var bytes = try school.folder.read("school/register.sqlite")
        // The schema's version in SQLite's file format: four bytes from the sixtieth on.
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try school.folder.write("school/register.sqlite", bytes)
        try expect(78, "register.newer-schema", naming: "99", in: school)
    }

    @Test("a damaged register says to restore the backup")
    func damaged() throws {
        let school = try School()
        try school.folder.write(
            "school/register.sqlite", Array(try school.folder.read("school/register.sqlite").prefix(20_000)))
        try expect(78, "register.corrupt", naming: "backup", in: school)
    }

    @Test("a folder in the register's place")
    func folderAsRegister() throws {
        let school = try School()
        try FileManager.default.removeItem(atPath: school.folder.path(of: "school/register.sqlite"))
        try school.folder.write("school/register.sqlite/file", "")
        try expect(78, "register.not-a-register", naming: "register.sqlite", in: school)
    }

    @Test("a missing folder of definitions is named")
    func noDefinitions() throws {
        let school = try School()
        try FileManager.default.removeItem(atPath: school.folder.path(of: "school/badge-definitions"))
        for command in [["definition", "list"], ["definition", "lint"], Self.commands[3]] {
            try Desk(school.folder).run(command, environment: ["PASSPORT_WORKSPACE": "school"])
                .expectRefusal(65, "definition.unreadable", naming: "badge-definitions")
        }
    }

    @Test("a broken definition is refused by name; the others go on")
    func brokenDefinition() throws {
        let school = try School()
        try school.folder.write("school/badge-definitions/palaute.json", "{")
        try school.run("award", "palaute", "--to", "a@example.org")
            .expectRefusal(65, "definition.unreadable", naming: "palaute.json", "line 1", "definition lint")
        try school.award(to: "anna@example.org")
        let lint = try school.run("definition", "lint")
        #expect(lint.status == 65)
        #expect(lint.stdout.contains(/palaute\.json:1:\d+: error: .*\(json\.malformed\)/))
    }
}
