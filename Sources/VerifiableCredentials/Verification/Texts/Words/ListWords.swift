/// What is said about lists of withdrawals that differ from what the standards ask.
///
/// Long because it is a table: one row a code, three languages a text.
enum ListWords {
    static let statusRevokedUnsigned = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The list {list} says that it was withdrawn; nobody has signed that list.",
            fi: "Luettelon {list} mukaan se on peruttu; luetteloa ei ole kukaan allekirjoittanut.",
            sv: "Enligt listan {list} är det återkallat; listan har ingen signerat."),
        reason: LocalizedText(
            en: "a list without a signature says that it was withdrawn",
            fi: "allekirjoittamattoman luettelon mukaan se on peruttu",
            sv: "enligt en osignerad lista är det återkallat"),
        hint: LocalizedText(
            en: "The list is as good as the place where you got it; if in doubt, ask the issuer.",
            fi: "Luettelo on yhtä luotettava kuin paikka, josta sait sen; jos epäilet, kysy myöntäjältä.",
            sv: "Listan är lika pålitlig som stället du fick den från; om du tvivlar, fråga utfärdaren."),
        meaning: LocalizedText(
            en:
                "Some issuers publish withdrawals as a plain list of badges, which only the connection to their site protects. You gave such a list, and it names this badge.",
            fi:
                "Jotkin myöntäjät julkaisevat perumiset pelkkänä merkkien luettelona, jota suojaa vain yhteys heidän sivustoonsa. Annoit sellaisen luettelon, ja tämä merkki on siinä.",
            sv:
                "En del utfärdare publicerar återkallelser som en vanlig lista över märken, som bara skyddas av förbindelsen till deras webbplats. Du angav en sådan lista, och det här märket finns på den."
        ))

    static let statusNotListed = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The list {list} doesn't name it as withdrawn, but nobody has signed or dated that list.",
            fi:
                "Luettelossa {list} sitä ei mainita perutuksi, mutta luettelossa ei ole allekirjoitusta eikä päiväystä.",
            sv: "Listan {list} nämner det inte som återkallat, men listan är varken signerad eller daterad."),
        reason: LocalizedText(
            en: "the list of withdrawals bears no signature",
            fi: "perumisluettelossa ei ole allekirjoitusta",
            sv: "återkallelselistan saknar signatur"),
        hint: LocalizedText(
            en: "Ask the issuer to confirm that the badge still stands.",
            fi: "Pyydä myöntäjää vahvistamaan, että merkki on yhä voimassa.",
            sv: "Be utfärdaren bekräfta att märket fortfarande gäller."),
        meaning: LocalizedText(
            en:
                "This issuer publishes withdrawals as a plain list without a signature or a date. The badge isn't on the copy you gave, but an old or a changed copy would look the same.",
            fi:
                "Myöntäjä julkaisee perumiset pelkkänä luettelona, jossa ei ole allekirjoitusta eikä päiväystä. Merkki ei ole antamassasi kappaleessa, mutta vanha tai muutettu kappale näyttäisi samalta.",
            sv:
                "Utfärdaren publicerar återkallelser som en vanlig lista utan signatur och datum. Märket finns inte i exemplaret du angav, men ett gammalt eller ändrat exemplar skulle se likadant ut."
        ))

    // MARK: Remarks

    static let statusListShort = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The list of withdrawals is shorter than the standard asks; it was read all the same.",
            fi: "Perumisluettelo on lyhyempi kuin standardi edellyttää; se luettiin silti.",
            sv: "Återkallelselistan är kortare än standarden kräver; den lästes ändå."),
        meaning: LocalizedText(
            en:
                "A list should have at least 131,072 places, so that nobody who sees it being fetched learns whose badge is checked. A shorter one says the same of the badge, but hides its holder less well.",
            fi:
                "Luettelossa pitäisi olla vähintään 131 072 paikkaa, jottei sen hakemisesta voi päätellä, kenen merkkiä tarkistetaan. Lyhyempi luettelo kertoo merkistä saman, mutta suojaa haltijaa huonommin.",
            sv:
                "En lista ska ha minst 131 072 platser, så att ingen av hämtningen kan sluta sig till vems märke som kontrolleras. En kortare lista säger detsamma om märket men skyddar innehavaren sämre."
        ),
        next: LocalizedText(
            en: "Nothing for you to do; the issuer may want to publish a longer list.",
            fi: "Sinun ei tarvitse tehdä mitään; myöntäjä voi julkaista pidemmän luettelon.",
            sv: "Du behöver inte göra något; utfärdaren kan publicera en längre lista."))

    static let statusListUnprefixed = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The list of withdrawals lacks the letter u that the standard puts first; it was read all the same.",
            fi: "Perumisluettelon alusta puuttuu standardin mukainen u-kirjain; luettelo luettiin silti.",
            sv: "I återkallelselistan saknas bokstaven u som enligt standarden ska stå först; listan lästes ändå."),
        meaning: LocalizedText(
            en:
                "The letter tells programs how the list is written, and older issuing programs leave it out. There is only one way to read such a list, so nothing is in doubt.",
            fi:
                "Kirjain kertoo ohjelmille, miten luettelo on kirjoitettu, ja vanhat myöntöohjelmat jättävät sen pois. Luettelon voi lukea vain yhdellä tavalla, joten mikään ei jää epäselväksi.",
            sv:
                "Bokstaven berättar för program hur listan är skriven, och äldre utfärdarprogram utelämnar den. Listan kan läsas på bara ett sätt, så ingenting är oklart."
        ),
        next: LocalizedText(
            en: "Nothing for you to do; the issuer may want to renew the program that makes its lists.",
            fi: "Sinulta ei vaadita mitään; myöntäjän kannattaa päivittää ohjelma, jolla luettelot tehdään.",
            sv: "Ingenting krävs av dig; utfärdaren bör uppdatera programmet som gör listorna."))

    static let statusListOtherName = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The list calls itself by another address than the badge names; that it is the right one is your word.",
            fi: "Luettelo ilmoittaa toisen osoitteen kuin merkki; se, että luettelo on oikea, on sinun sanasi varassa.",
            sv: "Listan anger en annan adress än märket; att det är rätt lista vilar på ditt ord."),
        meaning: LocalizedText(
            en:
                "You said where you got the list, and the badge names that place. The list itself names another, as happens when an issuer moves its lists; only your word ties the two together.",
            fi:
                "Kerroit, mistä luettelo on haettu, ja merkki nimeää saman paikan. Luettelo itse nimeää toisen, kuten käy, kun myöntäjä siirtää luettelonsa; vain sinun sanasi yhdistää ne.",
            sv:
                "Du sade varifrån listan hämtades, och märket anger samma plats. Listan själv anger en annan, som när en utfärdare flyttar sina listor; bara ditt ord knyter dem samman."
        ),
        next: LocalizedText(
            en: "Make sure that the file really came from the address that the badge names.",
            fi: "Varmista, että tiedosto todella on haettu merkin nimeämästä osoitteesta.",
            sv: "Försäkra dig om att filen verkligen hämtades från adressen som märket anger."))

    static let statusIndexNumber = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The badge writes its place on the list as a number, where the standard asks for text.",
            fi: "Merkki ilmoittaa paikkansa luettelossa lukuna, vaikka standardi vaatii tekstiä.",
            sv: "Märket anger sin plats på listan som ett tal, fast standarden kräver text."),
        meaning: LocalizedText(
            en:
                "The number can only mean one place, and there the list says that the badge was withdrawn or put on hold. Had the list said that all is well, such an entry would not have been enough.",
            fi:
                "Luku voi tarkoittaa vain yhtä paikkaa, ja siinä luettelo kertoo merkin perutuksi tai keskeytetyksi. Jos luettelon mukaan kaikki olisi kunnossa, tällainen merkintä ei riittäisi.",
            sv:
                "Talet kan bara avse en plats, och där säger listan att märket är återkallat eller vilande. Hade listan sagt att allt är i sin ordning hade en sådan uppgift inte räckt."
        ),
        next: LocalizedText(
            en: "Take the answer as it is; the issuer should write the place as text.",
            fi: "Ota vastaus sellaisenaan; myöntäjän pitäisi kirjoittaa paikka tekstinä.",
            sv: "Ta svaret som det är; utfärdaren borde skriva platsen som text."))
}
