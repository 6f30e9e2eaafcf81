import Encodings

/// Gathers everything that is wrong with one file while it is read, so that a person mends it in one go.
final class FindingLog {
    let file: String
    private(set) var findings: [DefinitionFinding] = []

    /// A file with more than this many findings isn't one of ours; each costs another look through the text.
    private static let maxFindings = 100

    init(file: String) { self.file = file }

    var hasErrors: Bool { findings.contains(where: \.isError) }

    func error(_ code: DefinitionError.Code, at path: JSONPath, _ message: String, hint: String? = nil) {
        add(.error, code, path, message, hint)
    }

    func warning(_ code: DefinitionError.Code, at path: JSONPath, _ message: String, hint: String? = nil) {
        add(.warning, code, path, message, hint)
    }

    private func add(
        _ severity: DefinitionFinding.Severity, _ code: DefinitionError.Code, _ path: JSONPath, _ message: String,
        _ hint: String?
    ) {
        // The first error counts even when warnings have filled the log.
        guard findings.count < Self.maxFindings || (severity == .error && !hasErrors) else { return }
        findings.append(
            DefinitionFinding(severity, .definition(code), file: file, path: path, message: message, hint: hint))
    }

    /// The findings from top to bottom, each with the line and column of its value.
    func located(in bytes: [UInt8]) -> [DefinitionFinding] {
        let placed = findings.map { finding in
            var finding = finding
            finding.position = JSONLocator.position(of: finding.path, in: bytes)
            return finding
        }
        return DefinitionFinding.inReadingOrder(placed)
    }
}
