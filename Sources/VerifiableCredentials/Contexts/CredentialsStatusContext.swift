import Encodings

/// `https://www.w3.org/ns/credentials/status/v1`: Bitstring Status List 1.0.
enum CredentialsStatusContext {
    static let document = ContextTable.guarded(StatusTerms.rows).document
}
