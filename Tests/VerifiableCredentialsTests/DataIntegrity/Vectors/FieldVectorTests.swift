import Cryptography
import Encodings
import LinkedData
import TestSupport
import Testing

@testable import VerifiableCredentials

/// Test files of another implementer: keys, input and expected result in one file each.
@Suite("Vectors of the field") struct FieldVectorTests {
    struct File: Sendable, CustomStringConvertible {
        let vector: CorpusVector
        var description: String { vector.id }

        func member(_ name: String) throws -> JSONObject? {
            try JSONParser.parse(vector.read("file"))[name]?.objectValue
        }

        /// The key of the one method that the file gives.
        var key: PublicKey {
            get throws {
                let method = try member("verificationMethods")?.members.first?.value
                return try PublicKey(multikey: #require(method?["publicKeyMultibase"]?.stringValue))
            }
        }
    }

    static var files: [File] {
        Corpus.cases("signed-credentials").filter { $0.text("note")?.hasPrefix("wrapped test") == true }
            .map { File(vector: $0) }
    }

    private func outcome(_ document: JSONObject, key: PublicKey) throws -> ProofOutcome {
        let proof = try #require(try DataIntegrityProof.all(in: document).first)
        let suite = try #require(CorpusSuites.all.named(proof))
        return suite.verify(document: document, proof: proof, key: key)
    }

    @Test("What the file expects is what we come to", .needsCorpus("signed-credentials"), arguments: files)
    func file(_ file: File) throws {
        let input = try #require(try file.member("input"))
        let expected = try file.member("expectedOutput")
        let key = try file.key
        // Signed, or for receivers.
        #expect(try outcome(expected ?? input, key: key) == .verified)
        guard let expected, let proof = try DataIntegrityProof.all(in: input).first else { return }
        // For the holder, who chooses.
        #expect(try outcome(input, key: key) == .failed(ProofError(.baseProof, "")))
        let chosen = try file.member("options")?["selectivePointers"]?.asList ?? []
        let derived = try ECDSASD2023(contexts: CorpusSuites.contexts).derive(
            from: input, proof: proof, selective: chosen.compactMap { $0.stringValue.flatMap { JSONPointer($0) } })
        #expect(derived.removing("proof") == expected.removing("proof"))
        let (ours, theirs) = try (
            SDProofValue.Derived(text: #require(derived["proof"]?["proofValue"]?.stringValue)),
            SDProofValue.Derived(text: #require(expected["proof"]?["proofValue"]?.stringValue))
        )
        // The order of the map's entries is free.
        #expect(ours == theirs)
    }
}
