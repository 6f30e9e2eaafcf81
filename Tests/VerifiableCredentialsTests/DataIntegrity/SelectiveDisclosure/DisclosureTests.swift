import Cryptography
import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing

@testable import VerifiableCredentials

/// `ecdsa-sd-2023` with badges of our own: what the issuer signs, what the holder shows, what a receiver believes.
@Suite("ecdsa-sd-2023") struct DisclosureTests {
    static let suite = ECDSASD2023(contexts: OpenBadgesContexts.store.prepared)
    static let key = TestBadge.p256Key
    static let mismatch = ProofOutcome.failed(ProofError(.signatureMismatch, ""))

    /// Texts in a language, JSON as one piece, several elements, objects with an id and without.
    static let badge = TestBadge.credential([
        (
            "@context",
            [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                [
                    "plan": ["@id": "https://school.example/terms#plan", "@type": "@json"],
                    "motto": ["@id": "https://school.example/terms#motto", "@container": "@language"],
                ],
            ]
        ),
        ("name", ["@value": "Tiimity\u{F6}", "@language": "fi"]),
        ("validUntil", "2029-09-29T20:59:59Z"),
        ("credentialStatus", TestBadge.statusEntry()),
        ("plan", ["weeks": [1, 2, 3], "room": "B \"2\""]),
        ("motto", ["fi": "Yhdess\u{E4}", "en": "Together"]),
        ("credentialSubject.achievement.tag", ["team", "work", "team work"]),
        (
            "credentialSubject.result",
            [
                ["type": ["Result"], "value": "4"], ["type": ["Result"], "value": "5"],
                ["type": ["Result"], "status": "Completed"],
            ]
        ),
        ("credentialSubject.creditsEarned", 2),
    ])

