/// What is said about a time stamp that lies beside a file.
enum TimestampWords {
    static let timestampOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "A time stamp by {authority} shows that the signature was there by {date} at the latest.",
            fi: "Aikaleima ({authority}) osoittaa, että allekirjoitus on ollut olemassa viimeistään {date}.",
            sv: "En tidsstämpel från {authority} visar att signaturen fanns senast {date}."),
        meaning: LocalizedText(
            en:
                "An authority that you chose to believe saw this very signature and wrote down when. Should the issuer's key be stolen some day, the badge can still be told from a forgery.",
            fi:
                "Luotettavaksi valitsemasi aikaleimapalvelu on nähnyt juuri tämän allekirjoituksen ja merkinnyt ajan muistiin. Jos myöntäjän avain joskus varastetaan, merkki erottuu silti väärennöksestä.",
            sv:
                "En tidsstämplingstjänst som du valt att lita på har sett just den här signaturen och noterat tiden. Om utfärdarens nyckel blir stulen kan märket ändå skiljas från en förfalskning."
        ),
        next: LocalizedText(
            en: "Keep the time stamp's file with the badge.",
            fi: "Säilytä aikaleiman tiedosto merkin kanssa.",
            sv: "Förvara tidsstämpelns fil tillsammans med märket."))

    static let timestampLate = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en:
                "The time stamp \"{source}\" is genuine, but its time, {date} at the latest, isn't before the key was stolen on {since}.",
            fi:
                "Aikaleima \"{source}\" on aito, mutta sen aika, viimeistään {date}, ei ole ennen avaimen varastamista {since}.",
            sv:
                "Tidsstämpeln \"{source}\" är äkta, men dess tid, senast {date}, är inte före stölden av nyckeln {since}."
        ),
        reason: LocalizedText(
            en: "the time stamp was made after the issuer's key was stolen",
            fi: "aikaleima on tehty vasta myöntäjän avaimen varastamisen jälkeen",
            sv: "tidsstämpeln gjordes först efter att utfärdarens nyckel stals"),
        hint: LocalizedText(
            en: "Look for other evidence: the issuer's list of what it had signed, in its newest published folder.",
            fi: "Etsi muuta näyttöä: myöntäjän uusimmassa julkaistussa kansiossa on luettelo allekirjoitetuista.",
            sv: "Leta efter andra bevis: i utfärdarens nyaste publicerade mapp finns en lista över det signerade."),
        meaning: LocalizedText(
            en:
                "After the theft the thief can have his forgeries stamped like anybody else. Only a stamp from before it tells a real badge from a false one.",
            fi:
                "Varkauden jälkeen varaskin voi leimauttaa väärennöksensä. Vain sitä vanhempi leima erottaa oikean merkin väärästä.",
            sv:
                "Efter stölden kan även tjuven få sina förfalskningar stämplade. Bara en äldre stämpel skiljer ett riktigt märke från ett falskt."
        ))

    static let timestampOther = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The time stamp \"{source}\" is of something else than a signature in this file.",
            fi: "Aikaleima \"{source}\" koskee jotain muuta kuin tämän tiedoston allekirjoitusta.",
            sv: "Tidsstämpeln \"{source}\" gäller något annat än en signatur i den här filen."),
        reason: LocalizedText(
            en: "the time stamp beside it belongs to something else",
            fi: "sen vieressä oleva aikaleima kuuluu johonkin muuhun",
            sv: "tidsstämpeln bredvid hör till något annat"),
        hint: LocalizedText(
            en:
                "Put the stamp beside the file it was made for. What must be stamped is the signature's own digest, `signatureSHA256` of `verify --json`, not the file's.",
            fi:
                "Laita leima sen tiedoston viereen, josta se on tehty. Leimattava on allekirjoituksen oma tiiviste, `verify --json` -vastauksen `signatureSHA256`, ei tiedoston.",
            sv:
                "Lägg stämpeln bredvid filen den gjordes för. Det som ska stämplas är signaturens eget kondensat, `signatureSHA256` i svaret från `verify --json`, inte filens."
        ),
        meaning: LocalizedText(
            en:
                "A time stamp is tied to exact bytes, here to those of the badge's signature. This one was made over other bytes, so it tells nothing about this badge.",
            fi:
                "Aikaleima on sidottu täsmällisiin tavuihin, tässä merkin allekirjoitukseen. Tämä leima on tehty muista tavuista, joten se ei kerro merkistä mitään.",
            sv:
                "En tidsstämpel är knuten till exakta byte, här till märkets signatur. Den här gjordes över andra byte och säger därför ingenting om märket."
        ))

    static let timestampMalformed = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "\"{source}\" can't be read as a time stamp.",
            fi: "Tiedostoa \"{source}\" ei voi lukea aikaleimana.",
            sv: "\"{source}\" kan inte läsas som en tidsstämpel."),
        reason: LocalizedText(
            en: "the file beside it is no time stamp that can be read",
            fi: "sen vieressä oleva tiedosto ei ole luettava aikaleima",
            sv: "filen bredvid är ingen läsbar tidsstämpel"),
        hint: LocalizedText(
            en: "Take the authority's answer as it came, the .tsr file whole and unchanged.",
            fi: "Ota aikaleimapalvelun vastaus sellaisena kuin se tuli: .tsr-tiedosto kokonaan ja muuttamattomana.",
            sv: "Ta tjänstens svar som det kom: .tsr-filen hel och oförändrad."),
        meaning: LocalizedText(
            en:
                "A time stamp is a small file of a fixed form, as RFC 3161 describes it. This file is damaged, too large, a link or something else altogether; the badge itself isn't touched by that.",
            fi:
                "Aikaleima on pieni tiedosto, jonka muodon määrää RFC 3161. Tämä tiedosto on vioittunut, liian suuri, linkki tai jotain aivan muuta; itse merkkiin se ei vaikuta.",
            sv:
                "En tidsstämpel är en liten fil med en form som bestäms av RFC 3161. Den här filen är skadad, för stor, en länk eller något helt annat; själva märket påverkas inte."
        ))

    static let timestampNotGranted = CodeWords(
        for: .learner, .issuer,
        text: LocalizedText(
            en: "\"{source}\" is an authority's refusal to stamp.",
            fi: "\"{source}\" on aikaleimapalvelun kieltävä vastaus.",
            sv: "\"{source}\" är ett avslag från tidsstämplingstjänsten."),
        reason: LocalizedText(
            en: "the time stamping authority refused to stamp it",
            fi: "aikaleimapalvelu on kieltäytynyt leimaamasta sitä",
            sv: "tidsstämplingstjänsten vägrade att stämpla det"),
        hint: LocalizedText(
            en: "Ask the authority again, or another one; SHA-256 is what all of them stamp.",
            fi: "Pyydä leimaa uudelleen tai toisesta palvelusta; SHA-256-tiivisteen leimaavat kaikki.",
            sv: "Be om en stämpel på nytt, eller av en annan tjänst; SHA-256 stämplar alla."),
        meaning: LocalizedText(
            en:
                "The file is an answer of a time stamping authority, but the answer says that no stamp was given, perhaps because the request wasn't to its liking.",
            fi:
                "Tiedosto on aikaleimapalvelun vastaus, mutta siinä sanotaan, ettei leimaa annettu, ehkä siksi että pyynnössä oli jotain vikaa.",
            sv:
                "Filen är ett svar från en tidsstämplingstjänst, men svaret säger att ingen stämpel gavs, kanske för att något var fel i begäran."
        ))

    static let timestampWeak = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The time stamp \"{source}\" rests on an algorithm that can be broken.",
            fi: "Aikaleima \"{source}\" nojaa algoritmiin, joka voidaan murtaa.",
            sv: "Tidsstämpeln \"{source}\" vilar på en algoritm som går att knäcka."),
        reason: LocalizedText(
            en: "the time stamp was made in a way that can be forged today",
            fi: "aikaleima on tehty tavalla, joka osataan nykyisin väärentää",
            sv: "tidsstämpeln är gjord på ett sätt som går att förfalska i dag"),
        hint: LocalizedText(
            en:
                "Have the signature stamped with SHA-256 by an authority with strong keys; until then this one is no help.",
            fi: "Leimauta allekirjoitus SHA-256:lla palvelussa, jolla on vahvat avaimet; tästä leimasta ei ole apua.",
            sv: "Låt stämpla signaturen med SHA-256 hos en tjänst med starka nycklar; den här stämpeln hjälper inte."),
        meaning: LocalizedText(
            en:
                "Old digests such as SHA-1, and short keys, no longer keep a forger out. What rests on them proves nothing about a time.",
            fi:
                "Vanhat tiivisteet, kuten SHA-1, ja lyhyet avaimet eivät enää pidättele väärentäjää. Se, mikä nojaa niihin, ei osoita ajasta mitään.",
            sv:
                "Gamla kondensat som SHA-1, och korta nycklar, håller inte längre en förfalskare borta. Det som vilar på dem bevisar inget om en tid."
        ))

    static let timestampNotPinned = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The time stamp \"{source}\" is by an authority that you haven't listed.",
            fi: "Aikaleiman \"{source}\" antanutta palvelua ei ole luettelossasi.",
            sv: "Tidsstämpeln \"{source}\" är från en tjänst som inte står i din förteckning."),
        reason: LocalizedText(
            en: "you have not listed the authority that stamped its time",
            fi: "et ole merkinnyt luotettavaksi palvelua, joka on leimannut ajan",
            sv: "du har inte förtecknat tjänsten som stämplat tiden"),
        hint: LocalizedText(
            en:
                "If you trust that authority to tell the time, get its certificate from its own site and add it with `passportctl trust add --tsa`.",
            fi:
                "Jos luotat palveluun ajan todistajana, hae sen varmenne sen omalta sivustolta ja lisää se komennolla `passportctl trust add --tsa`.",
            sv:
                "Om du litar på att tjänsten anger rätt tid, hämta dess certifikat från dess egen webbplats och lägg till det med `passportctl trust add --tsa`."
        ),
        meaning: LocalizedText(
            en:
                "Anybody can set up a clock and sign its time. A stamp helps only when it comes from an authority whose certificate you have listed yourself.",
            fi:
                "Kuka tahansa voi pystyttää kellon ja allekirjoittaa sen ajan. Leimasta on apua vain, kun se on palvelulta, jonka varmenteen olet itse lisännyt luetteloosi.",
            sv:
                "Vem som helst kan ställa upp en klocka och signera dess tid. En stämpel hjälper bara om den kommer från en tjänst vars certifikat du själv har förtecknat."
        ))

    static let timestampCertificate = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The certificate behind the time stamp \"{source}\" wasn't good for stamping at that time.",
            fi: "Aikaleiman \"{source}\" varmenne ei kelvannut leimaamiseen leiman ajankohtana.",
            sv: "Certifikatet bakom tidsstämpeln \"{source}\" dög inte till stämpling vid den tidpunkten."),
        reason: LocalizedText(
            en: "the certificate behind its time stamp isn't in order",
            fi: "sen aikaleiman varmenne ei ole kunnossa",
            sv: "certifikatet bakom dess tidsstämpel är inte i ordning"),
        hint: LocalizedText(
            en: "Ask whoever had it stamped for another stamp, by an authority whose certificate is in force.",
            fi: "Pyydä leiman hankkijalta toinen leima palvelusta, jonka varmenne on voimassa.",
            sv: "Be den som skaffade stämpeln om en ny, från en tjänst vars certifikat är i kraft."),
        meaning: LocalizedText(
            en:
                "An authority may stamp only with a certificate that is made for time stamps alone, and only while it is in force. One of these wasn't so, and nobody vouches for the time.",
            fi:
                "Palvelu saa leimata vain varmenteella, joka on tehty yksinomaan aikaleimoja varten, ja vain sen voimassa ollessa. Toinen ehdoista ei täyty, joten aikaa ei takaa kukaan.",
            sv:
                "En tjänst får stämpla bara med ett certifikat som är gjort enbart för tidsstämplar, och bara så länge det gäller. Något av detta brister, så ingen går i god för tiden."
        ))

    static let timestampSignature = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "The time stamp \"{source}\" was changed, or isn't by the authority that it names.",
            fi: "Aikaleimaa \"{source}\" on muutettu, tai se ei ole siinä nimetyltä palvelulta.",
            sv: "Tidsstämpeln \"{source}\" har ändrats, eller är inte från tjänsten som den anger."),
        reason: LocalizedText(
            en: "the time stamp beside it is false or was changed",
            fi: "sen vieressä oleva aikaleima on väärä tai sitä on muutettu",
            sv: "tidsstämpeln bredvid är falsk eller ändrad"),
        hint: LocalizedText(
            en: "Don't count on this stamp; ask whoever handed it over where it comes from.",
            fi: "Älä laske tämän leiman varaan; kysy sen toimittajalta, mistä se on peräisin.",
            sv: "Räkna inte med den här stämpeln; fråga den som lämnade den var den kommer ifrån."),
        meaning: LocalizedText(
            en:
                "The authority signs the time together with what it stamped. That signature doesn't fit any more, as when somebody sets the time back by hand.",
            fi:
                "Palvelu allekirjoittaa ajan yhdessä leimattavan kanssa. Tuo allekirjoitus ei enää täsmää, kuten käy, kun joku siirtää aikaa käsin taaksepäin.",
            sv:
                "Tjänsten signerar tiden tillsammans med det som stämplas. Den signaturen stämmer inte längre, som när någon flyttar tiden bakåt för hand."
        ))
}
