import VerifiableCredentials

/// The printable page's texts.
enum PageText {
    static let title = LocalizedText(en: "Work-life passport", fi: "Työelämäpassi", sv: "Arbetslivspass")
    static let statedName = LocalizedText(
        en: "The name as its owner states it.", fi: "Nimi omistajan itsensä ilmoittamana.",
        sv: "Namnet som ägaren själv uppger det.")
    static let made = LocalizedText(en: "Made on {date}.", fi: "Tehty {date}.", sv: "Gjort {date}.")
    static let until = LocalizedText(
        en: "Signed until {date}.", fi: "Allekirjoitus on voimassa {date} asti.", sv: "Signaturen gäller till {date}.")
    static let receiver = LocalizedText(en: "Made for {name}.", fi: "Vastaanottaja: {name}.", sv: "Mottagare: {name}.")
    static let key = LocalizedText(en: "The owner's key:", fi: "Omistajan avain:", sv: "Ägarens nyckel:")
    static let picture = LocalizedText(
        en: "Picture of the badge {name}", fi: "Merkin {name} kuva", sv: "Bild av märket {name}")
    static let level = LocalizedText(en: "Level", fi: "Taso", sv: "Nivå")
    static let extent = LocalizedText(en: "Extent", fi: "Laajuus", sv: "Omfattning")
    static let indicative = LocalizedText(en: "indicative", fi: "suuntaa-antava", sv: "riktgivande")
    static let issuer = LocalizedText(en: "Issued by", fi: "Myöntäjä", sv: "Utfärdare")
    static let awarded = LocalizedText(en: "Awarded", fi: "Myönnetty", sv: "Utfärdat")
    static let valid = LocalizedText(en: "Valid until", fi: "Voimassa", sv: "Giltigt till")
    static let howToCheck = LocalizedText(en: "How to check this", fi: "Näin tarkistat", sv: "Så här kontrollerar du")
    static let noProof = LocalizedText(
        en: "The page alone proves nothing: the signed badges are in its file, and a print or a picture holds none.",
        fi: "Sivu yksin ei todista mitään: allekirjoitetut merkit ovat sivun tiedostossa, eikä tulosteessa tai kuvassa "
            + "ole niitä.",
        sv: "Sidan ensam bevisar ingenting: de signerade märkena finns i sidans fil, och en utskrift eller bild "
            + "innehåller inga.")
    static let save = LocalizedText(
        en: "Ask for this page as a file, and save it as it came.",
        fi: "Pyydä tämä sivu tiedostona ja tallenna se sellaisenaan.",
        sv: "Be om sidan som fil och spara den som den kom.")
    static let run = LocalizedText(
        en: "Check it, without a network:", fi: "Tarkista se ilman verkkoa:", sv: "Kontrollera den utan nät:")
    static let answer = LocalizedText(
        en: "For each badge the answer is genuine, undecided or not valid, with the reason.",
        fi: "Vastaus kustakin merkistä on aito, ratkaisematta tai ei kelpaa, perusteluineen.",
        sv: "Svaret för varje märke är äkta, oavgjort eller inte giltigt, med orsaken.")
    static let fileName = LocalizedText(en: "passport.html", fi: "passi.html", sv: "pass.html")
}
