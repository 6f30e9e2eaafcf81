/// What a column of a class list, or an option of a single award, can say.
package enum AwardField: String, Sendable, CaseIterable {
    case email
    case name
    case givenName = "given name"
    case familyName = "family name"
    case studentID = "student id"
    case passportNumber = "passport number"
    case learner
    case level
    case date
    case activityStart = "start"
    case activityEnd = "end"
    case hours
    case evidence
    case narrative
    case role
    case language
    /// A column that is read past; only an explicit choice makes it one.
    case ignored

    /// How the column may be headed, in Finnish, Swedish and English; lower case, hyphens and underscores as spaces.
    package var headers: [String] {
        switch self {
        case .email: ["email", "e mail", "email address", "sähköposti", "sähköpostiosoite", "e post", "e postadress"]
        case .name: ["name", "nimi", "namn"]
        case .givenName: ["given name", "first name", "etunimi", "etunimet", "förnamn"]
        case .familyName: ["family name", "last name", "surname", "sukunimi", "efternamn"]
        case .studentID: ["student id", "student number", "opiskelijanumero", "studerandenummer"]
        case .passportNumber: ["passport number", "passinumero", "passnummer"]
        case .learner: []
        case .level: ["level", "taso", "nivå"]
        case .date: ["date", "päivä", "päivämäärä", "datum"]
        case .activityStart: ["start", "alku", "alkupäivä", "startdatum", "början"]
        case .activityEnd: ["end", "loppu", "loppupäivä", "slutdatum", "slut"]
        case .hours: ["hours", "tunnit", "timmar"]
        case .evidence: ["evidence", "näyttö", "bevis"]
        case .narrative: ["narrative", "kuvaus", "beskrivning"]
        case .role: ["role", "rooli", "roll"]
        case .language: ["language", "kieli", "språk"]
        case .ignored: []
        }
    }

    /// The fields that a class list may have columns for.
    package static let columns = allCases.filter { !$0.headers.isEmpty }

    /// The field that a header names, in any of the three languages and any case.
    package init?(header: String) {
        let wanted = Self.normalised(header)
        guard let field = Self.columns.first(where: { $0.headers.contains(wanted) }) else { return nil }
        self = field
    }

    /// Lower case, one space where hyphens, underscores and spaces stood.
    static func normalised(_ header: String) -> String {
        header.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: " ")
    }
}
