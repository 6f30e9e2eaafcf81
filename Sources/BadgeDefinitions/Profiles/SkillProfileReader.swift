import Encodings

/// Reads a skill profile, `passport.profile/1`, and finds everything that is wrong with it.
package enum SkillProfileReader {
    package static let format = "passport.profile/1"
    /// More skills than anybody can be asked for.
    static let maxRequirements = 200

    static let fields = [
        "format", "id", "version", "kind", "owner", "title", "validUntil", "languagesAtWork", "requirements",
        "badgeBase", "badgesAccepted", "acceptSelfAssessment",
    ]

    /// - Returns: the profile, or `nil` when one of the findings is an error; the findings from top to bottom.
    package static func read(
        _ bytes: [UInt8], file: String
    ) -> (profile: SkillProfile?, findings: [DefinitionFinding]) {
        let root: JSONObject
        switch DefinitionFile.object(in: bytes, file: file) {
        case .success(let object): root = object
        case .failure(let refusal): return (nil, [refusal.finding])
        }
        let log = FindingLog(file: file)
        let profile = read(root, log: log)
        return (log.hasErrors ? nil : profile, log.located(in: bytes))
    }

    private static func read(_ root: JSONObject, log: FindingLog) -> SkillProfile? {
        guard DefinitionFile.check(format, of: root, log: log) else { return nil }
        let fields = ObjectReader(root, at: .root, fields: fields, log: log)
        let texts = TextReader(declared: [], log: log)

        let slug = fields.slug("id")
        let version = fields.whole("version", in: 1...9999)
        let kind = fields.word("kind", SkillProfile.Kind.self)
        let owner = owner(fields)
        let title = texts.text("title", of: fields)
        let validUntil = fields.day("validUntil")
        let languages = fields.texts("languagesAtWork")
            .filter { TextReader.isLanguage($0.text, at: $0.path, log) }.map(\.text)
        let requirements = requirements(fields, texts)
        let (base, accepted) = badgesAccepted(fields, texts)
        let acceptsSelf = fields.flag("acceptSelfAssessment", otherwise: false)

        guard !log.hasErrors, let slug, let version, let kind, let owner, let title else { return nil }
        return SkillProfile(
            slug: slug, version: version, kind: kind, owner: owner, title: title, validUntil: validUntil,
            languagesAtWork: languages, requirements: requirements, badgeBase: base,
            badgesAccepted: accepted,
            acceptsSelfAssessment: acceptsSelf)
    }

    // MARK: Parts

    private static func owner(_ fields: ObjectReader) -> SkillProfile.Owner? {
        guard let value = fields.value("owner", isRequired: true),
            let item = ObjectReader(
                value, at: fields.path("owner"), fields: ["name", "yTunnus", "municipality", "sector"],
                log: fields.log)
        else { return nil }
        let name = item.text("name")
        let code = item.text("yTunnus", isRequired: false)
        let yTunnus = code.flatMap(BusinessID.init)
        if code != nil, yTunnus == nil {
            fields.log.error(
                .businessID, at: item.path("yTunnus"), "\"yTunnus\" isn't a Finnish business identity code.",
                hint: "Copy the code from ytj.fi; it looks like 1234567-1.")
        }
        let municipality = item.municipality("municipality")
        let sector = item.text("sector", isRequired: false)
        guard let name else { return nil }
        return SkillProfile.Owner(name: name, yTunnus: yTunnus, municipality: municipality, sector: sector)
    }

    private static func requirements(_ fields: ObjectReader, _ texts: TextReader) -> [SkillRequirement] {
        let list = fields.list("requirements", atLeast: 1) ?? []
        if list.count > maxRequirements {
            fields.log.error(
                .field, at: fields.path("requirements"),
                "\"requirements\" has \(list.count) skills; at most \(maxRequirements) are read.",
                hint: "Keep those that matter for the work.")
        }
        var requirements: [SkillRequirement] = []
        var seen: [String] = []
        for (value, path) in list.prefix(maxRequirements) {
            let names = ["skill", "label", "minLevel", "need", "weight"]
            guard let item = ObjectReader(value, at: path, fields: names, log: fields.log) else { continue }
            let skill = item.skill("skill")
            let label = item.value("label", isRequired: true).flatMap { texts.label($0, at: item.path("label")) }
            if let label, label.isEmpty {
                fields.log.error(
                    .language, at: item.path("label"), "The skill has no name in any language.",
                    hint: "Write what it is called, as {\"fi\": \"…\"}.")
            }
            let minLevel = item.whole("minLevel", in: 1...4, code: .level)
            let need = item.word("need", SkillRequirement.Need.self)
            let weight = item.whole("weight", in: 1...100, isRequired: false)
            if let skill {
                guard item.isNew(skill, among: seen, at: item.path("skill")) else { continue }
                seen.append(skill)
            }
            guard let skill, let label, let minLevel, let need else { continue }
            requirements.append(
                SkillRequirement(skill: skill, label: label, minLevel: minLevel, need: need, weight: weight ?? 1))
        }
        return requirements
    }

    private static func badgesAccepted(
        _ fields: ObjectReader, _ texts: TextReader
    ) -> (base: String?, badges: [BadgeKey]) {
        let slugs = fields.texts("badgesAccepted").compactMap { text, path in
            fields.slug(text, at: path, called: "badgesAccepted")
        }
        let base = DefinitionParts(fields: fields, texts: texts).badgeBase(otherwise: "")
        if base.isEmpty, !slugs.isEmpty, fields.object["badgeBase"] == nil {
            fields.log.error(
                .field, at: .root,
                "The field \"badgeBase\" is missing; without it nobody knows whose badges are meant.",
                hint: "Write what the badges' ids begin with, such as https://passi.example/badges/.")
        }
        return (base.isEmpty ? nil : base, slugs.map { BadgeKey(badgeBase: base, slug: $0) })
    }
}
