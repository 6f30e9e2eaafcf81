import Encodings

/// Why a class list, a row or a single award is refused, or what its teacher should know.
package struct AwardError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// A row has more or fewer cells than the header, or a quotation mark stands alone.
        case csvMalformed = "csv.malformed"
        /// The bytes are neither UTF-8 nor Windows-1252.
        case csvEncoding = "csv.encoding"
        /// A column's header is none we know, or two columns mean the same.
        case csvHeader = "csv.header"
        /// The class list has more bytes than one may have.
        case csvBytesLimit = "limit.csv-bytes"
        /// The class list has more rows than one may have.
        case csvRowsLimit = "limit.csv-rows"

        /// A field looks like a Finnish personal identity code.
        case identityCode = "row.identity-code"
        /// A date isn't in the calendar, lies in the future, or a start lies after its end.
        case date = "row.date"
        /// The email address isn't one.
        case email = "row.email"
        /// The passport number isn't one, or nobody in the register has it.
        case passportNumber = "row.passport-number"
        /// The learner named by id or DID isn't in the register, or the DID isn't one.
        case learner = "row.learner"
        /// The language is none the badge is described in.
        case language = "row.language"
        /// Neither an identifier nor a name says whose the award is.
        case nobody = "row.nobody"
        /// Two learners of the same name, and nothing that tells them apart.
        case namesake = "row.namesake"
        /// The row's identifiers belong to different people.
        case identifierConflict = "row.identifier-conflict"
        /// The same learner stands in the file twice.
        case repeated = "row.repeated"
        /// A text is longer than fits into a badge.
        case textLimit = "limit.row-text"

        /// The level is none of the badge's, or below the one it requires.
        case level = "award.level"
        /// The hours aren't a positive number with at most two decimals.
        case hours = "award.hours"
        /// More than three times the hours that the badge is described with.
        case hoursUnusual = "award.hours-unusual"
        /// Too little evidence, or a piece that can't be understood.
        case evidence = "award.evidence"
        /// The badge doesn't accept this kind of evidence.
        case evidenceKind = "award.evidence-kind"
        /// Another award rests on the same file.
        case sameEvidence = "award.same-evidence"
        /// The badge isn't published, or has been retired.
        case notPublished = "award.not-published"
        /// The badge could not be awarded on that date.
        case outOfDate = "award.out-of-date"
        /// The definition was changed after it was published.
        case definitionChanged = "award.definition-changed"
        /// The learner has the badge at this level or a higher one.
        case alreadyHad = "award.already-had"
        /// The same award was given before and revoked.
        case revokedBefore = "award.revoked-before"
        /// Our own verifier doesn't accept the badge we made.
        case selfCheck = "award.self-check"
        /// The badge can't be signed with the keys and the format at hand.
        case signing = "award.signing"
        /// A file can't be written.
        case output = "award.output"
        /// There is no room for a badge's file.
        case noSpace = "file.no-space"
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let cause: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    package var codeText: String { code.rawValue }
    package static func == (left: AwardError, right: AwardError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
