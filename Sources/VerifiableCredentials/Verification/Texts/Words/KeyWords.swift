/// What is said about the key that signed, and when it was good.
enum KeyWords {
    static let keyUnavailable = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The key of the issuer ({issuer}) isn't at hand, so the signature could not be checked.",
            fi: "Myöntäjän ({issuer}) avainta ei ole käytettävissä, joten allekirjoitusta ei voitu tarkistaa.",
            sv: "Utfärdarens ({issuer}) nyckel finns inte här, så signaturen kunde inte kontrolleras."),
        reason: LocalizedText(
            en: "you don't have what is needed to check this issuer's signature",
            fi: "sinulla ei ole avainta, jolla tämän myöntäjän allekirjoituksen voi tarkistaa",
            sv: "du saknar nyckeln som behövs för att kontrollera utfärdarens signatur"),
        hint: LocalizedText(
            en:
                "Add the issuer to your list with `passportctl trust add`, give its key document with --did-document, or have it fetched with --online.",
            fi:
                "Lisää myöntäjä luetteloosi komennolla `passportctl trust add`, anna sen avainasiakirja valinnalla --did-document tai hae se valinnalla --online.",
            sv:
                "Lägg till utfärdaren i din förteckning med `passportctl trust add`, ange dess nyckeldokument med --did-document eller låt hämta det med --online."
        ),
        meaning: LocalizedText(
            en:
                "To check a signature, a receiver needs the issuer's public key. It is neither in your list of trusted issuers nor in the files you gave, and this program asks the issuer's site only when you say --online.",
            fi:
                "Allekirjoituksen tarkistamiseen tarvitaan myöntäjän julkinen avain. Sitä ei ole luotettujen myöntäjiesi luettelossa eikä antamissasi tiedostoissa, ja ohjelma kysyy myöntäjän sivustolta vain, kun annat valinnan --online.",
            sv:
                "För att kontrollera en signatur behövs utfärdarens publika nyckel. Den finns varken i din förteckning över betrodda utfärdare eller i filerna du angav, och programmet frågar utfärdarens webbplats bara när du anger --online."
        ))

    static let keyUnknown = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The key {key} is not among the keys that this issuer is known to have.",
            fi: "Avain {key} ei ole niiden avainten joukossa, jotka tällä myöntäjällä tiedetään olevan.",
            sv: "Nyckeln {key} hör inte till de nycklar som utfärdaren är känd för att ha."),
        reason: LocalizedText(
            en: "it was signed with a key that isn't known to be the issuer's",
            fi: "se on allekirjoitettu avaimella, jota ei tunneta myöntäjän avaimeksi",
            sv: "det är signerat med en nyckel som inte är känd som utfärdarens"),
        hint: LocalizedText(
            en: "Ask the issuer which keys it has, and update your list of trusted issuers.",
            fi: "Kysy myöntäjältä, mitä avaimia sillä on, ja päivitä luotettujen myöntäjien luettelosi.",
            sv: "Fråga utfärdaren vilka nycklar den har och uppdatera din förteckning över betrodda utfärdare."),
        meaning: LocalizedText(
            en:
                "The issuer is known, but this key isn't. It may be newer than your list, or it may belong to somebody who only uses the issuer's name.",
            fi:
                "Myöntäjä tunnetaan, mutta tätä sen avainta ei. Avain voi olla luetteloasi uudempi, tai se voi kuulua jollekulle, joka vain käyttää myöntäjän nimeä.",
            sv:
                "Utfärdaren är känd men inte den här nyckeln. Den kan vara nyare än din förteckning, eller tillhöra någon som bara använder utfärdarens namn."
        ))

    static let keyPurpose = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "According to the issuer's key document the key {key} may not be used to award badges.",
            fi: "Myöntäjän avainasiakirjan mukaan avaimella {key} ei saa myöntää merkkejä.",
            sv: "Enligt utfärdarens nyckeldokument får nyckeln {key} inte användas för att utfärda märken."),
        reason: LocalizedText(
            en: "the key that signed it isn't meant for awarding badges",
            fi: "se on allekirjoitettu avaimella, jota ei ole tarkoitettu merkkien myöntämiseen",
            sv: "nyckeln som signerade det är inte avsedd för att utfärda märken"),
        hint: LocalizedText(
            en: "Ask the issuer which keys it has, and update your list of trusted issuers.",
            fi: "Kysy myöntäjältä, mitä avaimia sillä on, ja päivitä luotettujen myöntäjien luettelosi.",
            sv: "Fråga utfärdaren vilka nycklar den har och uppdatera din förteckning över betrodda utfärdare."),
        meaning: LocalizedText(
            en:
                "An organisation has keys for several uses and says which of them may award badges. This key is the organisation's own, but for another use.",
            fi:
                "Organisaatiolla on avaimia eri tarkoituksiin, ja se kertoo, millä niistä saa myöntää merkkejä. Tämä avain on sen oma mutta muuhun käyttöön.",
            sv:
                "En organisation har nycklar för olika ändamål och anger vilka av dem som får användas för att utfärda märken. Den här nyckeln är organisationens, men för något annat."
        ))

    static let keyExpired = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "According to the issuer's own key document the key expired on {date}, before this signature.",
            fi: "Myöntäjän oman avainasiakirjan mukaan avaimen käyttö päättyi {date}, ennen tätä allekirjoitusta.",
            sv: "Enligt utfärdarens eget nyckeldokument slutade nyckeln gälla den {date}, före den här signaturen."),
        reason: LocalizedText(
            en: "it was signed with a key that had already expired",
            fi: "se on allekirjoitettu avaimella, joka oli jo vanhentunut",
            sv: "det är signerat med en nyckel som redan hade gått ut"),
        hint: LocalizedText(
            en: "Ask the issuer which keys it has, and update your list of trusted issuers.",
            fi: "Kysy myöntäjältä, mitä avaimia sillä on, ja päivitä luotettujen myöntäjien luettelosi.",
            sv: "Fråga utfärdaren vilka nycklar den har och uppdatera din förteckning över betrodda utfärdare."),
        meaning: LocalizedText(
            en:
                "The issuer published a last day for this key, and the badge claims to be signed after it. A careful issuer would have used its new key.",
            fi:
                "Myöntäjä on julkaissut avaimelle viimeisen käyttöpäivän, ja merkin oman päiväyksen mukaan se on allekirjoitettu sen jälkeen. Huolellinen myöntäjä olisi käyttänyt uutta avaintaan.",
            sv:
                "Utfärdaren har publicerat en sista dag för nyckeln, och märket säger sig vara signerat efter den. En noggrann utfärdare skulle ha använt sin nya nyckel."
        ))

    static let keyWindow = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "It is dated {date}, but the issuer has had this key only since {from}.",
            fi: "Se on päivätty {date}, mutta myöntäjällä on ollut tämä avain vasta {from} alkaen.",
            sv: "Det är daterat {date}, men utfärdaren fick nyckeln först den {from}."),
        reason: LocalizedText(
            en: "it is dated before the issuer had that key",
            fi: "se on päivätty ennen kuin myöntäjällä oli tämä avain",
            sv: "det är daterat innan utfärdaren hade nyckeln"),
        hint: LocalizedText(
            en: "Don't rely on it; contact the issuer in a way you already know and ask whether it awarded this.",
            fi:
                "Älä luota siihen; ota yhteyttä myöntäjään tavalla, jonka tunnet ennestään, ja kysy, onko se myöntänyt tämän.",
            sv:
                "Lita inte på det; kontakta utfärdaren på ett sätt som du redan känner till och fråga om den har utfärdat det här."
        ),
        meaning: LocalizedText(
            en:
                "According to the issuer's own history of its keys, this key didn't exist on the date that the badge states. The date or the signature can't be right.",
            fi:
                "Myöntäjän oman avainhistorian mukaan tätä avainta ei ollut vielä merkissä mainittuna päivänä. Joko päiväys tai allekirjoitus ei pidä paikkaansa.",
            sv:
                "Enligt utfärdarens egen nyckelhistorik fanns nyckeln inte den dag som märket anger. Antingen datumet eller signaturen stämmer inte."
        ))

    static let keyRetired = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "It is dated {date}; the issuer stopped using this key on {since}.",
            fi: "Se on päivätty {date}; myöntäjä lopetti tämän avaimen käytön {since}.",
            sv: "Det är daterat {date}; utfärdaren slutade använda nyckeln den {since}."),
        reason: LocalizedText(
            en: "it was signed after the issuer stopped using that key",
            fi: "se on allekirjoitettu avaimella, jonka myöntäjä oli jo poistanut käytöstä",
            sv: "det är signerat efter att utfärdaren slutat använda nyckeln"),
        hint: LocalizedText(
            en: "Don't rely on it; contact the issuer in a way you already know and ask whether it awarded this.",
            fi:
                "Älä luota siihen; ota yhteyttä myöntäjään tavalla, jonka tunnet ennestään, ja kysy, onko se myöntänyt tämän.",
            sv:
                "Lita inte på det; kontakta utfärdaren på ett sätt som du redan känner till och fråga om den har utfärdat det här."
        ),
        meaning: LocalizedText(
            en:
                "The issuer changed to a new key and put the old one aside. What was signed with the old key before that still counts; this is dated later.",
            fi:
                "Myöntäjä on siirtynyt uuteen avaimeen ja poistanut vanhan käytöstä. Sitä ennen vanhalla avaimella allekirjoitettu kelpaa yhä, mutta tämä on päivätty myöhemmäksi.",
            sv:
                "Utfärdaren har bytt till en ny nyckel och lagt undan den gamla. Det som signerades med den gamla dessförinnan gäller fortfarande, men det här är daterat senare."
        ))

    static let keyRevoked = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "It is dated {date}; the issuer revoked this key as of {since}.",
            fi: "Se on päivätty {date}; myöntäjä on perunut tämän avaimen {since} alkaen.",
            sv: "Det är daterat {date}; utfärdaren har återkallat nyckeln från och med den {since}."),
        reason: LocalizedText(
            en: "it was signed with a key that the issuer had already revoked",
            fi: "se on allekirjoitettu avaimella, jonka myöntäjä oli jo perunut",
            sv: "det är signerat med en nyckel som utfärdaren redan hade återkallat"),
        hint: LocalizedText(
            en: "Don't rely on it; contact the issuer in a way you already know and ask whether it awarded this.",
            fi:
                "Älä luota siihen; ota yhteyttä myöntäjään tavalla, jonka tunnet ennestään, ja kysy, onko se myöntänyt tämän.",
            sv:
                "Lita inte på det; kontakta utfärdaren på ett sätt som du redan känner till och fråga om den har utfärdat det här."
        ),
        meaning: LocalizedText(
            en:
                "The issuer declared this key void from a certain day, perhaps because it was stolen or lost. The badge claims a later date, so it isn't from the issuer.",
            fi:
                "Myöntäjä on julistanut avaimen pätemättömäksi tietystä päivästä alkaen, ehkä varkauden tai katoamisen vuoksi. Merkki on päivätty myöhemmäksi, joten se ei ole myöntäjältä.",
            sv:
                "Utfärdaren har förklarat nyckeln ogiltig från en viss dag, kanske för att den stulits eller kommit bort. Märket är daterat senare och kommer därför inte från utfärdaren."
        ))

    static let keyTimeUnproven = CodeWords(
        for: .receiver, .learner, .issuer,
        text: LocalizedText(
            en:
                "The key that it was signed with was revoked as of {since}, and only the signer's own word says that it was signed before that.",
            fi:
                "Avain, jolla se on allekirjoitettu, on peruttu {since} alkaen, ja vain allekirjoittajan oma sana kertoo, että se on allekirjoitettu sitä ennen.",
            sv:
                "Nyckeln som det är signerat med är återkallad från och med den {since}, och bara undertecknarens eget ord säger att det signerades dessförinnan."
        ),
        reason: LocalizedText(
            en: "the issuer's key was stolen, and nothing shows that this was signed before that",
            fi: "myöntäjän avain on varastettu, eikä mikään osoita, että tämä on allekirjoitettu sitä ennen",
            sv: "utfärdarens nyckel är stulen, och inget visar att det här signerades dessförinnan"),
        hint: LocalizedText(
            en:
                "Get the issuer's newest published folder, which may list this badge, and give it with --bundle; if that doesn't help, ask the issuer to award it anew.",
            fi:
                "Hanki myöntäjän uusin julkaistu kansio, jonka luettelossa merkki voi olla, ja anna se valinnalla --bundle; jos se ei auta, pyydä myöntäjää myöntämään merkki uudelleen.",
            sv:
                "Skaffa utfärdarens nyaste publicerade mapp, där märket kan finnas förtecknat, och ange den med --bundle; om det inte hjälper, be utfärdaren utfärda märket på nytt."
        ),
        meaning: LocalizedText(
            en:
                "A thief who has the key can put any date on a forgery. Badges from before the theft still count, but only when something other than their own date shows how old they are.",
            fi:
                "Varas, jolla on avain, voi päivätä väärennöksen miten vain. Ennen varkautta myönnetyt merkit kelpaavat yhä, mutta vain jos niiden iän osoittaa jokin muu kuin oma päiväys.",
            sv:
                "En tjuv som har nyckeln kan sätta vilket datum som helst på en förfalskning. Märken från tiden före stölden gäller fortfarande, men bara när något annat än deras eget datum visar hur gamla de är."
        ))

    static let keyTimeProven = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "The signature fits ({suite}). Its key was stolen on {since}, but there is more than its own date to show that it was signed before that ({evidence}).",
            fi:
                "Allekirjoitus täsmää ({suite}). Sen avain on varastettu {since}, mutta muukin kuin sen oma päiväys osoittaa, että se on allekirjoitettu sitä ennen ({evidence}).",
            sv:
                "Signaturen stämmer ({suite}). Nyckeln stals den {since}, men också något annat än märkets eget datum visar att det signerades dessförinnan ({evidence})."
        ),
        meaning: LocalizedText(
            en:
                "The issuer's key was stolen later, and forgeries with it are possible. This badge is older than the theft, and there is evidence of that which a thief can't make.",
            fi:
                "Myöntäjän avain on varastettu myöhemmin, ja sillä on voitu tehdä väärennöksiä. Tämä merkki on varkautta vanhempi, ja siitä on näyttö, jota varas ei voi tehdä.",
            sv:
                "Utfärdarens nyckel stals senare, och förfalskningar med den är möjliga. Det här märket är äldre än stölden, och det finns bevis för det som en tjuv inte kan tillverka."
        ),
        next: LocalizedText(
            en: "Rely on the badge; if you want more, ask the issuer for one signed with its new key.",
            fi: "Voit luottaa merkkiin; halutessasi pyydä myöntäjältä uudella avaimella allekirjoitettu merkki.",
            sv: "Du kan lita på märket; be vid behov utfärdaren om ett som är signerat med den nya nyckeln."))

    static let historyFork = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "Two histories of the issuer's keys contradict each other, so whose the key {key} is can't be told.",
            fi: "Kaksi myöntäjän avainhistoriaa on ristiriidassa keskenään, joten ei voi sanoa, kenen avain {key} on.",
            sv:
                "Två versioner av utfärdarens nyckelhistorik säger emot varandra, så det går inte att avgöra vems nyckeln {key} är."
        ),
        reason: LocalizedText(
            en: "two accounts of the issuer's keys contradict each other",
            fi: "myöntäjän avaimista on kaksi ristiriitaista tietoa",
            sv: "det finns två motstridiga uppgifter om utfärdarens nycklar"),
        hint: LocalizedText(
            en:
                "Contact the issuer in a way you already know, ask for its own key history, and leave the other folder out.",
            fi:
                "Ota yhteyttä myöntäjään tavalla, jonka tunnet ennestään, pyydä sen oma avainhistoria ja jätä toinen kansio pois.",
            sv:
                "Kontakta utfärdaren på ett sätt som du redan känner till, be om dess egen nyckelhistorik och lämna bort den andra mappen."
        ),
        meaning: LocalizedText(
            en:
                "An issuer keeps one signed history of its keys. Here are two that part ways, so somebody has made a false one, perhaps with a stolen key.",
            fi:
                "Myöntäjällä on avaimistaan yksi allekirjoitettu historia. Tässä niitä on kaksi ja ne kertovat eri asiaa, joten jompikumpi on väärennetty, ehkä varastetulla avaimella.",
            sv:
                "En utfärdare har en enda signerad historik över sina nycklar. Här finns två som skiljer sig åt, så någon har gjort en falsk, kanske med en stulen nyckel."
        ))
}
