/// What is said about whether the issuer is trusted.
enum IssuerWords {
    static let issuerOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "The issuer {issuer} is on your list of trusted issuers[ (it closed on {closed})][ (its work goes on at {successor})], and this key is pinned there[; its date {date} is the issuer's own statement].",
            fi:
                "Myöntäjä {issuer} on luotettujen myöntäjiesi luettelossa[ (se on lopettanut {closed})][ (sen työtä jatkaa {successor})], ja tämä avain on kiinnitetty siihen[; päivä {date} on myöntäjän oma ilmoitus].",
            sv:
                "Utfärdaren {issuer} finns i din förteckning över betrodda utfärdare[ (den upphörde den {closed})][ (arbetet fortsätter hos {successor})], och nyckeln är fäst där[; datumet {date} är utfärdarens egen uppgift]."
        ),
        meaning: LocalizedText(
            en:
                "You, or the one who keeps your list, decided to trust this issuer and pinned its key. The badge was signed with that key, for things you trust it for.",
            fi:
                "Sinä tai luettelosi ylläpitäjä on päättänyt luottaa tähän myöntäjään ja kiinnittänyt sen avaimen. Merkki on allekirjoitettu sillä avaimella ja koskee asiaa, jossa luotat myöntäjään.",
            sv:
                "Du, eller den som sköter din förteckning, har beslutat att lita på utfärdaren och fäst dess nyckel. Märket är signerat med den nyckeln och gäller sådant som du litar på den för."
        ),
        next: LocalizedText(
            en: "Nothing to do: you trust the issuer and know its key.",
            fi: "Mitään ei tarvitse tehdä: luotat myöntäjään ja tunnet sen avaimen.",
            sv: "Inget behöver göras: du litar på utfärdaren och känner dess nyckel."))

    static let issuerHistory = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "The issuer {issuer} is on your list of trusted issuers[ (it closed on {closed})][ (its work goes on at {successor})], and its signed key history leads from a key pinned there to this one[; its date {date} is the issuer's own statement].",
            fi:
                "Myöntäjä {issuer} on luotettujen myöntäjiesi luettelossa[ (se on lopettanut {closed})][ (sen työtä jatkaa {successor})], ja sen allekirjoitettu avainhistoria johtaa luetteloon kiinnitetystä avaimesta tähän avaimeen[; päivä {date} on myöntäjän oma ilmoitus].",
            sv:
                "Utfärdaren {issuer} finns i din förteckning över betrodda utfärdare[ (den upphörde den {closed})][ (arbetet fortsätter hos {successor})], och dess signerade nyckelhistorik leder från en nyckel som är fäst där till den här[; datumet {date} är utfärdarens egen uppgift]."
        ),
        meaning: LocalizedText(
            en:
                "You pinned an older key of this issuer. Its own signed history shows, step by step, that the newer key is its own as well.",
            fi:
                "Olet kiinnittänyt myöntäjän vanhan avaimen. Myöntäjän oma allekirjoitettu historia osoittaa askel askeleelta, että uusikin avain on sen.",
            sv:
                "Du har fäst en äldre nyckel för utfärdaren. Dess egen signerade historik visar steg för steg att även den nyare nyckeln är dess egen."
        ),
        next: LocalizedText(
            en: "Pin the newer key too, with `passportctl trust add`, when it is convenient.",
            fi: "Kiinnitä sopivassa tilaisuudessa uusikin avain komennolla `passportctl trust add`.",
            sv: "Fäst även den nyare nyckeln med `passportctl trust add` när det passar."))

    static let issuerBundle = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "{signer}, whom you trust to speak for issuers, vouches for {issuer} and this key, as of {asOf} ({days} days old)[ (the issuer closed on {closed})][ (its work goes on at {successor})][; its date {date} is the issuer's own statement].",
            fi:
                "{signer}, jonka sanaan myöntäjistä luotat, takaa, että avain on myöntäjän {issuer} (tilanne {asOf}, tiedon ikä: {days} pv)[ (myöntäjä on lopettanut {closed})][ (sen työtä jatkaa {successor})][; päivä {date} on myöntäjän oma ilmoitus].",
            sv:
                "{signer}, vars ord om utfärdare du litar på, går i god för att nyckeln tillhör utfärdaren {issuer} (läget den {asOf}, uppgiftens ålder: {days} dygn)[ (utfärdaren upphörde den {closed})][ (arbetet fortsätter hos {successor})][; datumet {date} är utfärdarens egen uppgift]."
        ),
        meaning: LocalizedText(
            en:
                "You let an organisation, such as a school network, say which issuers are its members. Its signed trust bundle names this issuer and its keys. The date says how old that information is.",
            fi:
                "Olet antanut jonkin organisaation, esimerkiksi kouluverkoston, kertoa, ketkä myöntäjät kuuluvat siihen. Sen allekirjoittama luottamuspaketti nimeää tämän myöntäjän ja sen avaimet. Päiväys kertoo, kuinka vanha tieto on.",
            sv:
                "Du låter en organisation, till exempel ett nätverk av skolor, säga vilka utfärdare som hör till den. Dess signerade förtroendepaket nämner den här utfärdaren och dess nycklar. Datumet visar hur gammal uppgiften är."
        ),
        next: LocalizedText(
            en: "Take in that organisation's newer trust bundles with `passportctl trust import` when they come out.",
            fi:
                "Ota organisaation uudet luottamuspaketit käyttöön komennolla `passportctl trust import`, kun niitä julkaistaan.",
            sv: "Ta in organisationens nya förtroendepaket med `passportctl trust import` när de kommer."))

    static let bundleStale = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en:
                "{issuer} is known only by the word of {signer} as of {asOf} ({days} days old), which counted until {end}.",
            fi:
                "Myöntäjästä {issuer} on vain tieto, jonka antoi {signer}; se on päivältä {asOf} (tiedon ikä: {days} pv) ja oli voimassa {end} asti.",
            sv:
                "Utfärdaren {issuer} är känd bara genom en uppgift som {signer} gav den {asOf} (uppgiftens ålder: {days} dygn) och som gällde till {end}."
        ),
        reason: LocalizedText(
            en: "what is known of the issuer is too old",
            fi: "tieto myöntäjästä on liian vanha",
            sv: "uppgifterna om utfärdaren är för gamla"),
        hint: LocalizedText(
            en: "Get that organisation's newest trust bundle and take it in with `passportctl trust import`.",
            fi:
                "Hanki saman organisaation uusin luottamuspaketti ja ota se käyttöön komennolla `passportctl trust import`.",
            sv: "Skaffa samma organisations nyaste förtroendepaket och ta in det med `passportctl trust import`."),
        meaning: LocalizedText(
            en:
                "An organisation that you trust once said that this issuer is one of its own. That statement was good until a certain day, which has passed: since then the issuer may have left, closed or changed its keys.",
            fi:
                "Organisaatio, johon luotat, on aikanaan kertonut, että myöntäjä kuuluu siihen. Tieto oli voimassa tiettyyn päivään, joka on jo mennyt: myöntäjä on voinut sen jälkeen lähteä, lopettaa tai vaihtaa avaimensa.",
            sv:
                "En organisation som du litar på har en gång uppgett att utfärdaren hör till den. Uppgiften gällde till en viss dag, som har passerat: sedan dess kan utfärdaren ha lämnat organisationen, upphört eller bytt nycklar."
        ))

    static let issuerHolder = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Stated by the holder; nobody else stands behind it.",
            fi: "Haltijan oma ilmoitus; kukaan muu ei vastaa siitä.",
            sv: "Innehavarens egen uppgift; ingen annan står bakom den."),
        reason: LocalizedText(
            en: "it is the holder's own word",
            fi: "se on haltijan oma ilmoitus",
            sv: "det är innehavarens egen uppgift"),
        meaning: LocalizedText(
            en:
                "The holder states something about themselves, usually their name, and has signed it. Nobody else has checked it, so it proves nothing by itself.",
            fi:
                "Haltija ilmoittaa jotain itsestään, yleensä nimensä, ja on allekirjoittanut sen. Kukaan muu ei ole tarkistanut sitä, joten se ei yksinään todista mitään.",
            sv:
                "Innehavaren uppger något om sig själv, oftast sitt namn, och har signerat det. Ingen annan har kontrollerat det, så det bevisar inget i sig."
        ),
        next: LocalizedText(
            en: "If the name matters, compare it with an identity document.",
            fi: "Jos nimellä on merkitystä, vertaa sitä henkilöllisyystodistukseen.",
            sv: "Om namnet är viktigt, jämför det med en identitetshandling."))

    static let issuerUnknown = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The signature fits, but you have not listed this issuer: {issuer}.",
            fi: "Allekirjoitus täsmää, mutta tämä myöntäjä ei ole luettelossasi: {issuer}.",
            sv: "Signaturen stämmer, men utfärdaren finns inte i din förteckning: {issuer}."),
        reason: LocalizedText(
            en: "the issuer isn't on your list",
            fi: "myöntäjä ei ole luettelossasi",
            sv: "utfärdaren finns inte i din förteckning"),
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
                "The badge is unchanged and signed by the issuer it names. But anybody can call themselves a school: whether you trust this issuer is for you to decide, and you haven't yet.",
            fi:
                "Merkkiä ei ole muutettu, ja sen on allekirjoittanut siinä nimetty myöntäjä. Kuka tahansa voi kuitenkin sanoa olevansa koulu. Päätät itse, luotatko tähän myöntäjään, etkä ole vielä päättänyt.",
            sv:
                "Märket är oförändrat och signerat av den utfärdare som det anger. Men vem som helst kan kalla sig skola: du avgör själv om du litar på utfärdaren, och det har du inte gjort ännu."
        ))

    static let issuerKeyNotPinned = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "You have listed {issuer}, but not the key {key}; the document it came from vouches for nothing.",
            fi:
                "Myöntäjä {issuer} on luettelossasi, mutta avain {key} ei; asiakirja, josta avain tuli, ei riitä takeeksi.",
            sv:
                "Utfärdaren {issuer} finns i din förteckning men inte nyckeln {key}; dokumentet som nyckeln kom från är ingen garanti."
        ),
        reason: LocalizedText(
            en: "the issuer is on your list, but this key isn't",
            fi: "myöntäjä on luettelossasi, mutta tämä avain ei",
            sv: "utfärdaren finns i din förteckning, men inte den här nyckeln"),
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
                "You trust the issuer, but the key came from a file that anybody could have written. Until you pin that key, it isn't certain that it is the issuer's.",
            fi:
                "Luotat myöntäjään, mutta avain on peräisin tiedostosta, jonka on voinut kirjoittaa kuka tahansa. Ennen kuin kiinnität avaimen, ei ole varmaa, että se on myöntäjän.",
            sv:
                "Du litar på utfärdaren, men nyckeln kom från en fil som vem som helst kan ha skrivit. Innan du fäster den nyckeln är det inte säkert att den är utfärdarens."
        ))

    static let issuerScope = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "You have listed {issuer} for other things than this ({scope}).",
            fi: "Luotat myöntäjään {issuer} luettelosi mukaan muissa asioissa kuin tässä ({scope}).",
            sv: "Enligt din förteckning litar du på {issuer} för annat än det här ({scope})."),
        reason: LocalizedText(
            en: "you trust the issuer for other things than this",
            fi: "luotat myöntäjään muissa asioissa kuin tässä",
            sv: "du litar på utfärdaren för annat än det här"),
        hint: LocalizedText(
            en: "If this should count too, change the issuer's entry on your list with `passportctl trust add`.",
            fi:
                "Jos tämänkin pitäisi kelvata, muuta myöntäjän tietoja luettelossasi komennolla `passportctl trust add`.",
            sv: "Om även det här ska gälla, ändra utfärdarens uppgifter i din förteckning med `passportctl trust add`."),
        meaning: LocalizedText(
            en:
                "Your list says what you trust this issuer for, such as certain badges or kinds of credentials. This one lies outside, so it is for you to decide.",
            fi:
                "Luettelossasi sanotaan, missä asioissa luotat myöntäjään, esimerkiksi mihin merkkeihin tai todistuslajeihin. Tämä jää niiden ulkopuolelle, joten päätös on sinun.",
            sv:
                "Din förteckning säger vad du litar på utfärdaren för, till exempel vissa märken eller slags intyg. Det här ligger utanför, så beslutet är ditt."
        ))

    static let issuerWindow = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It was signed on {date}, outside the time for which you have listed {issuer}.",
            fi:
                "Se on allekirjoitettu {date}, mutta luettelosi mukaan luotat myöntäjään {issuer} muuna aikana.",
            sv: "Det signerades den {date}, men enligt din förteckning litar du på {issuer} under en annan tid."),
        reason: LocalizedText(
            en: "it was signed outside the time for which you trust the issuer",
            fi: "se on allekirjoitettu muuna aikana kuin jona luotat myöntäjään",
            sv: "det är signerat utanför den tid då du litar på utfärdaren"),
        hint: LocalizedText(
            en: "If this should count too, change the issuer's entry on your list with `passportctl trust add`.",
            fi:
                "Jos tämänkin pitäisi kelvata, muuta myöntäjän tietoja luettelossasi komennolla `passportctl trust add`.",
            sv: "Om även det här ska gälla, ändra utfärdarens uppgifter i din förteckning med `passportctl trust add`."),
        meaning: LocalizedText(
            en:
                "Your list limits the trust in this issuer to certain dates, for instance until it closed. The badge carries a date outside of them.",
            fi:
                "Luettelossasi luottamus tähän myöntäjään on rajattu tiettyyn aikaan, esimerkiksi toiminnan päättymiseen asti. Merkin päiväys on sen ulkopuolella.",
            sv:
                "Din förteckning begränsar förtroendet för utfärdaren till vissa datum, till exempel tills den upphörde. Märkets datum ligger utanför dem."
        ))
}
