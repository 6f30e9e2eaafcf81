import Glibc

/// Asks before something that can't be undone.
enum Confirmation {
    /// Comes back when the answer is yes.
    ///
    /// - Throws: `UsageError` `usage.missing` without a terminal, `usage.value` for any other answer.
    static func ask(_ sentence: String) throws(UsageError) {
        guard Terminal.inputIsTerminal, Terminal.errorIsTerminal else {
            throw UsageError(.missing, sentence, hint: "Add --yes if that is what you want; nothing was changed.")
        }
        Terminal.draw("\(sentence) Type yes to go on: ")
        guard let answer = readLine(), answer.lowercased() == "yes" else {
            throw UsageError(.value, "It wasn't confirmed, and nothing was changed.", hint: "Type yes, or add --yes.")
        }
    }
}
