import COpenSSL

/// Finds the one private key among the blocks of a PEM file (RFC 7468).
///
/// The DER of each block lies in libcrypto's memory and is wiped; nothing ever asks a terminal.
enum PEMReader {
    enum Form {
        /// `PRIVATE KEY`, RFC 5958.
        case plain
        /// `ENCRYPTED PRIVATE KEY`, RFC 5958 §3.
        case encrypted
    }

    /// An RSA key of 8192 bits takes 6,500 bytes; no file with a key is larger than this.
    static let maxBytes = 64 * 1024

    /// - Parameter read: gets the DER for the time of the call.
    static func withPrivateKey(
        in pem: [UInt8], _ read: (Form, UnsafeBufferPointer<UInt8>) throws(KeyError) -> KeyHandle
    ) throws(KeyError) -> KeyHandle {
        guard pem.count <= maxBytes, let count = Int32(exactly: pem.count) else {
            throw .malformed("This file is too large to be a private key.")
        }
        guard let source = BIO_new(BIO_s_secmem()) else { throw .openSSL("reading a key file") }
        defer { BIO_free(source) }
        guard count == 0 || BIO_write(source, pem, count) == count else { throw .openSSL("reading a key file") }

        var found: KeyHandle?
        while let block = PEMBlock(from: source) {
            let form: Form
            switch block.label {
            case "PRIVATE KEY": form = .plain
            case "ENCRYPTED PRIVATE KEY": form = .encrypted
            case let label where label.hasSuffix("PRIVATE KEY"): throw Self.otherForm
            default: continue
            }
            // The headers of RFC 1421 belong to the older encryption, which PKCS#8 doesn't use.
            guard block.hasNoHeader else { throw Self.otherForm }
            guard found == nil else { throw .malformed("This file holds more than one private key.") }
            found = try read(form, block.bytes)
        }
        let reason = ERR_peek_last_error()
        let cause = OpenSSLErrors.drain()
        // The end of the file says PEM_R_NO_START_LINE; anything else is a block that is broken.
        guard let found, passport_error_reason(reason) == PEM_R_NO_START_LINE else {
            throw .malformed("This file doesn't hold a whole private key in PEM form.", cause: cause)
        }
        return found
    }

    private static let otherForm = KeyError(
        .unsupported, "This private key is in an older form than PKCS#8, which this program doesn't read.",
        hint: "Convert it: openssl pkcs8 -topk8 -scrypt -in OLD.pem -out NEW.pem")
}

/// One block of a PEM file.
final class PEMBlock {
    let label: String
    let hasNoHeader: Bool
    let bytes: UnsafeBufferPointer<UInt8>
    private let data: UnsafeMutablePointer<UInt8>?

    /// The next block, or `nil` where there is none or it is broken; the error queue tells which.
    init?(from source: OpaquePointer) {
        var (name, header): (UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<CChar>?)
        var data: UnsafeMutablePointer<UInt8>?
        var count = 0
        guard PEM_read_bio(source, &name, &header, &data, &count) == 1 else { return nil }
        label = name.map { String(cString: $0) } ?? ""
        hasNoHeader = header.map { $0.pointee == 0 } ?? true
        passport_free(name)
        passport_free(header)
        self.data = data
        bytes = UnsafeBufferPointer(start: data, count: count)
    }

    deinit { passport_clear_free(data, bytes.count) }
}
