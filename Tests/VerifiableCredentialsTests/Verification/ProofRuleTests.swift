import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// When a signature counts: the rule of proof sets.
@Suite struct ProofRuleTests {
    let bench = Bench()
    static let strangerKey = Bench.selfNamed(TestBadge.otherKey)

    @Test("A good badge passes in both formats")
    func good() throws {
        for report in [bench.judge(try Bench.signed()), bench.judge(jwt: try Bench.jwt())] {
            #expect(report.verdict == .valid)
            expect(report, .proof, .passed, .proofOK, .valid)
            expect(report, .issuer, .passed, .issuerOK, .valid)
            expect(report, .recipient, .notApplicable, .recipientNotAsked, .valid)
        }
    }

    @Test("A badge with one bit flipped never passes", arguments: [false, true])
    func flippedBit(isJWT: Bool) throws {
        let good = isJWT ? Array(try Bench.jwt().utf8) : JSONWriter.compact(.object(try Bench.signed()))
        let verifier = bench.verifier
        #expect(verifier.judge(good, source: "-").verdict == .valid)
        forAll("a badge with one bit flipped is not valid", rounds: 500) { generator in
            var bytes = good
            let place = Int.random(in: bytes.indices, using: &generator)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            return verifier.judge(bytes, source: "-").verdict != .valid
        }
    }

    @Test("Any member that is changed, added or taken away breaks the signature")
    func changedMember() throws {
        let good = try Bench.signed()
        for name in good.names where name != "proof" && name != "@context" {
            #expect(bench.judge(good.removing(name)).verdict == .invalid, "without \(name)")
        }
        for member: (String, JSONValue) in [
            ("validUntil", "2030-01-01T00:00:00Z"), ("credentialStatus", TestBadge.statusEntry()), ("extra", 1),
        ] {
            var changed = good
            changed[member.0] = member.1
            expect(bench.judge(changed), .proof, .failed, .proofMismatch, .invalid)
        }
        let renamed = TestBadge.replacing("credentialSubject.achievement.name", in: good, by: "Leadership")
        expect(bench.judge(renamed), .proof, .failed, .proofMismatch, .invalid)
        // What rests on the claims then waits.
        #expect(bench.judge(renamed)[.status]?.code == .proofRequired)
        #expect(bench.judge(renamed)[.issuer]?.outcome == .undetermined)
    }

    @Test("Every member of the proof is signed too")
    func changedProof() throws {
        let good = try Bench.signed(more: ["expires": "2027-01-01T00:00:00Z"])
        #expect(bench.judge(good).verdict == .valid)
        for (name, value) in [
            ("created", "2026-09-29T07:12:32Z"), ("expires", "2028-01-01T00:00:00Z"), ("nonce", "1"),
        ] as [(String, JSONValue)] {
            let changed = TestBadge.replacing("proof.\(name)", in: good, by: value)
            expect(bench.judge(changed), .proof, .failed, .proofMismatch, .invalid)
        }
        expect(
            bench.judge(TestBadge.replacing("proof.expires", in: good, by: nil)), .proof, .failed, .proofMismatch,
            .invalid)
    }

