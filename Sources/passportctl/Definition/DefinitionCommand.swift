import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings

/// Badge definitions and pathways: checks and life cycle.
struct DefinitionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "definition",
        abstract: "Check, publish and retire badge definitions.",
        discussion: """
            A badge is a JSON file; its published versions never change.

            Example: passportctl definition lint
            """,
        subcommands: [
            DefinitionLintCommand.self, DefinitionListCommand.self, DefinitionShowCommand.self,
            DefinitionDiffCommand.self, DefinitionPublishCommand.self, DefinitionRetireCommand.self,
            DefinitionImportCommand.self,
        ])
}

/// A badge of the workspace, by its slug and maybe a version: `tiimityo`, `tiimityo@2`.
struct BadgeReference {
    let slug: String
    let version: Int?

    init(_ text: String) throws {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        slug = String(parts.first ?? "")
        guard parts.count == 2 else {
            version = nil
            return
        }
        guard let number = Int(parts[1].hasPrefix("v") ? parts[1].dropFirst() : parts[1]), number > 0 else {
            throw UsageError(
                .value, "\"\(text)\" names no version.",
                hint: "Write the badge as tiimityo or, with a version, tiimityo@1.")
        }
        version = number
    }
}

extension DefinitionFinding {
    /// The finding for people: place, sentence and code on one line, the way out on the next.
    var lines: [String] {
        [description] + (hint.map { ["  hint: \($0)"] } ?? [])
    }

    var json: JSONObject {
        var object: JSONObject = [
            "format": "passport.finding/1", "severity": .string(severity.rawValue), "code": .string(codeText),
            "file": .string(file), "path": .string(path.description),
        ]
        if let position {
            object["line"] = .number(JSONNumber(position.line))
            object["column"] = .number(JSONNumber(position.column))
        }
        object["message"] = .string(message)
        object["hint"] = hint.map { .string($0) }
        return object
    }
}
