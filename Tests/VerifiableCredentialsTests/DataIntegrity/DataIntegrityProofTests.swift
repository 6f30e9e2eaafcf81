import Encodings
import Testing
import VerifiableCredentials

@Suite struct DataIntegrityProofTests {
    @Test("Members are read, one value or a list of them, and unknown ones are kept")
    func members() throws {
        let json: JSONObject = [
            "id": "urn:proof-1", "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022",
            "created": "2026-11-21T12:00:00+02:00", "expires": "2027-01-01T00:00:00Z",
            "verificationMethod": "did:web:a#b",
            "proofPurpose": "assertionMethod", "proofValue": "z1", "domain": ["a.example", "b.example"],
            "challenge": "c", "nonce": "n", "previousProof": ["urn:p-0"],
            "@context": "https://www.w3.org/ns/credentials/v2",
            "extra": [1],
        ]
        let proof = try DataIntegrityProof(json: json)
        #expect(proof.id == "urn:proof-1")
        #expect(proof.cryptosuite == "eddsa-rdfc-2022")
        #expect(proof.created?.description == "2026-11-21T10:00:00Z")
        #expect(proof.expires?.description == "2027-01-01T00:00:00Z")
        #expect(proof.domain == ["a.example", "b.example"])
        #expect(proof.previousProof == ["urn:p-0"])
        #expect(proof.contexts == ["https://www.w3.org/ns/credentials/v2"])
        #expect(proof.json == json)
        #expect(proof.options == json.removing("proofValue"))
        #expect(SampleCredential.suites.named(proof)?.name == "eddsa-rdfc-2022")
    }

    @Test("A document's proofs are one or a list, in their order")
    func all() throws {
        #expect(try DataIntegrityProof.all(in: [:]).isEmpty)
        #expect(try DataIntegrityProof.all(in: ["proof": ["type": "A"]]).map(\.type) == ["A"])
        #expect(try DataIntegrityProof.all(in: ["proof": [["type": "A"], ["type": "B"]]]).map(\.type) == ["A", "B"])
        #expect(throws: ProofError(.malformed, "")) { try DataIntegrityProof.all(in: ["proof": [["type": "A"], "B"]]) }
    }

    @Test("A document with more proofs than anybody makes isn't worked through")
    func limit() throws {
        let proof: JSONValue = ["type": "A"]
        let most = DataIntegrityProof.maxPerDocument
        #expect(try DataIntegrityProof.all(in: ["proof": .array(.init(repeating: proof, count: most))]).count == most)
        #expect(throws: ProofError(.tooMany, "")) {
            try DataIntegrityProof.all(in: ["proof": .array(.init(repeating: proof, count: most + 1))])
        }
    }

    @Test(
        "A member of the wrong kind is refused",
        arguments: [
            ("type", nil), ("type", ["DataIntegrityProof"]), ("cryptosuite", 1), ("created", "2026-11-21"),
            ("created", "2026-11-21T10:00:00"), ("created", 1), ("expires", "soon"),
            ("verificationMethod", ["id": "a"]),
            ("proofPurpose", ["assertionMethod"]), ("proofValue", 1), ("domain", 1), ("domain", ["a", 1]),
            ("challenge", []), ("nonce", 1), ("previousProof", [1]), ("id", 1),
        ] as [(String, JSONValue?)])
    func refused(_ name: String, _ value: JSONValue?) {
        var json: JSONObject = ["type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022"]
        json[name] = value
        #expect(throws: ProofError(.malformed, "")) { try DataIntegrityProof(json: json) }
    }
}
