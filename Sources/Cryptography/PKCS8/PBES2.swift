import COpenSSL

/// What a private key's encryption asks of us, judged before any work is done for it.
///
/// PBES2 of RFC 8018 §6.2 with scrypt (RFC 7914) or PBKDF2, and AES in CBC mode. The numbers come from the file: a
/// stranger's file could ask for hours.
enum PBES2 {
    /// What keys written here cost: 16 MiB and some 200 ms, libcrypto's memory limit being 32 MiB.
    static let scrypt = (n: UInt64(1 << 14), r: UInt64(8), p: UInt64(5))

    /// N·r·p; six times what keys written here cost.
    private static let maxScryptWork: UInt64 = 1 << 22
    /// The limit that libcrypto sets itself. It would fail later, and look like a wrong passphrase.
    private static let maxScryptMemory: UInt64 = 32 << 20
    /// Two or three seconds of PBKDF2; OWASP's advice is 600,000.
    private static let maxIterations: UInt64 = 5_000_000

    /// - Throws: `KeyError` `key.unsupported` for other schemes and ciphers, `key.derivation-too-costly`,
    ///   `key.malformed`.
    static func check(_ encrypted: OpaquePointer) throws(KeyError) {
        var algorithm: UnsafePointer<X509_ALGOR>?
        X509_SIG_get0(encrypted, &algorithm, nil)
        guard let scheme = Algorithm(algorithm), scheme.identifier == NID_pbes2 else { throw Self.otherEncryption }
        guard let parameters = scheme.parameters(d2i_PBE2PARAM) else { throw Self.broken }
        defer { PBE2PARAM_free(parameters) }

        let cipher = Algorithm(UnsafePointer(parameters.pointee.encryption))?.identifier
        guard let cipher, [NID_aes_128_cbc, NID_aes_192_cbc, NID_aes_256_cbc].contains(cipher) else {
            throw Self.otherEncryption
        }
        guard let derivation = Algorithm(UnsafePointer(parameters.pointee.keyfunc)) else { throw Self.broken }
        switch derivation.identifier {
        case NID_id_scrypt: try checkScrypt(derivation)
        case NID_id_pbkdf2: try checkPBKDF2(derivation)
        default: throw Self.otherEncryption
        }
    }

    private static func checkScrypt(_ derivation: Algorithm) throws(KeyError) {
        guard let parameters = derivation.parameters(d2i_SCRYPT_PARAMS) else { throw Self.broken }
        defer { SCRYPT_PARAMS_free(parameters) }
        guard let n = number(parameters.pointee.costParameter), let r = number(parameters.pointee.blockSize),
            let p = number(parameters.pointee.parallelizationParameter), n >= 2, n & (n - 1) == 0, r >= 1, p >= 1
        else { throw Self.broken }
        // Each below 2²¹, so that no product overflows.
        guard max(n, r, p) < 1 << 21, n * r * p <= maxScryptWork, 128 * r * (n + p + 2) <= maxScryptMemory else {
            throw Self.tooCostly
        }
    }

    private static func checkPBKDF2(_ derivation: Algorithm) throws(KeyError) {
        guard let parameters = derivation.parameters(d2i_PBKDF2PARAM) else { throw Self.broken }
        defer { PBKDF2PARAM_free(parameters) }
        guard let iterations = number(parameters.pointee.iter), iterations >= 1 else { throw Self.broken }
        guard iterations <= maxIterations else { throw Self.tooCostly }
    }

    private static func number(_ integer: UnsafePointer<ASN1_INTEGER>?) -> UInt64? {
        var value: UInt64 = 0
        guard let integer, ASN1_INTEGER_get_uint64(&value, integer) == 1 else {
            OpenSSLErrors.clear()
            return nil
        }
        return value
    }

    private static let tooCostly = KeyError(
        .derivationTooCostly, "Opening this private key would take far more work than a passphrase may cost.",
        hint: "Encrypt it again on the machine that made it: openssl pkcs8 -topk8 -scrypt -in OLD.pem -out NEW.pem")

    private static let otherEncryption = KeyError(
        .unsupported, "This private key is encrypted in a way this program doesn't read.",
        hint: "Encrypt it again: openssl pkcs8 -topk8 -scrypt -in OLD.pem -out NEW.pem")

    private static let broken = KeyError.malformed("This private key's encryption isn't described as it must be.")
}

/// An algorithm's object identifier and its parameters, of X.509's AlgorithmIdentifier.
private struct Algorithm {
    let identifier: Int32
    private let sequence: UnsafePointer<ASN1_STRING>?

    init?(_ algorithm: UnsafePointer<X509_ALGOR>?) {
        guard let algorithm else { return nil }
        var object: OpaquePointer?
        var type: Int32 = 0
        var value: UnsafeRawPointer?
        X509_ALGOR_get0(&object, &type, &value, algorithm)
        guard let object else { return nil }
        identifier = OBJ_obj2nid(object)
        sequence = type == V_ASN1_SEQUENCE ? value?.assumingMemoryBound(to: ASN1_STRING.self) : nil
    }

    /// The parameters read by one of libcrypto's decoders; the caller frees them.
    func parameters<Value>(
        _ decode: (
            UnsafeMutablePointer<UnsafeMutablePointer<Value>?>?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int
        ) -> UnsafeMutablePointer<Value>?
    ) -> UnsafeMutablePointer<Value>? {
        guard let sequence else { return nil }
        var start: UnsafePointer<UInt8>? = ASN1_STRING_get0_data(sequence)
        guard let value = decode(nil, &start, Int(ASN1_STRING_length(sequence))) else {
            OpenSSLErrors.clear()
            return nil
        }
        return value
    }
}
