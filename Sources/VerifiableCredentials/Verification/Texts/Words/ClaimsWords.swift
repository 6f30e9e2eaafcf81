/// What is said about whose signature it is, and whether what is read is what was signed.
enum ClaimsWords {
    static let controllerOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The key belongs to the issuer.",
            fi: "Avain kuuluu myöntäjälle.",
            sv: "Nyckeln tillhör utfärdaren."),
        meaning: LocalizedText(
            en:
                "The key that made the signature belongs to the organisation that the badge names as its issuer, and not to somebody else.",
            fi:
                "Avain, jolla allekirjoitus on tehty, kuuluu organisaatiolle, joka merkissä on nimetty myöntäjäksi, eikä kenellekään muulle.",
            sv:
                "Nyckeln som signaturen är gjord med tillhör den organisation som märket anger som utfärdare, och ingen annan."
        ),
        next: LocalizedText(
            en: "Nothing to do: the key is in order.",
            fi: "Mitään ei tarvitse tehdä: avain on kunnossa.",
            sv: "Inget behöver göras: nyckeln är i ordning."))

    static let controllerMismatch = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "It was signed by {controller}, but names {issuer} as its issuer.",
            fi: "Sen on allekirjoittanut {controller}, mutta myöntäjäksi on merkitty {issuer}.",
            sv: "Det är signerat av {controller} men anger {issuer} som utfärdare."),
        reason: LocalizedText(
            en: "it was signed by somebody other than the issuer it names",
            fi: "sen on allekirjoittanut joku muu kuin siinä nimetty myöntäjä",
            sv: "det är signerat av någon annan än den utfärdare som anges"),
        hint: LocalizedText(
            en: "Somebody signed in another's name; ask the named issuer.",
            fi: "Joku on allekirjoittanut toisen nimissä; kysy asiaa merkissä nimetyltä myöntäjältä.",
            sv: "Någon har signerat i någon annans namn; fråga den utfärdare som anges i märket."),
        meaning: LocalizedText(
            en:
                "The signature itself is sound, but it was made by one party while the badge names another as the issuer. Nobody may sign in somebody else's name.",
            fi:
                "Allekirjoitus on sinänsä virheetön, mutta sen on tehnyt joku muu kuin merkissä nimetty myöntäjä. Toisen nimissä ei saa allekirjoittaa.",
            sv:
                "Signaturen i sig är felfri, men den är gjord av någon annan än den som märket anger som utfärdare. Ingen får signera i någon annans namn."
        ))

    static let controllerUnlinked = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Nothing here shows that the key {key} belongs to the issuer at {issuer}.",
            fi: "Mikään täällä oleva tieto ei osoita, että avain {key} kuuluu myöntäjälle, jonka osoite on {issuer}.",
            sv: "Inget här visar att nyckeln {key} hör till utfärdaren med adressen {issuer}."),
        reason: LocalizedText(
            en: "nothing shows that the key belongs to the issuer",
            fi: "mikään ei osoita, että avain kuuluu myöntäjälle",
            sv: "inget visar att nyckeln hör till utfärdaren"),
        hint: LocalizedText(
            en:
                "If you trust this issuer, get its keys from a source you trust and add them to your list with `passportctl trust add`.",
            fi:
                "Jos luotat myöntäjään, hanki sen avaimet luotettavasta lähteestä ja lisää ne luetteloosi komennolla `passportctl trust add`.",
            sv:
                "Om du litar på utfärdaren, skaffa dess nycklar från en säker källa och lägg till dem i din förteckning med `passportctl trust add`."
        ),
        meaning: LocalizedText(
            en:
                "This badge names its issuer by a web address, and an address has no key of its own. Only your list of trusted issuers can say that the two belong together.",
            fi:
                "Tässä merkissä myöntäjä on nimetty verkko-osoitteella, eikä osoitteella ole omaa avainta. Vain luotettujen myöntäjiesi luettelo voi kertoa, että ne kuuluvat yhteen.",
            sv:
                "Märket anger sin utfärdare med en webbadress, och en adress har ingen egen nyckel. Bara din förteckning över betrodda utfärdare kan säga att de hör ihop."
        ))

    static let claimsOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "What is shown here is what was signed.",
            fi: "Tässä näkyy täsmälleen se, mikä on allekirjoitettu.",
            sv: "Det som visas här är exakt det som signerades."),
        meaning: LocalizedText(
            en:
                "Name, dates, level and all else that this report shows stand in the file where readers look for them, and are covered by the signature.",
            fi:
                "Nimi, päivät, taso ja kaikki muu, mitä raportti näyttää, ovat tiedostossa siellä, mistä lukija niitä etsii, ja allekirjoitus kattaa ne.",
            sv:
                "Namn, datum, nivå och allt annat som rapporten visar står i filen där läsare letar efter det, och omfattas av signaturen."
        ),
        next: LocalizedText(
            en: "Nothing to do: you see what the issuer signed.",
            fi: "Mitään ei tarvitse tehdä: näet sen, minkä myöntäjä on allekirjoittanut.",
            sv: "Inget behöver göras: du ser det som utfärdaren har signerat."))

    static let claimsKeyword = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "At {place} there is a keyword ({member}) that could hide another meaning.",
            fi: "Kohdassa {place} on avainsana ({member}), joka voi kätkeä toisen merkityksen.",
            sv: "Vid {place} finns ett nyckelord ({member}) som kan dölja en annan betydelse."),
        reason: LocalizedText(
            en: "a keyword in it could hide another meaning",
            fi: "siinä oleva avainsana voi kätkeä toisen merkityksen",
            sv: "ett nyckelord i det kan dölja en annan betydelse"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer for a fresh copy.",
            fi: "Älä luota siihen; pyydä myöntäjältä uusi kappale.",
            sv: "Lita inte på det; be utfärdaren om ett nytt exemplar."),
        meaning: LocalizedText(
            en:
                "The file uses a technical word that changes how its neighbours are understood. Honest badges have no need of it at this place, and it can be used to hide an expiry or a withdrawal.",
            fi:
                "Tiedostossa on tekninen sana, joka muuttaa viereisten tietojen merkitystä. Rehellinen merkki ei tarvitse sitä tässä kohdassa, ja sillä voi kätkeä sen, että merkki on vanhentunut tai peruttu.",
            sv:
                "I filen finns ett tekniskt ord som ändrar hur uppgifterna intill ska förstås. Ärliga märken behöver det inte där, och det kan användas för att dölja ett slutdatum eller en återkallelse."
        ))

    static let claimsValue = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "At {place} there is another kind of value than there should be.",
            fi: "Kohdassa {place} on muunlainen tieto kuin siinä pitäisi olla.",
            sv: "Vid {place} finns en annan sorts uppgift än det ska vara där."),
        reason: LocalizedText(
            en: "something in it is of the wrong kind",
            fi: "jokin tieto siinä on vääränlainen",
            sv: "en uppgift i det är av fel slag"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer for a fresh copy.",
            fi: "Älä luota siihen; pyydä myöntäjältä uusi kappale.",
            sv: "Lita inte på det; be utfärdaren om ett nytt exemplar."),
        meaning: LocalizedText(
            en:
                "Where a plain text or date belongs, the file has something else, which different programs could read differently. So it isn't certain what was signed.",
            fi:
                "Paikassa, johon kuuluu pelkkä teksti tai päivä, on jotain muuta, minkä eri ohjelmat voivat lukea eri tavoin. Siksi ei ole varmaa, mitä on allekirjoitettu.",
            sv:
                "Där det ska stå en ren text eller ett datum finns något annat, som olika program kan läsa på olika sätt. Därför är det inte säkert vad som signerades."
        ))

    static let claimsHidden = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "At {place} there is something that was signed as part of what is shown but doesn't show there.",
            fi: "Kohdassa {place} on jotain, mikä on allekirjoitettu osana näytettävää mutta ei näy siinä.",
            sv: "Vid {place} finns något som signerades som en del av det som visas men som inte syns där."),
        reason: LocalizedText(
            en: "part of what was signed has been moved out of sight",
            fi: "osa allekirjoitetusta on siirretty pois näkyvistä",
            sv: "en del av det signerade har flyttats ur sikte"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer for a fresh copy.",
            fi: "Älä luota siihen; pyydä myöntäjältä uusi kappale.",
            sv: "Lita inte på det; be utfärdaren om ett nytt exemplar."),
        meaning: LocalizedText(
            en:
                "The file was rearranged so that something the issuer signed, for instance the last day or the way to withdraw it, no longer stands where readers look. The signature still fits; the picture it gives is false.",
            fi:
                "Tiedosto on järjestetty uudelleen niin, että jokin myöntäjän allekirjoittama tieto, esimerkiksi viimeinen voimassaolopäivä tai perumistapa, ei ole enää siellä, mistä sitä etsitään. Allekirjoitus täsmää yhä, mutta tiedosto antaa väärän kuvan.",
            sv:
                "Filen har ordnats om så att något som utfärdaren signerade, till exempel sista giltighetsdagen eller hur märket återkallas, inte längre står där man letar. Signaturen stämmer fortfarande, men filen ger en felaktig bild."
        ))

    static let claimsJWT = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The signed text says the same thing twice, in two different ways.",
            fi: "Allekirjoitetussa tekstissä sama asia on kerrottu kahdesti eri tavalla.",
            sv: "Den signerade texten säger samma sak två gånger på olika sätt."),
        reason: LocalizedText(
            en: "it contradicts itself about its dates or its issuer",
            fi: "se on ristiriidassa itsensä kanssa, esimerkiksi päivistä tai myöntäjästä",
            sv: "det motsäger sig självt, till exempel om datum eller utfärdare"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer for a fresh copy.",
            fi: "Älä luota siihen; pyydä myöntäjältä uusi kappale.",
            sv: "Lita inte på det; be utfärdaren om ett nytt exemplar."),
        meaning: LocalizedText(
            en:
                "In this form of badge some facts stand in two places: issuer, holder, dates. Here the two differ, so different programs could read them differently.",
            fi:
                "Tällaisessa merkissä jotkin tiedot, kuten myöntäjä, haltija ja päivät, ovat kahdessa paikassa. Nyt ne poikkeavat toisistaan, joten eri ohjelmat voisivat lukea ne eri tavoin.",
            sv:
                "I ett sådant märke står vissa uppgifter på två ställen: utfärdare, innehavare, datum. Här skiljer de sig åt, så olika program kunde läsa dem på olika sätt."
        ))
}
