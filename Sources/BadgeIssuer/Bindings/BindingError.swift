import Encodings

/// Why a DID can't be tied to a person, or badges can't be issued anew to it.
package struct BindingError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The DID isn't one that proves itself by its own key.
        case method = "binding.method"
        /// Another person of the register has the DID.
        case taken = "binding.taken"
        /// The person has another DID.
        case otherDID = "binding.other-did"
        /// No challenge was given to this person for this DID.
        case noChallenge = "binding.no-challenge"
        /// The file answers no challenge at all.
        case unaddressed = "binding.unaddressed"
        /// The file answers a challenge that this register didn't give to this person for this DID.
        case foreignChallenge = "binding.foreign-challenge"
        /// The challenge's time is over.
        case expired = "binding.expired"
        /// The challenge was answered before.
        case used = "binding.used"
        /// The presentation isn't signed, or its signature doesn't fit.
        case notSigned = "binding.not-signed"
        /// The presentation was made for somebody else, or its time is over.
        case notForUs = "binding.not-for-us"
        /// Another key signed the presentation.
        case otherKey = "binding.other-key"
        /// The file isn't a presentation.
        case unreadable = "binding.unreadable"
        /// The DID hasn't been proved yet.
        case notBound = "binding.not-bound"
        /// A badge can't be issued anew.
        case signing = "binding.signing"
        /// Our own verifier doesn't accept a badge that was issued anew.
        case selfCheck = "binding.self-check"
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let cause: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    package var codeText: String { code.rawValue }
    package static func == (left: BindingError, right: BindingError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
