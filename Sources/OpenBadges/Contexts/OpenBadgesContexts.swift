public import VerifiableCredentials

/// The JSON-LD contexts that Open Badges 3.0 and CLR 2.0 credentials name.
public enum OpenBadgesContexts {
    /// VC Data Model 2.0.
    public static let credentialsV2 = "https://www.w3.org/ns/credentials/v2"
    /// VC Data Model 1.1.
    public static let credentialsV1 = "https://www.w3.org/2018/credentials/v1"

    /// The newest Open Badges context, which we issue with.
    public static let openBadges = openBadges303
    public static let openBadges303 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
    public static let openBadges302 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"
    public static let openBadges301 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"
    /// The address without a version: badges of the years before 3.0.1.
    public static let openBadgesUnversioned = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
    /// Defines the type of `credentialSchema` that names 1EdTech's schema.
    public static let openBadgesExtensions = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"

    public static let clr201 = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
    public static let clrUnversioned = "https://purl.imsglobal.org/spec/clr/v2p0/context.json"

    /// The Open Badges 3.0 contexts, newest first.
    public static let openBadgesVersions = [openBadges303, openBadges302, openBadges301, openBadgesUnversioned]

    /// Every context of 1EdTech's that a badge or a learner record may name.
    public static let all = [
        ContextDocument(openBadges303) { OpenBadges303Context.document },
        ContextDocument(openBadges302) { OpenBadges302Context.document },
        ContextDocument(openBadges301) { OpenBadges301Context.document },
        ContextDocument(openBadgesUnversioned) { OpenBadgesUnversionedContext.document },
        ContextDocument(openBadgesExtensions) { OpenBadgesExtensionsContext.document },
        ContextDocument(clr201) { CLR201Context.document },
        ContextDocument(clrUnversioned) { CLRUnversionedContext.document },
    ]

    /// The contexts that ship: W3C's, and 1EdTech's.
    public static let store = ContextStore(BuiltInContexts.all + all)

    /// The contexts of a badge that we issue, in their order.
    ///
    /// - Parameter namingSchema: whether the badge has a `credentialSchema`, whose type the third context defines.
    public static func issued(namingSchema: Bool) -> [String] {
        namingSchema ? [credentialsV2, openBadges, openBadgesExtensions] : [credentialsV2, openBadges]
    }
}
