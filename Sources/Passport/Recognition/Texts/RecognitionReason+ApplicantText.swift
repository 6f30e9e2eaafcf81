package import VerifiableCredentials

/// The sentence by which an applicant learns why. It speaks of the badge, and names what decided.
///
/// Long because it is a table: one row a reason, three languages a row.
extension RecognitionReason {
    package var applicantText: LocalizedText {
        switch self {
        case .notVerified:
            LocalizedText(
                en: "We couldn't confirm that this badge is genuine.[ {check}] Ask the issuer for a fresh copy.",
                fi: "Emme voineet varmistaa, että merkki on aito.[ {check}] Pyydä myöntäjältä uusi kopio.",
                sv: "Vi kunde inte bekräfta att märket är äkta.[ {check}] Be utfärdaren om en ny kopia.")
        case .subjectMismatch:
            LocalizedText(
                en:
                    "This badge names another person than you. If it is yours, tell us which address it was awarded to.",
                fi: "Merkki nimeää jonkun muun kuin sinut. Jos se on sinun, kerro, mihin osoitteeseen se myönnettiin.",
                sv: "Märket anger någon annan än dig. Om det är ditt, berätta vilken adress det utfärdades till.")
        case .subjectUnproven:
            LocalizedText(
                en: "Nothing in this badge shows whose it is, so an officer looks at it with you.",
                fi: "Merkistä ei näy, kenen se on, joten käsittelijä katsoo sen kanssasi.",
                sv: "Det framgår inte av märket vems det är, så en handläggare går igenom det med dig.")
        case .revoked:
            LocalizedText(
                en: "The issuer has withdrawn this badge. Ask the issuer why.",
                fi: "Myöntäjä on perunut merkin. Kysy syytä myöntäjältä.",
                sv: "Utfärdaren har återkallat märket. Fråga utfärdaren varför.")
        case .suspended:
            LocalizedText(
                en: "The issuer has put this badge on hold. It may count later; ask the issuer.",
                fi: "Myöntäjä on keskeyttänyt merkin. Se voi kelvata myöhemmin; kysy myöntäjältä.",
                sv: "Utfärdaren har gjort märket vilande. Det kan gälla senare; fråga utfärdaren.")
        case .statusUnknown:
            LocalizedText(
                en: "We don't know for certain that this badge still holds[: what we know is of {date}]. An officer "
                    + "looks at it.",
                fi: "Emme tiedä varmasti, onko merkki yhä voimassa[: tietomme on päivältä {date}]. Käsittelijä katsoo "
                    + "asian.",
                sv: "Vi vet inte säkert att märket fortfarande gäller[: våra uppgifter är från {date}]. En handläggare "
                    + "ser på saken.")
        case .issuerNotTrusted:
            LocalizedText(
                en: "Badges of {issuer} aren't among those that we credit by rule.",
                fi: "Myöntäjän {issuer} merkit eivät kuulu niihin, joita hyväksymme säännön nojalla.",
                sv: "Märken från {issuer} hör inte till dem som vi godkänner enligt regel.")
        case .notYetValid:
            LocalizedText(
                en: "This badge is valid from {date}, and you applied on {applied}. You can apply again with it.",
                fi:
                    "Merkki on voimassa alkaen {date}, ja hakemuksesi on päivältä {applied}. Voit hakea sillä uudelleen.",
                sv: "Märket gäller från {date}, och du ansökte {applied}. Du kan söka på nytt med det.")
        case .expired:
            LocalizedText(
                en: "This badge was valid until {date}, and you applied on {applied}. Ask the issuer to renew it.",
                fi:
                    "Merkki oli voimassa {date} asti, ja hakemuksesi on päivältä {applied}. Pyydä myöntäjää uusimaan se.",
                sv: "Märket gällde till {date}, och du ansökte {applied}. Be utfärdaren förnya det.")
        case .tooOld:
            LocalizedText(
                en: "We credit what was learnt in the last {months} months before the application[, and this badge was "
                    + "awarded on {date}].",
                fi: "Hyväksymme osaamisen viimeisten {months} kuukauden ajalta ennen hakemusta[, ja tämä merkki on "
                    + "myönnetty {date}].",
                sv:
                    "Vi godkänner det som har lärts in under de senaste {months} månaderna före ansökan[, och märket är "
                    + "utfärdat {date}].")
        case .excludedType:
            LocalizedText(
                en: "A document of this kind ({type}) is the ground for studying here, so it gives no credits.",
                fi: "Tällainen todistus ({type}) on opiskelun edellytys, joten siitä ei saa opintopisteitä.",
                sv: "Ett intyg av det här slaget ({type}) är grunden för studierna och ger därför inga poäng.")
        case .alreadyRecognised:
            LocalizedText(
                en: "You were given credits for this on {date}; the same work counts once.",
                fi: "Olet saanut tästä hyväksiluvun {date}; sama työ lasketaan kerran.",
                sv: "Du fick poäng för det här {date}; samma arbete räknas en gång.")
        case .sharedCredential:
            LocalizedText(
                en: "The same badge came in another application, too, so an officer looks at it.",
                fi: "Sama merkki tuli myös toisessa hakemuksessa, joten käsittelijä katsoo sen.",
                sv: "Samma märke kom också i en annan ansökan, så en handläggare ser på det.")
        case .repeatedApplicant:
            LocalizedText(
                en: "You have two applications here at once, so an officer looks at them together.",
                fi: "Sinulla on täällä kaksi hakemusta yhtä aikaa, joten käsittelijä katsoo ne yhdessä.",
                sv: "Du har två ansökningar här samtidigt, så en handläggare går igenom dem tillsammans.")
        case .supersededInSet:
            LocalizedText(
                en: "You have this badge more than once; we counted your best one[, level {level}].",
                fi: "Sinulla on merkki useampaan kertaan; laskimme niistä parhaan[, tason {level}].",
                sv: "Du har märket flera gånger; vi räknade det bästa[, nivå {level}].")
        case .partOfCounted:
            LocalizedText(
                en: "This is the same work as \"{other}\", which was counted.",
                fi: "Tämä on samaa työtä kuin \"{other}\", joka laskettiin.",
                sv: "Det här är samma arbete som \"{other}\", som räknades.")
        case .duplicateEvidence:
            LocalizedText(
                en: "This badge rests on the same piece of work as \"{other}\", so an officer looks at it.",
                fi: "Merkki perustuu samaan työnäytteeseen kuin \"{other}\", joten käsittelijä katsoo sen.",
                sv: "Märket bygger på samma arbetsprov som \"{other}\", så en handläggare ser på det.")
        case .alreadyUsed:
            LocalizedText(
                en: "What could have counted here was counted under {rule}.",
                fi: "Se, minkä olisi voinut laskea tähän, laskettiin kohdassa {rule}.",
                sv: "Det som kunde ha räknats här räknades under {rule}.")
        case .levelTooLow:
            LocalizedText(
                en: "Your badge is on level {have}, and level {need} is needed. A badge on a higher level would do.",
                fi: "Merkkisi on tasolla {have}, ja tarvitaan taso {need}. Ylemmän tason merkki kelpaisi.",
                sv: "Ditt märke är på nivå {have}, och nivå {need} behövs. Ett märke på högre nivå skulle duga.")
        case .hoursShort:
            LocalizedText(
                en: "Your badges for this make {have} hours of work, and {need} are needed.",
                fi: "Tähän sopivissa merkeissäsi on työtä {have} tuntia, ja tarvitaan {need}.",
                sv: "Dina märken för det här innebär {have} timmars arbete, och {need} behövs.")
        case .evidenceTooWeak:
            LocalizedText(
                en: "We need better evidence: {need}. The badge comes with {have}. Send us what you have.",
                fi:
                    "Tarvitsemme vahvemman näytön: {need}. Merkin näyttö on nyt: {have}. Lähetä meille, mitä sinulla on.",
                sv: "Vi behöver starkare bevis: {need}. Märket har {have}. Skicka oss det du har.")
        case .capGroup:
            LocalizedText(
                en:
                    "Of studies of this kind (\"{group}\") at most {limit} credits can be recognised, and these are full.",
                fi: "Tällaisia opintoja (\"{group}\") voi hyväksilukea enintään {limit} pistettä, ja ne ovat täynnä.",
                sv: "Av sådana studier (\"{group}\") kan högst {limit} poäng tillgodoräknas, och de är fulla.")
        case .capTotal:
            LocalizedText(
                en: "At most {limit} credits in all can be recognised, and these are full.",
                fi: "Kaikkiaan voi hyväksilukea enintään {limit} pistettä, ja ne ovat täynnä.",
                sv: "Sammanlagt kan högst {limit} poäng tillgodoräknas, och de är fulla.")
        case .noRule:
            LocalizedText(
                en: "The badge is in order, and no course here asks for it.",
                fi: "Merkki on kunnossa, mutta mikään opintojakso täällä ei kysy sitä.",
                sv: "Märket är i sin ordning, men ingen kurs här frågar efter det.")
        }
    }
}
