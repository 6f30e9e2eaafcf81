package import Encodings

/// One thing that a check of a definition or pathway file found, with the place where it stands.
package struct DefinitionFinding: Sendable, Hashable, CustomStringConvertible {
    package enum Severity: String, Sendable, Hashable {
        /// The file is refused.
        case error
        /// The file is loaded.
        case warning
    }

    /// The code of the rule that was broken: one of ours, or the JSON reader's.
    package enum Code: Sendable, Hashable {
        case definition(DefinitionError.Code)
        case json(JSONError.Code)

        package var text: String {
            switch self {
            case .definition(let code): code.rawValue
            case .json(let code): code.rawValue
            }
        }
    }

    package let severity: Severity
    package let code: Code
    /// The file's name as the reader was given it.
    package let file: String
    package let path: JSONPath
    /// Where the value at `path` begins; `nil` when the finding is about the file as a whole.
    package var position: TextPosition?
    package let message: String
    package let hint: String?

    package init(
        _ severity: Severity, _ code: Code, file: String, path: JSONPath = .root, position: TextPosition? = nil,
        message: String, hint: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.path = path
        self.position = position
        self.message = message
        self.hint = hint
    }

    package var codeText: String { code.text }
    package var isError: Bool { severity == .error }

    /// `tiimityo.json:12:5: error: … (definition.field)`, the form that editors and terminals turn into a link.
    package var description: String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(UTF8Text.escapedForTerminal(file))\(place): \(severity.rawValue): \(message) (\(codeText))"
    }

    /// Files by the bytes of their names, and in a file from top to bottom.
    static func inReadingOrder(_ findings: [DefinitionFinding]) -> [DefinitionFinding] {
        func key(_ finding: DefinitionFinding) -> (Int, Int) {
            (finding.position?.line ?? 0, finding.position?.column ?? 0)
        }
        return findings.enumerated()
            .sorted { left, right in
                if left.element.file != right.element.file {
                    return left.element.file.utf8.lexicographicallyPrecedes(right.element.file.utf8)
                }
                let (a, b) = (key(left.element), key(right.element))
                return a == b ? left.offset < right.offset : a < b
            }
            .map(\.element)
    }
}
