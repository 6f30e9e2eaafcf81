import ArgumentParser
import BadgeIssuer
import Encodings

/// Erases persons from the register.
struct RegisterErasePersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase-person",
        abstract: "Erase a person from the register, for good.",
        discussion: """
            Names, addresses, numbers, signed badges, texts and evidence go; of each
            badge stays its id, definition, dates and status. Who was erased isn't
            awarded again by an older class list, and restoring an older backup
            erases them anew. The same command again finishes what was cut short.

            Badges that were handed out can't be called back and still pass every
            check; --revoke takes them back as their holder's request.

            Example: passportctl register erase-person 5F9H-Q1WR-YYXY-9 --revoke
            """)

    @Argument(
        help: ArgumentHelp(
            "Passport number, email, student id, DID or the register's id.", valueName: "person"))
    var persons: [String]

    @Flag(help: "Revoke the badges too, for holder-request.")
    var revoke = false

    @Option(help: ArgumentHelp("A reference to the member of staff; no name.", valueName: "reference"))
    var by: String?

    @Flag(help: "Don't ask.")
    var yes = false

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(by, "--by")
        let references = try persons.map { text in
            try UsageError.refuseEmpty(text, "The person")
            return try PersonReference(text)
        }
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let eraser = PersonEraser(workspace, register: register, who: by)
        let previews = try eraser.preview(references)
        if !yes, !previews.isEmpty {
            let badges = previews.reduce(0) { $0 + $1.awards.count }
            try Confirmation.ask(
                "This erases \(Self.count(previews.count, "person")) with \(Self.count(badges, "badge")) for good.")
        }
        render(try eraser.erase(references, revokes: revoke, at: Environment.now))
    }

    private func render(_ outcomes: [PersonEraser.Outcome]) {
        if answer.json {
            for outcome in outcomes {
                Terminal.result(bytes: JSONWriter.compact(.object(Self.json(outcome))) + [0x0A])
            }
            return
        }
        for outcome in outcomes {
            if let before = outcome.erasedBefore {
                Terminal.result("\(outcome.personID)  erased before, on \(CalendarDay(of: before))")
            } else {
                let revoked = outcome.revokedIDs.isEmpty ? "" : ", \(outcome.revokedIDs.count) of them revoked"
                Terminal.result(
                    "\(outcome.personID)  erased, with \(Self.count(outcome.awardIDs.count, "badge"))\(revoked)")
            }
        }
        guard !answer.quiet, outcomes.contains(where: { $0.erasedBefore == nil }) else { return }
        Terminal.note("Files and slips that were handed out can't be called back, and badges still pass every check.")
        if outcomes.contains(where: { !$0.revokedIDs.isEmpty }) {
            Terminal.note("Others see that badges were revoked only after the next `passportctl publish`.")
        }
        Terminal.note(
            "Earlier backups, lists and reports still name the person: delete what isn't needed. A backup that is "
                + "restored with \(ErasureJournal.fileName) erases the person again.")
    }

    private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private static func json(_ outcome: PersonEraser.Outcome) -> JSONObject {
        [
            "format": "passport.erase-person/1", "person": .string(outcome.personID),
            "outcome": outcome.erasedBefore == nil ? "erased" : "erased-before",
            "awards": .array(outcome.awardIDs.map(JSONValue.string)),
            "revoked": .array(outcome.revokedIDs.map(JSONValue.string)),
            "erasedBefore": outcome.erasedBefore.map { .string($0.description) } ?? .null,
        ]
    }
}
