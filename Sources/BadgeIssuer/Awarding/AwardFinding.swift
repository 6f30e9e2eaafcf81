/// One thing that checking an award has found, and where.
///
/// A finding says which field is the matter, never what an identity code in it was.
package struct AwardFinding: Sendable, Hashable {
    package enum Severity: String, Sendable {
        /// The row is not awarded.
        case refusal
        /// The row is awarded; the teacher is told.
        case warning
    }

    package let severity: Severity
    /// The row as a spreadsheet counts it, the header being 1; nothing for a single award or the file as a whole.
    package var row: Int?
    package let field: AwardField?
    package let code: AwardError.Code
    /// One plain sentence without personal data.
    package let message: String
    package let hint: String?

    package init(
        _ severity: Severity = .refusal, row: Int? = nil, field: AwardField? = nil, _ code: AwardError.Code,
        _ message: String, hint: String? = nil
    ) {
        self.severity = severity
        self.row = row
        self.field = field
        self.code = code
        self.message = message
        self.hint = hint
    }

    package init(_ error: AwardError, row: Int? = nil, field: AwardField? = nil) {
        self.init(row: row, field: field, error.code, error.message, hint: error.hint)
    }
}
