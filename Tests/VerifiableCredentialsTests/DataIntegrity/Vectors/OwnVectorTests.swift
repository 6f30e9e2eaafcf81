import Cryptography
import Encodings
import LinkedData
import TestSupport
import Testing

@testable import VerifiableCredentials

/// Small documents that others signed, which a clone without the corpus has too.
@Suite("Own vectors") struct OwnVectorTests {
    private static func object(_ text: String) throws -> JSONObject {
        try #require(try JSONParser.parse(Array(text.utf8)).objectValue)
    }

    @Test("Hashes are those that others came to, and their proofs verify", arguments: OwnVector.all)
    func vector(_ vector: OwnVector) throws {
        let signed = try Self.object(vector.signed)
        let proof = try #require(try DataIntegrityProof.all(in: signed).first)
        let suite = try #require(SampleCredential.suites.named(proof))
        #expect(vector.description.hasPrefix(suite.name))
        let key = try PublicKey(multikey: vector.key)
        let digest = try #require(suite.digest(for: key.type))
        let hashed = try suite.hash(signed.removing("proof"), digest: digest)
        let config = suite.proofConfig(options: proof.options, documentContext: signed["@context"])
        let stages = try suite.stages(of: hashed, proofConfig: config)
        #expect(Base16.encode(stages.canonicalDocumentHash) == vector.documentHash)
        #expect(Base16.encode(stages.proofConfigHash) == vector.configHash)
        #expect(suite.verify(document: signed, proof: proof, key: key) == .verified)
        let changed = TestBadge.replacing("issuer.name", in: signed, by: "Koulu")
        #expect(
            suite.verify(document: changed, proof: proof, key: key) == .failed(ProofError(.signatureMismatch, "")))
    }

    @Test("There is one for each suite and curve")
    func complete() {
        let names = OwnVector.all.map(\.description) + ["ecdsa-sd-2023"]
        for suite in SampleCredential.suites.all {
            #expect(names.contains { $0.hasPrefix(suite.name) }, "\(suite.name)")
        }
        #expect(names.filter { $0.hasSuffix("P-384") }.count == 2)
    }

    /// openvc-core shows the document in another spelling, with a label for a node that has no id.
    @Test("What others derive of a base proof is what we derive of it, to the byte of the proof")
    func disclosure() throws {
        let suite = ECDSASD2023(contexts: ContextStore(BuiltInContexts.all).prepared)
        let base = try Self.object(OwnVector.base)
        let expected = try Self.object(OwnVector.derived)
        let proof = try #require(try DataIntegrityProof.all(in: base).first)
        let derived = try suite.derive(
            from: base, proof: proof, selective: OwnVector.pointers.compactMap { JSONPointer($0) })
        #expect(derived["proof"] == expected["proof"])
        let key = try PublicKey(multikey: OwnVector.disclosureKey)
        let shown = try #require(try DataIntegrityProof.all(in: expected).first)
        #expect(suite.verify(document: expected, proof: shown, key: key) == .verified)
        #expect(suite.verify(document: base, proof: proof, key: key) == .failed(ProofError(.baseProof, "")))
        #expect(derived["description"] == nil && derived["name"] == "Card")
    }
}
