/// What is said about files that cross a limit.
enum LimitWords {
    static let limitBytes = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The file is too large: at most {limit} bytes are read of one badge.",
            fi: "Tiedosto on liian suuri: yhdestä merkistä luetaan enintään {limit} tavua.",
            sv: "Filen är för stor: av ett märke läses högst {limit} byte."),
        reason: LocalizedText(
            en: "the file is too large",
            fi: "tiedosto on liian suuri",
            sv: "filen är för stor"),
        hint: LocalizedText(
            en: "Real badges are far smaller; ask the issuer whether the file is theirs.",
            fi: "Oikeat merkit ovat paljon pienempiä; kysy myöntäjältä, onko tiedosto heidän.",
            sv: "Riktiga märken är mycket mindre; fråga utfärdaren om filen är deras."),
        meaning: LocalizedText(
            en:
                "Very large files could block a computer, so reading stops at a limit that real badges never come near. The content was not looked at.",
            fi:
                "Valtavat tiedostot voisivat jumittaa tietokoneen, joten lukeminen päättyy rajaan, jota oikeat merkit eivät koskaan lähesty. Sisältöä ei tutkittu.",
            sv:
                "Jättelika filer kunde låsa en dator, så läsningen upphör vid en gräns som riktiga märken aldrig kommer nära. Innehållet kontrollerades inte."
        ))

    static let limitJSON = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "There is more inside the file than is read of one badge.",
            fi: "Tiedostossa on enemmän sisältöä kuin yhdestä merkistä luetaan.",
            sv: "Filen innehåller mer än vad som läses av ett märke."),
        reason: LocalizedText(
            en: "there is too much inside the file",
            fi: "tiedostossa on liikaa sisältöä",
            sv: "filen innehåller för mycket"),
        hint: LocalizedText(
            en: "Real badges are far smaller; ask the issuer whether the file is theirs.",
            fi: "Oikeat merkit ovat paljon pienempiä; kysy myöntäjältä, onko tiedosto heidän.",
            sv: "Riktiga märken är mycket mindre; fråga utfärdaren om filen är deras."),
        meaning: LocalizedText(
            en:
                "The file has more parts, deeper nesting or longer texts than any real badge. To be safe, the rest of it was not read.",
            fi:
                "Tiedostossa on enemmän osia, syvempiä sisäkkäisyyksiä tai pidempiä tekstejä kuin missään oikeassa merkissä. Varmuuden vuoksi loppua ei luettu.",
            sv:
                "Filen har fler delar, djupare nivåer eller längre texter än något riktigt märke. För säkerhets skull lästes inte resten."
        ))

    static let limitMembers = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The credential has too many of {member}: at most {limit} are read.",
            fi: "Todistuksessa on liian monta kohtaa {member}: niitä luetaan enintään {limit}.",
            sv: "Intyget har för många {member}: högst {limit} läses."),
        reason: LocalizedText(
            en: "something is repeated too often in it",
            fi: "jokin toistuu siinä liian monta kertaa",
            sv: "något upprepas för många gånger i det"),
        hint: LocalizedText(
            en: "Real badges are far smaller; ask the issuer whether the file is theirs.",
            fi: "Oikeat merkit ovat paljon pienempiä; kysy myöntäjältä, onko tiedosto heidän.",
            sv: "Riktiga märken är mycket mindre; fråga utfärdaren om filen är deras."),
        meaning: LocalizedText(
            en:
                "A badge has a handful of signatures, vocabularies or status entries. This file has so many that judging them all would take unreasonable work.",
            fi:
                "Merkissä on muutama allekirjoitus, sanasto tai tilatieto. Tässä niitä on niin paljon, että niiden kaikkien tarkistaminen veisi kohtuuttomasti työtä.",
            sv:
                "Ett märke har några få signaturer, ordlistor eller statusuppgifter. Den här filen har så många att det vore orimligt arbete att kontrollera alla."
        ))

    static let limitPicture = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The picture at {place} is too large, so it was not checked.",
            fi: "Kuva kohdassa {place} on liian suuri, joten sitä ei tarkistettu.",
            sv: "Bilden vid {place} är för stor och kontrollerades därför inte."),
        reason: LocalizedText(
            en: "a picture in the badge is too large to check",
            fi: "merkissä oleva kuva on liian suuri tarkistettavaksi",
            sv: "en bild i märket är för stor för att kontrolleras"),
        hint: LocalizedText(
            en: "Real badges are far smaller; ask the issuer whether the file is theirs.",
            fi: "Oikeat merkit ovat paljon pienempiä; kysy myöntäjältä, onko tiedosto heidän.",
            sv: "Riktiga märken är mycket mindre; fråga utfärdaren om filen är deras."),
        meaning: LocalizedText(
            en:
                "The badge carries its own picture, and that picture is larger than a badge's picture needs to be. It was left unchecked; that says nothing about the rest of the badge.",
            fi:
                "Merkissä on mukana sen oma kuva, ja kuva on suurempi kuin merkin kuvan tarvitsee olla. Se jäi tarkistamatta; muusta merkistä tämä ei kerro mitään.",
            sv:
                "Märket har sin egen bild med sig, och den är större än en märkesbild behöver vara. Bilden kontrollerades inte; om märket i övrigt säger det inget."
        ))

    static let limitWork = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The signature wasn't checked: that would take more work than a real badge does.",
            fi: "Allekirjoitusta ei tarkistettu, koska se olisi vaatinut enemmän työtä kuin mikään oikea merkki.",
            sv: "Signaturen kontrollerades inte, eftersom det skulle kräva mer arbete än något riktigt märke gör."),
        reason: LocalizedText(
            en: "checking the signature would take too much work",
            fi: "allekirjoituksen tarkistaminen vaatisi liikaa työtä",
            sv: "det vore för mycket arbete att kontrollera signaturen"),
        hint: LocalizedText(
            en: "Real badges are far smaller; ask the issuer whether the file is theirs.",
            fi: "Oikeat merkit ovat paljon pienempiä; kysy myöntäjältä, onko tiedosto heidän.",
            sv: "Riktiga märken är mycket mindre; fråga utfärdaren om filen är deras."),
        meaning: LocalizedText(
            en:
                "Files can be made so that checking their signature takes hours. The check was broken off at a limit that no real badge reaches, and so nothing is settled.",
            fi:
                "Tiedoston voi tehdä sellaiseksi, että sen allekirjoituksen tarkistaminen kestää tunteja. Tarkistus keskeytettiin rajaan, jota mikään oikea merkki ei saavuta, joten asia jäi auki.",
            sv:
                "Filer kan göras så att det tar timmar att kontrollera signaturen. Kontrollen avbröts vid en gräns som inget riktigt märke når, så saken är inte avgjord."
        ))

    static let limitStatusList = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The list of withdrawals unpacks to more than is read of one list.",
            fi: "Perumisluettelo on purettuna suurempi kuin mitä yhdestä luettelosta luetaan.",
            sv: "Återkallelselistan är i uppackat skick större än vad som läses av en lista."),
        reason: LocalizedText(
            en: "the list of withdrawals is too large",
            fi: "perumisluettelo on liian suuri",
            sv: "återkallelselistan är för stor"),
        hint: LocalizedText(
            en: "Get the issuer's newest list and give it with --status, or its whole published folder with --bundle.",
            fi:
                "Hanki myöntäjän uusin luettelo ja anna se valinnalla --status, tai koko julkaistu kansio valinnalla --bundle.",
            sv:
                "Skaffa utfärdarens nyaste lista och ange den med --status, eller hela den publicerade mappen med --bundle."
        ),
        meaning: LocalizedText(
            en:
                "A small packed file can unpack to something enormous and block a computer. Unpacking stops at a limit far above the lists that issuers publish.",
            fi:
                "Pieni pakattu tiedosto voi purkautua valtavaksi ja jumittaa tietokoneen. Purkaminen lopetetaan rajaan, joka on kaukana myöntäjien luettelojen koosta.",
            sv:
                "En liten packad fil kan packas upp till något enormt och låsa en dator. Uppackningen avbryts vid en gräns långt över de listor som utfärdare publicerar."
        ))
}
