import Cryptography
import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing

@testable import VerifiableCredentials

/// The suites that sign what a document says: `eddsa-rdfc-2022`, `ecdsa-rdfc-2019`, `Ed25519Signature2020`.
@Suite("Suites over linked data") struct LinkedDataSuiteTests {
    static let mismatch = ProofOutcome.failed(ProofError(.signatureMismatch, ""))

    @Test("A secured badge verifies with its key alone", arguments: SuiteCase.whole)
    func roundTrip(_ test: SuiteCase) throws {
        let secured = try test.secured()
        #expect(try test.outcome(secured) == .verified)
        let proof = try #require(try DataIntegrityProof.all(in: secured).first)
        #expect(proof.type == test.suite.proofType)
        #expect(proof.contexts == nil, "the document's contexts are those of the proof")
        let other = try test.otherKey.publicKey
        #expect(test.suite.verify(document: secured, proof: proof, key: other) == Self.mismatch)
    }

    @Test("Order and spelling say nothing; what is said decides", arguments: SuiteCase.whole)
    func spelling(_ test: SuiteCase) throws {
        let secured = try test.secured()
        var shuffled = JSONObject(uniqueMembers: secured.members.reversed())
        #expect(try test.outcome(shuffled) == .verified)
        // A set of one may stand with brackets or without, and types come in any order.
        shuffled["issuer"] = shuffled["issuer"].map { [$0] }
        shuffled["type"] = .array((shuffled["type"]?.asList ?? []).reversed())
        #expect(try test.outcome(shuffled) == .verified)
        let reread = try JSONParser.parse(JSONWriter.pretty(.object(shuffled)))
        #expect(try test.outcome(#require(reread.objectValue)) == .verified)
        let renamed = TestBadge.replacing("credentialSubject.achievement.name", in: secured, by: "Leadership")
        #expect(try test.outcome(renamed) == Self.mismatch)
        let more = TestBadge.replacing("validUntil", in: secured, by: "2030-01-01T00:00:00Z")
        #expect(try test.outcome(more) == Self.mismatch)
        let less = TestBadge.replacing("credentialSubject.identifier", in: secured, by: nil)
        #expect(try test.outcome(less) == Self.mismatch)
    }

    @Test("Two texts that look alike are two", arguments: SuiteCase.whole)
    func looksAlike(_ test: SuiteCase) throws {
        let secured = try test.secured(TestBadge.credential([("name", "Ty\u{F6}")]))
        #expect(try test.outcome(secured) == .verified)
        #expect(try test.outcome(TestBadge.replacing("name", in: secured, by: "Tyo\u{308}")) == Self.mismatch)
    }

    @Test(
        "A changed member of the proof itself doesn't verify", arguments: SuiteCase.whole,
        [
            ("created", "2026-11-21T10:00:01Z"), ("created", nil),
            ("verificationMethod", "did:web:other.example#key-1"), ("proofPurpose", "authentication"),
            ("domain", "https://shop.example"), ("challenge", "1"), ("nonce", "1"),
            ("expires", "2030-01-01T00:00:00Z"), ("id", "urn:uuid:1"),
        ] as [(String, JSONValue?)])
    func changedProof(_ test: SuiteCase, _ change: (String, JSONValue?)) throws {
        let changed = TestBadge.replacing("proof.\(change.0)", in: try test.secured(), by: change.1)
        // The vocabulary of the older proof type doesn't have all of these words; it then says so.
        let outcome = try test.outcome(changed)
        #expect(outcome == Self.mismatch || outcome == .failed(ProofError(.linkedData, "")))
        #expect(outcome != .verified)
    }

    @Test("Every optional member of a proof is signed when it is there", arguments: [SuiteCase.eddsa, .p256, .p384])
    func optionalMembers(_ test: SuiteCase) throws {
        let more: JSONObject = [
            "id": "urn:uuid:7a1c0a70-64a5-4ec1-9d05-7d6a0a64a001", "expires": "2027-01-01T00:00:00Z",
            "domain": ["https://a.example", "https://b.example"], "challenge": "abc", "nonce": "n",
        ]
        let secured = try test.secured(more: more)
        #expect(try test.outcome(secured) == .verified)
        for name in more.names {
            #expect(try test.outcome(TestBadge.replacing("proof.\(name)", in: secured, by: nil)) == Self.mismatch)
        }
    }

