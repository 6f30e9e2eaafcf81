import Cryptography
import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing

@testable import VerifiableCredentials

/// One flipped bit in the text of a signed badge: no check of the signature passes, unless what the text says is the
/// same; and never is a badge valid that reads otherwise.
@Suite("Flipped bits") struct BitFlipTests {
    /// The smallest credential that can be judged.
    static func small(_ issuer: String) -> JSONObject {
        [
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "type": ["VerifiableCredential"], "issuer": .string(issuer), "validFrom": "2026-09-29T07:12:31Z",
            "credentialSubject": ["id": "did:example:anna"],
        ]
    }

    /// A suite, and how a document is signed by it with a key that names itself.
    struct Signer: Sendable, CustomStringConvertible {
        let description: String
        let key: PrivateKey
        let sign: @Sendable (JSONObject, SigningKey) throws -> JSONObject

        var signingKey: SigningKey { Bench.selfNamed(key) }
        var issuer: String { DIDKey.did(for: key.publicKey).description }
        func signed(_ document: JSONObject) throws -> JSONObject { try sign(document, signingKey) }
    }

    static let signers: [Signer] =
        SuiteCase.whole.map { test in
            Signer(description: test.description, key: test.key) { document, key in
                try DataIntegrity.secure(document, suite: test.suite, key: key, created: Bench.created)
            }
        } + [
            Signer(description: "ecdsa-sd-2023", key: TestKeys.p256) { document, key in
                let suite = DisclosureTests.suite
                let base = try DataIntegrity.secure(document, suite: suite, key: key, created: Bench.created)
                let proof = try #require(try DataIntegrityProof.all(in: base).first)
                let places = document.names.filter { !["@context", "id", "type"].contains($0) }
                return try suite.derive(
                    from: base, proof: proof, selective: places.compactMap { JSONPointer("/\($0)") })
            }
        ]

    private static func verifier(_ signer: Signer) -> Verifier {
        let entry = TrustedIssuer(did: signer.issuer, name: "The School", keys: [])
        return Bench(trust: Bench.list(entry)).verifier
    }

    /// What a document and its proof say, as the suites sign it.
    private static func meaning(_ document: JSONObject) throws -> [[UInt8]] {
        let form = LinkedDataForm(contexts: SuiteCase.contexts)
        let proof = try #require(try DataIntegrityProof.all(in: document).first)
        let suite = EdDSARDFC2022(contexts: SuiteCase.contexts)
        let config = suite.proofConfig(options: proof.json, documentContext: document["@context"])
        return [
            try form.canonicalize(document.removing("proof"), digest: .sha256).canonical.text,
            try suite.canonicalProofConfig(config, digest: .sha256),
        ]
    }

    /// Valid, or open for nothing but what a badge that is shown in part can't say.
    private static func isBelieved(_ report: VerificationReport) -> Bool {
        report.checks.allSatisfy { check in
            [.passed, .notApplicable].contains(check.outcome)
                || [.statusNotShown, .validityNotShown].contains(check.code)
        }
    }

    /// The finding, when a changed text is believed that shouldn't be.
    private static func fault(
        _ changed: [UInt8], of good: VerificationReport, meaning: [[UInt8]], by verifier: Verifier
    ) throws -> String? {
        let report = verifier.judge(changed, source: "-")
        guard report[.proof]?.outcome == .passed else {
            return Self.isBelieved(report) ? "valid without a proof" : nil
        }
        let document = try #require(try JSONParser.parse(changed).objectValue)
        guard try Self.meaning(document) == meaning else {
            return "the signature passed over \(String(decoding: changed, as: UTF8.self))"
        }
        guard Self.isBelieved(report) else { return nil }
        let isSameReading = "\(String(describing: report.credential))" == "\(String(describing: good.credential))"
        return isSameReading ? nil : "another reading of \(String(decoding: changed, as: UTF8.self))"
    }

    @Test("Every single bit of a small credential", arguments: signers)
    func exhaustive(_ signer: Signer) throws {
        let bytes = JSONWriter.compact(.object(try signer.signed(Self.small(signer.issuer))))
        let verifier = Self.verifier(signer)
        let good = verifier.judge(bytes, source: "-")
        #expect(Self.isBelieved(good))
        let meaning = try Self.meaning(#require(JSONParser.parse(bytes).objectValue))
        var faults: [String] = []
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                if let fault = try Self.fault(changed, of: good, meaning: meaning, by: verifier) {
                    faults.append(fault)
                }
            }
        }
        #expect(faults.isEmpty, "\(faults.count): \(faults.first ?? "")")
    }

    @Test("Random bits of a badge, written with white space and escapes", arguments: signers)
    func random(_ signer: Signer) throws {
        let badge = TestBadge.credential([
            ("issuer.id", .string(signer.issuer)), ("name", "Tiimity\u{F6} \u{1F3C5}"),
            ("validUntil", "2029-09-29T20:59:59Z"), ("credentialSubject.creditsEarned", 2),
        ])
        let signed = try signer.signed(badge)
        // Escapes in upper and lower case say the same.
        let text = String(decoding: JSONWriter.pretty(.object(signed)), as: UTF8.self)
            .split(separator: "\u{F6}", omittingEmptySubsequences: false).joined(separator: #"\u00F6"#)
        let bytes = Array(text.utf8)
        let verifier = Self.verifier(signer)
        let good = verifier.judge(bytes, source: "-")
        #expect(Self.isBelieved(good))
        let meaning = try Self.meaning(#require(JSONParser.parse(bytes).objectValue))
        forAll("one flipped bit is not believed", rounds: 400) { generator in
            var changed = bytes
            changed[Int.random(in: bytes.indices, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            return try Self.fault(changed, of: good, meaning: meaning, by: verifier) == nil
        }
        // The property isn't empty: some changes say the same and are believed.
        let lower = Array(text.split(separator: #"\u00F6"#).joined(separator: #"\u00f6"#).utf8)
        #expect(lower != bytes)
        #expect(Self.isBelieved(verifier.judge(lower, source: "-")))
        #expect(try Self.fault(lower, of: good, meaning: meaning, by: verifier) == nil)
    }
}
