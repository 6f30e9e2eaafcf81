import Encodings

/// What became of each award that was asked for, as plain values for a terminal, a CSV file or JSON.
package struct AwardReport: Sendable, Hashable {
    package enum Outcome: String, Sendable, CaseIterable {
        /// Given, signed and recorded.
        case awarded
        /// Would be given: it was a dry run, or other rows are refused and none was given.
        case ready
        /// The person has it at this level or a higher one.
        case alreadyHad = "already-had"
        /// Given before and revoked; not given again unless forced.
        case revokedBefore = "revoked-before"
        case refused
    }

    /// Why an award was given; the code of a row that is awarded or ready.
    package enum Reason: String, Sendable, CaseIterable {
        /// The person's first of this badge.
        case new = "award.new"
        /// A higher level takes the place of a lower one.
        case higherLevel = "award.higher-level"
        /// It takes the place of one that has expired or soon will.
        case renewal = "award.renewal"
        /// One more of a badge that can be held several times.
        case again = "award.again"
    }

    package struct Row: Sendable, Hashable {
        /// As a spreadsheet counts it; nothing for a single award.
        package var row: Int?
        package var outcome: Outcome
        /// Why it was given; nothing for a row that wasn't.
        package var reason: Reason?
        /// Refusals and warnings, in the order they were found.
        package var findings: [AwardFinding]
        /// The register's id of the person.
        package var personID: String?
        /// Empty for a row that has an identity code in it.
        package var name: String?
        package var passportNumber: PassportNumber?
        /// Whether the person was added to the register.
        package var isNewPerson = false
        /// Whether the passport number alone says whose it is, for want of an email address and a DID.
        package var isKnownByNumber = false
        /// The id of the credential: the one just given, the one already had, or the one revoked.
        package var credentialID: String?
        /// The award whose place it takes.
        package var supersededID: String?
        /// The file's name in the output folder.
        package var file: String?

        /// The code that stands for the row: its refusal's, else why it was given or not.
        package var code: String {
            if let refusal = findings.first(where: { $0.severity == .refusal }) { return refusal.code.rawValue }
            switch outcome {
            case .alreadyHad: return AwardError.Code.alreadyHad.rawValue
            case .revokedBefore: return AwardError.Code.revokedBefore.rawValue
            case .awarded, .ready, .refused: return reason?.rawValue ?? ""
            }
        }

        /// What the report says of the row, in full sentences.
        package var message: String {
            var sentences: [String] = []
            switch outcome {
            case .awarded: sentences.append(reason == .new || reason == nil ? "Awarded." : "Awarded. \(reasonText)")
            case .ready: sentences.append(reason == .new || reason == nil ? "Ready." : "Ready. \(reasonText)")
            case .alreadyHad: sentences.append("The learner has the badge at this level or a higher one.")
            case .revokedBefore:
                sentences.append("The same award was given before and revoked; to give it again, add --force.")
            case .refused: break
            }
            if let numberText { sentences.append(numberText) }
            for finding in findings {
                sentences.append(finding.message)
                if let hint = finding.hint { sentences.append(hint) }
            }
            return sentences.joined(separator: " ")
        }

        /// What stands for the address that a learner doesn't have.
        private var numberText: String? {
            guard isKnownByNumber else { return nil }
            return switch outcome {
            case .ready where isNewPerson:
                "No email address is known, so the learner gets a passport number; it will be in the report."
            case .ready, .awarded: "No email address is known; the passport number says whose the badge is."
            case .alreadyHad, .revokedBefore, .refused: nil
            }
        }

        private var reasonText: String {
            switch reason {
            case .higherLevel: "It takes the place of a lower level."
            case .renewal: "It renews one that has expired or soon will."
            case .again: "It is one more of a badge that can be held several times."
            case .new, nil: ""
            }
        }
    }

    package let slug: String
    package let version: Int
    package let isDryRun: Bool
    /// In the order of the requests.
    package var rows: [Row]
    /// What concerns the badge or the list as a whole.
    package var findings: [AwardFinding]
    /// Whether this run recorded the definition as published.
    package var didPublishDefinition = false

    package init(slug: String, version: Int, isDryRun: Bool, rows: [Row] = [], findings: [AwardFinding] = []) {
        self.slug = slug
        self.version = version
        self.isDryRun = isDryRun
        self.rows = rows
        self.findings = findings
    }

    package func count(_ outcome: Outcome) -> Int { rows.count { $0.outcome == outcome } }

    /// Whether something was refused: the command's exit status is then 65.
    package var hasRefusals: Bool {
        findings.contains { $0.severity == .refusal } || rows.contains { $0.outcome == .refused }
    }
}
