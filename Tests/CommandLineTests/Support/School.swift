import Foundation
import TestSupport

/// A teacher's desk: a scratch folder with the workspace `school` in it, sample badges published.
///
/// Making one takes a second, so it is made once and every test works on a copy of its own.
struct School {
    let folder: ScratchFolder
    private let environment: [String: String]

    static let issuer = "did:web:passi.example:org:ammattiopisto"
    static let badges = "https://passi.example/org/ammattiopisto/badges/"
    static let passphrase = "kolme sanaa vain"
    static let evidence = "https://portfolio.example.org/kahvila"

    /// - Parameter isEncrypted: whether the keys need `passphrase`
    init(isEncrypted: Bool = false) throws {
        folder = try ScratchFolder()
        environment = ["PASSPORT_WORKSPACE": "school"]
        let template = try (isEncrypted ? Self.encrypted : Self.plain).get()
        try FileManager.default.copyItem(atPath: template.path(of: "school"), toPath: folder.path(of: "school"))
    }

    private static let plain = Result { try make(["--no-passphrase"]) }
    private static let encrypted = Result { try make([], ["PASSPORT_PASSPHRASE": passphrase]) }

    private static func make(_ options: [String], _ environment: [String: String] = [:]) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        let run = try Desk(folder).run(
            [
                "init", "school", "--name", "Esimerkki-ammattiopisto", "--url",
                "https://passi.example/org/ammattiopisto", "--samples",
            ] + options, environment: environment)
        guard run.status == 0 else { throw Failed(run.stderr) }
        return folder
    }

    /// Runs the program beside the workspace, which it finds by `PASSPORT_WORKSPACE`.
    func run(_ arguments: String..., stdin: [UInt8] = [], environment: [String: String] = [:]) throws -> Run {
        try Desk(folder).run(
            arguments, stdin: stdin, environment: self.environment.merging(environment) { $1 })
    }

    /// Awards tiimityo and answers the file's name.
    @discardableResult
    func award(to email: String, _ more: String...) throws -> String {
        let file = "\(email.prefix { $0 != "@" }).json"
        let run = try Desk(folder).run(
            ["award", "tiimityo", "--to", email, "--evidence", Self.evidence, "-o", file] + more,
            environment: environment)
        guard run.status == 0 else { throw Failed(run.stderr) }
        return file
    }

    /// The definition of a sample badge, changed.
    func changeDefinition(_ name: String, _ old: String, _ new: String) throws {
        let path = "school/badge-definitions/\(name)"
        try folder.write(path, try folder.text(path).replacingOccurrences(of: old, with: new))
    }

    /// Everything the workspace holds by its bytes, to see that a command changed nothing.
    ///
    /// Without the register, whose pages move when it is only opened.
    func contents() throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for name in folder.files() where !name.contains("register.sqlite") {
            contents[name] = try folder.read(name)
        }
        return contents
    }
}

/// A folder in which somebody without a workspace runs the program.
struct Desk {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }
    init(_ folder: ScratchFolder) { self.folder = folder }

    func run(_ arguments: String..., stdin: [UInt8] = [], environment: [String: String] = [:]) throws -> Run {
        try run(arguments, stdin: stdin, environment: environment)
    }

    /// - Parameter wrapper: a command, by its whole path, that gets the program and its arguments to run
    func run(
        _ arguments: [String], through wrapper: [String] = [], stdin: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> Run {
        let (status, stdout, stderr) = try BuiltProgram.run(
            arguments, through: wrapper, stdin: stdin, environment: Self.samples.merging(environment) { $1 },
            in: folder)
        return Run(status: status, stdout: stdout, stderr: stderr)
    }

    /// - Returns: the exit status of a program that ended before; nothing when it was killed
    func run(_ arguments: [String], killedAfter moment: Duration, environment: [String: String] = [:]) throws -> Int32?
    {
        try BuiltProgram.run(
            arguments, killedAfter: moment, environment: Self.samples.merging(environment) { $1 }, in: folder)
    }

    private static let samples = ["PASSPORT_SAMPLES": "\(PackageRoot.path)/badge-definitions"]

    /// Takes a file or folder over from a school, as by email.
    func receive(_ name: String, as newName: String? = nil, from school: School) throws {
        try FileManager.default.copyItem(
            atPath: school.folder.path(of: name), toPath: folder.path(of: newName ?? name))
    }
}
