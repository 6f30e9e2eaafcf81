import Cryptography
import Encodings
import LinkedData
import TestSupport
import Testing

/// Documents that others have signed: the way from JSON to the signed bytes, checked by the signatures themselves.
@Suite("JSON-LD: signed credentials") struct SignedCredentialTests {
    struct Proof: Sendable, CustomStringConvertible {
        let description: String
        let folder: String
        let file: String
        let place: Int
        let isGenuine: Bool
    }

    /// The proofs of a suite of the corpus that rest on RDF and on a key that stands in its own DID.
    static func proofs(_ suite: String) -> [Proof] {
        Corpus.cases(suite).flatMap { vector -> [Proof] in
            let file = vector.text("file") ?? ""
            return (vector.entry["proofs"]?.arrayValue ?? []).enumerated().compactMap { place, proof in
                let suites: [JSONValue] = ["eddsa-rdfc-2022", "ecdsa-rdfc-2019", "Ed25519Signature2020"]
                guard let isGenuine = proof["verified"]?.boolValue, let name = proof["cryptosuite"],
                    suites.contains(name)
                else { return nil }
                return Proof(
                    description: "\(vector.id) \(place + 1)", folder: vector.folder, file: file, place: place,
                    isGenuine: isGenuine)
            }
        }
    }

    @Test(
        "Signatures fit the canonical form in safe mode, or don't where they shouldn't", .needsCorpus("dcc"),
        arguments: proofs("dcc") + proofs("signed-credentials"))
    func signature(_ test: Proof) throws {
        let document = try #require(JSONParser.parse(Corpus.read("\(test.folder)/\(test.file)")).objectValue)
        let proofs = document["proof"]?.asList ?? []
        var proof = try #require(proofs.indices.contains(test.place) ? proofs[test.place].objectValue : nil)
        let method = try #require(proof["verificationMethod"]?.stringValue)
        // Other DIDs need documents; that they are resolved is tested elsewhere.
        guard method.hasPrefix("did:key:"), let fragment = method.split(separator: "#").last else { return }
        let key = try PublicKey(multikey: String(fragment.split(separator: ":").last ?? fragment))
        let signature = try Multibase.decode(proof["proofValue"]?.stringValue ?? "")
        proof["proofValue"] = nil
        proof["@context"] = document["@context"]
        let algorithm: SignatureAlgorithm =
            switch key.type {
            case .p256: .ecdsaP256SHA256
            case .p384: .ecdsaP384SHA384
            default: .ed25519
            }
        let hash: CanonicalizationHash = key.type == .p384 ? .sha384 : .sha256
        let message: [UInt8]
        do {
            message = try digest(proof, hash) + digest(document.removing("proof"), hash)
        } catch let error as JSONLDError {
            // What safe mode refuses had better not be genuine.
            #expect(!test.isGenuine, "\(error) \(error.path)")
            return
        }
        #expect(key.isValid(signature: signature, for: message, using: algorithm) == test.isGenuine)
    }

    private func digest(_ document: JSONObject, _ hash: CanonicalizationHash) throws -> [UInt8] {
        let dataset = try JSONLD.toRDF(.object(document), contexts: CorpusContexts.prepared, options: .signing)
        return try RDFC10.canonicalize(dataset, hash: hash).digest()
    }

    @Test(
        "The specifications' documents and proof options have the canonical form that they print",
        .needsCorpus("vc-di-eddsa"),
        arguments: (Corpus.cases("vc-di-eddsa") + Corpus.cases("vc-di-ecdsa")).filter {
            $0.text("canonicalDocument") != nil && !($0.text("cryptosuite") ?? "").contains("jcs")
        })
    func specification(_ vector: CorpusVector) throws {
        let isP384 = vector.id.contains("p384")
        for (input, output) in [("unsigned", "canonicalDocument"), ("proofConfig", "canonicalProofConfig")] {
            let document = try JSONParser.parse(vector.read(input))
            let dataset = try JSONLD.toRDF(document, contexts: CorpusContexts.prepared, options: .signing)
            let canonical = try RDFC10.canonicalize(dataset, hash: isP384 ? .sha384 : .sha256)
            #expect(
                String(decoding: canonical.text, as: UTF8.self)
                    == String(decoding: try vector.read(output), as: UTF8.self))
        }
    }

    @Test("The walk-through of Open Badges 3.0 has the canonical form that it prints", .needsCorpus("ob3-spec"))
    func walkThrough() throws {
        let document = try JSONParser.parse(Corpus.read("ob3-spec/examples/impl-linked-data-proof-ob-credential.json"))
        let dataset = try JSONLD.toRDF(document, contexts: CorpusContexts.prepared, options: .signing)
        let expected = try Corpus.read("ob3-spec/di-vector/ob-document-canon.nq")
        let canonical = try RDFC10.canonicalize(dataset).text
        #expect(String(decoding: canonical, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    }
}
