package import Cryptography
package import Encodings
package import VerifiableCredentials

/// A credential as it is handed out, with what the register keeps of its signature.
package struct SecuredCredential: Sendable {
    /// The exact bytes of the learner's file.
    package let bytes: [UInt8]
    /// The DID URL of the key that signed.
    package let verificationMethod: String
    /// The signature itself, decoded.
    package let signature: [UInt8]

    package init(bytes: [UInt8], verificationMethod: String, signature: [UInt8]) {
        self.bytes = bytes
        self.verificationMethod = verificationMethod
        self.signature = signature
    }
}

/// Signs credentials with the organisation's key, in one of the two forms.
package struct CredentialSecurer: Sendable {
    package let format: AwardRecord.Format
    private let body: @Sendable (JSONObject, Timestamp) throws -> SecuredCredential

    package init(
        format: AwardRecord.Format, _ body: @escaping @Sendable (JSONObject, Timestamp) throws -> SecuredCredential
    ) {
        self.format = format
        self.body = body
    }

    package func secure(_ credential: JSONObject, at now: Timestamp) throws -> SecuredCredential {
        try body(credential, now)
    }

    /// JSON with an embedded Data Integrity proof.
    package static func dataIntegrity(
        _ key: SigningKey, suite: some Cryptosuite = IssuedProof.suite
    ) -> CredentialSecurer {
        CredentialSecurer(format: .json) { credential, now in
            var secured = try DataIntegrity.secure(credential, suite: suite, key: key, created: now)
            let proof = secured["proof"] ?? .null
            let value = proof["proofValue"]?.stringValue ?? ""
            // Open Badges' `proof` is a set, and the array form of its schema takes sets as arrays only.
            secured["proof"] = [proof]
            return SecuredCredential(
                bytes: JSONWriter.compact(.object(secured)) + [UInt8(ascii: "\n")],
                verificationMethod: key.verificationMethod, signature: try suite.decodeProofValue(value))
        }
    }

    /// A VC-JWT by Open Badges 3.0 §8.2, `ES256` or `RS256`.
    package static func jwt(_ key: SigningKey, algorithm: SignatureAlgorithm) -> CredentialSecurer {
        CredentialSecurer(format: .jwt) { credential, _ in
            let jwt = Array(try VCJWT.secure(credential, key: key, algorithm: algorithm).utf8)
            // Bytes, not characters: splitting the text cost more than signing it.
            let signature = jwt[((jwt.lastIndex(of: UInt8(ascii: ".")) ?? -1) + 1)...]
            return SecuredCredential(
                bytes: jwt, verificationMethod: key.verificationMethod, signature: try Base64URL.decode(signature))
        }
    }
}
