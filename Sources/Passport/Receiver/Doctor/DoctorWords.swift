import VerifiableCredentials

/// What the doctor says around the rules, in the three languages.
enum DoctorWords {
    static let yes = LocalizedText(
        en: "Yes: {receiver} takes this file, as far as its rules are known.",
        fi: "Kyllä: {receiver} ottaa tämän tiedoston vastaan, sikäli kuin sen säännöt tunnetaan.",
        sv: "Ja: {receiver} tar emot den här filen, så långt dess regler är kända.")
    static let no = LocalizedText(
        en: "No: {receiver} won't take this file.", fi: "Ei: {receiver} ei ota tätä tiedostoa vastaan.",
        sv: "Nej: {receiver} tar inte emot den här filen.")
    static let unknown = LocalizedText(
        en: "It can't be said whether {receiver} takes this file.",
        fi: "Ei voi sanoa, ottaako {receiver} tämän tiedoston vastaan.",
        sv: "Det går inte att säga om {receiver} tar emot den här filen.")
    static let noFacts = LocalizedText(
        en: "Nothing can be said of {receiver}: there are no facts on it that could be checked.",
        fi: "Mitään ei voi sanoa, kun kysytään, mitä {receiver} ottaa vastaan: tarkistettavia tietoja siitä ei ole.",
        sv: "Inget kan sägas om {receiver}: det finns inga uppgifter om den som går att kontrollera.")
    static let found = LocalizedText(en: "Here: {found}", fi: "Tässä: {found}", sv: "Här: {found}")
    static let source = LocalizedText(
        en: "{rule}, by {source}, {place}, as of {date}", fi: "{rule}, lähde {source}, {place}, tilanne {date}",
        sv: "{rule}, enligt {source}, {place}, läget {date}")
    static let wayOut = LocalizedText(
        en: "What helps: {text}", fi: "Mikä auttaa: {text}", sv: "Vad som hjälper: {text}")
    static let undecided = LocalizedText(
        en: "What decides and isn't known:", fi: "Mikä ratkaisee eikä ole tiedossa:",
        sv: "Vad som avgör och inte är känt:")
    static let warnings = LocalizedText(en: "To be expected:", fi: "Odotettavissa:", sv: "Att vänta sig:")
    static let outside = LocalizedText(
        en: "What no file shows:", fi: "Mitä tiedostosta ei näy:", sv: "Vad ingen fil visar:")
    static let facts = LocalizedText(
        en: "Rules held against it: {count}. Oldest source: {date} ({days} days old).",
        fi: "Sääntöjä, joihin verrattiin: {count}. Vanhin lähde: {date} ({days} päivää vanha).",
        sv: "Regler som prövades: {count}. Äldsta källan: {date} ({days} dagar gammal).")
    static let list = LocalizedText(
        en: "{rules} rules, sources of {first} to {last}", fi: "{rules} sääntöä, lähteet {first} – {last}",
        sv: "{rules} regler, källor från {first} till {last}")
}
