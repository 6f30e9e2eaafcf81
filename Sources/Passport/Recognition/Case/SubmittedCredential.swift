package import Encodings
import OpenBadges
package import VerifiableCredentials

/// What comparing the applicant with a credential's subject says.
package enum SubjectBinding: Sendable, Hashable {
    /// It names one of the applicant's identifiers, or its holder presented it with the challenge we gave.
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
        // A name that was compared and is another's weighs more than a key: one challenge may serve a whole run.
        self = isDifferent ? .different : report[.recipient]?.code == .recipientPresented ? .named : .unproven
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
        self.init(BatchJudge(verifier: verifier, at: time).judge(bytes, source: source), of: applicant)
    }

    /// - Parameter applicant: the identifiers that the applicant goes by here.
    package init(_ document: JudgedDocument, of applicant: [String]) {
        let credential = document.kind == .credential ? document.json : nil
        self.init(
            report: document.report, credential: credential,
            binding: SubjectBinding(of: applicant, to: credential, report: document.report))
    }

    /// The same without the credential's JSON.
    var withoutContent: SubmittedCredential {
        SubmittedCredential(report: report, credential: nil, binding: binding, replaces: replaces)
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
        shared(among: cases.map { $0.map { ($0.key, $0.report) } })
    }

    static func shared(among cases: [[CredentialFacts]]) -> Set<CredentialKey> {
        shared(among: cases.map { $0.map { ($0.key, $0.submitted.report) } })
    }

    private static func shared(among cases: [[(key: CredentialKey?, report: VerificationReport)]]) -> Set<CredentialKey>
    {
        var seen: Set<CredentialKey> = []
        var shared: Set<CredentialKey> = []
        for one in cases {
            let keys = Set(one.filter { $0.report[.proof]?.outcome == .passed }.compactMap(\.key))
            shared.formUnion(keys.intersection(seen))
            seen.formUnion(keys)
        }
        return shared
    }
}
