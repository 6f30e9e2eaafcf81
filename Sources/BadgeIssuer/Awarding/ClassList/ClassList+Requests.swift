import Encodings

extension ClassList {
    /// The rows as awards asked for; what a cell says wrongly becomes a finding of its row.
    package func requests() -> [AwardRequest] { rows.map { RowReader(row: $0).request() } }
}

/// Reads the cells of one row.
private struct RowReader {
    let row: ClassList.Row
    private var findings: [AwardFinding] = []

    init(row: ClassList.Row) { self.row = row }

    consuming func request() -> AwardRequest {
        var request = AwardRequest(row: row.number)
        if let field = row.identityCodeField {
            request.findings = [.identityCode(field, row: row.number)]
            return request
        }
        request.recipient = recipient()
        request.level = row.cells[.level]
        request.date = day(.date)
        request.activityStart = day(.activityStart)
        request.activityEnd = day(.activityEnd)
        request.hours = hours()
        request.evidence = evidence()
        request.narrative = row.cells[.narrative]
        request.role = row.cells[.role]
        request.language = row.cells[.language]?.lowercased()
        request.findings = findings
        return request
    }

    private mutating func refuse(_ field: AwardField, _ error: AwardError) {
        findings.append(AwardFinding(error, row: row.number, field: field))
    }

    private mutating func recipient() -> AwardRequest.Recipient {
        var recipient = AwardRequest.Recipient(
            studentID: row.cells[.studentID], name: row.cells[.name], givenName: row.cells[.givenName],
            familyName: row.cells[.familyName])
        if let text = row.cells[.email] {
            recipient.email = EmailAddress(text)?.description
            if recipient.email == nil { refuse(.email, EmailAddress.refusal) }
        }
        if let text = row.cells[.passportNumber] {
            recipient.passportNumber = PassportNumber(text)
            if recipient.passportNumber == nil { refuse(.passportNumber, .passportNumber) }
        }
        return recipient
    }

    private mutating func day(_ field: AwardField) -> CalendarDay? {
        guard let text = row.cells[field] else { return nil }
        if let day = try? CalendarDay(any: text) { return day }
        refuse(
            field,
            AwardError(
                .date, "The \(field.rawValue) isn't a day of the calendar.",
                hint: "Write it like 2026-05-29 or 29.5.2026."))
        return nil
    }

    private mutating func hours() -> DecimalHundredths? {
        guard let text = row.cells[.hours] else { return nil }
        if let hours = DecimalHundredths(text) { return hours }
        refuse(.hours, .hours)
        return nil
    }

    /// Several pieces stand on lines of their own, or with `|` between.
    private mutating func evidence() -> [AwardEvidence] {
        guard let text = row.cells[.evidence] else { return [] }
        var pieces: [AwardEvidence] = []
        for part in text.split(whereSeparator: { $0.isNewline || $0 == "|" }) {
            guard part.contains(where: { !$0.isWhitespace }) else { continue }
            if let piece = AwardEvidence(String(part)) {
                pieces.append(piece)
            } else {
                refuse(.evidence, .evidenceText)
            }
        }
        return pieces
    }
}

extension AwardFinding {
    static func identityCode(_ field: AwardField, row: Int?) -> AwardFinding {
        AwardFinding(
            row: row, field: field, .identityCode,
            "A field (\(field.rawValue)) has what looks like a Finnish personal identity code.",
            hint: "Take it out of the file; it is never needed here, and it is neither kept nor shown.")
    }
}

extension AwardError {
    static let passportNumber = AwardError(
        .passportNumber, "The passport number isn't one.",
        hint: "It looks like 7K2M-9QXT-41VB-8; check it against the learner's slip.")
    static let hours = AwardError(
        .hours, "The hours aren't a number above zero with at most two decimals.", hint: "Write them like 27 or 13,5.")
    package static let evidenceText = AwardError(
        .evidence, "A piece of evidence can't be understood.",
        hint: "Give a web address with or without a title, or a kind and a title, such as \"observation: service at "
            + "the till\".")
}
