import VerifiableCredentials

/// What a signed decision is called and says around its content, in the language it is written in.
enum DecisionWords {
    static let name = LocalizedText(
        en: "Decision on recognition of prior learning", fi: "Päätös aiemman osaamisen tunnustamisesta",
        sv: "Beslut om erkännande av tidigare kunnande")
    static let description = LocalizedText(
        en: "{institution} recognises prior learning by its rules {rules}, version {version}.",
        fi: "{institution} tunnustaa aiempaa osaamista sääntöjensä {rules} versiolla {version}.",
        sv: "{institution} erkänner tidigare kunnande enligt sina regler {rules}, version {version}.")
    static let criteria = LocalizedText(
        en: "Each rule names the badges it asks for, their level, hours and evidence; the same work counts once.",
        fi: "Kukin sääntö nimeää vaaditut merkit, niiden tason, tunnit ja näytön; sama työ lasketaan kerran.",
        sv: "Varje regel anger vilka märken som krävs, deras nivå, timmar och bevis; samma arbete räknas en gång.")
    static let granted = LocalizedText(
        en: "{course}: {credits} {unit}.[ Changed by the officer: {reason}]",
        fi: "{course}: {credits} {unit}.[ Käsittelijän muutos: {reason}]",
        sv: "{course}: {credits} {unit}.[ Ändrat av handläggaren: {reason}]")
    static let total = LocalizedText(
        en: "In all {credits} {unit}, by the application of {applied}.",
        fi: "Yhteensä {credits} {unit} hakemuksen {applied} perusteella.",
        sv: "Sammanlagt {credits} {unit} enligt ansökan {applied}.")
    static let ruleFile = LocalizedText(en: "Rule file", fi: "Sääntötiedosto", sv: "Regelfil")
    static let applicationFile = LocalizedText(
        en: "File of the application", fi: "Hakemuksen tiedosto", sv: "Ansökans fil")
    static let badge = LocalizedText(en: "Badge", fi: "Merkki", sv: "Märke")
    static let outcome = LocalizedText(en: "Outcome", fi: "Tulos", sv: "Utfall")
    static let credits = LocalizedText(en: "Credits", fi: "Laajuus", sv: "Omfattning")
    static let amendment = LocalizedText(en: "Officer's reason", fi: "Käsittelijän perustelu", sv: "Handläggarens skäl")

    /// The names of what a decision says of itself.
    static func fact(_ fact: DecisionFact) -> LocalizedText {
        switch fact {
        case .recognitionCase: LocalizedText(en: "Case", fi: "Asia", sv: "Ärende")
        case .applied: LocalizedText(en: "Day of application", fi: "Hakemuksen päivä", sv: "Ansökningsdag")
        case .officer: LocalizedText(en: "Decided by", fi: "Päättäjä", sv: "Beslutsfattare")
        case .trustList: LocalizedText(en: "Trust list of", fi: "Luottoluettelon päivä", sv: "Förtroendelistans dag")
        case .statusLists:
            LocalizedText(en: "Oldest status list of", fi: "Vanhimman tilalistan päivä", sv: "Äldsta statuslistans dag")
        case .appealDays: LocalizedText(en: "Days to appeal", fi: "Muutoksenhakuaika päivinä", sv: "Besvärstid i dagar")
        case .appealTo: LocalizedText(en: "Appeal to", fi: "Muutoksenhaku", sv: "Besvär till")
        }
    }
}

/// What a decision says of itself beside its rules, each a result of its own type.
enum DecisionFact: String, CaseIterable {
    case recognitionCase = "case"
    case applied
    case officer
    case trustList = "trust-list"
    case statusLists = "status-lists"
    case appealDays = "appeal-days"
    case appealTo = "appeal-to"

    /// The `resultType`.
    var type: String {
        switch self {
        case .recognitionCase: "ext:RecognitionCase"
        case .applied: "ext:ApplicationDate"
        case .officer: "ext:DecidedBy"
        case .trustList: "ext:TrustListDate"
        case .statusLists: "ext:StatusListDate"
        case .appealDays: "ext:AppealDays"
        case .appealTo: "ext:AppealTo"
        }
    }
}
