import ArgumentParser
import BadgeIssuer
import Cryptography
import Encodings
import VerifiableCredentials

/// What every command takes that changes keys.
struct KeyChangeOptions: ParsableArguments {
    @Flag(help: "Leave new keys unencrypted.")
    var noPassphrase = false

    @OptionGroup var clock: ClockOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    /// Keeps a missing new passphrase apart from one that old keys lack, which would be asked for.
    private struct NoNewPassphrase: Error {
        let error: any Error
    }

    private static func chosen(
        _ options: PassphraseOptions, _ environment: [String: String]
    ) throws -> Passphrase {
        do { return try options.chosen(environment) } catch { throw NoNewPassphrase(error: error) }
    }

    /// Opens the keys, does it, and says what became of them.
    ///
    /// New keys get the passphrase of the old ones; where those have none, one is asked for.
    func run(_ body: (KeyCustodian) throws -> KeyChangeReport) throws {
        let environment = Environment.current
        let workspace = try workspaceOptions.find(environment)
        let report: KeyChangeReport
        do {
            report = try passphrase.unlock(environment) { opening in
                let custodian = try KeyCustodian(
                    workspace, opening: opening,
                    newPassphrase: { noPassphrase ? nil : try opening ?? Self.chosen(passphrase, environment) },
                    at: Environment.now, trustsClock: clock.trustClock)
                return try body(custodian)
            }
        } catch let missing as NoNewPassphrase {
            throw missing.error
        }
        if output.json {
            Terminal.result(bytes: JSONWriter.compact(.object(report.json)) + [0x0A])
        } else {
            for line in report.lines { Terminal.result(line) }
        }
        guard !output.quiet else { return }
        if !report.isEncrypted, !report.added.isEmpty {
            Terminal.warning("The new keys are not encrypted; whoever reads them can sign in your name.")
        }
        if let path = report.recoveryKeyPath {
            Terminal.warning("Move \"\(path)\" to a safe place that is not on this computer, and destroy the old one.")
        }
        if report.failingAwards > 0 {
            Terminal.warning(
                "\(report.failingAwards) badges were signed with it from \(report.entry.since) on and fail from now on; "
                    + "award them anew.")
        }
        Terminal.hint("Publish now, so that others learn of it: passportctl publish -o DIR")
    }
}

extension KeyChangeReport {
    var json: JSONObject {
        [
            "format": "passport.key-change/1", "event": .string(entry.event.rawValue),
            "at": .string(entry.at.description), "entry": .string(entry.digest),
            "added": .array(
                added.map {
                    [
                        "id": .string($0.id), "algorithm": .string($0.publicKey.type.rawValue),
                        "fingerprint": .string($0.publicKey.thumbprint),
                    ]
                }),
            "ended": .array(
                ended.map { ["id": .string($0.id), "state": .string($0.state.rawValue)] }),
            "since": ended.isEmpty ? .null : .string(entry.since.description),
            "recoveryKey": recoveryKeyPath.map { .string($0) } ?? .null,
            "issuanceLists": .array(
                issuanceLists.map { ["key": .string($0.key), "signatures": .number(JSONNumber($0.count))] }),
            "finalLists": .number(JSONNumber(finalLists)),
            "successor": entry.successor.map { .string($0.description) } ?? .null,
            "failingAwards": .number(JSONNumber(failingAwards)),
        ]
    }

    /// One line for each key, and what goes with it.
    var lines: [String] {
        var lines = ended.map { "\($0.id)  \($0.state.rawValue) since \(entry.since)" }
        lines += added.map { "\($0.id)  active  \($0.publicKey.type.rawValue)  \($0.publicKey.thumbprint)" }
        for list in issuanceLists {
            lines.append("\(list.key): \(list.count) signatures are listed as made before the theft")
        }
        if finalLists > 0 { lines.append("\(finalLists) last status lists signed") }
        if let successor = entry.successor { lines.append("successor \(successor)") }
        return lines
    }
}
