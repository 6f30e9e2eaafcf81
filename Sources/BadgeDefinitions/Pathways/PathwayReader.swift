import Encodings

/// Reads a pathway file, `passport.pathway/1`, and finds everything that is wrong with it.
package enum PathwayReader {
    package static let format = "passport.pathway/1"

    static let fields = [
        "format", "id", "version", "status", "owner", "badgeBase", "languages", "name", "milestoneBadge", "autoIssue",
        "groups", "completion", "countOnly",
    ]

    /// - Parameter badges: the slugs of all known badges, or `nil` to leave references unchecked; the others are those
    ///   of `DefinitionReader.read`.
    /// - Returns: the pathway, or `nil` when one of the findings is an error; the findings from top to bottom.
    package static func read(
        _ bytes: [UInt8], file: String, defaults: DefinitionDefaults, badges: [String]? = nil,
        frozen: ((Pathway) -> FrozenVersion?)? = nil
    ) -> (pathway: Pathway?, findings: [DefinitionFinding]) {
        let root: JSONObject
        switch DefinitionFile.object(in: bytes, file: file) {
        case .success(let object): root = object
        case .failure(let refusal): return (nil, [refusal.finding])
        }
        let log = FindingLog(file: file)
        let pathway = read(root, defaults: defaults, badges: badges, log: log)
        if let pathway, let frozen = frozen?(pathway) { frozen.check(pathway, log: log) }
        return (log.hasErrors ? nil : pathway, log.located(in: bytes))
    }

    private static func read(
        _ root: JSONObject, defaults: DefinitionDefaults, badges: [String]?, log: FindingLog
    ) -> Pathway? {
        guard DefinitionFile.check(format, of: root, log: log) else { return nil }
        var json = root
        for (name, value) in [("badgeBase", defaults.badgeBase), ("owner", defaults.creator)] {
            if json[name]?.isNull != false { json[name] = .string(value) }
        }

        let fields = ObjectReader(root, at: .root, fields: fields, log: log)
        let languages = root["languages"] == nil ? [] : TextReader.declaredLanguages(fields)
        let texts = TextReader(declared: languages, log: log)

        let slug = fields.slug("id")
        let version = fields.whole("version", in: 1...9999)
        let status = fields.word("status", DefinitionStatus.self)
        let owner = fields.uri("owner", isRequired: false) ?? defaults.creator
        let badgeBase = DefinitionParts(fields: fields, texts: texts).badgeBase(otherwise: defaults.badgeBase)
        let name = texts.text("name", of: fields)
        let milestone = fields.slug("milestoneBadge")
        let autoIssue = fields.flag("autoIssue", otherwise: false)
        var references = PathwayReferences(badges: badges, milestone: milestone, log: log)
        if let milestone { references.checkKnown(milestone, at: fields.path("milestoneBadge")) }
        let groups = references.groups(fields)
        let countOnly = countOnly(fields)
        let completion = fields.value("completion", isRequired: true).flatMap {
            PathwayRuleReader(references: references, log: log).rule($0, at: fields.path("completion"))
        }

        guard !log.hasErrors, let slug, let version, let status, let name, let milestone, let completion else {
            return nil
        }
        return Pathway(
            slug: slug, version: version, status: status, owner: owner, badgeBase: badgeBase, name: name,
            milestoneBadge: milestone, autoIssue: autoIssue, groups: groups, completion: completion,
            countOnly: countOnly, json: json, digest: DefinitionDigest.digest(of: json))
    }

    private static func countOnly(_ fields: ObjectReader) -> CountOnly {
        let names = ["status", "notExpired", "maxAgeMonths"]
        guard let value = fields.value("countOnly", isRequired: false),
            let item = ObjectReader(value, at: fields.path("countOnly"), fields: names, log: fields.log)
        else { return .standard }
        let status = item.texts("status").compactMap { text, path in
            item.word(text, AwardStatus.self, at: path, called: "status")
        }
        return CountOnly(
            status: item.object["status"] == nil ? CountOnly.standard.status : status,
            notExpired: item.flag("notExpired", otherwise: true),
            maxAgeMonths: item.whole("maxAgeMonths", in: 1...1200, isRequired: false))
    }
}
