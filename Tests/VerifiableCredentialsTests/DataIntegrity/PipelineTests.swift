import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct PipelineTests {
    let suite = EdDSAJCS2022()
    let key = TestKeys.signing(TestKeys.ed25519)

    @Test("What was hashed for signing serves for checking, but never for another document")
    func reuse() throws {
        let secured = try DataIntegrity.secured(
            SampleCredential.json, suite: suite, key: key, created: FixedClock.now)
        let proof = try #require(try DataIntegrityProof.all(in: secured.document).first)
        let publicKey = TestKeys.ed25519.publicKey
        var memory = DocumentMemory(secured.hashed)
        #expect(
            suite.verify(document: secured.document, proof: proof, key: publicKey, memory: &memory) == .verified)
        var other = secured.document
        other["name"] = "Something else"
        #expect(
            suite.verify(document: other, proof: proof, key: publicKey, memory: &memory)
                == .failed(ProofError(.signatureMismatch, "")))
    }

    @Test("Securing sets the members that every proof has, in one order")
    func members() throws {
        let document = try DataIntegrity.secure(
            SampleCredential.json, suite: suite, key: key, created: FixedClock.now, purpose: "authentication",
            more: ["domain": "https://shop.example", "challenge": "abc"])
        let proof = try #require(document["proof"]?.objectValue)
        #expect(
            proof.names == [
                "type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "domain", "challenge",
                "@context",
                "proofValue",
            ])
        #expect(proof["created"] == "2026-11-21T10:00:00Z")
        #expect(proof["verificationMethod"] == .string(key.verificationMethod))
        let read = try DataIntegrityProof(json: proof)
        #expect(read.domain == ["https://shop.example"])
        #expect(read.challenge == "abc")
        #expect(read.created == FixedClock.now)
        #expect(suite.verify(document: document, proof: read, key: TestKeys.ed25519.publicKey) == .verified)
    }

    @Test("The same badge signed twice at one moment has the same bytes")
    func deterministic() throws {
        let once = try DataIntegrity.secure(SampleCredential.json, suite: suite, key: key, created: FixedClock.now)
        let twice = try DataIntegrity.secure(SampleCredential.json, suite: suite, key: key, created: FixedClock.now)
        #expect(JSONWriter.pretty(.object(once)) == JSONWriter.pretty(.object(twice)))
    }

    @Test("What has a proof isn't secured again")
    func twice() throws {
        let once = try DataIntegrity.secure(SampleCredential.json, suite: suite, key: key, created: FixedClock.now)
        #expect(throws: ProofError(.malformed, "")) {
            try DataIntegrity.secure(once, suite: suite, key: key, created: FixedClock.now)
        }
    }

    // MARK: Sets and chains

    /// A document with a first proof `urn:proof-1` and one built on it.
    private func chain() throws -> JSONObject {
        var document = try DataIntegrity.secure(
            SampleCredential.json, suite: suite, key: key, created: FixedClock.now, more: ["id": "urn:proof-1"])
        let second = try suite.createProof(
            for: document,
            options: [
                "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "verificationMethod": "did:web:b#b",
                "proofPurpose": "assertionMethod", "previousProof": "urn:proof-1",
            ], key: TestKeys.otherEd25519)
        document["proof"] = .array([document["proof"] ?? .null, .object(second)])
        return document
    }

    private func outcomes(_ document: JSONObject) throws -> [ProofOutcome] {
        let keys = [TestKeys.ed25519.publicKey, TestKeys.otherEd25519.publicKey]
        return try zip(DataIntegrityProof.all(in: document), keys).map { proof, key in
            suite.verify(document: document, proof: proof, key: key)
        }
    }

    @Test("In a set each proof covers the document without proofs; one built on another covers that one too")
    func chains() throws {
        let document = try chain()
        #expect(try outcomes(document) == [.verified, .verified])

        var proofs = try #require(document["proof"]?.arrayValue)
        var first = try #require(proofs[0].objectValue)
        first["nonce"] = "changed"
        proofs[0] = .object(first)
        var changed = document
        changed["proof"] = .array(proofs)
        let mismatch = ProofOutcome.failed(ProofError(.signatureMismatch, ""))
        #expect(try outcomes(changed) == [mismatch, mismatch])
    }

    @Test("A proof built on one that is missing, or there twice, is refused")
    func missingPrevious() throws {
        let document = try chain()
        let proofs = try #require(document["proof"]?.arrayValue)
        let second = try DataIntegrityProof(json: proofs[1])
        let refused = ProofOutcome.failed(ProofError(.previousProof, ""))
        for others in [[], [proofs[0], proofs[0]]] {
            var changed = document
            changed["proof"] = .array(others + [proofs[1]])
            #expect(suite.verify(document: changed, proof: second, key: TestKeys.otherEd25519.publicKey) == refused)
        }
    }
}
