import VerifiableCredentials

/// What the doctor says around the rules, in the three languages.
enum DoctorWords {
    static let yes = LocalizedText(
        en: "Yes: nothing that is known of {receiver} speaks against this file.",
        fi: "Kyllä: mikään, mitä vastaanottajasta {receiver} tiedetään, ei puhu tätä tiedostoa vastaan.",
        sv: "Ja: inget som är känt om {receiver} talar emot den här filen.")
    static let no = LocalizedText(
        en: "No: {receiver} won't take this file.", fi: "Ei: {receiver} ei ota tätä tiedostoa vastaan.",
        sv: "Nej: {receiver} tar inte emot den här filen.")
    static let unknown = LocalizedText(
        en: "It can't be said whether {receiver} takes this file.",
        fi: "Ei voi sanoa, ottaako {receiver} tämän tiedoston vastaan.",
        sv: "Det går inte att säga om {receiver} tar emot den här filen.")
    static let noFacts = LocalizedText(
        en: "{receiver}: there are no facts that could be checked, so nothing can be said.",
        fi: "{receiver}: tarkistettavia tosiasioita ei ole, joten mitään ei voi sanoa.",
        sv: "{receiver}: det finns inga fakta att kontrollera, så inget kan sägas.")
    static let found = LocalizedText(en: "Here: {found}", fi: "Tässä: {found}", sv: "Här: {found}")
    static let source = LocalizedText(
        en: "{rule}, by {source}, {place}, as of {date}", fi: "{rule}, lähde {source}, {place}, tilanne {date}",
        sv: "{rule}, enligt {source}, {place}, läget {date}")
    static let wayOut = LocalizedText(en: "What helps: {text}", fi: "Mikä auttaa: {text}", sv: "Vad som hjälper: {text}")
    static let undecided = LocalizedText(
        en: "What decides and isn't known:", fi: "Mikä ratkaisee eikä ole tiedossa:",
        sv: "Vad som avgör och inte är känt:")
    static let warnings = LocalizedText(en: "To be expected:", fi: "Odotettavissa:", sv: "Att vänta sig:")
    static let outside = LocalizedText(
        en: "What no file shows:", fi: "Mitä tiedostosta ei näy:", sv: "Vad ingen fil visar:")
    static let facts = LocalizedText(
        en: "Held against {count} rules; the oldest source is of {date}, {days} days ago.",
        fi: "Verrattu {count} sääntöön; vanhin lähde on päivältä {date}, {days} päivän takaa.",
        sv: "Prövad mot {count} regler; den äldsta källan är från {date}, för {days} dagar sedan.")
    static let list = LocalizedText(
        en: "{rules} rules, sources of {first} to {last}", fi: "{rules} sääntöä, lähteet {first} – {last}",
        sv: "{rules} regler, källor från {first} till {last}")
}
