import ArgumentParser
import BadgeIssuer
import Encodings

/// Verifies every badge that the register holds.
struct RegisterCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify every badge in the register by the workspace's own keys.",
        discussion: """
            Digest, signature and form of each, what the register says beside it, its
            place in the status list, and its state as the audit trail led to it. That
            the trail itself is whole is for `register audit`.

            Example: passportctl register check
            """)

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let progress = ProgressBar(total: try register.read { try $0.awardCount() }, isShown: !output.quiet)
        let summary = try RegisterCheck(workspace, at: Environment.now).run(
            register, progress: { progress.show($0) },
            receive: { fault in
                progress.finish()
                if output.json {
                    Terminal.result(bytes: JSONWriter.compact(.object(Self.json(fault))) + [0x0A])
                } else {
                    Terminal.error("\(fault.message) (\(fault.codeText))")
                }
            })
        progress.finish()
        if output.json {
            let object: JSONObject = [
                "format": "passport.register-check/1", "outcome": summary.faults == 0 ? "sound" : "broken",
                "awards": .number(JSONNumber(summary.awards)), "erased": .number(JSONNumber(summary.erased)),
                "faults": .number(JSONNumber(summary.faults)),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
        }
        let badges = summary.awards == 1 ? "1 badge" : "\(summary.awards) badges"
        guard summary.faults == 0 else {
            Terminal.hint("Keep the register as it is, and restore the newest backup that passes this check beside it.")
            if !output.quiet { Terminal.note("\(badges) checked, \(summary.faults) faults.") }
            throw ExitStatus.badInput
        }
        guard !output.json else { return }
        let erased = summary.erased == 0 ? "" : ", of which \(summary.erased) erased with their holders"
        Terminal.result(summary.awards == 0 ? "No badges to check." : "\(badges) checked\(erased): all are sound.")
    }

    private static func json(_ fault: RecordError) -> JSONObject {
        [
            "format": "passport.register-fault/1", "credential": .string(fault.award),
            "code": .string(fault.codeText), "message": .string(fault.message),
            "cause": fault.cause.map { .string($0) } ?? .null,
        ]
    }
}
