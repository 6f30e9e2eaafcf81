import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// The site's first page: whose it is, which badges there are, and how they are checked.
struct FrontPage: Sendable {
    let context: PageContext
    private var site: SiteContent { context.site }
    private var words: PageWords { context.words }

    var document: [UInt8] {
        let frame = PageFrame(
            context: context, folder: "", languages: site.languages, address: site.settings.url,
            title: context.filled(PageTexts.frontTitle, ["name": name]), description: context[PageTexts.frontLead],
            picture: pictures.first)
        return frame.document(main)
    }

    private var name: String { IssuerIdentity(site.settings).name(in: context.language.code) }

    /// A pathway's own picture first: it stands for the whole.
    private var pictures: [String] {
        let milestones = site.newestPathways.compactMap { site.newest(of: $0.milestone)?.picturePath }
        return milestones + site.newestBadges.compactMap(\.picturePath)
    }

    private var main: HTML {
        """
        <header class="top front">
        <h1>\(name)</h1>
        <div class="lead">
        <p>\(context[PageTexts.frontLead])</p>
        </div>
        </header>
        \(HTML([pathways, badges, retired, CheckGuide(context: context).html]))
        """
    }

    private func section(_ id: String, _ title: LocalizedText, _ content: HTML) -> HTML {
        """
        <section aria-labelledby="\(id)">
        <h2 id="\(id)">\(context[title])</h2>
        \(content)
        </section>
        """
    }

    // MARK: Badges

    private var awarded: [PublishedBadge] { site.newestBadges.filter { !$0.isRetired } }

    private var badges: HTML {
        guard !awarded.isEmpty else {
            return section("badges", PageTexts.badges, "<p>\(context[PageTexts.noBadges])</p>")
        }
        // A milestone that a pathway leads to stands with its pathway.
        let shown = Set(site.newestPathways.map(\.milestone))
        let groups = Dictionary(grouping: awarded.filter { !shown.contains($0.definition.key) }) {
            $0.definition.category
        }
        let ordered = groups.sorted { Self.place($0.key) < Self.place($1.key) }
        return section("badges", PageTexts.badges, HTML(ordered.map { group($0.key, $0.value) }))
    }

    /// Known themes in the order of their description, an organisation's own after them.
    private static func place(_ category: String) -> (Int, String) {
        let known = ["itsetuntemus", "tyoelama", "yhteistyo", "yrittajyys", "digi", "alue"]
        let last = category == "koonti" ? known.count + 1 : known.count
        return (known.firstIndex(of: category) ?? last, category)
    }

    private func group(_ category: String, _ badges: [PublishedBadge]) -> HTML {
        """
        <h3>\(words.category(category))</h3>
        <ul class="cards">
        \(badges.map { card($0, name: context.name($0.definition), link: context.page($0.folder, $0.languages)) })
        </ul>
        """
    }

    private func card(_ badge: PublishedBadge, name: HTML, link: String) -> HTML {
        // The picture says nothing that the name beside it doesn't.
        let picture: HTML? = badge.picturePath.map {
            "<img src=\"\(context.link(to: $0))\" alt=\"\" width=\"96\" height=\"96\" loading=\"lazy\">"
        }
        let definition = badge.definition
        var facts: [String] = []
        if let level = definition.requiredLevel { facts.append("\(context[PageTexts.level]) \(level.ordinal)") }
        if let hours = definition.hours { facts.append("\(words.number(hours)) h") }
        if let credits = definition.credits { facts.append(words.credits(credits)) }
        let line: HTML? = facts.isEmpty ? nil : "<p class=\"small\">\(facts.joined(separator: " · "))</p>"
        return """
            <li class="card">
            \(picture)
            <div>
            <p class="name"><a href="\(link)">\(name)</a></p>
            <p>\(context.inline(definition.description, of: definition))</p>
            \(line)
            </div>
            </li>
            """
    }

    private var retired: HTML? {
        let badges = site.newestBadges.filter(\.isRetired)
        guard !badges.isEmpty else { return nil }
        return section(
            "retired", PageTexts.retiredBadges,
            """
            <ul>
            \(badges.map { "<li>\(context.badge($0.definition.key))</li>" as HTML })
            </ul>
            """)
    }

    // MARK: Pathways

    private var pathways: HTML? {
        let cards = site.newestPathways.compactMap(pathwayCard)
        guard !cards.isEmpty else { return nil }
        return section(
            "pathways", PageTexts.pathways,
            """
            <p>\(context[PageTexts.pathwaysLead])</p>
            <ul class="cards">
            \(cards)
            </ul>
            """)
    }

    private func pathwayCard(_ pathway: Pathway) -> HTML? {
        guard let milestone = site.newest(of: pathway.milestone) else { return nil }
        let link = context.page(site.folder(of: pathway), site.languages(of: pathway))
        let name = context.marked(
            pathway.name.entry(in: context.language.code, main: site.settings.mainLanguage)
        ) { "\($0)" }
        return card(milestone, name: name, link: link)
    }
}
