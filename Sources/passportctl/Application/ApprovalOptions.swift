import ArgumentParser
import BadgeIssuer

/// What an assessor says of the badge that an approval awards.
struct ApprovalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The level reached (default: the one applied for).", valueName: "level"))
    var level: String?

    @Option(help: ArgumentHelp("The day of the award (default: today).", valueName: "day"))
    var date: String?

    @Option(help: ArgumentHelp("Hours of work behind it.", valueName: "hours"))
    var hours: String?

    @Option(
        help: ArgumentHelp("More evidence: [KIND:] [TITLE] [URL], or a file.", valueName: "evidence"))
    var evidence: [String] = []

    @Option(help: ArgumentHelp("What the learner did, in a sentence or two.", valueName: "text"))
    var narrative: String?

    @Option(help: ArgumentHelp("The badge's language (default: the application's).", valueName: "language"))
    var lang: String?

    @Option(help: ArgumentHelp("json (embedded proof) or jwt.", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("The picture in the badge: embed, link or none.", valueName: "way"))
    var image: String?

    @Option(help: ArgumentHelp("Bake the badge into its picture: png or svg.", valueName: "kind"))
    var bake: String?

    @Flag(help: "Check the award and write nothing.")
    var dryRun = false

    @Flag(help: "Award also what was revoked before, or with unusual hours.")
    var force = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The badge's file; - for standard output.", valueName: "path"))
    var output: String?

    /// Whether nothing was said.
    var isEmpty: Bool {
        [level, date, hours, narrative, lang, format, image, bake, output].allSatisfy { $0 == nil } && evidence.isEmpty
            && !dryRun && !force
    }

    func request() throws -> AwardRequest {
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
