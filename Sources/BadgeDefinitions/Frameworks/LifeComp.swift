extension CompetenceFramework {
    /// LifeComp, the framework for personal, social and learning-to-learn competence.
    static let lifeComp: [FrameworkCompetence] = [
        .init(.lifecomp, "P1", en: "self-regulation", fi: "itsesäätely", sv: "självreglering"),
        .init(.lifecomp, "P2", en: "flexibility", fi: "joustavuus", sv: "flexibilitet"),
        .init(.lifecomp, "P3", en: "wellbeing", fi: "hyvinvointi", sv: "välbefinnande"),
        .init(.lifecomp, "S1", en: "empathy", fi: "empatia", sv: "empati"),
        .init(.lifecomp, "S2", en: "communication", fi: "viestintä", sv: "kommunikation"),
        .init(.lifecomp, "S3", en: "collaboration", fi: "yhteistyö", sv: "samarbete"),
        .init(.lifecomp, "L1", en: "growth mindset", fi: "kasvun asenne", sv: "dynamiskt tankesätt"),
        .init(.lifecomp, "L2", en: "critical thinking", fi: "kriittinen ajattelu", sv: "kritiskt tänkande"),
        .init(.lifecomp, "L3", en: "managing learning", fi: "oppimisen hallinta", sv: "att styra sitt lärande"),
    ]
}
