import Encodings

/// Why prior learning can't be recognised from the files at hand, or a decision can't be made so.
package struct RecognitionError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The rule file's `format` is not the one that is read here.
        case format = "recognition.rules-format"
        /// A field of the rule file is missing, unknown, of the wrong type, or says something it can't say.
        case field = "recognition.rules-field"
        /// A number of the rule file is out of its range or has more than two decimals.
        case number = "recognition.rules-number"
        /// An id or word stands twice where it may stand once.
        case duplicate = "recognition.rules-duplicate"
        /// A text has neither Finnish nor Swedish, or names a language that doesn't exist.
        case language = "recognition.rules-language"
        /// The text isn't a day written like 2026-05-29, or the last day is before the first.
        case date = "recognition.rules-date"
        /// The text isn't an absolute URI, or a base that doesn't end in `/`.
        case uri = "recognition.rules-uri"
        /// The Finnish business id has another form or check digit.
        case businessID = "recognition.rules-business-id"
        /// What a rule requires isn't written as a requirement is.
        case requirement = "recognition.rules-requirement"
        /// The rules don't hold on the day of application.
        case notInForce = "recognition.rules-not-in-force"
        /// The file of a case can't be read.
        case caseFile = "recognition.case-file"
        /// The list of applicants can't be used.
        case applicants = "recognition.applicants"
        /// A line of the ledger can't be read.
        case ledger = "recognition.ledger"
        /// The decision names a rule that the case doesn't have, or one twice.
        case unknownRule = "recognition.unknown-rule"
        /// An amendment has no written reason.
        case reasonMissing = "recognition.reason-missing"
        /// An amendment gives more than the rule or a limit allows, or less than nothing.
        case amendedCredits = "recognition.amended-credits"
        /// A rule waits for the officer, and the decision doesn't say what becomes of it.
        case unresolved = "recognition.unresolved"
        /// One credential would carry two rules.
        case usedTwice = "recognition.used-twice"
        /// The case belongs to another rule file, or to another version of it.
        case otherRules = "recognition.other-rules"
        /// A credential of the case is in the ledger by now.
        case ledgerTaken = "recognition.ledger-taken"
        /// The ledger has no such decision, or it was overturned before.
        case unknownDecision = "recognition.unknown-decision"
        /// The rules are another institution's than the workspace that is to decide by them.
        case otherInstitution = "recognition.other-institution"
        /// The case is in a state that doesn't have this step.
        case state = "state.transition"
        /// Nobody confirms a case of their own.
        case right = "right.missing"
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
    package static func == (left: RecognitionError, right: RecognitionError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
