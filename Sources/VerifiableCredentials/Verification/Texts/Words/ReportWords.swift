/// The words around the checks: first lines and labels.
enum ReportWords {
    // MARK: First lines

    static let genuineBadge = LocalizedText(en: "Genuine badge.", fi: "Aito merkki.", sv: "Äkta märke.")
    static let genuineCredential = LocalizedText(
        en: "Genuine credential.", fi: "Aito todistus.", sv: "Äkta intyg.")
    static let genuineEndorsement = LocalizedText(
        en: "Genuine endorsement.", fi: "Aito suositus.", sv: "Äkta rekommendation.")
    static let genuinePresentation = LocalizedText(
        en: "Presentation signed by its holder.", fi: "Haltijansa allekirjoittama kooste.",
        sv: "Sammanställning signerad av innehavaren.")
    static let genuineTranscript = LocalizedText(
        en: "Genuine transcript.", fi: "Aito suoritusote.", sv: "Äkta prestationsutdrag.")
    static let own = LocalizedText(
        en: "The holder's own statement.", fi: "Haltijan oma ilmoitus.", sv: "Innehavarens egen uppgift.")
    static let belowAsked = LocalizedText(
        en: "Genuine, but below what you ask for: its level is {level}, you ask for at least {least}.",
        fi: "Aito, mutta taso ei riitä: se on {level}, ja vaadit vähintään tasoa {least}.",
        sv: "Äkta, men nivån räcker inte: den är {level}, och du kräver minst nivå {least}.")
    static let genuineUnasked = LocalizedText(
        en: "Genuine, but not what you ask for.", fi: "Aito, mutta ei sellainen, jota vaadit.",
        sv: "Äkta, men inte ett sådant som du kräver.")
    static let undecided = LocalizedText(en: "Undecided:", fi: "Ratkaisematta:", sv: "Oavgjort:")
    static let notValid = LocalizedText(en: "Not valid:", fi: "Ei kelpaa:", sv: "Inte giltigt:")
    static let withdrawn = LocalizedText(
        en: "Not valid: withdrawn by the issuer.", fi: "Ei kelpaa: myöntäjä on perunut sen.",
        sv: "Inte giltigt: återkallat av utfärdaren.")
    static let onHold = LocalizedText(
        en: "Not valid now: on hold, ask the issuer.",
        fi: "Ei kelpaa nyt: sen voimassaolo on keskeytetty, kysy myöntäjältä.",
        sv: "Inte giltigt nu: det är vilande, fråga utfärdaren.")
    static let holds = LocalizedText(
        en: "Credentials in it: {count}; {valid} genuine, {undetermined} undecided, {invalid} not valid.",
        fi:
            "Todistuksia tiedostossa: {count}; aitoja {valid}, ratkaisematta {undetermined}, kelpaamattomia {invalid}.",
        sv: "Intyg i filen: {count}; äkta {valid}, oavgjorda {undetermined}, inte giltiga {invalid}.")
    static let holdsNone = LocalizedText(
        en: "It holds no credentials.", fi: "Siinä ei ole todistuksia.", sv: "Den innehåller inga intyg.")

    // MARK: Labels

    static let badge = LocalizedText(en: "Badge:", fi: "Merkki:", sv: "Märke:")
    static let issuedBy = LocalizedText(en: "Issued by:", fi: "Myöntäjä:", sv: "Utfärdat av:")
    static let claimedIssuer = LocalizedText(
        en: "Issuer named in it (not confirmed):", fi: "Tiedostossa mainittu myöntäjä (ei vahvistettu):",
        sv: "Utfärdare enligt filen (inte bekräftad):")
    static let presentedBy = LocalizedText(
        en: "Signed by:", fi: "Allekirjoittaja:", sv: "Signerad av:")
    static let statedName = LocalizedText(
        en: "Name, as stated by the holder:", fi: "Nimi haltijan oman ilmoituksen mukaan:",
        sv: "Namn enligt innehavarens egen uppgift:")
    static let level = LocalizedText(en: "level", fi: "taso", sv: "nivå")
    static let indicative = LocalizedText(en: "indicative", fi: "suuntaa-antava", sv: "riktgivande")
    static let next = LocalizedText(en: "Next:", fi: "Seuraavaksi:", sv: "Härnäst:")
    static let exactly = LocalizedText(
        en: "Exactly:", fi: "Tarkemmin (englanniksi):", sv: "Mer i detalj (på engelska):")

