import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Files that somebody made to be trouble, and the verifier that has to bear them.
enum HostileFile {
    static let suites = Cryptosuites(contexts: OpenBadgesContexts.store.prepared)

    static func suite(_ name: String) throws -> any Cryptosuite {
        try #require(suites.all.first { $0.name == name })
    }

    /// Soundly signed by the school: what is wrong with it is no fault of the signature.
    static func signed(
        _ changes: [(String, JSONValue?)], suite: String = "eddsa-rdfc-2022", more: JSONObject = [:]
    ) throws -> JSONObject {
        try DataIntegrity.secure(
            TestBadge.credential(changes), suite: self.suite(suite), key: Bench.schoolKey, created: Bench.created,
            more: more)
    }

    /// A badge whose signature has the right form only; nobody signs what can't be canonicalised.
    static func unsigned(_ changes: [(String, JSONValue?)], proofs: [JSONObject] = [proof()]) -> JSONObject {
        var document = TestBadge.credential(changes)
        document["proof"] = .array(proofs.map { .object($0) })
        return document
    }

    static func proof(_ suite: String = "eddsa-rdfc-2022", _ more: JSONObject = [:]) -> JSONObject {
        var proof: JSONObject = [
            "type": "DataIntegrityProof", "cryptosuite": .string(suite), "created": "2026-09-29T07:12:31Z",
            "verificationMethod": .string(TestBadge.methodID), "proofPurpose": "assertionMethod",
            "proofValue": .string(Multibase.encode([UInt8](repeating: 7, count: 64), as: .base58btc)),
        ]
        for member in more.members { proof[member.name] = member.value }
        return proof
    }

    /// The badge's contexts, and others behind them.
    static func contexts(_ more: JSONValue...) -> JSONValue {
        .array((TestBadge.credential()["@context"]?.asList ?? []) + more)
    }

    /// The verifier's answer without the texts, which other tests look at.
    static func judge(_ document: JSONObject, bench: Bench = Bench()) -> VerificationReport {
        bench.verifier.judge(JSONWriter.compact(.object(document)), source: "badge.json")
    }
}

/// The file is given up for its size or its work: undetermined, and never valid.
func expectLimit(
    _ report: VerificationReport, _ check: Check = .proof, _ code: VerificationCode = .limitWork,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(report[check]?.outcome == .undetermined, sourceLocation: sourceLocation)
    #expect(report[check]?.code == code, sourceLocation: sourceLocation)
    #expect(report.verdict != .valid, sourceLocation: sourceLocation)
}
