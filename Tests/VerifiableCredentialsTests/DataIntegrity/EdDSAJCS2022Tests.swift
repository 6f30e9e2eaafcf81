import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct EdDSAJCS2022Tests {
    let suite = EdDSAJCS2022()

    private func secured(_ credential: JSONObject = SampleCredential.json) throws -> JSONObject {
        try DataIntegrity.secure(
            credential, suite: suite, key: TestKeys.signing(TestKeys.ed25519), created: FixedClock.now)
    }

    private func outcome(_ document: JSONObject) throws -> ProofOutcome {
        let proofs = try DataIntegrityProof.all(in: document)
        return suite.verify(document: document, proof: try #require(proofs.first), key: TestKeys.ed25519.publicKey)
    }

    @Test("A secured badge verifies, in any order of members and with any spelling of its JSON")
    func verifies() throws {
        let secured = try secured()
        #expect(secured.names.last == "proof")
        #expect(try outcome(secured) == .verified)
        let shuffled = JSONObject(uniqueMembers: secured.members.shuffled())
        #expect(try outcome(shuffled) == .verified)
        let reread = try JSONParser.parse(JSONWriter.pretty(.object(shuffled)))
        #expect(try outcome(#require(reread.objectValue)) == .verified)
    }

    @Test("One flipped bit in the text of a badge never verifies as another badge")
    func flippedBits() throws {
        let bytes = JSONWriter.compact(.object(try secured()))
        let original = try JSONParser.parse(bytes)
        forAll("a changed badge isn't verified", rounds: 2_000) { generator in
            var changed = bytes
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            // What is no JSON or no proof any more is refused before; a number may be the same double.
            guard let value = try? JSONParser.parse(changed), value != original, let object = value.objectValue,
                let proof = try? DataIntegrityProof.all(in: object).first
            else { return true }
            return suite.verify(document: object, proof: proof, key: TestKeys.ed25519.publicKey) != .verified
        }
    }

    @Test(
        "A changed member of the proof itself doesn't verify",
        arguments: [
            ("created", "2026-11-21T10:00:01Z"), ("verificationMethod", "did:web:other.example#key-1"),
            ("proofPurpose", "authentication"), ("domain", "https://shop.example"), ("challenge", "1"), ("nonce", "1"),
            ("expires", "2030-01-01T00:00:00Z"), ("id", "urn:uuid:1"), ("extra", "unsigned"),
        ] as [(String, JSONValue)])
    func changedProof(_ name: String, _ value: JSONValue) throws {
        var document = try secured()
        var proof = try #require(document["proof"]?.objectValue)
        proof[name] = value
        document["proof"] = .object(proof)
        #expect(try outcome(document) == .failed(ProofError(.signatureMismatch, "")))
    }

    @Test("A proof's context must begin the document's, member by member")
    func contexts() throws {
        let secured = try secured()
        func with(_ context: JSONValue?) throws -> ProofOutcome {
            var document = secured
            document["@context"] = context
            return try outcome(document)
        }
        let own = try #require(secured["@context"]?.arrayValue)
        #expect(try with(.array(own)) == .verified)
        let mismatch = ProofOutcome.failed(ProofError(.contextMismatch, ""))
        #expect(try with(nil) == mismatch)
        #expect(try with([]) == mismatch)
        #expect(try with(.array(own.reversed())) == mismatch)
        #expect(try with(.array(Array(own.dropLast()))) == mismatch)
        #expect(try with(.array(["https://evil.example/v1"] + own)) == mismatch)
    }

    @Test("A context added behind the signed ones is no part of what was verified")
    func addedContext() throws {
        var document = try secured()
        let own = try #require(document["@context"]?.arrayValue)
        document["@context"] = .array(own + ["https://evil.example/v1"])
        let proof = try #require(try DataIntegrityProof.all(in: document).first)
        #expect(suite.verify(document: document, proof: proof, key: TestKeys.ed25519.publicKey) == .verified)
        #expect(try suite.verifiedDocument(of: document, proof: proof) == SampleCredential.json)
    }

    @Test("A proof without contexts covers the document's own")
    func noProofContext() throws {
        let credential = SampleCredential.json
        let options: JSONObject = [
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "verificationMethod": "did:web:a#b",
            "proofPurpose": "assertionMethod",
        ]
        // As signers that leave out step 2 of §3.3.1 do.
        let stages = try suite.stages(of: suite.hash(credential), proofConfig: options)
        var proof = options
        proof["proofValue"] = .string(
            suite.encodeProofValue(try TestKeys.ed25519.sign(stages.signedBytes, using: .ed25519)))
        var document = credential
        document["proof"] = .object(proof)
        #expect(try outcome(document) == .verified)
        document["@context"] = "https://www.w3.org/ns/credentials/v2"
        #expect(try outcome(document) == .failed(ProofError(.signatureMismatch, "")))
    }

    @Test(
        "A proof value in another than its one form is refused",
        arguments: [
            "", "z", "z1", "u" + String(repeating: "A", count: 86), String(repeating: "1", count: 64),
            "z0OIl", "z" + String(repeating: "1", count: 63), "z" + String(repeating: "1", count: 65),
        ])
    func proofValue(_ text: String) throws {
        var document = try secured()
        var proof = try #require(document["proof"]?.objectValue)
        proof["proofValue"] = .string(text)
        document["proof"] = .object(proof)
        #expect(try outcome(document) == .failed(ProofError(.valueMalformed, "")))
        proof["proofValue"] = nil
        document["proof"] = .object(proof)
        #expect(try outcome(document) == .failed(ProofError(.valueMalformed, "")))
    }

    @Test("A proof of another type or suite isn't taken for one of this")
    func otherSuite() throws {
        for (type, name) in [("DataIntegrityProof", "eddsa-rdfc-2022"), ("Ed25519Signature2020", "eddsa-jcs-2022")] {
            var document = try secured()
            var proof = try #require(document["proof"]?.objectValue)
            proof["type"] = .string(type)
            proof["cryptosuite"] = .string(name)
            document["proof"] = .object(proof)
            #expect(try outcome(document) == .failed(ProofError(.malformed, "")))
            #expect(try SampleCredential.suites.named(DataIntegrityProof(json: proof))?.name != "eddsa-jcs-2022")
        }
    }

    @Test("Keys of other types don't go with it", arguments: [TestKeys.p256, TestKeys.p384, TestKeys.rsa])
    func keyTypes(_ key: PrivateKey) throws {
        let document = try secured()
        let proof = try #require(try DataIntegrityProof.all(in: document).first)
        #expect(suite.verify(document: document, proof: proof, key: key.publicKey) == .failed(ProofError(.keyType, "")))
        #expect(throws: ProofError(.keyType, "")) {
            try DataIntegrity.secure(
                SampleCredential.json, suite: suite, key: TestKeys.signing(key), created: FixedClock.now)
        }
    }
}

extension String {
    /// Without white space at either end; the corpus's text files end with a line break or not.
    var trimmed: String { String(self.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
