import ArgumentParser
import BadgeIssuer
import Encodings
import Passport

/// Writes the rows of national badges for Koski.
struct RegisterExportKoskiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-koski",
        abstract: "Write the national badges that may go to Koski.",
        discussion: """
            Only national badges of learners whose consent is noted: their code, day and
            grade, with passport number and name by which your own system finds the
            learner. Identity codes and learner numbers are never in it. Revoked badges
            appear as mitatoity. Koski takes them from liberal adult education only, and
            your own system adds the learner and who confirms.

            Example: passportctl register export-koski -o koski.csv --from 1.1.2026
            """)

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file: .csv or .json; - writes JSON to standard output.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("The first day of the award, or of the revocation.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("The last day.", valueName: "day"))
    var to: String?

    @Flag(help: "Replace a file that is there.")
    var force = false

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(output, "--output")
        let isTable = output.lowercased().hasSuffix(".csv")
        guard isTable || output == "-" || output.lowercased().hasSuffix(".json") else {
            throw UsageError(
                .value, "--output \(InputFile.name(output)) is neither a .csv nor a .json file.",
                hint: "Name it so, or write - for JSON on standard output.")
        }
        let from = try self.from.map { try AwardOptionText.day($0, option: "--from") }
        let to = try self.to.map { try AwardOptionText.day($0, option: "--to") }
        if let from, let to, to < from {
            throw UsageError(.value, "--to is before --from.", hint: "Swap them.")
        }
        if output != "-" {
            guard force || InputFile.kind(of: output) == .missing else {
                throw ReceiverError(
                    .exists, "There is a file \(InputFile.name(output)) already, and it stays.",
                    hint: "Name another with -o, or say --force to replace it.")
            }
            try OutputFile.checkFile(output)
        }
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let export = try KoskiExport(workspace.settings, register, from: from, to: to, at: Environment.now)
        if output == "-" {
            Terminal.result(bytes: export.json)
        } else {
            try OutputFile.write(isTable ? export.csv : export.json, to: output, mode: 0o600)
        }
        render(export)
    }

    private func render(_ export: KoskiExport) {
        let left = export.leftOut
        if answer.json, output != "-" {
            let object: JSONObject = [
                "format": "passport.koski-summary/1", "file": .string(output),
                "rows": .number(JSONNumber(export.count)),
                "void": .number(JSONNumber(export.voidCount)),
                "withoutConsent": .number(JSONNumber(left.withoutConsent)),
                "consentWithdrawn": .number(JSONNumber(left.withdrawn)), "erased": .number(JSONNumber(left.erased)),
                "superseded": .number(JSONNumber(left.superseded)), "suspended": .number(JSONNumber(left.suspended)),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
        }
        guard !answer.quiet else { return }
        let parts = [
            (left.withoutConsent, "without a consent"), (left.withdrawn, "whose consent was withdrawn"),
            (left.erased, "of learners who were erased"), (left.superseded, "that a newer one has superseded"),
            (left.suspended, "on hold"),
        ]
        let words = parts.compactMap { count, what in count == 0 ? nil : "\(count) \(what)" }
        let leftOut = words.isEmpty ? "" : " Left out: \(words.joined(separator: ", "))."
        let void = export.voidCount == 0 ? "" : ", \(export.voidCount) of them void"
        Terminal.note("\(export.count) \(export.count == 1 ? "row" : "rows")\(void).\(leftOut)")
        if export.count > 0, output != "-" {
            Terminal.note("\(InputFile.name(output)) holds names, so keep it to yourself.")
        }
    }
}
