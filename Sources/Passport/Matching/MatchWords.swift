import VerifiableCredentials

/// What a match says to people, in the three languages.
enum MatchWords {
    static let fits = LocalizedText(
        en: "{title}, {owner}: fits, {fit} %.", fi: "{title}, {owner}: sopii, {fit} %.",
        sv: "{title}, {owner}: passar, {fit} %.")
    static let oneMissing = LocalizedText(
        en: "{title}, {owner}: {fit} %, one of the musts isn't met yet.",
        fi: "{title}, {owner}: {fit} %, yksi välttämätön puuttuu vielä.",
        sv: "{title}, {owner}: {fit} %, ett av kraven är ännu inte uppfyllt.")
    static let manyMissing = LocalizedText(
        en: "{title}, {owner}: {fit} %, {count} of the musts aren't met yet.",
        fi: "{title}, {owner}: {fit} %, {count} välttämätöntä puuttuu vielä.",
        sv: "{title}, {owner}: {fit} %, {count} av kraven är ännu inte uppfyllda.")
    static let oldProfile = LocalizedText(
        en: "The profile was valid until {day}; ask whose it is for a newer one.",
        fi: "Profiili oli voimassa {day} asti; kysy sen tekijältä uudempaa.",
        sv: "Profilen gällde till {day}; fråga efter en nyare.")

    static let must = LocalizedText(en: "must", fi: "välttämätön", sv: "krav")
    static let nice = LocalizedText(en: "nice to have", fi: "eduksi", sv: "merit")
    static let missing = LocalizedText(en: "missing", fi: "puuttuu", sv: "saknas")
    static let shortOne = LocalizedText(en: "short by 1 level", fi: "1 taso vajaa", sv: "1 nivå kvar")
    static let shortMany = LocalizedText(
        en: "short by {count} levels", fi: "{count} tasoa vajaa", sv: "{count} nivåer kvar")

    static let proof = LocalizedText(
        en: "{badge}, {day}[ ({age})][, {issuer}]", fi: "{badge}, {day}[ ({age})][, {issuer}]",
        sv: "{badge}, {day}[ ({age})][, {issuer}]")
    static let expired = LocalizedText(
        en: "{badge} has expired[, {issuer}]", fi: "{badge} on vanhentunut[, {issuer}]",
        sv: "{badge} har gått ut[, {issuer}]")
    static let unknownIssuer = LocalizedText(
        en: "{badge} is by an issuer you haven't listed[: {issuer}]",
        fi: "{badge} on myöntäjältä, jota et ole luetteloinut[: {issuer}]",
        sv: "{badge} är av en utfärdare som du inte har förtecknat[: {issuer}]")
    static let undetermined = LocalizedText(
        en: "{badge} could not be checked[, {issuer}]", fi: "{badge} jäi tarkistamatta[, {issuer}]",
        sv: "{badge} kunde inte kontrolleras[, {issuer}]")
    static let selfDeclared = LocalizedText(
        en: "{badge} is the holder's own word", fi: "{badge} on haltijan oma ilmoitus",
        sv: "{badge} är innehavarens egen uppgift")
    static let nothing = LocalizedText(
        en: "no badge lists it", fi: "mikään merkki ei kerro siitä", sv: "inget märke anger det")
    static let noLevel = LocalizedText(
        en: "the badge says no level", fi: "merkki ei kerro tasoa", sv: "märket anger ingen nivå")
    static let own = LocalizedText(
        en: "own estimate {level}", fi: "oma arvio {level}", sv: "egen bedömning {level}")
    static let months = LocalizedText(en: "{count} months old", fi: "{count} kk sitten", sv: "{count} mån sedan")
    static let years = LocalizedText(en: "{count} years old", fi: "{count} v sitten", sv: "{count} år sedan")

    static let badge = LocalizedText(en: "badge", fi: "osaamismerkki", sv: "kompetensmärke")
    static let apply = LocalizedText(
        en: "– apply by {day}", fi: "– hae viimeistään {day}", sv: "– sök senast {day}")
    static let stale = LocalizedText(
        en: "– may be out of date", fi: "– tieto voi olla vanhentunut", sv: "– uppgiften kan vara föråldrad")
    static let accepted = LocalizedText(
        en: "Welcome badges:", fi: "Toivotut merkit:", sv: "Välkomna märken:")
    static let uncounted = LocalizedText(
        en: "Not counted:", fi: "Ei laskettu mukaan:", sv: "Räknades inte:")
    static let ownWord = LocalizedText(
        en: "Issued by its own holder.", fi: "Haltijan itsensä myöntämä.", sv: "Utfärdat av innehavaren själv.")
    static let notABadge = LocalizedText(
        en: "A genuine credential, but no badge.", fi: "Aito todistus, mutta ei osaamismerkki.",
        sv: "Ett äkta intyg, men inget kompetensmärke.")
}
