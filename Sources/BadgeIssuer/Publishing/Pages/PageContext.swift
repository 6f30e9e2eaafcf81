import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// One page's place on the site and its language: how it names other pages and shows texts.
struct PageContext: Sendable {
    let site: SiteContent
    let language: PageLanguage
    /// The page's folder below the site's root; empty for the root itself.
    let folder: String

    var words: PageWords { PageWords(language: language.words) }

    subscript(_ text: LocalizedText) -> String { text[language.words] }

    func filled(_ text: LocalizedText, _ values: [String: String]) -> String {
        text.filled(values, in: language.words)
    }

    // MARK: Links

    func link(to path: String) -> String { SitePath.link(from: folder, to: path) }

    /// The page of the same thing that a reader of this page can read best.
    func page(_ folder: String, _ languages: PageLanguages) -> String {
        link(to: SitePath.join(languages.folder(language, in: folder), SitePages.pageName))
    }

    var frontPage: String { page("", site.languages) }

    /// A badge by its name, which leads to its page when the site has one.
    func badge(_ key: BadgeKey) -> HTML {
        guard let badge = site.newest(of: key) else { return "\(key.slug)" }
        return "<a href=\"\(page(badge.folder, badge.languages))\">\(name(badge.definition))</a>"
    }

    func pathway(_ pathway: Pathway) -> HTML {
        let address = page(site.folder(of: pathway), site.languages(of: pathway))
        return
            "<a href=\"\(address)\">\(marked(pathway.name.entry(in: language.code, main: site.settings.mainLanguage)) { "\($0)" })</a>"
    }

    // MARK: Texts

    func name(_ definition: BadgeDefinition) -> HTML { marked(entry(definition.name, of: definition)) { "\($0)" } }

    func entry(_ map: LanguageMap, of definition: BadgeDefinition) -> LanguageMap.Entry? {
        map.entry(in: language.code, main: definition.languages.first)
    }

    /// A text within a sentence or a list item.
    func inline(_ map: LanguageMap, of definition: BadgeDefinition) -> HTML {
        marked(entry(map, of: definition)) { MarkdownText($0).inline }
    }

    /// A text of its own, with paragraphs and lists.
    func block(_ map: LanguageMap, of definition: BadgeDefinition) -> HTML {
        guard let entry = entry(map, of: definition) else { return "" }
        let html = MarkdownText(entry.text).html
        return isForeign(entry) ? "<div lang=\"\(entry.language)\">\n\(html)\n</div>" : html
    }

    /// A text with its language told where that isn't the page's, so that it is read aloud rightly.
    func marked(_ entry: LanguageMap.Entry?, as render: (String) -> HTML) -> HTML {
        guard let entry else { return "" }
        return isForeign(entry)
            ? "<span lang=\"\(entry.language)\">\(render(entry.text))</span>" : render(entry.text)
    }

    private func isForeign(_ entry: LanguageMap.Entry) -> Bool { entry.language != language.words.rawValue }
}
