import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Presentations")
struct PresentationTests {
    typealias Sample = TestPresentation

    @Test("by the key in each badge, with our challenge, is presented by its holder")
    func presented() throws {
        let report = Sample.asking.judge(
            try Sample.signed([Sample.signedBadge(1), Sample.signedBadge(2)], more: Sample.addressed))
        #expect(report.verdict == .valid && report.worst == .valid)
        #expect(report[.recipient]?.code == .recipientAddressed)
        #expect(report.credential?.kind == "VerifiablePresentation" && report.credential?.recipient == Sample.did)
        #expect(report.inner.map(\.verdict) == [.valid, .valid])
        #expect(report.inner.allSatisfy { $0[.recipient]?.code == .recipientPresented })
        #expect(
            report.inner.map(\.source) == ["badge.json#/verifiableCredential/0", "badge.json#/verifiableCredential/1"])
        #expect(report.json()["counts"]?["valid"] == 2)
    }

    @Test("of another's badge names the badge genuine and nobody its holder")
    func anothers() throws {
        let other = try Sample.signedBadge(1, [("credentialSubject.id", "did:example:berta")])
        let report = Sample.asking.judge(try Sample.signed([other], more: Sample.addressed))
        #expect(report.worst == .valid)
        #expect(report.inner.first?[.recipient]?.code == .recipientNotBound)
        var asked = Sample.asking
        asked.policy.recipient = Sample.did
        #expect(asked.judge(try Sample.signed([other], more: Sample.addressed)).worst == .invalid)
    }

    @Test("without a challenge of ours are not taken for the holder's own hand")
    func unchallenged() throws {
        let report = Bench().judge(try Sample.signed([Sample.signedBadge()]))
        #expect(report.worst == .valid)
        #expect(report[.recipient]?.code == .recipientAnybody)
        #expect(report.inner.first?[.recipient]?.code == .recipientUnchallenged)
        let missing = Sample.asking.judge(try Sample.signed([Sample.signedBadge()]))
        expect(missing, .recipient, .undetermined, .recipientNoChallenge, .undetermined)
        #expect(missing.inner.first?[.recipient]?.code == .recipientUnchallenged)
    }

    @Test(
        "made for others are undetermined, with for whom and when",
        arguments: [
            ["domain": "https://other.example"], ["challenge": "old"],
            ["domain": "https://other.example", "challenge": "b7c1d2"],
            ["domain": "https://uni.example", "challenge": "old"],
        ] as [JSONObject])
    func others(_ more: JSONObject) throws {
        let report = Sample.asking.judge(try Sample.signed([Sample.signedBadge()], more: more))
        expect(report, .recipient, .undetermined, .recipientOther, .undetermined)
        #expect(report[.recipient]?.detail["signedAt"] == "2026-09-29T07:12:31Z")
        #expect(report.inner.first?[.recipient]?.code == .recipientUnchallenged)
        // Whoever names nothing isn't meant either.
        expect(
            Bench().judge(try Sample.signed([Sample.signedBadge()], more: more)), .recipient, .undetermined,
            .recipientOther, .undetermined)
    }

    @Test("end when their proof says so")
    func expired() throws {
        let report = Bench().judge(
            try Sample.signed([Sample.signedBadge()], more: ["expires": "2026-09-30T00:00:00Z"]))
        expect(report, .proof, .failed, .proofExpired, .invalid)
        #expect(report.inner.first?.verdict == .valid)
    }

    @Test("need a signature made for presenting, by the holder's own key")
    func wrongKeyOrPurpose() throws {
        let badge = try Sample.signedBadge()
        expect(
            Bench().judge(try Sample.signed([badge], purpose: "assertionMethod")), .proof, .failed, .proofPurpose,
            .invalid)
        expect(
            Bench().judge(try Sample.signed([badge], by: Bench.selfNamed(TestBadge.otherKey))), .controller, .failed,
            .controllerMismatch, .invalid)
        // Who names no holder is whose key signed.
        let report = Sample.asking.judge(try Sample.signed([badge], holder: nil, more: Sample.addressed))
        #expect(report.worst == .valid && report.inner.first?[.recipient]?.code == .recipientPresented)
    }

    @Test("by a DID whose keys nobody vouches for bind nothing")
    func unvouchedHolder() throws {
        var bench = Sample.asking
        let did = "did:web:learner.example"
        bench.documents = [try Bench.document(of: did, [("key-1", Sample.key)])]
        let badge = try Sample.signedBadge(1, [("credentialSubject.id", .string(did))])
        let report = bench.judge(
            try Sample.signed(
                [badge], holder: did,
                by: SigningKey(verificationMethod: "\(did)#key-1", privateKey: Sample.key), more: Sample.addressed))
        #expect(report[.proof]?.outcome == .passed)
        expect(report, .issuer, .undetermined, .issuerKeyNotPinned, .undetermined)
        #expect(report.inner.first?[.recipient]?.code == .recipientNotBound)
    }

    @Test("that nobody signed leave each badge to itself")
    func unsigned() throws {
        let report = Bench().judge(Sample.unsigned([try Sample.signedBadge()]))
        expect(report, .proof, .undetermined, .presentationUnsigned, .undetermined)
        #expect(report.inner.first?.verdict == .valid)
        #expect(report.inner.first?[.recipient]?.code == .recipientNotBound)
    }

    @Test("don't vouch for what stands in them")
    func innerAlone() throws {
        let report = Sample.asking.judge(
            try Sample.signed(
                [
                    .object(Sample.badge(1)), Sample.signedBadge(2),
                    .object(Bench.signed(Sample.badge(3), by: Sample.signingKey)),
                ], more: Sample.addressed))
        #expect(report.verdict == .valid && report.worst == .invalid)
        #expect(report.inner.map(\.verdict) == [.undetermined, .valid, .invalid])
        #expect(report.inner.first?[.proof]?.code == .innerNoProof)
        #expect(report.inner.last?[.controller]?.code == .controllerMismatch)
    }

    @Test("that were changed after signing are not valid, and neither is the badge that was")
    func changed() throws {
        let whole = try Sample.signed([Sample.signedBadge(1), Sample.signedBadge(2)], more: Sample.addressed)
        let text = String(decoding: JSONWriter.compact(.object(whole)), as: UTF8.self)
        let report = Sample.asking.judge(
            Array(text.replacing("Works in a team.", with: "Leads a team...", maxReplacements: 1).utf8))
        expect(report, .proof, .failed, .proofMismatch, .invalid)
        #expect(report.inner.map(\.verdict) == [.invalid, .valid])
        // Nobody's badge may be added, taken out or moved elsewhere.
        for members in [
            [try Sample.signedBadge(1)],
            [try Sample.signedBadge(1), try Sample.signedBadge(2), try Sample.signedBadge(3)],
        ] {
            var other = whole
            other["verifiableCredential"] = .array(members)
            expect(Sample.asking.judge(other), .proof, .failed, .proofMismatch, .invalid)
        }
        var renamed = whole
        renamed["holder"] = .string(DIDKey.did(for: TestBadge.otherKey.publicKey).description)
        #expect(Sample.asking.judge(renamed).verdict == .invalid)
    }

    @Test("keep to the words that their contexts define")
    func undefinedTerm() throws {
        var presentation = Sample.unsigned([try Sample.signedBadge()])
        presentation["colour"] = "red"
        let signed = try DataIntegrity.secure(
            presentation, suite: EdDSAJCS2022(), key: Sample.signingKey, created: Bench.created,
            purpose: "authentication")
        expect(Bench().judge(signed), .contexts, .failed, .contextsUndefinedTerm, .invalid)
    }

    @Test("don't hold presentations, nor more credentials than are read")
    func nestedAndMany() throws {
        let inside = JSONValue.object(try Sample.signed([Sample.signedBadge()]))
        let report = Bench().judge(Sample.unsigned([inside]))
        #expect(report.inner.first?[.form]?.code == .formNotCredential)
        let many = Bench().judge(Sample.unsigned(Array(repeating: ["a": 1], count: 501)))
        expect(many, .form, .undetermined, .limitMembers, .undetermined)
        for broken in [["verifiableCredential", 1], ["holder", "no address"], ["id", "x"]] as [[JSONValue]] {
            var presentation = Sample.unsigned([])
            presentation[broken[0].stringValue ?? ""] = broken[1]
            expect(Bench().judge(presentation), .form, .failed, .formModel, .invalid)
        }
    }

    @Test("may be larger than a badge, and a badge in them may not")
    func sizes() throws {
        let filler = JSONValue.string(String(repeating: "x", count: 900_000))
        func large(_ count: Int) throws -> JSONValue {
            try Sample.signedBadge(
                1, [("credentialSubject.achievement.tag", .array(Array(repeating: filler, count: count)))])
        }
        let report = Bench().judge(Sample.unsigned([try large(1), try large(2), try large(3)]))
        #expect(report.inner.count >= 2)
        #expect(report[.form]?.outcome == .passed)
        #expect(report.inner.contains { $0[.form]?.code == .limitBytes })
        expect(Bench().judge(try #require(large(3).objectValue)), .form, .undetermined, .limitBytes, .undetermined)
    }

    @Test("show their holder's own name as theirs alone")
    func ownName() throws {
        func statement(issuer: String, subject: String, types: JSONValue = ["VerifiableCredential"]) throws -> JSONValue
        {
            .object(
                try Bench.signed(
                    [
                        "@context": TestBadge.credential()["@context"] ?? [],
                        "id": "urn:uuid:1f1d9a52-6f0f-4c1d-8a7e-111111111112",
                        "type": types, "issuer": .string(issuer), "validFrom": "2026-09-29T07:12:31Z",
                        "credentialSubject": ["id": .string(subject), "name": "Anna Esimerkki"],
                    ], by: Sample.signingKey))
        }
        let report = Sample.asking.judge(
            try Sample.signed(
                [statement(issuer: Sample.did, subject: Sample.did)], more: Sample.addressed))
        #expect(report.worst == .valid)
        #expect(report.inner.first?[.issuer]?.code == .issuerHolder)
        #expect(report.inner.first?.credential?.subjectName == "Anna Esimerkki")
        let inner = try #require(report.inner.first)
        #expect(ReportText(inner, in: .en).headline == "The holder's own statement.")
        // About somebody else, or outside of a presentation of theirs, it is a stranger's word.
        for member in [
            try statement(issuer: Sample.did, subject: "did:example:berta"),
            try statement(
                issuer: Sample.did, subject: Sample.did, types: ["VerifiableCredential", "OpenBadgeCredential"]),
        ] {
            let other = Sample.asking.judge(try Sample.signed([member], more: Sample.addressed))
            #expect(other.worst != .valid)
            #expect(other.inner.first?[.issuer]?.code == .issuerUnknown)
        }
        let alone = Bench().judge(try #require(statement(issuer: Sample.did, subject: Sample.did).objectValue))
        expect(alone, .issuer, .undetermined, .issuerUnknown, .undetermined)
    }
}
