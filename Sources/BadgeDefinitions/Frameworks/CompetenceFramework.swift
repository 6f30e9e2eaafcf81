/// A published framework of competences that badges are placed in.
package enum CompetenceFramework: String, Sendable, Hashable, CaseIterable {
    case entrecomp, lifecomp, digcomp

    /// As `targetFramework` of an alignment says it.
    package var title: String {
        switch self {
        case .entrecomp: "EntreComp"
        case .lifecomp: "LifeComp"
        case .digcomp: "DigComp"
        }
    }

    /// The framework's page at the European Commission's Joint Research Centre.
    package var url: String {
        switch self {
        case .entrecomp:
            "https://joint-research-centre.ec.europa.eu/entrecomp-entrepreneurship-competence-framework_en"
        case .lifecomp: "https://joint-research-centre.ec.europa.eu/lifecomp_en"
        case .digcomp: "https://joint-research-centre.ec.europa.eu/digcomp_en"
        }
    }

    /// Every competence of the framework in its own order; DigComp is used by its five areas.
    package var competences: [FrameworkCompetence] {
        switch self {
        case .entrecomp: Self.entreComp
        case .lifecomp: Self.lifeComp
        case .digcomp: Self.digComp
        }
    }

    package func competence(_ code: String) -> FrameworkCompetence? { competences.first { $0.code == code } }
}
