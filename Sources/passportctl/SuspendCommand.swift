import ArgumentParser
import BadgeIssuer

/// Puts badges on hold.
struct SuspendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: "Put badges on hold, until they are reinstated or revoked.",
        discussion: """
            Only badges whose definition says "suspendable": true. All that are named,
            or none. Others see it after the next `publish`. What a reason says:

              under-review              somebody is looking into it (default)
              error                     something in it may be wrong
              fraud                     it may have been obtained by deceit
              holder-request            its holder asked for it
              requirements-lapsed       what it asks for doesn't hold at present

            Only the register keeps it; a status list says no more than yes or no.

            Example: passportctl suspend 1b9d6bcd --reason requirements-lapsed
            """)

    @Option(help: ArgumentHelp("Why, as one of the codes above.", valueName: "code"))
    var reason: String?

    @OptionGroup var options: StatusChangeOptions

    func run() throws { try options.run(.suspend, reason: reason) }
}
