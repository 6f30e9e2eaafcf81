package import VerifiableCredentials

/// The note by which an officer sees what decided: short, exact, with the numbers.
///
/// Long because it is a table: one row a reason, three languages a row.
extension RecognitionReason {
    package var officerText: LocalizedText {
        switch self {
        case .notVerified:
            LocalizedText(
                en: "Not verified.[ {check}]", fi: "Ei vahvistettu.[ {check}]", sv: "Inte verifierat.[ {check}]")
        case .subjectMismatch:
            LocalizedText(
                en: "Names another person: none of the applicant's identifiers fits.",
                fi: "Nimeää toisen henkilön: mikään hakijan tunnisteista ei täsmää.",
                sv: "Anger en annan person: ingen av sökandens identifierare stämmer.")
        case .subjectUnproven:
            LocalizedText(
                en: "Whose it is can't be told: nothing to compare with the applicant's identifiers.",
                fi: "Haltijaa ei voi todeta: ei mitään, mitä verrata hakijan tunnisteisiin.",
                sv: "Innehavaren kan inte fastställas: inget att jämföra med sökandens identifierare.")
        case .revoked:
            LocalizedText(
                en: "Revoked by the issuer; final.", fi: "Myöntäjän peruma; lopullinen.",
                sv: "Återkallat av utfärdaren; slutgiltigt.")
        case .suspended:
            LocalizedText(
                en: "Suspended by the issuer at the time of evaluation.",
                fi: "Myöntäjän keskeyttämä arviointihetkellä.",
                sv: "Vilande enligt utfärdaren vid bedömningen.")
        case .statusUnknown:
            LocalizedText(
                en: "Status unknown[: the list is of {date}, {days} days old]; at most {limit} days are accepted.",
                fi: "Tila tuntematon[: lista on päivältä {date}, {days} päivää vanha]; hyväksytään enintään {limit} "
                    + "päivää.",
                sv: "Status okänd[: listan är från {date}, {days} dagar gammal]; högst {limit} dagar godtas.")
        case .issuerNotTrusted:
            LocalizedText(
                en: "Issuer not trusted: {issuer}.[ {check}]", fi: "Myöntäjään ei luoteta: {issuer}.[ {check}]",
                sv: "Utfärdaren är inte betrodd: {issuer}.[ {check}]")
        case .notYetValid:
            LocalizedText(
                en: "Not yet valid: from {date}; application of {applied}.",
                fi: "Ei vielä voimassa: alkaa {date}; hakemus {applied}.",
                sv: "Gäller inte ännu: från {date}; ansökan {applied}.")
        case .expired:
            LocalizedText(
                en: "Expired: valid until {date}; application of {applied}.",
                fi: "Vanhentunut: voimassa {date} asti; hakemus {applied}.",
                sv: "Utgånget: giltigt till {date}; ansökan {applied}.")
        case .tooOld:
            LocalizedText(
                en: "Too old: [awarded {date}, ]the limit is {months} months before the application[ of {applied}].",
                fi: "Liian vanha: [myönnetty {date}, ]raja on {months} kuukautta ennen hakemusta[ {applied}].",
                sv: "För gammalt: [utfärdat {date}, ]gränsen är {months} månader före ansökan[ {applied}].")
        case .excludedType:
            LocalizedText(
                en: "Type {type} is excluded by the rules.", fi: "Säännöt sulkevat pois lajin {type}.",
                sv: "Typen {type} är utesluten i reglerna.")
        case .alreadyRecognised:
            LocalizedText(
                en: "In the ledger: used on {date} by decision {decision}.",
                fi: "Kirjattu: käytetty {date} päätöksessä {decision}.",
                sv: "I liggaren: använt {date} i beslut {decision}.")
        case .sharedCredential:
            LocalizedText(
                en: "Stands in the files of two or more applicants of this run.",
                fi: "On kahden tai useamman hakijan aineistossa tällä kierroksella.",
                sv: "Finns i två eller flera sökandes material i den här körningen.")
        case .repeatedApplicant:
            LocalizedText(
                en: "The applicant has another case in this run.",
                fi: "Hakijalla on tällä kierroksella toinenkin asia.",
                sv: "Sökanden har ett annat ärende i den här körningen.")
        case .supersededInSet:
            LocalizedText(
                en: "Same achievement as {other}[, level {level}][, awarded {date}], which counts.",
                fi: "Sama suoritus kuin {other}[, taso {level}][, myönnetty {date}], joka lasketaan.",
                sv: "Samma prestation som {other}[, nivå {level}][, utfärdat {date}], som räknas.")
        case .partOfCounted:
            LocalizedText(
                en: "Milestone and member are one work: {other} is counted[ in {rule}].",
                fi: "Koontimerkki ja jäsen ovat samaa työtä: {other} on laskettu[ säännössä {rule}].",
                sv: "Samlingsmärke och del är samma arbete: {other} är räknat[ i {rule}].")
        case .duplicateEvidence:
            LocalizedText(
                en: "Same evidence hash as {other}[, used in {rule}].",
                fi: "Sama näytön tiiviste kuin {other}[, käytetty säännössä {rule}].",
                sv: "Samma kontrollsumma för bevis som {other}[, använt i {rule}].")
        case .alreadyUsed:
            LocalizedText(
                en: "Used by the earlier rule {rule}.", fi: "Aiemman säännön {rule} käyttämä.",
                sv: "Använt av den tidigare regeln {rule}.")
        case .levelTooLow:
            LocalizedText(
                en: "Level {have}, needed {need}.", fi: "Taso {have}, tarvitaan {need}.",
                sv: "Nivå {have}, krävs {need}.")
        case .hoursShort:
            LocalizedText(
                en: "{have} h, needed {need} h.", fi: "{have} h, tarvitaan {need} h.", sv: "{have} h, krävs {need} h.")
        case .evidenceTooWeak:
            LocalizedText(
                en: "Evidence: {have}; needed: {need}.", fi: "Näyttö: {have}; tarvitaan: {need}.",
                sv: "Bevis: {have}; krävs: {need}.")
        case .capGroup:
            LocalizedText(
                en: "Cap of group {group}: {limit}, room {room}[, wanted {wanted}].",
                fi: "Ryhmän {group} katto: {limit}, tilaa {room}[, haettu {wanted}].",
                sv: "Tak för gruppen {group}: {limit}, utrymme {room}[, begärt {wanted}].")
        case .capTotal:
            LocalizedText(
                en: "Total cap: {limit}, room {room}[, wanted {wanted}].",
                fi: "Kokonaiskatto: {limit}, tilaa {room}[, haettu {wanted}].",
                sv: "Totalt tak: {limit}, utrymme {room}[, begärt {wanted}].")
        case .noRule:
            LocalizedText(
                en: "Sound, and no rule uses it.", fi: "Kunnossa, mutta mikään sääntö ei käytä sitä.",
                sv: "I ordning, men ingen regel använder det.")
        }
    }
}
