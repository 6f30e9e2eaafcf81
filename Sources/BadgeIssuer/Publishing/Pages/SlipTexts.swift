import VerifiableCredentials

/// What a learner's paper slip says.
enum SlipTexts {
    static let title = LocalizedText(en: "Passport slips", fi: "Passilaput", sv: "Passlappar")
    static let forTeacher = LocalizedText(
        en: "Print these pages and hand each learner their own. They hold names, so delete the file afterwards.",
        fi: "Tulosta sivut ja anna kullekin oma lappunsa. Niissä on nimiä, joten poista tiedosto sen jälkeen.",
        sv: "Skriv ut sidorna och ge var och en sin egen lapp. De innehåller namn, så radera filen efteråt.")
    static let kind = LocalizedText(en: "Work-life passport", fi: "Työelämäpassi", sv: "Arbetslivspass")
    static let noName = LocalizedText(en: "Name", fi: "Nimi", sv: "Namn")
    static let awarded = LocalizedText(
        en: "You have earned the badge", fi: "Olet ansainnut merkin", sv: "Du har fått märket")
    static let number = LocalizedText(
        en: "Your passport number", fi: "Passinumerosi", sv: "Ditt passnummer")
    static let keep = LocalizedText(
        en: "Keep this slip. Your next badges will find their way to you by the same number: tell it to your teacher.",
        fi: "Säilytä tämä lappu. Seuraavat merkkisi löytävät perille samalla numerolla: kerro se opettajalle.",
        sv: "Spara den här lappen. Dina följande märken hittar rätt med samma nummer: säg det till läraren.")
    static let file = LocalizedText(
        en:
            "The badge itself is a file that your teacher gives you. It is yours: keep a copy and show it to whom you like.",
        fi:
            "Itse merkki on tiedosto, jonka saat opettajalta. Se on sinun: tee siitä kopio ja näytä sitä kenelle haluat.",
        sv: "Själva märket är en fil som du får av läraren. Den är din: gör en kopia och visa den för vem du vill.")
    static let secret = LocalizedText(
        en: "Don't publish the number. Whoever knows it can tell that a badge is yours.",
        fi: "Älä julkaise numeroa. Se, joka tietää sen, näkee merkistä, että se on sinun.",
        sv: "Publicera inte numret. Den som känner till det kan se att ett märke är ditt.")
    static let lost = LocalizedText(
        en: "If you lose the slip, ask your teacher for the number.",
        fi: "Jos lappu katoaa, kysy numeroa opettajalta.", sv: "Om lappen försvinner, fråga läraren efter numret.")
    static let site = LocalizedText(
        en: "What the badge means:", fi: "Mitä merkki tarkoittaa:", sv: "Vad märket betyder:")
}
