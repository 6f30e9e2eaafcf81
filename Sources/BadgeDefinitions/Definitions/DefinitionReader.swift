package import Encodings

/// Reads a badge definition file, `passport.badge/1`, and finds everything that is wrong with it.
package enum DefinitionReader {
    package static let format = "passport.badge/1"

    static let fields = [
        "format", "id", "version", "status", "validFrom", "validUntil", "languages", "badgeBase", "creator", "category",
        "achievementType", "name", "description", "outcomes", "criteria", "levels", "requiredLevel", "skills",
        "frameworks", "workload", "credits", "finqf", "evidence", "validityMonths", "repeatable", "suspendable", "tags",
        "otherIdentifiers", "image",
    ]

    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: its name, for the findings.
    ///   - defaults: what the workspace fills in where the file leaves it out.
    ///   - frozen: what is known of the version if it has been published before; a change since is an error.
    /// - Returns: the definition, or `nil` when one of the findings is an error; the findings from top to bottom.
    package static func read(
        _ bytes: [UInt8], file: String, defaults: DefinitionDefaults,
        frozen: ((BadgeDefinition) -> FrozenVersion?)? = nil
    ) -> (definition: BadgeDefinition?, findings: [DefinitionFinding]) {
        let root: JSONObject
        switch DefinitionFile.object(in: bytes, file: file) {
        case .success(let object): root = object
        case .failure(let refusal): return (nil, [refusal.finding])
        }
        let log = FindingLog(file: file)
        let definition = read(root, defaults: defaults, log: log)
        if let definition, let frozen = frozen?(definition) { frozen.check(definition, log: log) }
        return (log.hasErrors ? nil : definition, log.located(in: bytes))
    }

    /// The same for JSON that was read before, such as a register's snapshot; findings have no line then.
    package static func read(
        _ json: JSONObject, file: String, defaults: DefinitionDefaults
    ) -> (definition: BadgeDefinition?, findings: [DefinitionFinding]) {
        let log = FindingLog(file: file)
        let definition = read(json, defaults: defaults, log: log)
        return (log.hasErrors ? nil : definition, log.findings)
    }

    private static func read(_ root: JSONObject, defaults: DefinitionDefaults, log: FindingLog) -> BadgeDefinition? {
        guard DefinitionFile.check(format, of: root, log: log) else { return nil }
        var json = root
        for (name, value) in [("badgeBase", defaults.badgeBase), ("creator", defaults.creator)] {
            if json[name]?.isNull != false { json[name] = .string(value) }
        }

        let fields = ObjectReader(root, at: .root, fields: fields, log: log)
        let texts = TextReader(declared: TextReader.declaredLanguages(fields), log: log)
        let parts = DefinitionParts(fields: fields, texts: texts)

        let slug = fields.slug("id")
        let version = fields.whole("version", in: 1...9999)
        let status = fields.word("status", DefinitionStatus.self)
        let (validFrom, validUntil) = parts.days()
        let badgeBase = parts.badgeBase(otherwise: defaults.badgeBase)
        let creator = fields.uri("creator", isRequired: false) ?? defaults.creator
        let category = fields.slug("category")
        let achievementType = parts.achievementType()
        let name = texts.text("name", of: fields)
        let description = texts.text("description", of: fields)
        let outcomes = parts.outcomes()
        let criteria = parts.criteria()
        let (levels, requiredLevel) = parts.levels(for: achievementType)
        let skills = parts.skills()
        let frameworks = parts.frameworks()
        let hours = parts.hours()
        let credits = parts.credits()
        let finqf = fields.whole("finqf", in: 1...8, isRequired: false)
        let evidence = parts.evidence()
        let validityMonths = fields.whole("validityMonths", in: 1...1200, isRequired: false)
        let isRepeatable = fields.flag("repeatable", otherwise: false)
        let isSuspendable = parts.isSuspendable()
        let tags = fields.texts("tags").map(\.text)
        let otherIdentifiers = parts.otherIdentifiers()
        let image = parts.image()

        guard !log.hasErrors, let slug, let version, let status, let category, let achievementType, let name,
            let description
        else { return nil }
        return BadgeDefinition(
            slug: slug, version: version, status: status, validFrom: validFrom, validUntil: validUntil,
            languages: texts.declared, badgeBase: badgeBase, creator: creator, category: category,
            achievementType: achievementType, name: name, description: description, outcomes: outcomes,
            criteria: criteria, levels: levels, requiredLevel: requiredLevel, skills: skills, frameworks: frameworks,
            hours: hours, credits: credits, finqf: finqf, evidence: evidence, validityMonths: validityMonths,
            isRepeatable: isRepeatable, isSuspendable: isSuspendable, tags: tags, otherIdentifiers: otherIdentifiers,
            image: image, json: json, digest: DefinitionDigest.digest(of: json))
    }
}
