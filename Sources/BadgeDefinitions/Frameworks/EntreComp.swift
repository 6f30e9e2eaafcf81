extension CompetenceFramework {
    /// EntreComp, the Entrepreneurship Competence Framework: ideas and opportunities, resources, into action.
    static let entreComp: [FrameworkCompetence] = [
        .init(
            .entrecomp, "1.1", en: "spotting opportunities", fi: "mahdollisuuksien huomaaminen",
            sv: "att upptäcka möjligheter"),
        .init(.entrecomp, "1.2", en: "creativity", fi: "luovuus", sv: "kreativitet"),
        .init(.entrecomp, "1.3", en: "vision", fi: "visio", sv: "vision"),
        .init(.entrecomp, "1.4", en: "valuing ideas", fi: "ideoiden arvostaminen", sv: "att värdera idéer"),
        .init(
            .entrecomp, "1.5", en: "ethical and sustainable thinking", fi: "eettinen ja kestävä ajattelu",
            sv: "etiskt och hållbart tänkande"),
        .init(
            .entrecomp, "2.1", en: "self-awareness and self-efficacy", fi: "itsetuntemus ja minäpystyvyys",
            sv: "självkännedom och självtillit"),
        .init(
            .entrecomp, "2.2", en: "motivation and perseverance", fi: "motivaatio ja sinnikkyys",
            sv: "motivation och uthållighet"),
        .init(
            .entrecomp, "2.3", en: "mobilising resources", fi: "resurssien hankkiminen",
            sv: "att mobilisera resurser"),
        .init(
            .entrecomp, "2.4", en: "financial and economic literacy", fi: "talousosaaminen",
            sv: "ekonomisk kunskap"),
        .init(
            .entrecomp, "2.5", en: "mobilising others", fi: "muiden innostaminen mukaan",
            sv: "att engagera andra"),
        .init(.entrecomp, "3.1", en: "taking the initiative", fi: "aloitteellisuus", sv: "att ta initiativ"),
        .init(
            .entrecomp, "3.2", en: "planning and management", fi: "suunnittelu ja johtaminen",
            sv: "planering och ledning"),
        .init(
            .entrecomp, "3.3", en: "coping with uncertainty, ambiguity and risk",
            fi: "epävarmuuden, monitulkintaisuuden ja riskien sietäminen",
            sv: "att hantera osäkerhet, tvetydighet och risker"),
        .init(.entrecomp, "3.4", en: "working with others", fi: "yhteistyö muiden kanssa", sv: "att arbeta med andra"),
        .init(
            .entrecomp, "3.5", en: "learning through experience", fi: "kokemuksesta oppiminen",
            sv: "att lära av erfarenhet"),
    ]
}
