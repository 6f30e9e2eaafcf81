import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// The page of one version of a badge: what it means, in the order in which a reader asks.
struct BadgePage: Sendable {
    let context: PageContext
    let badge: PublishedBadge
    var definition: BadgeDefinition { badge.definition }
    var words: PageWords { context.words }

    var document: [UInt8] {
        let name = plain(definition.name)
        let frame = PageFrame(
            context: context, folder: badge.folder, languages: badge.languages,
            address: context.site.settings.url == nil ? nil : definition.achievementID,
            title: "\(name) – \(issuerName)", description: plain(definition.description), picture: badge.picturePath,
            data: SitePath.join(badge.folder, "achievement.json"))
        return frame.document(main)
    }

    private func plain(_ map: LanguageMap) -> String {
        MarkdownText(context.entry(map, of: definition)?.text ?? "").plain
    }

    private var issuerName: String {
        IssuerIdentity(context.site.settings).name(in: context.language.code)
    }

    private var main: HTML {
        let sections: [HTML?] = [outcomes, criteria, levels, way, extent, skills, validity, check]
        return """
            <article>
            \(HTML([top, notice]))
            <div class="columns">
            \(facts)
            <div class="text">
            \(HTML(sections))
            </div>
            </div>
            \(details)
            </article>
            """
    }

    func section(_ id: String, _ title: LocalizedText, _ content: HTML) -> HTML {
        """
        <section aria-labelledby="\(id)">
        <h2 id="\(id)">\(context[title])</h2>
        \(content)
        </section>
        """
    }

    // MARK: Top

    private var top: HTML {
        """
        <header class="top">
        \(picture)
        <div>
        <p class="kind">\(context[definition.isMilestone ? PageTexts.milestone : PageTexts.badge])</p>
        <h1>\(context.name(definition))</h1>
        <div class="lead">
        \(context.block(definition.description, of: definition))
        </div>
        </div>
        </header>
        """
    }

    private var picture: HTML? {
        badge.picturePath.map { path in
            let alternative = context.filled(PageTexts.picture, ["name": plain(definition.name)])
            return "<img src=\"\(context.link(to: path))\" alt=\"\(alternative)\" width=\"240\" height=\"240\">"
        }
    }

    /// What a reader must know first of a badge that isn't the one given now.
    private var notice: HTML? {
        var lines: [HTML] = []
        if badge.isRetired { lines.append("<p>\(context[PageTexts.retired])</p>") }
        if let newest = context.site.newest(of: definition.key), newest.definition.version > definition.version {
            let version = context.filled(PageTexts.versionNumber, ["n": String(newest.definition.version)])
            let link = context.page(newest.folder, newest.languages)
            lines.append("<p>\(context[PageTexts.newerVersion]) <a href=\"\(link)\">\(version)</a></p>")
        }
        return lines.isEmpty ? nil : "<div class=\"notice\">\n\(lines)\n</div>"
    }

    private var facts: HTML {
        var rows: [(LocalizedText, HTML)] = []
        if let level = definition.requiredLevel {
            let name = context.entry(level.name, of: definition)?.text ?? ""
            let text = context.filled(PageTexts.levelFrom, ["n": String(level.ordinal), "name": name])
            rows.append((PageTexts.level, "\(text)"))
        }
        if let hours { rows.append((PageTexts.work, "\(hours)")) }
        if let credits = definition.credits {
            let text = words.credits(credits)
            let shown =
                credits.basis == .indicative ? context.filled(PageTexts.indicative, ["credits": text]) : text
            rows.append((PageTexts.extent, "\(shown)"))
        }
        let valid = definition.validityMonths.map { words.duration(months: $0) } ?? context[PageTexts.forGood]
        rows.append((PageTexts.valid, "\(valid)"))
        rows.append((PageTexts.theme, "\(words.category(definition.category))"))
        rows.append((PageTexts.issuer, "<a href=\"\(context.frontPage)\">\(issuerName)</a>"))
        return """
            <section class="facts" aria-labelledby="facts">
            <h2 id="facts">\(context[PageTexts.facts])</h2>
            \(table(rows))
            </section>
            """
    }

    var hours: String? {
        definition.hours.map { hours in
            let text = hours.hundredths == 1_00 ? PageTexts.hour : PageTexts.hours
            return context.filled(text, ["n": words.number(hours)])
        }
    }

    func table(_ rows: [(LocalizedText, HTML)]) -> HTML {
        """
        <dl>
        \(rows.map { "<div><dt>\(context[$0.0])</dt><dd>\($0.1)</dd></div>" as HTML })
        </dl>
        """
    }

    // MARK: Bottom

    private var check: HTML {
        let front = context.frontPage
        return section(
            "check", PageTexts.isGenuine,
            """
            <p>\(context[PageTexts.pageIsNoProof])</p>
            <p>\(context[PageTexts.askForFile]) <a href="\(front)#check">\(context[PageTexts.howToCheck])</a></p>
            """)
    }

    private var details: HTML {
        var rows: [(LocalizedText, HTML)] = [
            (PageTexts.version, "\(definition.version)"),
            (PageTexts.state, "\(context[badge.isRetired ? PageTexts.noLongerAwarded : PageTexts.inUse])"),
        ]
        if !definition.creator.hasSameBytes(as: context.site.settings.issuer) {
            rows.append((PageTexts.creator, "\(definition.creator)"))
        }
        // They are Finnish words for searching.
        if context.language.code == "fi", !definition.tags.isEmpty {
            rows.append((PageTexts.tags, "\(definition.tags.joined(separator: ", "))"))
        }
        rows.append((PageTexts.identifier, "<code>\(definition.achievementID)</code>"))
        if !definition.otherIdentifiers.isEmpty {
            let codes = definition.otherIdentifiers.map { "<code>\($0.identifier)</code>" as HTML }
            rows.append((PageTexts.otherIdentifiers, HTML(codes, separator: ", ")))
        }
        let data = context.link(to: SitePath.join(badge.folder, "achievement.json"))
        rows.append((PageTexts.forMachines, "<a href=\"\(data)\">achievement.json</a>"))
        return """
            <section class="details" aria-labelledby="details">
            <h2 id="details">\(context[PageTexts.details])</h2>
            \(table(rows))
            </section>
            """
    }
}
