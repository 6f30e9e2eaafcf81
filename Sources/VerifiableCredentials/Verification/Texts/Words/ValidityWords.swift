/// What is said about the dates.
enum ValidityWords {
    static let validityOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Valid on {at}[ (the last day is {until})].",
            fi: "Voimassa {at}[ (viimeinen päivä on {until})].",
            sv: "Giltigt den {at}[ (sista dagen är den {until})]."),
        meaning: LocalizedText(
            en:
                "The day you ask about lies within the time for which the issuer awarded the badge. If no last day is named, it doesn't expire.",
            fi:
                "Päivä, jota kysyt, kuuluu merkin voimassaoloaikaan, jonka myöntäjä on määrännyt. Jos viimeistä päivää ei ole mainittu, merkki ei vanhene.",
            sv:
                "Dagen du frågar om ligger inom den giltighetstid som utfärdaren har bestämt. Om ingen sista dag anges går märket inte ut."
        ),
        next: LocalizedText(
            en: "Nothing to do: the dates are in order.",
            fi: "Mitään ei tarvitse tehdä: päivät ovat kunnossa.",
            sv: "Inget behöver göras: datumen är i ordning."))

    static let validityExpired = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "It expired on {date}.",
            fi: "Sen voimassaolo päättyi {date}.",
            sv: "Det gick ut den {date}."),
        reason: LocalizedText(
            en: "it has expired",
            fi: "sen voimassaolo on päättynyt",
            sv: "det har gått ut"),
        hint: LocalizedText(
            en: "Ask the learner whether it has been renewed; with `--at DATE` you can check an earlier day.",
            fi: "Kysy oppijalta, onko se uusittu; valinnalla `--at PÄIVÄ` voit tarkistaa aiemman päivän tilanteen.",
            sv: "Fråga den lärande om det har förnyats; med `--at DATUM` kan du kontrollera en tidigare dag."),
        meaning: LocalizedText(
            en:
                "The issuer gave the badge a last day, and that day has passed. It was genuine and may have been renewed since, as safety trainings often are.",
            fi:
                "Myöntäjä on antanut merkille viimeisen voimassaolopäivän, ja se on mennyt. Merkki on ollut aito, ja se on voitu sittemmin uusia, kuten turvallisuuskoulutuksissa on tapana.",
            sv:
                "Utfärdaren gav märket en sista giltighetsdag, och den har passerat. Märket har varit äkta och kan ha förnyats sedan dess, vilket är vanligt vid säkerhetsutbildningar."
        ))

    static let validityWasValid = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It was valid on {at}; it has expired since ({date}).",
            fi: "Se oli voimassa {at}; sittemmin se on vanhentunut ({date}).",
            sv: "Det var giltigt den {at}; sedan dess har det gått ut (den {date})."),
        reason: LocalizedText(
            en: "it was valid on that day and has expired since",
            fi: "se oli silloin voimassa mutta on sittemmin vanhentunut",
            sv: "det gällde den dagen men har gått ut sedan dess"),
        meaning: LocalizedText(
            en: "You asked about an earlier day. On that day the badge was in force; today it no longer is.",
            fi: "Kysyit aiemmasta päivästä. Silloin merkki oli voimassa; tänään se ei enää ole.",
            sv: "Du frågade om en tidigare dag. Den dagen gällde märket; i dag gör det inte det längre."),
        next: LocalizedText(
            en: "If it must be valid today, ask the learner for a renewed one.",
            fi: "Jos merkin on oltava voimassa tänään, pyydä oppijalta uusittu.",
            sv: "Om märket måste gälla i dag, be den lärande om ett förnyat."))

    static let validityNotYet = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "It becomes valid only on {date}.",
            fi: "Se tulee voimaan vasta {date}.",
            sv: "Det börjar gälla först den {date}."),
        reason: LocalizedText(
            en: "it isn't valid yet",
            fi: "se ei ole vielä voimassa",
            sv: "det gäller inte ännu"),
        hint: LocalizedText(
            en: "Check it again on that day.",
            fi: "Tarkista se uudelleen sinä päivänä.",
            sv: "Kontrollera det igen den dagen."),
        meaning: LocalizedText(
            en: "The issuer chose a later day for the badge to begin. Until then the badge shows nothing.",
            fi: "Myöntäjä on määrännyt voimassaolon alkamaan myöhemmin. Siihen asti merkki ei osoita mitään.",
            sv: "Utfärdaren har bestämt att märket börjar gälla en senare dag. Till dess visar det inget."))

    static let validityOrder = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "Its last day ({until}) is before its first ({from}).",
            fi: "Sen viimeinen päivä ({until}) on ennen ensimmäistä ({from}).",
            sv: "Dess sista dag ({until}) är före den första ({from})."),
        reason: LocalizedText(
            en: "its last day is before its first",
            fi: "sen viimeinen päivä on ennen ensimmäistä",
            sv: "dess sista dag är före den första"),
        hint: LocalizedText(
            en: "The issuer made a mistake; ask it to award the badge anew.",
            fi: "Myöntäjälle on sattunut virhe; pyydä sitä myöntämään merkki uudelleen.",
            sv: "Utfärdaren har gjort ett misstag; be den utfärda märket på nytt."),
        meaning: LocalizedText(
            en:
                "The two dates exclude each other: there is no day on which the badge could be valid. This is a mistake of the issuer's.",
            fi: "Päivät sulkevat toisensa pois: merkki ei voi olla voimassa yhtenäkään päivänä. Virhe on myöntäjän.",
            sv: "De två datumen utesluter varandra: det finns ingen dag då märket kunde gälla. Felet är utfärdarens."))

    static let validityNotShown = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "No end of validity is shown, and the holder may have left one out.",
            fi: "Voimassaolon päättymistä ei näy, ja haltija on voinut jättää sen pois.",
            sv: "Inget slutdatum visas, och innehavaren kan ha utelämnat ett."),
        reason: LocalizedText(
            en: "it doesn't show whether it expires",
            fi: "siitä ei näe, vanheneeko se",
            sv: "det visar inte om det går ut"),
        hint: LocalizedText(
            en: "Ask the holder for a copy that shows it, or the issuer whether the badge still stands.",
            fi: "Pyydä haltijalta kappale, jossa se näkyy, tai kysy myöntäjältä, onko merkki yhä voimassa.",
            sv: "Be innehavaren om ett exemplar där det syns, eller fråga utfärdaren om märket fortfarande gäller."),
        meaning: LocalizedText(
            en:
                "The holder chose which parts of the badge to show, and no last day is among them. The badge may have one that has passed, so nothing is decided.",
            fi:
                "Haltija on valinnut, mitkä merkin osat hän näyttää, eikä niissä ole viimeistä voimassaolopäivää. Merkillä voi silti olla sellainen, ja se on voinut jo mennä, joten asia jää auki.",
            sv:
                "Innehavaren har valt vilka delar av märket som visas, och ingen sista dag finns bland dem. Det kan ha en som har passerat, så saken är inte avgjord."
        ))

    static let clockBehind = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "This machine's clock shows {clock}, but something from {newest} was seen here before.",
            fi:
                "Tämän tietokoneen kello näyttää päivää {clock}, mutta täällä on jo nähty jotain, mikä on päivätty {newest}.",
            sv: "Datorns klocka visar {clock}, men här har redan setts något som är daterat {newest}."),
        reason: LocalizedText(
            en: "this computer's clock is behind",
            fi: "tämän tietokoneen kello jätättää",
            sv: "datorns klocka går efter"),
        hint: LocalizedText(
            en:
                "Set this computer's clock and check again. If it is right but was once ahead, remove the .state file beside your list of trusted issuers, or check with --no-state.",
            fi:
                "Aseta tietokoneen kello oikeaan aikaan ja tarkista uudelleen. Jos kello on oikeassa mutta on joskus edistänyt, poista luotettujen myöntäjiesi luettelon vieressä oleva .state-tiedosto tai tarkista valinnalla --no-state.",
            sv:
                "Ställ datorns klocka rätt och kontrollera igen. Om den går rätt men någon gång har gått före, ta bort .state-filen bredvid din förteckning över betrodda utfärdare eller kontrollera med --no-state."
        ),
        meaning: LocalizedText(
            en:
                "Whether something has run out, or how old a list is, can only be said by a clock that is right. This one shows a time before something that was already signed and seen here.",
            fi:
                "Vain oikeassa olevasta kellosta näkee, onko jokin vanhentunut tai kuinka vanha luettelo on. Tämä kello näyttää aikaa, joka on ennen jotain jo allekirjoitettua ja täällä nähtyä.",
            sv:
                "Bara en klocka som går rätt kan säga om något har gått ut eller hur gammal en lista är. Den här visar en tid före något som redan är signerat och har setts här."
        ))
}
