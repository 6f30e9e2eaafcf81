import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import VerifiableCredentials

/// Puts learners on a pathway.
struct PathwayEnrolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol",
        abstract: "Put learners on a pathway.",
        discussion: """
            All who are named or none. Who is on it already stays on it, and sees how it
            stands. The version that is published now holds for them to the end.

            Example: passportctl pathway enrol tyoelamapassi anna@example.org \\
                       5F9H-Q1WR-YYXY-9 --by staff-7
            """)

    @Argument(help: "The pathway, as tyoelamapassi.")
    var pathway: String

    @Argument(
        help: ArgumentHelp("Passport numbers, emails, student ids, DIDs or the register's ids.", valueName: "person"))
    var persons: [String]

    @Option(help: ArgumentHelp("A reference to the member of staff; no name.", valueName: "reference"))
    var by: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(by, "--by")
        let references = try PathwayDesk.references(persons)
        let desk = try PathwayDesk(try workspaceOptions.find(environment))
        let keeper = PathwayKeeper(options: desk.options, who: by)
        let enrolled = try keeper.enrol(
            references, on: try desk.catalogue.pathway(pathway), in: desk.register, at: desk.now)
        let rendering = StandingRendering(
            desk: desk, answer: answer, language: try language.language(environment, forJSON: answer.json))
        for (standing, isNew) in enrolled { rendering.show(standing, isNew: isNew) }
        if !answer.quiet, !answer.json {
            let count = enrolled.count { $0.isNew }
            let others = enrolled.count - count
            Terminal.note(
                "\(count) enrolled on \(pathway)" + (others > 0 ? ", \(others) on it before." : "."))
        }
    }
}
