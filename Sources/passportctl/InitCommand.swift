import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings

/// Makes an organisation's workspace.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace: settings, keys, register, definitions.",
        discussion: """
            Example: passportctl init school --name "Esimerkki-ammattiopisto" \
            --url https://passi.example/org/ammattiopisto --samples
            """)

    @Argument(help: "The new workspace's folder.")
    var folder: String

    @Option(help: ArgumentHelp("The organisation's name; in several languages as fi=…, sv=….", valueName: "name"))
    var name: [String]

    @Option(help: ArgumentHelp("Where the organisation will publish; without it the issuer is a did:key.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("Languages of the organisation, its main one first.", valueName: "language"))
    var lang: [String] = []

    @Option(help: ArgumentHelp("Business identity code.", valueName: "code"))
    var yTunnus: String?

    @Option(help: ArgumentHelp("OID of the education organisation.", valueName: "oid"))
    var oid: String?

    @Flag(help: "Add the sample definitions and pathways.")
    var samples = false

    @Flag(help: "Leave the keys unencrypted.")
    var noPassphrase = false

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        guard !(noPassphrase && passphrase.passphraseFile != nil) else {
            throw UsageError(
                .value, "--no-passphrase and --passphrase-file don't go together.", hint: "Use one of them.")
        }
        let languages = lang.isEmpty ? ["fi"] : lang.flatMap { $0.split(separator: ",").map(String.init) }
        var request = WorkspaceRequest(folder: folder, name: try names(main: languages[0]), url: url, languages: languages)
        request.yTunnus = yTunnus
        request.oid = oid
        if samples { request.samples = try SampleSet.locate(environment: environment) }
        let chosen = noPassphrase ? nil : try passphrase.chosen(environment)
        var generator = SystemRandom()
        let outcome = try WorkspaceInitializer.initialise(
            request, passphrase: chosen, at: Environment.now.wholeSeconds, using: &generator)
        if output.json {
            Terminal.result(bytes: JSONWriter.compact(.object([
                "format": "passport.init/1", "workspace": .string(outcome.workspace.root),
                "issuer": .string(outcome.workspace.settings.issuer),
                "recoveryKey": .string(outcome.recoveryKeyPath),
                "published": .array(outcome.published.map { .string($0) }),
            ])) + [0x0A])
        } else {
            Terminal.result(outcome.workspace.settings.issuer)
        }
        guard !output.quiet else { return }
        Terminal.note(
            "The workspace is in \"\(outcome.workspace.root)\"; \(outcome.published.count) badges can be awarded.")
        if noPassphrase { Terminal.warning("The keys are not encrypted; whoever reads them can sign in your name.") }
        Terminal.warning("Move \"\(outcome.recoveryKeyPath)\" to a safe place that is not on this computer.")
        Terminal.hint(
            samples
                ? "Award the first badge: passportctl award pelisaannot --to NAME@EXAMPLE.ORG"
                : "Write a definition into badge-definitions/ and publish it: passportctl definition publish SLUG")
    }

    /// `--name "School"` in the main language, or `--name fi=… --name sv=…`.
    private func names(main: String) throws -> LanguageMap {
        var entries: [(language: String, text: String)] = []
        for text in name {
            let parts = text.split(separator: "=", maxSplits: 1)
            let isTagged = parts.count == 2 && LanguageCodes.contains(String(parts[0]))
            let entry = isTagged ? (String(parts[0]), String(parts[1])) : (main, text)
            guard !entries.contains(where: { $0.language == entry.0 }) else {
                throw UsageError(
                    .value, "The name is given twice in \"\(entry.0)\".", hint: "Write --name fi=… --name sv=….")
            }
            entries.append(entry)
        }
        return LanguageMap(entries)
    }
}
