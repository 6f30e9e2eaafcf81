package import Encodings
import OpenBadges
import VerifiableCredentials

/// A credential that its holder may show, exactly as its issuer signed it.
package struct PortfolioItem: Sendable {
    /// JSON text, or a compact JWS without white space around it.
    package let bytes: [UInt8]
    package let isJWS: Bool
    /// The credential as read from them.
    package let json: JSONObject

    package init(bytes: [UInt8], isJWS: Bool, json: JSONObject) {
        self.bytes = bytes
        self.isJWS = isJWS
        self.json = json
    }

    /// The credential as it stands in a presentation: JSON with its members in their order and its numbers with their
    /// digits, a JWS in an envelope, after
    /// [VC Data Model 2.0 §4.13](https://www.w3.org/TR/vc-data-model-2.0/#enveloped-verifiable-credentials).
    package var presented: JSONValue {
        guard isJWS else { return .object(json) }
        return [
            "@context": .string(OpenBadgesContexts.credentialsV2),
            "id": .string("data:application/vc+jwt,\(String(decoding: bytes, as: UTF8.self))"),
            "type": "EnvelopedVerifiableCredential",
        ]
    }
}
