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
            Example:
              passportctl init school --name Koulu --url https://passi.example --samples
            """)

    @Argument(help: "The new workspace's folder.")
    var folder: String

    @Option(help: ArgumentHelp("The organisation's name; in several languages as fi=…, sv=….", valueName: "name"))
    var name: [String]

    @Option(
        help: ArgumentHelp("Where the organisation will publish; without it the issuer is a did:key.", valueName: "url")
    )
    var url: String?

    @Option(help: ArgumentHelp("Languages of the organisation, its main one first.", valueName: "language"))
    var lang: [String] = []

    @Option(help: ArgumentHelp("Business identity code.", valueName: "code"))
    var yTunnus: String?

    @Option(help: ArgumentHelp("OID of the education organisation.", valueName: "oid"))
    var oid: String?

    @Option(
        help: ArgumentHelp("Where the badges' addresses begin, when organisations share them.", valueName: "url"))
    var badgeBase: String?

    @Option(help: ArgumentHelp("Who designs those badges, when it is another.", valueName: "did or url"))
    var creator: String?

    @Flag(help: "Add the sample definitions and pathways.")
    var samples = false

    @Flag(help: "Leave the keys unencrypted.")
    var noPassphrase = false

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(folder, "The folder's name")
        guard !(noPassphrase && passphrase.passphraseFile != nil) else {
            throw UsageError(
                .value, "--no-passphrase and --passphrase-file don't go together.", hint: "Use one of them.")
        }
        let languages = lang.isEmpty ? ["fi"] : lang.flatMap { $0.split(separator: ",").map(String.init) }
        guard let main = languages.first else {
            throw UsageError(.value, "--lang is empty.", hint: "Write --lang fi, or leave it out.")
        }
        var request = WorkspaceRequest(folder: folder, name: try names(main: main), url: url, languages: languages)
        request.yTunnus = yTunnus
        request.oid = oid
        request.badgeBase = badgeBase
        request.creator = creator
        if samples { request.samples = try SampleSet.locate(environment: environment) }
        let chosen = noPassphrase ? nil : try passphrase.chosen(environment)
        var generator = SystemRandom()
        let outcome: WorkspaceInitializer.Outcome
        do {
            outcome = try WorkspaceInitializer.initialise(
                request, passphrase: chosen, at: Environment.now.wholeSeconds, using: &generator)
        } catch let error as WorkspaceError where [.name, .url, .language].contains(error.code) {
            // In a settings file these are mistakes of the settings; here they were typed.
            throw UsageError(.value, error.message, hint: error.hint)
        } catch let error as WorkspaceError where error.code == .settings && (badgeBase ?? creator) != nil {
            throw UsageError(
                .value, "--badge-base or --creator is not a full address, or the first has no slash at its end.",
                hint: "Write --badge-base https://passi.example/badges/ --creator did:web:passi.example:org:maakunta.")
        }
        if output.json {
            Terminal.result(
                bytes: JSONWriter.compact(
                    .object([
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
            outcome.published.isEmpty
                ? "Write a definition into badge-definitions/ and publish it: passportctl definition publish SLUG"
                : "In that folder, `passportctl definition list` shows them and `passportctl award --help` the rest.")
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