    @Test(
        "A word that nobody has defined isn't passed over, in the document or in the proof", arguments: SuiteCase.whole)
    func undefinedWords(_ test: SuiteCase) throws {
        let secured = try test.secured()
        let refused = ProofOutcome.failed(ProofError(.linkedData, ""))
        for path in ["nobodysWord", "credentialSubject.nobodysWord", "proof.nobodysWord"] {
            #expect(try test.outcome(TestBadge.replacing(path, in: secured, by: "x")) == refused, "\(path)")
        }
        #expect(throws: ProofError(.linkedData, "")) { try test.secured(TestBadge.credential([("nobodysWord", 1)])) }
    }

    @Test("A vocabulary that isn't at hand leaves it open", arguments: SuiteCase.whole)
    func unknownContext(_ test: SuiteCase) throws {
        var document = try test.secured()
        document["@context"] = .array((document["@context"]?.asList ?? []) + ["https://unknown.example/v1"])
        #expect(try test.outcome(document) == .undetermined(ProofError(.contextsUnknown, "")))
    }

    @Test("More work than a real document makes is not done, and decides nothing", arguments: SuiteCase.whole)
    func tooMuchWork(_ test: SuiteCase) throws {
        // Ten nodes that all know each other, none of which can be told from another.
        let everyone: [JSONValue] = (0..<10).map { ["id": .string("_:n\($0)")] }
        let knot: [JSONValue] = (0..<10).map { number in
            [
                "id": .string("_:n\(number)"), "type": ["Profile"],
                "https://a.example/knows": .array(everyone.enumerated().filter { $0.offset != number }.map(\.element)),
            ]
        }
        var document = try test.secured()
        document["credentialSubject"] = .array(knot)
        #expect(try test.outcome(document) == .undetermined(ProofError(.tooMuchWork, "")))
    }

    // MARK: Contexts of proofs

    @Test("A proof's own contexts must be the document's", arguments: SuiteCase.whole)
    func proofContexts(_ test: SuiteCase) throws {
        let secured = try test.secured()
        func with(_ context: JSONValue?) throws -> ProofOutcome {
            var changed = secured
            changed["proof"] = TestBadge.replacing("proof.@context", in: secured, by: context)["proof"]
            return try test.outcome(changed)
        }
        let own = try #require(secured["@context"])
        #expect(try with(own) == .verified)
        let refused = ProofOutcome.failed(ProofError(.contextMismatch, ""))
        #expect(try with("https://www.w3.org/ns/credentials/v2") == refused)
        #expect(try with(.array(own.asList + ["https://w3id.org/security/multikey/v1"])) == refused)
        #expect(try with(.array(own.asList.reversed())) == refused)
        #expect(try with([["@vocab": "https://evil.example/"]]) == refused)
        #expect(try with([]) == refused)
    }

    /// A badge of the data model before the one whose context knows proofs.
    static let olderBadge: JSONObject = TestBadge.credential([
        (
            "@context",
            [
                "https://www.w3.org/2018/credentials/v1",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ]
        ),
        ("issuanceDate", "2026-09-29T07:12:31Z"), ("validFrom", nil),
    ])

    @Test(
        "Securing adds the vocabulary of proofs where the document's contexts lack it, once", arguments: SuiteCase.whole
    )
    func addedVocabulary(_ test: SuiteCase) throws {
        let own =
            test.suite.proofType == "DataIntegrityProof"
            ? "https://w3id.org/security/data-integrity/v2" : "https://w3id.org/security/suites/ed25519-2020/v1"
        let older = try test.secured(Self.olderBadge)
        #expect(older["@context"]?.asList.last == .string(own))
        #expect(older["@context"]?.asList.count == 3)
        #expect(try test.outcome(older) == .verified)
        var again = older.removing("proof")
        again = try test.secured(again)
        #expect(again["@context"] == older["@context"])
    }

