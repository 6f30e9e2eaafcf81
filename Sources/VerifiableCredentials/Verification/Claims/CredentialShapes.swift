public import LinkedData

/// What is read of a credential by W3C's standards, place by place: the one list that the `claims` check goes by.
///
/// [VC Data Model 2.0 §4](https://www.w3.org/TR/vc-data-model-2.0/#basic-concepts), its 1.1,
/// [Bitstring Status List 1.0 §2](https://www.w3.org/TR/vc-bitstring-status-list/#data-model) and the draft before it.
/// A `CredentialProfile` adds what its kind of credential has: to the shapes here by their names, and shapes of its own.
public enum CredentialShapes {
    /// The shape of the credential itself.
    public static let credential = "credential"
    /// That of `credentialSubject`.
    public static let subject = "credentialSubject"
    /// That of `issuer`, and of other organisations and persons that a credential describes.
    public static let profile = "Profile"
    /// That of an entry of `credentialStatus`.
    public static let status = "credentialStatus"
    /// That of a proof; it is no part of what is signed as the credential.
    public static let proof = "proof"
    /// Objects of which no more is read than their ids.
    public static let named = "named"

    public static let standard = NodeShapes(
        top: credential,
        [
            theCredential, issuer, theSubject, theStatus, NodeShape("credentialSchema", []), NodeShape(named, []),
            theProof,
        ])

    private static let cred = Namespace.credentials
    private static let status2021 = Namespace("https://w3id.org/vc/status-list#")

    /// `name` and `description`, which may be in a language.
    public static let names = [
        PropertyShape("name", schema("name"), .localizedText),
        PropertyShape("description", schema("description"), .localizedText),
    ]

    private static let theCredential = NodeShape(
        credential,
        types: [
            NodeShape.TypeWord("VerifiableCredential", [cred["VerifiableCredential"]]),
            NodeShape.TypeWord("BitstringStatusListCredential", [Namespace.status["BitstringStatusListCredential"]]),
            NodeShape.TypeWord("StatusList2021Credential", [status2021["StatusList2021Credential"]]),
        ],
        names + dates + [
            PropertyShape("issuer", [cred["issuer"]], .node(profile, .reference)),
            PropertyShape("credentialSubject", [cred["credentialSubject"]], .node(subject, .whole)),
            PropertyShape("credentialStatus", [cred["credentialStatus"]], .nodes(status, .whole)),
            PropertyShape("credentialSchema", [cred["credentialSchema"]], .nodes("credentialSchema", .whole)),
            PropertyShape("termsOfUse", [cred["termsOfUse"]], .nodes(named, .whole)),
            PropertyShape("refreshService", [cred["refreshService"]], .nodes(named, .whole)),
        ])

    private static let dates = ["validFrom", "validUntil", "issuanceDate", "expirationDate"].map {
        PropertyShape($0, [cred[$0]], .text)
    }

    private static let issuer = NodeShape(profile, isRepeatable: true, names)

    private static let theSubject = NodeShape(
        subject,
        types: [
            NodeShape.TypeWord("BitstringStatusList", [Namespace.status["BitstringStatusList"]]),
            NodeShape.TypeWord("StatusList2021", [status2021["StatusList2021"]]),
        ],
        [
            PropertyShape("name", schema("name"), .localizedText, isShared: true),
            PropertyShape("statusPurpose", statusIRIs("statusPurpose"), .texts),
            PropertyShape("encodedList", statusIRIs("encodedList"), .text),
        ])

    private static let theStatus = NodeShape(
        status,
        types: [
            NodeShape.TypeWord("BitstringStatusListEntry", [Namespace.status["BitstringStatusListEntry"]]),
            NodeShape.TypeWord("StatusList2021Entry", [status2021["StatusList2021Entry"]]),
        ],
        // An entry of two types is none that is known.
        foreignTypes: [],
        [
            PropertyShape("statusPurpose", statusIRIs("statusPurpose"), .text),
            PropertyShape("statusListIndex", statusIRIs("statusListIndex"), .text),
            PropertyShape("statusListCredential", statusIRIs("statusListCredential"), .text),
            PropertyShape("statusSize", statusIRIs("statusSize"), .number),
        ])

    /// Read as JSON alone: what a proof says is signed beside the credential, by itself.
    private static let theProof = NodeShape(
        proof,
        [
            "created", "expires", "verificationMethod", "proofPurpose", "cryptosuite", "proofValue", "challenge",
            "nonce",
        ].map { PropertyShape($0, [], .text) }
            + ["domain", "previousProof"].map { PropertyShape($0, [], .texts) })

    private static func schema(_ name: String) -> [String] {
        [Namespace.schema[name], "http://schema.org/\(name)"]
    }

    private static func statusIRIs(_ name: String) -> [String] { [Namespace.status[name], status2021[name]] }
}
