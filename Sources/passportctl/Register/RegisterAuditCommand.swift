import ArgumentParser
import BadgeIssuer
import Encodings
import Passport

/// Follows the audit trail and says whether it is what it was.
struct RegisterAuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check that nothing in the audit trail was changed or cut off.",
        discussion: """
            Without a checkpoint it can only say that the trail is consistent with itself:
            whoever can write the register can write a whole new trail. Compare it with a
            checkpoint.json that `publish` wrote and that was kept elsewhere.

            Example: passportctl register audit --against printed/checkpoint.json
            """)

    @Option(help: ArgumentHelp("A checkpoint that was kept elsewhere.", valueName: "file"))
    var against: [String] = []

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    /// A checkpoint is half a kilobyte.
    private static let maxBytes = 65_536

    func run() throws {
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let (result, checkpoints) = try register.read { reader in
            let id = try reader.registerIdentity().id
            let checkpoints = try against.map { path in
                try workspace.checkpoint(
                    reading: try InputFile.read(path, limit: Self.maxBytes),
                    name: "\"\(UTF8Text.escapedForTerminal(path))\"", register: id
                ).checkpoint
            }
            return (try reader.verifyAuditChain(against: checkpoints), checkpoints)
        }
        switch result {
        case .broken(let fault):
            if output.json {
                render([
                    "outcome": "broken", "entry": .number(JSONNumber(fault.sequence)),
                    "code": .string(fault.codeText), "message": .string(fault.message),
                    "hint": fault.hint.map { .string($0) } ?? .null,
                ])
            }
            throw fault
        case .consistent(let head):
            if output.json {
                render([
                    "outcome": .string(checkpoints.isEmpty ? "consistent-with-itself" : "consistent"),
                    "entries": .number(JSONNumber(head.count)), "head": .string(Base16.encode(head.hash)),
                    "checkpoints": .array(checkpoints.map { .string($0.at.description) }),
                ])
                return
            }
            Terminal.result(Self.sentence(head, checkpoints))
            if checkpoints.isEmpty, !output.quiet {
                Terminal.hint("Give a checkpoint that was kept elsewhere with --against to learn more.")
            }
        }
    }

    private static func sentence(_ head: AuditHead, _ checkpoints: [AuditCheckpoint]) -> String {
        let trail =
            "The audit trail of \(head.count) \(head.count == 1 ? "entry" : "entries") is consistent with itself"
        guard let newest = checkpoints.max(by: { $0.head.count < $1.head.count }) else { return "\(trail)." }
        return "\(trail), and up to entry \(newest.head.count) with the checkpoint of \(newest.at)."
    }

    private func render(_ members: JSONObject) {
        var object: JSONObject = ["format": "passport.register-audit/1"]
        for member in members.members { object[member.name] = member.value }
        Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
    }
}
