import ArgumentParser

/// Learners on their way to a milestone.
struct PathwayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pathway",
        abstract: "Put learners on a pathway, and give the milestones that are due.",
        discussion: """
            A pathway says which badges together make a whole. Who is enrolled sees what is
            done, what is left and the shortest way there; who is through gets the
            milestone.

            Example: passportctl pathway enrol tyoelamapassi anna@example.org
                     passportctl pathway check tyoelamapassi
                     passportctl pathway check --award
            """,
        subcommands: [PathwayEnrolCommand.self, PathwayLeaveCommand.self, PathwayCheckCommand.self])
}
