import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings
import Passport

/// Shows what differs between two definitions, or between a file and what was published.
struct DefinitionDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what differs between two definitions.",
        discussion: """
            With one badge of the workspace, its file is compared with what was published last.

            Examples:
              passportctl definition diff tiimityo
              passportctl definition diff old.json new.json
            """)

    @Argument(help: "A badge of the workspace, or two files.")
    var items: [String]

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let changes: [DefinitionDiff.Change]
        switch items.count {
        case 1: changes = try compareWithRegister(items[0])
        case 2: changes = DefinitionDiff.between(try object(items[0]), try object(items[1]))
        default:
            throw UsageError(.value, "One badge or two files can be compared, not \(items.count) things.")
        }
        for change in changes {
            if output.json {
                Terminal.result(
                    bytes: JSONWriter.compact(
                        .object([
                            "format": "passport.change/1", "path": .string(change.path.description),
                            "old": change.old ?? .null, "new": change.new ?? .null, "frozen": .bool(change.isFrozen),
                        ])) + [0x0A])
                continue
            }
            Terminal.result("\(change.path)\(change.isFrozen ? "" : "  (may change)")")
            if let old = change.old { Terminal.result("  - \(short(old))") }
            if let new = change.new { Terminal.result("  + \(short(new))") }
        }
        if changes.isEmpty, !output.quiet, !output.json { Terminal.note("No difference.") }
    }

    private func compareWithRegister(_ badge: String) throws -> [DefinitionDiff.Change] {
        let reference = try BadgeReference(badge)
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let snapshots = try register.read { try $0.snapshots() }.filter { $0.slug == reference.slug }
        let wanted = snapshots.filter { reference.version == nil || $0.version == reference.version }
        guard let snapshot = wanted.max(by: { $0.version < $1.version }),
            let published = try? JSONParser.parse(snapshot.json).objectValue
        else {
            throw DefinitionError(
                .unknownReference, "Nothing has been published of \"\(badge)\".",
                hint: "`passportctl definition list` shows the badges.")
        }
        // The file is read without the frozen rule: the difference is what is asked for.
        let library = try DefinitionLibrary.load(
            folder: workspace.definitionsFolder, defaults: workspace.settings.definitionDefaults)
        let definition = try library.definition(reference.slug, version: reference.version)
        return DefinitionDiff.between(published, definition.json)
    }

    private func object(_ path: String) throws -> JSONObject {
        let bytes = try InputFile.read(path, limit: DefinitionFile.maxBytes)
        do {
            guard let object = try JSONParser.parse(bytes).objectValue else {
                throw DefinitionError(.field, "\"\(path)\" is no definition: it isn't an object in { }.")
            }
            return object
        } catch let error as JSONError {
            throw JSONError(
                error.code, "\"\(path)\" can't be read as JSON: \(error.message) (\(error.position))",
                at: error.position)
        }
    }

    private func short(_ value: JSONValue) -> String {
        let text = UTF8Text.escapedForTerminal(String(decoding: JSONWriter.compact(value), as: UTF8.self))
        return text.count > 200 ? "\(text.prefix(200))…" : text
    }
}
