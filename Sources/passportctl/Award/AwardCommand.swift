import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// Gives a badge to one learner or to a class.
struct AwardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "award",
        abstract: "Give a badge to a learner or a class.",
        discussion: """
            The same again changes nothing. A class is checked as a whole before the first badge is given.

            Examples:
              passportctl award tiimityo --to anna@example.org --evidence report.pdf
              passportctl award tiimityo --csv class.csv --dry-run
              passportctl award tiimityo --csv class.csv -o badges/ --slips slips.html
            """)

    @Argument(help: "The badge, as tiimityo or tiimityo@1.")
    var badge: String

    @Option(help: ArgumentHelp("The learner: an email, a DID or a passport number.", valueName: "id"))
    var to: String?

    @Option(help: ArgumentHelp("A learner that the register knows, by its id there.", valueName: "id"))
    var learner: String?

    @Option(help: ArgumentHelp("The learner's name, for the register only.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("A class list.", valueName: "file"))
    var csv: String?

    @Option(help: ArgumentHelp("A column of the class list by its header.", valueName: "field=header"))
    var column: [String] = []

    @Flag(help: "Check the class list and write nothing.")
    var dryRun = false

    @Flag(help: "Award the sound rows although others are refused.")
    var skipInvalid = false

    @Flag(help: "Award also what was revoked, unusual hours, and who was erased.")
    var force = false

    @Option(help: ArgumentHelp("The level reached: its number, code or name.", valueName: "level"))
    var level: String?

    @Option(help: ArgumentHelp("The day of the award (default: today).", valueName: "day"))
    var date: String?

    @Option(help: ArgumentHelp("Hours of work behind it.", valueName: "hours"))
    var hours: String?

    @Option(
        help: ArgumentHelp("Evidence: [KIND:] [TITLE] [URL], or a file whose digest is kept.", valueName: "evidence"))
    var evidence: [String] = []

    @Option(help: ArgumentHelp("What the learner did, in a sentence or two.", valueName: "text"))
    var narrative: String?

    @Option(help: ArgumentHelp("The badge's language.", valueName: "language"))
    var lang: String?

    @Option(help: ArgumentHelp("json (embedded proof) or jwt.", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("The picture in the badge: embed, link or none.", valueName: "way"))
    var image: String?

    @Option(help: ArgumentHelp("Bake the badge into its picture: png or svg.", valueName: "kind"))
    var bake: String?

    @Option(help: ArgumentHelp("Paper slips to print for learners who are new.", valueName: "file"))
    var slips: String?

    @Option(help: ArgumentHelp("A reference to the awarding member of staff; no name.", valueName: "reference"))
    var issuedBy: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The badge's file, or the class's folder; - for standard output.", valueName: "path"))
    var output: String?

    @OptionGroup var clock: ClockOptions
    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        try checkUsage()
        let destination = try AwardDestination(output, isClass: csv != nil, force: force)
        let slips = try self.slips.map { try SlipsDestination($0, besides: output, force: force) }
        let workspace = try workspaceOptions.find(environment)
        var desk = try AwardDesk(workspace: workspace, badge: try BadgeReference(badge))
        let requests = try csv.map { try desk.requests(fromList: $0, columns: column) } ?? [try single()]
        var options = AwardOptions()
        options.isDryRun = dryRun
        options.skipsInvalid = skipInvalid
        options.force = force
        options.trustsClock = clock.trustClock
        options.issuedBy = issuedBy
        options.defaults = try defaults()
        options.image = try image.map(AwardOptionText.pictureChoice) ?? workspace.settings.defaults.image
        options.picture = try bake.map { try desk.picture(try AwardOptionText.pictureFormat($0)) }
        let format = try self.format.map(AwardOptionText.credentialFormat) ?? workspace.settings.defaults.format
        options.outputFolder = dryRun ? nil : destination.folder
        try destination.checkTaken(by: try desk.heldBadge(requests, options: options))
        let progress = ProgressBar(total: requests.count, isShown: csv != nil && !answer.quiet)
        options.progress = { progress.show($0) }
        // A dry run signs nothing, so it needs no passphrase.
        let report =
            dryRun
            ? try desk.check(requests, options: options)
            : try desk.award(
                requests, options: options,
                keys: try passphrase.unlock(environment) {
                    try IssuerKeys.load(workspace, passphrase: $0, for: [.awarding(format), .checkpoint])
                }, format: format)
        progress.finish()
        // First, since the numbers of those who are new are told only now.
        if let slips, !dryRun {
            let told = try slips.write(
                PassportSlips(
                    report, definition: desk.item.entry.definition, issuer: workspace.identity,
                    language: lang ?? workspace.settings.mainLanguage))
            if !answer.quiet { Terminal.note(told) }
        }
        try AwardRendering(
            report: report, destination: destination, answer: answer, desk: desk, picture: options.picture
        ).render(isClass: csv != nil)
    }

    // MARK: Options

    private func checkUsage() throws {
        let recipients = [to, learner, csv].compactMap(\.self).count
        guard recipients == 1 else {
            throw UsageError(
                recipients == 0 ? .missing : .value,
                recipients == 0 ? "Who gets the badge isn't said." : "--to, --learner and --csv don't go together.",
                hint: "Use --to EMAIL for one learner, or --csv FILE for a class.")
        }
        guard csv != nil || (!skipInvalid && column.isEmpty) else {
            throw UsageError(
                .value, "--skip-invalid and --column are for class lists.", hint: "Give the list with --csv.")
        }
        guard csv == nil || output != "-" else {
            throw UsageError(.value, "A class's badges don't fit on standard output.", hint: "Name a folder with -o.")
        }
        guard csv == nil || dryRun || output != nil else {
            throw UsageError(
                .missing, "Where the class's badges go isn't said.", hint: "Name a folder with -o, or add --dry-run.")
        }
        guard csv == nil || name == nil else {
            throw UsageError(.value, "--name is for one learner.", hint: "Names of a class stand in its list.")
        }
    }

    private func single() throws -> AwardRequest {
        var recipient = try to.map { try AwardRequest.Recipient(to: $0) } ?? AwardRequest.Recipient(personID: learner)
        recipient.name = name
        return AwardRequest(recipient: recipient)
    }

    private func defaults() throws -> AwardRequest {
        var request = AwardRequest()
        request.level = level
        request.narrative = narrative
        request.language = lang
        request.date = try date.map { try AwardOptionText.day($0) }
        request.hours = try hours.map(AwardOptionText.hours)
        request.evidence = try evidence.map(AwardOptionText.evidence)
        return request
    }
}