    @Test("A badge without a proof is not valid, nor one whose JWT says alg none")
    func unsigned() throws {
        expect(bench.judge(TestBadge.credential()), .proof, .failed, .proofMissing, .invalid)
        expect(bench.judge(TestBadge.credential([("proof", [])])), .proof, .failed, .proofMissing, .invalid)
        let parts = try Bench.jwt().split(separator: ".")
        let header = Base64URL.encode(Array(#"{"alg":"none"}"#.utf8))
        expect(bench.judge(jwt: "\(header).\(parts[1])."), .proof, .failed, .proofMissing, .invalid)
    }

    // MARK: Proof sets

    @Test("A stranger's proof beside the issuer's decides nothing, whether it fits or not, in either order")
    func strangersProof() throws {
        let own = try Bench.signed()
        let ownProof = try #require(own["proof"])
        let fitting = try Bench.proof(on: TestBadge.credential(), by: Self.strangerKey)
        let failing = try Bench.proof(on: TestBadge.credential([("name", "Other")]), by: Self.strangerKey)
        for strangers in [fitting, failing] {
            for proofs in [[ownProof, strangers], [strangers, ownProof]] {
                var document = own
                document["proof"] = .array(proofs)
                #expect(bench.judge(document).verdict == .valid)
            }
        }
    }

    @Test("A stranger's proof alone never makes the badge the issuer's")
    func onlyStrangers() throws {
        let report = bench.judge(try Bench.signed(by: Self.strangerKey))
        expect(report, .controller, .failed, .controllerMismatch, .invalid)
        expect(report, .issuer, .undetermined, .issuerKeyNotPinned, .invalid)
    }

    @Test("One failing proof of the issuer's makes it invalid, whatever the others say")
    func failingOwnProof() throws {
        let own = try Bench.signed()
        let bad = try Bench.proof(on: TestBadge.credential([("name", "Other")]), by: Bench.schoolKey)
        for proofs in [[try #require(own["proof"]), bad], [bad, try #require(own["proof"])]] {
            var document = own
            document["proof"] = .array(proofs)
            expect(bench.judge(document), .proof, .failed, .proofMismatch, .invalid)
        }
    }

    @Test("A proof of an unknown suite is undetermined alone, and passed over beside one that fits")
    func unknownSuite() throws {
        let unknown: JSONValue = [
            "type": "DataIntegrityProof", "cryptosuite": "mldsa44-rdfc-2024",
            "verificationMethod": .string(TestBadge.methodID),
            "proofPurpose": "assertionMethod", "proofValue": "zabc",
        ]
        var document = TestBadge.credential()
        document["proof"] = unknown
        expect(bench.judge(document), .proof, .undetermined, .proofUnsupported, .undetermined)
        document["proof"] = [unknown, try #require(try Bench.signed()["proof"])]
        #expect(bench.judge(document).verdict == .valid)
    }

    @Test("Of two fitting proofs the one with a pinned key is named, in either order")
    func bestProof() throws {
        let unpinned = SigningKey(verificationMethod: TestBadge.issuer + "#new", privateKey: TestBadge.thirdKey)
        var bench = bench
        bench.documents = [try Bench.document([("new", TestBadge.thirdKey)])]
        let own = try #require(try Bench.signed()["proof"])
        let second = try Bench.proof(on: TestBadge.credential(), by: unpinned)
        for proofs in [[own, second], [second, own]] {
            var document = TestBadge.credential()
            document["proof"] = .array(proofs)
            #expect(bench.judge(document).verdict == .valid)
        }
    }

    @Test("More than sixteen proofs are not judged")
    func manyProofs() throws {
        let own = try Bench.signed()
        let proof = try #require(own["proof"])
        var document = own
        document["proof"] = .array(Array(repeating: proof, count: 16))
        #expect(bench.judge(document).verdict == .valid)
        document["proof"] = .array(Array(repeating: proof, count: 17))
        expect(bench.judge(document), .proof, .undetermined, .limitMembers, .undetermined)
    }

    @Test("A proof that can't be read is a failure")
    func malformed() throws {
        let good = try Bench.signed()
        for (name, value) in [
            ("proofValue", nil), ("proofValue", "z111"), ("proofValue", "u2"), ("created", "yesterday"),
            ("proofPurpose", nil),
            ("verificationMethod", ["id": .string(TestBadge.methodID)]), ("verificationMethod", nil),
        ] as [(String, JSONValue?)] {
            let report = bench.judge(TestBadge.replacing("proof.\(name)", in: good, by: value))
            expect(report, .proof, .failed, .proofMalformed, .invalid)
        }
    }

    @Test("A stranger's unreadable proof beside the issuer's good one decides nothing")
    func strangersMalformed() throws {
        let own = try Bench.signed()
        let broken: JSONValue = [
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "created": "yesterday",
            "verificationMethod": .string(Self.strangerKey.verificationMethod), "proofPurpose": "assertionMethod",
        ]
        var document = own
        document["proof"] = [broken, try #require(own["proof"])]
        #expect(bench.judge(document).verdict == .valid)
    }

    // MARK: Chains

    private func chain(_ links: (SigningKey, id: String, previous: String?, name: String?)...) throws -> JSONObject {
        var document = TestBadge.credential()
        var proofs: [JSONValue] = []
        for link in links {
            var options: JSONObject = ["id": .string(link.id)]
            options["previousProof"] = link.previous.map { .string($0) }
            var signed = document
            if let name = link.name { signed["name"] = .string(name) }
            if !proofs.isEmpty { signed["proof"] = .array(proofs) }
            proofs.append(try Bench.proof(on: signed, by: link.0, more: options))
        }
        document["proof"] = .array(proofs)
        return document
    }

    @Test("A chain holds when every link holds")
    func chain() throws {
        let good = try chain(
            (Self.strangerKey, "urn:a", nil, nil), (Bench.schoolKey, "urn:b", "urn:a", nil))
        #expect(bench.judge(good).verdict == .valid)
    }

    @Test("The issuer's proof falls with one it builds on, however far down")
    func brokenChain() throws {
        let near = try chain(
            (Self.strangerKey, "urn:a", nil, "Other"), (Bench.schoolKey, "urn:b", "urn:a", nil))
        expect(bench.judge(near), .proof, .failed, .proofMismatch, .invalid)
        let far = try chain(
            (Self.strangerKey, "urn:a", nil, "Other"), (Self.strangerKey, "urn:b", "urn:a", nil),
            (Bench.schoolKey, "urn:c", "urn:b", nil))
        expect(bench.judge(far), .proof, .failed, .proofMismatch, .invalid)
    }

    @Test("A link that can't be checked leaves what builds on it undetermined")
    func uncheckedChain() throws {
        let unknown = SigningKey(verificationMethod: "did:web:other.example#k", privateKey: TestBadge.otherKey)
        let document = try chain((unknown, "urn:a", nil, nil), (Bench.schoolKey, "urn:b", "urn:a", nil))
        expect(bench.judge(document), .proof, .undetermined, .keyUnavailable, .undetermined)
    }

    @Test("A chain whose first link was taken away fails")
    func missingLink() throws {
        var document = try chain((Self.strangerKey, "urn:a", nil, nil), (Bench.schoolKey, "urn:b", "urn:a", nil))
        document["proof"] = document["proof"]?.arrayValue?.last
        expect(bench.judge(document), .proof, .failed, .proofMalformed, .invalid)
    }

    // MARK: Purpose and dates

    @Test("A proof for another purpose fails")
    func purpose() throws {
        expect(
            bench.judge(try Bench.signed(purpose: "authentication")), .proof, .failed, .proofPurpose, .invalid)
    }

    @Test("A signer's clock may be five minutes ahead, not more")
    func skew() throws {
        let early = FixedClock.now.adding(seconds: 300)
        #expect(bench.judge(try Bench.signed(created: early)).verdict == .valid)
        let late = FixedClock.now.adding(seconds: 301)
        expect(bench.judge(try Bench.signed(created: late)), .proof, .failed, .proofFuture, .invalid)
        let future = try Bench.jws(
            try VCJWTPayload.of(TestBadge.credential(), adding: ["iat": .number(JSONNumber(Int(late.seconds)))]),
            header: ["typ": "JWT", "kid": "#p256-1"])
        expect(bench.judge(jwt: future), .proof, .failed, .proofFuture, .invalid)
    }

    @Test("A proof ends with its own date")
    func expiry() throws {
        let now = FixedClock.now
        #expect(bench.judge(try Bench.signed(more: ["expires": .string(now.description)])).verdict == .valid)
        let past = try Bench.signed(more: ["expires": .string(now.adding(seconds: -1).description)])
        expect(bench.judge(past), .proof, .failed, .proofExpired, .invalid)
    }

    // MARK: Contexts that nobody signed

    @Test("A context appended after signing leaves the badge undetermined and is named")
    func appendedContext() throws {
        // The proof names the contexts it covers, as vc-di-eddsa §3.3.2 lets it.
        var good = try Bench.signed()
        #expect(good["proof"]?["@context"] != nil)
        good["@context"] = .array((good["@context"]?.asList ?? []) + ["https://w3id.org/security/multikey/v1"])
        let report = bench.judge(good)
        expect(report, .contexts, .undetermined, .contextsUnknown, .undetermined)
        #expect(report[.contexts]?.values["context"] == "https://w3id.org/security/multikey/v1")
        good["@context"] = .array(["https://evil.example/context"] + (good["@context"]?.asList ?? []))
        #expect(bench.judge(good).verdict == .invalid)
    }

    @Test("Appending a context that stands there already is told too")
    func repeatedContext() throws {
        var good = try Bench.signed()
        good["@context"] = .array((good["@context"]?.asList ?? []) + ["https://www.w3.org/ns/credentials/v2"])
        expect(bench.judge(good), .contexts, .undetermined, .contextsUnknown, .undetermined)
    }
}

/// The payload that Open Badges has for a credential, for JWTs that `VCJWT` wouldn't make.
enum VCJWTPayload {
    static func of(_ credential: JSONObject, adding claims: JSONObject = [:]) throws -> JSONObject {
        var payload = credential
        payload["iss"] = credential["issuer"]?["id"] ?? credential["issuer"]
        payload["jti"] = credential["id"]
        payload["sub"] = credential["credentialSubject"]?["id"]
        if let from = CredentialView(credential).validFrom { payload["nbf"] = .number(JSONNumber(Int(from.seconds))) }
        if let until = CredentialView(credential).validUntil {
            payload["exp"] = .number(JSONNumber(Int(until.seconds)))
        }
        for member in claims.members { payload[member.name] = member.value }
        return payload
    }
}