    static func pointers(_ texts: String...) throws -> [JSONPointer] { try texts.map { try #require(JSONPointer($0)) } }

    static let options: JSONObject = [
        "type": "DataIntegrityProof", "cryptosuite": "ecdsa-sd-2023", "created": "2026-09-29T07:12:31Z",
        "verificationMethod": "did:web:school.example#p256-1", "proofPurpose": "assertionMethod",
    ]

    /// The badge for its holder.
    static func base(_ badge: JSONObject = badge, mandatory: [JSONPointer]) throws -> JSONObject {
        var secured = badge
        secured["proof"] = .object(
            try suite.createBaseProof(
                for: badge, options: options, key: key, mandatory: mandatory, secrets: .generate()))
        return secured
    }

    static func derive(_ base: JSONObject, _ selective: [JSONPointer]) throws -> JSONObject {
        try suite.derive(from: base, proof: #require(DataIntegrityProof.all(in: base).first), selective: selective)
    }

    static func outcome(_ document: JSONObject) throws -> ProofOutcome {
        let proof = try #require(try DataIntegrityProof.all(in: document).first)
        return suite.verify(document: document, proof: proof, key: key.publicKey)
    }

    // MARK: What is shown

    @Test("The holder shows what was chosen and what must be shown, and nothing else")
    func chosen() throws {
        let base = try Self.base(mandatory: Self.pointers("/issuer", "/validFrom", "/validUntil"))
        let derived = try Self.derive(base, Self.pointers("/credentialSubject/achievement/name", "/motto/en"))
        #expect(try Self.outcome(derived) == .verified)
        let subject: JSONObject = [
            "id": Self.badge["credentialSubject"]?["id"] ?? .null, "type": ["AchievementSubject"],
            "achievement": [
                "id": .string(TestBadge.achievementID), "type": ["Achievement"], "name": "Teamwork",
            ],
        ]
        let names = ["@context", "id", "type", "issuer", "validFrom", "validUntil", "motto", "credentialSubject"]
        #expect(Set(derived.names) == Set(names + ["proof"]))
        for name in names where !["motto", "credentialSubject"].contains(name) {
            #expect(derived[name] == Self.badge[name], "\(name)")
        }
        #expect(derived["motto"] == ["en": "Together"])
        #expect(derived["credentialSubject"] == .object(subject))
        let text = String(decoding: JSONWriter.compact(.object(derived)), as: UTF8.self)
        #expect(!text.contains(TestBadge.email) && !text.contains("Yhdess"))
    }

    @Test("The base proof is for the holder alone, and opens again")
    func baseProof() throws {
        let base = try Self.base(mandatory: Self.pointers("/issuer"))
        #expect(try Self.outcome(base) == .failed(ProofError(.baseProof, "")))
        let text = try #require(base["proof"]?["proofValue"]?.stringValue)
        let value = try SDProofValue.Base(text: text)
        #expect(value.mandatoryPointers == ["/issuer"])
        #expect(try SDProofValue.Base(text: text).text == text)
        // No two badges share a secret.
        let other = try SDProofValue.Base(
            text: #require(try Self.base(mandatory: Self.pointers("/issuer"))["proof"]?["proofValue"]?.stringValue))
        #expect(other.hmacKey != value.hmacKey && other.publicKey != value.publicKey)
    }

    @Test("Without choices of the caller, what a receiver judges by can't be left out")
    func usualPointers() throws {
        let secured = try DataIntegrity.secure(
            Self.badge, suite: Self.suite,
            key: SigningKey(verificationMethod: "did:web:school.example#p256-1", privateKey: Self.key),
            created: FixedClock.now)
        let value = try SDProofValue.Base(text: #require(secured["proof"]?["proofValue"]?.stringValue))
        #expect(value.mandatoryPointers == ["/issuer", "/validFrom", "/validUntil", "/credentialStatus"])
        let derived = try Self.derive(secured, Self.pointers("/name"))
        #expect(derived["validUntil"] == Self.badge["validUntil"])
        #expect(derived["credentialStatus"] == Self.badge["credentialStatus"])
        #expect(try Self.outcome(derived) == .verified)
        for name in ["validUntil", "credentialStatus", "validFrom", "issuer"] {
            #expect(try Self.outcome(derived.removing(name)) == Self.mismatch, "without \(name)")
        }
    }

    // MARK: Edges

    @Test("Nothing chosen, everything chosen, nothing mandatory, everything mandatory")
    func edges() throws {
        let everything = Self.badge.names.filter { !["@context", "id", "type"].contains($0) }
            .compactMap { JSONPointer("/\($0)") }
        let some = try Self.pointers("/issuer")
        let base = try Self.base(mandatory: some)
        let least = try Self.derive(base, [])
        #expect(Set(least.names) == ["@context", "id", "type", "issuer", "proof"])
        #expect(try Self.outcome(least) == .verified)
        let most = try Self.derive(base, everything)
        #expect(most.removing("proof") == Self.badge)
        #expect(try Self.outcome(most) == .verified)

        let free = try Self.base(mandatory: [])
        #expect(throws: ProofError(.pointer, "")) { try Self.derive(free, []) }
        #expect(try Self.outcome(Self.derive(free, Self.pointers("/validFrom"))) == .verified)

        let fixed = try Self.base(mandatory: everything)
        let shown = try Self.derive(fixed, [])
        #expect(shown.removing("proof") == Self.badge)
        #expect(try Self.outcome(shown) == .verified)
        #expect(try SDProofValue.Base(text: #require(fixed["proof"]?["proofValue"]?.stringValue)).signatures.isEmpty)
    }

    @Test("Elements of an array are shown one by one, texts and objects")
    func elements() throws {
        let base = try Self.base(mandatory: Self.pointers("/issuer", "/credentialSubject/result/1"))
        let derived = try Self.derive(
            base, Self.pointers("/credentialSubject/achievement/tag/2", "/credentialSubject/result/2/status"))
        #expect(try Self.outcome(derived) == .verified)
        #expect(derived["credentialSubject"]?["achievement"]?["tag"] == ["team work"])
        #expect(
            derived["credentialSubject"]?["result"] == [
                ["type": ["Result"], "value": "5"], ["type": ["Result"], "status": "Completed"],
            ])
        // The order of what RDF holds as a set says nothing; another element does.
        let turned = TestBadge.replacing(
            "credentialSubject.result", in: derived,
            by: .array((derived["credentialSubject"]?["result"]?.asList ?? []).reversed()))
        #expect(try Self.outcome(turned) == .verified)
        let swapped = TestBadge.replacing("credentialSubject.result.0.value", in: derived, by: "4")
        #expect(try Self.outcome(swapped) == Self.mismatch)
    }

    @Test("What is signed as one piece isn't shown in part")
    func onePiece() throws {
        let base = try Self.base(mandatory: Self.pointers("/issuer"))
        #expect(try Self.outcome(Self.derive(base, Self.pointers("/plan"))) == .verified)
        for pointer in ["/plan/room", "/plan/weeks/0"] {
            #expect(throws: ProofError(.pointer, ""), "\(pointer)") { try Self.derive(base, Self.pointers(pointer)) }
            #expect(throws: ProofError(.pointer, ""), "\(pointer)") { try Self.base(mandatory: Self.pointers(pointer)) }
        }
    }

    @Test("A pointer to nothing is an error for issuer and holder")
    func nowhere() throws {
        let base = try Self.base(mandatory: Self.pointers("/issuer"))
        for pointer in ["/nothing", "/credentialSubject/result/3", "/name/0", "/credentialSubject/result/01"] {
            #expect(throws: ProofError(.pointer, "")) { try Self.derive(base, Self.pointers(pointer)) }
            #expect(throws: ProofError(.pointer, "")) { try Self.base(mandatory: Self.pointers(pointer)) }
        }
    }

    @Test("Types go along whole, though one of them is chosen")
    func types() throws {
        let base = try Self.base(mandatory: Self.pointers("/issuer"))
        let derived = try Self.derive(base, Self.pointers("/type/1"))
        #expect(derived["type"] == Self.badge["type"])
        #expect(try Self.outcome(derived) == .verified)
    }

    /// The standard's way gives list objects and graphs names, which JSON-LD doesn't allow the one and loses with the
    /// other.
    @Test("Ordered lists, documents signed inside and nodes with labels of their own can't be disclosed apart")
    func refused() throws {
        let list: JSONValue = ["ordered": ["@id": "https://school.example/terms#ordered", "@container": "@list"]]
        var ordered = TestBadge.credential([("ordered", ["a", "b"])])
        ordered["@context"] = .array((ordered["@context"]?.asList ?? []) + [list])
        let endorsement = try Bench.signed([
            "@context": TestBadge.credential()["@context"] ?? .null,
            "type": ["VerifiableCredential", "EndorsementCredential"],
            "id": "urn:uuid:1c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c13",
            "issuer": ["id": "did:example:a", "type": ["Profile"]],
            "validFrom": "2026-09-29T07:12:31Z",
            "credentialSubject": [
                "id": "urn:uuid:1c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c14", "type": ["EndorsementSubject"],
            ],
        ])
        let endorsed = TestBadge.credential([("endorsement", [.object(endorsement.removing("@context"))])])
        let labelled = TestBadge.credential([("credentialSubject.id", "_:anna")])
        for document in [ordered, endorsed, labelled] {
            #expect(throws: ProofError(.linkedData, "")) {
                try Self.base(document, mandatory: Self.pointers("/issuer"))
            }
        }
    }

    @Test("Keys of other types don't go with it, nor proofs that it should build on")
    func keys() throws {
        for key in [TestKeys.ed25519, TestKeys.p384, TestKeys.rsa] {
            #expect(throws: ProofError(.keyType, "")) {
                try Self.suite.createBaseProof(
                    for: Self.badge, options: Self.options, key: key, mandatory: [], secrets: .generate())
            }
            let derived = try Self.derive(Self.base(mandatory: Self.pointers("/issuer")), [])
            let proof = try #require(try DataIntegrityProof.all(in: derived).first)
            #expect(
                Self.suite.verify(document: derived, proof: proof, key: key.publicKey)
                    == .failed(ProofError(.keyType, "")))
        }
        var options = Self.options
        options["previousProof"] = "urn:proof:1"
        #expect(throws: ProofError(.malformed, "")) {
            try Self.suite.createBaseProof(
                for: Self.badge, options: options, key: Self.key, mandatory: [], secrets: .generate())
        }
    }

