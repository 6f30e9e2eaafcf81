package import Encodings

/// One mistake in a rule file, with the place where it stands.
package struct RecognitionFinding: Sendable, Hashable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        case recognition(RecognitionError.Code)
        case json(JSONError.Code)

        package var text: String {
            switch self {
            case .recognition(let code): code.rawValue
            case .json(let code): code.rawValue
            }
        }
    }

    package let code: Code
    /// The file's name as the reader was given it.
    package let file: String
    package let path: JSONPath
    /// Where the value at `path` begins.
    package var position: TextPosition?
    package let message: String
    package let hint: String?

    package init(
        _ code: Code, file: String, path: JSONPath = .root, position: TextPosition? = nil, message: String,
        hint: String? = nil
    ) {
        self.code = code
        self.file = file
        self.path = path
        self.position = position
        self.message = message
        self.hint = hint
    }

    package var codeText: String { code.text }

    /// `rules.json:12:5: error: … (recognition.rules-field)`.
    package var description: String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(UTF8Text.escapedForTerminal(file))\(place): error: \(message) (\(codeText))"
    }
}

/// Gathers everything that is wrong with one rule file while it is read, so that a person mends it in one go.
final class RecognitionLog {
    let file: String
    private(set) var findings: [RecognitionFinding] = []

    /// A file with more mistakes than this isn't a rule file; each costs another look through the text.
    private static let maxFindings = 100

    init(file: String) { self.file = file }

    func error(_ code: RecognitionError.Code, at path: JSONPath, _ message: String, hint: String? = nil) {
        guard findings.count < Self.maxFindings else { return }
        findings.append(RecognitionFinding(.recognition(code), file: file, path: path, message: message, hint: hint))
    }

    /// The findings from top to bottom, each with the line and column of its value.
    func located(in bytes: [UInt8]) -> [RecognitionFinding] {
        findings
            .map { finding in
                var finding = finding
                finding.position = JSONLocator.position(of: finding.path, in: bytes)
                return finding
            }
            .enumerated()
            .sorted { left, right in
                let a = (left.element.position?.line ?? 0, left.element.position?.column ?? 0, left.offset)
                let b = (right.element.position?.line ?? 0, right.element.position?.column ?? 0, right.offset)
                return a < b
            }
            .map(\.element)
    }
}
