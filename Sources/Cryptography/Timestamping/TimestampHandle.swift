import COpenSSL

/// Owner of a time stamp as libcrypto read it, from a response or from a bare token.
final class TimestampHandle {
    /// The SignedData around what was stamped.
    let token: UnsafeMutablePointer<PKCS7>
    /// The `TSTInfo`: what was stamped, and when.
    let info: OpaquePointer
    private let response: OpaquePointer?

    /// - Throws: `TimestampError` `timestamp.malformed`, `timestamp.not-granted`.
    init(parsing bytes: [UInt8]) throws(TimestampError) {
        guard !bytes.isEmpty, bytes.count <= TimestampToken.maxBytes else {
            throw TimestampError(
                .malformed, "It has more than the \(TimestampToken.maxBytes) bytes that are read, or none.")
        }
        if let response = Self.read(bytes, by: { d2i_TS_RESP(nil, &$0, $1) }, free: { TS_RESP_free($0) }) {
            do throws(TimestampError) {
                token = try Self.granted(response)
            } catch {
                TS_RESP_free(response)
                throw error
            }
            guard let info = TS_RESP_get_tst_info(response) else {
                TS_RESP_free(response)
                throw .malformed("It holds no token.")
            }
            self.info = info
            self.response = response
            return
        }
        OpenSSLErrors.clear()
        guard let token = Self.read(bytes, by: { d2i_PKCS7(nil, &$0, $1) }, free: { PKCS7_free($0) }) else {
            throw .malformed("It is neither a response nor a token of RFC 3161 in DER, or not the whole of it.")
        }
        guard OBJ_obj2nid(token.pointee.type) == NID_pkcs7_signed, let info = PKCS7_to_TS_TST_INFO(token) else {
            PKCS7_free(token)
            throw .malformed("What is signed in it is no time stamp.")
        }
        self.token = token
        self.info = info
        response = nil
    }

    deinit {
        if let response {
            TS_RESP_free(response)
        } else {
            PKCS7_free(token)
            TS_TST_INFO_free(info)
        }
    }

    /// All of the bytes as one object.
    private static func read<Object>(
        _ bytes: [UInt8], by parse: (inout UnsafePointer<UInt8>?, Int) -> Object?, free: (Object) -> Void
    ) -> Object? {
        bytes.withUnsafeBufferPointer { buffer in
            var place = buffer.baseAddress
            guard let object = parse(&place, buffer.count) else { return nil }
            guard place == buffer.baseAddress.map({ $0 + buffer.count }) else {
                free(object)
                return nil
            }
            return object
        }
    }

    /// The token of a response that grants one (RFC 3161 §2.4.2).
    private static func granted(
        _ response: OpaquePointer
    ) throws(TimestampError) -> UnsafeMutablePointer<PKCS7> {
        let status = TS_RESP_get_status_info(response).flatMap { TS_STATUS_INFO_get0_status($0) }
        let number = status.flatMap { ASN1Values.number($0) }
        guard number == Int(TS_STATUS_GRANTED) || number == Int(TS_STATUS_GRANTED_WITH_MODS) else {
            throw TimestampError(
                .notGranted, "The authority refused to stamp (status \(number.map { "\($0)" } ?? "unknown")).")
        }
        guard let token = TS_RESP_get_token(response), OBJ_obj2nid(token.pointee.type) == NID_pkcs7_signed else {
            throw .malformed("The response says that it grants a token, and holds none.")
        }
        return token
    }
}
