/// What each check asks, and why.
extension Check {
    /// The question that the check answers.
    public var question: LocalizedText { words.question }

    public var explanation: CodeExplanation {
        CodeExplanation(audience: [.receiver], meaning: words.meaning, next: Self.next)
    }

    private static let next = LocalizedText(
        en: "Each answer of this check has a code; `passportctl verify --explain CODE` says what it means.",
        fi:
            "Tarkistuksen jokaisella vastauksella on koodi; `passportctl verify --explain KOODI` kertoo sen merkityksen.",
        sv: "Varje svar i kontrollen har en kod; `passportctl verify --explain KOD` förklarar den.")

    private var words: (question: LocalizedText, meaning: LocalizedText) {
        switch self {
        case .form:
            (
                LocalizedText(
                    en: "Is the file a credential?", fi: "Onko tiedosto todistus?", sv: "Är filen ett intyg?"),
                LocalizedText(
                    en: "Before anything else the file must be one that can be read as a badge or another credential.",
                    fi: "Ensin katsotaan, voiko tiedoston ylipäätään lukea merkkinä tai muuna todistuksena.",
                    sv: "Först av allt måste filen gå att läsa som ett märke eller ett annat intyg.")
            )
        case .contexts:
            (
                LocalizedText(
                    en: "Is the meaning of its words known?", fi: "Tunnetaanko siinä käytettyjen sanojen merkitys?",
                    sv: "Är betydelsen av orden i det känd?"),
                LocalizedText(
                    en: "The words in a badge mean what its vocabularies say. An unknown one could change the sense.",
                    fi:
                        "Merkin sanat tarkoittavat sitä, mitä sen sanastot kertovat. Tuntematon sanasto voisi muuttaa merkityksen.",
                    sv:
                        "Orden i ett märke betyder det som dess ordlistor säger. En okänd ordlista kunde ändra betydelsen."
                )
            )
        case .proof:
            (
                LocalizedText(
                    en: "Does the signature fit?", fi: "Täsmääkö allekirjoitus?", sv: "Stämmer signaturen?"),
                LocalizedText(
                    en:
                        "A signature that fits shows that not a letter was changed after signing, and which key it was made with.",
                    fi:
                        "Täsmäävä allekirjoitus osoittaa, ettei kirjaintakaan ole muutettu jälkeenpäin, ja kertoo, millä avaimella se on tehty.",
                    sv:
                        "En signatur som stämmer visar att inte en enda bokstav har ändrats efteråt och med vilken nyckel den är gjord."
                )
            )
        case .controller:
            (
                LocalizedText(
                    en: "Is the key the issuer's?", fi: "Onko avain myöntäjän?", sv: "Är nyckeln utfärdarens?"),
                LocalizedText(
                    en:
                        "A sound signature by somebody else is worth nothing: the key must belong to the issuer that is named.",
                    fi:
                        "Virheetönkin allekirjoitus on arvoton, jos sen on tehnyt joku muu: avaimen pitää kuulua merkissä nimetylle myöntäjälle.",
                    sv:
                        "Också en felfri signatur är värdelös om någon annan har gjort den: nyckeln måste tillhöra den utfärdare som märket anger."
                )
            )
        case .claims:
            (
                LocalizedText(
                    en: "Is what is shown what was signed?", fi: "Näkyykö tässä se, mikä on allekirjoitettu?",
                    sv: "Visas just det som signerades?"),
                LocalizedText(
                    en:
                        "A file can be rearranged so that its signature still fits but readers see something else. This check looks for that.",
                    fi:
                        "Tiedoston voi järjestää uudelleen niin, että allekirjoitus täsmää mutta lukija näkee jotain muuta. Tämä tarkistus etsii sellaista.",
                    sv:
                        "En fil kan ordnas om så att signaturen stämmer men läsaren ser något annat. Den här kontrollen letar efter sådant."
                )
            )
        case .validity:
            (
                LocalizedText(
                    en: "Is it valid on that day?", fi: "Onko se voimassa kyseisenä päivänä?",
                    sv: "Är det giltigt den dag det gäller?"),
                LocalizedText(
                    en:
                        "A badge may have a first and a last day of validity. They are compared with today, or with the day that you give with `--at`.",
                    fi:
                        "Merkillä voi olla ensimmäinen ja viimeinen voimassaolopäivä. Niitä verrataan tähän päivään tai päivään, jonka annat valinnalla `--at`.",
                    sv:
                        "Ett märke kan ha en första och en sista giltighetsdag. De jämförs med dagens datum eller med den dag som du anger med `--at`."
                )
            )
        case .status:
            (
                LocalizedText(
                    en: "Has it been withdrawn?", fi: "Onko se peruttu?", sv: "Har det återkallats?"),
                LocalizedText(
                    en:
                        "An issuer can withdraw a badge or put it on hold after awarding it, and says so in a signed list.",
                    fi:
                        "Myöntäjä voi jälkikäteen perua merkin tai keskeyttää sen voimassaolon. Se kertoo siitä allekirjoitetussa luettelossa.",
                    sv:
                        "En utfärdare kan i efterhand återkalla ett märke eller göra det vilande. Det meddelas i en signerad lista."
                )
            )
        case .schema:
            (
                LocalizedText(
                    en: "Does it follow the published form?", fi: "Noudattaako se julkaistua muotoa?",
                    sv: "Följer det den publicerade formen?"),
                LocalizedText(
                    en:
                        "The standard says which parts a badge has and how each is written, so that everybody's programs can read it.",
                    fi:
                        "Standardi määrää, mitä osia merkissä on ja miten ne kirjoitetaan, jotta kaikki ohjelmat osaavat lukea sitä.",
                    sv:
                        "Standarden säger vilka delar ett märke har och hur de skrivs, så att allas program kan läsa det."
                )
            )
        case .badge:
            (
                LocalizedText(
                    en: "Is the badge free of contradictions?", fi: "Onko merkki sisällöltään ristiriidaton?",
                    sv: "Är märkets innehåll motsägelsefritt?"),
                LocalizedText(
                    en: "Achievement, level, results and credits must not contradict each other.",
                    fi: "Suoritus, taso, tulokset ja laajuus eivät saa olla ristiriidassa keskenään.",
                    sv: "Prestation, nivå, resultat och omfattning får inte motsäga varandra.")
            )
        case .endorsements:
            (
                LocalizedText(
                    en: "Has anybody endorsed it?", fi: "Onko joku suositellut sitä?",
                    sv: "Har någon rekommenderat det?"),
                LocalizedText(
                    en:
                        "Others can add signed statements in favour of a badge. They never make it genuine, and never false.",
                    fi:
                        "Muut voivat liittää merkkiin allekirjoitettuja suosituksia. Merkin aitouteen ne eivät vaikuta.",
                    sv:
                        "Andra kan bifoga signerade uttalanden till stöd för ett märke. De påverkar inte om märket är äkta."
                )
            )
        case .recipient:
            (
                LocalizedText(en: "Whose is it?", fi: "Kenen se on?", sv: "Vems är det?"),
                LocalizedText(
                    en:
                        "A genuine badge can be another person's. It is compared with the address, number or key that you ask about.",
                    fi:
                        "Aito merkki voi olla toisen henkilön. Sitä verrataan osoitteeseen, numeroon tai avaimeen, jonka annat.",
                    sv:
                        "Ett äkta märke kan vara någon annans. Det jämförs med adressen, numret eller nyckeln som du anger."
                )
            )
        case .issuer:
            (
                LocalizedText(
                    en: "Do you trust the issuer?", fi: "Luotatko myöntäjään?", sv: "Litar du på utfärdaren?"),
                LocalizedText(
                    en:
                        "Anybody can issue badges. Those whose word you trust are on your own list of trusted issuers, with their keys.",
                    fi:
                        "Merkkejä voi myöntää kuka tahansa. Ne, joiden sanaan luotat, ovat avaimineen luotettujen myöntäjiesi luettelossa.",
                    sv:
                        "Vem som helst kan utfärda märken. De vars ord du litar på finns med sina nycklar i din egen förteckning över betrodda utfärdare."
                )
            )
        }
    }
}
