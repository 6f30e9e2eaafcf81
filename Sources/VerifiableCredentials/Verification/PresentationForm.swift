import Encodings
import LinkedData

/// Decides the `form` check of a presentation.
///
/// [VC Data Model 2.0 §4.13](https://www.w3.org/TR/vc-data-model-2.0/#verifiable-presentations),
/// [VC Data Model 1.1 §4.10](https://www.w3.org/TR/vc-data-model/#presentations-0)
struct PresentationForm {
    let presentation: PresentedPresentation

    func judge() -> CheckResult {
        let json = presentation.json
        guard presentation.members.count <= ProofWork.maxCredentials else {
            return CheckResult(
                .form, .undetermined, .limitMembers,
                ["member": "verifiableCredential", "limit": "\(ProofWork.maxCredentials)"])
        }
        if let problem = Self.problem(in: json) {
            return CheckResult(.form, .failed, .formModel, ["problem": problem], detail: ["problem": .string(problem)])
        }
        return CheckResult(
            .form, .passed, .formPresentation, ["count": "\(presentation.members.count)"],
            detail: ["dataModel": CredentialView(json).version.map { .string($0.rawValue) } ?? .null])
    }

    private static func problem(in json: JSONObject) -> String? {
        guard let contexts = json["@context"] else { return "$['@context'] is missing" }
        guard let version = CredentialView(json).version else {
            return
                "the first @context is neither \(DataModelVersion.v2.contextURL) nor \(DataModelVersion.v1.contextURL)"
        }
        for context in contexts.asList where !FormCheck.isURL(context.stringValue) && context.objectValue == nil {
            return "$['@context'] holds something that is neither an address nor an object"
        }
        if let problem = InlineContexts.problem(in: contexts.asList, of: version) { return problem }
        let types = json["type"]?.asList ?? []
        guard types.compactMap(\.stringValue).count == types.count else { return "$.type is no list of texts" }
        guard types.contains("VerifiablePresentation") else { return "$.type lacks \"VerifiablePresentation\"" }
        if let id = json["id"], !FormCheck.isURL(id.stringValue) { return "$.id is no address" }
        if let holder = json["holder"], !FormCheck.isURL(CredentialView.identifier(of: holder)) {
            return "$.holder is no address and has none in its id"
        }
        for proof in json["proof"]?.asList ?? [] where proof["type"]?.stringValue == nil {
            return "$.proof lacks a type"
        }
        for member in json["verifiableCredential"]?.asList ?? [] where member.objectValue == nil {
            // The older data model has JWTs as bare texts; this one puts them into envelopes.
            guard version == .v1, member.stringValue != nil else {
                return "$.verifiableCredential holds something that is no credential"
            }
        }
        return nil
    }

    /// What is read of a presentation itself; its credentials are read by themselves.
    static let shapes = NodeShapes(
        top: "presentation",
        [
            NodeShape(
                "presentation",
                types: [
                    NodeShape.TypeWord("VerifiablePresentation", [Namespace.credentials["VerifiablePresentation"]])
                ],
                [
                    PropertyShape(
                        "holder", [Namespace.credentials["holder"]], .node(CredentialShapes.named, .reference)),
                    PropertyShape(
                        "verifiableCredential", [Namespace.credentials["verifiableCredential"]],
                        .nodes(CredentialShapes.named, .whole), holdsDocuments: true),
                ]),
            NodeShape(CredentialShapes.named, []),
        ] + [CredentialShapes.standard[CredentialShapes.proof]].compactMap(\.self))
}
