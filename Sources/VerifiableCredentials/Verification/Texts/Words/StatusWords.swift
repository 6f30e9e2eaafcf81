/// What is said about withdrawals and holds.
///
/// Long because it is a table: one row a code, three languages a text.
enum StatusWords {
    static let statusOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Not withdrawn; withdrawals are known up to {asOf} ({days} days old).",
            fi: "Sitä ei ole peruttu; perumiset tiedetään {asOf} asti (tiedon ikä: {days} pv).",
            sv: "Inte återkallat; återkallelser är kända till {asOf} (uppgiftens ålder: {days} dygn)."),
        meaning: LocalizedText(
            en:
                "The issuer publishes a list of withdrawn badges, and this one isn't on it. A withdrawal after the date of the list can't be seen yet.",
            fi:
                "Myöntäjä julkaisee luetteloa perutuista merkeistä, eikä tämä ole siinä. Luettelon päiväyksen jälkeen tehtyä perumista ei voi vielä nähdä.",
            sv:
                "Utfärdaren publicerar en lista över återkallade märken, och det här finns inte på den. En återkallelse efter listans datum syns inte ännu."
        ),
        next: LocalizedText(
            en: "If more certainty is needed, get the issuer's newest list.",
            fi: "Jos tarvitset tuoreempaa tietoa, hanki myöntäjän uusin luettelo.",
            sv: "Om du behöver färskare uppgifter, skaffa utfärdarens nyaste lista."))

    static let statusOKByHolder = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en:
                "Not withdrawn as of {asOf} ({days} days ago), according to the issuer's list that the holder handed over.",
            fi: "Ei peruttu {asOf} mennessä (tiedon ikä: {days} pv) haltijan toimittaman myöntäjän luettelon mukaan.",
            sv:
                "Inte återkallat fram till {asOf} (uppgiftens ålder: {days} dygn) enligt utfärdarens lista, som innehavaren har lämnat."
        ),
        meaning: LocalizedText(
            en:
                "The list is the issuer's own and signed, but it came with the file from the holder, who could have chosen an older one. Its date says how far it can be trusted.",
            fi:
                "Luettelo on myöntäjän oma ja allekirjoitettu, mutta se tuli tiedoston mukana haltijalta, joka on voinut valita vanhan luettelon. Päiväys kertoo, mihin asti se pitää paikkansa.",
            sv:
                "Listan är utfärdarens egen och signerad, men den kom med filen från innehavaren, som kan ha valt en äldre. Datumet visar hur långt fram den gäller."
        ),
        next: LocalizedText(
            en: "To be independent of the holder, get the list from the issuer and give it with --status.",
            fi:
                "Jos et halua nojata haltijan antamaan luetteloon, hanki luettelo myöntäjältä ja anna se valinnalla --status.",
            sv: "Om du inte vill förlita dig på innehavaren, skaffa listan från utfärdaren och ange den med --status."))

    static let statusFinal = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Not withdrawn; the issuer has closed and signed its last list of withdrawals on {asOf}.",
            fi:
                "Sitä ei ole peruttu; myöntäjä on lopettanut toimintansa ja allekirjoittanut viimeisen perumisluettelonsa {asOf}.",
            sv: "Inte återkallat; utfärdaren har upphört och signerade sin sista återkallelselista den {asOf}."),
        meaning: LocalizedText(
            en:
                "The organisation no longer exists and left a last, final list behind. Nobody can withdraw its badges any more, so that list never grows too old.",
            fi:
                "Organisaatiota ei enää ole, ja siltä on jäänyt viimeinen, lopullinen luettelo. Kukaan ei voi enää perua sen merkkejä, joten luettelo ei vanhene.",
            sv:
                "Organisationen finns inte längre och har lämnat en sista, slutgiltig lista efter sig. Ingen kan längre återkalla dess märken, så listan blir aldrig för gammal."
        ),
        next: LocalizedText(
            en: "Nothing newer will come; rely on this list.",
            fi: "Uudempaa luetteloa ei tule; voit luottaa tähän.",
            sv: "Någon nyare lista kommer inte; du kan lita på den här."))

    static let statusNone = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The issuer gave no way to withdraw it.",
            fi: "Myöntäjä ei ole järjestänyt tapaa perua sitä.",
            sv: "Utfärdaren har inte ordnat något sätt att återkalla det."),
        reason: LocalizedText(
            en: "the issuer gave no way to withdraw it",
            fi: "myöntäjällä ei ole tapaa perua sitä",
            sv: "utfärdaren har inget sätt att återkalla det"),
        meaning: LocalizedText(
            en:
                "Many badges are made without any means of withdrawal, and that is allowed. It means that a mistaken award can't be seen from the file.",
            fi:
                "Moni merkki tehdään ilman perumismahdollisuutta, ja se on sallittua. Silloin tiedostosta ei kuitenkaan näe, jos merkki on myönnetty erehdyksessä.",
            sv:
                "Många märken görs utan möjlighet till återkallelse, och det är tillåtet. Då syns det inte i filen om märket har utfärdats av misstag."
        ),
        next: LocalizedText(
            en: "If much depends on it, ask the issuer whether the badge still stands.",
            fi: "Jos merkistä riippuu paljon, kysy myöntäjältä, onko se yhä voimassa.",
            sv: "Om mycket hänger på märket, fråga utfärdaren om det fortfarande gäller."))

    static let statusNotShown = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "It doesn't show where to look for a withdrawal, and the holder may have left that out.",
            fi: "Merkistä ei näy, mistä perumisen voi tarkistaa, ja haltija on voinut jättää sen pois.",
            sv: "Märket visar inte var en återkallelse kan kontrolleras, och innehavaren kan ha utelämnat det."),
        reason: LocalizedText(
            en: "it doesn't show where withdrawals are published",
            fi: "siitä ei näe, missä perumiset julkaistaan",
            sv: "det visar inte var återkallelser publiceras"),
        hint: LocalizedText(
            en: "Ask the holder for a copy that shows it, or the issuer whether the badge still stands.",
            fi: "Pyydä haltijalta kappale, jossa se näkyy, tai kysy myöntäjältä, onko merkki yhä voimassa.",
            sv: "Be innehavaren om ett exemplar där det syns, eller fråga utfärdaren om märket fortfarande gäller."),
        meaning: LocalizedText(
            en:
                "The holder chose which parts to show, and where to look for withdrawals isn't among them. A withdrawn badge could be made to look sound in this way.",
            fi:
                "Haltija on valinnut näytettävät osat, eikä niissä ole tietoa siitä, mistä perumisen voi tarkistaa. Näin perutun merkin voisi saada näyttämään pätevältä.",
            sv:
                "Innehavaren har valt vilka delar som visas, och uppgiften om var återkallelser publiceras är inte med. På det sättet kunde ett återkallat märke fås att se giltigt ut."
        ))

    static let statusAbsent = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "This issuer's badges always say where withdrawals are published; this one doesn't.",
            fi: "Tämän myöntäjän merkit kertovat aina, missä perumiset julkaistaan; tämä ei kerro.",
            sv: "Utfärdarens märken anger alltid var återkallelser publiceras; det här gör det inte."),
        reason: LocalizedText(
            en: "this issuer's badges say where withdrawals are published, and this one doesn't",
            fi: "myöntäjän muista merkeistä näkee, missä perumiset julkaistaan, tästä ei",
            sv: "utfärdarens övriga märken anger var återkallelser publiceras, men inte det här"),
        hint: LocalizedText(
            en: "Ask the issuer whether the badge still stands.",
            fi: "Kysy myöntäjältä, onko merkki yhä voimassa.",
            sv: "Fråga utfärdaren om märket fortfarande gäller."),
        meaning: LocalizedText(
            en:
                "Your list of trusted issuers says that all badges of this issuer can be withdrawn. One that can't is unusual, and may not have come from the issuer's usual system.",
            fi:
                "Luotettujen myöntäjiesi luettelon mukaan kaikki tämän myöntäjän merkit voi perua. Merkki, jota ei voi perua, on poikkeus eikä ehkä ole peräisin myöntäjän omasta järjestelmästä.",
            sv:
                "Enligt din förteckning över betrodda utfärdare kan alla den här utfärdarens märken återkallas. Ett märke som inte kan återkallas är ovanligt och kommer kanske inte från utfärdarens eget system."
        ))

    static let statusUnavailable = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Whether it was withdrawn isn't known: the list {list} isn't at hand.",
            fi: "Ei tiedetä, onko se peruttu: luetteloa {list} ei ole käytettävissä.",
            sv: "Det är inte känt om det har återkallats: listan {list} finns inte här."),
        reason: LocalizedText(
            en: "it isn't known whether it was withdrawn",
            fi: "ei tiedetä, onko se peruttu",
            sv: "det är inte känt om det har återkallats"),
        hint: LocalizedText(
            en:
                "Get the issuer's newest list and give it with --status, or its whole published folder with --bundle; --online fetches it. If the list names itself otherwise, write --status ADDRESS=FILE with the address that the badge names.",
            fi:
                "Hanki myöntäjän uusin luettelo ja anna se valinnalla --status, tai koko julkaistu kansio valinnalla --bundle; --online hakee sen. Jos luettelo ilmoittaa toisen osoitteen, kirjoita --status OSOITE=TIEDOSTO, jossa on merkin nimeämä osoite.",
            sv:
                "Skaffa utfärdarens nyaste lista och ange den med --status, eller hela den publicerade mappen med --bundle; --online hämtar den. Om listan själv anger en annan adress, skriv --status ADRESS=FIL med adressen som märket anger."
        ),
        meaning: LocalizedText(
            en:
                "The badge names the list where the issuer publishes withdrawals, and you haven't given that list. This program fetches it only when you say --online.",
            fi:
                "Merkki nimeää luettelon, jossa myöntäjä julkaisee perumiset, mutta et ole antanut sitä. Ohjelma hakee luettelon vain, kun annat valinnan --online.",
            sv:
                "Märket anger listan där utfärdaren publicerar återkallelser, och du har inte angett den. Programmet hämtar den bara när du anger --online."
        ))

    static let statusStale = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Withdrawals are known only up to {asOf} ({days} days old); at most {limit} days are accepted.",
            fi: "Perumiset tiedetään vain {asOf} asti (tiedon ikä: {days} pv, enintään {limit} pv kelpaa).",
            sv: "Återkallelser är kända bara till {asOf} (uppgiftens ålder: {days} dygn, högst {limit} dygn godtas)."),
        reason: LocalizedText(
            en: "the list of withdrawals is too old",
            fi: "perumisluettelo on liian vanha",
            sv: "återkallelselistan är för gammal"),
        hint: LocalizedText(
            en:
                "Get the issuer's newest list and give it with --status, or its whole published folder with --bundle; --online fetches it.",
            fi:
                "Hanki myöntäjän uusin luettelo ja anna se valinnalla --status, tai koko julkaistu kansio valinnalla --bundle; --online hakee sen.",
            sv:
                "Skaffa utfärdarens nyaste lista och ange den med --status, eller hela den publicerade mappen med --bundle; --online hämtar den."
        ),
        meaning: LocalizedText(
            en:
                "The list at hand is older than you accept, or its own end has passed. The badge could have been withdrawn since.",
            fi:
                "Käytettävissä oleva luettelo on vanhempi kuin hyväksyt tai sen oma voimassaolo on päättynyt. Merkki on voitu perua sen jälkeen.",
            sv:
                "Listan som finns är äldre än vad du godtar, eller så har den själv gått ut. Märket kan ha återkallats sedan dess."
        ))

    static let statusRollback = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "The list of withdrawals is dated {asOf}, but a newer or different one, dated {newest}, was seen here before.",
            fi:
                "Perumisluettelo on päivätty {asOf}, mutta täällä on jo nähty uudempi tai muu luettelo, jonka päiväys on {newest}.",
            sv:
                "Återkallelselistan är daterad {asOf}, men här har redan setts en nyare eller en annan, som är daterad {newest}."
        ),
        reason: LocalizedText(
            en: "an older list of withdrawals was handed over than one seen before",
            fi: "annettu perumisluettelo on vanhempi kuin täällä jo nähty",
            sv: "återkallelselistan är äldre än en som redan har setts här"),
        hint: LocalizedText(
            en: "Whoever handed you the older list may want to hide something; get the newest one from the issuer.",
            fi: "Vanhan luettelon antaja voi haluta salata jotakin; hanki uusin luettelo myöntäjältä.",
            sv: "Den som gav dig den äldre listan kan vilja dölja något; skaffa den nyaste från utfärdaren."),
        meaning: LocalizedText(
            en:
                "This computer remembers the newest list it has seen of each issuer. An older one may leave out a withdrawal, so it isn't used, and neither is one that says something else under the same date.",
            fi:
                "Tämä tietokone muistaa kunkin myöntäjän uusimman näkemänsä luettelon. Vanhemmasta voi puuttua tuore peruminen, joten sitä ei käytetä; eikä sellaistakaan, jossa on sama päiväys mutta eri sisältö.",
            sv:
                "Datorn minns den nyaste listan som den har sett från varje utfärdare. I en äldre kan en återkallelse saknas, så den används inte, och inte heller en som har samma datum men annat innehåll."
        ))

    static let statusFuture = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The list of withdrawals is dated in the future ({asOf}).",
            fi: "Perumisluettelo on päivätty tulevaisuuteen ({asOf}).",
            sv: "Återkallelselistan är daterad i framtiden ({asOf})."),
        reason: LocalizedText(
            en: "the list of withdrawals is dated in the future",
            fi: "perumisluettelo on päivätty tulevaisuuteen",
            sv: "återkallelselistan är daterad i framtiden"),
        hint: LocalizedText(
            en: "Check your computer's clock; if it is right, get the issuer's newest list and give it with --status.",
            fi:
                "Tarkista tietokoneesi kello; jos se on oikeassa, hanki myöntäjän uusin luettelo ja anna se valinnalla --status.",
            sv:
                "Kontrollera datorns klocka; om den går rätt, skaffa utfärdarens nyaste lista och ange den med --status."
        ),
        meaning: LocalizedText(
            en:
                "A list can't know of days to come. Either your clock is behind, or the list was dated wrongly, so it isn't used.",
            fi:
                "Luettelo ei voi tietää tulevista päivistä. Joko kellosi jätättää tai luettelo on päivätty väärin, joten sitä ei käytetä.",
            sv:
                "En lista kan inte känna till kommande dagar. Antingen går din klocka efter eller så är listan feldaterad, så den används inte."
        ))

    static let statusUnsigned = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The list of withdrawals can't be trusted: its signature is missing or doesn't fit.",
            fi: "Perumisluetteloon ei voi luottaa: sen allekirjoitus puuttuu tai ei täsmää.",
            sv: "Återkallelselistan går inte att lita på: signaturen saknas eller stämmer inte."),
        reason: LocalizedText(
            en: "the list of withdrawals can't be trusted",
            fi: "perumisluetteloon ei voi luottaa",
            sv: "återkallelselistan går inte att lita på"),
        hint: LocalizedText(
            en: "Get the issuer's newest list and give it with --status, or its whole published folder with --bundle.",
            fi:
                "Hanki myöntäjän uusin luettelo ja anna se valinnalla --status, tai koko julkaistu kansio valinnalla --bundle.",
            sv:
                "Skaffa utfärdarens nyaste lista och ange den med --status, eller hela den publicerade mappen med --bundle."
        ),
        meaning: LocalizedText(
            en:
                "Anybody could have written a list without a fitting signature, to hide a withdrawal or to invent one. It is therefore ignored.",
            fi:
                "Luettelon, jossa ei ole täsmäävää allekirjoitusta, on voinut kirjoittaa kuka tahansa salatakseen perumisen tai keksiäkseen sellaisen. Siksi sitä ei oteta huomioon.",
            sv:
                "En lista utan stämmande signatur kan vem som helst ha skrivit, för att dölja en återkallelse eller hitta på en. Därför beaktas den inte."
        ))

    static let statusUnvouched = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The list of withdrawals is signed with a key that you haven't pinned.",
            fi: "Perumisluettelo on allekirjoitettu avaimella, jota et ole kiinnittänyt luetteloosi.",
            sv: "Återkallelselistan är signerad med en nyckel som du inte har fäst i din förteckning."),
        reason: LocalizedText(
            en: "the list of withdrawals is signed with a key that you don't know",
            fi: "perumisluettelo on allekirjoitettu avaimella, jota et tunne",
            sv: "återkallelselistan är signerad med en nyckel du inte känner"),
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
                "The list is signed, but your list of trusted issuers doesn't name the key that signed it. It could be anybody's.",
            fi:
                "Luettelo on allekirjoitettu, mutta allekirjoittanutta avainta ei ole luotettujen myöntäjiesi luettelossa. Se voi olla kenen tahansa.",
            sv:
                "Listan är signerad, men nyckeln finns inte i din förteckning över betrodda utfärdare. Den kan vara vems som helst."
        ))

    static let statusIssuer = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The list of withdrawals is from {other}, not from the badge's issuer.",
            fi: "Perumisluettelo on peräisin muualta ({other}) eikä merkin myöntäjältä.",
            sv: "Återkallelselistan kommer från {other}, inte från märkets utfärdare."),
        reason: LocalizedText(
            en: "the list of withdrawals is somebody else's",
            fi: "perumisluettelo on jonkun muun",
            sv: "återkallelselistan är någon annans"),
        hint: LocalizedText(
            en: "Get the issuer's newest list and give it with --status, or its whole published folder with --bundle.",
            fi:
                "Hanki myöntäjän uusin luettelo ja anna se valinnalla --status, tai koko julkaistu kansio valinnalla --bundle.",
            sv:
                "Skaffa utfärdarens nyaste lista och ange den med --status, eller hela den publicerade mappen med --bundle."
        ),
        meaning: LocalizedText(
            en:
                "Only the issuer of a badge can withdraw it, unless your list of trusted issuers names another who keeps the list for it. This list is from neither.",
            fi:
                "Merkin voi perua vain sen myöntäjä, ellei luotettujen myöntäjiesi luettelossa ole nimetty muuta luettelon pitäjää. Tämä luettelo ei ole kummaltakaan.",
            sv:
                "Bara utfärdaren kan återkalla ett märke, om inte din förteckning anger någon annan som för listan. Den här listan kommer från ingen av dem."
        ))

    static let statusMalformed = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The list of withdrawals, or the badge's place on it, can't be read.",
            fi: "Perumisluetteloa tai merkin paikkaa siinä ei voi lukea.",
            sv: "Återkallelselistan eller märkets plats på den kan inte läsas."),
        reason: LocalizedText(
            en: "the list of withdrawals can't be read",
            fi: "perumisluetteloa ei voi lukea",
            sv: "återkallelselistan kan inte läsas"),
        hint: LocalizedText(
            en: "Get the issuer's newest list and give it with --status, or its whole published folder with --bundle.",
            fi:
                "Hanki myöntäjän uusin luettelo ja anna se valinnalla --status, tai koko julkaistu kansio valinnalla --bundle.",
            sv:
                "Skaffa utfärdarens nyaste lista och ange den med --status, eller hela den publicerade mappen med --bundle."
        ),
        meaning: LocalizedText(
            en:
                "The list, or what the badge says about its place on it, breaks the standard's rules. So it can't be told whether the badge was withdrawn.",
            fi:
                "Luettelo tai merkin tieto paikastaan siinä on standardin vastainen. Siksi ei voi sanoa, onko merkki peruttu.",
            sv:
                "Listan, eller märkets uppgift om sin plats på den, bryter mot standarden. Därför går det inte att säga om märket har återkallats."
        ))

    static let statusPurpose = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The list is for another purpose than the badge says ({purpose}).",
            fi: "Luettelo on muuta tarkoitusta varten kuin merkissä sanotaan ({purpose}).",
            sv: "Listan är till för ett annat ändamål än märket säger ({purpose})."),
        reason: LocalizedText(
            en: "the list that was given is for another purpose",
            fi: "annettu luettelo on muuta tarkoitusta varten",
            sv: "listan som angavs är till för ett annat ändamål"),
        hint: LocalizedText(
            en: "Get the issuer's newest list and give it with --status, or its whole published folder with --bundle.",
            fi:
                "Hanki myöntäjän uusin luettelo ja anna se valinnalla --status, tai koko julkaistu kansio valinnalla --bundle.",
            sv:
                "Skaffa utfärdarens nyaste lista och ange den med --status, eller hela den publicerade mappen med --bundle."
        ),
        meaning: LocalizedText(
            en:
                "Issuers keep one list for withdrawn badges and another for those on hold. The badge points to one kind, and the list at hand is of the other.",
            fi:
                "Myöntäjillä on oma luettelo perutuille ja oma keskeytetyille merkeille. Merkki viittaa eri luetteloon kuin se, joka annettiin.",
            sv:
                "Utfärdare har en lista för återkallade märken och en annan för vilande. Märket hänvisar till den ena sorten, men listan som angavs är av den andra."
        ))

    static let statusRange = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The list has {count} places and ends before this badge's place {index}.",
            fi: "Luettelossa on {count} paikkaa, ja se loppuu ennen tämän merkin paikkaa {index}.",
            sv: "Listan har {count} platser och slutar före märkets plats {index}."),
        reason: LocalizedText(
            en: "the list of withdrawals is too short for this badge",
            fi: "perumisluettelo on liian lyhyt tälle merkille",
            sv: "återkallelselistan är för kort för det här märket"),
        hint: LocalizedText(
            en: "Get the issuer's newest list and give it with --status, or its whole published folder with --bundle.",
            fi:
                "Hanki myöntäjän uusin luettelo ja anna se valinnalla --status, tai koko julkaistu kansio valinnalla --bundle.",
            sv:
                "Skaffa utfärdarens nyaste lista och ange den med --status, eller hela den publicerade mappen med --bundle."
        ),
        meaning: LocalizedText(
            en:
                "Every badge has a numbered place on its list. This list has fewer places than the number of this badge, so it is an older or another list.",
            fi:
                "Jokaisella merkillä on luettelossa numeroitu paikka. Tässä luettelossa paikkoja on vähemmän kuin merkin numero edellyttää, joten se on vanha tai väärä luettelo.",
            sv:
                "Varje märke har en numrerad plats på sin lista. Den här listan har färre platser än märkets nummer, så den är äldre eller en helt annan."
        ))

    static let statusTypeUnknown = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "Its issuer publishes withdrawals in a way that isn't known here ({type}).",
            fi: "Sen myöntäjä julkaisee perumiset tavalla, jota tämä ohjelma ei tunne ({type}).",
            sv: "Utfärdaren publicerar återkallelser på ett sätt som inte är känt här ({type})."),
        reason: LocalizedText(
            en: "withdrawals are published in a way that isn't known here",
            fi: "perumiset julkaistaan tavalla, jota tämä ohjelma ei tunne",
            sv: "återkallelser publiceras på ett sätt som inte är känt här"),
        hint: LocalizedText(
            en: "A newer version of this program may know it; meanwhile ask the issuer to confirm the badge.",
            fi: "Ohjelman uudempi versio voi tuntea sen; pyydä sillä välin myöntäjää vahvistamaan merkki.",
            sv: "En nyare version av programmet kan känna till det; be utfärdaren bekräfta märket så länge."),
        meaning: LocalizedText(
            en:
                "There are several ways to publish withdrawals, and this program doesn't read the one that the badge uses. It may have been withdrawn.",
            fi:
                "Perumiset voi julkaista monella tavalla, eikä ohjelma osaa lukea tässä käytettyä. Merkki on voitu perua.",
            sv:
                "Återkallelser kan publiceras på flera sätt, och programmet läser inte det som märket använder. Märket kan ha återkallats."
        ))

    static let statusPurposeUnknown = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The badge has a status for a purpose that isn't known here ({purpose}).",
            fi: "Merkillä on tilatieto, jonka tarkoitusta ({purpose}) tämä ohjelma ei tunne.",
            sv: "Märket har en status vars ändamål ({purpose}) inte är känt här."),
        reason: LocalizedText(
            en: "it has a status that isn't known here",
            fi: "sillä on tilatieto, jota tämä ohjelma ei tunne",
            sv: "det har en status som inte är känd här"),
        hint: LocalizedText(
            en: "A newer version of this program may know it; meanwhile ask the issuer to confirm the badge.",
            fi: "Ohjelman uudempi versio voi tuntea sen; pyydä sillä välin myöntäjää vahvistamaan merkki.",
            sv: "En nyare version av programmet kan känna till det; be utfärdaren bekräfta märket så länge."),
        meaning: LocalizedText(
            en:
                "Besides withdrawal and hold an issuer may publish other things about a badge. This one isn't known here and might be important, so it is left open.",
            fi:
                "Perumisen ja keskeytyksen lisäksi myöntäjä voi julkaista merkistä muutakin. Tätä tietoa ohjelma ei tunne, ja se voi olla tärkeä, joten asia jätetään auki.",
            sv:
                "Utöver att ett märke är återkallat eller vilande kan en utfärdare publicera annat om det. Den här uppgiften är okänd och kan vara viktig, så saken lämnas öppen."
        ))

    static let statusRevoked = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The issuer has withdrawn it (as of {asOf}).",
            fi: "Myöntäjä on perunut sen (tilanne {asOf}).",
            sv: "Utfärdaren har återkallat det (läget den {asOf})."),
        reason: LocalizedText(
            en: "it was withdrawn by the issuer",
            fi: "myöntäjä on perunut sen",
            sv: "det är återkallat av utfärdaren"),
        hint: LocalizedText(
            en: "Don't accept it; ask the learner whether they have a newer one.",
            fi: "Älä hyväksy sitä; kysy oppijalta, onko hänellä uudempi.",
            sv: "Godta det inte; fråga den lärande om det finns ett nyare."),
        meaning: LocalizedText(
            en:
                "The issuer has taken the badge back for good, for instance because it was awarded by mistake. The signature still fits, but the badge no longer counts.",
            fi:
                "Myöntäjä on perunut merkin lopullisesti, esimerkiksi koska se oli myönnetty erehdyksessä. Allekirjoitus täsmää yhä, mutta merkki ei enää kelpaa.",
            sv:
                "Utfärdaren har återkallat märket för gott, till exempel för att det utfärdades av misstag. Signaturen stämmer fortfarande, men märket gäller inte längre."
        ))

    static let statusSuspended = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The issuer has put it on hold (as of {asOf}).",
            fi: "Myöntäjä on keskeyttänyt sen voimassaolon (tilanne {asOf}).",
            sv: "Utfärdaren har gjort det vilande (läget den {asOf})."),
        reason: LocalizedText(
            en: "it is on hold",
            fi: "sen voimassaolo on keskeytetty",
            sv: "det är vilande"),
        hint: LocalizedText(
            en: "Ask the issuer when the matter will be settled.",
            fi: "Kysy myöntäjältä, milloin asia ratkeaa.",
            sv: "Fråga utfärdaren när saken avgörs."),
        meaning: LocalizedText(
            en:
                "The issuer has stopped the badge for a time, for instance while a complaint is looked into. It may come back into force.",
            fi:
                "Myöntäjä on keskeyttänyt merkin voimassaolon joksikin aikaa, esimerkiksi valituksen selvittämisen ajaksi. Merkki voi palata voimaan.",
            sv:
                "Utfärdaren har gjort märket vilande en tid, till exempel medan ett klagomål utreds. Det kan börja gälla igen."
        ))
}
