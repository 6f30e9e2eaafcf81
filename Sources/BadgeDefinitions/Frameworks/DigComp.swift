extension CompetenceFramework {
    /// DigComp 2, the Digital Competence Framework for Citizens, by its areas.
    static let digComp: [FrameworkCompetence] = [
        .init(.digcomp, "1", en: "information and data", fi: "tieto ja data", sv: "information och data"),
        .init(
            .digcomp, "2", en: "communication and collaboration", fi: "viestintä ja yhteistyö",
            sv: "kommunikation och samarbete"),
        .init(.digcomp, "3", en: "content creation", fi: "sisällön tuottaminen", sv: "att skapa innehåll"),
        .init(.digcomp, "4", en: "safety", fi: "turvallisuus", sv: "säkerhet"),
        .init(.digcomp, "5", en: "problem solving", fi: "ongelmanratkaisu", sv: "problemlösning"),
    ]
}
