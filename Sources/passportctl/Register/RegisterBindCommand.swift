import ArgumentParser
import BadgeIssuer
import Encodings
import Passport

/// Ties a learner to a DID that they have proved to be theirs, and issues their badges anew to it.
struct RegisterBindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bind",
        abstract: "Tie a learner to the DID of their passport, after proof.",
        discussion: """
            Without --proof it makes a challenge, good for 30 days and one answer, and
            prints what the learner runs. With --proof it checks the file that came of
            it and ties the DID to the learner: badges given from then on name it. With
            --reissue all badges that are in force are issued anew to it, with the same
            dates, levels, hours, texts and evidence; the new ones take the old ones'
            place, and nothing is revoked.

            Examples:
              passportctl register bind anna@example.org did:key:z6Mk…
              passportctl register bind anna@example.org did:key:z6Mk… --proof proof.json \\
                --reissue -o anna/
            """)

    @Argument(
        help: ArgumentHelp("Passport number, email, student id, DID or the register's id.", valueName: "person"))
    var person: String

    @Argument(help: ArgumentHelp("The DID of the learner's passport, did:key:….", valueName: "did"))
    var did: String

    @Option(help: ArgumentHelp("The file that the learner made.", valueName: "file"))
    var proof: String?

    @Flag(help: "Issue the learner's badges anew to the DID.")
    var reissue = false

    @Flag(help: "Give up another DID that the learner has.")
    var replace = false

    @Option(help: ArgumentHelp("A reference to the member of staff; no name.", valueName: "reference"))
    var by: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the new badges.", valueName: "folder"))
    var output: String?

    @OptionGroup var clock: ClockOptions
    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        try checkUsage()
        let reference = try PersonReference(person)
        let bytes = try proof.map { try InputFile.read($0, limit: BindingDesk.maxProofBytes) }
        let workspace = try workspaceOptions.find(environment)
        let desk = BindingDesk(
            workspace: workspace, register: try Register.open(at: workspace.registerPath, readOnly: false),
            who: by, now: Environment.now)
        let rendering = BindingRendering(
            did: did, answer: answer, language: try language.language(environment, forJSON: answer.json))
        // Keys that can't be opened are told before anything changes.
        let keys =
            try reissue
            ? passphrase.unlock(environment) { try IssuerKeys.load(workspace, passphrase: $0, for: .all) } : nil
        let known = try desk.register.read { try $0.known(reference) }
        var bound: Person?
        if let bytes {
            bound = try desk.binder.bind(
                reference, did, proof: bytes, replacing: replace, in: desk.register, at: desk.now,
                judge: try desk.judge())
        } else if known.did?.hasSameBytes(as: did) ?? false {
            bound = known
        }
        guard let bound else {
            guard !reissue else {
                throw BindingError(
                    .notBound, "The person isn't tied to this DID.",
                    hint: "Give the learner's proof with --proof; without --reissue the command prints how one is made."
                )
            }
            let (person, challenge) = try desk.binder.challenge(
                reference, did, replacing: replace, in: desk.register, at: desk.now)
            return rendering.show(challenge, of: person, for: desk.binder.domains[0])
        }
        var rows: [Reissuer.Row]?
        // A person, and not what was typed: the proof may have replaced a DID that was.
        let own = try PersonReference(bound.passportNumber.description)
        if let keys, let output {
            rows = try desk.reissuer(keys).reissue(
                own, to: did, in: desk.register, folder: output, trustsClock: clock.trustClock, at: desk.now)
        }
        rendering.show(bound, isNew: bytes != nil, rows, folder: output)
    }

    private func checkUsage() throws {
        for (value, name) in [(person, "The person"), (did, "The DID")] { try UsageError.refuseEmpty(value, name) }
        for (value, name) in [(proof, "--proof"), (by, "--by"), (output, "--output")] {
            try UsageError.refuseEmpty(value, name)
        }
        guard reissue == (output != nil) else {
            throw UsageError(
                reissue ? .missing : .value,
                reissue ? "Where the new badges go isn't said." : "-o is for badges that are issued anew.",
                hint: reissue ? "Name a folder with -o." : "Add --reissue, or leave -o out.")
        }
        if let output { try OutputFile.checkFolder(output) }
    }
}
