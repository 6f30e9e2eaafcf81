import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings

/// Lists applications.
struct ApplicationListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what learners have applied for.",
        discussion: """
            Oldest first: id, day, badge, level, state, applicant. It holds names, so
            keep what it prints to yourself.

            Example: passportctl application list --state submitted
            """)

    @Option(
        help: ArgumentHelp(
            "Only this state: submitted, returned, approved, rejected or withdrawn.", valueName: "state"))
    var state: String?

    @Option(help: ArgumentHelp("Only this badge.", valueName: "badge"))
    var badge: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(badge, "--badge")
        let filter = ApplicationFilter(state: try state.map(Self.state), slug: badge)
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        if let badge {
            // A badge that isn't known is more likely a slip of the finger than one that nobody has asked for.
            _ = try DefinitionCatalogue(workspace, register: register).item(badge)
        }
        var count = 0
        // One moment of the register, line by line: a list may be longer than fits in memory.
        try register.read { reader in
            try reader.forEachApplication(filter) { record in
                let person = try record.personID.flatMap { try reader.person(.id($0)) }
                count += 1
                if output.json {
                    Terminal.result(bytes: JSONWriter.compact(.object(record.listJSON(person))) + [0x0A])
                } else {
                    Terminal.result(record.listLine(person))
                }
            }
        }
        if !output.quiet, !output.json { Terminal.note(count == 1 ? "1 application." : "\(count) applications.") }
    }

    private static func state(_ text: String) throws(UsageError) -> ApplicationState {
        if let state = ApplicationState(rawValue: text.lowercased()) { return state }
        let names = ApplicationState.allCases.map(\.rawValue)
        throw UsageError(
            .value, "--state \"\(text)\" isn't a state of an application.",
            hint: NearestName.find(text, among: names).map { "Did you mean \"\($0)\"?" }
                ?? "Use one of \(names.joined(separator: ", ")).")
    }
}
