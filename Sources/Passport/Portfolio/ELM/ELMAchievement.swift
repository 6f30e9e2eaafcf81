import BadgeDefinitions
import Encodings
import OpenBadges
import VerifiableCredentials

/// One badge as the European Learning Model 3 says it: a learning achievement, who awarded it, how it was assessed,
/// and the specification of what was learnt.
struct ELMAchievement: Sendable {
    private let badge: AchievementCredentialView
    private let view: CredentialView
    private let outcome: BadgeOutcome
    /// What its nodes are named by.
    private let id: String
    private let language: String
    private let words: PortfolioWords

    /// - Parameter fallback: the name of a badge that has no id of its own.
    init(_ chosen: ChosenBadge, fallback: String, words: PortfolioWords) {
        badge = chosen.badge
        view = chosen.view
        outcome = badge.outcome
        id = view.id.flatMap { AbsoluteURI.isAbsolute($0) ? $0 : nil } ?? fallback
        language = Self.tag(badge.achievement?.inLanguage)
        self.words = words
    }

    var languageTag: String { language }
    var title: String { badge.name ?? id }
    private var issuerID: String { view.issuerID ?? "urn:unknown" }

    /// - Parameter others: the ids of all badges in the file: parts are named among them alone.
    func json(among others: [String]) -> JSONObject {
        let isDecision = view.hasType(OpenBadgesTerm.recognitionDecision)
        var claim: JSONObject = [
            "id": .string(id), "type": isDecision ? "LearningEntitlement" : "LearningAchievement",
            "title": text(title),
        ]
        claim["description"] = (badge.description ?? badge.achievement?.description).map(text)
        claim["identifier"] = [
            [
                "id": .string("\(id)#identifier"), "type": "Identifier", "notation": .string(id),
                "schemeName": "Open Badges 3.0",
            ]
        ]
        claim["awardedBy"] = .object(awarding("\(id)#awarding"))
        let notes = self.notes
        if !notes.isEmpty { claim["additionalNote"] = .array(notes) }
        if isDecision {
            claim["dateIssued"] = awarded.map { .string($0.description) }
            return claim
        }
        if let credit = granted { claim["creditReceived"] = [.object(credit)] }
        if let assessment { claim["provenBy"] = [.object(assessment)] }
        let documents = evidenceLinks
        if !documents.isEmpty { claim["supplementaryDocument"] = .array(documents) }
        if let specification { claim["specifiedBy"] = .object(specification) }
        let parts = badge.evidence.filter { $0.genre == "award" }.compactMap(\.id).filter { part in
            others.contains { $0.hasSameBytes(as: part) } && !part.hasSameBytes(as: id)
        }
        if !parts.isEmpty { claim["hasPart"] = .array(parts.map { .string($0) }) }
        return claim
    }

    // MARK: Who awarded it

    private var awarded: Timestamp? { badge.awardedDate ?? view.validFrom }

    private func awarding(_ id: String) -> JSONObject {
        var process: JSONObject = [
            "id": .string(id), "type": "AwardingProcess", "awardingBody": [.object(organisation)],
        ]
        process["awardingDate"] = awarded.map { .string($0.description) }
        return process
    }

    private var organisation: JSONObject {
        let profile = badge.issuer
        var organisation: JSONObject = [
            "id": .string(issuerID), "type": "Organisation", "legalName": text(profile?.name ?? issuerID),
        ]
        guard let entry = profile?.otherIdentifiers.first(where: { $0.identifierType == OpenBadgesTerm.yTunnus }),
            let number = entry.identifier
        else { return organisation }
        organisation["registration"] = [
            "id": .string("\(issuerID)#registration"), "type": "LegalIdentifier", "notation": .string(number),
            "spatial": ELMConcept.finland,
        ]
        organisation["location"] = [
            [
                "id": .string("\(issuerID)#location"), "type": "Location",
                "address": [
                    [
                        "id": .string("\(issuerID)#address"), "type": "Address", "countryCode": ELMConcept.finland,
                    ]
                ],
            ]
        ]
        return organisation
    }

