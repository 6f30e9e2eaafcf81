import Encodings

/// What came inside a presentation or transcript so that its receiver need ask nobody: status lists, and DID documents
/// that vouch for nothing.
struct EnclosedMaterial: Sendable {
    private(set) var statusLists: [VerificationMaterial.FoundStatusList] = []
    private(set) var didDocuments: [VerificationMaterial.UnvouchedDocument] = []

    var isEmpty: Bool { statusLists.isEmpty && didDocuments.isEmpty }

    /// Takes a credential that is material rather than something to be judged; says whether it did.
    ///
    /// - Parameters:
    ///   - holder: whose presentation it is in.
    ///   - contexts: by which its words mean what they look like; else it is no list, whatever it is called.
    ///   - source: its name, for reports.
    mutating func take(
        _ presented: PresentedCredential, holder: String?, contexts: ContextStore, source: String
    ) -> Bool {
        let view = presented.view
        if Self.isList(view), ContextsCheck(store: contexts).judge(presented.credential).outcome == .passed {
            guard statusLists.count < Self.maxLists else { return false }
            statusLists.append(
                .init(
                    credential: presented.credential, securing: presented.securing, source: source,
                    isHandedByHolder: true))
            return true
        }
        guard let holder, view.types == ["VerifiableCredential"],
            view.issuerID?.hasSameBytes(as: holder) == true, let resources = presented.credential["relatedResource"]
        else { return false }
        let documents = resources.asList.compactMap { Self.document(in: $0) }
        guard !documents.isEmpty, documents.count == resources.asList.count else { return false }
        didDocuments += documents.map { .init(document: $0, source: source) }
        return true
    }

    /// More lists than the issuers of a working life keep.
    static let maxLists = 64

    private static func isList(_ view: CredentialView) -> Bool {
        let kinds = ["BitstringStatusListCredential", "StatusList2021Credential"]
        let subjects = ["BitstringStatusList", "StatusList2021"]
        return view.types.contains { kinds.contains($0) }
            && view.types.allSatisfy { $0 == "VerifiableCredential" || kinds.contains($0) }
            && (view.subject?["type"]?.asList ?? []).contains { subjects.contains($0.stringValue ?? "") }
    }

    /// A DID document in a `data:` address.
    private static func document(in resource: JSONValue) -> DIDDocument? {
        guard let address = resource["id"]?.stringValue, address.utf8.starts(with: prefix.utf8),
            let bytes = try? Base64.decode(address.utf8.dropFirst(prefix.utf8.count)),
            let json = try? JSONParser.parse(bytes)
        else { return nil }
        return try? DIDDocument(json: json)
    }

    /// The media type of [DID 1.0 §6.2](https://www.w3.org/TR/did-core/#json).
    static let prefix = "data:application/did+json;base64,"
}
