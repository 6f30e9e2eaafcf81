import ArgumentParser

/// Learners ask for badges, assessors decide.
struct ApplicationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "application",
        abstract: "Ask for a badge, and decide on what learners ask for.",
        discussion: """
            A learner writes an application and sends the file; the school takes it
            in, and an assessor approves, returns or refuses it.

            Example: passportctl application new tiimityo --to anna@example.org \\
                       --text "Johdin tiimiä." --evidence report.pdf -o anna.json
                     passportctl application add anna.json --evidence report.pdf
                     passportctl application decide 1b9d6bcd --approve --by staff-7
            """,
        subcommands: [
            ApplicationNewCommand.self, ApplicationAddCommand.self, ApplicationListCommand.self,
            ApplicationShowCommand.self, ApplicationDecideCommand.self,
        ])
}
