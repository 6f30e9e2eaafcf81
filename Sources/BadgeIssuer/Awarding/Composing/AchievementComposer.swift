package import BadgeDefinitions
package import Encodings

/// A badge definition as the `Achievement` of Open Badges 3.0, in one language.
///
/// It is the same in every award of the badge, and in the `achievement.json` of the site.
/// See [Open Badges 3.0 §B.1.1 Achievement](https://www.imsglobal.org/spec/ob/v3p0/#achievement).
package struct AchievementComposer: Sendable {
    private let definition: BadgeDefinition
    private let language: String
    let words: BadgeWords

    /// - Parameter language: the language asked for; a definition without it speaks its next best.
    package init(definition: BadgeDefinition, language: String) {
        self.definition = definition
        self.language =
            definition.name.entry(in: language, main: definition.languages.first)?.language ?? language
        words = BadgeWords(language: self.language)
    }

    /// - Parameters:
    ///   - creatorName: what the definition's creator is called, when that is known.
    ///   - needsHours: whether the award says hours that the definition doesn't.
    package func achievement(
        creatorName: String?, picture: AchievementPicture?, needsHours: Bool = false
    ) -> JSONObject {
        var achievement: JSONObject = [
            "id": .string(definition.achievementID),
            "type": ["Achievement"],
            "achievementType": .string(definition.achievementType.description),
        ]
        var creator: JSONObject = ["id": .string(definition.creator), "type": ["Profile"]]
        creator["name"] = creatorName.map(JSONValue.string)
        achievement["creator"] = .object(creator)
        achievement["name"] = .string(name)
        achievement["description"] = .string(text(definition.description))
        achievement["inLanguage"] = .string(language)
        achievement["version"] = .string(String(definition.version))
        achievement["humanCode"] = .string(definition.slug)
        achievement["fieldOfStudy"] = .string(definition.category)
        achievement["tag"] = list(definition.tags.map(JSONValue.string))
        achievement["criteria"] = ["narrative": .string(criteria)]
        if let picture {
            achievement["image"] = ["id": .string(picture.id), "type": "Image", "caption": .string(name)]
        }
        achievement["otherIdentifier"] = list(definition.otherIdentifiers.map(otherIdentifier))
        achievement["related"] = list(related)
        achievement["alignment"] = list(alignments)
        if let credits = definition.credits, credits.basis == .curriculum {
            achievement["creditsAvailable"] = number(credits.value)
        }
        achievement["resultDescription"] = list(resultDescriptions(needsHours: needsHours))
        return achievement
    }

    var name: String { text(definition.name) }

    private func text(_ map: LanguageMap) -> String { map.text(in: language, main: definition.languages.first) }

    /// Nothing for an empty list: a set that says nothing is left out.
    private func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }

    private func number(_ value: DecimalHundredths) -> JSONValue? {
        JSONNumber(text: value.description).map(JSONValue.number)
    }

    private var criteria: String {
        func section(_ title: String, _ items: [LanguageMap]) -> String? {
            items.isEmpty ? nil : "**\(title)**\n\n" + items.map { "- \(text($0))" }.joined(separator: "\n")
        }
        return [section(words.outcomes, definition.outcomes), section(words.criteria, definition.criteria.map(\.text))]
            .compactMap { $0 }.joined(separator: "\n\n")
    }

    private func otherIdentifier(_ identifier: OtherIdentifier) -> JSONValue {
        [
            "type": "IdentifierEntry", "identifier": .string(identifier.identifier),
            "identifierType": .string(identifier.identifierType),
        ]
    }

    /// The other languages, each an address of its own; this one's is the bare id.
    private var related: [JSONValue] {
        definition.languages.filter { $0 != language && definition.name[$0] != nil }.map {
            [
                "id": .string("\(definition.achievementID)/\($0)"), "type": ["Related"], "inLanguage": .string($0),
                "version": .string(String(definition.version)),
            ]
        }
    }
}

extension AchievementComposer {
    private var alignments: [JSONValue] {
        var alignments = definition.skills.map(alignment) + definition.frameworks.map(alignment)
        if let level = definition.finqf {
            alignments.append([
                "type": ["Alignment"], "targetName": "EQF \(level)",
                "targetUrl": "http://data.europa.eu/snb/eqf/\(level)", "targetType": "ext:EQFLevel",
            ])
        }
        if let unit = definition.credits?.unit { alignments.append(alignment(unit)) }
        return alignments
    }

