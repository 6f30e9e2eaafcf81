import Glibc

/// A university's day: hundreds of applicants with ten badges each, one folder in, one table out.
struct RecognitionBench {
    let program: String
    let folder: String

    static let applicants = 400
    static let badges = [
        "pelisaannot", "tyoturvallisuus", "tiimityo", "yrittajamainen-asenne", "liiketoimintamalli",
        "talous-ja-hinnoittelu", "monialainen-projekti", "digityovalineet", "vahvuudet", "urasuunnitelma",
    ]

    private var school: String { "\(folder)/school" }
    private var trust: String { "\(folder)/trust.json" }
    private let base = "https://passi.example/org/ammattiopisto"

    func run() throws {
        Output.note("awards for \(Self.applicants) applicants, \(Self.badges.count) badges each")
        try makeInbox()
        var peaks: [Double] = []
        for count in [100, Self.applicants] {
            Output.note("recognise \(count) applicants")
            let run = try recognise(count)
            peaks.append(run.peakMB)
            Output.row(
                "recognise \(count) applicants × \(Self.badges.count) badges",
                "\(Output.fixed(run.wall, 1)) s, \(Output.fixed(run.peakMB, 0)) MB",
                beside:
                    "cores busy \(Output.fixed(run.processor / run.wall, 1)) of \(sysconf(Int32(_SC_NPROCESSORS_ONLN)))",
                goal: count == Self.applicants ? "≤ 10 s on two cores" : "")
        }
        Output.row("– peak memory, \(Self.applicants) to 100 applicants", "", ratio: Output.fixed(peaks[1] / peaks[0]))
    }

    private func recognise(_ count: Int) throws -> ChildProcess {
        var list = "file;case;identifiers\n"
        for number in 0..<count { list += "\(number);A-\(number);\(address(number))\n" }
        try FileBytes.write(Array(list.utf8), to: "\(folder)/applicants.csv")
        let inbox = "\(folder)/inbox-\(count)"
        mkdir(inbox, 0o700)
        for number in 0..<count { symlink("\(folder)/inbox/\(number)", "\(inbox)/\(number)") }
        let run = try ChildProcess.run(
            program,
            [
                "recognise", inbox, "--rules", "\(folder)/rules.json", "--applicants", "\(folder)/applicants.csv",
                "--trust", trust, "--bundle", "\(folder)/site", "--table", "\(folder)/table-\(count).csv", "--cases",
                "\(folder)/cases-\(count)", "--ledger", "\(folder)/ledger.jsonl", "--json",
            ])
        try expect(run)
        let rows = try FileBytes.read("\(folder)/table-\(count).csv").split(separator: 0x0A).dropFirst()
        // Each has the second rule's three badges, which an officer decides on, and no file may be in doubt.
        guard rows.count == count, rows.allSatisfy({ $0.starts(with: Array("officer;".utf8)) }),
            !rows.contains(where: { String(decoding: $0, as: UTF8.self).contains("UNKNOWN") })
        else { throw BenchError("the table isn't what it should be") }
        return run
    }

    private func address(_ number: Int) -> String { "oppija\(number)@example.org" }

    // MARK: What applicants send

    private func makeInbox() throws {
        try expect(
            ChildProcess.run(
                program, ["init", school, "--name", "Ammattiopisto", "--url", base, "--samples", "--no-passphrase"]))
        mkdir("\(folder)/inbox", 0o700)
        for number in 0..<Self.applicants { mkdir("\(folder)/inbox/\(number)", 0o700) }
        var list = "email;evidence\n"
        for number in 0..<Self.applicants { list += "\(address(number));document: raportti\n" }
        try FileBytes.write(Array(list.utf8), to: "\(folder)/learners.csv")
        for badge in Self.badges { try award(badge) }
        try expect(ChildProcess.run(program, ["publish", "-o", "\(folder)/site", "--workspace", school]))
        try expect(
            ChildProcess.run(
                program,
                [
                    "trust", "add", "did:web:passi.example:org:ammattiopisto", "--name", "Ammattiopisto",
                    "--did-document", "\(folder)/site/did.json", "--trust", trust,
                ]))
        var rules = String(decoding: try FileBytes.read("examples/recognition-rules.json"), as: UTF8.self)
        for (old, new) in [
            ("https://passi.example/badges/", "\(base)/badges/"), ("\"2026-08-01\"", "\"2020-01-01\""),
            ("\"2027-07-31\"", "\"2099-07-31\""),
        ] { rules = rules.replacing(old, with: new) }
        try FileBytes.write(Array(rules.utf8), to: "\(folder)/rules.json")
    }

    /// The report says which file is whose.
    private func award(_ badge: String) throws {
        let out = "\(folder)/out-\(badge)"
        try expect(
            ChildProcess.run(
                program,
                ["award", badge, "--csv", "\(folder)/learners.csv", "-o", out, "--workspace", school, "--force"]))
        let lines = String(decoding: try FileBytes.read("\(out)/\(badge)-report.csv"), as: UTF8.self)
            .split(whereSeparator: \.isNewline).dropFirst()
        guard lines.count == Self.applicants else { throw BenchError("\(badge) was given to \(lines.count)") }
        for (number, line) in lines.enumerated() {
            guard let file = line.split(separator: ";").last,
                link("\(out)/\(file)", "\(folder)/inbox/\(number)/\(badge).json") == 0
            else { throw BenchError("the inbox can't be filled") }
        }
    }

    private func expect(_ run: ChildProcess) throws {
        guard run.status == 0 else { throw BenchError("the program ended with status \(run.status)") }
    }
}
