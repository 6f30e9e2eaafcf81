import VerifiableCredentials

/// The texts of what a learner is told before a file is made.
enum PreviewText {
    static let heading = LocalizedText(
        en: "A reader of this file will see:", fi: "Tiedoston lukija näkee:", sv: "Den som läser filen ser:")
    static let key = LocalizedText(
        en: "Your key, the same in each of your files: {key}",
        fi: "Avaimesi, joka on sama kaikissa tiedostoissasi: {key}",
        sv: "Din nyckel, som är densamma i alla dina filer: {key}")
    static let name = LocalizedText(
        en: "Your name, as you state it: {name}", fi: "Nimesi itsesi ilmoittamana: {name}",
        sv: "Ditt namn, som du själv uppger det: {name}")
    static let noName = LocalizedText(
        en: "Your name isn't in the file.", fi: "Nimesi ei ole tiedostossa.", sv: "Ditt namn finns inte i filen.")
    static let receiver = LocalizedText(
        en: "It is made for {name}; another reader is told so.",
        fi: "Se on tehty vastaanottajalle {name}; muu lukija saa tietää sen.",
        sv: "Den är gjord för {name}; andra läsare får veta det.")
    static let nobody = LocalizedText(
        en: "It names no receiver: whoever gets it can pass it on. --for names one.",
        fi: "Siinä ei nimetä vastaanottajaa: kuka tahansa voi antaa sen eteenpäin. --for nimeää.",
        sv: "Den namnger ingen mottagare: vem som helst kan ge den vidare. --for namnger en.")
    static let challenge = LocalizedText(
        en: "It carries the check word {text}.", fi: "Siinä on tarkistussana {text}.",
        sv: "Den har kontrollordet {text}.")
    static let signed = LocalizedText(en: "Signed {date}.", fi: "Allekirjoitettu {date}.", sv: "Signerad {date}.")
    static let until = LocalizedText(
        en: "The signature ends {date}.", fi: "Allekirjoitus päättyy {date}.", sv: "Signaturen upphör {date}.")
    static let noEnd = LocalizedText(
        en: "The signature has no end; --until sets one.", fi: "Allekirjoitus ei pääty; --until asettaa päivän.",
        sv: "Signaturen upphör inte; --until sätter en dag.")
    static let keyAlone = LocalizedText(
        en: "There is no badge in it: it shows that the key is yours.",
        fi: "Siinä ei ole merkkejä: se osoittaa, että avain on sinun.",
        sv: "Det finns inga märken i den: den visar att nyckeln är din.")
    static let pictures = LocalizedText(
        en: "Each badge in its own picture, unsigned by you: the pictures don't show that the badges are yours.",
        fi: "Jokainen merkki omassa kuvassaan, ilman allekirjoitustasi: kuvat eivät osoita, että merkit ovat sinun.",
        sv: "Varje märke i sin egen bild, utan din signatur: bilderna visar inte att märkena är dina.")
    static let elm = LocalizedText(
        en:
            "The badges in the European Learning Model, unsigned: nobody can check this file, only the badges themselves.",
        fi: "Merkit eurooppalaisessa oppimismallissa (ELM), allekirjoittamatta: tätä tiedostoa ei voi tarkistaa, vain "
            + "itse merkit.",
        sv: "Märkena i den europeiska modellen för lärande (ELM), utan signatur: filen kan inte kontrolleras, bara "
            + "själva märkena.")
    static let elmLoss = LocalizedText(
        en: "It leaves out signatures, status, identifiers and the badges' pictures.",
        fi: "Siitä jäävät pois allekirjoitukset, tila, tunnisteet ja merkkien kuvat.",
        sv: "Den utelämnar signaturer, status, identifierare och märkenas bilder.")
    static let elmIssuer = LocalizedText(
        en:
            "Europass's own checks ask for the legal identifier of an issuing organisation[ and the country of {names}]: "
            + "one has to take the file over before Europass accepts it.",
        fi: "Europassin omat tarkistukset vaativat myöntävän organisaation virallisen tunnisteen[ ja maan: {names}]: "
            + "organisaation on otettava tiedosto nimiinsä, ennen kuin Europass hyväksyy sen.",
        sv: "Europass egna kontroller kräver en utfärdande organisations officiella identifierare[ och landet för "
            + "{names}]: en organisation måste överta filen innan Europass godtar den.")
    static let level = LocalizedText(en: "level", fi: "taso", sv: "nivå")
    static let issuer = LocalizedText(en: "Issued by:", fi: "Myöntäjä:", sv: "Utfärdare:")
    static let awarded = LocalizedText(en: "Awarded:", fi: "Myönnetty:", sv: "Utfärdat:")
    static let names = LocalizedText(en: "Names you by:", fi: "Tunnistaa sinut:", sv: "Namnger dig med:")
    static let nobodyNamed = LocalizedText(en: "nothing", fi: "ei mistään", sv: "ingenting")
    static let email = LocalizedText(en: "email address", fi: "sähköpostiosoite", sv: "e-postadress")
    static let passportNumber = LocalizedText(en: "passport number", fi: "passinumero", sv: "passnummer")
    static let hashed = LocalizedText(en: "hashed", fi: "tiivisteenä", sv: "hashad")
    static let salted = LocalizedText(
        en: "hashed, its salt beside it", fi: "tiivisteenä, suola vieressä", sv: "hashad, med saltet bredvid")
    static let period = LocalizedText(en: "Period:", fi: "Ajanjakso:", sv: "Period:")
    static let role = LocalizedText(en: "Role:", fi: "Rooli:", sv: "Roll:")
    static let narrative = LocalizedText(en: "What was done:", fi: "Mitä tehtiin:", sv: "Vad som gjordes:")
    static let assessor = LocalizedText(en: "Assessed by:", fi: "Arvioija:", sv: "Bedömt av:")
    static let evidence = LocalizedText(en: "Evidence:", fi: "Näyttö:", sv: "Bevis:")
    static let further = LocalizedText(en: "Also says:", fi: "Kertoo myös:", sv: "Säger också:")
    static let mind = LocalizedText(en: "Mind:", fi: "Huomaa:", sv: "Tänk på:")
    static let guessable = LocalizedText(
        en: "A hashed address or number stands beside its salt: whoever has a list of likely ones, such as a class "
            + "list, finds yours in seconds.",
        fi: "Tiivistetty osoite tai numero on suolansa vieressä: jolla on lista mahdollisista, kuten luokkalista, "
            + "löytää omasi sekunneissa.",
        sv: "En hashad adress eller ett hashat nummer står bredvid sitt salt: den som har en lista över tänkbara, "
            + "till exempel en klasslista, hittar din på några sekunder.")
    static let plain = LocalizedText(
        en: "An address or number stands in a badge for everybody to read.",
        fi: "Merkissä on osoite tai numero kaikkien luettavissa.",
        sv: "I ett märke står en adress eller ett nummer som alla kan läsa.")
    static let counted = LocalizedText(
        en: "\"{name}\" names the awards that it counted: a reader sees that you have them.",
        fi: "\"{name}\" nimeää suoritukset, jotka siihen laskettiin: lukija näkee, että sinulla on ne.",
        sv: "\"{name}\" namnger de prestationer som räknades in: läsaren ser att du har dem.")
    static let notYours = LocalizedText(
        en: "\"{name}\" isn't made out to your key: a reader can't tell from the signature that it is yours.",
        fi: "\"{name}\" ei ole myönnetty avaimellesi: lukija ei näe allekirjoituksesta, että se on sinun.",
        sv: "\"{name}\" är inte utfärdat till din nyckel: läsaren ser inte av signaturen att det är ditt.")
    static let list = LocalizedText(
        en: "Withdrawals go along as known on {date}, {days} days ago: {list}",
        fi: "Mukana ovat perumiset sellaisina kuin ne tunnettiin {date}, {days} päivää sitten: {list}",
        sv: "Med går återkallelserna som de var kända {date}, för {days} dagar sedan: {list}")
    static let document = LocalizedText(
        en: "The keys of {did} go along.", fi: "Mukana ovat myöntäjän {did} avaimet.",
        sv: "Nycklarna för {did} går med.")
    static let noList = LocalizedText(
        en: "No status list goes along: a reader who wants to know of withdrawals has to get it from the issuer.",
        fi: "Mukana ei ole tilalistaa: lukija, joka haluaa tietää perumisista, hakee sen myöntäjältä.",
        sv: "Ingen statuslista går med: en läsare som vill veta om återkallelser hämtar den hos utfärdaren.")
    static let unconfirmed = LocalizedText(
        en: "\"{name}\" can't be confirmed here, and perhaps not by its reader. {reason}",
        fi: "Merkkiä \"{name}\" ei voida vahvistaa täällä eikä ehkä lukijankaan luona. {reason}",
        sv: "\"{name}\" kan inte bekräftas här och kanske inte hos läsaren. {reason}")
}
