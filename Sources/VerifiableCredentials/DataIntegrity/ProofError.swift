public import Encodings

/// Why an embedded proof doesn't hold, or can't be made.
public struct ProofError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The document and its signature don't belong together.
        case signatureMismatch = "proof.signature-mismatch"
        /// The proof's `proofValue` is missing or not in the form its suite gives it.
        case valueMalformed = "proof.value-malformed"
        /// The proof lacks a member or has one of the wrong kind.
        case malformed = "proof.malformed"
        /// The proof is of a type or cryptosuite that isn't read here.
        case unsupported = "proof.unsupported"
        /// The document's contexts are not those that the proof was made for.
        case contextMismatch = "proof.context-mismatch"
        /// The document refers to a vocabulary that isn't at hand.
        case contextsUnknown = "proof.contexts-unknown"
        /// The document can't be read as linked data without leaving something out.
        case linkedData = "proof.linked-data"
        /// Checking would take more work than a real document does.
        case tooMuchWork = "limit.proof-work"
        /// The proof is the issuer's own, which is for the holder alone.
        case baseProof = "proof.base-proof"
        /// The key is of a type that the proof's suite doesn't use.
        case keyType = "proof.key-type"
        /// The proof builds on an earlier one that isn't there, or is there twice.
        case previousProof = "proof.previous-proof"
        /// A JSON pointer that chooses what is disclosed leads nowhere.
        case pointer = "proof.pointer"
        /// The signing itself failed.
        case signing = "proof.signing"
        /// The document has more proofs than are checked.
        case tooMany = "limit.proofs"
    }

    public let code: Code
    public let message: String
    public let hint: String?
    public let cause: String?

    public init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    public var codeText: String { code.rawValue }
    public static func == (left: ProofError, right: ProofError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension ProofError {
    static func malformed(_ message: String) -> ProofError {
        ProofError(.malformed, message, hint: "Ask the issuer for a fresh copy.")
    }

    static let signatureMismatch = ProofError(
        .signatureMismatch, "The document and its signature don't belong together.",
        hint: "It was changed, or another key signed it; ask the issuer for a fresh copy.")
}
