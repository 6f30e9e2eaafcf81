import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings
import VerifiableCredentials

/// Lists the workspace's badges.
struct DefinitionListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the workspace's badges.",
        discussion: "Example: passportctl definition list --lang sv")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        let workspace = try workspaceOptions.find(environment)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let catalogue = try DefinitionCatalogue(workspace, register: register)
        let language = try self.language.language(environment).rawValue
        for item in catalogue.items {
            let definition = item.entry.definition
            let name = definition.name.text(in: language, main: workspace.settings.mainLanguage)
            if output.json {
                Terminal.result(bytes: definition.jsonLine(status: item.status, name: name))
                continue
            }
            let level = definition.requiredLevel.map { "L\($0.ordinal)" } ?? "–"
            let hours = definition.hours.map { "\($0) h" } ?? "–"
            Terminal.result(
                "\(padded(definition.slug, 24)) v\(definition.version)  \(padded(item.status.rawValue, 9))  "
                    + "\(padded(level, 2))  \(padded(hours, 6))  \(UTF8Text.escapedForTerminal(name))")
        }
        let broken = Set(catalogue.library.findings.filter(\.isError).map(\.file))
        for file in broken.sorted() {
            Terminal.warning("\(file) has errors and isn't listed; `passportctl definition lint` shows them.")
        }
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension BadgeDefinition {
    /// The badge as one line of `--json`.
    func jsonLine(status: DefinitionStatus, name: String) -> [UInt8] {
        JSONWriter.compact(
            .object([
                "format": "passport.definition-item/1", "id": .string(slug), "version": .number(JSONNumber(version)),
                "status": .string(status.rawValue), "name": .string(name), "category": .string(category),
                "requiredLevel": requiredLevel.map { .number(JSONNumber($0.ordinal)) } ?? .null,
                "hours": hours.map { .string($0.twoPlaces) } ?? .null, "achievement": .string(achievementID),
            ])) + [0x0A]
    }
}
