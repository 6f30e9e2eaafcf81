import COpenSSL
import Encodings

/// Owner of one of libcrypto's certificates.
final class CertificateHandle {
    let pointer: OpaquePointer

    /// - Parameter pointer: an `X509` that nobody else frees.
    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    /// A certificate in its only spelling, with nothing behind it; nothing for other bytes.
    convenience init?(der: [UInt8]) {
        let parsed: OpaquePointer? = der.withUnsafeBufferPointer { buffer in
            var place = buffer.baseAddress
            guard let certificate = d2i_X509(nil, &place, buffer.count) else { return nil }
            guard place == buffer.baseAddress.map({ $0 + buffer.count }) else {
                X509_free(certificate)
                return nil
            }
            return certificate
        }
        guard let parsed else { return nil }
        self.init(owning: parsed)
    }

    deinit { X509_free(pointer) }

    /// The subject as RFC 2253 writes it: `CN=Time Stamping,O=Example,C=FI`.
    var subject: String { Self.subject(of: pointer) }

    static func subject(of certificate: OpaquePointer) -> String {
        guard let sink = BIO_new(BIO_s_mem()) else { return "" }
        defer { BIO_free(sink) }
        guard passport_print_name(sink, X509_get_subject_name(certificate)) >= 0 else { return "" }
        var text = [UInt8](repeating: 0, count: passport_bio_pending(sink))
        let count = BIO_read(sink, &text, Int32(clamping: text.count))
        return String(decoding: text.prefix(max(0, Int(count))), as: UTF8.self)
    }

    var validFrom: Timestamp? { ASN1Values.timestamp(of: X509_get0_notBefore(pointer)) }
    var validUntil: Timestamp? { ASN1Values.timestamp(of: X509_get0_notAfter(pointer)) }

    /// Whether it may sign other certificates.
    var isAuthority: Bool { X509_check_ca(pointer) > 0 }

    var isForTimestampsAlone: Bool { Self.isForTimestampsAlone(pointer) }

    /// Whether it is for time stamps and nothing else, and says so in an extension that nobody may pass over
    /// ([RFC 3161 §2.3](https://www.rfc-editor.org/rfc/rfc3161#section-2.3)).
    static func isForTimestampsAlone(_ certificate: OpaquePointer) -> Bool {
        var critical: Int32 = 0
        guard let found = X509_get_ext_d2i(certificate, NID_ext_key_usage, &critical, nil) else { return false }
        let usages = OpaquePointer(found)
        defer { EXTENDED_KEY_USAGE_free(usages) }
        guard critical == 1, OPENSSL_sk_num(usages) == 1, let only = OPENSSL_sk_value(usages, 0) else { return false }
        return OBJ_obj2nid(OpaquePointer(only)) == NID_time_stamp
    }
}
