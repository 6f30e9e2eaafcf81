import Encodings
import VerifiableCredentials

/// `https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json`: Comprehensive Learner Record 2.0.
///
/// The prefix `xsd` is used and not defined, as published.
enum CLR201Context {
    static let document = table.document

    private static let clr = Namespace.clr
    private static let obi = Namespace("obi:")

    static let table = ContextTable(
        .aliases,
        .type(clr, "ClrCredential", ContextTable(.aliases, .terms(clr, "partial", type: "xsd:boolean"))),
        .type(
            clr, "ClrSubject",
            ContextTable(
                .aliases, .plain("cred", Namespace.credentials.prefix), .plain("obi", Namespace.openBadges.prefix),
                .terms(clr, "achievement", type: obi["Achievement"], container: "@set"),
                .terms(clr, "association", type: clr["Association"], container: "@set"),
                .terms(clr, "verifiableCredential", type: "cred:verifiableCredential", container: "@set"),
                .term("identifier", clr["identifier-1"], type: obi["Identifier"], container: "@set"))),
        .type(
            clr, "Association",
            ContextTable(
                .term("associationType", clr["AssociationType"]),
                .terms(clr, "sourceId", "targetId", type: "xsd:anyURI"))))
}
