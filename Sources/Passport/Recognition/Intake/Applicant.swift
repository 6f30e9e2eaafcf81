package import Encodings

/// One applicant of a run: the case, what the person goes by, and the files that were handed in.
package struct Applicant: Sendable {
    package let caseID: String
    /// By what name the institution knows the person.
    package let reference: String
    package let identifiers: [String]
    package let inputs: [BatchJudge.Input]
    package var alerts: [CaseAlert]

    /// All that tells the person from others.
    var keys: Set<ApplicantKey> { Set((identifiers + [reference]).map(ApplicantKey.init)) }

    /// A passport has at most so many credentials, and so nobody sends more files.
    package static let maxFiles = 500
}

/// Makes the ids of cases that nobody has given one: the same application always gets the same.
package struct CaseNames: Sendable {
    private let scope: String

    package init(_ rules: RecognitionRules, applied: CalendarDay) {
        scope = "\(rules.institution.id)\n\(rules.id)\n\(applied)"
    }

    /// - Parameter distinction: what tells the application from others of the run.
    func id(_ distinction: [String]) -> String {
        NamedUUID.urn("passport.recognition-case/1\n\(scope)\n\(distinction.joined(separator: "\n"))")
    }
}
