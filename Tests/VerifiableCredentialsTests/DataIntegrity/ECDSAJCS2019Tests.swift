import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct ECDSAJCS2019Tests {
    let suite = ECDSAJCS2019()

    private func object(_ vector: CorpusVector, _ member: String) throws -> JSONObject {
        try #require(try JSONParser.parse(vector.read(member)).objectValue)
    }

    private func text(_ vector: CorpusVector, _ member: String) throws -> String {
        String(decoding: try vector.read(member), as: UTF8.self).trimmed
    }

    static var vectors: [CorpusVector] {
        Corpus.cases("vc-di-ecdsa").filter { $0.text("cryptosuite") == "ecdsa-jcs-2019" }
    }

    @Test(
        "Every value between document and signature is the standard's, and the signed document verifies",
        .needsCorpus("vc-di-ecdsa"), arguments: vectors)
    func stages(_ vector: CorpusVector) throws {
        let key = try PublicKey(multikey: #require(try object(vector, "keys")["publicKeyMultibase"]?.stringValue))
        let digest = try #require(suite.digest(for: key.type))
        let hashed = try suite.hash(object(vector, "unsigned"), digest: digest)
        let stages = try suite.stages(of: hashed, proofConfig: object(vector, "proofConfig"))
        #expect(String(decoding: stages.canonicalDocument, as: UTF8.self) == (try text(vector, "canonicalDocument")))
        #expect(Base16.encode(stages.canonicalDocumentHash) == (try text(vector, "canonicalDocumentHash")))
        #expect(
            String(decoding: stages.canonicalProofConfig, as: UTF8.self) == (try text(vector, "canonicalProofConfig")))
        #expect(Base16.encode(stages.proofConfigHash) == (try text(vector, "proofConfigHash")))
        #expect(Base16.encode(stages.signedBytes) == (try text(vector, "signedBytes")))
        #expect(
            Base16.encode(try suite.decodeProofValue(text(vector, "proofValue"))) == (try text(vector, "signatureHex")))

        let signed = try object(vector, "signed")
        let proof = try #require(try DataIntegrityProof.all(in: signed).first)
        #expect(SampleCredential.suites.named(proof)?.name == "ecdsa-jcs-2019")
        #expect(suite.verify(document: signed, proof: proof, key: key) == .verified)
        #expect(
            suite.verify(document: signed, proof: proof, key: TestKeys.p256.publicKey)
                == .failed(ProofError(.signatureMismatch, "")))
    }

    @Test(
        "A badge secured with a key of either curve verifies with it alone", arguments: [TestKeys.p256, TestKeys.p384])
    func roundTrip(_ key: PrivateKey) throws {
        let secured = try DataIntegrity.secure(
            SampleCredential.json, suite: suite, key: TestKeys.signing(key), created: FixedClock.now)
        let proof = try #require(try DataIntegrityProof.all(in: secured).first)
        #expect(suite.verify(document: secured, proof: proof, key: key.publicKey) == .verified)
        var changed = secured
        changed["name"] = "Another"
        #expect(
            suite.verify(document: changed, proof: proof, key: key.publicKey)
                == .failed(ProofError(.signatureMismatch, "")))
        let other = key.type == .p256 ? TestKeys.p384 : TestKeys.p256
        #expect(
            suite.verify(document: secured, proof: proof, key: other.publicKey)
                == .failed(ProofError(.valueMalformed, "")))
    }

    @Test("Keys of other types don't go with it", arguments: [TestKeys.ed25519, TestKeys.rsa])
    func keyTypes(_ key: PrivateKey) {
        #expect(throws: ProofError(.keyType, "")) {
            try DataIntegrity.secure(
                SampleCredential.json, suite: suite, key: TestKeys.signing(key), created: FixedClock.now)
        }
    }
}
