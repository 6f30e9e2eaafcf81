import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings
import Passport

/// Makes definitions of the national badges in a saved list.
struct DefinitionImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take national badges over from a saved ePerusteet list.",
        discussion: """
            Published badges become drafts with one level, hyväksytty. Imported again, a
            badge is known by its code: what has changed becomes a new version, and what
            was published stays. Hours, evidence and a picture of your own may be added
            before `definition publish`.

            Example: passportctl definition import osaamismerkit.json --dry-run
                     passportctl definition import osaamismerkit.json --only 1000 1002
            """)

    @Argument(help: ArgumentHelp("The list, as /api/external/osaamismerkit answers; - for stdin.", valueName: "file"))
    var file: String

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Only these, by code.", valueName: "code"))
    var only: [String] = []

    @Option(help: ArgumentHelp("Another category for a theme: digitaidot=digi.", valueName: "theme=slug"))
    var category: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Another folder than the workspace's badge-definitions.", valueName: "folder"))
    var output: String?

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(output, "--output")
        let categories = try self.category.map(Self.category)
        let limit = NationalList.maxBytes
        let bytes =
            file == "-" ? try InputFile.readStandardInput(limit: limit) : try InputFile.read(file, limit: limit)
        let list = try NationalList.read(bytes, file: file == "-" ? "standard input" : file)
        let (badges, skipped) = try choose(from: list)
        let importer = try self.importer()
        let plan = try importer.plan(badges, categories: Dictionary(categories) { $1 })
        if !dryRun { try importer.write(plan) }
        for note in list.notes where !answer.quiet { Terminal.warning(note) }
        for entry in plan.entries { render(entry, list.warnings) }
        for entry in skipped { render(entry) }
        if !answer.quiet, !answer.json { summarise(plan, skipped) }
        if skipped.contains(where: \.isError) { throw ExitStatus.badInput }
    }

    // MARK: What is meant

    private func importer() throws -> NationalImporter {
        guard let output else {
            let workspace = try workspaceOptions.find(Environment.current)
            let register = try Register.open(at: workspace.registerPath, readOnly: true)
            return try NationalImporter(try DefinitionCatalogue(workspace, register: register))
        }
        try OutputFile.checkFolder(output)
        if InputFile.kind(of: output) == .missing {
            guard !dryRun else {
                throw ReceiverError(
                    .missing, "There is no folder \(InputFile.name(output)) yet.",
                    hint: "A dry run makes none; make it first.")
            }
            try OutputFile.makeFolder(output)
        }
        return try NationalImporter(folder: output)
    }

    private func choose(from list: NationalList) throws -> ([NationalBadge], [NationalList.Skipped]) {
        guard !only.isEmpty else { return (list.badges, list.skipped) }
        let wanted = only.flatMap { $0.split(separator: ",") }.map { text in
            text.allSatisfy(\.isNumber) ? "osaamismerkit_\(text)" : String(text)
        }
        let known = Set(list.badges.map(\.codeURI) + list.skipped.compactMap(\.codeURI))
        if let missing = wanted.first(where: { !known.contains($0) }) {
            throw DefinitionError(
                .unknownReference, "The list has no badge \"\(UTF8Text.escapedForTerminal(missing))\".",
                hint: NearestName.find(missing, among: known).map { "Did you mean \"\($0)\"?" }
                    ?? "Write the codes as 1000 or osaamismerkit_1000.")
        }
        let set = Set(wanted)
        return (
            list.badges.filter { set.contains($0.codeURI) },
            list.skipped.filter { $0.codeURI.map(set.contains) ?? false }
        )
    }

    private static func category(_ text: String) throws -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, NameForms.isSlug(String(parts[1])) else {
            throw UsageError(
                .value, "--category \"\(text)\" isn't understood.", hint: "Write it as theme=slug: digitaidot=digi.")
        }
        return (parts[0].lowercased(), String(parts[1]))
    }

    // MARK: The answer

    private func render(_ entry: NationalImport.Entry, _ warnings: [DefinitionFinding]) {
        let own = warnings.filter {
            $0.message.hasPrefix("\(entry.badge.codeURI) ") || $0.message.hasPrefix("\(entry.badge.codeURI):")
        }
        let name = entry.badge.name.text(in: "fi")
        if answer.json {
            let object: JSONObject = [
                "format": "passport.definition-import/1", "code": .string(entry.badge.codeURI),
                "outcome": .string(entry.outcome.rawValue), "badge": .string(entry.slug),
                "version": .number(JSONNumber(entry.version)), "name": .string(name), "file": .string(entry.file),
                "dryRun": .bool(dryRun),
                "warnings": .array((own.map(\.message) + entry.warnings).map(JSONValue.string)),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        Terminal.result(
            "\(entry.badge.codeURI)  \(entry.outcome.rawValue.padded(to: 11))  \(entry.slug) v\(entry.version)  "
                + UTF8Text.escapedForTerminal(name))
        for finding in own { Terminal.warning(finding.message) }
        for warning in entry.warnings { Terminal.warning("\(entry.badge.codeURI): \(warning)") }
    }

    private func render(_ entry: NationalList.Skipped) {
        let finding = entry.finding
        let name = entry.codeURI ?? entry.name ?? finding.path.description
        if answer.json {
            let object: JSONObject = [
                "format": "passport.definition-import/1", "code": entry.codeURI.map(JSONValue.string) ?? .null,
                "outcome": .string(entry.isError ? "refused" : "skipped"),
                "name": entry.name.map(JSONValue.string) ?? .null, "finding": .string(finding.codeText),
                "path": .string(finding.path.description), "message": .string(finding.message),
                "hint": finding.hint.map(JSONValue.string) ?? .null,
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
        }
        let sentence = "\(UTF8Text.escapedForTerminal(name)): \(finding.message)"
        guard entry.isError else {
            if !answer.quiet { Terminal.note("\(sentence) It is left out.") }
            return
        }
        Terminal.error("\(sentence) (\(finding.codeText))")
        if let hint = finding.hint { Terminal.hint("\(hint) (\(finding.codeText))") }
    }

    private func summarise(_ plan: NationalImport, _ skipped: [NationalList.Skipped]) {
        var counts = NationalImport.Outcome.allCases.compactMap { outcome in
            let count = plan.entries.count { $0.outcome == outcome }
            return count == 0 ? nil : "\(count) \(outcome.rawValue)"
        }
        let drafts = skipped.count { !$0.isError }
        if drafts > 0 { counts.append("\(drafts) not published") }
        if skipped.count > drafts { counts.append("\(skipped.count - drafts) refused") }
        let start = dryRun ? "Dry run: " : ""
        Terminal.note("\(start)\(counts.isEmpty ? "nothing" : counts.joined(separator: ", ")).")
        if !dryRun, plan.entries.contains(where: { $0.outcome != .unchanged }) {
            Terminal.note(
                "They are drafts: check them with `passportctl definition lint`, then let them be awarded with "
                    + "`passportctl definition publish`.")
        }
    }
}
