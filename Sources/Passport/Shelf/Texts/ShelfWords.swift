package import VerifiableCredentials

/// What a learner is told of the shelf, in the three languages.
package enum ShelfWords {
    // MARK: What became of a file

    package static let added = LocalizedText(
        en: "{number}  {name}: on your shelf, and genuine.", fi: "{number}  {name}: hyllylläsi, ja aito.",
        sv: "{number}  {name}: på din hylla, och äkta.")
    package static let unverified = LocalizedText(
        en: "{number}  {name}: on your shelf, not yet verified. {reason}",
        fi: "{number}  {name}: hyllylläsi, ei vielä varmistettu. {reason}",
        sv: "{number}  {name}: på din hylla, ännu inte bekräftat. {reason}")
    package static let replaced = LocalizedText(
        en: "{number}  {name}: this newer version has taken the place of the old one.",
        fi: "{number}  {name}: tämä uudempi versio tuli vanhan tilalle.",
        sv: "{number}  {name}: den här nyare versionen har tagit den gamlas plats.")
    package static let unchanged = LocalizedText(
        en: "{number}  {name}: on your shelf already; nothing was changed.",
        fi: "{number}  {name}: oli jo hyllylläsi; mikään ei muuttunut.",
        sv: "{number}  {name}: fanns redan på din hylla; ingenting ändrades.")
    package static let rechecked = LocalizedText(
        en: "{number}  {name}: on your shelf already; what could be checked now was noted.",
        fi: "{number}  {name}: oli jo hyllylläsi; nyt tarkistettu merkittiin muistiin.",
        sv: "{number}  {name}: fanns redan på din hylla; det som nu kunde kontrolleras antecknades.")
    package static let older = LocalizedText(
        en: "{number}  {name}: your shelf has a newer version; this one was left out.",
        fi: "{number}  {name}: hyllylläsi on uudempi versio; tämä jätettiin pois.",
        sv: "{number}  {name}: på din hylla finns en nyare version; den här lämnades bort.")
    package static let conflicting = LocalizedText(
        en: "{number}  {name}: kept, but it has the same id as number {others} and says something else. None of them "
            + "counts until only the right one is left.",
        fi: "{number}  {name}: otettiin hyllylle, mutta sillä on sama tunniste kuin numerolla {others} ja eri sisältö. "
            + "Mitään niistä ei lasketa, ennen kuin vain oikea on jäljellä.",
        sv: "{number}  {name}: på hyllan, men det har samma id som nummer {others} och ett annat innehåll. Inget av "
            + "dem räknas innan bara det rätta är kvar.")
    package static let refused = LocalizedText(
        en: "{name}: not put on your shelf. {reason}", fi: "{name}: ei otettu hyllylle. {reason}",
        sv: "{name}: sattes inte på hyllan. {reason}")
    package static let leftOut = LocalizedText(
        en: "It is no badge, but something that goes with badges; it was left out.",
        fi: "Tämä ei ole merkki vaan merkkien oheistieto; se jätettiin pois.",
        sv: "Det är inget märke utan något som följer med märken; det lämnades bort.")
    package static let empty = LocalizedText(
        en: "There is nothing for your shelf in it. {reason}", fi: "Tässä ei ole hyllylle otettavaa. {reason}",
        sv: "Här finns ingenting för din hylla. {reason}")
    package static let emptyPassport = LocalizedText(
        en: "A passport without badges.", fi: "Passi, jossa ei ole merkkejä.", sv: "Ett pass utan märken.")
    package static let wrapper = LocalizedText(
        en: "What holds the badges isn't sound, so only the badges themselves were looked at. {reason}",
        fi: "Merkkien ympärillä oleva tiedosto ei ole kunnossa, joten vain merkit itse tarkistettiin. {reason}",
        sv: "Det som håller ihop märkena är inte i ordning, så bara märkena själva granskades. {reason}")
    package static let someUnverified = LocalizedText(
        en: "What isn't verified yet is kept and can be checked again: passportctl passport list --check",
        fi: "Varmistamatta jääneet säilyvät, ja ne voi tarkistaa uudelleen: passportctl passport list --check",
        sv: "Det som inte är bekräftat behålls och kan kontrolleras på nytt: passportctl passport list --check")
    package static let summary = LocalizedText(
        en: "{new} new, {same} there already, {refused} turned away.",
        fi: "{new} uutta, {same} ennestään, {refused} jäi pois.",
        sv: "{new} nya, {same} fanns redan, {refused} avvisades.")

    // MARK: Standing

    package static func standing(_ standing: ShelfStanding) -> LocalizedText {
        switch standing {
        case .valid:
            LocalizedText(en: "genuine", fi: "aito", sv: "äkta")
        case .expired:
            LocalizedText(en: "expired {until}", fi: "vanhentunut {until}", sv: "gick ut {until}")
        case .unverified:
            LocalizedText(en: "not yet verified", fi: "ei vielä varmistettu", sv: "ännu inte bekräftat")
        case .conflicting:
            LocalizedText(en: "contradicted", fi: "ristiriitainen", sv: "motsagt")
        case .revoked:
            LocalizedText(en: "withdrawn", fi: "peruttu", sv: "återkallat")
        case .suspended:
            LocalizedText(en: "on hold", fi: "keskeytetty", sv: "vilande")
        case .invalid:
            LocalizedText(en: "not valid", fi: "ei kelpaa", sv: "inte giltigt")
        }
    }

    package static let checked = LocalizedText(
        en: "checked {day}", fi: "tarkistettu {day}", sv: "kontrollerat {day}")
    package static let until = LocalizedText(
        en: "valid until {day}", fi: "voimassa {day} asti", sv: "gäller till {day}")
    package static let endsSoon = LocalizedText(
        en: "valid until {day}: you can renew it now", fi: "voimassa {day} asti: voit uusia sen nyt",
        sv: "gäller till {day}: du kan förnya det nu")
    package static let conflict = LocalizedText(
        en: "It has the same id as number {others} and says something else. Remove what is wrong.",
        fi: "Sillä on sama tunniste kuin numerolla {others} ja eri sisältö. Poista väärä.",
        sv: "Det har samma id som nummer {others} och ett annat innehåll. Ta bort det som är fel.")
    package static let notAnew = LocalizedText(
        en: "{number}  {name}: not checked anew, so what was known on {day} stands. {reason}",
        fi: "{number}  {name}: ei voitu tarkistaa uudelleen, joten {day} tiedetty pätee. {reason}",
        sv: "{number}  {name}: kunde inte kontrolleras på nytt, så det som var känt {day} gäller. {reason}")

    package static let shelf = LocalizedText(
        en: "{count} on the shelf of {did}.", fi: "{count} hyllyllä, jonka avain on {did}.",
        sv: "{count} på hyllan med nyckeln {did}.")
    package static let emptyShelf = LocalizedText(
        en: "The shelf of {did} is empty. Put a badge on it: passportctl passport add FILE",
        fi: "Hylly on tyhjä; sen avain on {did}. Lisää merkki: passportctl passport add TIEDOSTO",
        sv: "Hyllan är tom; dess nyckel är {did}. Lägg till ett märke: passportctl passport add FIL")
    package static let noShares = LocalizedText(
        en: "You have handed out nothing yet.", fi: "Et ole vielä luovuttanut mitään.",
        sv: "Du har inte lämnat ut något ännu.")

    // MARK: Whose it is

    package static func binding(_ binding: ShelfBinding) -> LocalizedText {
        switch binding {
        case .own:
            LocalizedText(en: "made out to your key", fi: "tehty sinun avaimellesi", sv: "utfärdat till din nyckel")
        case .otherKey:
            LocalizedText(
                en: "made out to another key, {key}", fi: "tehty toiselle avaimelle, {key}",
                sv: "utfärdat till en annan nyckel, {key}")
        case .named:
            LocalizedText(
                en: "names {kinds}; not bound to your key", fi: "nimeää: {kinds}; ei sidottu avaimeesi",
                sv: "nämner {kinds}; inte bundet till din nyckel")
        case .nobody:
            LocalizedText(
                en: "names nobody; not bound to your key", fi: "ei nimeä ketään; ei sidottu avaimeesi",
                sv: "nämner ingen; inte bundet till din nyckel")
        }
    }

    package static let identifierKinds: [String: LocalizedText] = [
        "emailAddress": LocalizedText(en: "an email address", fi: "sähköpostiosoitteen", sv: "en e-postadress"),
        "email": LocalizedText(en: "an email address", fi: "sähköpostiosoitteen", sv: "en e-postadress"),
        "ext:PassportNumber": LocalizedText(en: "a passport number", fi: "passinumeron", sv: "ett passnummer"),
        "name": LocalizedText(en: "a name", fi: "nimen", sv: "ett namn"),
        "studentId": LocalizedText(en: "a student id", fi: "opiskelijanumeron", sv: "ett studerandenummer"),
        "systemId": LocalizedText(en: "a user id", fi: "käyttäjätunnuksen", sv: "ett användar-id"),
    ]
    package static let otherIdentifier = LocalizedText(
        en: "another identifier", fi: "muun tunnisteen", sv: "en annan identifierare")

    // MARK: What it says

    package static let onShelf = LocalizedText(
        en: "On your shelf since {day} as number {number}.", fi: "Hyllylläsi {day} alkaen numerolla {number}.",
        sv: "På din hylla sedan {day} som nummer {number}.")
    package static let asOf = LocalizedText(
        en: "As of the check on {day}; `--check` of `passport list` checks again.",
        fi: "Tarkistuksen {day} mukaan; `passport list --check` tarkistaa uudelleen.",
        sv: "Enligt kontrollen {day}; `passport list --check` kontrollerar på nytt.")
    package static let description = LocalizedText(en: "What:", fi: "Mitä:", sv: "Vad:")
    package static let criteria = LocalizedText(en: "Earned by:", fi: "Saadaan:", sv: "Ges för:")
    package static let narrative = LocalizedText(en: "Done:", fi: "Tehty:", sv: "Gjort:")
    package static let skills = LocalizedText(en: "Skills:", fi: "Taidot:", sv: "Färdigheter:")
    package static let evidence = LocalizedText(en: "Evidence:", fi: "Näyttö:", sv: "Bevis:")
    package static let awarded = LocalizedText(en: "Awarded:", fi: "Myönnetty:", sv: "Utfärdat:")
    package static let madeOut = LocalizedText(en: "Whose:", fi: "Kenen:", sv: "Vems:")
    package static let id = LocalizedText(en: "Id:", fi: "Tunniste:", sv: "Id:")
}
