import ArgumentParser
import BadgeIssuer
import Cryptography
import Encodings
import VerifiableCredentials

/// Shows the organisation's keys: which sign, which have ended, and whether their files are safe.
struct KeyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the keys, how they stand and what they sign.",
        discussion: "Example: passportctl key list")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let workspace = try workspaceOptions.find(Environment.current)
        let listing = try workspace.keyListing()
        if output.json {
            for key in listing { Terminal.result(bytes: JSONWriter.compact(.object(key.json)) + [0x0A]) }
            return
        }
        for key in listing {
            for line in key.lines { Terminal.result(line) }
        }
        guard !output.quiet else { return }
        for key in listing where key.file == .exposed {
            Terminal.warning("Others than its owner may read keys/\(key.fragment).pem; think of it as stolen.")
        }
        for key in listing where key.file == .plain && key.historic?.isActive ?? true {
            Terminal.warning("keys/\(key.fragment).pem isn't encrypted.")
        }
        for name in try workspace.recoveryKeysAtHand() {
            Terminal.warning("The recovery key \(name) lies in the workspace; move it to a safe place elsewhere.")
        }
    }
}

extension KeyListing {
    fileprivate var json: JSONObject {
        func time(_ time: Timestamp?) -> JSONValue { time.map { .string($0.description) } ?? .null }
        return [
            "format": "passport.key/1", "key": .string(fragment), "id": .string(id),
            "algorithm": .string(publicKey.type.rawValue), "fingerprint": .string(fingerprint),
            "state": .string(state), "from": time(historic?.from), "until": time(historic?.end?.since),
            "signs": .array(signs.map { .string($0) }), "file": .string(file.rawValue),
        ]
    }

    fileprivate var lines: [String] {
        var dates = historic.map { "from \(CalendarDay(of: $0.from))" } ?? "not in the key history"
        if let end = historic?.end { dates += ", until \(CalendarDay(of: end.since))" }
        var lines = ["\(fragment)  \(publicKey.type.rawValue)  \(state)  \(dates)", "  fingerprint \(fingerprint)"]
        if !signs.isEmpty {
            lines.append("  signs \(signs.map { Self.words[$0] ?? $0 }.joined(separator: ", "))")
        }
        let text =
            switch file {
            case .encrypted: "encrypted"
            case .plain: "not encrypted"
            case .exposed: "readable by others"
            case .missing: "not here"
            case .unreadable: "can't be read"
            }
        lines.append("  private key \(text)")
        return lines
    }

    private static let words = [
        "json": "badges as JSON, status lists", "jwt": "badges as JWT", "checkpoint": "checkpoints of the audit trail",
        "bundle": "trust bundles",
    ]
}
