package import Encodings
import VerifiableCredentials

/// One award as it is asked for: by a row of a class list, or by the options of a single one.
///
/// What it says isn't compared with a definition or the register yet.
package struct AwardRequest: Sendable, Hashable {
    /// Who is to get the badge. A row may say several of these; they must then be one person's.
    package struct Recipient: Sendable, Hashable {
        /// The register's own id of a person.
        package var personID: String?
        package var did: String?
        package var passportNumber: PassportNumber?
        package var studentID: String?
        package var email: String?
        package var name: String?
        package var givenName: String?
        package var familyName: String?

        package init(
            personID: String? = nil, did: String? = nil, passportNumber: PassportNumber? = nil,
            studentID: String? = nil, email: String? = nil, name: String? = nil, givenName: String? = nil,
            familyName: String? = nil
        ) {
            self.personID = personID
            self.did = did
            self.passportNumber = passportNumber
            self.studentID = studentID
            self.email = email
            self.name = name
            self.givenName = givenName
            self.familyName = familyName
        }
    }

    /// As a spreadsheet counts it; nothing for a single award.
    package var row: Int?
    package var recipient: Recipient
    /// A level's number, code or name.
    package var level: String?
    package var date: CalendarDay?
    package var activityStart: CalendarDay?
    package var activityEnd: CalendarDay?
    package var hours: DecimalHundredths?
    package var evidence: [AwardEvidence]
    package var narrative: String?
    package var role: String?
    package var source: AwardSource?
    package var language: String?
    /// What reading it has found already.
    package var findings: [AwardFinding]

    package init(
        row: Int? = nil, recipient: Recipient = Recipient(), level: String? = nil, date: CalendarDay? = nil,
        activityStart: CalendarDay? = nil, activityEnd: CalendarDay? = nil, hours: DecimalHundredths? = nil,
        evidence: [AwardEvidence] = [], narrative: String? = nil, role: String? = nil, source: AwardSource? = nil,
        language: String? = nil, findings: [AwardFinding] = []
    ) {
        self.row = row
        self.recipient = recipient
        self.level = level
        self.date = date
        self.activityStart = activityStart
        self.activityEnd = activityEnd
        self.hours = hours
        self.evidence = evidence
        self.narrative = narrative
        self.role = role
        self.source = source
        self.language = language
        self.findings = findings
    }

    /// The request with a class-wide one's values where this one has none. Whose award it is stays its own.
    package func filled(from defaults: AwardRequest) -> AwardRequest {
        var filled = self
        filled.level = level ?? defaults.level
        filled.date = date ?? defaults.date
        filled.activityStart = activityStart ?? defaults.activityStart
        filled.activityEnd = activityEnd ?? defaults.activityEnd
        filled.hours = hours ?? defaults.hours
        filled.evidence = evidence.isEmpty ? defaults.evidence : evidence
        filled.narrative = narrative ?? defaults.narrative
        filled.role = role ?? defaults.role
        filled.source = source ?? defaults.source
        filled.language = language ?? defaults.language
        return filled
    }
}

extension AwardRequest.Recipient {
    /// What `--to` may say: an email address, a DID or a passport number.
    ///
    /// - Throws: `AwardError` `row.email`, `row.learner`, `row.passport-number`; the text itself isn't repeated.
    package init(to text: String) throws(AwardError) {
        if text.contains("@"), !text.hasPrefix("did:") {
            guard let email = EmailAddress(text) else { throw EmailAddress.refusal }
            self.init(email: email.description)
        } else if text.hasPrefix("did:") {
            guard DID(text) != nil else {
                throw AwardError(
                    .learner, "The learner's DID isn't written as a DID is.",
                    hint: "Copy it whole; it looks like did:key:z6Mk….")
            }
            self.init(did: text)
        } else if let number = PassportNumber(text) {
            self.init(passportNumber: number)
        } else if IdentityCode.occurs(in: text) {
            throw AwardError(
                .identityCode, "What was given as the learner looks like a Finnish personal identity code.",
                hint: "Use an email address, a DID or a passport number; identity codes are never needed here.")
        } else {
            throw AwardError(
                .passportNumber, "The learner is given neither by email address, nor DID, nor passport number.",
                hint: "A passport number looks like 7K2M-9QXT-41VB-8; check it against the learner's slip.")
        }
    }

    /// The name as the report shows it.
    package var shownName: String? {
        if let name { return name }
        let parts = [givenName, familyName].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The name as it is compared; nothing without one.
    var nameKey: String? { PersonalText.nameKey(name: name, givenName: givenName, familyName: familyName) }

    /// Whether anything but a name says who it is.
    var hasIdentifier: Bool {
        personID != nil || did != nil || passportNumber != nil || studentID != nil || email != nil
    }

    /// What the register is to know of the person.
    func details(language: String?) -> PersonDetails {
        PersonDetails(
            name: name, givenName: givenName, familyName: familyName, email: email, studentID: studentID, did: did,
            language: language
        ).normalised
    }
}
