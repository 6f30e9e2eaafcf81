import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings
import VerifiableCredentials

/// Shows one badge as a person reads it.
struct DefinitionShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one badge.",
        discussion: "Example: passportctl definition show tiimityo --lang fi")

    @Argument(help: "The badge, as tiimityo or tiimityo@1.")
    var badge: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        let reference = try BadgeReference(badge)
        let workspace = try workspaceOptions.find(environment)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let item = try DefinitionCatalogue(workspace, register: register)
            .item(reference.slug, version: reference.version)
        let definition = item.entry.definition
        if output.json {
            var object: JSONObject = definition.json
            object["status"] = .string(item.status.rawValue)
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        let words = try self.language.language(environment)
        let main = workspace.settings.mainLanguage
        func text(_ map: LanguageMap) -> String {
            UTF8Text.escapedForTerminal(map.text(in: words.rawValue, main: main))
        }
        Terminal.result("\(text(definition.name)) (\(definition.slug) v\(definition.version), \(item.status.rawValue))")
        Terminal.result(text(definition.description))
        Terminal.result(definition.achievementID)
        list("Outcomes:", definition.outcomes.map(text))
        list("Criteria:", definition.criteria.map { text($0.text) })
        list(
            "Levels:",
            definition.levels.map { level in
                let isRequired = level.ordinal == definition.requiredLevel?.ordinal
                return "\(level.ordinal) \(text(level.name))\(isRequired ? " (required)" : "")"
            })
        list("Skills:", definition.skills.map { text($0.localLabel ?? $0.label) })
        if let hours = definition.hours { Terminal.result("Workload: \(hours) h") }
        if let credits = definition.credits {
            Terminal.result("Credits: \(credits.value) \(credits.unit.rawValue) (\(credits.basis.rawValue))")
        }
        Terminal.result(
            "Evidence: at least \(definition.evidence.minItems), "
                + definition.evidence.kinds.map(\.rawValue).joined(separator: ", "))
        if let months = definition.validityMonths { Terminal.result("Valid for \(months) months") }
    }

    private func list(_ heading: String, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        Terminal.result(heading)
        for line in lines { Terminal.result("  - \(line)") }
    }
}
