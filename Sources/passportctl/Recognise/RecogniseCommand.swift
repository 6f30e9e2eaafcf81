import ArgumentParser

/// Turns badges into credits by an institution's rules.
struct RecogniseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recognise",
        abstract: "Turn badges into credits by an institution's rules.",
        discussion: """
            `recognise FILE …` is `recognise evaluate FILE …`: it proposes, with a
            reason for every badge and every rule. An officer decides.

            Example:
              passportctl recognise anna/ --rules rules.json \\
                --applicant anna@example.org --cases cases/
              passportctl recognise explain cases/case-17.json --lang fi
              passportctl recognise decide cases/case-17.json --ledger ledger.jsonl \\
                --confirm --by staff-7
            """,
        subcommands: [RecogniseEvaluateCommand.self, RecogniseDecideCommand.self, RecogniseExplainCommand.self],
        defaultSubcommand: RecogniseEvaluateCommand.self)
}
