import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// The page of a pathway: which badges it takes, in words.
struct PathwayPage: Sendable {
    let context: PageContext
    let pathway: Pathway
    private var site: SiteContent { context.site }
    private var words: PageWords { context.words }
    private var milestone: PublishedBadge? { site.newest(of: pathway.milestone) }

    var document: [UInt8] {
        let folder = site.folder(of: pathway)
        let name = pathway.name.text(in: context.language.code, main: site.settings.mainLanguage)
        let issuer = IssuerIdentity(site.settings).name(in: context.language.code)
        let frame = PageFrame(
            context: context, folder: folder, languages: site.languages(of: pathway),
            address: site.settings.url.map { "\($0)/\(folder)" }, title: "\(name) – \(issuer)",
            description: context[PageTexts.pathwaysLead], picture: milestone?.picturePath)
        return frame.document(main)
    }

    private var main: HTML {
        """
        <article>
        \(top)
        <div class="text">
        \(section("conditions", PageTexts.conditions, rule(pathway.completion)))
        \(section("counts", PageTexts.whatCounts, counting))
        </div>
        </article>
        """
    }

    private func section(_ id: String, _ title: LocalizedText, _ content: HTML) -> HTML {
        """
        <section class="\(id)" aria-labelledby="\(id)">
        <h2 id="\(id)">\(context[title])</h2>
        \(content)
        </section>
        """
    }

    private var top: HTML {
        // The milestone's name follows beside the picture.
        let picture: HTML? = milestone?.picturePath.map {
            "<img src=\"\(context.link(to: $0))\" alt=\"\" width=\"240\" height=\"240\">"
        }
        let name = context.marked(
            pathway.name.entry(in: context.language.code, main: site.settings.mainLanguage)
        ) { "\($0)" }
        return """
            <header class="top">
            \(picture)
            <div>
            <p class="kind">\(context[PageTexts.pathway])</p>
            <h1>\(name)</h1>
            <div class="lead">
            <p>\(context[PageTexts.pathwayLead]) \(context.badge(pathway.milestone))</p>
            </div>
            </div>
            </header>
            """
    }

    // MARK: Conditions

    private func rule(_ rule: PathwayRule) -> HTML {
        switch rule {
        case .allOf(let rules): "<p>\(context[PageTexts.allOf])</p>\n\(list(rules))"
        case .anyOf(let rules): "<p>\(context[PageTexts.anyOf])</p>\n\(list(rules))"
        case .group(let id, let min): group(id, min)
        case .badge(let slug, let level): badge(slug, level)
        case .badges(let min): "<p>\(words.count(PageTexts.badgesOne, PageTexts.badgesMany, min))</p>"
        case .hours(let min): "<p>\(hours(min))</p>"
        case .categories(let min): "<p>\(words.count(PageTexts.categoriesOne, PageTexts.categoriesMany, min))</p>"
        case .certificate(let items):
            "<p>\(words.count(PageTexts.certificateOne, PageTexts.certificateMany, items))</p>"
        }
    }

    private func list(_ rules: [PathwayRule]) -> HTML {
        """
        <ul class="rules">
        \(rules.map { "<li>\(rule($0))</li>" as HTML })
        </ul>
        """
    }

    private func group(_ id: String, _ min: Int?) -> HTML {
        guard let group = pathway.group(id) else { return "" }
        if group.isOpen, let min {
            return "<p>\(words.count(PageTexts.openOne, PageTexts.openMany, min))</p>"
        }
        let asked = min.map { words.count(PageTexts.groupOne, PageTexts.groupMany, $0) } ?? context[PageTexts.groupAll]
        return """
            <p>\(asked)</p>
            <ul>
            \(group.badges.map { "<li>\(context.badge(key($0)))</li>" as HTML })
            </ul>
            """
    }

    private func badge(_ slug: String, _ level: Int?) -> HTML {
        let from: HTML? = level.map { ", \(context.filled(PageTexts.minLevel, ["n": String($0)]))" }
        return "<p>\(context.badge(key(slug)))\(from)</p>"
    }

    private func key(_ slug: String) -> BadgeKey { BadgeKey(badgeBase: pathway.badgeBase, slug: slug) }

    private func hours(_ min: DecimalHundredths) -> String {
        let text = min.hundredths == 1_00 ? PageTexts.hour : PageTexts.hours
        let hours = context.filled(text, ["n": words.number(min)])
        return context.filled(PageTexts.hoursMin, ["hours": hours])
    }

    private var counting: HTML {
        let rules = pathway.countOnly
        var sentences = [context[PageTexts.countsOnce]]
        if rules.notExpired { sentences.append(context[PageTexts.noExpired]) }
        if let months = rules.maxAgeMonths {
            sentences.append(context.filled(PageTexts.maxAge, ["duration": words.duration(months: months)]))
        }
        sentences.append(context[pathway.autoIssue ? PageTexts.automatic : PageTexts.decided])
        return """
            <ul>
            \(sentences.map { "<li>\($0)</li>" as HTML })
            </ul>
            """
    }
}
