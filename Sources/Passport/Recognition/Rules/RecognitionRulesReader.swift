import BadgeDefinitions
import Cryptography
import Encodings

/// Reads a rule file, `passport.recognition-rules/1`, and finds everything that is wrong with it.
package enum RecognitionRulesReader {
    package static let format = "passport.recognition-rules/1"

    /// Some hundred times the size of a real rule file.
    package static let maxBytes = 512 << 10

    /// A bachelor's degree has 240 credits; no sum of recognised ones is more than a master's on top of it.
    static let mostCredits = DecimalHundredths(hundredths: 360_00)

    static let fields = [
        "format", "id", "version", "institution", "validFrom", "validUntil", "badgeBase", "creditUnit",
        "hoursPerCredit", "step", "trustedIssuers", "defaults", "excludeTypes", "caps", "rules", "directAdmission",
        "appeal",
    ]

    private static let limits = JSONLimits(
        maxBytes: maxBytes, maxDepth: 32, maxValues: JSONLimits.document.maxValues, maxStringBytes: maxBytes)

    /// - Parameter file: its name, for the findings.
    /// - Returns: the rules, or `nil` when there are findings; these from top to bottom.
    package static func read(
        _ bytes: [UInt8], file: String
    ) -> (rules: RecognitionRules?, findings: [RecognitionFinding]) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.parse(bytes, limits: limits)
        } catch {
            return (
                nil,
                [
                    RecognitionFinding(
                        .json(error.code), file: file, position: error.position, message: error.message,
                        hint: error.hint)
                ]
            )
        }
        let log = RecognitionLog(file: file)
        let rules = read(value, bytes: bytes, log: log)
        return (log.findings.isEmpty ? rules : nil, log.located(in: bytes))
    }

    private static func read(_ value: JSONValue, bytes: [UInt8], log: RecognitionLog) -> RecognitionRules? {
        guard let root = value.objectValue else {
            log.error(.field, at: .root, "The file is a \(value.kindName); a rule file is an object in { }.")
            return nil
        }
        // Without the format nothing else in the file has a meaning.
        guard let text = root["format"]?.stringValue, text.hasSameBytes(as: format) else {
            let found = root["format"]?.stringValue.map { "is \"\(RuleFields.quoted($0))\"" } ?? "is missing"
            log.error(
                .format, at: .root.appending("format"), "The file's format \(found); \"\(format)\" is read here.",
                hint: "Begin with \"format\": \"\(format)\".")
            return nil
        }
        let item = RuleFields(root, at: .root, fields: fields, log: log)
        let parts = RecognitionRulesParts(item)
        let id = item.slug("id")
        let version = item.whole("version", in: 1...9999)
        let institution = parts.institution()
        let (validFrom, validUntil) = parts.days()
        let badgeBase = parts.badgeBase()
        let unit = item.word("creditUnit", CreditExtent.Unit.self)
        let hoursPerCredit = item.decimal(
            "hoursPerCredit", from: DecimalHundredths(hundredths: 1_00), to: DecimalHundredths(hundredths: 100_00))
        let step = item.decimal(
            "step", from: DecimalHundredths(hundredths: 1), to: DecimalHundredths(hundredths: 60_00))
        let trusted = parts.trustedIssuers()
        let defaults = parts.defaults()
        let excluded = item.texts("excludeTypes").map(\.text)
        let caps = parts.caps()
        let rules = RecognitionRuleReader(log: log)
        let (list, admissions) = (rules.rules(item), rules.admissions(item))
        let appeal = parts.appeal()
        guard let id, let version, let institution, let badgeBase, let unit, let hoursPerCredit, let step, let defaults
        else { return nil }
        return RecognitionRules(
            id: id, version: version, institution: institution, validFrom: validFrom, validUntil: validUntil,
            badgeBase: badgeBase, creditUnit: unit, hoursPerCredit: hoursPerCredit, step: step,
            trustedIssuers: trusted, defaults: defaults, excludeTypes: excluded, caps: caps, rules: list,
            directAdmission: admissions, appeal: appeal, bytes: bytes, sha256: SHA256.hash(bytes))
    }
}
