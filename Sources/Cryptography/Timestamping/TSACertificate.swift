import COpenSSL
public import Encodings

/// A certificate that a receiver pins so that time stamps count: a time stamping authority's own, or that of an
/// authority above it.
public struct TSACertificate: Sendable, Hashable {
    /// Its bytes, from which it is the same certificate or another.
    public let der: [UInt8]
    /// Whose it is, as RFC 2253 writes names.
    public let subject: String
    public let validFrom: Timestamp
    public let validUntil: Timestamp

    /// A certificate with a large key and many names takes 4 KiB.
    public static let maxBytes = 64 * 1024

    /// - Throws: `TimestampError` `timestamp.certificate` for what is no certificate, or one that can neither sign time
    ///   stamps nor certificates.
    public init(der: [UInt8]) throws(TimestampError) {
        guard der.count <= Self.maxBytes, let handle = CertificateHandle(der: der),
            let validFrom = handle.validFrom, let validUntil = handle.validUntil
        else { throw .certificate("The bytes are not one X.509 certificate in DER.") }
        guard handle.isAuthority || handle.isForTimestampsAlone else {
            OpenSSLErrors.clear()
            throw TimestampError(
                .certificate,
                "The certificate of \(handle.subject) is neither an authority's nor for time stamps alone.",
                hint: "Take the certificate of the time stamping authority, or the root above it.")
        }
        OpenSSLErrors.clear()
        self.der = der
        subject = handle.subject
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    /// The one certificate of a PEM file (RFC 7468); text around it is passed over.
    public init(pem: [UInt8]) throws(TimestampError) {
        guard pem.count <= Self.maxBytes, let source = BIO_new_mem_buf(pem, Int32(pem.count)) else {
            throw .certificate("The text is too long to be one certificate.")
        }
        defer { BIO_free(source) }
        var found: [UInt8]?
        while let block = PEMBlock(from: source) {
            guard block.label == "CERTIFICATE", block.hasNoHeader else {
                throw .certificate("The text holds something else than a certificate: \(UTF8Text.shown(block.label)).")
            }
            guard found == nil else {
                throw TimestampError(
                    .certificate, "The text holds more than one certificate.",
                    hint: "Choose the one that you trust, and give it by itself.")
            }
            found = Array(block.bytes)
        }
        OpenSSLErrors.clear()
        guard let found else { throw .certificate("The text holds no whole certificate in PEM form.") }
        try self.init(der: found)
    }

    /// A file as authorities hand it out: DER, or PEM.
    public init(file bytes: [UInt8]) throws(TimestampError) {
        // DER begins with a SEQUENCE of more than 127 bytes, and so with what no text begins with.
        if bytes.starts(with: [0x30]), let length = bytes.dropFirst().first, length >= 0x80 {
            try self.init(der: bytes)
        } else {
            try self.init(pem: bytes)
        }
    }

    /// SHA-256 of the bytes, as certificates are compared by telephone: `AB:CD:…`.
    public var fingerprint: String {
        SHA256.hash(der).map { Base16.encode([$0]).uppercased() }.joined(separator: ":")
    }
}
