import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings
import Passport

/// Decides on an application; approving awards the badge.
struct ApplicationDecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Approve, return, refuse or withdraw an application.",
        discussion: """
            Approving awards the badge with all checks of `award`; its evidence is the
            application's, and --evidence adds to it. Nobody may decide on their own
            application. A returned one may be mended and handed in again.

            Example: passportctl application decide 1b9d6bcd --approve --by staff-7
                     passportctl application decide 1b9d6bcd --return --by staff-7 \\
                       --reason "Kerro vielä, mitä itse teit."
            """)

    @Argument(help: ArgumentHelp("The application's id, or its first 8 digits or more.", valueName: "id"))
    var id: String

    @Flag(help: "Award the badge.")
    var approve = false

    @Flag(name: .customLong("return"), help: "Give it back to be mended.")
    var giveBack = false

    @Flag(help: "Refuse it.")
    var reject = false

    @Flag(help: "Take it back, as the learner has asked.")
    var withdraw = false

    @Option(help: ArgumentHelp("A reference to the assessor; no name.", valueName: "reference"))
    var by: String?

    @Option(help: ArgumentHelp("What the learner is told.", valueName: "text"))
    var reason: String?

    @OptionGroup(title: "Options of an approval") var award: ApprovalOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let reference = try ApplicationReference(id)
        try UsageError.refuseEmpty(by, "--by")
        try UsageError.refuseEmpty(reason, "--reason")
        switch try decision() {
        case nil: try approve(reference)
        case let step?: try decide(reference, step)
        }
    }

    // MARK: Options

    /// The step that was asked for; nothing for an approval.
    private func decision() throws -> ApplicationDecider.Step? {
        let asked = [approve, giveBack, reject, withdraw].count { $0 }
        guard asked == 1 else {
            throw UsageError(
                asked == 0 ? .missing : .value,
                asked == 0 ? "What is decided isn't said." : "An application is decided one way at a time.",
                hint: "Use one of --approve, --return, --reject and --withdraw.")
        }
        guard withdraw || by != nil else {
            throw UsageError(.missing, "Who decides isn't said.", hint: "Give a staff reference with --by.")
        }
        if approve {
            guard reason == nil else {
                throw UsageError(
                    .value, "--reason doesn't go with --approve.", hint: "Say with --narrative what the learner did.")
            }
            return nil
        }
        guard award.isEmpty else {
            throw UsageError(
                .value, "Only an approval has a level, a date, hours, evidence or a file.",
                hint: "Leave them out, or say --approve.")
        }
        guard withdraw || reason != nil else {
            throw UsageError(
                .missing, "Why it is \(giveBack ? "returned" : "refused") isn't said.",
                hint: "Tell the learner with --reason.")
        }
        return giveBack ? .return : reject ? .reject : .withdraw
    }

    // MARK: Returning, refusing, withdrawing

    private func decide(_ reference: ApplicationReference, _ step: ApplicationDecider.Step) throws {
        let decider = try ApplicationDecider(step, by: by, reason: reason)
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let record = try decider.apply(to: reference, in: register, at: Environment.now)
        if answer.json {
            Terminal.result(bytes: JSONWriter.compact(.object(record.decisionJSON(award: nil))) + [0x0A])
        } else {
            Terminal.result("\(record.id)  \(record.slug)  \(record.state.rawValue)")
        }
    }

    // MARK: Approving

    private func approve(_ reference: ApplicationReference) throws {
        let environment = Environment.current
        let destination = try AwardDestination(award.output, isClass: false, force: award.force)
        let workspace = try workspaceOptions.find(environment)
        let slug = try Register.open(at: workspace.registerPath, readOnly: false)
            .read { try $0.application(reference) }.slug
        let desk = try AwardDesk(workspace: workspace, badge: try BadgeReference(slug))
        let approval = try ApplicationApproval(
            of: reference, by: by ?? "", definition: desk.item.entry.definition, in: desk.register)
        let requests = [approval.request(with: try award.request())]
        var options = AwardOptions()
        options.isDryRun = award.dryRun
        options.force = award.force
        options.trustsClock = clock.trustClock
        options.issuedBy = by
        options.image = try award.image.map(AwardOptionText.pictureChoice) ?? workspace.settings.defaults.image
        options.picture = try award.bake.map { try desk.picture(try AwardOptionText.pictureFormat($0)) }
        options.outputFolder = award.dryRun ? nil : destination.folder
        try destination.checkTaken(by: try desk.heldBadge(requests, options: options))
        let now = Environment.now
        options.alongside = { transaction, rows in
            for row in rows { try approval.close(with: row, in: transaction, at: now) }
        }
        let format = try award.format.map(AwardOptionText.credentialFormat) ?? workspace.settings.defaults.format
        let report =
            award.dryRun
            ? try desk.check(requests, options: options)
            : try desk.award(
                requests, options: options,
                keys: try passphrase.unlock(environment) {
                    try IssuerKeys.load(workspace, passphrase: $0, for: .awarding(format))
                }, format: format)
        if !award.dryRun { try closeWithoutAward(approval, report, in: desk.register, at: now) }
        try render(approval, report, destination, desk, options)
    }

    /// A learner who has the badge already gets no second one; the application is closed with the one there is.
    private func closeWithoutAward(
        _ approval: ApplicationApproval, _ report: AwardReport, in register: Register, at now: Timestamp
    ) throws {
        guard let row = report.rows.first, row.outcome == .alreadyHad else { return }
        try register.write { transaction in
            guard try transaction.application(approval.record.id)?.state == .submitted else { return }
            try approval.close(with: row, in: transaction, at: now)
        }
    }

    private func render(
        _ approval: ApplicationApproval, _ report: AwardReport, _ destination: AwardDestination, _ desk: AwardDesk,
        _ options: AwardOptions
    ) throws {
        var rendering = AwardRendering(
            report: report, destination: destination, answer: answer, desk: desk, picture: options.picture)
        if answer.json {
            let record = try desk.register.read { try $0.application(approval.record.id) } ?? approval.record
            rendering.jsonLines = report.jsonLines.map { record.decisionJSON(award: $0) }
        }
        try rendering.render(isClass: false)
    }
}

extension ApplicationRecord {
    /// One line of `--json`: what became of the application, and of the award with it.
    fileprivate func decisionJSON(award row: JSONObject?) -> JSONObject {
        [
            "format": "passport.application-decision/1", "application": .string(id), "badge": .string(slug),
            "state": .string(state.rawValue), "decidedBy": decidedBy.map(JSONValue.string) ?? .null,
            "reason": newest?.reason.map(JSONValue.string) ?? .null,
            "credential": award.map(JSONValue.string) ?? .null, "award": row.map(JSONValue.object) ?? .null,
        ]
    }
}
