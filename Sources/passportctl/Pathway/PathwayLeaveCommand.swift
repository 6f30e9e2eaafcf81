import ArgumentParser
import BadgeIssuer
import VerifiableCredentials

/// Takes learners off a pathway.
struct PathwayLeaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract: "Take learners off a pathway that they haven't completed.",
        discussion: """
            All who are named or none. Their badges stay theirs, and they can enrol anew.

            Example: passportctl pathway leave tyoelamapassi anna@example.org
            """)

    @Argument(help: "The pathway, as tyoelamapassi.")
    var pathway: String

    @Argument(
        help: ArgumentHelp("Passport numbers, emails, student ids, DIDs or the register's ids.", valueName: "person"))
    var persons: [String]

    @Option(help: ArgumentHelp("A reference to the member of staff; no name.", valueName: "reference"))
    var by: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(by, "--by")
        let references = try PathwayDesk.references(persons)
        let desk = try PathwayDesk(try workspaceOptions.find(Environment.current))
        let left = try PathwayKeeper(options: desk.options, who: by)
            .leave(references, slug: pathway, in: desk.register, at: desk.now)
        let rendering = StandingRendering(desk: desk, answer: answer, language: .en)
        for standing in left { rendering.show(standing) }
        if !answer.quiet, !answer.json { Terminal.note("\(left.count) left \(pathway).") }
    }
}
