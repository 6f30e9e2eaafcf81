import Cryptography
import Encodings
import VerifiableCredentials

/// Holding a file against what receivers ask of its signature.
extension FileFacts {
    func securing(_ demand: ReceiverDemand) -> DemandAnswer {
        switch demand {
        case .secured(let jwt): return Self.answer(!proofs.isEmpty || (jwt && isJWT), isJWT ? "JWT" : "– proof")
        case .sealed: return Self.answer(kind == .sealed, proofs.first.map(Self.suite) ?? "–")
        case .algorithms(let taken):
            guard let header else { return .beside }
            let name = header["alg"]?.stringValue ?? "–"
            return Self.answer(names(name, among: taken), name)
        case .jwtKey(let naming):
            guard let header else { return .beside }
            guard let kid = header["kid"]?.stringValue else { return Self.answer(header["jwk"] != nil, "– kid, jwk") }
            return answer(to: naming, kid)
        default:
            // What follows is about embedded proofs; who takes no other asks for one in a rule of its own.
            guard !proofs.isEmpty else { return .beside }
            return embedded(demand)
        }
    }

    private func embedded(_ demand: ReceiverDemand) -> DemandAnswer {
        switch demand {
        case .suites(.first, let taken):
            // The first proof of a type that it knows decides; others behind it are never tried.
            let types = ["DataIntegrityProof", "Ed25519Signature2020"]
            let first = stated.first { names($0["type"]?.stringValue ?? "", among: types) }
            guard let first else { return .broken(proofs.map(Self.suite).joined(separator: ", ")) }
            return Self.answer(names(Self.suite(of: first), among: taken), Self.suite(of: first))
        case .suites(.any, let taken):
            return Self.answer(
                stated.contains { names(Self.suite(of: $0), among: taken) },
                proofs.map(Self.suite).joined(separator: ", "))
        case .suites(.every, let taken):
            let other = proofs.map(Self.suite).first { !names($0, among: taken) }
            return Self.answer(other == nil, other ?? "")
        case .statedPurpose(let quantifier):
            let holds = quantifier == .every ? stated.count == proofs.count : !stated.isEmpty
            let found = proofs.first { !isStated($0) }?["proofPurpose"]?.stringValue
            return Self.answer(holds, found ?? "– proofPurpose")
        case .proofMembers(let members):
            let missing = proofs.lazy.flatMap { proof in members.filter { proof[$0] == nil } }.first
            return Self.answer(missing == nil, "– proof.\(missing ?? "")")
        case .proofKey(let naming):
            guard let name = keyName else { return .broken("– verificationMethod") }
            return answer(to: naming, name)
        case .keyKind(let suite, let prefix): return keyKind(suite, prefix)
        case .keyAsJWK(let suite): return keyAsJWK(suite)
        case .issuersKey: return issuersKey
        default: return .beside
        }
    }

    // MARK: Proofs

    private func isStated(_ proof: JSONObject) -> Bool {
        names("assertionMethod", among: proof["proofPurpose"]?.asList.compactMap(\.stringValue) ?? [])
    }

    private var stated: [JSONObject] { proofs.filter(isStated) }

    /// The key of the proof that counts: the first for stating things, else the first.
    private var keyName: String? { (stated.first ?? proofs.first)?["verificationMethod"]?.stringValue }

    private func key(ofSuite suite: String) -> String? {
        proofs.first { Self.suite(of: $0).hasSameBytes(as: suite) }?["verificationMethod"]?.stringValue
    }

    // MARK: Keys

    private func answer(to naming: KeyNaming, _ name: String) -> DemandAnswer {
        guard let url = DIDURL(name) else {
            let isWeb = name.hasPrefix("https://") || name.hasPrefix("http://")
            if naming.spelledOut, isWeb, let fragment = name.split(separator: "#", maxSplits: 1).last, isKey(fragment) {
                return .holds
            }
            return isWeb && naming.web ? .unseen(name) : .broken(name)
        }
        if naming.spelledOut, let fragment = url.fragment, isKey(fragment[...]) { return .holds }
        let method = url.did.method
        if names(method, among: naming.refused) { return .broken(name) }
        guard names(method, among: naming.taken) else { return naming.others ? .unseen(name) : .broken(name) }
        guard method == "key" else { return .holds }
        let key = url.did.methodSpecificID
        guard isKey(key[...]) else { return .broken(name) }
        guard let prefixes = naming.multikeys else { return .holds }
        return Self.answer(prefixes.contains { key.hasPrefix($0) }, name)
    }

    private func isKey(_ text: Substring) -> Bool {
        guard let key = try? PublicKey(multikey: String(text)) else {
            // A kind that isn't read here, in the words that did:key has for it.
            return text.hasPrefix("zQ3s")
        }
        return [.ed25519, .p256, .p384].contains(key.type)
    }

    private func keyKind(_ suite: String, _ prefix: String) -> DemandAnswer {
        guard let name = key(ofSuite: suite) else { return .beside }
        guard let url = DIDURL(name), url.did.method == "key" else { return .unseen(name) }
        return Self.answer(url.did.methodSpecificID.hasPrefix(prefix), name)
    }

    private func keyAsJWK(_ suite: String) -> DemandAnswer {
        guard let name = key(ofSuite: suite) else { return .beside }
        // For did:key the receiver makes the document itself, with a JWK in it.
        if let url = DIDURL(name), url.did.method == "key" { return .holds }
        for document in didDocuments {
            for method in document.json["verificationMethod"]?.asList ?? [] {
                let id = method["id"]?.stringValue ?? ""
                guard name.hasSameBytes(as: id) || name.hasSameBytes(as: document.id.description + id) else { continue }
                return Self.answer(method["publicKeyJwk"] != nil, method["type"]?.stringValue ?? "")
            }
        }
        return .unseen(name)
    }

    private var issuersKey: DemandAnswer {
        guard let name = keyName, let issuer = view.issuerID else { return .broken("– issuer") }
        guard let url = DIDURL(name) else { return .unseen(name) }
        return Self.answer(url.did.description.hasSameBytes(as: issuer), "\(name) ≠ \(issuer)")
    }
}
