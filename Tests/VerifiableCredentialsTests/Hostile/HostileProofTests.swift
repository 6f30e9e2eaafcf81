import Cryptography
import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing

@testable import VerifiableCredentials

/// Proofs by the dozen, proofs of proofs, and proof values that are archives of nonsense.
@Suite("Hostile files: proofs") struct HostileProofTests {
    /// Sixteen proofs, each on top of the one before, so that each speaks of another document.
    private func chain(_ more: JSONObject = [:]) -> [JSONObject] {
        (0..<16).map { place in
            var members = more
            members["id"] = .string("urn:proof-\(place)")
            if place > 0 { members["previousProof"] = .string("urn:proof-\(place - 1)") }
            return HostileFile.proof("eddsa-rdfc-2022", members)
        }
    }

    @Test("Sixteen proofs of a large badge cost one canonicalisation, sixteen that build on each other are too much")
    func large() {
        let many: [(String, JSONValue?)] = [("urn:p", .array((0..<15_000).map { .number(JSONNumber($0)) }))]
        let separate = Array(repeating: HostileFile.proof(), count: 16)
        #expect(HostileFile.judge(HostileFile.unsigned(many, proofs: separate))[.proof]?.code == .proofMismatch)
        expectLimit(HostileFile.judge(HostileFile.unsigned(many, proofs: chain())))
        #expect(HostileFile.judge(HostileFile.unsigned([], proofs: chain()))[.proof]?.code == .proofMismatch)
    }

    @Test("The work of all proofs together is bounded: by contexts, by tangles")
    func together() {
        let terms = JSONObject(uniqueMembers: (0..<8_000).map { .init(name: "t\($0)", value: .string("urn:t:\($0)")) })
        expectLimit(
            HostileFile.judge(
                HostileFile.unsigned([("@context", HostileFile.contexts(.object(terms)))], proofs: chain())))
        let rings = HostileGraphTests.rings(12, of: 60)
        expectLimit(HostileFile.judge(HostileFile.unsigned([("urn:nodes", rings)], proofs: chain())))
    }

    @Test("Where the dear proof stands among the others decides nothing")
    func order() throws {
        let good = try HostileFile.signed([])
        let sound = try #require(good["proof"])
        let dear = JSONValue.object(HostileFile.proof("eddsa-rdfc-2022", ["urn:n": HostileGraphTests.clique(14)]))
        for proofs: JSONValue in [[sound, dear], [dear, sound]] {
            var document = good
            document["proof"] = proofs
            expectLimit(HostileFile.judge(document))
        }
    }

    @Test("A proof that names an earlier one a thousand times is refused, not a thousand copies signed")
    func repeated() {
        let large = HostileFile.proof(
            "eddsa-rdfc-2022", ["id": "urn:a", "urn:p": .array((0..<9_000).map { .number(JSONNumber($0)) })])
        for suite in ["eddsa-rdfc-2022", "eddsa-jcs-2022"] {
            let again = HostileFile.proof(
                suite, ["previousProof": .array(Array(repeating: "urn:a", count: 9_000))])
            let report = HostileFile.judge(HostileFile.unsigned([], proofs: [again, large]))
            #expect(report[.proof]?.outcome == .failed)
        }
    }

    @Test("Contexts of a proof that equal the document's in another order at every depth are compared once")
    func contexts() {
        func nested(_ swapped: Bool) -> JSONValue {
            var value: JSONValue = ["a": 1]
            for _ in 0..<50 {
                let (a, b): (JSONObject, JSONObject) = (["x": value, "a": 1, "b": 2], ["x": value, "b": 2, "a": 1])
                value = .object(swapped ? b : a)
            }
            return ["t": ["@id": "urn:t", "@context": value]]
        }
        for suite in ["eddsa-rdfc-2022", "eddsa-jcs-2022"] {
            let proof = HostileFile.proof(suite, ["@context": HostileFile.contexts(nested(true))])
            let document = HostileFile.unsigned([("@context", HostileFile.contexts(nested(false)))], proofs: [proof])
            #expect(HostileFile.judge(document).verdict != .valid)
        }
    }

    @Test("A proof of twenty thousand members is one that doesn't fit")
    func members() {
        let members = (0..<18_000).map { JSONObject.Member(name: "urn:m:\($0)", value: 1) }
        let proof = JSONObject(uniqueMembers: HostileFile.proof().members + members)
        #expect(HostileFile.judge(HostileFile.unsigned([], proofs: [proof]))[.proof]?.code == .proofMismatch)
    }

    // MARK: Selective disclosure

    private func disclosed(_ value: SDProofValue.Derived, _ changes: [(String, JSONValue?)] = []) -> JSONObject {
        var proof = HostileFile.proof("ecdsa-sd-2023")
        proof["verificationMethod"] = .string(TestBadge.issuer + "#p256-1")
        proof["proofValue"] = .string(value.text)
        return HostileFile.unsigned(changes, proofs: [proof])
    }

