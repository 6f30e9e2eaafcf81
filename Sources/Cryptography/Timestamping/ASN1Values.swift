import COpenSSL
import Encodings

/// Plain values out of libcrypto's ASN.1 objects.
enum ASN1Values {
    /// An instant as X.509 and RFC 3161 write it: `20261121100000.5Z`, in UTC, to the nanosecond.
    static func timestamp(_ time: UnsafePointer<ASN1_GENERALIZEDTIME>) -> Timestamp? {
        guard let text = bytes(of: time) else { return nil }
        let digits = text.prefix(14)
        guard digits.count == 14, digits.allSatisfy({ (0x30...0x39).contains($0) }), text.last == UInt8(ascii: "Z")
        else { return nil }
        let fraction = text.dropFirst(14).dropLast()
        guard fraction.isEmpty || fraction.count <= 10 && fraction.first == UInt8(ascii: ".") else { return nil }
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        return Timestamp(
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))"
                + "\(String(decoding: fraction, as: UTF8.self))Z")
    }

    /// An instant of a certificate, in either of its two forms.
    static func timestamp(of time: UnsafePointer<ASN1_TIME>?) -> Timestamp? {
        guard let time, let general = ASN1_TIME_to_generalizedtime(time, nil) else { return nil }
        defer { ASN1_GENERALIZEDTIME_free(general) }
        return timestamp(general)
    }

    /// A whole number that is not negative and within reach of arithmetic; zero for one that is left out.
    static func number(_ integer: UnsafePointer<ASN1_INTEGER>?) -> Int? {
        guard let integer else { return 0 }
        var value: Int64 = 0
        guard ASN1_INTEGER_get_int64(&value, integer) == 1, value >= 0 else {
            OpenSSLErrors.clear()
            return nil
        }
        return Int(exactly: value)
    }

    static func bytes(of string: UnsafePointer<ASN1_STRING>) -> [UInt8]? {
        guard let start = ASN1_STRING_get0_data(string) else { return nil }
        return Array(UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(string))))
    }
}
