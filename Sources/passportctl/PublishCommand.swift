import ArgumentParser
import BadgeIssuer
import Encodings

/// Writes the static site by which others check the organisation's badges.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the site: pages about the badges, and what others check by.",
        discussion: """
            The site has a page for each badge in each of its languages, and keys, achievements and status lists for \
            those who check. Run it daily and put the folder on the organisation's web server; what hasn't changed \
            keeps its bytes.

            Example: passportctl publish -o site/
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("The site's folder.", valueName: "folder"))
    var output: String

    @OptionGroup var clock: ClockOptions
    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(output, "--output")
        let workspace = try workspaceOptions.find(environment)
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        try SitePublisher.check(output, of: workspace)
        let keys = try passphrase.unlock(environment) {
            try workspace.keysForBundles(
                $0, also: [.dataIntegrity, .checkpoint], at: Environment.now, trustsClock: clock.trustClock)
        }
        let report = try SitePublisher.publish(
            workspace, register: register, keys: keys, to: output, at: Environment.now,
            trustsClock: clock.trustClock)
        if answer.json {
            Terminal.result(
                bytes: JSONWriter.compact(
                    .object([
                        "format": "passport.publish/1", "folder": .string(output),
                        "written": .array(report.written.map { .string($0) }),
                        "unchanged": .number(JSONNumber(report.unchanged.count)),
                        "kept": .array(report.kept.map { .string($0) }),
                        "elsewhere": .array(report.elsewhere.map { .string($0) }),
                    ])) + [0x0A])
            return
        }
        guard !answer.quiet else { return }
        for path in report.written { Terminal.result(path) }
        Terminal.note("\(report.written.count) files written, \(report.unchanged.count) unchanged.")
        for page in report.kept {
            Terminal.warning("\(page) is a page of somebody else and was left as it is.")
        }
        for achievement in report.elsewhere {
            Terminal.warning("\(achievement) is not under this site's address and was left out.")
        }
    }
}
