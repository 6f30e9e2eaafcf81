/// Why a text or some bytes are not the encoded form they should be.
public struct EncodingError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The text is not base64url in its one canonical form, without padding.
        case base64URL = "encoding.base64url"
        /// The text is not base64 in its one canonical form, with padding.
        case base64 = "encoding.base64"
        /// The text has characters that base58btc doesn't know.
        case base58 = "encoding.base58"
        /// The text is not pairs of hexadecimal digits.
        case base16 = "encoding.base16"
        /// The text doesn't begin with the letter of a base that is read here, or of the base that is due.
        case multibaseUnsupported = "encoding.multibase-unsupported"
        /// The bytes don't begin with a multicodec number in its shortest form.
        case multicodec = "encoding.multicodec"
        /// The bytes are not one whole gzip member.
        case gzip = "encoding.gzip"
        /// The bytes are not one CBOR item of the kinds and in the form that are read here.
        case cbor = "encoding.cbor"
        /// The text is not a date and time with a zone as RFC 3339 writes it.
        case timestamp = "encoding.timestamp"
        /// The text is not a day of the calendar.
        case calendarDay = "encoding.calendar-day"
        /// The CBOR data has more items, or nests deeper, than is read.
        case cborLimit = "limit.cbor"
        /// The base58btc text is longer than anything it is used for.
        case base58Limit = "limit.base58"
        /// The gzip data unpack to more bytes than allowed.
        case gzipLimit = "limit.gzip"
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
    public static func == (left: EncodingError, right: EncodingError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