    // MARK: The plain voice

    static let also = LocalizedText(en: "Also:", fi: "Lisäksi:", sv: "Dessutom:")
    static let levelLine = LocalizedText(en: "Level:", fi: "Taso:", sv: "Nivå:")
    static let done = LocalizedText(en: "What was done:", fi: "Mitä on tehty:", sv: "Vad som har gjorts:")
    static let shownBy = LocalizedText(en: "Shown by:", fi: "Osoitettu näin:", sv: "Visat genom:")
    static let hoursOfWork = LocalizedText(
        en: "{hours} h of work", fi: "{hours} h työtä", sv: "{hours} h arbete")
    static let knownUpTo = LocalizedText(
        en: "Withdrawals are known up to {asOf}; this badge isn't among them.",
        fi: "Perumiset tiedetään {asOf} asti; tätä merkkiä ei ole peruttu.",
        sv: "Återkallelser är kända till {asOf}; det här märket är inte återkallat.")

    static let entryAsOf = LocalizedText(
        en: "[ As of {asOf} ({days} days old).]", fi: "[ Tilanne {asOf} (tiedon ikä: {days} pv).]",
        sv: "[ Läget den {asOf} (uppgiftens ålder: {days} dygn).]")

    static let origin = LocalizedText(
        en:
            "[ Fetched from {fetchedFrom} on {fetchedAt}.][ By a copy fetched from {fetchedFrom} on {keptSince}.][ It couldn't be fetched: {fetch}.]",
        fi:
            "[ Haettu {fetchedAt} palvelimelta {fetchedFrom}.][ Tieto on kopiosta, joka haettiin {keptSince} palvelimelta {fetchedFrom}.][ Haku ei onnistunut: {fetch}.]",
        sv:
            "[ Hämtat {fetchedAt} från {fetchedFrom}.][ Enligt en kopia som hämtades {keptSince} från {fetchedFrom}.][ Hämtningen lyckades inte: {fetch}.]"
    )

    // MARK: The exact voice

    static let unconfirmed = LocalizedText(
        en: "Not confirmed by a signature:", fi: "Ei allekirjoituksen vahvistama:", sv: "Inte bekräftat av en signatur:"
    )
    static let kind = LocalizedText(en: "Kind:", fi: "Laji:", sv: "Typ:")
    static let identifier = LocalizedText(en: "Identifier:", fi: "Tunniste:", sv: "Id:")
    static let recipient = LocalizedText(en: "Awarded to:", fi: "Saaja:", sv: "Mottagare:")
    static let credits = LocalizedText(en: "Credits:", fi: "Laajuus:", sv: "Omfattning:")
    static let indicativeBasis = LocalizedText(
        en: "indicative, not yet granted by anybody", fi: "suuntaa-antava, kukaan ei ole vielä hyväksynyt",
        sv: "riktgivande, ännu inte godkänd av någon")
    static let curriculumBasis = LocalizedText(
        en: "granted by the issuer", fi: "myöntäjän hyväksymä", sv: "godkänd av utfärdaren")
    static let workload = LocalizedText(en: "Workload:", fi: "Työmäärä:", sv: "Arbetsmängd:")
    static let awarded = LocalizedText(en: "Awarded on:", fi: "Myönnetty:", sv: "Utfärdat den:")
    static let period = LocalizedText(en: "Period:", fi: "Ajalta:", sv: "Period:")
    static let validUntil = LocalizedText(
        en: "Last day:", fi: "Viimeinen voimassaolopäivä:", sv: "Sista giltighetsdag:")
    static let assessor = LocalizedText(en: "Assessed by:", fi: "Arvioija:", sv: "Bedömare:")
    static let evidence = LocalizedText(en: "Evidence:", fi: "Näyttö:", sv: "Bevis:")
    static let evidenceKind = LocalizedText(en: "kind", fi: "laji", sv: "typ")
    static let digest = LocalizedText(en: "digest", fi: "tiiviste", sv: "kontrollsumma")
    static let noDigest = LocalizedText(en: "no digest", fi: "ei tiivistettä", sv: "ingen kontrollsumma")
    static let signature = LocalizedText(en: "Signature:", fi: "Allekirjoitus:", sv: "Signatur:")
    static let fingerprint = LocalizedText(
        en: "Key fingerprint:", fi: "Avaimen sormenjälki:", sv: "Nyckelns fingeravtryck:")
    static let statusList = LocalizedText(
        en: "List of withdrawals:", fi: "Perumisluettelo:", sv: "Återkallelselista:")
    static let dated = LocalizedText(en: "dated {day}", fi: "päivätty {day}", sv: "daterad {day}")
    static let age = LocalizedText(en: "{days} days old", fi: "ikä {days} pv", sv: "{days} dygn gammal")
    static let trustEntry = LocalizedText(
        en: "Your trust entry:", fi: "Merkintä luettelossasi:", sv: "Post i din förteckning:")
    static let source = LocalizedText(en: "source", fi: "lähde", sv: "källa")
    static let noSource = LocalizedText(
        en: "no source stated", fi: "lähdettä ei mainittu", sv: "ingen källa angiven")
    static let listOf = LocalizedText(
        en: "list of {day}", fi: "luettelo {day}", sv: "förteckning {day}")

