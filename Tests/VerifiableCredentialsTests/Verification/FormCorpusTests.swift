import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// W3C's inputs against the `form` check and what stands beside it.
@Suite struct FormCorpusTests {
    /// Inputs that we answer differently, each with its reason. A better answer is noticed.
    static let knownDifferences: [String: String] = [:]

    static var inputs: [CorpusVector] {
        (Corpus.cases("vcdm2") + Corpus.cases("vcdm11")).filter { $0.text("kind") != "presentation" }
    }

    private func judge(_ vector: CorpusVector) throws -> VerificationReport {
        Verifier(
            material: VerificationMaterial(), policy: VerificationPolicy(), profile: PlainProfile(),
            time: JudgementTime(now: FixedClock.now)
        ).judge(try vector.read("file"), source: vector.id)
    }

    @Test("W3C's inputs: the valid are well-formed, the invalid are not", .needsCorpus("vcdm2"), arguments: inputs)
    func form(_ vector: CorpusVector) throws {
        let form = try #require(try judge(vector)[.form])
        let isGood = form.outcome == .passed || form.code == .formPresentation || form.code == .formEnveloped
        let expected = vector.text("expect") != "invalid"
        if let reason = Self.knownDifferences[vector.id] {
            withKnownIssue(Comment(rawValue: reason)) { #expect(isGood == expected) }
        } else {
            #expect(isGood == expected, "\(form.code.rawValue) \(form.values)")
        }
    }
}
