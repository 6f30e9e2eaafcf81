import BadgeDefinitions
import Encodings

/// Reads the list of rules and that of direct admission.
struct RecognitionRuleReader {
    let log: RecognitionLog

    private static let ruleFields = [
        "id", "target", "mode", "capGroup", "grant", "partial", "minHours", "evidence", "requires", "decision",
    ]

    /// A programme with more rules than that is several.
    static let maxRules = 1000

    func rules(_ fields: RuleFields) -> [RecognitionRule] {
        var ids: [String] = []
        return (fields.list("rules", atLeast: 1) ?? []).prefix(Self.maxRules).compactMap { value, path in
            rule(value, at: path, ids: &ids)
        }
    }

    private func rule(_ value: JSONValue, at path: JSONPath, ids: inout [String]) -> RecognitionRule? {
        guard let item = RuleFields(value, at: path, fields: Self.ruleFields, log: log) else { return nil }
        let id = id(of: item, ids: &ids)
        let target = target(of: item)
        let mode = item.word("mode", RecognitionRule.Mode.self)
        let capGroup = item.text("capGroup", isRequired: false)
        let grant = item.word("grant", RecognitionRule.Grant.self)
        let isPartial = item.flag("partial", otherwise: false)
        let minHours = item.decimal(
            "minHours", from: .zero, to: DecimalHundredths(hundredths: 100_000_00), isRequired: false)
        let evidence = item.word("evidence", EvidenceStrength.self, isRequired: false)
        let requires = requirement(of: item, allowsCredits: false)
        let decision = item.word("decision", RecognitionRule.Decision.self)
        guard let id, let target, let mode, let grant, let requires, let decision else { return nil }
        return RecognitionRule(
            id: id, target: target, mode: mode, capGroup: capGroup, grant: grant, isPartial: isPartial,
            minHours: minHours ?? .zero, evidence: evidence, requires: requires, decision: decision)
    }

    func admissions(_ fields: RuleFields) -> [AdmissionRule] {
        var ids: [String] = []
        return (fields.list("directAdmission", isRequired: false) ?? []).prefix(Self.maxRules).compactMap {
            value, path in
            guard let item = RuleFields(value, at: path, fields: ["id", "programme", "requires"], log: log) else {
                return nil
            }
            let id = id(of: item, ids: &ids)
            let programme = item.languages("programme")
            let requires = requirement(of: item, allowsCredits: true)
            guard let id, let programme, let requires else { return nil }
            return AdmissionRule(id: id, programme: programme, requires: requires)
        }
    }

    private func id(of item: RuleFields, ids: inout [String]) -> String? {
        guard let id = item.text("id"), item.isNew(id, among: ids, at: item.path("id")) else { return nil }
        ids.append(id)
        return id
    }

    private func target(of item: RuleFields) -> RecognitionRule.Target? {
        guard let target = item.object("target", fields: ["code", "name", "credits"], isRequired: true) else {
            return nil
        }
        let code = target.text("code")
        let name = target.languages("name")
        let credits = target.decimal(
            "credits", from: DecimalHundredths(hundredths: 1), to: RecognitionRulesReader.mostCredits)
        guard let code, let name, let credits else { return nil }
        return RecognitionRule.Target(code: code, name: name, credits: credits)
    }

    private func requirement(of item: RuleFields, allowsCredits: Bool) -> RecognitionRequirement? {
        item.value("requires", isRequired: true).flatMap {
            RequirementReader(log: log, allowsCredits: allowsCredits).requirement($0, at: item.path("requires"))
        }
    }
}
