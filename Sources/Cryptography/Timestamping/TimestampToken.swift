import COpenSSL
public import Encodings

/// A time stamp of [RFC 3161](https://www.rfc-editor.org/rfc/rfc3161): an authority's signed word that a digest was
/// there at a certain time.
///
/// Reading it believes nothing; ``verify(by:)`` says whose word it is.
public struct TimestampToken: Sendable {
    /// A token with its certificates takes 2 to 8 KiB.
    public static let maxBytes = 256 * 1024

    /// When the authority stamped, by its own clock.
    public let time: Timestamp
    /// How far that clock may be off; nothing where the authority doesn't say.
    public let accuracy: Accuracy?

    /// A length of time, of RFC 3161's three parts.
    public struct Accuracy: Sendable, Hashable {
        public let seconds: Int
        public let nanoseconds: Int
    }

    /// What is taken where the authority states no accuracy. RFC 3161 §2.4.2 then leaves it to the authority's policy,
    /// which nobody here has read; RFC 3628 §5.1 asks one second of every authority, and an exact clock of none.
    static let assumedAccuracy = Accuracy(seconds: 1, nanoseconds: 0)

    private let bytes: [UInt8]
    private let imprint: [UInt8]
    private let algorithm: Int32

    /// Reads a `TimeStampResp`, as authorities answer, or a bare `TimeStampToken`, in DER.
    ///
    /// - Throws: `TimestampError` `timestamp.malformed`, `timestamp.not-granted`, `timestamp.weak` for a digest of what
    ///   was stamped that others can break.
    public init(parsing bytes: [UInt8]) throws(TimestampError) {
        defer { OpenSSLErrors.clear() }
        let handle = try TimestampHandle(parsing: bytes)
        guard TS_TST_INFO_get_version(handle.info) == 1 else {
            throw .malformed("It is of a version that RFC 3161 doesn't know.")
        }
        guard TS_TST_INFO_get_ext_by_critical(handle.info, 1, -1) < 0 else {
            throw .malformed("It has an extension that may not be passed over, and isn't known.")
        }
        guard let stamped = TS_TST_INFO_get_msg_imprint(handle.info), let named = TS_MSG_IMPRINT_get_algo(stamped),
            let digest = TS_MSG_IMPRINT_get_msg(stamped).flatMap({ ASN1Values.bytes(of: $0) })
        else { throw .malformed("It doesn't say what was stamped.") }
        let algorithm = OBJ_obj2nid(named.pointee.algorithm)
        guard let length = Self.digests[algorithm] else {
            throw TimestampError(
                .weak, "What was stamped is no SHA-256, SHA-384 or SHA-512 digest.",
                hint: "Have the signature stamped anew with SHA-256.")
        }
        guard digest.count == length else { throw .malformed("The digest in it is of the wrong length.") }
        guard let time = TS_TST_INFO_get_time(handle.info).flatMap({ ASN1Values.timestamp($0) }) else {
            throw .malformed("Its time is no instant in UTC.")
        }
        if let stated = TS_TST_INFO_get_accuracy(handle.info) {
            guard let accuracy = Accuracy(stated) else { throw .malformed("Its accuracy is no length of time.") }
            self.accuracy = accuracy
        } else {
            accuracy = nil
        }
        self.bytes = bytes
        self.algorithm = algorithm
        self.time = time
        imprint = digest
    }

    /// The algorithms that nobody can break, by libcrypto's number, and the length of their digests.
    static let digests: [Int32: Int] = [NID_sha256: 32, NID_sha384: 48, NID_sha512: 64]

    /// The last moment at which it may have been made.
    public var latest: Timestamp {
        let accuracy = accuracy ?? Self.assumedAccuracy
        let fraction = time.nanoseconds + accuracy.nanoseconds
        let whole = time.wholeSeconds.adding(seconds: accuracy.seconds).adding(seconds: fraction / 1_000_000_000)
        return Timestamp(exactlySecondsSince1970: whole.seconds, nanoseconds: fraction % 1_000_000_000) ?? .latest
    }

    /// Whether exactly these bytes were stamped.
    public func isOver(_ stamped: [UInt8]) -> Bool {
        var digest = [UInt8](repeating: 0, count: imprint.count)
        var count: UInt32 = 0
        guard let algorithm = EVP_get_digestbyname(OBJ_nid2sn(algorithm)),
            Int(EVP_MD_get_size(algorithm)) == digest.count,
            EVP_Digest(stamped, stamped.count, &digest, &count, algorithm, nil) == 1
        else {
            OpenSSLErrors.clear()
            return false
        }
        return digest == imprint
    }

    /// Checks the authority's signature, and that a pinned certificate vouched for it at that time.
    ///
    /// No other certificates are looked at than those in the token and the pinned ones, and no list of withdrawn ones:
    /// pinning an authority is the receiver's word that it keeps its key.
    ///
    /// - Returns: who stamped, as its certificate names it.
    /// - Throws: `TimestampError` `timestamp.not-pinned`, `timestamp.certificate`, `timestamp.weak`,
    ///   `timestamp.signature`, `timestamp.malformed`.
    public func verify(by pinned: [TSACertificate]) throws(TimestampError) -> String {
        defer { OpenSSLErrors.clear() }
        return try TimestampJudge(TimestampHandle(parsing: bytes), at: time, pinned: pinned).judge()
    }
}

extension TimestampToken.Accuracy {
    /// - Parameter stated: a `TS_ACCURACY`.
    fileprivate init?(_ stated: OpaquePointer) {
        guard let seconds = ASN1Values.number(TS_ACCURACY_get_seconds(stated)),
            let millis = ASN1Values.number(TS_ACCURACY_get_millis(stated)), millis < 1000,
            let micros = ASN1Values.number(TS_ACCURACY_get_micros(stated)), micros < 1000
        else { return nil }
        self.init(seconds: seconds, nanoseconds: millis * 1_000_000 + micros * 1000)
    }
}
