import Glibc
import TestSupport
import Testing

@Suite("The command line as a whole")
struct CommandLineTests {
    @Test("without a word the program says what it can do")
    func alone() throws {
        let run = try Desk().run()
        #expect(run.status == 0)
        #expect(run.stdout.hasPrefix("OVERVIEW: Award, keep and check Open Badges 3.0"))
        #expect(run.stderr.isEmpty)
    }

    @Test("--version names the program, OpenSSL and SQLite")
    func version() throws {
        let run = try Desk().run("--version")
        #expect(run.status == 0)
        #expect(run.answer.wholeMatch(of: /passportctl \d+\.\d+\.\d+ \(OpenSSL 3\.\S+, SQLite 3\.\S+\)/) != nil)
    }

    @Test(
        "completions are written for each shell, and those shells that are here can read them",
        arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let desk = try Desk()
        let run = try desk.run("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.stdout.contains("passportctl"))
        #expect(run.stdout.contains("definition"))
        #expect(run.stderr.isEmpty)
        let places = ["/bin/\(shell)", "/usr/bin/\(shell)"]
        guard let path = places.first(where: { (place: String) in access(place, X_OK) == 0 }) else { return }
        try desk.folder.write("completions", run.stdout)
        // The program's own name, which the wrapper adds, is an argument that the script doesn't look at.
        let read = try desk.run([], through: [path, "-n", "completions"])
        #expect(read.status == 0 && read.stderr.isEmpty, "\(read.stderr)")
        let broken = try desk.folder.write("broken", "if (\n")
        #expect(try desk.run([], through: [path, "-n", broken]).status != 0)
    }

    @Test(
        "a mistake in the command line is a refusal like any other",
        arguments: [
            ["bogus"], ["award"], ["init"], ["init", "x"], ["verify", "-x", "y"], ["award", "b", "--to"],
            ["definition", "show"], ["publish"], ["trust", "add"], ["verify", "a", "--json=x"],
            ["--generate-completion-script", "cobol"],
        ])
    func usage(arguments: [String]) throws {
        let desk = try Desk()
        let run = try desk.run(arguments)
        run.expectRefusal(64, "usage.arguments", naming: "--help")
        #expect(desk.folder.files().isEmpty)
    }

    @Test(
        "a slip of the finger gets the likely intention",
        arguments: [
            (["awrd"], "`passportctl award`"), (["definition", "lnt"], "`passportctl definition lint`"),
            (["trust", "ad"], "`passportctl trust add`"), (["verify", "--trsut", "x", "y"], "--trust"),
        ])
    func nearMiss(arguments: [String], intention: String) throws {
        let run = try Desk().run(arguments)
        run.expectRefusal(64, "usage.arguments", naming: "Did you mean", intention)
    }

    @Test(
        "an empty value is refused before anything is done",
        arguments: [
            ["verify", "x", "--recipient", ""], ["trust", "init", "--trust", ""],
            ["definition", "list", "--workspace", ""],
            ["init", "", "--name", "X"], ["init", "x", "--name", "X", "--lang", ""],
            ["verify", "x", "--challenge", ""],
        ])
    func emptyValue(arguments: [String]) throws {
        let desk = try Desk()
        try desk.run(arguments).expectRefusal(64, "usage.value", naming: "empty")
        #expect(desk.folder.files().isEmpty)
    }
}
