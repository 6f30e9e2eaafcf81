import COpenSSL
import Encodings

/// Judges one time stamp by the certificates that are pinned for it.
struct TimestampJudge {
    private let handle: TimestampHandle
    private let time: Timestamp
    private let pinned: [CertificateHandle]

    /// The certificates between an authority for time stamps and a root are one or two.
    private static let maxChain: Int32 = 8
    /// As strong as 112 bits: RSA of 2048 bits, elliptic curves of 224, no SHA-1 (NIST SP 800-57 part 1).
    private static let securityLevel: Int32 = 2

    init(_ handle: TimestampHandle, at time: Timestamp, pinned: [TSACertificate]) {
        self.handle = handle
        self.time = time
        self.pinned = pinned.compactMap { CertificateHandle(der: $0.der) }
    }

    /// - Returns: the subject of the certificate that signed.
    func judge() throws(TimestampError) -> String {
        guard !pinned.isEmpty else { throw Self.notPinned }
        let certificate = try signer()
        let subject = CertificateHandle.subject(of: certificate)
        try checkChain(of: certificate, subject: subject, atItsTime: false)
        guard CertificateHandle.isForTimestampsAlone(certificate) else {
            throw .certificate("The certificate of \(subject) isn't for time stamps alone.")
        }
        // Before the dates: of a time that somebody changed nothing else is to be said.
        try checkSignature()
        try checkChain(of: certificate, subject: subject, atItsTime: true)
        return subject
    }

    /// The certificate of the one who signed, out of the token or the pinned ones. It isn't trusted yet.
    private func signer() throws(TimestampError) -> OpaquePointer {
        guard let signers = PKCS7_get_signer_info(handle.token), OPENSSL_sk_num(signers) == 1,
            let info = OPENSSL_sk_value(signers, 0)
        else { throw .malformed("It isn't signed by exactly one.") }
        try checkDigest(of: info.assumingMemoryBound(to: PKCS7_SIGNER_INFO.self))
        let known = try stack()
        defer { OPENSSL_sk_free(known) }
        guard let found = PKCS7_get0_signers(handle.token, known, 0) else {
            OpenSSLErrors.clear()
            throw TimestampError(
                .notPinned, "The certificate that signed is neither in it nor among those that are pinned.",
                hint: "Ask for a token with its certificates (`openssl ts -query -cert`), or pin the authority's own.")
        }
        defer { OPENSSL_sk_free(found) }
        guard let certificate = OPENSSL_sk_value(found, 0) else { throw .malformed("It isn't signed.") }
        return OpaquePointer(certificate)
    }

    /// The digest that the signature covers what was stamped by, and the one that the signature itself names.
    private func checkDigest(of info: UnsafeMutablePointer<PKCS7_SIGNER_INFO>) throws(TimestampError) {
        var (digest, signature): (UnsafeMutablePointer<X509_ALGOR>?, UnsafeMutablePointer<X509_ALGOR>?)
        PKCS7_SIGNER_INFO_get0_algs(info, nil, &digest, &signature)
        let named = digest.map { OBJ_obj2nid($0.pointee.algorithm) } ?? NID_undef
        var own = NID_undef
        if let signature { OBJ_find_sigid_algs(OBJ_obj2nid(signature.pointee.algorithm), &own, nil) }
        for algorithm in [named] + (own == NID_undef ? [] : [own]) where TimestampToken.digests[algorithm] == nil {
            throw TimestampError(.weak, "It is signed with another digest than SHA-256, SHA-384 or SHA-512.")
        }
    }

