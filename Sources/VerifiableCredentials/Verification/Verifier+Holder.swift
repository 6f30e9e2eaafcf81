import Encodings

extension Verifier {
    /// As `judgeDocument`, for the one to whom the credential was given.
    ///
    /// An issuer's own proof of a badge that can be shown in part is for its holder alone. It is judged by the copy that
    /// shows everything; what is kept stays as it came.
    public func judgeForHolder(_ bytes: [UInt8], source: String) -> JudgedDocument {
        let judged = judgeDocument(bytes, source: source)
        guard judged.kind == .credential, !judged.isJWS, judged.report[.proof]?.code == .proofBase,
            let json = judged.json, let proof = ECDSASD2023.baseProof(in: json), let all = JSONPointer(""),
            let shown = try? ECDSASD2023(contexts: contexts.prepared).derive(
                from: json, proof: proof, selective: [all])
        else { return judged }
        let copy = judgeDocument(JSONWriter.compact(.object(shown)), source: source)
        return JudgedDocument(
            kind: .credential, report: copy.report, json: json, bytes: judged.bytes, isJWS: false, inner: [])
    }
}