    private func alignment(_ skill: SkillReference) -> JSONValue {
        // ESCO's English label is ESCO's own; what we call it in Finnish or Swedish would misquote it.
        let name = skill.label["en"] ?? skill.label.text(in: language)
        var alignment: JSONObject = [
            "type": ["Alignment"], "targetName": .string(name), "targetUrl": .string(skill.uri),
        ]
        switch skill.scheme {
        case .esco:
            alignment["targetFramework"] = "ESCO"
            alignment["targetCode"] = skill.code.map(JSONValue.string)
            alignment["targetType"] = "ext:ESCO"
        case .entrecomp, .lifecomp, .digcomp:
            let framework = CompetenceFramework(rawValue: skill.scheme.rawValue)
            alignment["targetFramework"] = (framework?.title).map(JSONValue.string)
        case .oph: alignment["targetFramework"] = "Opetushallitus"
        case .local: break
        }
        return .object(alignment)
    }

    private func alignment(_ competence: FrameworkCompetence) -> JSONValue {
        [
            "type": ["Alignment"], "targetName": .string(competence.name.text(in: "en")),
            "targetUrl": .string(competence.framework.url), "targetFramework": .string(competence.framework.title),
            "targetCode": .string(competence.code),
        ]
    }

    private func alignment(_ unit: CreditExtent.Unit) -> JSONValue {
        let (name, url) =
            switch unit {
            case .op: ("ECTS", "http://data.europa.eu/snb/education-credit/6fcec5c5af")
            // Europe has no name for the Finnish vocational credit; the national code list has.
            case .osp:
                (
                    "osaamispiste",
                    "https://koski.opintopolku.fi/koski/dokumentaatio/koodisto/opintojenlaajuusyksikko/latest"
                )
            }
        return [
            "type": ["Alignment"], "targetName": .string(name), "targetUrl": .string(url),
            "targetType": "ext:CreditUnit", "targetCode": .string(unit.rawValue),
        ]
    }
}

extension AchievementComposer {
    /// What a result refers to: the achievement's id with a fragment.
    enum ResultKind: String {
        case level, hours, credits
    }

    func resultID(_ kind: ResultKind) -> JSONValue { .string("\(definition.achievementID)#\(kind.rawValue)") }
    func levelID(_ level: CompetenceLevel) -> JSONValue { .string("\(definition.achievementID)#\(level.code)") }

    private func resultDescriptions(needsHours: Bool) -> [JSONValue] {
        var descriptions: [JSONValue] = []
        if !definition.levels.isEmpty {
            var description = resultDescription(.level, words.level, type: "RubricCriterionLevel")
            description["requiredLevel"] = definition.requiredLevel.map(levelID)
            description["rubricCriterionLevel"] = .array(definition.levels.map(rubric))
            descriptions.append(.object(description))
        }
        if definition.hours != nil || needsHours {
            var description = resultDescription(.hours, words.workload, type: "ext:WorkloadHours")
            description["requiredValue"] = (definition.hours?.description).map(JSONValue.string)
            descriptions.append(.object(description))
        }
        if let credits = definition.credits, credits.basis == .indicative {
            let name = "\(words.indicativeExtent) (\(unitName(credits.unit)))"
            var description = resultDescription(.credits, name, type: "ext:IndicativeCredits")
            description["requiredValue"] = .string(credits.value.oneAtLeast)
            descriptions.append(.object(description))
        }
        return descriptions
    }

    private func resultDescription(_ kind: ResultKind, _ name: String, type: String) -> JSONObject {
        ["id": resultID(kind), "type": ["ResultDescription"], "name": .string(name), "resultType": .string(type)]
    }

    private func rubric(_ level: CompetenceLevel) -> JSONValue {
        var rubric: JSONObject = [
            "id": levelID(level), "type": ["RubricCriterionLevel"], "name": .string(text(level.name)),
            "level": .string(String(level.ordinal)),
        ]
        rubric["description"] = (level.description?.entry(in: language)?.text).map(JSONValue.string)
        return .object(rubric)
    }

    /// The unit's short name in the badge's language.
    private func unitName(_ unit: CreditExtent.Unit) -> String {
        switch (unit, language) {
        case (.op, "sv"): "sp"
        case (.osp, "sv"): "kp"
        case (.op, "fi"): "op"
        case (.op, _): "ECTS"
        case (.osp, _): "osp"
        }
    }
}
