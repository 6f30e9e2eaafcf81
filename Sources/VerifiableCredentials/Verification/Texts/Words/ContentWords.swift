/// What is said about the schema and the badge itself.
enum ContentWords {
    static let schemaOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "It keeps the form that is published for its kind (1EdTech).[ It also names a schema that isn't built in here and wasn't judged: {schema}.]",
            fi:
                "Se noudattaa lajilleen julkaistua muotoa (1EdTech).[ Se nimeää myös kaavan, jota ohjelmassa ei ole ja jota ei tarkistettu: {schema}.]",
            sv:
                "Det följer den form som är publicerad för dess slag (1EdTech).[ Det anger också ett schema som inte finns här och som inte granskades: {schema}.]"
        ),
        meaning: LocalizedText(
            en:
                "The standard for such badges says which parts there are and how each is written. The badge keeps to all of it.",
            fi:
                "Merkkien standardi määrää, mitä osia merkissä on ja miten ne kirjoitetaan. Merkki noudattaa sitä kaikilta osin.",
            sv: "Standarden för sådana märken anger vilka delar som finns och hur de skrivs. Märket följer den helt."),
        next: LocalizedText(
            en: "The form of the badge needs no attention.",
            fi: "Merkin muodossa ei ole huomautettavaa.",
            sv: "Märkets form kräver ingen åtgärd."))

    static let schemaNone = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It names no schema to keep.",
            fi: "Siinä ei ole nimetty kaavaa, jota sen pitäisi noudattaa.",
            sv: "Det anger inget schema att följa."),
        reason: LocalizedText(
            en: "it names no schema",
            fi: "se ei nimeä kaavaa",
            sv: "det anger inget schema"),
        meaning: LocalizedText(
            en:
                "The credential isn't of a kind whose form is known here, and it names no description of its own form. There is nothing to compare.",
            fi:
                "Todistus ei ole lajia, jonka muoto tunnetaan, eikä se nimeä omaa muotokuvaustaan. Vertailukohtaa ei ole.",
            sv:
                "Intyget är inte av en sort vars form är känd här, och det anger ingen beskrivning av sin egen form. Det finns inget att jämföra med."
        ),
        next: LocalizedText(
            en: "This changes nothing in the answer.",
            fi: "Tämä ei vaikuta vastaukseen.",
            sv: "Det påverkar inte svaret."))

    static let schemaOther = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It names a schema that isn't built in here ({schema}); that changes nothing.",
            fi: "Se nimeää kaavan, jota ohjelmassa ei ole ({schema}); se ei vaikuta tulokseen.",
            sv: "Det anger ett schema som inte finns här ({schema}); det påverkar inget."),
        reason: LocalizedText(
            en: "it names a schema that isn't built in here",
            fi: "sen nimeämää kaavaa ei ole ohjelmassa",
            sv: "det anger ett schema som inte finns här"),
        meaning: LocalizedText(
            en:
                "The issuer names a description of the form that only its own kind of credential follows. It isn't at hand and was not compared; the other checks don't depend on it.",
            fi:
                "Myöntäjä nimeää muotokuvauksen, jota vain sen oma todistuslaji noudattaa. Sitä ei ole käytettävissä eikä siihen verrattu; muut tarkistukset eivät riipu siitä.",
            sv:
                "Utfärdaren anger en formbeskrivning som bara dess egen sorts intyg följer. Den finns inte här och jämfördes inte; de övriga kontrollerna beror inte på den."
        ),
        next: LocalizedText(
            en: "Nothing follows from this; the answer rests on the other checks.",
            fi: "Tästä ei seuraa mitään; vastaus perustuu muihin tarkistuksiin.",
            sv: "Inget följer av detta; svaret vilar på de övriga kontrollerna."))

    static let schemaInvalid = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "It breaks the form that is published for its kind (1EdTech) at {place}.",
            fi: "Se poikkeaa lajilleen julkaistusta muodosta (1EdTech) kohdassa {place}.",
            sv: "Det bryter mot den form som är publicerad för dess slag (1EdTech) vid {place}."),
        reason: LocalizedText(
            en: "it isn't built as a badge must be",
            fi: "se ei ole rakenteeltaan oikeanlainen merkki",
            sv: "det är inte uppbyggt som ett märke ska vara"),
        hint: LocalizedText(
            en: "The issuer made a mistake; ask it to award the badge anew.",
            fi: "Myöntäjälle on sattunut virhe; pyydä sitä myöntämään merkki uudelleen.",
            sv: "Utfärdaren har gjort ett misstag; be den utfärda märket på nytt."),
        meaning: LocalizedText(
            en:
                "The standard for badges asks for certain parts in a certain form, and here one is missing or wrong. The issuer's program made a mistake, or the file is no proper badge.",
            fi:
                "Standardi vaatii merkiltä tietyt osat tietyssä muodossa, ja tässä jokin puuttuu tai on väärin. Joko myöntäjän ohjelma on tehnyt virheen tai tiedosto ei ole kunnollinen merkki.",
            sv:
                "Standarden kräver vissa delar i en viss form, och här saknas en eller är fel. Utfärdarens program har gjort ett fel, eller så är filen inget riktigt märke."
        ))

    static let badgeOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Its achievement, level and results fit together.",
            fi: "Sen suoritus, taso ja tulokset sopivat yhteen.",
            sv: "Dess prestation, nivå och resultat hör ihop."),
        meaning: LocalizedText(
            en:
                "Achievement, level and results of the badge belong to each other and don't contradict the definition that it carries.",
            fi:
                "Merkin suoritus, taso ja tulokset kuuluvat yhteen eivätkä ole ristiriidassa siihen sisältyvän kuvauksen kanssa.",
            sv: "Märkets prestation, nivå och resultat hör ihop och motsäger inte den definition som det bär med sig."),
        next: LocalizedText(
            en: "The content of the badge fits together; nothing is to be done.",
            fi: "Merkin sisältö on yhtenäinen; mitään ei tarvitse tehdä.",
            sv: "Märkets innehåll hänger ihop; inget behöver göras."))

    static let badgeOther = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It is a credential of another kind than an Open Badge.",
            fi: "Se on muu todistus kuin Open Badges -merkki.",
            sv: "Det är ett annat slags intyg än ett Open Badges-märke."),
        reason: LocalizedText(
            en: "it isn't an Open Badge",
            fi: "se ei ole Open Badges -merkki",
            sv: "det är inget Open Badges-märke"),
        meaning: LocalizedText(
            en:
                "There are many kinds of signed credentials, such as diplomas and identity papers. The rules for badges don't apply to this one.",
            fi:
                "Allekirjoitettuja todistuksia on monenlaisia, esimerkiksi tutkintotodistuksia ja henkilötodistuksia. Merkkien säännöt eivät koske tätä.",
            sv:
                "Det finns många slags signerade intyg, till exempel examensbevis och identitetshandlingar. Reglerna för märken gäller inte det här."
        ),
        next: LocalizedText(
            en: "Judge by its kind and issuer whether it helps you.",
            fi: "Päätä lajin ja myöntäjän perusteella, onko siitä sinulle hyötyä.",
            sv: "Avgör utifrån sort och utfärdare om du har nytta av det."))

    static let badgeInvalid = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The badge contradicts itself at {place}.",
            fi: "Merkki on ristiriidassa itsensä kanssa kohdassa {place}.",
            sv: "Märket motsäger sig självt vid {place}."),
        reason: LocalizedText(
            en: "the badge contradicts itself",
            fi: "merkki on ristiriidassa itsensä kanssa",
            sv: "märket motsäger sig självt"),
        hint: LocalizedText(
            en: "The issuer made a mistake; ask it to award the badge anew.",
            fi: "Myöntäjälle on sattunut virhe; pyydä sitä myöntämään merkki uudelleen.",
            sv: "Utfärdaren har gjort ett misstag; be den utfärda märket på nytt."),
        meaning: LocalizedText(
            en:
                "One part of the badge denies another, for example a result for a level that the badge doesn't have. What was really awarded can't be told from it.",
            fi:
                "Merkin osat ovat ristiriidassa, esimerkiksi siinä on tulos tasosta, jota merkissä ei ole. Siitä ei voi päätellä, mitä on todella myönnetty.",
            sv:
                "En del av märket motsäger en annan, till exempel ett resultat för en nivå som märket inte har. Det går inte att utläsa vad som egentligen har utfärdats."
        ))

    static let badgeTranscript = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It is a transcript; the badges in it are checked one by one.",
            fi: "Se on suoritusote; siinä olevat merkit tarkistetaan yksitellen.",
            sv: "Det är ett prestationsutdrag; märkena i det granskas ett och ett."),
        reason: LocalizedText(
            en: "it is a transcript of several badges",
            fi: "se on suoritusote, jossa on useita merkkejä",
            sv: "det är ett prestationsutdrag med flera märken"),
        meaning: LocalizedText(
            en:
                "A transcript gathers several badges under one signature. Each of them must stand on its own, so each gets its own answer.",
            fi:
                "Suoritusote kokoaa useita merkkejä yhden allekirjoituksen alle. Kunkin niistä pitää kestää tarkistus erikseen, joten kukin saa oman vastauksensa.",
            sv:
                "Ett prestationsutdrag samlar flera märken under en signatur. Vart och ett måste hålla för sig, så vart och ett får sitt eget svar."
        ),
        next: LocalizedText(
            en: "Read the answer that each badge in the transcript got.",
            fi: "Lue suoritusotteen kunkin merkin oma vastaus.",
            sv: "Läs svaret för vart och ett av märkena i utdraget."))
}
