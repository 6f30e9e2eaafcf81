public import Encodings

/// Why a key can't be read, made or used.
///
/// Its texts never hold key material or a passphrase; `cause` holds libcrypto's own reason at most.
public struct KeyError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The text or bytes are not a key in the form that was expected.
        case malformed = "key.malformed"
        /// It is a key, but of a type, curve, size or encryption that isn't taken here.
        case unsupported = "key.unsupported"
        /// An Ed25519 point of small order, under which one signature fits many messages.
        case smallOrder = "key.small-order"
        /// The coordinates are not those of a point on the curve.
        case notOnCurve = "key.not-on-curve"
        /// An RSA key that is too short, or whose exponent is even or below 3.
        case weakRSA = "key.weak-rsa"
        /// A public key was expected, and what came holds private members.
        case privateMember = "key.private-member"
        /// The passphrase doesn't open the key.
        case wrongPassphrase = "key.wrong-passphrase"
        /// The key is encrypted and no passphrase was given.
        case passphraseMissing = "key.passphrase-missing"
        /// Opening the key would take more time or memory than a passphrase may cost.
        case derivationTooCostly = "key.derivation-too-costly"
        /// The private part doesn't belong to the public part beside it.
        case mismatchedHalves = "key.mismatched-halves"
        /// The algorithm doesn't go with this type of key.
        case algorithmMismatch = "key.algorithm-mismatch"
        /// libcrypto failed where it shouldn't: a fault in the program or the machine.
        case openSSL = "key.openssl"
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
    public static func == (left: KeyError, right: KeyError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension KeyError {
    static func malformed(_ message: String, cause: String? = nil) -> KeyError {
        KeyError(.malformed, message, hint: "Ask for the key again, or export it afresh.", cause: cause)
    }

    static func unsupported(_ what: String) -> KeyError {
        KeyError(
            .unsupported, "\(what), which this program doesn't work with.",
            hint: "Use a key of type Ed25519, P-256, P-384, or RSA with 2048 to 8192 bits.")
    }

    /// A failure of libcrypto; takes the reason from its error queue and leaves the queue empty.
    static func openSSL(_ doing: String) -> KeyError {
        KeyError(
            .openSSL, "The cryptographic library failed at \(doing).",
            hint: "Try again; if it happens again, report it with the version that --version prints.",
            cause: OpenSSLErrors.drain())
    }
}
