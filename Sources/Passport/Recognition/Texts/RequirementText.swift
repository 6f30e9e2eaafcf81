import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// A requirement as a phrase in the middle of a sentence.
struct RequirementText {
    let language: ReportLanguage
    /// What badges and pathways are called, by their slugs.
    var names: [String: LanguageMap] = [:]

    func phrase(_ requirement: RecognitionRequirement) -> String {
        switch requirement {
        case .allOf(let parts): parts.map(phrase).joined(separator: Self.and[language])
        case .anyOf(let parts): parts.map(phrase).joined(separator: Self.or[language])
        case .atLeast(let count, let leaves):
            Self.atLeast.filled(
                ["n": "\(count)", "of": leaves.map(phrase).joined(separator: Self.or[language])], in: language)
        case .leaf(let leaf): phrase(leaf)
        case .credits(let min):
            Self.credits.filled(["min": RecognitionWords.number(min, in: language)], in: language)
        }
    }

    private func phrase(_ leaf: RecognitionLeaf) -> String {
        var values: [String: String] = [:]
        values["level"] = leaf.minLevel.map { "\($0)" }
        values["evidence"] = leaf.evidence.map { $0.text[language] }
        let text: LocalizedText
        switch leaf.kind {
        case .badge(let slug): (text, values["what"]) = (Self.badge, name(slug))
        case .skill(let uri): (text, values["what"]) = (Self.skill, uri)
        case .category(let slug?): (text, values["what"]) = (Self.category, slug)
        case .category(nil): text = Self.anyBadge
        case .pathway(let slug): (text, values["what"]) = (Self.pathway, name(slug))
        case .certificate(let unit): (text, values["what"]) = (Self.certificate, unit)
        }
        return text.filled(values, in: language) + Self.companions.filled(values, in: language)
    }

    /// The name in quotation marks, or the slug where nobody knows the name.
    private func name(_ slug: String) -> String {
        names[slug].map { "\"\($0.text(in: language.rawValue))\"" } ?? slug
    }

    private static let and = LocalizedText(en: " and ", fi: " ja ", sv: " och ")
    private static let or = LocalizedText(en: " or ", fi: " tai ", sv: " eller ")
    private static let atLeast = LocalizedText(
        en: "at least {n} of: {of}", fi: "vähintään {n} näistä: {of}", sv: "minst {n} av: {of}")
    private static let credits = LocalizedText(en: "{min} credits", fi: "{min} pistettä", sv: "{min} poäng")
    private static let badge = LocalizedText(en: "the badge {what}", fi: "merkki {what}", sv: "märket {what}")
    private static let skill = LocalizedText(
        en: "a badge for the skill {what}", fi: "merkki taidosta {what}", sv: "ett märke för färdigheten {what}")
    private static let category = LocalizedText(
        en: "a badge of the category {what}", fi: "merkki aiheesta {what}", sv: "ett märke inom ämnet {what}")
    private static let anyBadge = LocalizedText(
        en: "any badge of a trusted issuer", fi: "mikä tahansa luotetun myöntäjän merkki",
        sv: "vilket märke som helst från en betrodd utfärdare")
    private static let pathway = LocalizedText(
        en: "the milestone of the pathway {what}", fi: "polun {what} koontimerkki",
        sv: "samlingsmärket för vägen {what}")
    private static let certificate = LocalizedText(
        en: "a certificate of competence for the unit {what}", fi: "osaamistodistus tutkinnon osasta {what}",
        sv: "ett kompetensintyg för examensdelen {what}")
    private static let companions = LocalizedText(
        en: "[ (level {level} or higher)][ (evidence: {evidence})]",
        fi: "[ (taso {level} tai ylempi)][ (näyttö: {evidence})]",
        sv: "[ (nivå {level} eller högre)][ (bevis: {evidence})]")
}
