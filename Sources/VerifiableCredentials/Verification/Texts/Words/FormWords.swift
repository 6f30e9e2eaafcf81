/// What is said about the form of the file.
///
/// Long because it is a table: one row a code, three languages a text.
enum FormWords {
    static let formOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The file is a credential that can be judged.",
            fi: "Tiedosto on todistus, jonka voi tarkistaa.",
            sv: "Filen är ett intyg som kan kontrolleras."),
        meaning: LocalizedText(
            en:
                "The file is a badge or another credential in a form that this program reads. What it says is looked at by the other checks.",
            fi:
                "Tiedosto on merkki tai muu todistus, jonka muodon ohjelma osaa lukea. Sisältöä tutkivat muut tarkistukset.",
            sv:
                "Filen är ett märke eller ett annat intyg i en form som programmet kan läsa. Innehållet undersöks i de övriga kontrollerna."
        ),
        next: LocalizedText(
            en: "Nothing to do: the file is of the right kind.",
            fi: "Mitään ei tarvitse tehdä: tiedosto on oikeanlainen.",
            sv: "Inget behöver göras: filen är av rätt slag."))

    static let formEmpty = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The file is empty.",
            fi: "Tiedosto on tyhjä.",
            sv: "Filen är tom."),
        reason: LocalizedText(
            en: "the file is empty",
            fi: "tiedosto on tyhjä",
            sv: "filen är tom"),
        hint: LocalizedText(
            en: "The file may have been cut off on its way; ask the sender for the whole file.",
            fi: "Tiedosto on voinut katketa matkalla; pyydä lähettäjältä koko tiedosto.",
            sv: "Filen kan ha klippts av på vägen; be avsändaren om hela filen."),
        meaning: LocalizedText(
            en:
                "The file has no content at all, so there is nothing to judge. Whether the learner has the badge is another matter.",
            fi:
                "Tiedostossa ei ole mitään sisältöä, joten tarkistettavaa ei ole. Se, onko oppijalla merkki, on eri asia.",
            sv:
                "Filen har inget innehåll alls, så det finns inget att kontrollera. Om den lärande har märket är en annan fråga."
        ))

    static let formJSON = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The file can't be read as JSON[: line {line}, column {column}].",
            fi: "Tiedostoa ei voi lukea JSON-muotoisena[: rivi {line}, sarake {column}].",
            sv: "Filen kan inte läsas som JSON[: rad {line}, kolumn {column}]."),
        reason: LocalizedText(
            en: "the file is damaged or isn't a badge file",
            fi: "tiedosto on vioittunut tai ei ole merkkitiedosto",
            sv: "filen är skadad eller är ingen märkesfil"),
        hint: LocalizedText(
            en: "The file may have been cut off on its way; ask the sender for the whole file.",
            fi: "Tiedosto on voinut katketa matkalla; pyydä lähettäjältä koko tiedosto.",
            sv: "Filen kan ha klippts av på vägen; be avsändaren om hela filen."),
        meaning: LocalizedText(
            en:
                "A badge file is text in a strict form called JSON. This one isn't in that form, or could be read in two ways, so nobody can say for certain what it says.",
            fi:
                "Merkkitiedosto on tekstiä, jolla on tarkka muoto, JSON. Tämä tiedosto ei ole oikeassa muodossa, tai sen voi lukea kahdella tavalla, joten kukaan ei voi varmasti sanoa, mitä siinä lukee.",
            sv:
                "En märkesfil är text i en strikt form som heter JSON. Den här filen följer inte formen eller kan läsas på två sätt, så ingen kan säkert säga vad det står i den."
        ))

    static let formNotCredential = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The file holds no badge or other verifiable credential.",
            fi: "Tiedostossa ei ole osaamismerkkiä eikä muuta tarkistettavaa todistusta.",
            sv: "Filen innehåller inget kompetensmärke och inget annat verifierbart intyg."),
        reason: LocalizedText(
            en: "there is no badge in the file",
            fi: "tiedostossa ei ole merkkiä",
            sv: "det finns inget märke i filen"),
        hint: LocalizedText(
            en: "Ask the sender for the file as it came from the issuer.",
            fi: "Pyydä lähettäjältä tiedosto sellaisena kuin se tuli myöntäjältä.",
            sv: "Be avsändaren om filen som den kom från utfärdaren."),
        meaning: LocalizedText(
            en:
                "The file can be read, but it isn't a badge or another signed credential. Often the wrong file was sent, or only a part of the right one.",
            fi:
                "Tiedoston voi lukea, mutta se ei ole merkki eikä muu allekirjoitettu todistus. Usein on lähetetty väärä tiedosto tai vain osa oikeasta.",
            sv:
                "Filen går att läsa, men den är varken ett märke eller ett annat signerat intyg. Ofta har fel fil skickats, eller bara en del av den rätta."
        ))

    static let formModel = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The credential isn't built as it must be.",
            fi: "Todistus ei ole rakenteeltaan sellainen kuin sen pitää olla.",
            sv: "Intyget är inte uppbyggt som det ska."),
        reason: LocalizedText(
            en: "the credential isn't built as it must be",
            fi: "todistuksen rakenne on väärä",
            sv: "intyget är fel uppbyggt"),
        hint: LocalizedText(
            en: "Ask the sender for the file as it came from the issuer.",
            fi: "Pyydä lähettäjältä tiedosto sellaisena kuin se tuli myöntäjältä.",
            sv: "Be avsändaren om filen som den kom från utfärdaren."),
        meaning: LocalizedText(
            en:
                "Something that every credential must have is missing or of the wrong kind, such as the issuer or the type. A sound issuing program doesn't make such files.",
            fi:
                "Jokin, mikä jokaisessa todistuksessa pitää olla, puuttuu tai on vääränlainen, esimerkiksi myöntäjä tai laji. Kunnollinen ohjelma ei tee tällaisia tiedostoja.",
            sv:
                "Något som varje intyg ska ha saknas eller är av fel slag, till exempel utfärdaren eller typen. Ett fungerande utfärdarprogram gör inte sådana filer."
        ))

    static let formJWS = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The signed text (JWT) breaks a rule.",
            fi: "Allekirjoitettu teksti (JWT) on sääntöjen vastainen.",
            sv: "Den signerade texten (JWT) bryter mot en regel."),
        reason: LocalizedText(
            en: "the signed text breaks the rules for such files",
            fi: "allekirjoitettu teksti on sääntöjen vastainen",
            sv: "den signerade texten bryter mot reglerna"),
        hint: LocalizedText(
            en: "Ask the sender for the file as it came from the issuer.",
            fi: "Pyydä lähettäjältä tiedosto sellaisena kuin se tuli myöntäjältä.",
            sv: "Be avsändaren om filen som den kom från utfärdaren."),
        meaning: LocalizedText(
            en:
                "The badge is one long line of signed text, a JWT. It breaks a rule that keeps such lines safe, so it isn't read any further.",
            fi:
                "Merkki on yksi pitkä allekirjoitettu tekstirivi, JWT. Se rikkoo sääntöä, jonka ansiosta tällaiset rivit ovat turvallisia, joten sitä ei lueta pidemmälle.",
            sv:
                "Märket är en enda lång rad signerad text, en JWT. Den bryter mot en regel som gör sådana rader säkra och läses därför inte vidare."
        ))

    static let formJWSSerialization = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "This form of signed text (JSON serialisation or SD-JWT) isn't read here.",
            fi: "Tätä allekirjoitetun tekstin muotoa (JSON-sarjallistus tai SD-JWT) ei lueta tässä ohjelmassa.",
            sv: "Den här formen av signerad text (JSON-serialisering eller SD-JWT) läses inte här."),
        reason: LocalizedText(
            en: "the file is of a form that isn't read here",
            fi: "tiedoston muotoa ei lueta tässä ohjelmassa",
            sv: "filen har en form som inte läses här"),
        hint: LocalizedText(
            en: "Ask the sender for the badge itself, as a JSON file or a compact JWT.",
            fi: "Pyydä lähettäjältä itse merkki JSON-tiedostona tai tiiviinä JWT-tekstinä.",
            sv: "Be avsändaren om själva märket som en JSON-fil eller en kompakt JWT-text."),
        meaning: LocalizedText(
            en:
                "The badge is signed in a way that other programs use and this one doesn't read. It may well be genuine.",
            fi:
                "Merkki on allekirjoitettu tavalla, jota muut ohjelmat käyttävät mutta jota tämä ei lue. Se voi hyvinkin olla aito.",
            sv:
                "Märket är signerat på ett sätt som andra program använder men som det här inte läser. Det kan mycket väl vara äkta."
        ))

    static let formPresentation = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The file is a presentation, put together by its holder; the credentials in it are checked one by one.",
            fi: "Tiedosto on haltijan tekemä kooste; siinä olevat todistukset tarkistetaan yksitellen.",
            sv: "Filen är en sammanställning som innehavaren har gjort; intygen i den kontrolleras ett och ett."),
        meaning: LocalizedText(
            en:
                "The holder has put one or more credentials into one file and may have signed the whole. Each of them gets its own answer, since the presentation proves nothing about them.",
            fi:
                "Haltija on koonnut samaan tiedostoon yhden tai useamman todistuksen ja on voinut allekirjoittaa koosteen. Jokainen todistus saa oman vastauksensa, sillä kooste ei todista niistä mitään.",
            sv:
                "Innehavaren har samlat ett eller flera intyg i en fil och kan ha signerat helheten. Varje intyg får sitt eget svar, för sammanställningen bevisar inget om dem."
        ),
        next: LocalizedText(
            en: "Read the answer that each credential inside got.",
            fi: "Lue kunkin tiedostossa olevan todistuksen oma vastaus.",
            sv: "Läs svaret för vart och ett av intygen i filen."))

    static let formEnveloped = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The badge is inside an envelope of a form that isn't opened here.",
            fi: "Merkki on kuoressa, jonka muotoa tämä ohjelma ei avaa.",
            sv: "Märket ligger i ett kuvert av en form som inte öppnas här."),
        reason: LocalizedText(
            en: "the badge is in an envelope that isn't opened here",
            fi: "merkki on kuoressa, jota tässä ei avata",
            sv: "märket ligger i ett kuvert som inte öppnas här"),
        hint: LocalizedText(
            en: "Ask the sender for the badge itself, as a JSON file or a compact JWT.",
            fi: "Pyydä lähettäjältä itse merkki JSON-tiedostona tai tiiviinä JWT-tekstinä.",
            sv: "Be avsändaren om själva märket som en JSON-fil eller en kompakt JWT-text."),
        meaning: LocalizedText(
            en:
                "The credential was packed into another form before it was sent, and this program can't unpack that form. Nothing is known about what lies inside.",
            fi:
                "Todistus on ennen lähettämistä pakattu muotoon, jota tämä ohjelma ei osaa purkaa. Sisällöstä ei tiedetä mitään.",
            sv:
                "Intyget har före avsändandet packats i en form som programmet inte kan packa upp. Inget är känt om innehållet."
        ))

    static let formPicture = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The file is a picture; no badge data was found in it.",
            fi: "Tiedosto on kuva; siitä ei löytynyt merkin tietoja.",
            sv: "Filen är en bild; inga märkesuppgifter hittades i den."),
        reason: LocalizedText(
            en: "it is a picture without a badge in it",
            fi: "se on kuva, jossa ei ole merkkiä",
            sv: "det är en bild utan märke i"),
        hint: LocalizedText(
            en: "A picture of a badge proves nothing, nor does it show a forgery; ask for the badge file.",
            fi: "Merkin kuva ei todista mitään, ei myöskään väärennöstä; pyydä merkin tiedosto.",
            sv: "En bild av ett märke bevisar inget, inte heller en förfalskning; be om märkets fil."),
        meaning: LocalizedText(
            en:
                "A badge can be hidden inside its picture, but screenshots, printouts and pictures that were sent through a message service lose it. This picture carries no badge.",
            fi:
                "Merkki voi olla kätkettynä kuvaansa, mutta kuvakaappauksesta, tulosteesta tai pikaviestipalvelun kautta lähetetystä kuvasta se häviää. Tässä kuvassa ei ole merkkiä.",
            sv:
                "Ett märke kan ligga dolt i sin bild, men det försvinner i skärmdumpar, utskrifter och bilder som skickats via en meddelandetjänst. I den här bilden finns inget märke."
        ))

    static let formBaking = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The badge isn't in the picture as the standard says.",
            fi: "Merkki ei ole kuvassa standardin mukaisesti.",
            sv: "Märket ligger inte i bilden enligt standarden."),
        reason: LocalizedText(
            en: "the badge isn't in its picture as it must be",
            fi: "merkki ei ole kuvassaan niin kuin pitää",
            sv: "märket ligger inte i sin bild som det ska"),
        hint: LocalizedText(
            en: "Ask the issuer for the badge's own file.",
            fi: "Pyydä myöntäjältä merkin oma tiedosto.",
            sv: "Be utfärdaren om märkets egen fil."),
        meaning: LocalizedText(
            en:
                "There is something like a badge in the picture, but not in the place and form that the standard gives. If a badge could be put there in several ways, different people might see different badges.",
            fi:
                "Kuvassa on jotain merkin tapaista, mutta ei standardin määräämässä paikassa ja muodossa. Jos merkin voisi panna kuvaan monella tavalla, eri lukijat voisivat nähdä eri merkin.",
            sv:
                "I bilden finns något som liknar ett märke, men inte på den plats och i den form som standarden anger. Om märket fick ligga på flera sätt kunde olika läsare se olika märken."
        ))

    static let formOpenBadges2 = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The badge is of the older kind Open Badges 2.0, which can't be checked offline.",
            fi: "Merkki on vanhempaa Open Badges 2.0 -lajia, jota ei voi tarkistaa ilman verkkoyhteyttä.",
            sv: "Märket är av den äldre sorten Open Badges 2.0, som inte kan kontrolleras utan nätverk."),
        reason: LocalizedText(
            en: "it is a badge of an older kind that can't be checked offline",
            fi: "se on vanhempi merkki, jota ei voi tarkistaa ilman verkkoa",
            sv: "det är ett äldre märke som inte kan kontrolleras utan nätverk"),
        hint: LocalizedText(
            en: "Ask the issuer to confirm it, or to award it anew as an Open Badge 3.0.",
            fi: "Pyydä myöntäjää vahvistamaan se tai myöntämään se uudelleen Open Badges 3.0 -merkkinä.",
            sv: "Be utfärdaren bekräfta det eller utfärda det på nytt som ett Open Badges 3.0-märke."),
        meaning: LocalizedText(
            en:
                "Badges of the older version are checked by asking the issuer's web server. Without a network nothing can be said about this one, either for or against it.",
            fi:
                "Vanhemman version merkit tarkistetaan kysymällä myöntäjän verkkopalvelimelta. Ilman verkkoyhteyttä tästä ei voi sanoa mitään puolesta eikä vastaan.",
            sv:
                "Märken av den äldre versionen kontrolleras genom att fråga utfärdarens webbserver. Utan nätverk går det inte att säga något om det här, varken för eller emot."
        ))

    static let formUnreadable = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The file could not be read.",
            fi: "Tiedoston lukeminen ei onnistunut.",
            sv: "Filen gick inte att läsa."),
        reason: LocalizedText(
            en: "the file could not be read from the disk",
            fi: "tiedostoa ei voitu lukea levyltä",
            sv: "filen kunde inte läsas från disken"),
        hint: LocalizedText(
            en: "Check the file's name and whether you may read it.",
            fi: "Tarkista tiedoston nimi ja se, saatko lukea sitä.",
            sv: "Kontrollera filens namn och om du får läsa den."),
        meaning: LocalizedText(
            en:
                "The computer couldn't open the file: it isn't there, or whoever runs the program may not read it. This says nothing about the badge.",
            fi:
                "Tietokone ei pystynyt avaamaan tiedostoa: sitä ei ole, tai ohjelman käyttäjällä ei ole lupaa lukea sitä. Merkistä tämä ei kerro mitään.",
            sv:
                "Datorn kunde inte öppna filen: den finns inte, eller så får den som kör programmet inte läsa den. Det säger inget om märket."
        ))
}
