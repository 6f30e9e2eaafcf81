import Encodings

/// One national badge as Koski's *vapaan sivistystyön osaamismerkki* has it.
///
/// The learner is named by passport number and name alone, by which the school finds them in its own student register:
/// identity codes and learner numbers are neither known here nor written.
struct KoskiRow: Sendable, Hashable {
    enum State: String, Sendable {
        case done = "hyvaksytystisuoritettu"
        case void = "mitatoity"
    }

    let passportNumber: String
    let name: String?
    let credentialID: String
    /// `1000`.
    let code: String
    let state: State
    /// The day of the award; for a void one, the day on which it became so.
    let since: CalendarDay
    /// The day of assessment and confirmation, which Koski wants to be one.
    let awardedDate: CalendarDay
    let organisation: OrganisationOID

    static let grade = "Hyväksytty"

    // MARK: JSON

    /// The right to study with its one attainment; the person is added by the school's own system.
    var json: JSONObject {
        func code(_ value: String, _ list: String) -> JSONValue {
            ["koodiarvo": .string(value), "koodistoUri": .string(list)]
        }
        let day = JSONValue.string(awardedDate.description)
        let place: JSONValue = ["oid": .string(organisation.description)]
        let attainment: JSONValue = [
            "tyyppi": code("vstosaamismerkki", "suorituksentyyppi"),
            "koulutusmoduuli": ["tunniste": code(self.code, "osaamismerkit")],
            "toimipiste": place,
            "arviointi": [["arvosana": code(Self.grade, "arviointiasteikkovst"), "päivä": day]],
            "vahvistus": ["päivä": day, "myöntäjäOrganisaatio": place],
        ]
        return [
            "passinumero": .string(passportNumber), "nimi": name.map(JSONValue.string) ?? .null,
            "merkki": .string(credentialID),
            "opiskeluoikeus": [
                "tyyppi": code("vapaansivistystyonkoulutus", "opiskeluoikeudentyyppi"),
                "tila": [
                    "opiskeluoikeusjaksot": [
                        [
                            "alku": .string(since.description),
                            "tila": code(state.rawValue, "koskiopiskeluoikeudentila"),
                        ]
                    ]
                ],
                "suoritukset": [attainment],
            ],
        ]
    }

    // MARK: CSV

    static let header = [
        "passinumero", "nimi", "merkki", "suoritus.tyyppi", "koulutusmoduuli.tunniste.koodiarvo",
        "koulutusmoduuli.tunniste.koodistoUri", "tila", "tila.alku", "arviointi.arvosana",
        "arviointi.arvosana.koodistoUri", "arviointi.päivä", "vahvistus.päivä", "toimipiste.oid",
    ]

    var cells: [String] {
        [
            passportNumber, name ?? "", credentialID, "vstosaamismerkki", code, "osaamismerkit", state.rawValue,
            since.description, Self.grade, "arviointiasteikkovst", awardedDate.description, awardedDate.description,
            organisation.description,
        ]
    }
}
