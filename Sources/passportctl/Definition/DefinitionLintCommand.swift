import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings
import Passport

/// Says everything that is wrong with definitions, each with its place.
struct DefinitionLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check definitions, pathways, skill profiles and offers.",
        discussion: """
            Without files, all of the workspace's definitions are checked.

            Example: passportctl definition lint badge-definitions/tiimityo.json
                     passportctl definition lint examples/skill-profile.json
            """)

    @Argument(help: "Files to check, or folders of them.")
    var files: [String] = []

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let workspace = try workspaceOptions.findIfAny(Environment.current)
        let libraries = try load(workspace)
        let findings = libraries.flatMap(\.findings)
        for finding in findings where !output.quiet || finding.isError {
            if output.json {
                Terminal.result(bytes: JSONWriter.compact(.object(finding.json)) + [0x0A])
            } else {
                for line in finding.lines { Terminal.result(line) }
            }
        }
        let errors = findings.count(where: \.isError)
        let checked = libraries.map { $0.entries.count + $0.pathwayEntries.count + $0.otherFiles.count }.reduce(0, +)
        if !output.quiet, !output.json {
            Terminal.note(
                "\(checked) sound, \(errors) \(errors == 1 ? "error" : "errors"), "
                    + "\(findings.count - errors) \(findings.count - errors == 1 ? "warning" : "warnings").")
        }
        if errors > 0 { throw ExitStatus.badInput }
    }

    private func load(_ workspace: Workspace?) throws -> [DefinitionLibrary] {
        let defaults = workspace?.settings.definitionDefaults ?? .outsideWorkspace
        guard !files.isEmpty else {
            guard let workspace else {
                throw UsageError(
                    .missing, "There is no workspace here whose definitions could be checked.",
                    hint: "Name the files, as `passportctl definition lint badge-definitions/`.")
            }
            let register = try Register.open(at: workspace.registerPath, readOnly: true)
            return [try DefinitionCatalogue(workspace, register: register).library]
        }
        var libraries: [DefinitionLibrary] = []
        let folders = files.filter { InputFile.kind(of: $0) == .folder }
        let single = files.filter { InputFile.kind(of: $0) != .folder }
        for path in single where InputFile.kind(of: path) == .missing {
            throw ReceiverError(.missing, "There is no file \"\(path)\".", hint: "Check the name and the folder.")
        }
        for folder in folders {
            libraries.append(try DefinitionLibrary.load(folder: folder, defaults: defaults))
        }
        if !single.isEmpty { libraries.append(try DefinitionLibrary.load(files: single, defaults: defaults)) }
        return libraries
    }
}
