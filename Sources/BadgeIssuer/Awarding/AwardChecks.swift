import BadgeDefinitions
import Encodings

/// Compares a request with the badge's definition and completes it.
struct AwardChecks: Sendable {
    let definition: BadgeDefinition
    /// The last day for awards by the register, which may have ended them earlier than the file says.
    let validUntil: CalendarDay?
    let now: Timestamp
    /// Lets unusual hours pass.
    let force: Bool
    /// The language of badges whose request has none.
    let mainLanguage: String

    /// Longest texts, in characters: what a person can have meant to write.
    private static let maxNarrative = 5000
    private static let maxShortText = 300

    /// The day it is in Helsinki.
    private var today: CalendarDay { CalendarDay(of: now) }

    /// The award's values, or nothing when something refuses it; and all that was found.
    func check(_ request: AwardRequest) -> (values: AwardValues?, findings: [AwardFinding]) {
        var findings = request.findings
        if let field = identityCodeField(in: request) {
            // Nothing else is said of such a row: it might repeat what must not be shown.
            return (nil, [.identityCode(field, row: request.row)])
        }
        func refuse(_ field: AwardField, _ code: AwardError.Code, _ message: String, _ hint: String? = nil) {
            findings.append(AwardFinding(row: request.row, field: field, code, message, hint: hint))
        }
        if !request.recipient.hasIdentifier, request.recipient.nameKey == nil {
            refuse(
                .name, .nobody, "Nothing says whose the badge is.",
                "Give an email address, a student id, a passport number or at least a name.")
        }
        checkTexts(request, refuse)

        let level = level(request, refuse)
        let date = request.date ?? today
        checkDates(request, date, refuse)
        if let hours = request.hours {
            if hours <= .zero {
                refuse(.hours, .hours, AwardError.hours.message, AwardError.hours.hint)
            } else if let usual = definition.hours, hours.hundredths > 3 * usual.hundredths {
                let message = "The hours are more than three times the \(usual) that the badge is described with."
                if force {
                    findings.append(
                        AwardFinding(.warning, row: request.row, field: .hours, .hoursUnusual, message))
                } else {
                    refuse(.hours, .hoursUnusual, message, "If they are right, add --force.")
                }
            }
        }
        checkEvidence(request, refuse)

        if let asked = request.language, definition.name[asked] == nil {
            refuse(
                .language, .language, "The badge isn't described in the language that was asked for.",
                "It speaks \(definition.name.languages.joined(separator: ", ")).")
        }
        guard !findings.contains(where: { $0.severity == .refusal }) else { return (nil, findings) }
        // The language it will really speak: a badge may lack the issuer's main one.
        let asked = request.language ?? mainLanguage
        let language = definition.name.entry(in: asked, main: definition.languages.first)?.language ?? asked
        let values = AwardValues(
            level: level, awardedDate: date, activityStart: request.activityStart, activityEnd: request.activityEnd,
            hours: request.hours, evidence: Self.distinct(request.evidence), narrative: request.narrative,
            role: request.role, source: request.source, language: language)
        return (values, findings)
    }

    private typealias Refuse = (AwardField, AwardError.Code, String, String?) -> Void

    private func identityCodeField(in request: AwardRequest) -> AwardField? {
        if let found = request.findings.first(where: { $0.code == .identityCode }) { return found.field ?? .ignored }
        let recipient = request.recipient
        let fields: [(AwardField, String?)] = [
            (.email, recipient.email), (.name, recipient.name), (.givenName, recipient.givenName),
            (.familyName, recipient.familyName), (.studentID, recipient.studentID), (.learner, recipient.did),
            (.learner, recipient.personID),
            (.level, request.level), (.narrative, request.narrative), (.role, request.role),
            (.language, request.language), (.role, request.source?.id), (.role, request.source?.name),
        ]
        if let found = fields.first(where: { $0.1.map(IdentityCode.occurs) ?? false }) { return found.0 }
        let isInEvidence = request.evidence.contains { piece in
            if let title = piece.title, IdentityCode.occurs(in: title) { return true }
            if case .url(let url) = piece.source { return IdentityCode.occurs(in: url) }
            return false
        }
        return isInEvidence ? .evidence : nil
    }

