import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// Sentences and words around reasons and outcomes.
enum RecognitionWords {
    /// Two places, with the comma of Finnish and Swedish.
    static func number(_ value: DecimalHundredths, in language: ReportLanguage) -> String {
        language == .en ? value.twoPlaces : value.twoPlaces.replacing(".", with: ",")
    }

    static func unit(_ unit: CreditExtent.Unit) -> LocalizedText {
        switch unit {
        case .op: LocalizedText(en: "ECTS credits", fi: "op", sv: "sp")
        case .osp: LocalizedText(en: "competence points", fi: "osp", sv: "kp")
        }
    }

    static func short(ofHours isHours: Bool) -> LocalizedText {
        isHours
            ? LocalizedText(
                en: "Missing: hours; {have} of {need}.", fi: "Puuttuu: tunteja; {have} / {need}.",
                sv: "Saknas: timmar; {have} av {need}.")
            : LocalizedText(
                en: "Missing: credits; {have} of {need} {unit}.", fi: "Puuttuu: pisteitä; {have} / {need} {unit}.",
                sv: "Saknas: poäng; {have} av {need} {unit}.")
    }

    static let missing = LocalizedText(en: "Missing: {what}.", fi: "Puuttuu: {what}.", sv: "Saknas: {what}.")
    static let total = LocalizedText(
        en: "Recognised or proposed by the application of {applied}: {credits} {unit} in all.",
        fi: "Hakemuksen {applied} perusteella hyväksiluettu tai esitetty: yhteensä {credits} {unit}.",
        sv: "Tillgodoräknat eller föreslaget enligt ansökan {applied}: sammanlagt {credits} {unit}.")
    static let decided = LocalizedText(
        en: "Decided on {date}[ by {officer}]: {credits} {unit}.",
        fi: "Päätetty {date}[, päättäjä {officer}]: {credits} {unit}.",
        sv: "Beslutat {date}[ av {officer}]: {credits} {unit}.")
    static let overturned = LocalizedText(
        en: "The decision of {date}[ by {officer}], {credits} {unit}, was taken back on {overturned}.",
        fi: "Päätös {date}[, päättäjä {officer}], {credits} {unit}, on kumottu {overturned}.",
        sv: "Beslutet {date}[ av {officer}], {credits} {unit}, upphävdes {overturned}.")
    static let amended = LocalizedText(
        en: "The officer decided so, because: {reason}", fi: "Käsittelijä päätti näin, koska: {reason}",
        sv: "Handläggaren beslutade så, därför att: {reason}")
    static let eligible = LocalizedText(
        en: "{programme}: the conditions for direct admission are met.",
        fi: "{programme}: suoran opintoväylän ehdot täyttyvät.",
        sv: "{programme}: villkoren för direkt antagning är uppfyllda.")
    static let notEligible = LocalizedText(
        en: "{programme}: the conditions for direct admission aren't met yet.",
        fi: "{programme}: suoran opintoväylän ehdot eivät vielä täyty.",
        sv: "{programme}: villkoren för direkt antagning är inte uppfyllda ännu.")
    static let appeal = LocalizedText(
        en: "If you disagree with the decision, ask for a correction in writing within {days} days: {to}.",
        fi: "Jos olet eri mieltä päätöksestä, pyydä oikaisua kirjallisesti {days} päivän kuluessa: {to}.",
        sv: "Om du inte godtar beslutet, begär rättelse skriftligen inom {days} dagar: {to}.")
}
