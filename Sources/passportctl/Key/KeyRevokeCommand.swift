import ArgumentParser
import BadgeIssuer
import Encodings
import VerifiableCredentials

/// Takes keys back: stolen, lost, or of an organisation that closes.
struct KeyRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take back keys that were stolen or lost, or close.",
        discussion: """
            compromised  somebody else has the key, or may have it. Needs the recovery key.
                         Name all keys that were on that machine. What the register recorded
                         before --since goes into a list signed by the successor; anything
                         else signed with the key is no longer believed.
            lost         nobody has it any more. What it signed before --since stays good.
            ceased       the organisation closes: all its keys end, and the last status
                         lists are signed. No key need be named.

            A recovery key is used once: a new one is made and waits to be taken away.

            Example:
              passportctl key revoke ed25519-1 p256-1 --reason compromised \\
                --since 2026-11-02T06:00:00Z --recovery-key /media/stick/recovery-key.pem
            """)

    @Argument(help: "The keys, such as ed25519-1.")
    var keys: [String] = []

    @Option(help: ArgumentHelp("compromised, lost or ceased.", valueName: "reason"))
    var reason: String

    @Option(help: ArgumentHelp("From when on (default: now).", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("The file of the recovery key.", valueName: "file"))
    var recoveryKey: String?

    @Option(help: ArgumentHelp("ceased: the DID of who goes on with the work.", valueName: "did"))
    var successor: String?

    @OptionGroup var options: KeyChangeOptions

    func run() throws {
        try UsageError.refuseEmpty(recoveryKey, "--recovery-key")
        let since = try since.map { text throws(UsageError) in try Self.instant(text) }
        guard reason != "ceased" else { return try close(since: since) }
        guard let reason = KeyHistoryEntry.Reason(rawValue: reason) else {
            throw UsageError(
                .value, "\"\(reason)\" is no reason to take a key back.",
                hint: "Use --reason compromised, --reason lost or --reason ceased.")
        }
        guard successor == nil else {
            throw UsageError(
                .value, "--successor goes with --reason ceased.", hint: "The new key is made by this very command.")
        }
        guard !keys.isEmpty else {
            throw UsageError(
                .missing, "Which keys to take back isn't said.", hint: "`passportctl key list` shows them.")
        }
        var revocation = KeyCustodian.Revocation(fragments: keys, reason: reason)
        revocation.since = since
        revocation.recoveryKeyPath = recoveryKey
        try options.run { try $0.revoke(revocation) }
    }

    private func close(since: Timestamp?) throws {
        let successor = try successor.map { text throws(UsageError) in
            guard let did = DID(text) else {
                throw UsageError(
                    .value, "--successor \"\(text)\" is no DID.", hint: "Write it as did:web:… or did:key:….")
            }
            return did
        }
        try options.run { custodian in
            try custodian.close(naming: keys, since: since, successor: successor)
        }
    }

    private static func instant(_ text: String) throws(UsageError) -> Timestamp {
        if let instant = try? Timestamp(rfc3339: text) { return instant }
        guard let day = try? CalendarDay(any: text) else {
            throw UsageError(
                .value, "--since \"\(text)\" is no day or moment.",
                hint: "Write --since 2026-11-02, --since 2.11.2026 or --since 2026-11-02T06:00:00Z.")
        }
        return day.firstSecond
    }
}
