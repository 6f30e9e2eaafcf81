import Cryptography
import Encodings

/// JWTs of any header and payload, well signed: what a hostile but able issuer can make.
enum TestJWT {
    static func make(
        header: String, payload: String = "{}", key: PrivateKey = TestKeys.ed25519
    ) throws -> [UInt8] {
        let input = Base64URL.encode(Array(header.utf8)) + "." + Base64URL.encode(Array(payload.utf8))
        let signature = try key.sign(Array(input.utf8), using: key.type.signatureAlgorithm)
        return Array((input + "." + Base64URL.encode(signature)).utf8)
    }

    static func make(
        typ: String? = "JWT", payload: JSONObject, key: PrivateKey = TestKeys.ed25519
    ) throws -> [UInt8] {
        var header: JSONObject = ["alg": .string(key.type.signatureAlgorithm.joseName), "kid": "did:web:a#b"]
        if let typ { header["typ"] = .string(typ) }
        return try make(
            header: String(decoding: JSONWriter.compact(.object(header)), as: UTF8.self),
            payload: String(decoding: JSONWriter.compact(.object(payload)), as: UTF8.self), key: key)
    }
}
