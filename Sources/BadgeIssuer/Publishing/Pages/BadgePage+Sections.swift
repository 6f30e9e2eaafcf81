import BadgeDefinitions
import Encodings
import VerifiableCredentials

extension BadgePage {
    // MARK: What is learnt and assessed

    var outcomes: HTML? {
        definition.outcomes.isEmpty
            ? nil : section("outcomes", PageTexts.outcomes, list(definition.outcomes, kind: "outcomes"))
    }

    var criteria: HTML? {
        definition.criteria.isEmpty
            ? nil
            : section(
                "criteria", PageTexts.criteria,
                """
                <p>\(context[PageTexts.criteriaLead])</p>
                \(list(definition.criteria.map(\.text), kind: "criteria"))
                <p>\(evidence)</p>
                """)
    }

    private func list(_ texts: [LanguageMap], kind: String) -> HTML {
        """
        <ul class="\(kind)">
        \(texts.map { "<li>\(context.inline($0, of: definition))</li>" as HTML })
        </ul>
        """
    }

    private var evidence: String {
        let asked = definition.evidence
        let kinds = words.alternatives(asked.kinds.map { context[PageTexts.evidence($0)] })
        var values = ["n": String(asked.minItems)]
        if !kinds.isEmpty { values["kinds"] = kinds }
        switch (asked.minItems, kinds.isEmpty) {
        case (0, true): return context[PageTexts.noEvidence]
        case (0, false): return context.filled(PageTexts.freeEvidence, values)
        case (1, _): return context.filled(PageTexts.oneEvidence, values)
        default: return context.filled(PageTexts.moreEvidence, values)
        }
    }

    var levels: HTML? {
        definition.levels.isEmpty
            ? nil
            : section(
                "levels", PageTexts.levels,
                """
                <p>\(context[PageTexts.levelsLead])</p>
                <ul class="levels">
                \(definition.levels.map(level))
                </ul>
                """)
    }

    private func level(_ level: CompetenceLevel) -> HTML {
        let isRequired = level.code == definition.requiredLevel?.code
        let name = context.marked(context.entry(level.name, of: definition)) { "\($0)" }
        let tag: HTML? = isRequired ? " <span class=\"tag\">\(context[PageTexts.required])</span>" : nil
        return """
            <li><strong>\(context[PageTexts.level]) \(level.ordinal): \(name)</strong>\(tag)<br>
            \(context[PageTexts.explanation(ofLevel: level.ordinal)])
            \(level.description.map { context.inline($0, of: definition) })</li>
            """
    }

    // MARK: Pathways

    /// To a milestone, the way that leads there; to another badge, where it leads.
    var way: HTML? {
        let own = context.site.newestPathways.filter { $0.milestone == definition.key }
        if !own.isEmpty {
            return section("way", PageTexts.wayThere, links(own))
        }
        let further = context.site.pathways(naming: definition.key)
        guard !further.isEmpty else { return nil }
        return section(
            "way", PageTexts.pathways,
            """
            <p>\(context[PageTexts.partOf])</p>
            \(links(further))
            """)
    }

    private func links(_ pathways: [Pathway]) -> HTML {
        """
        <ul>
        \(pathways.map { "<li>\(context.pathway($0))</li>" as HTML })
        </ul>
        """
    }

    // MARK: Extent, skills and validity

    var extent: HTML? {
        var sentences: [String] = []
        if let hours { sentences.append(context.filled(PageTexts.aboutHours, ["hours": hours])) }
        if let credits = definition.credits {
            let text = credits.basis == .indicative ? PageTexts.indicativeCredits : PageTexts.grantedCredits
            sentences.append(context.filled(text, ["credits": words.credits(credits)]))
        }
        if let level = definition.finqf {
            var values = ["n": String(level)]
            if let name = PageTexts.qualifications[level] { values["name"] = context[name] }
            sentences.append(context.filled(PageTexts.demand, values))
        }
        return sentences.isEmpty ? nil : section("extent", PageTexts.extent, paragraphs(sentences))
    }

    private func paragraphs(_ sentences: [String]) -> HTML { HTML(sentences.map { "<p>\($0)</p>" }) }

    var skills: HTML? {
        let items = definition.skills.map(skill) + definition.frameworks.map(competence)
        guard !items.isEmpty else { return nil }
        return section(
            "skills", PageTexts.skills,
            """
            <p>\(context[PageTexts.skillsLead])</p>
            <ul class="skills">
            \(items)
            </ul>
            """)
    }

    /// In the reader's words, with the vocabulary's own beside them.
    private func skill(_ skill: SkillReference) -> HTML {
        let own = [skill.localLabel, skill.label].compactMap { $0 }
            .compactMap { map in map.entries.first { $0.language == context.language.code } }.first
        let official = skill.label.entry(in: "en")
        let name = context.marked(own ?? official) { "\($0)" }
        let link = WebLink(skill: skill)
        let linked: HTML = link.map { "<a href=\"\($0.address)\">\(name)</a>" } ?? name
        var source: [HTML] = []
        if let title = vocabulary(skill.scheme) { source.append("\(title)") }
        if let own, let official, !own.text.hasSameBytes(as: official.text) {
            source.append(context.marked(official) { "\($0)" })
        }
        let note: HTML? = source.isEmpty ? nil : " <small>\(HTML(source, separator: ": "))</small>"
        return "<li>\(linked)\(note)</li>"
    }

    private func vocabulary(_ scheme: SkillReference.Scheme) -> String? {
        switch scheme {
        case .esco: "ESCO"
        case .oph: "Opetushallitus"
        case .entrecomp, .lifecomp, .digcomp: CompetenceFramework(rawValue: scheme.rawValue)?.title
        case .local: nil
        }
    }

    private func competence(_ competence: FrameworkCompetence) -> HTML {
        let name = context.marked(competence.name.entry(in: context.language.words.rawValue)) { "\($0)" }
        return """
            <li><a href="\(competence.framework.url)">\(name)</a> \
            <small>\(competence.framework.title) \(competence.code)</small></li>
            """
    }

    var validity: HTML {
        var sentences: [String] = []
        if let months = definition.validityMonths {
            sentences.append(context.filled(PageTexts.expires, ["duration": words.duration(months: months)]))
        } else {
            sentences.append(context[PageTexts.neverExpires])
        }
        sentences.append(context[PageTexts.withdrawable])
        if definition.isRepeatable { sentences.append(context[PageTexts.repeatable]) }
        var days: [String: String] = [:]
        if let first = definition.validFrom { days["from"] = words.day(first) }
        if let last = badge.lastDay { days["until"] = words.day(last) }
        switch (days["from"], days["until"]) {
        case (nil, nil): break
        case (_?, nil): sentences.append(context.filled(PageTexts.awardedFrom, days))
        case (nil, _?): sentences.append(context.filled(PageTexts.awardedUntil, days))
        case (_?, _?): sentences.append(context.filled(PageTexts.awardedBetween, days))
        }
        return section("validity", PageTexts.validity, paragraphs(sentences))
    }
}
