import BadgeDefinitions
package import Encodings

/// A case as it is kept until it is decided, `passport.recognition-case/1`: all that was found, with the rule file that it
/// was judged by, so that an officer decides on exactly that.
package enum RecognitionCaseFile {
    package static let format = "passport.recognition-case/1"

    /// The rule file and some thousand credentials.
    package static let maxBytes = 8 << 20

    private static let limits = JSONLimits(
        maxBytes: maxBytes, maxDepth: JSONLimits.document.maxDepth, maxValues: 500_000, maxStringBytes: 1 << 20)

    package static func json(of one: RecognitionCase) -> JSONObject {
        var object: JSONObject = [
            "format": .string(format), "case": .string(one.id), "applicant": .string(one.applicant),
            "applied": .string(one.applied.description), "evaluated": .string(one.evaluated.description),
            "credentials": .array(one.credentials.map(CaseFileParts.json)),
            "outcomes": .array(one.outcomes.map(CaseFileParts.json)),
            "directAdmission": .array(
                one.directAdmission.map {
                    ["id": .string($0.rule.id), "missing": .array($0.missing.map(\.json))]
                }),
            "ruleFile": .string(String(decoding: one.rules.bytes, as: UTF8.self)),
        ]
        if !one.names.isEmpty {
            object["names"] = .object(
                JSONObject(
                    one.names.sorted { $0.key < $1.key }.map { slug, name in
                        (slug, .object(JSONObject(name.entries.map { ($0.language, .string($0.text)) })))
                    }))
        }
        return object
    }

    private static func names(_ root: JSONValue) throws(CaseFlaw) -> [String: LanguageMap] {
        var names: [String: LanguageMap] = [:]
        for member in root["names"]?.objectValue?.members ?? [] {
            let texts = member.value.objectValue?.members ?? []
            let entries = texts.compactMap { text in text.value.stringValue.map { (text.name, $0) } }
            guard !entries.isEmpty, entries.count == texts.count else { throw CaseFlaw("a badge's name is no text") }
            names[member.name] = LanguageMap(entries)
        }
        return names
    }

    /// - Throws: `RecognitionError` `recognition.case-file`
    package static func read(_ bytes: [UInt8]) throws(RecognitionError) -> RecognitionCase {
        try readAll(bytes).recognitionCase
    }

    /// The case with the whole file that it was read from.
    static func readAll(
        _ bytes: [UInt8]
    ) throws(RecognitionError) -> (recognitionCase: RecognitionCase, root: JSONValue) {
        do throws(CaseFlaw) {
            let root: JSONValue
            do throws(JSONError) {
                root = try JSONParser.parse(bytes, limits: limits)
            } catch {
                throw CaseFlaw("it isn't JSON (\(error.position))")
            }
            guard root["format"]?.stringValue.map({ $0.hasSameBytes(as: format) }) ?? false else {
                throw CaseFlaw("its format is not \"\(format)\"")
            }
            return (try read(root), root)
        } catch {
            throw broken(error)
        }
    }

    static func broken(_ flaw: CaseFlaw) -> RecognitionError {
        RecognitionError(
            .caseFile, "The file of the case can't be read: \(flaw.what).", hint: "Evaluate the application anew.")
    }

    private static func read(_ root: JSONValue) throws(CaseFlaw) -> RecognitionCase {
        let rules = RecognitionRulesReader.read(Array(try CaseFileParts.text("ruleFile", root).utf8), file: "ruleFile")
        guard let rules = rules.rules else { throw CaseFlaw("the rule file in it is broken") }
        guard let applied = CalendarDay(try CaseFileParts.text("applied", root)),
            let evaluated = Timestamp(try CaseFileParts.text("evaluated", root))
        else { throw CaseFlaw("its days can't be read") }
        let credentials = try CaseFileParts.list("credentials", root, CaseFileParts.credential)
        let outcomes = try CaseFileParts.list("outcomes", root) { (value) throws(CaseFlaw) in
            try CaseFileParts.outcome(value, of: rules, places: credentials.indices)
        }
        let admissions = try CaseFileParts.list("directAdmission", root) { (value) throws(CaseFlaw) in
            let id = try CaseFileParts.text("id", value)
            guard let rule = rules.directAdmission.first(where: { $0.id.hasSameBytes(as: id) }) else {
                throw CaseFlaw("it names the rule \"\(RuleFields.quoted(id))\", which its rule file doesn't have")
            }
            return AdmissionOutcome(
                rule: rule, missing: try CaseFileParts.list("missing", value, CaseFileParts.missing))
        }
        guard outcomes.map(\.rule.id) == rules.rules.map(\.id),
            admissions.map(\.rule.id) == rules.directAdmission.map(\.id)
        else { throw CaseFlaw("it hasn't an outcome for each rule") }
        return RecognitionCase(
            id: try CaseFileParts.text("case", root), applicant: try CaseFileParts.text("applicant", root),
            applied: applied, evaluated: evaluated, rules: rules, credentials: credentials, outcomes: outcomes,
            directAdmission: admissions, names: try names(root))
    }
}

/// What is the matter with a case's file, as the end of a sentence.
struct CaseFlaw: Error {
    let what: String

    init(_ what: String) { self.what = what }
}
