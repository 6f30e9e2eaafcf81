public import Encodings

/// What a holder asks of the issuer's own proof before showing anything of the document.
extension ECDSASD2023 {
    /// The proof of a document that is the issuer's own, and opens everything; nothing when there is none.
    public static func baseProof(in document: JSONObject) -> DataIntegrityProof? {
        guard let proofs = try? DataIntegrityProof.all(in: document) else { return nil }
        return proofs.first { proof in
            proof.cryptosuite == name && (try? SDProofValue.Base(text: proof.proofValue ?? "")) != nil
        }
    }

    /// The parts that the issuer wants every receiver to see.
    ///
    /// - Throws: `ProofError` `proof.value-malformed`, `proof.pointer`.
    public static func mandatoryPointers(in proof: DataIntegrityProof) throws(ProofError) -> [JSONPointer] {
        var pointers: [JSONPointer] = []
        for text in try SDProofValue.Base(text: proof.proofValue ?? "").mandatoryPointers {
            guard let pointer = JSONPointer(text) else {
                throw ProofError(.pointer, "The proof holds \"\(text)\" where a pointer is due.")
            }
            pointers.append(pointer)
        }
        return pointers
    }
}
