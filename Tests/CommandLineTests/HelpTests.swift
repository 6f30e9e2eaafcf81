import TestSupport
import Testing

@Suite("Help texts")
struct HelpTests {
    /// Every command there is, by its words, as the help texts themselves name them; the program itself has none.
    static let commands: [[String]] = {
        var found: [[String]] = [[]]
        var next = 0
        while next < found.count {
            let command = found[next]
            next += 1
            let text = (try? Desk().run(command + ["--help"]).stdout) ?? ""
            guard let list = text.firstRange(of: "SUBCOMMANDS:\n") else { continue }
            for line in text[list.upperBound...].split(separator: "\n", omittingEmptySubsequences: false) {
                guard !line.isEmpty else { break }
                if let name = line.prefixMatch(of: /\ \ ([a-z-]+)/)?.1 { found.append(command + [String(name)]) }
            }
        }
        return found
    }()

    @Test("there is one for each command of the design")
    func all() {
        let names = Set(Self.commands.map { $0.joined(separator: " ") })
        #expect(
            names == [
                "", "init", "definition", "definition lint", "definition list", "definition show", "definition diff",
                "definition publish", "definition retire", "definition import", "award", "application",
                "application new", "application add", "application list", "application show", "application decide",
                "revoke", "suspend", "reinstate", "register", "register list", "register show", "register stats",
                "register audit", "register check", "register backup", "register restore", "register export-person",
                "register erase-person", "register consent", "register export-koski", "register transcript",
                "register bind", "publish", "key", "key list",
                "key generate", "key rotate", "key retire", "key revoke", "trust", "trust init", "trust add",
                "trust list", "trust remove", "trust bundle", "trust import", "verify", "doctor", "bake", "unbake",
                "pathway",
                "pathway enrol", "pathway leave",
                "pathway check", "match", "passport", "passport create", "passport add", "passport list",
                "passport show", "passport remove", "passport progress", "passport export", "passport shares",
                "passport backup", "passport restore", "recognise", "recognise evaluate", "recognise decide",
                "recognise explain",
            ])
    }

    @Test("are the ones that were reviewed", arguments: commands)
    func golden(command: [String]) throws {
        let run = try Desk().run(command + ["--help"])
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
        try Snapshot.expect(run.stdout, is: "help\(command.map { "-\($0)" }.joined()).txt")
    }

    @Test("each show an example", arguments: commands)
    func example(command: [String]) throws {
        let text = try Desk().run(command + ["--help"]).stdout
        #expect(text.contains("passportctl \(command.first ?? "award")"), "\(text)")
        #expect(text.contains("Example") || command.isEmpty, "\(text)")
    }

    @Test("have no line wider than a terminal, but for the usage", arguments: commands)
    func width(command: [String]) throws {
        let text = try Desk().run(command + ["--help"]).stdout
        let wide = text.split(separator: "\n").filter { $0.count > 80 && !$0.hasPrefix("USAGE: ") }
        #expect(wide.isEmpty)
    }
}