    /// As signers do that know their own vocabulary without naming it in the document.
    private func signedWithoutVocabulary(_ test: SuiteCase) throws -> JSONObject {
        var secured = try test.secured(Self.olderBadge)
        secured["@context"] = Self.olderBadge["@context"]
        return secured
    }

    @Test(
        "A proof whose words the document's contexts lack is read by its own vocabulary (Data Integrity §2.4.1)",
        arguments: SuiteCase.whole)
    func injection(_ test: SuiteCase) throws {
        let document = try signedWithoutVocabulary(test)
        #expect(try test.outcome(document) == .verified)
        #expect(
            try test.outcome(TestBadge.replacing("proof.created", in: document, by: "2026-11-21T10:00:01Z"))
                == Self.mismatch)
    }

    @Test("That vocabulary gives no other word a meaning, and none a second one", arguments: SuiteCase.whole)
    func injectionIsNarrow(_ test: SuiteCase) throws {
        let document = try signedWithoutVocabulary(test)
        // A word that neither knows.
        #expect(
            try test.outcome(TestBadge.replacing("proof.nobodysWord", in: document, by: "x"))
                == .failed(ProofError(.linkedData, "")))
        // The document itself isn't read by it.
        let inDocument = TestBadge.replacing("credentialSubject.proofValue", in: document, by: "z1")
        #expect(try test.outcome(inDocument) == .failed(ProofError(.linkedData, "")))
        // Contexts that give the proof's words a meaning of their own are followed, and that was not signed.
        let elsewhere: JSONValue = [
            "DataIntegrityProof": "https://a.example/P", "Ed25519Signature2020": "https://a.example/E",
            "cryptosuite": "https://a.example/c", "created": "https://a.example/d",
            "verificationMethod": "https://a.example/m", "proofPurpose": "https://a.example/p",
        ]
        var redefined = document
        redefined["@context"] = .array((document["@context"]?.asList ?? []) + [elsewhere])
        #expect(try test.outcome(redefined) != .verified)
        // Half of them: the vocabulary is added behind, and the words it defines are signed as it has them.
        var half = document
        half["@context"] = .array((document["@context"]?.asList ?? []) + [["created": "https://a.example/d"]])
        let outcome = try test.outcome(half)
        if outcome == .verified {
            let form = LinkedDataForm(contexts: SuiteCase.contexts)
            let (a, b) = (document.removing("proof"), half.removing("proof"))
            #expect(
                try form.canonicalize(a, digest: .sha256).canonical.text
                    == form.canonicalize(b, digest: .sha256).canonical.text)
        }
    }

    // MARK: Keys and values

    @Test("A signature of another length is no signature", arguments: SuiteCase.whole, [-1, 1, 32])
    func lengths(_ test: SuiteCase, _ change: Int) throws {
        let secured = try test.secured()
        let text = try #require(secured["proof"]?["proofValue"]?.stringValue)
        let bytes = try test.suite.decodeProofValue(text)
        let changed = change < 0 ? Array(bytes.dropLast()) : bytes + Array(repeating: 0, count: change)
        let document = TestBadge.replacing(
            "proof.proofValue", in: secured, by: .string(test.suite.encodeProofValue(changed)))
        #expect(try test.outcome(document) == .failed(ProofError(.valueMalformed, "")))
        for value in ["u" + Base64URL.encode(bytes), Base16.encode(bytes), "", "z"] {
            let document = TestBadge.replacing("proof.proofValue", in: secured, by: .string(value))
            #expect(try test.outcome(document) == .failed(ProofError(.valueMalformed, "")), "\(value)")
        }
    }

    @Test("A key of another type or curve doesn't go with the suite", arguments: SuiteCase.whole)
    func wrongKeys(_ test: SuiteCase) throws {
        let secured = try test.secured()
        let proof = try #require(try DataIntegrityProof.all(in: secured).first)
        for key in [TestKeys.ed25519, TestKeys.p256, TestKeys.p384, TestKeys.rsa] where key.type != test.key.type {
            let outcome = test.suite.verify(document: secured, proof: proof, key: key.publicKey)
            if test.suite.digest(for: key.type) == nil {
                #expect(outcome == .failed(ProofError(.keyType, "")))
                #expect(throws: ProofError(.keyType, "")) {
                    try DataIntegrity.secure(
                        TestBadge.credential(), suite: test.suite, key: TestKeys.signing(key),
                        created: FixedClock.now)
                }
            } else {
                // The other curve's signatures have another length.
                #expect(outcome == .failed(ProofError(.valueMalformed, "")))
            }
        }
    }

    @Test("A signature over the other curve's hashes doesn't fit", arguments: [SuiteCase.p256, .p384])
    func wrongHash(_ test: SuiteCase) throws {
        var document = try test.secured()
        let proof = try #require(try DataIntegrityProof.all(in: document).first)
        let digest: ProofDigest = test.key.type == .p256 ? .sha384 : .sha256
        let hashed = try test.suite.hash(document.removing("proof"), digest: digest)
        let config = test.suite.proofConfig(options: proof.options, documentContext: document["@context"])
        let stages = try test.suite.stages(of: hashed, proofConfig: config)
        let algorithm = try #require(test.suite.signatureAlgorithm(for: test.key.type))
        let signature = try test.key.sign(stages.signedBytes, using: algorithm)
        document = TestBadge.replacing(
            "proof.proofValue", in: document, by: .string(test.suite.encodeProofValue(signature)))
        #expect(try test.outcome(document) == Self.mismatch)
    }

    @Test("A proof of another suite isn't taken for one of this", arguments: SuiteCase.whole)
    func otherSuite(_ test: SuiteCase) throws {
        let secured = try test.secured()
        for name in ["eddsa-jcs-2022", "ecdsa-sd-2023", "eddsa-2022", ""] {
            var proof = try #require(secured["proof"]?.objectValue)
            proof["type"] = "DataIntegrityProof"
            proof["cryptosuite"] = .string(name)
            var changed = secured
            changed["proof"] = .object(proof)
            #expect(try test.outcome(changed) == .failed(ProofError(.malformed, "")))
        }
    }

    // MARK: Several proofs

    @Test(
        "What was canonicalised for one proof serves the next, and never another document", arguments: SuiteCase.whole)
    func memory(_ test: SuiteCase) throws {
        let hashed = try DataIntegrity.secured(
            TestBadge.credential(), suite: test.suite, key: TestKeys.signing(test.key), created: FixedClock.now)
        var memory = DocumentMemory(hashed.hashed)
        let proof = try #require(try DataIntegrityProof.all(in: hashed.document).first)
        #expect(
            test.suite.verify(
                document: hashed.document, proof: proof, key: test.key.publicKey, memory: &memory) == .verified)
        #expect(memory.latest?.canonical.expanded != nil)
        let other = TestBadge.replacing("name", in: hashed.document, by: "Another")
        #expect(
            test.suite.verify(document: other, proof: proof, key: test.key.publicKey, memory: &memory)
                == Self.mismatch)
    }

    private func proof(
        _ test: SuiteCase, on document: JSONObject, id: String?, previous: JSONValue? = nil
    ) throws -> JSONValue {
        var options: JSONObject = ["type": .string(test.suite.proofType)]
        if test.suite.proofType == "DataIntegrityProof" { options["cryptosuite"] = .string(test.suite.name) }
        options["id"] = id.map { .string($0) }
        options["created"] = "2026-11-21T10:00:00Z"
        options["verificationMethod"] = "did:web:school.example#key-1"
        options["proofPurpose"] = "assertionMethod"
        options["previousProof"] = previous
        return .object(try test.suite.createProof(for: document, options: options, key: test.key))
    }

    private func outcomes(_ test: SuiteCase, _ document: JSONObject) throws -> [ProofOutcome] {
        try DataIntegrityProof.all(in: document).map {
            test.suite.verify(document: document, proof: $0, key: test.key.publicKey)
        }
    }

    @Test(
        "A proof may build on several; each of them is then signed with it", arguments: [SuiteCase.eddsa, .p256, .p384])
    func chains(_ test: SuiteCase) throws {
        var document = TestBadge.credential()
        let first = try proof(test, on: document, id: "urn:proof:1")
        let second = try proof(test, on: document, id: "urn:proof:2")
        document["proof"] = [first, second]
        #expect(try outcomes(test, document) == [.verified, .verified])
        let third = try proof(test, on: document, id: "urn:proof:3", previous: ["urn:proof:1", "urn:proof:2"])
        document["proof"] = [first, second, third]
        let fourth = try proof(test, on: document, id: nil, previous: "urn:proof:3")
        document["proof"] = [first, second, third, fourth]
        #expect(try outcomes(test, document) == Array(repeating: .verified, count: 4))
        // In another order they say the same.
        document["proof"] = [fourth, third, second, first]
        #expect(try outcomes(test, document) == Array(repeating: .verified, count: 4))
        // One that was built on, changed in its time.
        var changed = document
        changed["proof"] = [
            first,
            TestBadge.replacing("proof.created", in: ["proof": second], by: "2026-11-21T10:00:01Z")["proof"] ?? .null,
            third, fourth,
        ]
        #expect(try outcomes(test, changed) == [.verified, Self.mismatch, Self.mismatch, .verified])
        // One that was built on, by another signature that fits as well.
        changed["proof"] = [
            try proof(test, on: TestBadge.credential([("name", "x")]), id: "urn:proof:1"), second, third,
        ]
        #expect(try outcomes(test, changed) == [Self.mismatch, .verified, Self.mismatch])
    }

    @Test("What a chain builds on must be there once", arguments: [SuiteCase.eddsa, .p256, .p384])
    func brokenChains(_ test: SuiteCase) throws {
        var document = TestBadge.credential()
        let first = try proof(test, on: document, id: "urn:proof:1")
        document["proof"] = first
        let second = try proof(test, on: document, id: "urn:proof:2", previous: "urn:proof:1")
        let refused = ProofOutcome.failed(ProofError(.previousProof, ""))
        document["proof"] = [second]
        #expect(try outcomes(test, document) == [refused])
        document["proof"] = [first, first, second]
        #expect(try outcomes(test, document) == [.verified, .verified, refused])
        document["proof"] = [first, second, ["id": "urn:proof:1", "type": "Other"]]
        #expect(
            test.suite.verify(document: document, proof: try DataIntegrityProof(json: second), key: test.key.publicKey)
                == refused)
        // A proof's id that only looks the same is another.
        let accented = TestBadge.replacing("proof.previousProof", in: ["proof": second], by: "urn:proof:\u{1}1")[
            "proof"]
        document["proof"] = [first, accented ?? .null]
        #expect(try outcomes(test, document)[1] == refused)
        #expect(throws: ProofError(.previousProof, "")) {
            try proof(test, on: TestBadge.credential(), id: nil, previous: "urn:proof:1")
        }
    }

    @Test("A circle of proofs ends, and holds for none of them", arguments: [SuiteCase.eddsa, .p256])
    func circles(_ test: SuiteCase) throws {
        var document = TestBadge.credential()
        let first = try proof(test, on: document, id: "urn:proof:1")
        document["proof"] = first
        let second = try proof(test, on: document, id: "urn:proof:2", previous: "urn:proof:1")
        func previous(_ id: JSONValue, of proof: JSONValue) -> JSONValue {
            TestBadge.replacing("proof.previousProof", in: ["proof": proof], by: id)["proof"] ?? .null
        }
        document["proof"] = [previous("urn:proof:2", of: first), second]
        #expect(try outcomes(test, document) == [Self.mismatch, Self.mismatch])
        document["proof"] = previous("urn:proof:1", of: first)
        #expect(try outcomes(test, document) == [Self.mismatch])
    }
}
