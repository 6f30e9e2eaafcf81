import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings
import VerifiableCredentials

/// Shows how learners stand on their pathways, and gives the milestones that are due.
struct PathwayCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Show how learners stand, and give the milestones that are due.",
        discussion: """
            With --award the milestones that are due are given in the usual way, signed
            and recorded, and name the badges that they rest on. A pathway that isn't
            issued by itself needs --by for that. Running it again changes nothing.

            Examples:
              passportctl pathway check tyoelamapassi
              passportctl pathway check --award -o milestones/
              passportctl pathway check ensiaskel --person anna@example.org \\
                --certificate certificate.json --trust trust.json --award
            """)

    @Argument(help: "Only this pathway.")
    var pathway: String?

    @Option(help: ArgumentHelp("Only this learner, award by award.", valueName: "person"))
    var person: String?

    @Flag(help: "Give the milestones that are due.")
    var award = false

    @Flag(help: "Give also a milestone that was revoked before.")
    var force = false

    @Option(help: ArgumentHelp("A reference to the member of staff; no name.", valueName: "reference"))
    var by: String?

    @Option(help: ArgumentHelp("A certificate of competence that the learner shows.", valueName: "file"))
    var certificate: [String] = []

    @Option(help: ArgumentHelp("json (embedded proof) or jwt.", valueName: "format"))
    var format: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the milestones' files.", valueName: "folder"))
    var output: String?

    @OptionGroup(title: "What certificates are checked by") var material: MaterialFileOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        try checkUsage()
        let reference = try person.map { try PersonReference($0) }
        let desk = try PathwayDesk(try material.trustOptions.workspaceOptions.find(environment))
        var filter = EnrolmentFilter(slug: pathway)
        if let reference {
            guard let person = try desk.register.read({ try $0.person(reference) }) else {
                throw RegisterError(
                    .personMissing, "Nobody in the register is known by what was given.",
                    hint: "Give the passport number from the slip, or find it with `passportctl register list`.")
            }
            filter.personID = person.id
            for path in certificate {
                try CertificateDesk(try material.gather(environment), at: desk.now)
                    .record(path, of: person, in: desk.register, by: by)
            }
        }
        let checker = PathwayChecker(options: desk.options, who: by)
        var standings = try checker.check(filter, in: desk.register, at: desk.now)
        if standings.isEmpty, let pathway { _ = try desk.catalogue.pathway(pathway) }
        var outcomes = MilestoneDesk.Outcomes()
        let due = standings.filter { $0.isDue && ($0.pathway.autoIssue || by != nil) }
        if award, !due.isEmpty {
            outcomes = try give(due, desk, environment)
            let before = Dictionary(standings.map { ($0.enrolment.id, $0.before) }) { first, _ in first }
            standings = try checker.check(filter, in: desk.register, at: desk.now).map { standing in
                var standing = standing
                standing.before = standing.before ?? (before[standing.enrolment.id] ?? nil)
                return standing
            }
        }
        try render(standings, outcomes, desk, environment)
    }

    // MARK: Parts

    private func checkUsage() throws {
        for (value, option) in [(by, "--by"), (person, "--person"), (output, "--output")] {
            try UsageError.refuseEmpty(value, option)
        }
        guard certificate.isEmpty || person != nil else {
            throw UsageError(
                .missing, "Whose the certificate is isn't said.", hint: "Name the learner with --person.")
        }
        guard award || (output == nil && format == nil && !force) else {
            throw UsageError(.value, "-o, --format and --force go with --award.", hint: "Add --award.")
        }
    }

    private func give(
        _ due: [EnrolmentStanding], _ desk: PathwayDesk, _ environment: [String: String]
    ) throws -> MilestoneDesk.Outcomes {
        let format = try self.format.map(AwardOptionText.credentialFormat) ?? desk.workspace.settings.defaults.format
        let keys = try passphrase.unlock(environment) {
            try IssuerKeys.load(desk.workspace, passphrase: $0, for: [.awarding(format), .checkpoint])
        }
        var options = AwardOptions()
        options.force = force
        options.trustsClock = clock.trustClock
        options.issuedBy = by
        options.image = desk.workspace.settings.defaults.image
        options.outputFolder = output
        return try MilestoneDesk(desk: desk, keys: keys, format: format).give(due, options: options, by: by)
    }

    private func render(
        _ standings: [EnrolmentStanding], _ outcomes: MilestoneDesk.Outcomes, _ desk: PathwayDesk,
        _ environment: [String: String]
    ) throws {
        let rendering = StandingRendering(
            desk: desk, answer: answer, language: try language.language(environment, forJSON: answer.json),
            isDetailed: person != nil)
        for standing in standings { rendering.show(standing, award: outcomes.rows[standing.enrolment.id]) }
        if !answer.quiet, !answer.json {
            let given = outcomes.rows.values.count { $0.outcome == .awarded }
            let due = standings.count(where: \.isDue)
            let counts = [
                standings.count == 1 ? "1 enrolment" : "\(standings.count) enrolments",
                due > 0 ? "\(due) due" : nil, award ? "\(given) given" : nil,
            ]
            Terminal.note(counts.compactMap(\.self).joined(separator: ", ") + ".")
            if award, by == nil, standings.contains(where: { $0.isDue && !$0.pathway.autoIssue }) {
                Terminal.hint("A milestone that isn't issued by itself needs --by, the staff reference of who decides.")
            }
        }
        for finding in outcomes.findings { Terminal.warning(finding) }
        if !outcomes.findings.isEmpty { throw ExitStatus.badInput }
    }
}
