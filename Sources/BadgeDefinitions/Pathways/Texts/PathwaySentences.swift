import VerifiableCredentials

/// What a learner is told of a pathway, in the three languages.
enum PathwaySentences {
    static let complete = LocalizedText(
        en: "{pathway} is complete. Well done!", fi: "{pathway} on valmis. Hienoa työtä!",
        sv: "{pathway} är klart. Bra gjort!")
    static let under = LocalizedText(
        en: "{pathway}: {progress} done.", fi: "{pathway}: {progress} tehty.", sv: "{pathway}: {progress} gjort.")

    static let missingBadge = LocalizedText(
        en: "Still to earn: {badges}.", fi: "Vielä puuttuu: {badges}.", sv: "Ännu att förtjäna: {badges}.")
    static let missingLevel = LocalizedText(
        en: "Still to earn: {badges} on level {level} or higher.",
        fi: "Vielä puuttuu: {badges} vähintään tasolla {level}.",
        sv: "Ännu att förtjäna: {badges} på nivå {level} eller högre.")
    static let missingOf = LocalizedText(
        en: "Still {count} of these: {badges}.", fi: "Vielä {count} näistä: {badges}.",
        sv: "Ännu {count} av dessa: {badges}.")
    static let anyBadge = LocalizedText(
        en: "One more badge of your own choice.", fi: "Vielä yksi merkki oman valintasi mukaan.",
        sv: "Ännu ett märke som du själv väljer.")
    static let anyBadges = LocalizedText(
        en: "{count} more badges of your own choice.", fi: "Vielä {count} merkkiä oman valintasi mukaan.",
        sv: "Ännu {count} märken som du själv väljer.")
    static let hours = LocalizedText(
        en: "Still {hours} hours of work.", fi: "Vielä {hours} tuntia työtä.", sv: "Ännu {hours} timmar arbete.")
    static let category = LocalizedText(
        en: "Still a badge from one more field.", fi: "Vielä merkki yhdeltä uudelta aihealueelta.",
        sv: "Ännu ett märke från ett nytt område.")
    static let categories = LocalizedText(
        en: "Still badges from {count} more fields.", fi: "Vielä merkkejä {count} uudelta aihealueelta.",
        sv: "Ännu märken från {count} nya områden.")
    static let certificate = LocalizedText(
        en: "Still a certificate of competence.", fi: "Vielä osaamistodistus.", sv: "Ännu ett kompetensintyg.")
    static let certificateItems = LocalizedText(
        en: "Still a certificate of competence with {count} items.",
        fi: "Vielä osaamistodistus, jossa on {count} kohtaa.", sv: "Ännu ett kompetensintyg med {count} punkter.")
    static let oneOf = LocalizedText(
        en: "One of these is enough:", fi: "Yksi näistä riittää:", sv: "Ett av dessa räcker:")

    static let way = LocalizedText(
        en: "A short way from here: {badges}; {hours} hours in all.",
        fi: "Lyhyt tie tästä eteenpäin: {badges}; yhteensä {hours} tuntia.",
        sv: "En kort väg härifrån: {badges}; {hours} timmar sammanlagt.")
    static let counted = LocalizedText(
        en: "Counts already: {badges}.", fi: "Laskettu jo mukaan: {badges}.", sv: "Räknas redan: {badges}.")
    static let ending = LocalizedText(
        en: "{badge} is valid until {day}. You can renew it now.",
        fi: "{badge} on voimassa {day} asti. Voit uusia sen nyt.",
        sv: "{badge} gäller till {day}. Du kan förnya det nu.")
    static let tooLow = LocalizedText(
        en: "{badge} counts, and on level {asked} it would also do what the pathway asks.",
        fi: "{badge} lasketaan, ja tasolla {asked} se täyttäisi myös polun ehdon.",
        sv: "{badge} räknas, och på nivå {asked} skulle det också uppfylla stigens villkor.")

    static let expired = LocalizedText(
        en: "{badge} was valid until {day}. Renew it, and it counts again.",
        fi: "{badge} oli voimassa {day} asti. Uusi se, niin se lasketaan taas.",
        sv: "{badge} gällde till {day}. Förnya det, så räknas det igen.")
    static let tooOld = LocalizedText(
        en: "{badge} is from {day}, and this pathway counts newer ones. Renew it, and it counts again.",
        fi: "{badge} on ajalta {day}, ja tällä polulla lasketaan tuoreempia. Uusi se, niin se lasketaan taas.",
        sv: "{badge} är från {day}, och på den här stigen räknas nyare. Förnya det, så räknas det igen.")
    static let revoked = LocalizedText(
        en: "{badge} was withdrawn by its issuer and doesn't count. Ask the issuer how to earn it anew.",
        fi: "{badge} on peruttu, eikä sitä lasketa. Kysy myöntäjältä, miten saat sen uudelleen.",
        sv: "{badge} har återkallats och räknas inte. Fråga utfärdaren hur du får det på nytt.")
    static let suspended = LocalizedText(
        en: "{badge} is on hold for now. Ask its issuer.", fi: "{badge} odottaa selvitystä. Kysy myöntäjältä.",
        sv: "{badge} är tills vidare vilande. Fråga utfärdaren.")
    static let superseded = LocalizedText(
        en: "{badge}: a newer one has taken its place.", fi: "{badge}: uudempi on tullut sen tilalle.",
        sv: "{badge}: ett nyare har tagit dess plats.")
    static let notInPathway = LocalizedText(
        en: "{badge} has no place on this pathway. It stays yours and may count on another.",
        fi: "{badge} ei kuulu tähän polkuun. Se on silti sinun ja voi kuulua toiseen polkuun.",
        sv: "{badge} hör inte till den här stigen. Det är ändå ditt och kan räknas på en annan.")
    static let otherBase = LocalizedText(
        en: "{badge} is another issuer's; this pathway asks for a badge of the same name by its own.",
        fi: "{badge} on toisen myöntäjän merkki; tällä polulla kysytään samannimistä omaa.",
        sv: "{badge} är en annan utfärdares; på den här stigen frågas efter ett eget med samma namn.")
}