    // MARK: What a receiver doesn't believe

    @Test("No part of a derived proof can be exchanged")
    func exchangedParts() throws {
        let base = try Self.base(mandatory: Self.pointers("/issuer", "/validFrom"))
        let derived = try Self.derive(base, Self.pointers("/name", "/credentialSubject/result/0"))
        let other = try Self.derive(
            Self.base(mandatory: Self.pointers("/issuer", "/validFrom")),
            Self.pointers("/name", "/credentialSubject/result/0"))
        let value = try SDProofValue.Derived(text: #require(derived["proof"]?["proofValue"]?.stringValue))
        let others = try SDProofValue.Derived(text: #require(other["proof"]?["proofValue"]?.stringValue))
        let changes: [(String, (inout SDProofValue.Derived) -> Void)] = [
            ("base signature", { $0.baseSignature = others.baseSignature }),
            ("statement key", { $0.publicKey = others.publicKey }),
            (
                "statement key and signatures",
                {
                    $0.publicKey = others.publicKey
                    $0.signatures = others.signatures
                }
            ),
            ("signatures", { $0.signatures = others.signatures }),
            ("a signature", { $0.signatures[0] = others.signatures[0] }),
            ("order of signatures", { $0.signatures.swapAt(0, 1) }),
            ("fewer signatures", { $0.signatures.removeLast() }),
            ("more signatures", { $0.signatures.append($0.signatures[0]) }),
            ("labels", { $0.labels = others.labels }), ("fewer labels", { $0.labels[0] = nil }),
            ("more labels", { $0.labels[99] = others.labels[0] }),
            ("fewer mandatory", { $0.mandatoryIndexes.removeLast() }),
            (
                "a statement called mandatory",
                { value in
                    let index = (0..<100).first { !value.mandatoryIndexes.contains($0) } ?? 0
                    value.mandatoryIndexes.append(index)
                    value.signatures.removeLast()
                }
            ),
            ("a place that isn't there", { $0.mandatoryIndexes.append(10_000) }),
        ]
        for (name, change) in changes {
            var changed = value
            change(&changed)
            let document = TestBadge.replacing("proof.proofValue", in: derived, by: .string(changed.text))
            #expect(try Self.outcome(document) == Self.mismatch, "\(name)")
        }
        #expect(
            try Self.outcome(TestBadge.replacing("proof.created", in: derived, by: "2026-09-29T07:12:32Z"))
                == Self.mismatch)
        #expect(try Self.outcome(TestBadge.replacing("proof.nonce", in: derived, by: "n")) == Self.mismatch)
    }

    @Test("Two parts shown to one receiver at two times don't join to a third")
    func joined() throws {
        let base = try Self.base(mandatory: Self.pointers("/issuer"))
        let one = try Self.derive(base, Self.pointers("/name"))
        let two = try Self.derive(base, Self.pointers("/credentialSubject/creditsEarned"))
        var joined = one
        joined["credentialSubject"] = two["credentialSubject"]
        #expect(try Self.outcome(joined) == Self.mismatch)
    }

    // MARK: Random choices

    /// Every pointer into a value, its own left out.
    private static func places(in value: JSONValue, at path: String = "") -> [String] {
        switch value {
        case .object(let object):
            object.members.filter { path != "" || $0.name != "@context" && $0.name != "proof" }.flatMap { member in
                let place = "\(path)/\(member.name)"
                // JSON literals and language-tagged texts are one piece.
                let isPiece = member.name == "plan" || member.value["@value"] != nil
                return [place] + (isPiece ? [] : places(in: member.value, at: place))
            }
        case .array(let elements):
            elements.enumerated().flatMap { place, element in
                ["\(path)/\(place)"] + places(in: element, at: "\(path)/\(place)")
            }
        default: []
        }
    }

    private static func dotted(_ pointer: String) -> String {
        pointer.dropFirst().split(separator: "/").joined(separator: ".")
    }

    @Test("Any part can be shown; no shown value can be changed, taken away, or joined by another")
    func randomParts() throws {
        let places = Self.places(in: .object(Self.badge))
        #expect(places.count > 40)
        let base = try Self.base(mandatory: Self.pointers("/issuer/id", "/validFrom"))
        forAll("a chosen part verifies and nothing near it does", rounds: 60) { generator in
            let count = Int.random(in: 1...6, using: &generator)
            let chosen = (0..<count).compactMap { _ in places.randomElement(using: &generator) }
            let derived = try Self.derive(base, chosen.compactMap { JSONPointer($0) })
            guard try Self.outcome(derived) == .verified else { return false }
            // What is shown is part of what was signed.
            let shown = Self.places(in: .object(derived))
            guard shown.count <= places.count else { return false }

            guard let place = shown.randomElement(using: &generator) else { return false }
            let without = TestBadge.replacing(Self.dotted(place), in: derived, by: nil)
            if without != derived, try Self.outcome(without) == .verified { return false }
            let texts = shown.filter { place in
                JSONPointer(place).flatMap { Self.value(at: $0, in: .object(derived))?.stringValue } != nil
            }
            guard let text = texts.randomElement(using: &generator),
                let old = JSONPointer(text).flatMap({ Self.value(at: $0, in: .object(derived)) })
            else { return false }
            let changed = TestBadge.replacing(
                Self.dotted(text), in: derived, by: .string((old.stringValue ?? "") + "1"))
            if try Self.outcome(changed) == .verified { return false }
            for name in Self.badge.names where derived[name] == nil {
                var more = derived
                more[name] = Self.badge[name]
                if try Self.outcome(more) == .verified { return false }
            }
            return true
        }
    }

    private static func value(at pointer: JSONPointer, in document: JSONValue) -> JSONValue? {
        var value: JSONValue? = document
        for token in pointer.tokens {
            switch value {
            case .object(let object): value = object[token]
            case .array(let elements):
                value = JSONPointer.index(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            default: return nil
            }
        }
        return value
    }
}
