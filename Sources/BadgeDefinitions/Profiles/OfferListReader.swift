import Encodings

/// Reads a list of offers, `passport.offers/1`, and finds everything that is wrong with it.
package enum OfferListReader {
    package static let format = "passport.offers/1"

    static let fields = ["format", "updated", "owner", "badgeBase", "offers"]
    static let offerFields = [
        "id", "owner", "type", "title", "languages", "municipality", "mode", "targetGroups", "skills", "badges",
        "hours", "price", "starts", "deadline", "reviewBy",
    ]

    /// - Returns: the offers, or `nil` when one of the findings is an error; the findings from top to bottom.
    package static func read(_ bytes: [UInt8], file: String) -> (offers: [Offering]?, findings: [DefinitionFinding]) {
        let root: JSONObject
        switch DefinitionFile.object(in: bytes, file: file) {
        case .success(let object): root = object
        case .failure(let refusal): return (nil, [refusal.finding])
        }
        let log = FindingLog(file: file)
        guard DefinitionFile.check(format, of: root, log: log) else { return (nil, log.located(in: bytes)) }
        let list = ObjectReader(root, at: .root, fields: fields, log: log)
        let texts = TextReader(declared: [], log: log)
        _ = list.day("updated")
        let owner = list.text("owner", isRequired: false)
        let base = DefinitionParts(fields: list, texts: texts).badgeBase(otherwise: "")
        var offers: [Offering] = []
        for (value, path) in list.list("offers") ?? [] {
            guard let item = ObjectReader(value, at: path, fields: offerFields, log: log),
                let offer = offer(item, owner: owner, base: base, texts),
                item.isNew(offer.slug, among: offers.map(\.slug), at: item.path("id"))
            else { continue }
            offers.append(offer)
        }
        return (log.hasErrors ? nil : offers, log.located(in: bytes))
    }

    private static func offer(
        _ item: ObjectReader, owner: String?, base: String, _ texts: TextReader
    ) -> Offering? {
        let slug = item.slug("id")
        let owner = item.text("owner", isRequired: owner == nil) ?? owner
        let kind = item.word("type", Offering.Kind.self)
        let title = texts.text("title", of: item)
        let languages = item.texts("languages")
            .filter { TextReader.isLanguage($0.text, at: $0.path, item.log) }.map(\.text)
        let municipality = item.municipality("municipality")
        let mode = item.word("mode", Offering.Mode.self, isRequired: false)
        let groups = item.texts("targetGroups").map(\.text)
        let skills = skills(item)
        let badges = item.texts("badges").compactMap { text, path in item.slug(text, at: path, called: "badges") }
        if !badges.isEmpty, base.isEmpty {
            item.log.error(
                .field, at: item.path("badges"), "Whose badges these are isn't said.",
                hint: "Write \"badgeBase\" at the beginning of the file, what the badges' ids begin with.")
        }
        let hours =
            item.value("hours", isRequired: false) == nil
            ? nil
            : item.decimal(
                "hours", from: DecimalHundredths(hundredths: 1), to: DecimalHundredths(hundredths: 100_000_00),
                code: .hours)
        let price = item.whole("price", in: 0...10_000_000, isRequired: false)
        let starts = item.day("starts")
        let deadline = item.day("deadline")
        let reviewBy = item.day("reviewBy")
        guard let slug, let owner, let kind, let title else { return nil }
        return Offering(
            slug: slug, owner: owner, kind: kind, title: title, languages: languages, municipality: municipality,
            mode: mode, targetGroups: groups, skills: skills,
            badges: badges.map { BadgeKey(badgeBase: base, slug: $0) }, hours: hours, price: price, starts: starts,
            deadline: deadline, reviewBy: reviewBy)
    }

    private static func skills(_ item: ObjectReader) -> [Offering.Skill] {
        var skills: [Offering.Skill] = []
        for (value, path) in item.list("skills", isRequired: false) ?? [] {
            guard let entry = ObjectReader(value, at: path, fields: ["skill", "level"], log: item.log) else { continue }
            let level = entry.whole("level", in: 1...4, isRequired: false, code: .level)
            guard let uri = entry.skill("skill"),
                entry.isNew(uri, among: skills.map(\.uri), at: entry.path("skill"))
            else { continue }
            skills.append(Offering.Skill(uri: uri, level: level))
        }
        return skills
    }
}
