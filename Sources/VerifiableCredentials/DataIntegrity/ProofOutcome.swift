/// What came of checking one embedded proof with one key.
public enum ProofOutcome: Sendable, Hashable {
    /// The signature fits the document, the proof's own members and the key.
    case verified
    /// It doesn't, or the proof breaks its suite's rules.
    case failed(ProofError)
    /// It can't be checked by what is at hand, or not within the limits.
    case undetermined(ProofError)
    /// The proof asks for something that isn't read here; the text says what.
    case unsupported(String)
}

extension ProofError {
    /// What came of a check that ended with this error.
    var outcome: ProofOutcome {
        switch code {
        case .contextsUnknown, .tooMuchWork: .undetermined(self)
        default: .failed(self)
        }
    }
}
