import ArgumentParser
import BadgeDefinitions

/// What the argument parser has to say: help and completions as it writes them, mistakes in our own form.
enum CommandLineAnswer {
    /// The mistake in a command line, or nothing when the parser was asked for help, the version or completions.
    ///
    /// - Returns: `usage.arguments`, with the likely intention where there is one
    static func usageError(_ error: any Error) -> UsageError? {
        guard PassportCommand.exitCode(for: error) == .validationFailure else { return nil }
        let message = PassportCommand.message(for: error)
        let command = command(of: PassportCommand.fullMessage(for: error))
        let lines = message.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
        var sentence = lines.joined(separator: " ")
        if let last = sentence.last, !".?!".contains(last) { sentence += "." }
        let help = "`\(command.joined(separator: " ")) --help` shows what it takes."
        guard let unknown = quoted(sentence, after: "Unexpected argument "),
            let near = NearestName.find(unknown, among: subcommands(of: command))
        else { return UsageError(.arguments, sentence, hint: help) }
        return UsageError(.arguments, sentence, hint: "Did you mean `\((command + [near]).joined(separator: " "))`?")
    }

    /// The words of the command that was being read: the parser names it in the last line of its message.
    private static func command(of text: String) -> [String] {
        guard let line = text.split(separator: "\n").last(where: { $0.contains("See '") }),
            let name = quoted(String(line), after: "See ")
        else { return ["passportctl"] }
        return name.split(separator: " ").map(String.init).filter { !$0.hasPrefix("-") }
    }

    private static func quoted(_ text: String, after prefix: String) -> String? {
        let parts = text.split(separator: "'", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].hasSuffix(prefix) else { return nil }
        return String(parts[1])
    }

    private static func subcommands(of command: [String]) -> [String] {
        var types = PassportCommand.configuration.subcommands
        for word in command.dropFirst() {
            types = types.first { $0.configuration.commandName == word }?.configuration.subcommands ?? []
        }
        return types.compactMap { $0.configuration.commandName }
    }
}