    private func checkTexts(_ request: AwardRequest, _ refuse: Refuse) {
        let recipient = request.recipient
        let texts: [(AwardField, String?, Int)] = [
            (.narrative, request.narrative, Self.maxNarrative), (.role, request.role, Self.maxShortText),
            (.name, recipient.name, Self.maxShortText), (.givenName, recipient.givenName, Self.maxShortText),
            (.familyName, recipient.familyName, Self.maxShortText),
            (.studentID, recipient.studentID, Self.maxShortText),
        ]
        for case (let field, let text?, let most) in texts where text.utf8.count > most && text.count > most {
            refuse(field, .textLimit, "The \(field.rawValue) is longer than \(most) characters.", "Shorten it.")
        }
    }

    /// A level by its number, its code or its name in any language; without one, the badge's required level.
    private func level(_ request: AwardRequest, _ refuse: Refuse) -> CompetenceLevel? {
        guard let text = request.level else { return definition.requiredLevel }
        let wanted = AwardField.normalised(text)
        let found = definition.levels.first { level in
            wanted == String(level.ordinal) || wanted == AwardField.normalised(level.code)
                || level.name.entries.contains { AwardField.normalised($0.text) == wanted }
        }
        let offered = definition.levels.map { "\($0.ordinal)" }.joined(separator: ", ")
        guard let found else {
            let isOne = ["1", "2", "3", "4"].contains(wanted)
            let hint = offered.isEmpty ? "The badge has no levels; leave it empty." : "The badge has: \(offered)."
            refuse(.level, .level, isOne ? "The badge has no level \(wanted)." : "The level is unknown.", hint)
            return nil
        }
        if let required = definition.requiredLevel, found.ordinal < required.ordinal {
            refuse(
                .level, .level, "Level \(found.ordinal) is below the \(required.ordinal) that the badge requires.",
                "A level below the required one isn't awarded.")
        }
        return found
    }

    private func checkDates(_ request: AwardRequest, _ date: CalendarDay, _ refuse: Refuse) {
        if date > today {
            refuse(.date, .date, "The date of the award lies in the future.", "Today is \(today.finnish).")
        }
        if definition.validFrom.map({ date < $0 }) ?? false || validUntil.map({ $0 < date }) ?? false {
            refuse(
                .date, .outOfDate, "The badge could not be awarded on \(date.finnish).", "It is awarded \(span).")
        }
        if let months = definition.validityMonths, date.adding(months: months).lastSecond < now {
            refuse(
                .date, .outOfDate, "An award of \(date.finnish) would have expired already.",
                "The badge is valid for \(months) months.")
        }
        if let start = request.activityStart, let end = request.activityEnd, start > end {
            refuse(.activityStart, .date, "The work starts after its end.", nil)
        }
        if let start = request.activityStart, request.activityEnd == nil, start > date {
            refuse(.activityStart, .date, "The work starts after the date of the award.", nil)
        }
        if let end = request.activityEnd, end > date {
            refuse(.activityEnd, .date, "The work ends after the date of the award.", nil)
        }
    }

    private var span: String {
        let from = definition.validFrom.map { "from \($0.finnish)" }
        let until = validUntil.map { "until \($0.finnish)" }
        return [from, until].compactMap { $0 }.joined(separator: " ")
    }

    private func checkEvidence(_ request: AwardRequest, _ refuse: Refuse) {
        // A piece that could not be read has been refused by itself; counting the rest would say it twice.
        guard !request.findings.contains(where: { $0.code == .evidence }) else { return }
        let pieces = Self.distinct(request.evidence)
        if pieces.count < definition.evidence.minItems {
            let asked = definition.evidence.minItems
            refuse(
                .evidence, .evidence,
                "The badge asks for \(asked) \(asked == 1 ? "piece" : "pieces") of evidence; there \(pieces.count == 1 ? "is" : "are") \(pieces.isEmpty ? "none" : "\(pieces.count)").",
                "Accepted are: \(acceptedKinds).")
        }
        for kind in Set(pieces.map(\.kind)).sorted(by: { $0.rawValue < $1.rawValue }) {
            if let required = kind.required, !definition.evidence.accepts(required) {
                refuse(
                    .evidence, .evidenceKind, "The badge doesn't accept evidence of the kind \(kind.rawValue).",
                    "Accepted are: \(acceptedKinds).")
            }
        }
    }

    private var acceptedKinds: String {
        let kinds = definition.evidence.kinds.isEmpty ? EvidenceRequirement.Kind.allCases : definition.evidence.kinds
        return kinds.map(\.rawValue).joined(separator: ", ")
    }

    /// The same piece named twice is one.
    private static func distinct(_ pieces: [AwardEvidence]) -> [AwardEvidence] {
        var seen: Set<AwardEvidence.Source> = []
        return pieces.filter { $0.source == .none || seen.insert($0.source).inserted }
    }
}
