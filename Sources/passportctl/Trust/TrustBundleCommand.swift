import ArgumentParser
import BadgeIssuer
import Cryptography
import Encodings
import Passport
import VerifiableCredentials

/// Signs a trust bundle.
struct TrustBundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle", abstract: "Sign what others need to check badges without a network.",
        discussion: """
            One file with the organisation's keys, their history and its status lists, and, with --add, those of a \
            network's members, each checked by your own trust list first. It is signed with a key that signs nothing \
            else; receivers take it in with `trust import`. `publish` keeps it fresh in the site.

            Example:
              passportctl trust bundle --add koulu-a/ --add koulu-b/ -o trust-bundle.json
            """)

    @Option(help: ArgumentHelp("A member's published folder, or its own bundle.", valueName: "path"))
    var add: [String] = []

    @Option(
        help: ArgumentHelp(
            "Days for which it counts (default: \(TrustBundlePublisher.validDays)).", valueName: "days"))
    var validDays: Int?

    @Option(name: .shortAndLong, help: ArgumentHelp("The bundle's file.", valueName: "file"))
    var output: String

    @Flag(help: "Replace a file that is there already.")
    var force = false

    @OptionGroup var clock: ClockOptions
    @OptionGroup var trustOptions: TrustListOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        let now = Environment.now
        try UsageError.refuseEmpty(output, "--output")
        let days = validDays ?? TrustBundlePublisher.validDays
        guard (1...TrustBundlePublisher.maxValidDays).contains(days) else {
            throw UsageError(
                .value, "--valid-days \(days) is not possible.",
                hint: "Give a number from 1 to \(TrustBundlePublisher.maxValidDays).")
        }
        try OutputFile.checkFile(output)
        guard force || InputFile.kind(of: output) == .missing else {
            throw ReceiverError(
                .exists, "There is a file \"\(output)\" already.", hint: "Choose another name, or say --force.")
        }
        let workspace = try trustOptions.workspaceOptions.find(environment)
        let others = try NetworkMembers.content(
            of: add, by: trustOptions.trustToJudgeBy(environment), own: workspace.settings.issuer,
            after: try TrustBundlePublisher.lastContent(of: workspace), at: now,
            warn: { Terminal.warning($0) })
        let keys = try passphrase.unlock(environment) {
            try workspace.keysForBundles($0, also: .dataIntegrity, at: now, trustsClock: clock.trustClock)
        }
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let bytes = try TrustBundlePublisher(workspace: workspace, keys: keys, at: now)
            .make(register, with: others, validDays: days, trustsClock: clock.trustClock)
        try OutputFile.write(bytes, to: output)
        report(try TrustBundle(parsing: bytes), key: try keys.bundleKey().privateKey.publicKey.thumbprint)
    }

    private func report(_ bundle: TrustBundle, key fingerprint: String) {
        if answer.json {
            Terminal.result(
                bytes: JSONWriter.compact(
                    .object([
                        "format": "passport.trust-bundled/1", "file": .string(output),
                        "signer": .string(bundle.signer.description), "key": .string(bundle.method),
                        "fingerprint": .string(fingerprint), "sequence": .number(JSONNumber(bundle.sequence)),
                        "asOf": .string(bundle.asOf.description), "validUntil": .string(bundle.validUntil.description),
                        "issuers": .array(bundle.content.members.map { .string($0.did.description) }),
                        "statusLists": .number(JSONNumber(bundle.content.statusLists.count)),
                        "digest": .string(bundle.digest),
                    ])) + [0x0A])
            return
        }
        Terminal.result(output)
        guard !answer.quiet else { return }
        Terminal.note(
            "Number \(bundle.sequence) of \(bundle.signer), as of \(CalendarDay(of: bundle.asOf)), until "
                + "\(CalendarDay(of: bundle.validUntil)), for \(bundle.content.members.count) issuers.")
        Terminal.note("Key \(bundle.method)  \(fingerprint)")
        Terminal.hint(
            "Receivers compare that fingerprint when they take the bundle in with `passportctl trust import`.")
    }
}

extension Workspace {
    /// The workspace's keys with the one for bundles, which is made when there is none yet.
    func keysForBundles(
        _ passphrase: Passphrase?, also uses: IssuerKeys.Uses, at now: Timestamp, trustsClock: Bool
    ) throws -> IssuerKeys {
        try KeyCustodian.ensureBundleKey(of: self, passphrase: passphrase, at: now, trustsClock: trustsClock)
        return try IssuerKeys.load(self, passphrase: passphrase, for: uses.union(.bundle))
    }
}