    /// Whether the model's demand of a place for each organisation can be met.
    var hasLocation: Bool { organisation["location"] != nil }

    // MARK: How it was assessed

    /// The level that was reached, or the grade; the model has no assessment without one.
    private var assessment: JSONObject? {
        guard let grade else { return nil }
        var assessment: JSONObject = [
            "id": .string("\(id)#assessment"), "type": "LearningAssessment", "title": text(title),
            "grade": note("grade", grade),
        ]
        assessment["dateIssued"] = awarded.map { .string($0.description) }
        assessment["awardedBy"] = .object(awarding("\(id)#assessing"))
        if let scheme = gradingScheme {
            assessment["specifiedBy"] = [
                "id": .string("\(id)#assessment-specification"), "type": "LearningAssessmentSpecification",
                "title": text(title), "gradingScheme": .object(scheme),
            ]
        }
        return assessment
    }

    private var grade: String? {
        if let level = outcome.level {
            return [level.ordinal.map { "\($0)" }, level.name].compactMap(\.self).joined(separator: " – ")
        }
        let scales = badge.achievement?.resultDescriptions.filter { !$0.allowedValues.isEmpty }.compactMap(\.id) ?? []
        return badge.subject?.results.first { result in
            result.value != nil && scales.contains { result.resultDescription?.hasSameBytes(as: $0) ?? false }
        }?.value
    }

    private var gradingScheme: JSONObject? {
        let rubric = badge.achievement?.resultDescriptions.first { !$0.rubricCriterionLevels.isEmpty }
        guard let rubric else { return nil }
        let levels = rubric.rubricCriterionLevels.map { level in
            [level.level, level.name].compactMap(\.self).joined(separator: " ")
        }
        var scheme: JSONObject = [
            "id": .string("\(id)#grading-scheme"), "type": "GradingScheme", "title": text(rubric.name ?? title),
        ]
        if !levels.isEmpty { scheme["description"] = text(levels.joined(separator: "; ")) }
        return scheme
    }

    // MARK: What was learnt

    private var specification: JSONObject? {
        guard let achievement = badge.achievement else { return nil }
        let level = achievement.eqfLevel
        let own = achievement.id.flatMap { AbsoluteURI.isAbsolute($0) ? $0 : nil } ?? "\(id)#specification"
        var specification: JSONObject = [
            "id": .string(own), "type": level == nil ? "LearningAchievementSpecification" : "Qualification",
            "title": text(achievement.name ?? title),
        ]
        specification["description"] = achievement.description.map(text)
        specification["category"] = achievement.fieldOfStudy.map(text)
        if let concept = ELMConcept.language(language) { specification["language"] = [concept] }
        specification["volumeOfLearning"] = outcome.hours.map { .string(Self.duration($0)) }
        if let narrative = achievement.criteria?.narrative {
            specification["learningOutcomeSummary"] = note("criteria", MarkdownText(narrative).plain)
        }
        let outcomes = outcomes(of: achievement)
        if !outcomes.isEmpty { specification["learningOutcome"] = .array(outcomes) }
        if let credit = declaredCredits(of: achievement) { specification["creditPoint"] = [.object(credit)] }
        guard let level else { return specification }
        specification["isPartialQualification"] = true
        specification["eqfLevel"] = ELMConcept.eqf(level)
        if hasLocation, let national = ELMConcept.finQF(level) { specification["nqfLevel"] = [national] }
        return specification
    }

