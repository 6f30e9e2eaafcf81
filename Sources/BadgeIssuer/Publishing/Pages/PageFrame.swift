import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// What all pages have around their content: head, banner with the languages, foot.
struct PageFrame: Sendable {
    /// Nothing is loaded but pictures and the stylesheet of the site itself; no script runs, no form is sent.
    ///
    /// In the page, since a static server sends no header for it; see
    /// [Content Security Policy Level 3](https://www.w3.org/TR/CSP3/#meta-element).
    static let policy: HTML =
        "default-src 'none'; img-src 'self' data:; style-src 'self'; base-uri 'none'; form-action 'none'"
    /// By this a page is known as ours.
    static let mark: HTML = "<meta name=\"generator\" content=\"passportctl\">"

    let context: PageContext
    /// The folder of the page in the main language, and the languages there are.
    let folder: String
    let languages: PageLanguages
    /// The page's address without its language, when the site has one.
    let address: String?
    let title: String
    let description: String
    /// A picture's path below the site's root.
    var picture: String?
    /// The same for machines, as a path below the root.
    var data: String?

    func document(_ main: HTML) -> [UInt8] {
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(context.language.words.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            \(HTML(head))
            </head>
            <body>
            <a class="skip" href="#content">\(context[PageTexts.skip])</a>
            \(banner)
            <main id="content">
            \(main)
            </main>
            \(foot)
            </body>
            </html>

            """
        return Array(page.text.utf8)
    }

    // MARK: Head

    private var head: [HTML?] {
        [
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", Self.mark,
            "<meta name=\"referrer\" content=\"no-referrer\">",
            "<meta name=\"color-scheme\" content=\"light dark\">",
            "<title>\(title)</title>", "<meta name=\"description\" content=\"\(description)\">",
            "<meta property=\"og:type\" content=\"website\">", "<meta property=\"og:title\" content=\"\(title)\">",
            "<meta property=\"og:description\" content=\"\(description)\">",
            "<meta property=\"og:locale\" content=\"\(locale)\">",
            address.map { "<meta property=\"og:url\" content=\"\(address(context.language, of: $0))\">" },
            pictureAddress.map { "<meta property=\"og:image\" content=\"\($0)\">" },
            "<link rel=\"stylesheet\" href=\"\(context.link(to: Stylesheet.path))\">",
            picture.map { "<link rel=\"icon\" href=\"\(context.link(to: $0))\">" },
            address.map { "<link rel=\"canonical\" href=\"\(address(context.language, of: $0))\">" },
            HTML(languages.all.count > 1 ? languages.all.map(alternate) : []),
            data.map { "<link rel=\"alternate\" type=\"application/ld+json\" href=\"\(context.link(to: $0))\">" },
        ].filter { $0?.text.isEmpty != true }
    }

    private func alternate(_ language: PageLanguage) -> HTML {
        "<link rel=\"alternate\" hreflang=\"\(language.code)\" href=\"\(href(language))\">"
    }

    /// The page in the main language is the thing's own address, the others' stand below it.
    private func address(_ language: PageLanguage, of address: String) -> String {
        language == languages.main ? address : "\(address)/\(language.code)"
    }

    private var pictureAddress: String? {
        guard let picture, let url = context.site.settings.url else { return nil }
        return "\(url)/\(picture)"
    }

    private var locale: String {
        switch context.language.words {
        case .fi: "fi_FI"
        case .sv: "sv_FI"
        case .en: "en_GB"
        }
    }

    // MARK: Around the content

    private var banner: HTML {
        """
        <header class="banner">
        <p class="home"><a href="\(context.frontPage)">\(issuerName)</a></p>
        \(languages.all.count > 1 ? switcher : nil)
        </header>
        """
    }

    private var switcher: HTML {
        """
        <nav class="languages" aria-label="\(context[PageTexts.languages])">
        <ul>
        \(languages.all.map(choice))
        </ul>
        </nav>
        """
    }

    private func choice(_ language: PageLanguage) -> HTML {
        language == context.language
            ? "<li><span aria-current=\"page\" lang=\"\(language.code)\">\(language.name)</span></li>"
            : """
            <li><a href="\(href(language))" hreflang="\(language.code)" lang="\(language.code)">\(language.name)</a></li>
            """
    }

    private func href(_ language: PageLanguage) -> String {
        let place = language == languages.main ? folder : SitePath.join(folder, language.code)
        return context.link(to: SitePath.join(place, SitePages.pageName))
    }

    private var foot: HTML {
        """
        <footer>
        <p><a href="\(context.frontPage)">\(context[PageTexts.allBadges])</a></p>
        <p>\(context[PageTexts.noPersons]) \(context[PageTexts.noScripts])</p>
        </footer>
        """
    }

    private var issuerName: HTML {
        let name = context.site.settings.name
        return context.marked(name.entry(in: context.language.code, main: context.site.settings.mainLanguage)) {
            "\($0)"
        }
    }
}
