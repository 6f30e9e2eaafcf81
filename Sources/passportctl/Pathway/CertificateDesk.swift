import BadgeDefinitions
import BadgeIssuer
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// Checks a certificate of competence that a learner shows, as any receiver would.
struct CertificateDesk {
    private let material: VerificationMaterial
    private let now: Timestamp

    init(_ material: VerificationMaterial, at now: Timestamp) {
        self.material = material
        self.now = now
    }

    /// Notes a certificate that is genuine and made out to this person.
    ///
    /// - Throws: `PathwayError` `pathway.certificate`; `ReceiverError` for the file.
    func record(_ path: String, of person: Person, in register: Register, by who: String?) throws {
        let bytes = try InputFile.read(path, limit: OpenedFile.maxBytes)
        let identifiers = [person.did, person.email, person.passportNumber.description].compactMap(\.self)
        var refusal: CheckResult?
        for identifier in identifiers {
            var policy = VerificationPolicy()
            policy.recipient = identifier
            let verifier = Verifier(
                material: material, policy: policy, profile: OpenBadgeProfile(), time: JudgementTime(now: now))
            let judged = BatchJudge(verifier: verifier, at: now).judge(bytes, source: path)
            if judged.kind == .credential, judged.report.verdict == .valid, let credential = judged.json {
                try CertificateKeeper(who: who).record(credential, bytes: bytes, of: person, in: register, at: now)
                return
            }
            refusal = refusal ?? Self.refusal(judged.report)
        }
        throw Self.error(path, refusal)
    }

    /// The first reason besides whose it is, which is looked at last.
    private static func refusal(_ report: VerificationReport) -> CheckResult? {
        let open = report.checks.filter { $0.outcome == .failed || $0.outcome == .undetermined }
        return open.first { $0.check != .recipient && $0.code != .proofRequired } ?? open.first
    }

    private static func error(_ path: String, _ refusal: CheckResult?) -> PathwayError {
        let name = InputFile.name(path)
        guard let refusal, refusal.check != .recipient else {
            return PathwayError(
                .certificate, "The certificate \(name) isn't made out to this learner, as far as can be told.",
                hint: "It has to name an address, a DID or the passport number that the register knows.")
        }
        return PathwayError(
            .certificate,
            "The certificate \(name) can't be counted: \(refusal.code.text.filled(refusal.values, in: .en))",
            hint: refusal.code.hint?[.en] ?? "`passportctl verify` says what is the matter.",
            cause: refusal.code.rawValue)
    }
}