    /// One outcome for each skill that the badge is aligned with.
    private func outcomes(of achievement: Achievement) -> [JSONValue] {
        let aligned = achievement.alignments.filter {
            !$0.isOfTarget(OpenBadgesTerm.eqfLevel) && !$0.isOfTarget(OpenBadgesTerm.creditUnit)
        }
        return aligned.enumerated().compactMap { place, alignment in
            guard let name = alignment.targetName, let url = alignment.targetURL, AbsoluteURI.isAbsolute(url) else {
                return nil
            }
            var outcome: JSONObject = [
                "id": .string("\(id)#outcome-\(place + 1)"), "type": "LearningOutcome", "title": text(name),
            ]
            if url.hasPrefix(OpenBadgesTerm.escoSkillPrefix) {
                outcome["relatedESCOSkill"] = [ELMConcept.escoSkill(url, label: name)]
            } else {
                // Frameworks have one page for all of their competences: the code tells which is meant.
                let code = alignment.targetCode.map { "#\($0)" } ?? ""
                let isPlain = (code + url).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !url.contains("#")
                outcome["relatedSkill"] = [
                    ELMConcept.json(isPlain ? url + code : url, in: url, label: name, language: language)
                ]
            }
            return .object(outcome)
        }
    }

    // MARK: Credits

    /// Credits that the issuer has granted; what is only indicated would be read as granted.
    private var granted: JSONObject? {
        guard let credits = outcome.credits, credits.basis == .curriculum else { return nil }
        return credit(credits.value, unit: credits.unit, "credit-received")
    }

    private func declaredCredits(of achievement: Achievement) -> JSONObject? {
        achievement.creditsAvailable.flatMap { credit($0, unit: achievement.creditUnit, "credit") }
    }

    private func credit(_ value: DecimalHundredths, unit: CreditUnit?, _ name: String) -> JSONObject? {
        guard let system = ELMConcept.creditSystems.first(where: { unit?.url?.hasSameBytes(as: $0) ?? false }) else {
            return nil
        }
        return [
            "id": .string("\(id)#\(name)"), "type": "CreditPoint", "framework": ELMConcept.creditSystem(system),
            "point": .string(value.description),
        ]
    }

    // MARK: Notes

    /// What the model has no place for.
    private var notes: [JSONValue] {
        var texts: [String] = []
        if let until = view.validUntil { texts.append("\(words[PageText.valid]): \(words.day(until))") }
        if let credits = outcome.credits, granted == nil {
            let unit = credits.unit?.code ?? credits.unit?.name ?? ""
            texts.append("\(credits.value) \(unit) (\(words[PageText.indicative]))")
        }
        if let narrative = badge.subject?.narrative { texts.append(narrative) }
        for evidence in badge.evidence where evidence.genre != "award" && link(of: evidence) == nil {
            let parts = [evidence.name, evidence.description].compactMap(\.self)
            if !parts.isEmpty { texts.append(parts.joined(separator: ": ")) }
        }
        return texts.enumerated().map { note("note-\($0.offset + 1)", $0.element) }
    }

    private var evidenceLinks: [JSONValue] {
        badge.evidence.enumerated().compactMap { place, evidence in
            guard let link = link(of: evidence) else { return nil }
            var document: JSONObject = [
                "id": .string("\(id)#evidence-\(place + 1)"), "type": "WebResource",
                "contentURL": .string(link.address),
            ]
            document["title"] = evidence.name.map(text)
            return .object(document)
        }
    }

    private func link(of evidence: Evidence) -> WebLink? { evidence.id.flatMap { WebLink($0) } }

    private func note(_ name: String, _ content: String) -> JSONValue {
        ["id": .string("\(id)#\(name)"), "type": "Note", "noteLiteral": text(content)]
    }

    /// A text in the badge's language.
    private func text(_ text: String) -> JSONValue { .object([language: .string(text)]) }

    // MARK: Forms

    /// The badge's language as a tag that a language map takes; `und` where it says none.
    private static func tag(_ text: String?) -> String {
        guard let text, (2...35).contains(text.utf8.count),
            text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy({ part in
                (1...8).contains(part.count)
                    && part.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
            })
        else { return "und" }
        return text.lowercased()
    }

    /// `PT27H`, `PT27H30M`.
    static func duration(_ hours: DecimalHundredths) -> String {
        // A hundredth of an hour is 36 seconds.
        let seconds = hours.hundredths * 36
        let parts = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")].filter { $0.0 != 0 }
        return parts.isEmpty ? "PT0H" : "PT" + parts.map { "\($0.0)\($0.1)" }.joined()
    }
}
