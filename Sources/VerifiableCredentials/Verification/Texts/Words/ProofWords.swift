/// What is said about the signature.
enum ProofWords {
    static let proofOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The signature fits: nothing that was signed has changed since ({suite}).",
            fi: "Allekirjoitus täsmää: mitään allekirjoitettua ei ole muutettu jälkeenpäin ({suite}).",
            sv: "Signaturen stämmer: inget av det signerade har ändrats efteråt ({suite})."),
        meaning: LocalizedText(
            en:
                "The signature was made over exactly this content, so not a single letter of it has been changed. Who made it, and whether you trust them, is for the next checks to say.",
            fi:
                "Allekirjoitus on tehty juuri tästä sisällöstä, eli kirjaintakaan ei ole muutettu. Kuka sen on tehnyt ja luotatko häneen, selviää seuraavista tarkistuksista.",
            sv:
                "Signaturen är gjord på just det här innehållet, så inte en enda bokstav har ändrats. Vem som har gjort den, och om du litar på honom eller henne, visar de följande kontrollerna."
        ),
        next: LocalizedText(
            en: "Nothing to do: the signature is in order.",
            fi: "Mitään ei tarvitse tehdä: allekirjoitus on kunnossa.",
            sv: "Inget behöver göras: signaturen är i ordning."))

    static let proofMissing = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "Nobody has signed it.",
            fi: "Kukaan ei ole allekirjoittanut sitä.",
            sv: "Ingen har signerat det."),
        reason: LocalizedText(
            en: "nobody has signed it",
            fi: "kukaan ei ole allekirjoittanut sitä",
            sv: "ingen har signerat det"),
        hint: LocalizedText(
            en: "An unsigned file proves nothing; ask for the signed one.",
            fi: "Allekirjoittamaton tiedosto ei todista mitään; pyydä allekirjoitettu.",
            sv: "En osignerad fil bevisar inget; be om den signerade."),
        meaning: LocalizedText(
            en:
                "Without a signature anybody could have written the file, with any name as the issuer. It may be a draft or a copy for display.",
            fi:
                "Ilman allekirjoitusta tiedoston on voinut kirjoittaa kuka tahansa ja merkitä myöntäjäksi kenet tahansa. Se voi olla luonnos tai vain katseltavaksi tehty kopio.",
            sv:
                "Utan signatur kan vem som helst ha skrivit filen, med vilken utfärdare som helst. Det kan vara ett utkast eller en kopia som bara är till för visning."
        ))

    static let proofMismatch = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The content and the signature don't belong together.",
            fi: "Sisältö ja allekirjoitus eivät kuulu yhteen.",
            sv: "Innehållet och signaturen hör inte ihop."),
        reason: LocalizedText(
            en: "it was changed, or somebody else signed it",
            fi: "sitä on muutettu tai sen on allekirjoittanut joku muu",
            sv: "det har ändrats, eller så har någon annan signerat det"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer for a fresh copy.",
            fi: "Älä luota siihen; pyydä myöntäjältä uusi kappale.",
            sv: "Lita inte på det; be utfärdaren om ett nytt exemplar."),
        meaning: LocalizedText(
            en:
                "The signature was not made over this content with the issuer's key. Either something in the file was changed after signing, or it was signed with another key.",
            fi:
                "Allekirjoitusta ei ole tehty tästä sisällöstä myöntäjän avaimella. Joko tiedostoa on muutettu allekirjoittamisen jälkeen tai se on allekirjoitettu toisella avaimella.",
            sv:
                "Signaturen är inte gjord på det här innehållet med utfärdarens nyckel. Antingen har filen ändrats efter signeringen eller så är den signerad med en annan nyckel."
        ))

    static let proofMalformed = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The signature isn't written as it must be.",
            fi: "Allekirjoituksen kirjoitusasu on virheellinen.",
            sv: "Signaturen är inte skriven som den ska."),
        reason: LocalizedText(
            en: "its signature is incomplete or garbled",
            fi: "sen allekirjoitus on puutteellinen tai sekava",
            sv: "dess signatur är ofullständig eller förvanskad"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer for a fresh copy.",
            fi: "Älä luota siihen; pyydä myöntäjältä uusi kappale.",
            sv: "Lita inte på det; be utfärdaren om ett nytt exemplar."),
        meaning: LocalizedText(
            en:
                "A signature has parts that must be there: what it is for, which key made it, and the signature itself. One of them is missing or can't be read, so it proves nothing.",
            fi:
                "Allekirjoituksessa pitää olla tietyt osat: mitä varten se on, millä avaimella se on tehty ja itse allekirjoitus. Jokin niistä puuttuu tai on lukukelvoton, joten allekirjoitus ei todista mitään.",
            sv:
                "En signatur ska ha vissa delar: vad den är till för, vilken nyckel den är gjord med och själva signaturen. Någon av dem saknas eller går inte att läsa, så signaturen bevisar inget."
        ))

    static let proofUnsupported = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The kind of signature ({suite}) isn't known here.",
            fi: "Tällaista allekirjoitusta ({suite}) tämä ohjelma ei tunne.",
            sv: "Programmet känner inte till den här sortens signatur ({suite})."),
        reason: LocalizedText(
            en: "its signature is of a kind that isn't known here",
            fi: "sen allekirjoituksen laji on tälle ohjelmalle tuntematon",
            sv: "dess signatur är av en sort som inte är känd här"),
        hint: LocalizedText(
            en: "A newer version of this program may know it; meanwhile ask the issuer to confirm the badge.",
            fi: "Ohjelman uudempi versio voi tuntea sen; pyydä sillä välin myöntäjää vahvistamaan merkki.",
            sv: "En nyare version av programmet kan känna till det; be utfärdaren bekräfta märket så länge."),
        meaning: LocalizedText(
            en:
                "There are many ways to sign, and this program doesn't know the one that was used here. The badge may be genuine; it just can't be shown.",
            fi:
                "Allekirjoitustapoja on monta, eikä tämä ohjelma tunne tässä käytettyä. Merkki voi olla aito, mutta sitä ei voi tässä osoittaa.",
            sv:
                "Det finns många sätt att signera, och programmet känner inte till det som har använts här. Märket kan vara äkta, men det går inte att visa."
        ))

    static let proofContexts = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The signature can't be checked: the badge uses a vocabulary that isn't known here.",
            fi: "Allekirjoitusta ei voi tarkistaa, koska merkissä käytetään sanastoa, jota tämä ohjelma ei tunne.",
            sv: "Signaturen kan inte kontrolleras, eftersom märket använder en ordlista som inte är känd här."),
        reason: LocalizedText(
            en: "its signature can't be checked without a vocabulary that isn't known here",
            fi: "sen allekirjoitusta ei voi tarkistaa ilman puuttuvaa sanastoa",
            sv: "dess signatur kan inte kontrolleras utan en ordlista som saknas"),
        hint: LocalizedText(
            en: "A newer version of this program may know it; meanwhile ask the issuer to confirm the badge.",
            fi: "Ohjelman uudempi versio voi tuntea sen; pyydä sillä välin myöntäjää vahvistamaan merkki.",
            sv: "En nyare version av programmet kan känna till det; be utfärdaren bekräfta märket så länge."),
        meaning: LocalizedText(
            en:
                "This kind of signature covers the meaning of the words, and for that the vocabulary is needed. Without it the signature can be neither confirmed nor refused.",
            fi:
                "Tällainen allekirjoitus kattaa sanojen merkityksen, ja siihen tarvitaan sanasto. Ilman sitä allekirjoitusta ei voi vahvistaa eikä hylätä.",
            sv:
                "Den här sortens signatur omfattar ordens betydelse, och till det behövs ordlistan. Utan den kan signaturen varken bekräftas eller förkastas."
        ))

    static let proofLinkedData = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The signature can't fit: part of what the badge says has no meaning that could be signed.",
            fi:
                "Allekirjoitus ei voi täsmätä, koska osalla merkin sisällöstä ei ole merkitystä, jonka voisi allekirjoittaa.",
            sv: "Signaturen kan inte stämma, eftersom en del av märkets innehåll saknar en betydelse som kan signeras."),
        reason: LocalizedText(
            en: "part of what it says isn't covered by the signature",
            fi: "allekirjoitus ei kata kaikkea, mitä siinä sanotaan",
            sv: "signaturen omfattar inte allt som det säger"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer for a fresh copy.",
            fi: "Älä luota siihen; pyydä myöntäjältä uusi kappale.",
            sv: "Lita inte på det; be utfärdaren om ett nytt exemplar."),
        meaning: LocalizedText(
            en:
                "Some of the content has no defined meaning, so a signature over the meaning leaves it out. Whatever stands there could have been added or changed unnoticed.",
            fi:
                "Osalla sisällöstä ei ole määriteltyä merkitystä, joten merkityksestä tehty allekirjoitus jättää sen ulkopuolelleen. Sen on voinut lisätä tai muuttaa kenenkään huomaamatta.",
            sv:
                "En del av innehållet saknar definierad betydelse, så en signatur över betydelsen utelämnar det. Det som står där kan ha lagts till eller ändrats utan att det märks."
        ))

    static let proofBase = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The signature is the issuer's own: it opens every part of the badge and is for its holder alone.",
            fi:
                "Allekirjoitus on myöntäjän haltijalle antama: se avaa merkin kaikki osat ja on tarkoitettu vain haltijalle.",
            sv:
                "Signaturen är den som utfärdaren gav innehavaren: den öppnar alla delar av märket och är bara till för innehavaren."
        ),
        reason: LocalizedText(
            en: "it is the holder's own copy, not one for receivers",
            fi: "se on haltijan oma kappale, ei vastaanottajalle tarkoitettu",
            sv: "det är innehavarens eget exemplar, inte ett för mottagare"),
        hint: LocalizedText(
            en: "Ask the holder for the copy that is made for receivers.",
            fi: "Pyydä haltijalta vastaanottajille tehty kappale.",
            sv: "Be innehavaren om det exemplar som är gjort för mottagare."),
        meaning: LocalizedText(
            en:
                "With this kind of badge the holder makes a copy for each receiver that shows only what is needed. This is the original, which should stay with the holder and can't be checked as it is.",
            fi:
                "Tällaisesta merkistä haltija tekee kullekin vastaanottajalle kappaleen, jossa näkyy vain tarpeellinen. Tämä on alkuperäinen, jonka pitäisi pysyä haltijalla ja jota ei voi tarkistaa sellaisenaan.",
            sv:
                "Av ett sådant märke gör innehavaren ett exemplar för varje mottagare som bara visar det som behövs. Det här är originalet, som bör stanna hos innehavaren och inte kan kontrolleras som det är."
        ))

    static let proofPurpose = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The signature was made for another purpose ({purpose}) than to award a badge.",
            fi: "Allekirjoitus on tehty muuhun tarkoitukseen ({purpose}) kuin merkin myöntämiseen.",
            sv: "Signaturen är gjord för ett annat ändamål ({purpose}) än att utfärda ett märke."),
        reason: LocalizedText(
            en: "the signature was made for another purpose",
            fi: "allekirjoitus on tehty muuta tarkoitusta varten",
            sv: "signaturen är gjord för ett annat ändamål"),
        hint: LocalizedText(
            en: "Don't rely on it; ask the issuer for a fresh copy.",
            fi: "Älä luota siihen; pyydä myöntäjältä uusi kappale.",
            sv: "Lita inte på det; be utfärdaren om ett nytt exemplar."),
        meaning: LocalizedText(
            en:
                "A signature says what it is for. This one is for something else, such as logging in, so it doesn't show that the issuer awarded anything.",
            fi:
                "Allekirjoitus kertoo, mitä varten se on tehty. Tämä on tehty muuhun, esimerkiksi kirjautumiseen, eikä siis osoita, että myöntäjä olisi myöntänyt mitään.",
            sv:
                "En signatur säger vad den är till för. Den här är till för något annat, till exempel inloggning, och visar alltså inte att utfärdaren har utfärdat något."
        ))

    static let proofExpired = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The signature was good until {date} only.",
            fi: "Allekirjoitus oli voimassa vain {date} asti.",
            sv: "Signaturen gällde bara till {date}."),
        reason: LocalizedText(
            en: "its signature was good for a time that is over",
            fi: "sen allekirjoituksen voimassaolo on päättynyt",
            sv: "dess signatur har slutat gälla"),
        hint: LocalizedText(
            en: "Ask the sender for a fresh copy.",
            fi: "Pyydä lähettäjältä uusi kappale.",
            sv: "Be avsändaren om ett nytt exemplar."),
        meaning: LocalizedText(
            en:
                "Whoever signed set an end to the signature itself, and that day has passed. This is common for files that a holder made for one receiver.",
            fi:
                "Allekirjoittaja on antanut allekirjoitukselle viimeisen voimassaolopäivän, ja se on mennyt. Näin on usein tiedostoissa, jotka haltija on tehnyt yhtä vastaanottajaa varten.",
            sv:
                "Den som signerade satte ett slutdatum för själva signaturen, och det har passerat. Så är det ofta med filer som en innehavare har gjort för en viss mottagare."
        ))

    static let proofFuture = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The signature is dated in the future ({date}).",
            fi: "Allekirjoitus on päivätty tulevaisuuteen ({date}).",
            sv: "Signaturen är daterad i framtiden ({date})."),
        reason: LocalizedText(
            en: "its signature is dated in the future",
            fi: "sen allekirjoitus on päivätty tulevaisuuteen",
            sv: "dess signatur är daterad i framtiden"),
        hint: LocalizedText(
            en:
                "Check your computer's clock; if it is right, don't rely on the badge and ask the issuer for a fresh copy.",
            fi:
                "Tarkista tietokoneesi kello; jos se on oikeassa, älä luota merkkiin vaan pyydä myöntäjältä uusi kappale.",
            sv:
                "Kontrollera datorns klocka; om den går rätt, lita inte på märket utan be utfärdaren om ett nytt exemplar."
        ),
        meaning: LocalizedText(
            en:
                "The signature says that it was made at a time that hasn't come yet. Either a clock is wrong, yours or the issuer's, or somebody made the date up.",
            fi:
                "Allekirjoituksen mukaan se on tehty hetkellä, joka ei ole vielä koittanut. Joko jommankumman kello, sinun tai myöntäjän, on väärässä, tai joku on keksinyt päivämäärän.",
            sv:
                "Signaturen påstår att den är gjord vid en tidpunkt som inte har kommit ännu. Antingen går någons klocka fel, din eller utfärdarens, eller så har någon hittat på datumet."
        ))

    static let proofRequired = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "This can be answered only when the signature holds.",
            fi: "Tähän voi vastata vasta, kun allekirjoitus täsmää.",
            sv: "Det här kan besvaras först när signaturen stämmer."),
        reason: LocalizedText(
            en: "the signature has to be settled first",
            fi: "ensin on selvitettävä, täsmääkö allekirjoitus",
            sv: "först måste det avgöras om signaturen stämmer"),
        meaning: LocalizedText(
            en:
                "As long as the signature isn't confirmed, anybody could have written what the badge says. Dates, issuer and recipient are therefore not judged yet.",
            fi:
                "Niin kauan kuin allekirjoitusta ei ole vahvistettu, merkin sisällön on voinut kirjoittaa kuka tahansa. Siksi päiviä, myöntäjää ja saajaa ei vielä arvioida.",
            sv:
                "Så länge signaturen inte är bekräftad kan vem som helst ha skrivit det som står i märket. Därför bedöms datum, utfärdare och mottagare inte ännu."
        ),
        next: LocalizedText(
            en: "First settle what the report says about the signature, then check the file again.",
            fi: "Selvitä ensin, mitä raportti sanoo allekirjoituksesta, ja tarkista tiedosto sitten uudelleen.",
            sv: "Red först ut vad rapporten säger om signaturen och kontrollera sedan filen på nytt."))
}
