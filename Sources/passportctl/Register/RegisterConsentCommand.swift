import ArgumentParser
import BadgeIssuer
import Encodings

/// Notes a learner's consent to store national badges in Koski, or shows what was noted.
struct RegisterConsentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract: "Note a learner's consent for Koski, or show it.",
        discussion: """
            A national badge goes to Koski only with the learner's own consent, which may
            be withdrawn at any time. Without --given or --withdrawn it shows what was
            noted.

            Example: passportctl register consent anna@example.org --koski --given 29.5.2026
                     passportctl register consent 5F9H-Q1WR-YYXY-9 --koski \\
                       --withdrawn 1.9.2026
            """)

    @Argument(
        help: ArgumentHelp("Passport number, email, student id, DID or the register's id.", valueName: "person"))
    var person: String

    @Flag(help: "The consent to store national badges in Koski.")
    var koski = false

    @Option(help: ArgumentHelp("The day on which it was given.", valueName: "day"))
    var given: String?

    @Option(help: ArgumentHelp("The day on which it was withdrawn.", valueName: "day"))
    var withdrawn: String?

    @Option(help: ArgumentHelp("Who receives the data, when not Koski's keeper.", valueName: "name"))
    var receiver: String?

    @Option(help: ArgumentHelp("A reference to the member of staff; no name.", valueName: "reference"))
    var by: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(person, "The person")
        try UsageError.refuseEmpty(by, "--by")
        try UsageError.refuseEmpty(receiver, "--receiver")
        guard given == nil || withdrawn == nil else {
            throw UsageError(
                .value, "A consent is given or withdrawn, not both at once.", hint: "Note one, then the other.")
        }
        guard koski || (given == nil && withdrawn == nil) else {
            throw UsageError(.missing, "What the consent is for isn't said.", hint: "Add --koski.")
        }
        guard receiver == nil || given != nil else {
            throw UsageError(.value, "--receiver goes with --given.", hint: "Leave it out.")
        }
        let reference = try PersonReference(self.person)
        let workspace = try workspaceOptions.find(Environment.current)
        let isWriting = given != nil || withdrawn != nil
        let register = try Register.open(at: workspace.registerPath, readOnly: !isWriting)
        guard let person = try register.read({ try $0.person(reference) }) else {
            throw RegisterError(
                .personMissing, "Nobody in the register is known by what was given.",
                hint: "Give the passport number from the slip, or find it with `passportctl register list`.")
        }
        let keeper = ConsentKeeper(.koski)
        if let given {
            let isNew = try keeper.give(
                person, on: try AwardOptionText.day(given, option: "--given"),
                receiver: receiver ?? ConsentKeeper.koskiReceiver, by: by, in: register, at: Environment.now)
            if !isNew, !output.quiet { Terminal.note("A consent is in force already; it stays as it was noted.") }
        }
        if let withdrawn {
            try keeper.withdraw(
                person, on: try AwardOptionText.day(withdrawn, option: "--withdrawn"), by: by, in: register,
                at: Environment.now)
            if !output.quiet {
                Terminal.note(
                    "Nothing of this learner goes to Koski any more. What is there already is removed in Koski itself.")
            }
        }
        try show(person, register)
    }

    private func show(_ person: Person, _ register: Register) throws {
        let consents = try register.read { try $0.consents(of: person.id) }
        if output.json {
            let object: JSONObject = [
                "format": "passport.consents/1", "person": .string(person.id),
                "passportNumber": .string(person.passportNumber.description),
                "consents": .array(consents.map { .object($0.json) }),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        for consent in consents {
            let end = consent.withdrawn.map { ", withdrawn \($0)" } ?? ""
            Terminal.result(
                "\(person.passportNumber)  \(consent.purpose.rawValue)  "
                    + "\(UTF8Text.escapedForTerminal(consent.receiver)), given \(consent.given)\(end)")
        }
        if consents.isEmpty, !output.quiet { Terminal.note("No consent was noted.") }
    }
}
