import Encodings

/// The names that a pathway file may use: its own groups, and badges that exist.
struct PathwayReferences {
    /// Slugs of all known badges; `nil` when they aren't known here.
    let badges: [String]?
    let milestone: String?
    let log: FindingLog
    private(set) var groups: [PathwayGroup] = []

    init(badges: [String]?, milestone: String?, log: FindingLog) {
        (self.badges, self.milestone, self.log) = (badges, milestone, log)
    }

    @discardableResult
    func checkKnown(_ slug: String, at path: JSONPath) -> Bool {
        guard let badges, !badges.contains(slug) else { return true }
        log.error(
            .unknownReference, at: path, "There is no badge \"\(Quote.text(slug))\".",
            hint: NearestName.hint(slug, among: badges) ?? "Its definition has to be in the same folder.")
        return false
    }

    /// Whether the badge may be asked for: it is known, and not the milestone, which never counts towards itself.
    @discardableResult
    func checkCountable(_ slug: String, at path: JSONPath) -> Bool {
        guard slug != milestone else {
            log.error(
                .field, at: path, "\"\(slug)\" is the milestone of this pathway and can't count towards it.",
                hint: "Leave it out here.")
            return false
        }
        return checkKnown(slug, at: path)
    }

    /// Reads `groups`. A badge stands in one named group; an open group `*` takes it as well.
    mutating func groups(_ fields: ObjectReader) -> [PathwayGroup] {
        var placed: [String] = []
        for (value, path) in fields.list("groups", isRequired: true) ?? [] {
            guard let item = ObjectReader(value, at: path, fields: ["id", "badges"], log: log) else { continue }
            let id = item.slug("id")
            var slugs: [String] = []
            var isOpen = false
            for (text, path) in item.texts("badges", isRequired: true, atLeast: 1) {
                if text == "*" {
                    isOpen = true
                } else if let slug = item.slug(text, at: path, called: "badges"), checkCountable(slug, at: path),
                    item.isNew(slug, among: placed, at: path)
                {
                    placed.append(slug)
                    slugs.append(slug)
                }
            }
            guard let id, item.isNew(id, among: groups.map(\.id), at: item.path("id")) else { continue }
            groups.append(PathwayGroup(id: id, badges: slugs, isOpen: isOpen))
        }
        return groups
    }
}
