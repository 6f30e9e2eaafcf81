import Glibc

/// What users wait for, measured through the built program.
struct ProgramBench {
    let program: String
    let rows: Int

    func run() throws {
        guard rows >= 3000, rows % 500 == 0 else { throw BenchError("ROWS is at least 3000, in batches of 500") }
        var template = Array("\(scratchRoot)/passport-bench-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
        guard mkdtemp(&template) != nil else { throw BenchError("there is no place for scratch files") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // Removed at the end only: ext4 is slow to reuse what was removed a moment ago.
        defer { _ = try? ChildProcess.run("/bin/rm", ["-rf", folder]) }

        Output.note("plain inserts of \(rows) rows")
        let plain = try PlainInserts.rate(rows: rows, path: "\(folder)/plain.sqlite")
        Output.row(
            "SQLite alone: 2 KB rows, 500 a transaction, synchronous=FULL", "\(Output.fixed(plain, 0)) rows/s")
        let json = try award("json", folder, plain)
        _ = try award("jwt", folder, plain)
        try verifyFolders(json.badges, folder)
        try start(json.badges)
        mkdir("\(folder)/recognition", 0o700)
        try RecognitionBench(program: program, folder: "\(folder)/recognition").run()
    }

    private var scratchRoot: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    private func award(_ format: String, _ folder: String, _ plain: Double) throws -> ClassAward {
        Output.note("class award of \(rows) rows, \(format)")
        let award = ClassAward(folder: folder, rows: rows, format: format)
        let outcome = try award.run(program)
        Output.row(
            "class award of \(rows) rows, \(format)", "\(Output.fixed(outcome.rate, 0)) rows/s",
            beside: "SQLite alone \(Output.fixed(plain, 0))", ratio: Output.fixed(outcome.rate / plain),
            goal: "≥ 2,500 rows/s")
        Output.row(
            "– its first and last thousand",
            "\(Output.fixed(outcome.first, 0)), \(Output.fixed(outcome.last, 0)) rows/s",
            ratio: Output.fixed(outcome.last / outcome.first), goal: "flat")
        Output.row(
            "– processor time, peak memory",
            "\(Output.fixed(outcome.run.processor / Double(rows) * 1e6, 0)) µs a row, "
                + "\(Output.fixed(outcome.run.peakMB, 0)) MB")
        return award
    }

    private func verifyFolders(_ badges: String, _ folder: String) throws {
        let names = try FolderFiles.names(in: badges, suffix: ".json")
        var peaks: [Double] = []
        for count in [1000, rows] {
            Output.note("verify a folder of \(count)")
            let files = "\(folder)/verify-\(count)"
            try FolderFiles.link(names.prefix(count), from: badges, into: files)
            let run = try ChildProcess.run(program, ["verify", files, "--quiet"])
            guard run.status == 2 else { throw BenchError("verify ended with status \(run.status)") }
            peaks.append(run.peakMB)
            Output.row(
                "verify a folder of \(count) files",
                "\(Output.fixed(Double(count) / run.wall, 0)) files/s, \(Output.fixed(run.peakMB, 1)) MB",
                beside:
                    "cores busy \(Output.fixed(run.processor / run.wall, 1)) of \(sysconf(Int32(_SC_NPROCESSORS_ONLN)))"
            )
        }
        Output.row("– peak memory, \(rows) to 1000 files", "", ratio: Output.fixed(peaks[1] / peaks[0]), goal: "≤ 1.5")
    }

    /// The median of 50 runs, taken in turns so that a busy second hits both alike.
    private func start(_ badges: String) throws {
        Output.note("the start of a process")
        guard let name = try FolderFiles.names(in: badges, suffix: ".json").first else {
            throw BenchError("there is no badge to verify")
        }
        var (verify, nothing): ([ChildProcess], [ChildProcess]) = ([], [])
        for _ in 0..<50 {
            verify.append(try ChildProcess.run(program, ["verify", "\(badges)/\(name)"]))
            nothing.append(try ChildProcess.run("/bin/true", []))
        }
        func median(_ runs: [ChildProcess], _ value: (ChildProcess) -> Double) -> Double {
            runs.map(value).sorted()[runs.count / 2]
        }
        Output.row(
            "verify one small file, whole process", "\(Output.fixed(median(verify, \.wall) * 1e3, 1)) ms wall",
            beside: "/bin/true \(Output.fixed(median(nothing, \.wall) * 1e3, 1)) ms", goal: "≤ 8 ms")
        Output.row(
            "– processor time, fastest run",
            "\(Output.fixed(median(verify, \.processor) * 1e3, 1)) ms, "
                + "\(Output.fixed((verify.map(\.wall).min() ?? 0) * 1e3, 1)) ms wall")
        Output.row(
            "– peak memory", "\(Output.fixed(median(verify, \.peakMB), 1)) MB",
            beside: "/bin/true, in this harness \(Output.fixed(median(nothing, \.peakMB), 1)) MB", goal: "≤ 25 MB")
    }
}
