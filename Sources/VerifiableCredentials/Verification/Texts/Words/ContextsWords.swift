/// What is said about the vocabularies of a credential.
enum ContextsWords {
    static let contextsOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The meaning of every word in it is known.",
            fi: "Kaikkien siinä käytettyjen sanojen merkitys tunnetaan.",
            sv: "Betydelsen av alla ord i det är känd."),
        meaning: LocalizedText(
            en:
                "A badge names the vocabularies that say what its words mean. All of them are built into this program, so issuer and reader mean the same thing.",
            fi:
                "Merkki nimeää sanastot, jotka kertovat, mitä sen sanat tarkoittavat. Ne kaikki ovat tässä ohjelmassa valmiina, joten myöntäjä ja lukija tarkoittavat samaa.",
            sv:
                "Ett märke anger de ordlistor som säger vad orden i det betyder. Alla finns inbyggda i programmet, så utfärdaren och läsaren menar samma sak."
        ),
        next: LocalizedText(
            en: "Nothing to do: no word is open to doubt.",
            fi: "Mitään ei tarvitse tehdä: sanojen merkitys on selvä.",
            sv: "Inget behöver göras: ordens betydelse är klar."))

    static let contextsUnknown = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "It uses a vocabulary that isn't known here ({context}), so its words could mean something else.",
            fi:
                "Siinä käytetään sanastoa, jota tämä ohjelma ei tunne ({context}), joten sanat voivat tarkoittaa muutakin.",
            sv: "Det använder en ordlista som inte är känd här ({context}), så orden kan betyda något annat."),
        reason: LocalizedText(
            en: "it uses a vocabulary that isn't known here",
            fi: "siinä käytetään sanastoa, jota tämä ohjelma ei tunne",
            sv: "det använder en ordlista som inte är känd här"),
        hint: LocalizedText(
            en: "A newer version of this program may know it; meanwhile ask the issuer to confirm the badge.",
            fi: "Ohjelman uudempi versio voi tuntea sen; pyydä sillä välin myöntäjää vahvistamaan merkki.",
            sv: "En nyare version av programmet kan känna till det; be utfärdaren bekräfta märket så länge."),
        meaning: LocalizedText(
            en:
                "A vocabulary says what the words of the badge mean, and this one isn't built in. It could give a familiar word another meaning, so nothing is decided without it.",
            fi:
                "Sanasto kertoo, mitä merkin sanat tarkoittavat, eikä tätä sanastoa ole ohjelmassa. Se voisi antaa tutulle sanalle uuden merkityksen, joten ilman sitä ei ratkaista mitään.",
            sv:
                "En ordlista säger vad märkets ord betyder, och den här finns inte inbyggd. Den kunde ge ett välbekant ord en ny betydelse, så utan den avgörs inget."
        ))

    static let contextsUndefinedTerm = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The word \"{term}\" at {place} has no meaning, so nobody can rely on what it says.",
            fi: "Sanalla \"{term}\" kohdassa {place} ei ole merkitystä, joten sen varaan ei voi laskea mitään.",
            sv: "Ordet \"{term}\" vid {place} har ingen betydelse, så ingen kan lita på vad det säger."),
        reason: LocalizedText(
            en: "it contains a word without a meaning",
            fi: "siinä on sana, jolla ei ole merkitystä",
            sv: "det innehåller ett ord utan betydelse"),
        hint: LocalizedText(
            en: "It was made with a mistake; ask the issuer to award it anew.",
            fi: "Se on tehty virheellisesti; pyydä myöntäjää myöntämään se uudelleen.",
            sv: "Det är felaktigt gjort; be utfärdaren att utfärda det på nytt."),
        meaning: LocalizedText(
            en:
                "The badge uses a word that none of its vocabularies explains. Such a word isn't protected by the signature and could have been added by anybody.",
            fi:
                "Merkissä on sana, jota mikään sen sanastoista ei selitä. Allekirjoitus ei suojaa tällaista sanaa, joten kuka tahansa on voinut lisätä sen.",
            sv:
                "Märket har ett ord som ingen av dess ordlistor förklarar. Signaturen skyddar inte ett sådant ord, så vem som helst kan ha lagt till det."
        ))

    static let contextsRelativeIRI = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "At {place} there must be a full address; this one leads nowhere.",
            fi: "Kohdassa {place} pitää olla täydellinen osoite; tämä ei osoita mihinkään.",
            sv: "Vid {place} ska det stå en fullständig adress; den här pekar inte på något."),
        reason: LocalizedText(
            en: "an address in it is incomplete",
            fi: "siinä oleva osoite on vajaa",
            sv: "en adress i det är ofullständig"),
        hint: LocalizedText(
            en: "It was made with a mistake; ask the issuer to award it anew.",
            fi: "Se on tehty virheellisesti; pyydä myöntäjää myöntämään se uudelleen.",
            sv: "Det är felaktigt gjort; be utfärdaren att utfärda det på nytt."),
        meaning: LocalizedText(
            en:
                "Where the badge must name something by a full address, it has a shortened one. Read in another place, the short address would mean something else.",
            fi:
                "Kohdassa, jossa merkin pitää nimetä jokin täydellä osoitteella, on lyhennetty osoite. Muualta luettuna se tarkoittaisi jotain muuta.",
            sv:
                "Där märket ska ange något med fullständig adress står en förkortad. Läst på en annan plats skulle den betyda något annat."
        ))

    static let contextsSpelledOut = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "At {place} the word \"{term}\" is written as an address, where readers would not see it.",
            fi: "Kohdassa {place} sana \"{term}\" on kirjoitettu osoitteen muotoon, jossa lukija ei huomaisi sitä.",
            sv: "Vid {place} är ordet \"{term}\" skrivet som en adress, där läsare inte skulle se det."),
        reason: LocalizedText(
            en: "a word in it is written so that readers wouldn't see it",
            fi: "jokin sana on siinä kirjoitettu niin, ettei lukija näe sitä",
            sv: "ett ord i det är skrivet så att läsare inte ser det"),
        hint: LocalizedText(
            en: "It was made with a mistake; ask the issuer to award it anew.",
            fi: "Se on tehty virheellisesti; pyydä myöntäjää myöntämään se uudelleen.",
            sv: "Det är felaktigt gjort; be utfärdaren att utfärda det på nytt."),
        meaning: LocalizedText(
            en:
                "A familiar word such as the last day of validity can also be written as a long web address. Most programs then overlook it, and so this program doesn't accept it.",
            fi:
                "Tutun sanan, esimerkiksi voimassaolon päättymisen, voi kirjoittaa myös pitkäksi verkko-osoitteeksi. Useimmat ohjelmat eivät silloin huomaa sitä, joten tämä ohjelma ei hyväksy sitä.",
            sv:
                "Ett välbekant ord, till exempel sista giltighetsdag, kan också skrivas som en lång webbadress. De flesta program förbiser det då, så det här programmet godtar det inte."
        ))

    static let contextsRedefinedTerm = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The vocabularies it uses contradict each other about the word \"{term}\" ({place}).",
            fi: "Siinä käytetyt sanastot ovat keskenään ristiriidassa sanasta \"{term}\" ({place}).",
            sv: "Ordlistorna i det motsäger varandra om ordet \"{term}\" ({place})."),
        reason: LocalizedText(
            en: "its vocabularies contradict each other",
            fi: "sen sanastot ovat keskenään ristiriidassa",
            sv: "dess ordlistor motsäger varandra"),
        hint: LocalizedText(
            en: "It was made with a mistake; ask the issuer to award it anew.",
            fi: "Se on tehty virheellisesti; pyydä myöntäjää myöntämään se uudelleen.",
            sv: "Det är felaktigt gjort; be utfärdaren att utfärda det på nytt."),
        meaning: LocalizedText(
            en:
                "Two of the vocabularies explain one word differently, though the first says that its words are not to be changed. Which meaning was signed can't be told.",
            fi:
                "Kaksi sanastoa selittää saman sanan eri tavalla, vaikka ensimmäinen kieltää muuttamasta sanojensa merkitystä. Ei voi sanoa, kumpi merkitys on allekirjoitettu.",
            sv:
                "Två av ordlistorna förklarar samma ord på olika sätt, fast den första förbjuder ändringar. Det går inte att säga vilken betydelse som signerades."
        ))
}
