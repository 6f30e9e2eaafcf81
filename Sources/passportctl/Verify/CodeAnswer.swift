import BadgeDefinitions
import Encodings
import OpenBadges
import VerifiableCredentials

/// What `verify --explain` says of one code or check.
struct CodeAnswer {
    static let format = "passport.explanation/1"

    private let name: String
    private let title: LocalizedText?
    private let explanation: CodeExplanation

    /// - Throws: `UsageError` for what is neither, with what was probably meant
    init(_ name: String) throws(UsageError) {
        self.name = name
        if let check = Check(rawValue: name) {
            title = check.question
            explanation = check.explanation
        } else if let code = VerificationCode(rawValue: name) ?? Self.wholeOf(name) {
            title = code.reason
            explanation = code.explanation
        } else {
            throw Self.unknown(name)
        }
    }

    /// Findings of the schema and of the badge rules stand in the detail of one code each.
    private static func wholeOf(_ name: String) -> VerificationCode? {
        if SchemaFinding.Code(rawValue: name) != nil { return .schemaInvalid }
        return BadgeFinding.Code(rawValue: name) != nil ? .badgeInvalid : nil
    }

    private static func unknown(_ name: String) -> UsageError {
        let known =
            VerificationCode.allCases.map(\.rawValue) + SchemaFinding.Code.allCases.map(\.rawValue)
            + BadgeFinding.Code.allCases.map(\.rawValue) + Check.allCases.map(\.rawValue)
        let near = NearestName.find(name, among: known)
        let other =
            ExitStatus.listed(name) == nil
            ? "A code has an area and a reason, such as status.stale; `verify --json` shows those of a file."
            : "It isn't one that reports have; docs/errors.md explains the others."
        return UsageError(
            .value, "No report has the code \"\(UTF8Text.shown(name))\".",
            hint: near.map { "Did you mean \"\($0)\"?" } ?? other)
    }

    func print(in language: ReportLanguage, _ output: OutputOptions) {
        guard !output.json else {
            return Terminal.result(bytes: JSONWriter.compact(json(in: language)) + [0x0A])
        }
        printText(in: language)
    }

    private func json(in language: ReportLanguage) -> JSONValue {
        var json: JSONObject = ["format": .string(Self.format), "code": .string(name)]
        json["title"] = title.map { .string($0[language]) }
        json["meaning"] = .string(explanation.meaning[language])
        json["concerns"] = .array(explanation.audience.map { .string($0.rawValue) })
        json["next"] = .string(explanation.next[language])
        return .object(json)
    }

    private func printText(in language: ReportLanguage) {
        Terminal.result(title.map { "\(name): \($0[language])" } ?? name)
        Terminal.result("  \(explanation.meaning[language])")
        let whom = explanation.audience.map { $0.name[language] }.joined(separator: "; ")
        Terminal.result("  \(Self.concerns[language]) \(whom)")
        Terminal.result("  \(Self.next[language]) \(explanation.next[language])")
    }

    private static let concerns = LocalizedText(en: "Concerns:", fi: "Ketä koskee:", sv: "Berör:")
    private static let next = LocalizedText(en: "Next:", fi: "Seuraavaksi:", sv: "Härnäst:")
}
