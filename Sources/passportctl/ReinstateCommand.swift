import ArgumentParser
import BadgeIssuer

/// Gives badges back that were on hold.
struct ReinstateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reinstate",
        abstract: "Give badges back that were on hold.",
        discussion: """
            All that are named, or none; a revoked badge stays revoked. Others see it
            after the next `publish`. What a reason says:

              cleared                   nothing was found, or it holds again (default)
              error                     it was put on hold by mistake
              holder-request            its holder asked for it

            Example: passportctl reinstate 1b9d6bcd
            """)

    @Option(help: ArgumentHelp("Why, as one of the codes above.", valueName: "code"))
    var reason: String?

    @OptionGroup var options: StatusChangeOptions

    func run() throws { try options.run(.reinstate, reason: reason) }
}
