import Encodings

/// Why a workspace's keys can't be changed as asked.
package struct KeyCustodyError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The workspace has no key of that name or kind.
        case unknownKey = "custody.unknown-key"
        /// The key was retired or taken back before.
        case ended = "custody.ended"
        /// The last key of its kind can be replaced, but not simply given up.
        case lastKey = "custody.last-key"
        /// No current key can sign the step.
        case noSigner = "custody.no-signer"
        /// The recovery key is needed, or what was given isn't the one that the key history committed to.
        case recoveryKey = "custody.recovery-key"
        /// The organisation has closed, and its keys change no more.
        case closed = "custody.closed"
        /// A did:key issuer is its one key, which can't be exchanged.
        case didKey = "custody.did-key"
        /// The time from which on a key is taken back lies in the future or before the key itself.
        case since = "custody.since"
        /// A change that was interrupted can't be completed.
        case unfinished = "custody.unfinished"
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
    package static func == (left: KeyCustodyError, right: KeyCustodyError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
