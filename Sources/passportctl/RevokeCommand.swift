import ArgumentParser
import BadgeIssuer

/// Takes badges back for good.
struct RevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take badges back for good.",
        discussion: """
            All that are named, or none. Others see it after the next `publish`. What
            a reason says:

              error                     given by mistake, or something in it is wrong
              superseded-by-correction  a corrected badge takes its place
              fraud                     obtained by deceit
              holder-request            its holder asked for it
              requirements-lapsed       what it asks for no longer holds

            Only the register keeps it; a status list says no more than yes or no.

            Example: passportctl revoke 1b9d6bcd --reason error
                     passportctl revoke --from badges/tiimityo-report.csv --reason error
            """)

    @Option(help: ArgumentHelp("Why, as one of the codes above.", valueName: "code"))
    var reason: String

    @OptionGroup var options: StatusChangeOptions

    func run() throws { try options.run(.revoke, reason: reason) }
}
