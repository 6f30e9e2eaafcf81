import Encodings

/// What is wrong with the record of an award: somebody or something changed it from outside.
package struct RecordError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The signed bytes are gone although nobody erased them.
        case bytesMissing = "record.bytes-missing"
        /// The signed bytes aren't those that were recorded.
        case digestMismatch = "record.digest-mismatch"
        /// Our own verifier doesn't accept the stored badge by the workspace's own keys.
        case notGenuine = "record.not-genuine"
        /// The register says something else of the award than the signed badge does.
        case contradiction = "record.contradiction"
        /// The award's place in a status list says something else than its state.
        case statusBit = "record.status-bit"
        /// The award's state isn't the one that the audit trail led to.
        case state = "record.state"
        /// The audit trail knows nothing of the award.
        case unrecorded = "record.unrecorded"
        /// The audit trail tells of an award that isn't there.
        case missing = "record.missing"
    }

    package let code: Code
    /// The id of the award, or of the transcript.
    package let award: String
    package let message: String
    /// The verifier's code, or what differs.
    package let cause: String?

    init(_ code: Code, award: String, _ what: String, cause: String? = nil) {
        self.init(code, id: award, message: "The badge \(award) \(what).", cause: cause)
    }

    init(_ code: Code, transcript: String, _ what: String, cause: String? = nil) {
        self.init(code, id: transcript, message: "The transcript \(transcript) \(what).", cause: cause)
    }

    private init(_ code: Code, id: String, message: String, cause: String?) {
        self.code = code
        award = id
        self.message = message
        self.cause = cause
    }

    package var hint: String? {
        "Keep the register as it is, and restore the newest backup that passes this check beside it."
    }
    package var codeText: String { code.rawValue }
    package static func == (left: RecordError, right: RecordError) -> Bool {
        left.code == right.code && left.award == right.award
    }
    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(award)
    }
}
