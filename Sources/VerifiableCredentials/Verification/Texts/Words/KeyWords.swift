/// What is said about the key that signed, and when it was good.
enum KeyWords {
    static let keyUnavailable = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The key of the issuer ({issuer}) isn't at hand, so the signature could not be checked.",
            fi: "Myöntäjän ({issuer}) avain puuttuu täältä, joten allekirjoitusta ei voitu tarkistaa.",
            sv: "Utfärdarens ({issuer}) nyckel finns inte här, så signaturen kunde inte granskas."),
        reason: LocalizedText(
            en: "you don't have what is needed to check this issuer's signature",
            fi: "sinulla ei ole avainta, jolla tämän myöntäjän allekirjoituksen voi tarkistaa",
            sv: "du saknar nyckeln som behövs för att granska utfärdarens signatur"),
        hint: LocalizedText(
            en:
                "Add the issuer with `passportctl trust add`, give its document with --did-document, or have it fetched with --online.",
            fi:
                "Lisää myöntäjä komennolla `passportctl trust add`, anna sen asiakirja valinnalla --did-document tai salli haku valinnalla --online.",
            sv:
                "Lägg till utfärdaren med `passportctl trust add`, ange dess dokument med --did-document eller tillåt hämtning med --online."
        ),
        meaning: LocalizedText(
            en:
                "To check a signature, a receiver needs the issuer's public key. It is neither in your list of trusted issuers nor in the files you gave, and this program asks the issuer's site only when you say --online.",
            fi:
                "Allekirjoituksen tarkistamiseen tarvitaan myöntäjän julkinen avain. Sitä ei ole luotettujen myöntäjiesi luettelossa eikä antamissasi tiedostoissa, ja ohjelma kysyy myöntäjän sivustolta vain, kun annat valinnan --online.",
            sv:
                "För att granska en signatur behövs utfärdarens publika nyckel. Den finns varken i din förteckning över betrodda utfärdare eller i filerna du angav, och programmet frågar utfärdarens webbplats bara när du anger --online."
        ))

    static let keyUnknown = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The key {key} is not among the keys that this issuer is known to have.",
            fi: "Avain {key} ei ole niiden avainten joukossa, jotka tällä myöntäjällä tiedetään olevan.",
            sv: "Nyckeln {key} hör inte till de nycklar som utfärdaren är känd för att ha."),
        reason: LocalizedText(
            en: "it was signed with a key that isn't known to be the issuer's",
            fi: "sen on allekirjoittanut avain, jota ei tunneta myöntäjän avaimeksi",
            sv: "det är signerat med en nyckel som inte är känd som utfärdarens"),
        hint: LocalizedText(
            en: "Ask the issuer which keys it has, and renew your trust list.",
            fi: "Kysy myöntäjältä, mitä avaimia sillä on, ja päivitä luotettujen myöntäjien luettelosi.",
            sv: "Fråga utfärdaren vilka nycklar den har och uppdatera din förteckning över betrodda utfärdare."),
        meaning: LocalizedText(
            en:
                "The issuer is known, but not this key of theirs. It may be newer than your list, or it may belong to somebody who only uses the issuer's name.",
            fi:
                "Myöntäjä tunnetaan, mutta tätä sen avainta ei. Avain voi olla luetteloasi uudempi, tai se voi kuulua jollekulle, joka vain käyttää myöntäjän nimeä.",
            sv:
                "Utfärdaren är känd men inte den här nyckeln. Den kan vara nyare än din förteckning, eller tillhöra någon som bara använder utfärdarens namn."
        ))

    static let keyPurpose = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The issuer's document doesn't allow the key {key} for awarding badges.",
            fi: "Myöntäjän asiakirjan mukaan avaimella {key} ei saa myöntää merkkejä.",
            sv: "Enligt utfärdarens dokument får nyckeln {key} inte användas för att utfärda märken."),
        reason: LocalizedText(
            en: "the key that signed it isn't meant for awarding badges",
            fi: "sen allekirjoittanutta avainta ei ole tarkoitettu merkkien myöntämiseen",
            sv: "nyckeln som signerade det är inte avsedd för att utfärda märken"),
        hint: LocalizedText(
            en: "Ask the issuer which keys it has, and renew your trust list.",
            fi: "Kysy myöntäjältä, mitä avaimia sillä on, ja päivitä luotettujen myöntäjien luettelosi.",
            sv: "Fråga utfärdaren vilka nycklar den har och uppdatera din förteckning över betrodda utfärdare."),
        meaning: LocalizedText(
            en:
                "An organisation has keys for several uses and says which may award badges. The key here is theirs but for another use.",
            fi:
                "Organisaatiolla on avaimia eri tarkoituksiin, ja se kertoo, millä niistä saa myöntää merkkejä. Tämä avain on sen oma mutta muuhun käyttöön.",
            sv:
                "En organisation har nycklar för olika ändamål och säger vilka som får utfärda märken. Den här nyckeln är deras, men för en annan användning."
        ))

    static let keyExpired = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The issuer's own document ends the key's life on {date}, before this signature.",
            fi: "Myöntäjän oman asiakirjan mukaan avaimen käyttö päättyi {date}, ennen tätä allekirjoitusta.",
            sv: "Enligt utfärdarens eget dokument slutade nyckeln gälla {date}, före den här signaturen."),
        reason: LocalizedText(
            en: "it was signed with a key that had already expired",
            fi: "sen allekirjoittanut avain oli jo vanhentunut",
            sv: "det är signerat med en nyckel som redan hade gått ut"),
        hint: LocalizedText(
            en: "Ask the issuer which keys it has, and renew your trust list.",
            fi: "Kysy myöntäjältä, mitä avaimia sillä on, ja päivitä luotettujen myöntäjien luettelosi.",
            sv: "Fråga utfärdaren vilka nycklar den har och uppdatera din förteckning över betrodda utfärdare."),
        meaning: LocalizedText(
            en:
                "The issuer published a last day for this key, and the badge claims to be signed after it. An issuer in order would have used its new key.",
            fi:
                "Myöntäjä on julkaissut avaimelle viimeisen käyttöpäivän, ja merkki on omien sanojensa mukaan allekirjoitettu sen jälkeen. Huolellinen myöntäjä olisi käyttänyt uutta avaintaan.",
            sv:
                "Utfärdaren har publicerat en sista dag för nyckeln, och märket säger sig vara signerat efter den. En noggrann utfärdare skulle ha använt sin nya nyckel."
        ))

    static let keyWindow = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "It is dated {date}, and the issuer has had this key only since {from}.",
            fi: "Se on päivätty {date}, mutta myöntäjä on saanut tämän avaimen vasta {from}.",
            sv: "Det är daterat {date}, men utfärdaren har haft nyckeln först sedan {from}."),
        reason: LocalizedText(
            en: "it is dated before the issuer had that key",
            fi: "se on päivätty ennen kuin myöntäjällä oli tämä avain",
            sv: "det är daterat innan utfärdaren hade nyckeln"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer, by a way you know, whether it awarded this.",
            fi: "Älä luota siihen; kysy myöntäjältä entuudestaan tuntemaasi kautta, onko se myöntänyt tämän.",
            sv: "Lita inte på det; fråga utfärdaren, via en kontakt du redan känner, om den har utfärdat det här."),
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
            sv: "Det är daterat {date}; utfärdaren slutade använda nyckeln {since}."),
        reason: LocalizedText(
            en: "it was signed after the issuer stopped using that key",
            fi: "se on allekirjoitettu avaimella, jonka myöntäjä oli jo poistanut käytöstä",
            sv: "det är signerat efter att utfärdaren slutat använda nyckeln"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer, by a way you know, whether it awarded this.",
            fi: "Älä luota siihen; kysy myöntäjältä entuudestaan tuntemaasi kautta, onko se myöntänyt tämän.",
            sv: "Lita inte på det; fråga utfärdaren, via en kontakt du redan känner, om den har utfärdat det här."),
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
            en: "It is dated {date}; the issuer took this key back as of {since}.",
            fi: "Se on päivätty {date}; myöntäjä on perunut tämän avaimen {since} alkaen.",
            sv: "Det är daterat {date}; utfärdaren har återkallat nyckeln från och med {since}."),
        reason: LocalizedText(
            en: "it was signed after the issuer took that key back",
            fi: "se on allekirjoitettu avaimella, jonka myöntäjä oli jo perunut",
            sv: "det är signerat efter att utfärdaren återkallat nyckeln"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer, by a way you know, whether it awarded this.",
            fi: "Älä luota siihen; kysy myöntäjältä entuudestaan tuntemaasi kautta, onko se myöntänyt tämän.",
            sv: "Lita inte på det; fråga utfärdaren, via en kontakt du redan känner, om den har utfärdat det här."),
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
                "The key that signed it was taken back as of {since}, and nothing but the signer's own word says that it was signed before.",
            fi:
                "Sen allekirjoittanut avain on peruttu {since} alkaen, eikä mikään muu kuin allekirjoittajan oma sana osoita, että se on allekirjoitettu sitä ennen.",
            sv:
                "Nyckeln som signerade det är återkallad från och med {since}, och bara signerarens eget ord säger att det signerades dessförinnan."
        ),
        reason: LocalizedText(
            en: "the issuer's key was stolen, and nothing shows that this was signed before",
            fi: "myöntäjän avain on varastettu, eikä mikään osoita, että tämä on allekirjoitettu sitä ennen",
            sv: "utfärdarens nyckel är stulen, och inget visar att det här signerades dessförinnan"),
        hint: LocalizedText(
            en:
                "Get the issuer's newest published folder, which may list this badge, and give it with --bundle; else ask the issuer to award it anew.",
            fi:
                "Hanki myöntäjän uusin julkaistu kansio, jonka luettelossa merkki voi olla, ja anna se valinnalla --bundle; muuten pyydä myöntäjää myöntämään merkki uudelleen.",
            sv:
                "Skaffa utfärdarens nyaste publicerade mapp, där märket kan finnas förtecknat, och ange den med --bundle; be annars utfärdaren om ett nytt märke."
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
                "The signature fits ({suite}). Its key was stolen on {since}, but more than its own date shows that it was signed before ({evidence}).",
            fi:
                "Allekirjoitus täsmää ({suite}). Sen avain on varastettu {since}, mutta muukin kuin sen oma päiväys osoittaa, että se on allekirjoitettu sitä ennen ({evidence}).",
            sv:
                "Signaturen stämmer ({suite}). Nyckeln stals {since}, men mer än märkets eget datum visar att det signerades dessförinnan ({evidence})."
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
            en: "The badge can be relied on; the issuer may offer one signed with its new key.",
            fi: "Merkkiin voi luottaa; myöntäjältä voi saada myös uudella avaimella allekirjoitetun.",
            sv: "Märket går att lita på; utfärdaren kan också erbjuda ett som är signerat med den nya nyckeln."))

    static let historyFork = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "Two histories of the issuer's keys contradict each other, so whose the key {key} is can't be told.",
            fi: "Kaksi myöntäjän avainhistoriaa on ristiriidassa keskenään, joten ei voi sanoa, kenen avain {key} on.",
            sv:
                "Två historiker över utfärdarens nycklar säger emot varandra, så det går inte att avgöra vems nyckeln {key} är."
        ),
        reason: LocalizedText(
            en: "two accounts of the issuer's keys contradict each other",
            fi: "myöntäjän avaimista on kaksi ristiriitaista tietoa",
            sv: "det finns två motstridiga uppgifter om utfärdarens nycklar"),
        hint: LocalizedText(
            en: "Ask the issuer, by a way you know, for its own key history, and leave the other folder out.",
            fi: "Pyydä myöntäjältä entuudestaan tuntemaasi kautta sen oma avainhistoria ja jätä toinen kansio pois.",
            sv:
                "Be utfärdaren, via en kontakt du redan känner, om dess egen nyckelhistorik och lämna bort den andra mappen."
        ),
        meaning: LocalizedText(
            en:
                "An issuer keeps one signed history of its keys. Here are two that part ways, so somebody has made a false one, perhaps with a stolen key.",
            fi:
                "Myöntäjä pitää avaimistaan yhtä allekirjoitettua historiaa. Tässä niitä on kaksi, jotka kertovat eri asiaa, joten jompikumpi on väärä, ehkä varastetulla avaimella tehty.",
            sv:
                "En utfärdare för en enda signerad historik över sina nycklar. Här finns två som skiljer sig åt, så någon har gjort en falsk, kanske med en stulen nyckel."
        ))
}
