import COpenSSL

/// The modulus and the exponent of an RSA public key, checked.
struct RSAPublicNumbers {
    static let modulusBits = 2048...8192

    /// Both big-endian without leading zeros.
    let modulus: [UInt8]
    let exponent: [UInt8]

    /// - Throws: `KeyError` `key.weak-rsa` for a modulus below 2048 bits or an exponent that is even or below 3,
    ///   `key.unsupported` for a larger modulus or an exponent above 2³², `key.malformed` for leading zeros (a key has
    ///   one spelling) and an even modulus.
    init(modulus: [UInt8], exponent: [UInt8]) throws(KeyError) {
        guard let first = modulus.first, let last = modulus.last, first != 0, exponent.first != 0, last & 1 == 1 else {
            throw .malformed("The modulus or the exponent of this RSA key is not written as it must be.")
        }
        let bits = modulus.count * 8 - first.leadingZeroBitCount
        guard bits >= Self.modulusBits.lowerBound else {
            throw Self.weak("This RSA key has \(bits) bits, which is too short to trust.")
        }
        guard bits <= Self.modulusBits.upperBound else { throw .unsupported("This RSA key has \(bits) bits") }
        // 2³² itself is even, so that four bytes hold each exponent that is allowed.
        guard exponent.count <= 4 else { throw .unsupported("This RSA key has an exponent above 2^32") }
        let value = exponent.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard value >= 3, value & 1 == 1 else {
            throw Self.weak("This RSA key has the exponent \(value), which is weak.")
        }
        self.modulus = modulus
        self.exponent = exponent
    }

    /// Reads a PKCS#1 `RSAPublicKey`, the form of did:key (RFC 8017 A.1.1).
    init(pkcs1 bytes: [UInt8]) throws(KeyError) {
        guard let (modulus, exponent) = DER.parseIntegerPair(bytes) else {
            throw .malformed("This RSA key isn't the DER form of two numbers.")
        }
        try self.init(modulus: Array(modulus), exponent: Array(exponent))
    }

    var pkcs1: [UInt8] { DER.integerPair(modulus[...], exponent[...]) }

    func makeHandle() throws(KeyError) -> KeyHandle {
        let builder = ParameterBuilder()
        builder.push(number: modulus, as: OSSL_PKEY_PARAM_RSA_N)
        builder.push(number: exponent, as: OSSL_PKEY_PARAM_RSA_E)
        guard let handle = builder.makeKey(type: "RSA", .publicKey) else { throw .openSSL("reading an RSA key") }
        return handle
    }

    private static func weak(_ message: String) -> KeyError {
        KeyError(.weakRSA, message, hint: "Ask its owner for a key of 2048 bits or more with the exponent 65537.")
    }
}
