import BadgeDefinitions
import BadgeIssuer
import Encodings
import VerifiableCredentials

/// What the pathway commands need: the register, and the definitions with their names.
struct PathwayDesk {
    let workspace: Workspace
    let register: Register
    let catalogue: DefinitionCatalogue
    let now: Timestamp
    let options: [BadgeOption]

    init(_ workspace: Workspace) throws {
        self.workspace = workspace
        now = Environment.now
        register = try Register.open(at: workspace.registerPath, readOnly: false)
        catalogue = try DefinitionCatalogue(workspace, register: register)
        options = catalogue.options(on: CalendarDay(of: now))
    }

    /// Everybody who is named; without anybody there is nothing to do.
    static func references(_ persons: [String]) throws -> [PersonReference] {
        try persons.map { person in
            try UsageError.refuseEmpty(person, "The person")
            return try PersonReference(person)
        }
    }

    func text(_ standing: EnrolmentStanding, in language: ReportLanguage) -> PathwayText {
        PathwayText(standing.pathway, standing.evaluation, steps: standing.steps, in: language) {
            catalogue.name(of: $0, in: language.rawValue)
        }
    }
}
