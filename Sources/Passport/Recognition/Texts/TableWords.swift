import VerifiableCredentials

/// The words of the table of all cases.
enum TableWords {
    static let columns = [
        LocalizedText(en: "next", fi: "vuoro", sv: "tur"), LocalizedText(en: "case", fi: "asia", sv: "ärende"),
        LocalizedText(en: "applicant", fi: "hakija", sv: "sökande"),
        LocalizedText(en: "applied", fi: "haettu", sv: "ansökt"),
        LocalizedText(en: "credits", fi: "laajuus", sv: "omfattning"),
        LocalizedText(en: "unit", fi: "yksikkö", sv: "enhet"),
        LocalizedText(en: "outcomes", fi: "tulokset", sv: "utfall"),
        LocalizedText(en: "reasons", fi: "perusteet", sv: "grunder"),
        LocalizedText(en: "direct admission", fi: "suora opintoväylä", sv: "direkt antagning"),
        LocalizedText(en: "remarks", fi: "huomiot", sv: "anmärkningar"),
    ]

    static let officer = LocalizedText(en: "officer", fi: "käsittelijä", sv: "handläggare")
    static let evidence = LocalizedText(en: "applicant: evidence", fi: "hakija: näyttö", sv: "sökande: bevis")
    static let ready = LocalizedText(en: "to confirm", fi: "vahvistettavaksi", sv: "att bekräfta")

    static let summary = LocalizedText(
        en: "{count} cases: {officer} for an officer, {evidence} wait for evidence, {ready} to confirm.",
        fi: "{count} asiaa: {officer} käsittelijälle, {evidence} odottaa näyttöä, {ready} vahvistettavaksi.",
        sv: "{count} ärenden: {officer} för en handläggare, {evidence} väntar på bevis, {ready} att bekräfta.")

    static let unreadable = LocalizedText(
        en: "Files without a badge that can be read: {count}.",
        fi: "Tiedostoja, joista ei saa merkkiä luettua: {count}.",
        sv: "Filer utan ett märke som kan läsas: {count}.")
    static let foreign = LocalizedText(
        en: "Badges that name another person: {count}.", fi: "Merkkejä, jotka nimeävät toisen henkilön: {count}.",
        sv: "Märken som anger en annan person: {count}.")
    static let repeated = LocalizedText(
        en: "The same applicant has other cases here: {cases}.",
        fi: "Samalla hakijalla on täällä muita asioita: {cases}.",
        sv: "Samma sökande har andra ärenden här: {cases}.")
    static let notListed = LocalizedText(
        en: "The list of applicants doesn't name this file.", fi: "Hakijaluettelossa ei ole tätä tiedostoa.",
        sv: "Sökandelistan anger inte den här filen.")
    static let fileMissing = LocalizedText(
        en: "The list names a file that isn't here.", fi: "Luettelossa on tiedosto, jota täällä ei ole.",
        sv: "Listan anger en fil som inte finns här.")
    static let tooManyFiles = LocalizedText(
        en: "More than {limit} files; the others were left unread.",
        fi: "Yli {limit} tiedostoa; loput jäivät lukematta.", sv: "Över {limit} filer; resten lästes inte.")
}
