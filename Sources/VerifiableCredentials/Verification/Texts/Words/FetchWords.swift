/// Why something wasn't fetched, as the end of a sentence; by the code that stands in the report's detail.
enum FetchWords {
    static let reasons: [String: LocalizedText] = [
        "fetch.not-https": LocalizedText(
            en: "its address isn't a secure one (https)", fi: "sen osoite ei ole suojattu (https)",
            sv: "adressen är inte skyddad (https)"),
        "fetch.address": LocalizedText(
            en: "its address can't be read", fi: "sen osoitetta ei voi lukea", sv: "adressen går inte att läsa"),
        "fetch.port": LocalizedText(
            en: "its address leads to a port where no web server is looked for",
            fi: "osoite vie porttiin, josta verkkopalvelinta ei etsitä",
            sv: "adressen leder till en port där ingen webbserver söks"),
        "fetch.private-address": LocalizedText(
            en: "its server stands in a private network", fi: "palvelin on yksityisessä verkossa",
            sv: "servern finns i ett privat nätverk"),
        "fetch.name-unknown": LocalizedText(
            en: "no server of that name was found", fi: "sen nimistä palvelinta ei löytynyt",
            sv: "ingen server med det namnet hittades"),
        "fetch.unreachable": LocalizedText(
            en: "its server doesn't answer", fi: "palvelin ei vastaa", sv: "servern svarar inte"),
        "fetch.certificate": LocalizedText(
            en: "its server didn't prove to be the right one", fi: "palvelin ei osoittanut olevansa oikea",
            sv: "servern visade inte att den är den rätta"),
        "fetch.tls": LocalizedText(
            en: "no secure connection came about", fi: "suojattua yhteyttä ei syntynyt",
            sv: "ingen skyddad anslutning gick att upprätta"),
        "fetch.timeout": LocalizedText(
            en: "its server was too slow", fi: "palvelin oli liian hidas", sv: "servern var för långsam"),
        "fetch.too-large": LocalizedText(
            en: "it is larger than what is read", fi: "se on suurempi kuin mitä luetaan",
            sv: "det är större än vad som läses"),
        "fetch.redirect": LocalizedText(
            en: "its address leads elsewhere", fi: "osoite ohjaa muualle", sv: "adressen leder någon annanstans"),
        "fetch.status": LocalizedText(
            en: "its server doesn't give it out", fi: "palvelin ei luovuta sitä", sv: "servern lämnar inte ut det"),
        "fetch.encoded": LocalizedText(
            en: "its server sends it in a form that isn't read", fi: "palvelin lähettää sen muodossa, jota ei lueta",
            sv: "servern skickar det i en form som inte läses"),
        "fetch.broken-off": LocalizedText(
            en: "the connection broke off", fi: "yhteys katkesi", sv: "anslutningen bröts"),
        "fetch.no-library": LocalizedText(
            en: "what the program makes connections with is missing (libcurl)",
            fi: "ohjelmalta puuttuu yhteyksiin tarvittava osa (libcurl)",
            sv: "det som programmet behöver för anslutningar saknas (libcurl)"),
        "fetch.other-content": LocalizedText(
            en: "something else is published in its place", fi: "sen paikalle on julkaistu jotain muuta",
            sv: "något annat är publicerat på dess plats"),
        "fetch.too-many": LocalizedText(
            en: "the files name more than is asked in one run", fi: "tiedostot nimeävät enemmän kuin kerralla haetaan",
            sv: "filerna nämner mer än vad som hämtas på en gång"),
        "fetch.unlisted-issuer": LocalizedText(
            en: "you have not listed its issuer, so nobody was asked",
            fi: "myöntäjä ei ole luettelossasi, joten keneltäkään ei kysytty",
            sv: "utfärdaren finns inte i din förteckning, så ingen tillfrågades"),
        "did.web": LocalizedText(
            en: "the issuer's name leads to no place on the web", fi: "myöntäjän tunnus ei johda mihinkään verkossa",
            sv: "utfärdarens id leder inte till någon plats på webben"),
    ]
}
