/// What is said about endorsements: those of a badge, and one by itself.
enum EndorsementWords {
    static let endorsementsNone = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Nobody has added an endorsement.",
            fi: "Kukaan ei ole lisännyt suositusta.",
            sv: "Ingen har lagt till en rekommendation."),
        reason: LocalizedText(
            en: "nobody has endorsed it",
            fi: "kukaan ei ole suositellut sitä",
            sv: "ingen har rekommenderat det"),
        meaning: LocalizedText(
            en:
                "An endorsement is a signed statement in which a third party speaks for a badge or its issuer. Most badges have none.",
            fi:
                "Suositus on kolmannen osapuolen allekirjoittama kannanotto merkin tai sen myöntäjän puolesta. Useimmissa merkeissä sitä ei ole.",
            sv:
                "En rekommendation är ett signerat uttalande där en tredje part talar för ett märke eller dess utfärdare. De flesta märken har ingen."
        ),
        next: LocalizedText(
            en: "No endorsement is needed.",
            fi: "Suositusta ei tarvita.",
            sv: "Ingen rekommendation behövs."))

    static let endorsementsOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It carries endorsements ({count}), all of them genuine. They change nothing in the answer.",
            fi: "Siinä on suosituksia ({count}), ja kaikki ovat aitoja. Ne eivät muuta vastausta.",
            sv: "Det har rekommendationer ({count}) och alla är äkta. De ändrar inget i svaret."),
        meaning: LocalizedText(
            en:
                "Others have spoken for the badge, for what it stands for or for its issuer, and each of these statements was checked like a badge: signature, dates, withdrawal, and whether you know who signed.",
            fi:
                "Muut ovat puhuneet merkin, sen sisällön tai sen myöntäjän puolesta. Jokainen kannanotto tarkistettiin samoin kuin merkki: allekirjoitus, päivät, perumiset ja se, tunnetko allekirjoittajan.",
            sv:
                "Andra har uttalat sig till stöd för märket, för det som märket står för eller för utfärdaren. Varje uttalande kontrollerades på samma sätt som ett märke: signatur, datum, återkallelse och om du känner den som har signerat."
        ),
        next: LocalizedText(
            en: "Read what each of them says, and who says it.",
            fi: "Lue, mitä kukin niistä sanoo ja kuka sen sanoo.",
            sv: "Läs vad var och en säger och vem som säger det."))

    static let endorsementsMixed = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "It carries endorsements ({count}): {valid} genuine, {undetermined} undecided, {invalid} not valid. They change nothing in the answer.",
            fi:
                "Siinä on suosituksia ({count}): aitoja {valid}, ratkaisematta {undetermined}, kelpaamattomia {invalid}. Ne eivät muuta vastausta.",
            sv:
                "Det har rekommendationer ({count}): {valid} äkta, {undetermined} oavgjorda, {invalid} inte giltiga. De ändrar inget i svaret."
        ),
        reason: LocalizedText(
            en: "not all of its endorsements are genuine",
            fi: "kaikki sen suositukset eivät ole aitoja",
            sv: "alla dess rekommendationer är inte äkta"),
        meaning: LocalizedText(
            en:
                "Not every statement that others have added could be confirmed. That is no fault of the badge: it stands or falls with its own signature.",
            fi:
                "Kaikkia muiden lisäämiä kannanottoja ei voitu vahvistaa. Se ei ole merkin vika: merkki on aito tai väärä oman allekirjoituksensa mukaan.",
            sv:
                "Alla uttalanden som andra har bifogat kunde inte bekräftas. Det är inget fel på märket: det står och faller med sin egen signatur."
        ),
        next: LocalizedText(
            en: "Leave those aside that aren't genuine, or ask whoever signed them.",
            fi: "Jätä huomiotta ne, jotka eivät ole aitoja, tai kysy niiden allekirjoittajalta.",
            sv: "Bortse från dem som inte är äkta, eller fråga den som har signerat dem."))

    static let endorsementsTooMany = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It carries {count} endorsements, more than the {limit} that are judged; none of them was.",
            fi: "Siinä on {count} suositusta, enemmän kuin tarkistetaan ({limit}); yhtäkään ei tarkistettu.",
            sv: "Det har {count} rekommendationer, fler än de {limit} som kontrolleras; ingen av dem kontrollerades."),
        reason: LocalizedText(
            en: "it carries more endorsements than are judged",
            fi: "siinä on enemmän suosituksia kuin tarkistetaan",
            sv: "det har fler rekommendationer än som kontrolleras"),
        meaning: LocalizedText(
            en:
                "A real badge has a handful of endorsements. Hundreds are there to impress or to keep a checker busy, and which of them stand first says nothing, so all are left aside.",
            fi:
                "Todellisessa merkissä on muutama suositus. Satojen tarkoitus on tehdä vaikutus tai työllistää tarkistajaa, eikä niiden järjestys kerro mitään, joten kaikki jätetään huomiotta.",
            sv:
                "Ett verkligt märke har en handfull rekommendationer. Hundratals är till för att imponera eller för att sysselsätta den som kontrollerar, och ordningen säger inget, så alla lämnas åt sidan."
        ),
        next: LocalizedText(
            en: "Ask the learner for the few endorsements that matter, as files of their own.",
            fi: "Pyydä oppijalta ne muutamat suositukset, joilla on merkitystä, omina tiedostoinaan.",
            sv: "Be den lärande om de få rekommendationer som betyder något, som egna filer."))

    static let endorsementsDeeper = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Whoever endorses brings endorsements of their own ({count}); those are not judged.",
            fi: "Suosittelijalla on omia suosituksia ({count}); niitä ei tarkisteta.",
            sv: "Den som rekommenderar har egna rekommendationer ({count}); de kontrolleras inte."),
        reason: LocalizedText(
            en: "endorsements of the endorser are not judged",
            fi: "suosittelijan saamia suosituksia ei tarkisteta",
            sv: "den rekommenderandes egna rekommendationer kontrolleras inte"),
        meaning: LocalizedText(
            en:
                "An endorser can be endorsed by others in turn, without end. One step is checked; what lies behind it is only counted.",
            fi:
                "Suosittelijaakin voivat muut suositella, ja niin edelleen loputtomiin. Yksi askel tarkistetaan; sen takana olevat vain lasketaan.",
            sv:
                "Den som rekommenderar kan i sin tur rekommenderas av andra, utan slut. Ett steg kontrolleras; det som ligger bakom räknas bara."
        ),
        next: LocalizedText(
            en: "If you don't know the endorser, ask somebody whom you do know.",
            fi: "Jos et tunne suosittelijaa, kysy joltakulta, jonka tunnet.",
            sv: "Om du inte känner den som rekommenderar, fråga någon som du känner."))

    static let endorsementExact = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It endorses {thing}, in exactly the wording that stands here.",
            fi: "Sen kohde on {thing}, juuri tässä olevassa muodossa.",
            sv: "Den gäller {thing}, i exakt den lydelse som finns här."),
        meaning: LocalizedText(
            en:
                "The endorser has signed a digest of what is endorsed, a kind of fingerprint. It fits, so the endorsement was given to this very text and to no other of the same name.",
            fi:
                "Suosittelija on allekirjoittanut kohteen tiivisteen, eräänlaisen sormenjäljen. Se täsmää, joten suositus on annettu juuri tälle tekstille eikä millekään muulle samannimiselle.",
            sv:
                "Den som rekommenderar har signerat en kontrollsumma av det rekommenderade, ett slags fingeravtryck. Den stämmer, så rekommendationen gäller just den här texten och ingen annan med samma namn."
        ),
        next: LocalizedText(
            en: "What the endorser says can be taken as said of this.",
            fi: "Suosittelijan sanat voi lukea juuri tätä koskeviksi.",
            sv: "Det som sägs i rekommendationen kan läsas som sagt om just detta."))

    static let endorsementByID = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It endorses {thing}, by id only.",
            fi: "Sen kohde on {thing}, pelkän tunnisteen perusteella.",
            sv: "Den gäller {thing}, enbart enligt id."),
        meaning: LocalizedText(
            en:
                "The endorser has signed the name of what is endorsed, but no digest of its content. If the issuer has put other content under that name since, the endorser never saw it.",
            fi:
                "Suosittelija on allekirjoittanut kohteen tunnisteen mutta ei sen sisällön tiivistettä. Jos myöntäjä on sittemmin antanut samalle tunnisteelle muuta sisältöä, suosittelija ei ole nähnyt sitä.",
            sv:
                "Den som rekommenderar har signerat det rekommenderades id, men ingen kontrollsumma av innehållet. Om utfärdaren senare har gett samma id ett annat innehåll har den som rekommenderar inte sett det."
        ),
        next: LocalizedText(
            en: "Where the exact content matters, ask the endorser whether this is what was meant.",
            fi: "Jos tarkalla sisällöllä on merkitystä, kysy suosittelijalta, tarkoittiko hän tätä.",
            sv: "Om det exakta innehållet är viktigt, fråga den som rekommenderar om det var detta som avsågs."))

    static let endorsementOther = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "It endorses something else ({subject}).",
            fi: "Se koskee jotakin muuta ({subject}).",
            sv: "Den gäller något annat ({subject})."),
        reason: LocalizedText(
            en: "it endorses something else",
            fi: "se suosittelee jotakin muuta",
            sv: "den rekommenderar något annat"),
        hint: LocalizedText(
            en: "Don't count this endorsement; ask whoever brought it how it got here.",
            fi: "Älä ota tätä suositusta huomioon; kysy tuojalta, miten se on tänne päätynyt.",
            sv: "Räkna inte den här rekommendationen; fråga den som kom med den hur den hamnade här."),
        meaning: LocalizedText(
            en:
                "The endorsement may well be genuine, but it was given to another badge, organisation or person. Somebody has put it where it doesn't belong.",
            fi:
                "Suositus voi hyvin olla aito, mutta se on annettu toiselle merkille, organisaatiolle tai henkilölle. Joku on pannut sen paikkaan, johon se ei kuulu.",
            sv:
                "Rekommendationen kan mycket väl vara äkta, men den gavs åt ett annat märke, en annan organisation eller en annan person. Någon har lagt den där den inte hör hemma."
        ))

    static let endorsementNoSubject = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "It doesn't say what it endorses.",
            fi: "Se ei kerro, mitä se suosittelee.",
            sv: "Den säger inte vad den rekommenderar."),
        reason: LocalizedText(
            en: "it doesn't say what it endorses",
            fi: "siitä ei selviä, mitä se suosittelee",
            sv: "det framgår inte vad den rekommenderar"),
        hint: LocalizedText(
            en: "Ask the endorser for one that names its subject.",
            fi: "Pyydä suosittelijalta sellainen, jossa kohde on nimetty.",
            sv: "Be om en rekommendation som anger vad den gäller."),
        meaning: LocalizedText(
            en: "An endorsement has to name what it speaks for. Without that anybody could put it beside anything.",
            fi: "Suosituksen pitää nimetä kohteensa. Muuten kuka tahansa voisi liittää sen mihin tahansa.",
            sv:
                "En rekommendation måste ange vad den gäller. Annars kunde vem som helst lägga den bredvid vad som helst."
        ))

    static let endorsementDigest = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "It endorses {thing} in another wording than stands here.",
            fi: "Sen kohde on {thing}, mutta eri muodossa kuin tässä.",
            sv: "Den gäller {thing}, men i en annan lydelse än den här."),
        reason: LocalizedText(
            en: "it endorses another wording than stands here",
            fi: "se suosittelee eri muotoa kuin tässä on",
            sv: "den rekommenderar en annan lydelse än den här"),
        hint: LocalizedText(
            en: "Ask for the file that was endorsed, exactly as the issuer gave it.",
            fi: "Pyydä suositeltu tiedosto täsmälleen sellaisena kuin myöntäjä sen antoi.",
            sv: "Be om den fil som rekommenderades, exakt så som utfärdaren gav den."),
        meaning: LocalizedText(
            en:
                "The endorser signed a digest, and it isn't that of what lies here. Either the content was changed after it was endorsed, or it is the same content written down anew by a program.",
            fi:
                "Suosittelija on allekirjoittanut tiivisteen, joka ei täsmää tässä olevaan. Joko sisältöä on muutettu suosituksen jälkeen tai jokin ohjelma on kirjoittanut saman sisällön uudelleen.",
            sv:
                "Den som rekommenderar har signerat en kontrollsumma som inte stämmer med det som finns här. Antingen har innehållet ändrats efter rekommendationen, eller så har ett program skrivit om samma innehåll."
        ))

    static let endorsementDigestUnread = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It endorses {thing} and names its wording by a digest that isn't read here.",
            fi: "Sen kohde on {thing}, ja sen muoto on ilmoitettu tiivisteellä, jota tässä ei lueta.",
            sv: "Den gäller {thing} och anger lydelsen med en kontrollsumma som inte läses här."),
        reason: LocalizedText(
            en: "the digest that it names isn't read here",
            fi: "sen ilmoittamaa tiivistettä ei lueta tässä",
            sv: "kontrollsumman som den anger läses inte här"),
        hint: LocalizedText(
            en: "Treat it as an endorsement by id, or ask the endorser whether this is what was meant.",
            fi:
                "Pidä sitä pelkkään tunnisteeseen perustuvana suosituksena tai kysy suosittelijalta, tarkoittiko hän tätä.",
            sv: "Se den som en rekommendation enligt id, eller fråga den som rekommenderar om det var detta som avsågs."
        ),
        meaning: LocalizedText(
            en:
                "There are several ways of making and writing down such fingerprints. This one isn't among those that the program knows, so the content couldn't be compared.",
            fi:
                "Tällaisia sormenjälkiä voi tehdä ja merkitä monella tavalla. Ohjelma ei tunne tätä tapaa, joten sisältöä ei voitu verrata.",
            sv:
                "Sådana fingeravtryck kan göras och skrivas på flera sätt. Det här sättet känner programmet inte till, så innehållet kunde inte jämföras."
        ))

    static let endorsementSelf = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Whoever signed it speaks for themselves or for what is their own: it endorses {thing}.",
            fi: "Allekirjoittaja puhuu omasta puolestaan tai omasta asiastaan: kohde on {thing}.",
            sv: "Den som har signerat talar i egen sak: rekommendationen gäller {thing}."),
        reason: LocalizedText(
            en: "the endorser speaks for themselves",
            fi: "suosittelija puhuu omasta puolestaan",
            sv: "den som rekommenderar talar i egen sak"),
        hint: LocalizedText(
            en: "Take it as their own word, and ask for a third party's if you need one.",
            fi: "Pidä sitä heidän omana sananaan ja pyydä tarvittaessa jonkun muun suositus.",
            sv: "Ta det som deras eget ord, och be om en tredje parts om du behöver det."),
        meaning: LocalizedText(
            en:
                "An endorsement is worth something because somebody else gives it. This one was signed by the learner, the issuer or the organisation that it speaks for.",
            fi:
                "Suosituksen arvo on siinä, että sen antaa joku muu. Tämän on allekirjoittanut itse se oppija, myöntäjä tai organisaatio, jonka puolesta siinä puhutaan.",
            sv:
                "En rekommendation har ett värde för att någon annan ger den. Den här har signerats av just den lärande, utfärdare eller organisation som den talar för."
        ))

    static let endorsementKind = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "What stands where an endorsement should is a credential of another kind.",
            fi: "Suosituksen paikalla on muunlainen todistus.",
            sv: "Där en rekommendation borde stå finns ett annat slags intyg."),
        reason: LocalizedText(
            en: "where an endorsement should stand is something else",
            fi: "suosituksen paikalla on jotakin muuta",
            sv: "där en rekommendation borde stå finns något annat"),
        hint: LocalizedText(
            en: "Don't count it as an endorsement; if it matters, ask for it as a file of its own.",
            fi: "Älä pidä sitä suosituksena; jos sillä on merkitystä, pyydä se omana tiedostonaan.",
            sv: "Räkna det inte som en rekommendation; om det är viktigt, be om det som en egen fil."),
        meaning: LocalizedText(
            en:
                "Only an endorsement credential says something about somebody else's badge. Another badge or paper in that place says nothing about it.",
            fi:
                "Vain suositustodistus sanoo jotakin toisen myöntämästä merkistä. Muu merkki tai paperi siinä paikassa ei kerro siitä mitään.",
            sv:
                "Bara ett rekommendationsintyg säger något om någon annans märke. Ett annat märke eller papper på den platsen säger inget om det."
        ))

    static let endorsementAlone = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "It is an endorsement[ of {subject}]; what it says of a badge stands in that badge's report when both are checked together.",
            fi:
                "Se on suositus[, jonka kohde on {subject}]; mitä se sanoo merkistä, näkyy merkin vastauksessa, kun molemmat tarkistetaan yhdessä.",
            sv:
                "Det är en rekommendation[ av {subject}]; vad den säger om ett märke står i märkets svar när båda kontrolleras tillsammans."
        ),
        reason: LocalizedText(
            en: "it is an endorsement by itself",
            fi: "se on suositus ilman kohdettaan",
            sv: "det är en rekommendation för sig"),
        meaning: LocalizedText(
            en:
                "The file is a signed statement in favour of something else. Whether it is genuine was checked; what it has to do with a badge shows only beside that badge.",
            fi:
                "Tiedosto on allekirjoitettu kannanotto jonkin muun puolesta. Sen aitous tarkistettiin; sen suhde merkkiin näkyy vasta merkin rinnalla.",
            sv:
                "Filen är ett signerat uttalande till stöd för något annat. Äktheten kontrollerades; vad den har med ett märke att göra framgår först bredvid märket."
        ),
        next: LocalizedText(
            en: "Give the badge and the endorsement together to `verify`.",
            fi: "Anna merkki ja suositus yhdessä komennolle `verify`.",
            sv: "Ge märket och rekommendationen tillsammans till `verify`."))
}
