import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings
import Passport
import VerifiableCredentials

/// Shows how far the badges on the shelf lead on a pathway.
struct PassportProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "Show how far your badges lead on a pathway.",
        discussion: """
            What is done, what is left and the shortest way there; what can't count and
            how it could. Only badges that were found valid count; the others are named
            as waiting. Definitions give the badges' names and hours.

            Examples:
              passportctl passport progress --pathway tyoelamapassi.json
              passportctl passport progress --pathway pathways/ensiaskel.json \\
                --definitions badge-definitions/ --certificate certificate.json \\
                --badge-base https://passi.example/badges/ --lang fi
            """)

    @Option(help: ArgumentHelp("The pathway's file.", valueName: "file"))
    var pathway: String

    @Option(help: ArgumentHelp("A folder of badge definitions, for names and shortest ways.", valueName: "folder"))
    var definitions: [String] = []

    @Option(help: ArgumentHelp("Where the badges of these files are, when the files don't say.", valueName: "url"))
    var badgeBase: String?

    @Option(help: ArgumentHelp("A certificate of competence that isn't on your shelf.", valueName: "file"))
    var certificate: [String] = []

    @Flag(help: "Check everything on the shelf again first.")
    var check = false

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var material: MaterialFileOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        let language = try self.language.language(environment, forJSON: output.json)
        let now = Environment.now
        let desk = ShelfDesk(shelf: try shelfOptions.open(environment, readOnly: !check), language: language, now: now)
        let workspace = try material.trustOptions.workspaceOptions.findIfAny(environment)
        let files = PathwayFiles(workspace: workspace, badgeBase: badgeBase, isQuiet: output.quiet)
        let pathway = try files.pathway(self.pathway)
        let definitions = try files.definitions(definitions, base: pathway.badgeBase)
        let certificates = try certificate.map { try desk.certificate($0, by: material, environment) }
        let items = check ? try desk.check(by: material, environment, isQuiet: output.quiet) : try desk.shelf.items()
        let progress = ShelfProgress(
            pathway, items: items, certificates: certificates,
            catalogue: RecognitionCatalogue(definitions: definitions), at: now)
        let text = ShelfProgressText(progress, definitions: definitions, in: language)
        if output.json {
            Terminal.result(
                bytes: JSONWriter.compact(.object(progress.json(in: language, text: text.lines))) + [0x0A])
            return
        }
        for line in output.quiet ? [text.headline] : text.lines { Terminal.result(line) }
    }
}
