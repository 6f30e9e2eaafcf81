package import Encodings
import OpenBadges
package import VerifiableCredentials

/// What comparing the applicant with a credential's subject says.
package enum SubjectBinding: Sendable, Hashable {
    /// It names one of the applicant's identifiers.
    case named
    /// It names somebody else.
    case different
    /// There was nothing to compare, or it was made out to another receiver.
    case unproven

    /// - Parameter identifiers: all that the applicant goes by here; one that fits is enough, since people change
    ///   their addresses.
    package init(of identifiers: [String], to credential: JSONObject?, report: VerificationReport) {
        guard report[.recipient]?.code != .recipientOther, let credential,
            let subject = AchievementCredentialView(credential).subject
        else {
            self = .unproven
            return
        }
        var isDifferent = false
        for identifier in identifiers {
            switch RecipientIdentifier(identifier).compare(with: subject) {
            case .named, .subjectID:
                self = .named
                return
            case .different: isDifferent = true
            case .nothingToCompare: break
            }
        }
        self = isDifferent ? .different : .unproven
    }
}

/// One file that an applicant handed over, judged by the verifier and compared with the applicant.
package struct SubmittedCredential: Sendable {
    package let report: VerificationReport
    /// The credential's JSON; `nil` for a file that holds none.
    package let credential: JSONObject?
    package let binding: SubjectBinding
    /// Ids of the issuer's earlier credentials that this one corrects, where the issuer's records say so.
    package let replaces: [String]

    package var source: String { report.source }

    package init(
        report: VerificationReport, credential: JSONObject?, binding: SubjectBinding, replaces: [String] = []
    ) {
        self.report = report
        self.credential = credential
        self.binding = binding
        self.replaces = replaces
    }

    /// Judges a file's bytes; a badge is taken out of a picture first.
    ///
    /// - Parameter applicant: the identifiers that the applicant goes by here.
    package init(
        judging bytes: [UInt8], source: String, applicant: [String], verifier: Verifier, at time: Timestamp
    ) {
        var report: VerificationReport
        var credential: JSONObject?
        switch OpenedFile.open(bytes) {
        case .refused(let result): report = .refused(result, source: source, at: time)
        case .credential(let payload):
            let judged = verifier.judgeDocument(payload, source: source)
            report = judged.report
            credential = judged.kind == .credential ? judged.json : nil
        }
        self.init(
            report: report, credential: credential,
            binding: SubjectBinding(of: applicant, to: credential, report: report))
    }

    /// Who issued it and its id, as far as the signature vouches for them.
    package var key: CredentialKey? {
        guard let view = credential.map(CredentialView.init), let issuer = view.issuerID, let id = view.id else {
            return nil
        }
        return CredentialKey(issuer: issuer, id: id)
    }
}

extension SubmittedCredential {
    /// Credentials that stand in the files of more than one applicant of a run.
    ///
    /// - Parameter cases: each applicant's credentials; those whose signature fails are nobody's and count for nothing.
    package static func shared(among cases: [[SubmittedCredential]]) -> Set<CredentialKey> {
        var seen: Set<CredentialKey> = []
        var shared: Set<CredentialKey> = []
        for submitted in cases {
            let keys = Set(submitted.filter { $0.report[.proof]?.outcome == .passed }.compactMap(\.key))
            shared.formUnion(keys.intersection(seen))
            seen.formUnion(keys)
        }
        return shared
    }
}
