import BadgeDefinitions
import Encodings

/// What is held on a person, in a page of plain words.
struct PersonSummary {
    enum Language: String, CaseIterable { case fi, sv, en }

    struct Badge {
        let names: LanguageMap
        let day: CalendarDay
        let state: AwardRecord.State
    }

    let organisation: LanguageMap
    let person: Person
    let badges: [Badge]
    let auditEntries: Int
    let at: Timestamp

    func text(_ language: Language) -> String {
        let words = Words.of[language] ?? Words.english
        let name = organisation.text(in: language.rawValue)
        var lines = ["\(words.title): \(name), \(day(CalendarDay(of: at), language))", "", words.about]
        let fields: [(String, String?)] = [
            (words.number, person.passportNumber.description), (words.name, fullName), (words.email, person.email),
            (words.studentID, person.studentID), (words.did, person.did), (words.language, person.language),
        ]
        for case (let label, let value?) in fields { lines.append("  \(label): \(value)") }
        lines += ["", badges.isEmpty ? words.noBadges : words.badges]
        for badge in badges {
            lines.append(
                "  \(badge.names.text(in: language.rawValue)), \(day(badge.day, language)): "
                    + (words.states[badge.state] ?? badge.state.rawValue))
        }
        lines += ["", words.rest(auditEntries), "", words.why, "", words.howLong, "", words.rights]
        return lines.joined(separator: "\n") + "\n"
    }

    private var fullName: String? {
        let parts = [person.givenName, person.familyName].compactMap(\.self)
        return person.name ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
    }

    private func day(_ day: CalendarDay, _ language: Language) -> String {
        language == .en ? day.description : day.finnish
    }
}

extension PersonSummary {
    fileprivate struct Words: Sendable {
        let title: String
        let about: String
        let number: String
        let name: String
        let email: String
        let studentID: String
        let did: String
        let language: String
        let badges: String
        let noBadges: String
        let states: [AwardRecord.State: String]
        let rest: @Sendable (Int) -> String
        let why: String
        let howLong: String
        let rights: String

        static let of: [Language: Words] = [.fi: finnish, .sv: swedish, .en: english]

        static let finnish = Words(
            title: "Sinusta tallennetut tiedot",
            about: "Osaamismerkkien rekisterissämme on sinusta nämä tiedot:",
            number: "passinumero", name: "nimi", email: "sähköposti", studentID: "opiskelijanumero",
            did: "oma tunniste (DID)", language: "kieli",
            badges: "Sinulle myönnetyt osaamismerkit:", noBadges: "Sinulle ei ole myönnetty osaamismerkkejä.",
            states: [
                .issued: "voimassa rekisterissä", .suspended: "toistaiseksi keskeytetty", .revoked: "peruttu",
                .superseded: "korvattu uudemmalla",
            ],
            rest: {
                "Kunkin merkin kohdalla ovat myös taso, tunnit, kuvaus, näytöt ja allekirjoitettu merkki sellaisenaan. "
                    + "Tapahtumalokissa on \($0) sinua koskevaa merkintää ilman nimeäsi."
            },
            why: "Tietoja tarvitaan, jotta merkit voidaan myöntää oikealle henkilölle, antaa uudelleen ja tarvittaessa "
                + "perua. Näytöistä säilytetään vain otsikko, osoite tai tiiviste, ei sisältöä.",
            howLong:
                "Nimi ja yhteystiedot poistetaan pyynnöstäsi tai 24 kuukautta viimeisen tapahtuman jälkeen. Merkit "
                + "säilytetään 120 kuukautta myöntämisestä ja lokin avaimet 60 kuukautta.",
            rights:
                "Voit pyytää tietojesi korjaamista tai poistamista. Poisto ei vedä takaisin tiedostoja, jotka on jo "
                + "annettu sinulle tai jotka olet antanut muille; niiden merkit voidaan perua, jos pyydät sitä.")

        static let swedish = Words(
            title: "Uppgifter som vi har om dig",
            about: "I vårt register över kompetensmärken finns dessa uppgifter om dig:",
            number: "passnummer", name: "namn", email: "e-post", studentID: "studerandenummer",
            did: "egen identifierare (DID)", language: "språk",
            badges: "Kompetensmärken som du har fått:", noBadges: "Du har inte fått några kompetensmärken.",
            states: [
                .issued: "gäller i registret", .suspended: "vilar tills vidare", .revoked: "återkallat",
                .superseded: "ersatt av ett nyare",
            ],
            rest: {
                "För varje märke finns också nivå, timmar, beskrivning, bevis och det signerade märket som sådant. "
                    + "Händelseloggen har \($0) anteckningar om dig, utan ditt namn."
            },
            why:
                "Uppgifterna behövs för att märkena ska gå till rätt person, kunna ges på nytt och vid behov återkallas. "
                + "Av bevisen sparas bara rubrik, adress eller kontrollsumma, inte innehållet.",
            howLong:
                "Namn och kontaktuppgifter raderas när du ber om det eller 24 månader efter den senaste händelsen. "
                + "Märkena sparas i 120 månader från att de gavs och loggens nycklar i 60 månader.",
            rights:
                "Du kan be att uppgifterna rättas eller raderas. En radering drar inte tillbaka filer som du redan har "
                + "fått eller gett till andra; deras märken kan återkallas om du ber om det.")

        static let english = Words(
            title: "What we hold on you",
            about: "Our register of badges holds this on you:",
            number: "passport number", name: "name", email: "email", studentID: "student id",
            did: "own identifier (DID)", language: "language",
            badges: "Badges that were awarded to you:", noBadges: "No badges were awarded to you.",
            states: [
                .issued: "in force in the register", .suspended: "on hold", .revoked: "revoked",
                .superseded: "replaced by a newer one",
            ],
            rest: {
                "With each badge stand its level, hours, narrative, evidence and the signed badge itself. The log of "
                    + "events has \($0) entries about you, without your name."
            },
            why:
                "It is needed to award badges to the right person, to hand them out again and to revoke them if need be. "
                + "Of evidence only title, address or digest are kept, not the content.",
            howLong:
                "Name and contacts are erased when you ask, or 24 months after the last event. Badges are kept for "
                + "120 months from the award, and the log's keys for 60 months.",
            rights:
                "You may ask to have it corrected or erased. Erasing doesn't call back files that you were given or "
                + "gave to others; their badges can be revoked if you ask.")
    }
}