    private func value(
        signatures: Int, labels: Int = 0, indexes: [Int] = [], publicKey: [UInt8] = []
    ) -> SDProofValue.Derived {
        SDProofValue.Derived(
            baseSignature: Array(repeating: 1, count: 64),
            publicKey: publicKey.isEmpty ? TestBadge.p256Key.publicKey.multicodecBytes : publicKey,
            signatures: Array(repeating: Array(repeating: 2, count: 64), count: signatures),
            labels: Dictionary(
                uniqueKeysWithValues: (0..<labels).map { number in
                    (number, (0..<32).map { UInt8(truncatingIfNeeded: number >> (8 * ($0 & 3))) })
                }),
            mandatoryIndexes: indexes)
    }

    @Test("A proof with a signature for each of 2,500 statements is given up before one is tried")
    func signatures() throws {
        let many: [(String, JSONValue?)] = [("urn:p", .array((0..<2_500).map { .number(JSONNumber($0)) }))]
        let statements = try JSONLD.toRDF(
            .object(TestBadge.credential(many)), contexts: OpenBadgesContexts.store.prepared, options: .signing)
        let canonical = try RDFC10.canonicalize(statements)
        let value = value(signatures: canonical.quads.count, labels: canonical.blankNodes.count)
        expectLimit(HostileFile.judge(disclosed(value, many)))
    }

    @Test("Places of statements are a set: their order makes no other proof")
    func places() throws {
        let key = TestBadge.p256Key
        let suite = ECDSASD2023(contexts: OpenBadgesContexts.store.prepared)
        var options = HostileFile.proof("ecdsa-sd-2023").removing("proofValue")
        options["verificationMethod"] = .string(TestBadge.issuer + "#p256-1")
        var badge = TestBadge.credential()
        badge["proof"] = .object(
            try suite.createBaseProof(
                for: badge, options: options, key: key,
                mandatory: ["/issuer", "/validFrom"].compactMap { JSONPointer($0) },
                secrets: .generate()))
        let proof = try DataIntegrityProof(json: badge["proof"] ?? nil)
        var derived = try suite.derive(
            from: badge, proof: proof, selective: [JSONPointer("/credentialSubject")].compactMap(\.self))
        #expect(HostileFile.judge(derived)[.proof]?.code == .proofOK)
        var value = try SDProofValue.Derived(text: derived["proof"]?["proofValue"]?.stringValue ?? "")
        #expect(value.mandatoryIndexes.count > 1)
        value.mandatoryIndexes.reverse()
        derived = TestBadge.replacing("proof.proofValue", in: derived, by: .string(value.text))
        #expect(HostileFile.judge(derived)[.proof]?.code == .proofOK)
        value.mandatoryIndexes.removeLast()
        derived = TestBadge.replacing("proof.proofValue", in: derived, by: .string(value.text))
        #expect(HostileFile.judge(derived)[.proof]?.code == .proofMismatch)
    }

    @Test("Label maps of twenty thousand entries, and places that aren't there, don't fit")
    func labels() {
        for value in [
            value(signatures: 1, labels: 20_000), value(signatures: 0, indexes: [.max]),
            value(signatures: 0, indexes: Array(0..<20_000)),
            value(signatures: 1, publicKey: Array(repeating: 0, count: 35)),
        ] {
            let report = HostileFile.judge(disclosed(value))
            #expect(report[.proof]?.outcome == .failed)
            #expect(report.verdict == .invalid)
        }
    }

    @Test("CBOR that promises more than it has, or nests without end, is malformed")
    func bombs() {
        let header: [UInt8] = [0xD9, 0x5D, 0x01]
        for content: [UInt8] in [
            [0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0xBB, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], Array(repeating: 0x81, count: 500_000),
            Array(repeating: 0xC1, count: 500_000), Array(repeating: 0xA1, count: 500_000),
            [0x9A, 0, 7, 0xA1, 0x20] + Array(repeating: 0x80, count: 500_000), [0x9F, 0xFF], [0x85], [],
        ] {
            var proof = HostileFile.proof("ecdsa-sd-2023")
            proof["verificationMethod"] = .string(TestBadge.issuer + "#p256-1")
            proof["proofValue"] = .string(Multibase.encode(header + content, as: .base64url))
            let report = HostileFile.judge(HostileFile.unsigned([], proofs: [proof]))
            #expect(report[.proof]?.code == .proofMalformed && report[.proof]?.outcome == .failed)
        }
    }

    @Test("Signatures are counted over all proofs")
    func budget() throws {
        var work = ProofWork()
        for _ in 0..<2 { try work.spend(signatures: 900) }
        #expect(throws: ProofError(.tooMuchWork, "")) { try work.spend(signatures: 900) }
        // After that nothing else is tried.
        #expect(throws: ProofError(.tooMuchWork, "")) { try work.check() }
    }
}
