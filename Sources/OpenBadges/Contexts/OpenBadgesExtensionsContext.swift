import Encodings
import VerifiableCredentials

/// `https://purl.imsglobal.org/spec/ob/v3p0/extensions.json`: the types by which badges name 1EdTech's own schema,
/// revocation list and refresh service.
enum OpenBadgesExtensionsContext {
    static let document = ContextTable(
        .aliases, type("1EdTechJsonSchemaValidator2019", in: "vccs"), type("1EdTechRevocationList", in: "vcrl"),
        type("1EdTechCredentialRefresh", in: "vccr")
    ).document

    private static func type(_ name: String, in specification: String) -> TermRows {
        .plain(Namespace("https://purl.imsglobal.org/spec/\(specification)/v1p0/context.json#"), name)
    }
}
