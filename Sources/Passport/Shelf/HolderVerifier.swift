import Encodings
import OpenBadges
package import VerifiableCredentials

/// Judges as the one to whom a credential was given, and not as a receiver.
///
/// An issuer's own `ecdsa-sd-2023` proof opens every part and is for the holder alone; receivers refuse it. The holder
/// judges the copy that shows everything. Since nothing is left out of that one, an end or a status that isn't there
/// was never signed.
package struct HolderVerifier: Sendable {
    private let verifier: Verifier
    private let suite = ECDSASD2023(contexts: OpenBadgesContexts.store.prepared)

    package init(_ verifier: Verifier) { self.verifier = verifier }

    package func judge(_ bytes: [UInt8], source: String) -> VerificationReport {
        let report = verifier.judge(bytes, source: source)
        guard case .credential(let presented) = PresentedFile.read(bytes) else { return report }
        return self.report(report, of: presented.credential)
    }

    /// - Parameter report: a receiver's.
    func report(_ report: VerificationReport, of credential: JSONObject) -> VerificationReport {
        guard report[.proof]?.code == .proofBase, let whole = wholeCopy(of: credential) else { return report }
        let found = verifier.judge(JSONWriter.compact(.object(whole)), source: report.source)
        return VerificationReport(
            source: found.source, at: found.at, credential: report.credential ?? found.credential,
            checks: found.checks.map { Self.knowingAll($0, at: found) })
    }

    /// The copy for receivers that shows everything; nothing when the proof isn't what it should be.
    private func wholeCopy(of credential: JSONObject) -> JSONObject? {
        guard let proofs = try? DataIntegrityProof.all(in: credential),
            let base = proofs.first(where: { $0.cryptosuite == suite.name })
        else { return nil }
        let parts = credential.names.filter { $0 != "@context" && $0 != "proof" }
            .compactMap { JSONPointer("/" + Self.escaped($0)) }
        return try? suite.derive(from: credential, proof: base, selective: parts)
    }

    /// [RFC 6901 §3](https://www.rfc-editor.org/rfc/rfc6901#section-3).
    private static func escaped(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
    }

    private static func knowingAll(_ check: CheckResult, at report: VerificationReport) -> CheckResult {
        switch check.code {
        case .validityNotShown:
            CheckResult(.validity, .passed, .validityOK, ["at": report.at.description], detail: check.detail)
        case .statusNotShown: CheckResult(.status, .notApplicable, .statusNone)
        default: check
        }
    }
}
