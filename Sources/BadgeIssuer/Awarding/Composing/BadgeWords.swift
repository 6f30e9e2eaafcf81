/// The few words that a badge says besides its definition's, in the badge's language; English for others.
struct BadgeWords: Sendable {
    let outcomes: String
    let criteria: String
    let level: String
    let workload: String
    /// Without the unit.
    let indicativeExtent: String
    let evidence: [AwardEvidence.Kind: String]

    init(language: String) {
        self =
            switch language {
            case "fi": .finnish
            case "sv": .swedish
            default: .english
            }
    }

    private init(
        outcomes: String, criteria: String, level: String, workload: String, indicativeExtent: String,
        evidence: [AwardEvidence.Kind: String]
    ) {
        self.outcomes = outcomes
        self.criteria = criteria
        self.level = level
        self.workload = workload
        self.indicativeExtent = indicativeExtent
        self.evidence = evidence
    }

    private static let finnish = BadgeWords(
        outcomes: "Osaamistavoitteet", criteria: "Arviointikriteerit", level: "Taso", workload: "Työmäärä (h)",
        indicativeExtent: "Suuntaa-antava laajuus",
        evidence: [
            .link: "Linkki", .document: "Asiakirja", .observation: "Havainto", .demonstration: "Osoitus käytännössä",
            .reflection: "Oma pohdinta", .award: "Osaamismerkki",
        ])
    private static let swedish = BadgeWords(
        outcomes: "Mål för kunnande", criteria: "Bedömningskriterier", level: "Nivå", workload: "Arbetsmängd (h)",
        indicativeExtent: "Riktgivande omfattning",
        evidence: [
            .link: "Länk", .document: "Dokument", .observation: "Observation", .demonstration: "Praktiskt prov",
            .reflection: "Egen reflektion", .award: "Kompetensmärke",
        ])
    private static let english = BadgeWords(
        outcomes: "Learning outcomes", criteria: "Assessment criteria", level: "Level", workload: "Workload (h)",
        indicativeExtent: "Indicative extent",
        evidence: [
            .link: "Link", .document: "Document", .observation: "Observation",
            .demonstration: "Demonstration in practice", .reflection: "Own reflection", .award: "Badge",
        ])
}
