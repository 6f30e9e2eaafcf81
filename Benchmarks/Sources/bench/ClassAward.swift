import Glibc

/// A class list awarded through the built program into a fresh workspace.
struct ClassAward {
    let folder: String
    let rows: Int
    let format: String

    struct Outcome {
        /// Rows a second, from the start of the process to its end.
        let rate: Double
        /// Rows a second of the first and the last thousand, by the times of the files.
        let first, last: Double
        let run: ChildProcess
    }

    /// The folder that the badges end up in.
    var badges: String { "\(folder)/badges-\(format)" }

    func run(_ program: String) throws -> Outcome {
        let workspace = "\(folder)/workspace-\(format)"
        let list = "\(folder)/class.csv"
        try writeList(to: list)
        try expect(
            ChildProcess.run(program, ["init", workspace, "--name", "Ammattiopisto", "--samples", "--no-passphrase"]))
        let run = try ChildProcess.run(
            program,
            [
                "award", "tiimityo", "--csv", list, "--format", format, "--image", "link", "--workspace", workspace,
                "-o", badges,
            ])
        try expect(run)
        let times = try FolderFiles.names(in: badges, suffix: ".\(format)")
            .map { try FolderFiles.modified("\(badges)/\($0)") }.sorted()
        guard times.count == rows else { throw BenchError("\(times.count) of \(rows) badges were written") }
        // A batch is 500 rows: from the first file of one batch to the first file of the next but one.
        return Outcome(
            rate: Double(rows) / run.wall, first: 1000 / (times[1000] - times[0]),
            last: 1000 / (times[rows - 1000] - times[rows - 2000]), run: run)
    }

    private func writeList(to path: String) throws {
        var text = "Sukunimi;Etunimi;Sähköposti;Taso;Päivä;Tunnit;Näyttö;Kuvaus\n"
        for row in 0..<rows {
            text += "Ahola;Aino \(row);aino.ahola.\(row)@example.org;\(2 + row % 2);29.5.2026;27;"
            text += "https://portfolio.example.org/kahvila/\(row);Tiimin jäsenenä kahvilan kevätkampanjassa.\n"
        }
        try FileBytes.write(Array(text.utf8), to: path)
    }

    private func expect(_ run: ChildProcess) throws {
        guard run.status == 0 else { throw BenchError("the program ended with status \(run.status)") }
    }
}

/// What a folder holds.
enum FolderFiles {
    static func names(in folder: String, suffix: String) throws -> [String] {
        guard let stream = opendir(folder) else { throw BenchError("\(folder) can't be read") }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(suffix) { names.append(name) }
        }
        return names.sorted()
    }

    /// When a file was last written, in seconds.
    static func modified(_ path: String) throws -> Double {
        var status = stat()
        guard stat(path, &status) == 0 else { throw BenchError("\(path) is gone") }
        return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    }

    /// A folder of second names for some files.
    static func link(_ names: some Sequence<String>, from folder: String, into other: String) throws {
        mkdir(other, 0o700)
        for name in names {
            guard Glibc.link("\(folder)/\(name)", "\(other)/\(name)") == 0 else {
                throw BenchError("\(other) can't be filled")
            }
        }
    }
}
