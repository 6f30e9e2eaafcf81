/// What is said about the schema and the badge itself.
enum ContentWords {
    static let schemaOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "It follows the form that is published for its kind (1EdTech).[ It also names a form description that isn't built in here and wasn't checked: {schema}.]",
            fi:
                "Se noudattaa muotoa, joka tällaisille todistuksille on julkaistu (1EdTech).[ Se nimeää myös muotokuvauksen, jota ohjelmassa ei ole ja jota ei tarkistettu: {schema}.]",
            sv:
                "Det följer den form som är publicerad för sådana intyg (1EdTech).[ Det anger också en formbeskrivning som inte finns i programmet och som inte kontrollerades: {schema}.]"
        ),
        meaning: LocalizedText(
            en:
                "The standard for such badges says which parts there are and how each is written. The badge keeps to all of it.",
            fi:
                "Merkkien standardi määrää, mitä osia merkissä on ja miten ne kirjoitetaan. Merkki noudattaa sitä kaikilta osin.",
            sv: "Standarden för sådana märken anger vilka delar som finns och hur de skrivs. Märket följer den helt."),
        next: LocalizedText(
            en: "Nothing to do: the badge is built as it should be.",
            fi: "Mitään ei tarvitse tehdä: merkki on rakennettu oikein.",
            sv: "Inget behöver göras: märket är rätt uppbyggt."))

    static let schemaNone = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It names no description of its form (schema) to follow.",
            fi: "Siinä ei ole nimetty muotokuvausta (schema), jota sen pitäisi noudattaa.",
            sv: "Det anger ingen formbeskrivning (schema) att följa."),
        reason: LocalizedText(
            en: "it names no description of its form",
            fi: "siinä ei ole nimetty muotokuvausta",
            sv: "det anger ingen formbeskrivning"),
        meaning: LocalizedText(
            en:
                "The credential isn't of a kind whose form is known here, and it names no description of its own form. There is nothing to compare.",
            fi:
                "Todistus ei ole lajia, jonka muoto tunnetaan, eikä siinä ole nimetty omaa muotokuvausta. Vertailukohtaa ei ole.",
            sv:
                "Intyget är inte av en sort vars form är känd här, och det anger ingen beskrivning av sin egen form. Det finns inget att jämföra med."
        ),
        next: LocalizedText(
            en: "Nothing to do: this changes nothing in the answer.",
            fi: "Mitään ei tarvitse tehdä: tämä ei vaikuta vastaukseen.",
            sv: "Inget behöver göras: det påverkar inte svaret."))

    static let schemaOther = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It names a description of its form that isn't known here (schema {schema}); that changes nothing.",
            fi: "Siinä on nimetty muotokuvaus, jota ohjelma ei tunne (schema {schema}); se ei vaikuta tulokseen.",
            sv: "Det anger en formbeskrivning som inte är känd här (schema {schema}); det påverkar inte resultatet."),
        reason: LocalizedText(
            en: "it names a description of its form that isn't known here",
            fi: "siinä nimetty muotokuvaus on tuntematon",
            sv: "det anger en formbeskrivning som inte är känd här"),
        meaning: LocalizedText(
            en:
                "The issuer names a description of the form that only its own kind of credential follows. It isn't at hand and was not compared; the other checks don't depend on it.",
            fi:
                "Myöntäjä on nimennyt muotokuvauksen, jota vain sen oma todistuslaji noudattaa. Kuvausta ei ole käytettävissä, joten siihen ei verrattu; muut tarkistukset eivät riipu siitä.",
            sv:
                "Utfärdaren anger en formbeskrivning som bara dess egen sorts intyg följer. Den finns inte här, så ingen jämförelse gjordes; de övriga kontrollerna beror inte på den."
        ),
        next: LocalizedText(
            en: "Nothing to do: the answer rests on the other checks.",
            fi: "Mitään ei tarvitse tehdä: vastaus perustuu muihin tarkistuksiin.",
            sv: "Inget behöver göras: svaret bygger på de övriga kontrollerna."))

    static let schemaInvalid = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "At {place} it departs from the form that is published for its kind (1EdTech).",
            fi: "Se poikkeaa kohdassa {place} muodosta, joka tällaisille todistuksille on julkaistu (1EdTech).",
            sv: "Det avviker vid {place} från den form som är publicerad för sådana intyg (1EdTech)."),
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
            en: "Nothing to do: the badge doesn't contradict itself.",
            fi: "Mitään ei tarvitse tehdä: merkissä ei ole ristiriitoja.",
            sv: "Inget behöver göras: märket motsäger inte sig självt."))

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
                "One part of the badge contradicts another: it may hold a result for a level that the badge doesn't have. What was really awarded can't be told from it.",
            fi:
                "Merkin osat ovat ristiriidassa, esimerkiksi siinä on tulos tasosta, jota merkissä ei ole. Siitä ei voi päätellä, mitä on todella myönnetty.",
            sv:
                "En del av märket motsäger en annan: det kan till exempel ha ett resultat för en nivå som inte finns i märket. Det går inte att utläsa vad som egentligen har utfärdats."
        ))

    static let badgeTranscript = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It is a transcript; the badges in it are checked one by one.",
            fi: "Se on suoritusote; siinä olevat merkit tarkistetaan yksitellen.",
            sv: "Det är ett prestationsutdrag; märkena i det kontrolleras ett och ett."),
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
                "Ett prestationsutdrag samlar flera märken under en signatur. Varje märke måste klara kontrollen på egen hand och får därför sitt eget svar."
        ),
        next: LocalizedText(
            en: "Read the answer that each badge in the transcript got.",
            fi: "Lue suoritusotteen kunkin merkin oma vastaus.",
            sv: "Läs svaret för vart och ett av märkena i utdraget."))
}
