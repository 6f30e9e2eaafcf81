import Encodings

/// `https://www.w3.org/ns/credentials/undefined-terms/v2`: Verifiable Credentials Data Model 2.0.
///
/// Whoever names it says that words without a definition are meant to be there.
enum UndefinedTermsContext {
    static let document = ContextTable(vocabulary: "https://www.w3.org/ns/credentials/undefined-term#").document
}
