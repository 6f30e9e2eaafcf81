import Cryptography
import Encodings
import LinkedData
import TestSupport
import Testing
import VerifiableCredentials

/// The vectors of the EdDSA and ECDSA cryptosuites but for selective disclosure: whatever a vector names is compared.
@Suite("Data Integrity vectors") struct SuiteVectorTests {
    static var vectors: [CorpusVector] {
        (Corpus.cases("vc-di-eddsa") + Corpus.cases("vc-di-ecdsa")).filter { $0.text("cryptosuite") != "ecdsa-sd-2023" }
    }

    private func object(_ vector: CorpusVector, _ member: String) throws -> JSONObject {
        try #require(try JSONParser.parse(vector.read(member)).objectValue)
    }

    private func suite(of proof: DataIntegrityProof) throws -> any Cryptosuite {
        try #require(CorpusSuites.all.named(proof))
    }

    /// The proof that the vector is about: the one of the signed document with these options.
    private func proof(_ vector: CorpusVector) throws -> DataIntegrityProof {
        let options = try object(vector, "proofConfig").removing("@context")
        let proofs = try DataIntegrityProof.all(in: object(vector, "signed"))
        return try #require(proofs.first { $0.options.removing("@context") == options })
    }

    /// The keys that the vector names, by the text of their public halves.
    private func keys(_ vector: CorpusVector) throws -> [String: PrivateKey] {
        let file = try object(vector, "keys")
        let pairs = file["publicKeyMultibase"] == nil ? file.members.map(\.value) : [.object(file)]
        var keys: [String: PrivateKey] = [:]
        for pair in pairs {
            let text = try #require(pair["publicKeyMultibase"]?.stringValue)
            let secret = try #require((pair["privateKeyMultibase"] ?? pair["secretKeyMultibase"])?.stringValue)
            let key = try PrivateKey(multikeySecret: secret)
            #expect(key.publicKey.multikey == text)
            keys[text] = key
        }
        return keys
    }

    private func key(of proof: DataIntegrityProof, in keys: [String: PrivateKey]) throws -> PrivateKey {
        let method = try #require(proof.verificationMethod)
        return try #require(keys[String(method.split(separator: "#").last ?? "")] ?? keys.values.first)
    }

    @Test("The corpus has vectors, each of a suite that is known", .needsCorpus("vc-di-eddsa"))
    func present() {
        #expect(!Self.vectors.isEmpty)
        let known = CorpusSuites.all.all.map(\.name)
        for vector in Self.vectors { #expect(known.contains(vector.text("cryptosuite") ?? ""), "\(vector)") }
    }

    @Test(
        "Every value between document and signature is the standard's", .needsCorpus("vc-di-eddsa"), arguments: vectors)
    func stages(_ vector: CorpusVector) throws {
        guard vector.text("canonicalDocument") != nil else { return }
        let proof = try proof(vector)
        let suite = try suite(of: proof)
        #expect(suite.name == vector.text("cryptosuite"))
        let digest = try #require(suite.digest(for: try key(of: proof, in: keys(vector)).type))
        let hashed = try suite.hash(object(vector, "unsigned"), digest: digest)
        let stages = try suite.stages(of: hashed, proofConfig: object(vector, "proofConfig"))
        let signature = try suite.decodeProofValue(#require(proof.proofValue))
        let computed: [(String, [UInt8], isText: Bool)] = [
            ("canonicalDocument", stages.canonicalDocument, true),
            ("canonicalDocumentHash", stages.canonicalDocumentHash, false),
            ("canonicalProofConfig", stages.canonicalProofConfig, true),
            ("proofConfigHash", stages.proofConfigHash, false), ("signedBytes", stages.signedBytes, false),
            ("signatureHex", signature, false), ("proofValue", Array((proof.proofValue ?? "").utf8), true),
        ]
        for (member, bytes, isText) in computed {
            let expected = String(decoding: try vector.read(member), as: UTF8.self).trimmed
            let found = isText ? String(decoding: bytes, as: UTF8.self).trimmed : Base16.encode(bytes)
            #expect(found.hasSameBytes(as: expected), "\(member): \(found)")
        }
        // The configuration is what a verifier works out from the signed document.
        let context = try object(vector, "signed")["@context"]
        let config = suite.proofConfig(options: proof.options, documentContext: context)
        #expect(try config == object(vector, "proofConfig"))
    }

    @Test(
        "Signing anew gives the standard's proof, or one that fits as well", .needsCorpus("vc-di-eddsa"),
        arguments: vectors)
    func signing(_ vector: CorpusVector) throws {
        let expected = try proof(vector)
        let suite = try suite(of: expected)
        let key = try key(of: expected, in: keys(vector))
        // The signed document without the proof in question: its contexts may be more than the unsigned document's,
        // and its other proofs those that this one builds on.
        let signed = try object(vector, "signed")
        var unsecured = signed
        let others = (signed["proof"]?.asList ?? []).filter { $0 != .object(expected.json) }
        unsecured = unsecured.removing("proof")
        if !others.isEmpty { unsecured["proof"] = .array(others) }
        let plain = try object(vector, "unsigned").removing("@context").removing("proof")
        #expect(signed.removing("@context").removing("proof") == plain)
        let made = try suite.createProof(
            for: unsecured, options: object(vector, "proofConfig").removing("@context"), key: key)
        var secured = unsecured
        secured["proof"] = others.isEmpty ? .object(made) : .array(others + [.object(made)])
        // Ed25519 always gives the same signature; ECDSA draws a number for each.
        if key.type == .ed25519 {
            #expect(made == expected.json)
        } else {
            #expect(made.removing("proofValue") == expected.options)
        }
        let proof = try DataIntegrityProof(json: made)
        #expect(suite.verify(document: secured, proof: proof, key: key.publicKey) == .verified)
    }

    @Test(
        "Each proof of the standard's signed document verifies, with its key and with no other",
        .needsCorpus("vc-di-eddsa"), arguments: vectors)
    func verifying(_ vector: CorpusVector) throws {
        let signed = try object(vector, "signed")
        let keys = try keys(vector)
        for proof in try DataIntegrityProof.all(in: signed) {
            let suite = try suite(of: proof)
            let key = try key(of: proof, in: keys).publicKey
            #expect(suite.verify(document: signed, proof: proof, key: key) == .verified)
            let other = key.type == .ed25519 ? TestKeys.ed25519 : key.type == .p256 ? TestKeys.p256 : TestKeys.p384
            #expect(
                suite.verify(document: signed, proof: proof, key: other.publicKey)
                    == .failed(ProofError(.signatureMismatch, "")))
            var changed = signed
            changed["id"] = "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc34"
            #expect(
                suite.verify(document: changed, proof: proof, key: key)
                    == .failed(ProofError(.signatureMismatch, "")))
        }
    }
}
