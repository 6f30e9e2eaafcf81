import COpenSSL

/// One of NIST's curves, with a key of libcrypto's that holds its parameters and no point yet.
///
/// Copying that key and setting the point takes a quarter of the time of building the group from its name.
final class EllipticCurve: Sendable {
    static let p256 = EllipticCurve(group: "prime256v1", joseName: "P-256", fieldBytes: 32)
    static let p384 = EllipticCurve(group: "secp384r1", joseName: "P-384", fieldBytes: 48)

    /// libcrypto's name.
    let group: String
    /// The name in a JWK's `crv`.
    let joseName: String
    /// The length of a coordinate and of a private number in bytes.
    let fieldBytes: Int
    private let parameters: KeyHandle?

    private init(group: String, joseName: String, fieldBytes: Int) {
        self.group = group
        self.joseName = joseName
        self.fieldBytes = fieldBytes
        let builder = ParameterBuilder()
        builder.push(text: group, as: OSSL_PKEY_PARAM_GROUP_NAME)
        parameters = builder.makeKey(type: "EC", .parameters)
    }

    /// The public key at a point, compressed or uncompressed (SEC 1 §2.3.3).
    ///
    /// libcrypto refuses a coordinate that isn't below the field's prime and a point that isn't on the curve; the
    /// curves have cofactor 1, so that each other point is a sound key.
    func publicKey(encodedPoint point: [UInt8]) throws(KeyError) -> KeyHandle {
        let isCompressed = point.count == 1 + fieldBytes && (point.first == 2 || point.first == 3)
        let isUncompressed = point.count == 1 + 2 * fieldBytes && point.first == 4
        guard isCompressed || isUncompressed else {
            throw .malformed("This isn't a point of the curve \(joseName): it has the wrong length or form.")
        }
        guard let parameters, let key = EVP_PKEY_dup(parameters.pointer) else {
            throw .openSSL("preparing the curve \(joseName)")
        }
        let handle = KeyHandle(owning: key)
        guard EVP_PKEY_set1_encoded_public_key(key, point, point.count) == 1 else {
            throw KeyError(
                .notOnCurve, "The point of this key doesn't lie on the curve \(joseName).",
                hint: "Ask for the key again: it was changed, or made by a faulty program.",
                cause: OpenSSLErrors.drain())
        }
        return handle
    }

    /// The key pair of a private number, its point computed here.
    ///
    /// - Parameter secret: the number, big-endian, of the field's length; from 1 to the group's order less 1.
    func keyPair(secret: [UInt8]) throws(KeyError) -> KeyHandle {
        guard secret.count == fieldBytes, let length = Int32(exactly: secret.count) else {
            throw .malformed("The private number of this \(joseName) key has the wrong length.")
        }
        let number = BN_secure_new()
        defer { BN_clear_free(number) }
        guard let number, BN_bin2bn(secret, length, number) != nil,
            let curve = EC_GROUP_new_by_curve_name(OBJ_txt2nid(group))
        else { throw .openSSL("preparing the curve \(joseName)") }
        defer { EC_GROUP_free(curve) }
        guard BN_is_zero(number) == 0, BN_cmp(number, EC_GROUP_get0_order(curve)) < 0 else {
            throw .malformed("The private number of this \(joseName) key is out of range.")
        }
        BN_set_flags(number, BN_FLG_CONSTTIME)

        let point = EC_POINT_new(curve)
        defer { EC_POINT_free(point) }
        var encoded = [UInt8](repeating: 0, count: 1 + 2 * fieldBytes)
        guard let point, EC_POINT_mul(curve, point, number, nil, nil, nil) == 1,
            EC_POINT_point2oct(curve, point, POINT_CONVERSION_UNCOMPRESSED, &encoded, encoded.count, nil)
                == encoded.count
        else { throw .openSSL("computing the public key") }

        let builder = ParameterBuilder()
        builder.push(text: group, as: OSSL_PKEY_PARAM_GROUP_NAME)
        builder.push(bytes: encoded, as: OSSL_PKEY_PARAM_PUB_KEY)
        builder.push(number: secret, isSecret: true, as: OSSL_PKEY_PARAM_PRIV_KEY)
        guard let handle = builder.makeKey(type: "EC", .keyPair) else {
            throw .openSSL("putting the key together")
        }
        return handle
    }
}

extension KeyHandle {
    /// The y of a public key's point; libcrypto has computed it when the key was made.
    func secondCoordinate(of curve: EllipticCurve) -> [UInt8] {
        guard let y = unsignedInteger(OSSL_PKEY_PARAM_EC_PUB_Y, width: curve.fieldBytes) else {
            fatalError("libcrypto doesn't tell the point of a key: \(OpenSSLErrors.drain() ?? "no reason given")")
        }
        return y
    }
}

extension KeyType {
    var curve: EllipticCurve? {
        switch self {
        case .p256: .p256
        case .p384: .p384
        case .ed25519, .rsa: nil
        }
    }
}
