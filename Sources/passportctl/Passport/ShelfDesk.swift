import BadgeDefinitions
import BadgeIssuer
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// What the commands that look at a shelf have in common.
struct ShelfDesk {
    let shelf: Shelf
    let language: ReportLanguage
    let now: Timestamp

    /// A certificate of competence that is shown beside the shelf.
    ///
    /// - Throws: `ReceiverError` for the file; `PathwayError` `pathway.certificate` when it is none, or isn't valid.
    func certificate(
        _ path: String, by material: MaterialFileOptions, _ environment: [String: String]
    ) throws -> ShelfProgress.Certificate {
        try UsageError.refuseEmpty(path, "--certificate")
        let bytes = try InputFile.read(path, limit: OpenedFile.maxBytes)
        let verifier = Verifier(
            material: try material.gather(environment), policy: VerificationPolicy(), profile: OpenBadgeProfile(),
            time: JudgementTime(now: now))
        let judged = BatchJudge(verifier: verifier, at: now).judge(bytes, source: path)
        guard let json = judged.json, CountedCertificate(credential: json) != nil else {
            throw PathwayError(
                .certificate, "\(InputFile.name(path)) is no certificate of competence.",
                hint: "Name the file that its issuer gave you; badges go on the shelf with `passport add`.")
        }
        if judged.report.verdict == .invalid {
            let reason = judged.report.checks.first { $0.outcome == .failed }
            throw PathwayError(
                .certificate,
                "The certificate \(InputFile.name(path)) can't be counted: "
                    + (reason.map { $0.code.text.filled($0.values, in: .en) } ?? "it isn't valid."),
                hint: reason?.code.hint?[.en] ?? "`passportctl verify` says what is the matter.",
                cause: reason?.code.rawValue)
        }
        return ShelfProgress.Certificate(json: json, report: judged.report)
    }

    /// Checks everything on the shelf again.
    ///
    /// - Returns: what is on the shelf afterwards.
    func check(
        by material: MaterialFileOptions, _ environment: [String: String], isQuiet: Bool
    ) throws -> [ShelfItem] {
        let items = try shelf.items()
        let verifier = HolderVerifier(
            Verifier(
                material: try material.gather(environment), policy: VerificationPolicy(), profile: OpenBadgeProfile(),
                time: JudgementTime(now: now)))
        let kept = try shelf.check(items, at: now.wholeSeconds) { verifier.judge($0.bytes, source: "\($0.number)") }
        guard !isQuiet else { return try shelf.items() }
        for item in items {
            guard let reason = kept[item.number] else { continue }
            let values = [
                "number": "\(item.number)", "name": item.name, "day": item.checkedAt.description,
                "reason": reason.code.text.filled(reason.values, in: language),
            ]
            Terminal.warning(ShelfWords.notAnew.filled(values, in: language))
        }
        return try shelf.items()
    }
}