    // MARK: What others say

    static let endorsement = LocalizedText(en: "Endorsement:", fi: "Suositus:", sv: "Rekommendation:")
    static let endorsedBy = LocalizedText(en: "By:", fi: "Antaja:", sv: "Av:")
    static let claimedEndorser = LocalizedText(
        en: "Endorser named in it (not confirmed):", fi: "Siinä nimetty suosittelija (ei vahvistettu):",
        sv: "Rekommenderas enligt filen av (inte bekräftat):")
    static let says = LocalizedText(en: "In their words:", fi: "Antajan sanoin:", sv: "Med egna ord:")
    static let ofUnconfirmed = LocalizedText(
        en: "Endorsements stand in it or beside it ({count}); it isn't confirmed itself, so they say nothing for it.",
        fi:
            "Siinä tai sen rinnalla on suosituksia ({count}); se itse ei ole vahvistettu, joten ne eivät puhu sen puolesta.",
        sv:
            "Det har rekommendationer i eller bredvid sig ({count}); det är inte bekräftat självt, så de talar inte för det."
    )

    // MARK: Evidence that was compared

    static let evidenceFits = LocalizedText(
        en: "the file {file} is the very one", fi: "tiedosto {file} on juuri se", sv: "filen {file} är just den")
    static let evidenceDiffers = LocalizedText(
        en: "the file {file} is NOT the one that the badge names", fi: "tiedosto {file} EI ole se, jonka merkki nimeää",
        sv: "filen {file} är INTE den som märket anger")
    static let evidenceNoFile = LocalizedText(
        en: "its file isn't among those given", fi: "sen tiedosto ei ole annettujen joukossa",
        sv: "dess fil är inte bland de angivna")
    static let evidenceNoDigest = LocalizedText(
        en: "the badge names no digest, so nothing can be compared[ (there is a file {file})]",
        fi: "merkissä ei ole tiivistettä, joten vertailua ei voi tehdä[ (tiedosto {file} on annettu)]",
        sv: "märket anger ingen kontrollsumma, så inget kan jämföras[ (filen {file} finns)]")
    static let evidenceUnread = LocalizedText(
        en: "the badge's digest is of a kind that isn't read here", fi: "merkin tiivistettä ei osata lukea tässä",
        sv: "märkets kontrollsumma är av ett slag som inte läses här")

    // MARK: Services that are named

    static let refresh = LocalizedText(
        en: "A newer state may be had from (not asked):", fi: "Uudempi tila voi löytyä täältä (ei kysytty):",
        sv: "Ett nyare läge kan finnas hos (inte tillfrågad):")
}

extension EndorsedThing.Kind {
    /// The word for people, as it stands in a sentence.
    var words: LocalizedText {
        switch self {
        case .credential: LocalizedText(en: "this badge", fi: "tämä merkki", sv: "det här märket")
        case .achievement:
            LocalizedText(
                en: "what the badge is awarded for", fi: "merkin osoittama osaaminen", sv: "det som märket står för")
        case .profile:
            LocalizedText(
                en: "an organisation that the badge names", fi: "merkissä nimetty organisaatio",
                sv: "en organisation som märket nämner")
        case .learner: LocalizedText(en: "the learner", fi: "merkin saaja", sv: "mottagaren")
        }
    }
}
