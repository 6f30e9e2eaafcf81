/// An error that a person can meet: it says what is the matter in a full sentence, and carries a stable code.
///
/// Every area has one such type (`JSONError`, `KeyError`, `DefinitionError`, …) whose codes are an enum of raw
/// strings `area.kebab-reason`. `docs/errors.md` lists them all.
public protocol CodedError: Error, CustomStringConvertible {
    /// The stable code, `area.kebab-reason`.
    var codeText: String { get }
    /// One full sentence in plain words that names the file or thing and what is the matter with it.
    var message: String { get }
    /// What to do next, as a full sentence.
    var hint: String? { get }
    /// Detail for developers; never a secret, never personal.
    var cause: String? { get }
}

extension CodedError {
    public var hint: String? { nil }
    public var cause: String? { nil }
    public var description: String { "\(message) (\(codeText))" }
}
