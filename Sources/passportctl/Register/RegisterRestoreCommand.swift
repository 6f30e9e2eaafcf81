import ArgumentParser
import BadgeIssuer
import Encodings
import Passport

/// Makes a workspace of a backup.
struct RegisterRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a workspace of a backup, whole or not at all.",
        discussion: """
            Who was erased since is erased again, as far as the backup, the workspace
            that is replaced, or a journal named with --erasures knows. What was awarded
            after the backup isn't in it: `register audit --against` with a later
            checkpoint.json shows that something is missing. What was revoked since is
            taken from the published folder that --site names. New badges take their
            places in new status lists, so that no place is given twice.

            --force keeps the workspace that is there under another name.

            Example: passportctl register restore 2026-09-01.backup --to school
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var backup: String

    @Option(help: ArgumentHelp("The workspace's folder; a new one.", valueName: "folder"))
    var to: String

    @Option(help: ArgumentHelp("A newer erasure journal; its key beside it, in keys/.", valueName: "file"))
    var erasures: [String] = []

    @Option(help: ArgumentHelp("The folder that was published last, for its status lists.", valueName: "folder"))
    var site: String?

    @Flag(help: "Restore although a workspace of this register is there, and keep it aside.")
    var force = false

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(to, "--to")
        try UsageError.refuseEmpty(backup, "The backup")
        try UsageError.refuseEmpty(site, "--site")
        for path in erasures { try UsageError.refuseEmpty(path, "--erasures") }
        guard InputFile.kind(of: backup) != .folder else {
            throw UsageError(.value, "The backup is a folder.", hint: "Name the file that `register backup` wrote.")
        }
        let outcome = try WorkspaceRestorer(erasures: erasures, site: site, at: Environment.now).restore(
            backup, to: to, passphrase: try passphrase.ofBackup(environment), replaces: force)
        if answer.json {
            Terminal.result(bytes: JSONWriter.compact(.object(Self.json(outcome))) + [0x0A])
        } else {
            Terminal.result(outcome.workspace)
        }
        if !answer.quiet, !answer.json { explain(outcome) }
        if case .broken(let fault) = outcome.audit {
            Terminal.error("The audit trail was broken when the backup was made. \(fault.message) (\(fault.codeText))")
            Terminal.hint("All was restored as it was; compare it with an earlier backup.")
            throw ExitStatus.badInput
        }
    }

    private func explain(_ outcome: WorkspaceRestorer.Outcome) {
        let manifest = outcome.manifest
        let newest = manifest.newestEntryAt.map { ", the newest of \($0)" } ?? ""
        Terminal.note(
            "As of \(manifest.at): \(manifest.awards) \(manifest.awards == 1 ? "badge" : "badges"), "
                + "\(manifest.auditEntries) audit entries\(newest).")
        if let from = outcome.migratedFrom { Terminal.note("The register was brought up to date from schema \(from).") }
        if outcome.erased > 0 {
            let persons = outcome.erased == 1 ? "1 person was" : "\(outcome.erased) persons were"
            Terminal.note("\(persons) erased after the backup was made, and erased again.")
        }
        if outcome.withdrawn > 0 {
            let badges = outcome.withdrawn == 1 ? "1 badge is" : "\(outcome.withdrawn) badges are"
            Terminal.note("\(badges) withdrawn by the published status lists, and here too now.")
        }
        if let aside = outcome.keptAside {
            Terminal.note("The workspace that was there is now \"\(aside)\"; delete it when you have compared them.")
        }
        Terminal.warning(
            site == nil
                ? "What was awarded, revoked or suspended after \(manifest.at) isn't in it. Before you publish, revoke again "
                    + "what was revoked since, or restore with --site."
                : "What was awarded after \(manifest.at) isn't in it, nor what was revoked and not yet published.")
        Terminal.hint(
            "`passportctl register audit --against` with the newest published checkpoint.json says whether something "
                + "is missing.")
    }

    private static func json(_ outcome: WorkspaceRestorer.Outcome) -> JSONObject {
        var object = outcome.manifest.json
        object["format"] = "passport.register-restore/1"
        object["workspace"] = .string(outcome.workspace)
        object["erased"] = .number(JSONNumber(outcome.erased))
        object["withdrawn"] = .number(JSONNumber(outcome.withdrawn))
        object["migratedFrom"] = outcome.migratedFrom.map { .number(JSONNumber($0)) } ?? .null
        object["keptAside"] = outcome.keptAside.map { .string($0) } ?? .null
        var code: JSONValue = .null
        if case .broken(let fault) = outcome.audit { code = .string(fault.codeText) }
        object["audit"] = code == .null ? "consistent-with-itself" : "broken"
        object["auditCode"] = code
        return object
    }
}
