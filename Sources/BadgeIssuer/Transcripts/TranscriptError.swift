import Encodings

/// Why a transcript can't be made or withdrawn.
package struct TranscriptError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// There is no badge that could stand in it.
        case nothing = "transcript.nothing"
        /// A badge that was named is another person's.
        case otherPerson = "transcript.other-person"
        /// A badge that was named is withdrawn, on hold or replaced by a newer one.
        case notInForce = "transcript.not-in-force"
        /// A badge is a JWT, and a learner record holds credentials with proofs of their own inside.
        case jwt = "transcript.jwt"
        /// There is no such transcript of the person's.
        case missing = "transcript.missing"
        /// It was withdrawn already.
        case withdrawn = "transcript.withdrawn"
        /// It holds more than a receiver reads.
        case tooLarge = "transcript.too-large"
        /// It can't be signed.
        case signing = "transcript.signing"
        /// Our own verifier doesn't accept it.
        case selfCheck = "transcript.self-check"
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
    package static func == (left: TranscriptError, right: TranscriptError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
