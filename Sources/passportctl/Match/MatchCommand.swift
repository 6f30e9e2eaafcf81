import ArgumentParser
import BadgeDefinitions
import Encodings
import Passport
import VerifiableCredentials

/// Holds somebody's badges against what a job or a training asks.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Compare badges with what a job or a training asks.",
        discussion: """
            Only badges that `verify` finds valid count; the others are told with their
            reason. For what is missing it shows badges and offers that lead there, the
            least work first.

            Examples:
              passportctl match anna/ --profile cafe.json --trust trust.json
              passportctl match anna.json --profile cafe.json --offers offers.json \\
                --definitions badge-definitions/ --json
            """)

    @Argument(help: "Badge files, folders of them, or - for standard input.")
    var files: [String]

    @Option(help: ArgumentHelp("The skill profile of the job or training.", valueName: "file"))
    var profile: String

    @Option(help: ArgumentHelp("Courses and the like that close gaps.", valueName: "file"))
    var offers: [String] = []

    @Option(help: ArgumentHelp("A folder of badge definitions, for badges that close gaps.", valueName: "folder"))
    var definitions: [String] = []

    @Option(help: ArgumentHelp("What the holder says of their own skills, shown beside.", valueName: "file"))
    var selfAssessment: String?

    @OptionGroup var material: MaterialOptions

    @Option(help: ArgumentHelp("Whose the badges should be: an email, a passport number, a DID.", valueName: "id"))
    var recipient: String?

    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(recipient, "--recipient")
        let language = try self.language.language(environment, forJSON: output.json)
        let desk = MatchDesk(isQuiet: output.quiet)
        let profile = try desk.profile(profile)
        let offers = try self.offers.flatMap { try desk.offers($0) }
        let assessment = try selfAssessment.map { try desk.selfAssessment($0) }
        let definitions = try desk.definitions(
            self.definitions, workspace: try material.files.trustOptions.workspaceOptions.findIfAny(environment),
            base: profile.badgeBase)
        let time = try material.time(now: Environment.now)
        let verifier = try material.verifier(environment, recipient: recipient, time: time)
        let badges = BatchJudge(verifier: verifier, at: time.at).judgeTogether(try BatchJudge.inputs(files)) {
            file, _ in
            // A name that the holder states is no badge that could count.
            file.credentials.filter { $0.report[.issuer]?.code != .issuerHolder }.map(MatchBadge.init)
        }.flatMap(\.self)
        let match = SkillMatch(
            profile, badges: badges, selfAssessment: assessment, definitions: definitions, offers: offers,
            on: CalendarDay(of: time.at))
        if output.json {
            var json = match.json(in: language)
            json["recipientChecked"] = .bool(recipient != nil)
            Terminal.result(bytes: JSONWriter.compact(.object(json)) + [0x0A])
            return
        }
        let text = MatchText(match, in: language)
        for line in output.quiet ? [text.headline] : text.lines { Terminal.result(line) }
        if recipient == nil, !output.quiet { Terminal.note(Self.anybodys[language]) }
    }

    private static let anybodys = LocalizedText(
        en: "Whose the badges are was not checked; --recipient does.",
        fi: "Kenen merkit ovat, jäi tarkistamatta; --recipient tarkistaa sen.",
        sv: "Vems märkena är kontrollerades inte; --recipient gör det.")
}
