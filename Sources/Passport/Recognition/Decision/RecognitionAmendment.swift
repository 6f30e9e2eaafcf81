package import Encodings

/// An officer's change to what a rule came to.
package struct RecognitionAmendment: Sendable, Hashable {
    package let rule: String
    package let credits: DecimalHundredths
    package let reason: String

    package init(rule: String, credits: DecimalHundredths, reason: String) {
        self.rule = rule
        self.credits = credits
        self.reason = reason
    }

    /// `R3=2.5` with its reason, as the command line takes it.
    ///
    /// - Throws: `RecognitionError` `recognition.amended-credits`, `recognition.reason-missing`
    package init(_ text: String, reason: String) throws(RecognitionError) {
        guard let equals = text.lastIndex(of: "="), equals > text.startIndex,
            let credits = DecimalHundredths(String(text[text.index(after: equals)...])), !credits.isNegative
        else {
            throw RecognitionError(
                .amendedCredits, "\"\(RuleFields.quoted(text))\" doesn't say which rule gives how many credits.",
                hint: "Write it like R3=2.5; R3=0 refuses.")
        }
        self.init(rule: String(text[..<equals]), credits: credits, reason: reason)
        try checkReason()
    }

    /// Whoever reads the decision has to learn why.
    func checkReason() throws(RecognitionError) {
        guard reason.allSatisfy({ $0.isWhitespace || $0.isPunctuation }) else { return }
        throw RecognitionError(
            .reasonMissing, "The change to rule \"\(RuleFields.quoted(rule))\" has no written reason.",
            hint: "Write in a sentence why; the applicant will read it.")
    }
}