    /// Whether the certificates lead to a pinned one, all strong enough.
    ///
    /// - Parameter atItsTime: whether all must have been valid when it stamped.
    private func checkChain(
        of certificate: OpaquePointer, subject: String, atItsTime: Bool
    ) throws(TimestampError) {
        let store = try store(atItsTime: atItsTime)
        defer { X509_STORE_free(store) }
        guard let context = X509_STORE_CTX_new() else { throw .certificate("The certificates can't be checked.") }
        defer { X509_STORE_CTX_free(context) }
        let others = handle.token.pointee.d.sign.pointee.cert
        guard X509_STORE_CTX_init(context, store, certificate, others) == 1,
            X509_STORE_CTX_set_purpose(context, X509_PURPOSE_TIMESTAMP_SIGN) == 1
        else { throw .certificate("The certificates can't be checked.") }
        guard X509_verify_cert(context) != 1 else { return }
        let error = X509_STORE_CTX_get_error(context)
        let culprit = X509_STORE_CTX_get_current_cert(context).map(CertificateHandle.subject) ?? subject
        OpenSSLErrors.clear()
        let cause = X509_verify_cert_error_string(Int(error)).map { String(cString: $0) }
        switch error {
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
            X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, X509_V_ERR_CERT_UNTRUSTED:
            throw Self.notPinned
        case X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED:
            throw TimestampError(
                .certificate, "The certificate of \(culprit) wasn't valid when it stamped, on \(time).", cause: cause)
        case X509_V_ERR_INVALID_PURPOSE, X509_V_ERR_INVALID_CA:
            throw TimestampError(.certificate, "The certificate of \(culprit) isn't for that.", cause: cause)
        case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK:
            throw TimestampError(
                .weak, "The certificate of \(culprit) has a key or a digest that others can break.", cause: cause)
        default:
            throw TimestampError(.certificate, "The certificate of \(culprit) can't be relied on.", cause: cause)
        }
    }

    /// The signature over what was stamped, and that it names the very certificate it was made with (RFC 5816).
    private func checkSignature() throws(TimestampError) {
        guard let context = TS_VERIFY_CTX_new() else { throw .malformed("The signature can't be checked.") }
        // It frees the store and the certificates that it is given.
        defer { TS_VERIFY_CTX_free(context) }
        TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_SIGNATURE | TS_VFY_VERSION | TS_VFY_SIGNER))
        TS_VERIFY_CTX_set_store(context, try store(atItsTime: false))
        let known = try stack()
        for certificate in pinned { X509_up_ref(certificate.pointer) }
        TS_VERIFY_CTX_set_certs(context, known)
        guard TS_RESP_verify_token(context, handle.token) == 1 else {
            throw TimestampError(
                .signature, "The signature in it doesn't fit what it says, or the certificate that it names.",
                cause: OpenSSLErrors.drain())
        }
    }

    // MARK: What libcrypto checks by

    /// The pinned certificates and nothing else; whoever gets it frees it.
    private func store(atItsTime: Bool) throws(TimestampError) -> OpaquePointer {
        guard let store = X509_STORE_new() else { throw .certificate("The certificates can't be checked.") }
        for certificate in pinned { X509_STORE_add_cert(store, certificate.pointer) }
        let parameters = X509_STORE_get0_param(store)
        // A pinned certificate ends the chain, whether it signed itself or not.
        X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        if atItsTime {
            X509_VERIFY_PARAM_set_time(parameters, time_t(time.seconds))
        } else {
            X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_NO_CHECK_TIME))
        }
        X509_VERIFY_PARAM_set_depth(parameters, Self.maxChain)
        X509_VERIFY_PARAM_set_auth_level(parameters, Self.securityLevel)
        return store
    }

    /// The pinned certificates as one of libcrypto's lists, which doesn't own them.
    private func stack() throws(TimestampError) -> OpaquePointer {
        guard let stack = OPENSSL_sk_new_null() else { throw .certificate("The certificates can't be checked.") }
        for certificate in pinned { OPENSSL_sk_push(stack, UnsafeRawPointer(certificate.pointer)) }
        return stack
    }

    private static let notPinned = TimestampError(
        .notPinned, "No certificate that is pinned for time stamps vouches for the one that signed it.",
        hint: "If you trust that authority, pin its certificate with `passportctl trust add --tsa`.")
}
