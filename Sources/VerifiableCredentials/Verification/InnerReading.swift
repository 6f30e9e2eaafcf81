import Encodings

/// A document as it was found in a file, with those that stand in it.
struct FoundDocument: Sendable {
    let file: PresentedFile
    let source: String
    let inner: [FoundDocument]
}

/// Takes a file apart into the documents that are judged one by one, and what is there for checking them.
struct InnerReading {
    let profile: any CredentialProfile
    let contexts: ContextStore
    private(set) var enclosed = EnclosedMaterial()
    /// How many credentials were found inside.
    private(set) var count = 0
    /// How many endorsements stand in them.
    private(set) var endorsementCount = 0

    init(profile: any CredentialProfile, contexts: ContextStore) {
        self.profile = profile
        self.contexts = contexts
    }

    /// How deep transcripts may stand in each other.
    private static let maxNesting = 4

    mutating func read(_ file: PresentedFile, source: String, depth: Int = 0) -> FoundDocument {
        switch file {
        case .presentation(let presentation) where depth == 0:
            let inner = read(
                presentation.members, in: "\(source)#/verifiableCredential", of: presentation.holder, depth: depth)
            return FoundDocument(file: file, source: source, inner: inner)
        case .credential(let presented):
            endorsementCount += profile.endorsements(in: presented.credential).count
            guard let members = profile.innerCredentials(of: presented.credential) else { break }
            let place = depth == 0 ? "\(source)#" : source
            let inner = read(
                members, in: "\(place)/credentialSubject/verifiableCredential", of: presented.view.issuerID,
                depth: depth)
            return FoundDocument(file: file, source: source, inner: inner)
        case .presentation, .refused: break
        }
        return FoundDocument(file: file, source: source, inner: [])
    }

    private mutating func read(
        _ members: [JSONValue], in place: String, of holder: String?, depth: Int
    ) -> [FoundDocument] {
        var found: [FoundDocument] = []
        for (index, member) in members.enumerated() {
            let source = "\(place)/\(index)"
            count += 1
            guard count <= ProofWork.maxCredentials, depth < Self.maxNesting else {
                let limit = depth < Self.maxNesting ? ProofWork.maxCredentials : Self.maxNesting
                let result = CheckResult(
                    .form, .undetermined, .limitMembers, ["member": "verifiableCredential", "limit": "\(limit)"])
                found.append(FoundDocument(file: .refused(result), source: source, inner: []))
                break
            }
            let file = PresentedFile.read(member: member) { profile.innerCredentials(of: $0) != nil }
            if case .credential(let presented) = file,
                enclosed.take(presented, holder: holder, contexts: contexts, source: source)
            {
                continue
            }
            found.append(read(file, source: source, depth: depth + 1))
        }
        return found
    }
}
