public import Encodings

/// Why a time stamp, or a certificate for them, counts for nothing.
public struct TimestampError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The bytes are no time stamp of RFC 3161, or one of a form that isn't read.
        case malformed = "timestamp.malformed"
        /// The authority refused to stamp.
        case notGranted = "timestamp.not-granted"
        /// A digest or a key that others can break.
        case weak = "timestamp.weak"
        /// No certificate that is pinned vouches for the one that signed.
        case notPinned = "timestamp.not-pinned"
        /// A certificate is broken, wasn't valid at that time, or isn't for time stamps and for them alone.
        case certificate = "timestamp.certificate"
        /// The authority's signature doesn't fit.
        case signature = "timestamp.signature"
    }

    public let code: Code
    public let message: String
    public let hint: String?
    /// libcrypto's own reason.
    public let cause: String?

    public init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    public var codeText: String { code.rawValue }
    public static func == (left: TimestampError, right: TimestampError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension TimestampError {
    /// Takes libcrypto's reason from its error queue and leaves the queue empty.
    static func malformed(_ message: String) -> TimestampError {
        TimestampError(.malformed, message, cause: OpenSSLErrors.drain())
    }

    static func certificate(_ message: String) -> TimestampError {
        TimestampError(.certificate, message, cause: OpenSSLErrors.drain())
    }
}
