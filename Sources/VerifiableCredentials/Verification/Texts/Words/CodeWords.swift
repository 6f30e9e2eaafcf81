/// All that is said about one code, in the three languages.
struct CodeWords: Sendable {
    let audience: [Audience]
    /// The sentence in a report, with values.
    let text: LocalizedText
    /// Why a file isn't simply genuine, in a few plain words without values.
    let reason: LocalizedText?
    /// What to do next, when something must be done.
    let hint: LocalizedText?
    /// What it means, for somebody who doesn't know the field.
    let meaning: LocalizedText
    let next: LocalizedText

    /// Words of an answer after which somebody must act.
    init(
        for audience: Audience..., text: LocalizedText, reason: LocalizedText? = nil, hint: LocalizedText,
        meaning: LocalizedText, next: LocalizedText? = nil
    ) {
        self.audience = audience
        self.text = text
        self.reason = reason
        self.hint = hint
        self.meaning = meaning
        self.next = next ?? hint
    }

    /// Words of an answer after which nobody must act.
    init(
        for audience: Audience..., text: LocalizedText, reason: LocalizedText? = nil, meaning: LocalizedText,
        next: LocalizedText
    ) {
        self.audience = audience
        self.text = text
        self.reason = reason
        hint = nil
        self.meaning = meaning
        self.next = next
    }
}

/// Whom a code concerns: who can do something about it.
public enum Audience: String, Sendable, CaseIterable {
    case receiver, learner, issuer

    public var name: LocalizedText {
        switch self {
        case .receiver:
            LocalizedText(
                en: "whoever checks the file", fi: "tiedoston tarkistaja", sv: "den som kontrollerar filen")
        case .learner:
            LocalizedText(
                en: "the learner whose file it is", fi: "oppija, jonka tiedosto se on",
                sv: "den lärande vars fil det är")
        case .issuer:
            LocalizedText(en: "the issuer", fi: "myöntäjä", sv: "utfärdaren")
        }
    }
}

/// What a code or a check means, whom it concerns and what comes next.
public struct CodeExplanation: Sendable {
    public let audience: [Audience]
    public let meaning: LocalizedText
    public let next: LocalizedText
}
