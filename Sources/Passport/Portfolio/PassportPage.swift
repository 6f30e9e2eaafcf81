import BadgeDefinitions
package import Encodings
import OpenBadges
package import VerifiableCredentials

/// A page that shows what a passport file says, prints on A4, and holds the file.
///
/// It loads nothing and runs nothing. What it shows is worth what any paper is; `verify` reads the file in it.
package struct PassportPage: Sendable {
    private let passport: [UInt8]
    private let selection: PassportSelection
    private let badges: [ChosenBadge]
    private let holder: String
    private let made: Timestamp
    private let words: PortfolioWords

    /// - Parameters:
    ///   - passport: the signed file
    ///   - selection: what it was made of
    ///   - badges: its credentials, in their order
    ///   - made: when it was signed
    package init(
        _ passport: [UInt8], of selection: PassportSelection, badges: [ChosenBadge], holder: String, made: Timestamp,
        in language: ReportLanguage
    ) {
        self.passport = passport
        self.selection = selection
        self.badges = badges
        self.holder = holder
        self.made = made
        words = PortfolioWords(language: language)
    }

    package var document: [UInt8] {
        let policy: HTML =
            "default-src 'none'; img-src data:; style-src '\(PassportPageStyle.source)'; base-uri 'none'; form-action 'none'"
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(words.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="passportctl">
            <meta name="referrer" content="no-referrer">
            <title>\(title)</title>
            <style>\(PassportPageStyle.text)</style>
            </head>
            <body>
            \(header)
            <main>
            \(badges.map(article))
            \(check)
            </main>
            <script type="application/json">\(HTML(json: passport))</script>
            </body>
            </html>

            """
        return Array(page.text.utf8)
    }

    // MARK: Parts

    private var title: String {
        selection.shownName.map { "\($0) – \(words[PageText.title])" } ?? words[PageText.title]
    }

    private var header: HTML {
        var lines: [HTML] = []
        if let name = selection.shownName {
            lines.append(
                "<p class=\"name\">\(name)</p>\n<p class=\"soft\">\(words[PageText.statedName])</p>")
        }
        var facts = [words.filled(PageText.made, ["date": words.day(made)])]
        if let until = selection.until { facts.append(words.filled(PageText.until, ["date": words.day(until)])) }
        if let receiver = selection.receiver { facts.append(words.filled(PageText.receiver, ["name": receiver])) }
        lines.append("<p>\(facts.joined(separator: " "))</p>")
        lines.append("<p class=\"soft\">\(words[PageText.key]) <code>\(holder)</code></p>")
        return "<header>\n<h1>\(words[PageText.title])</h1>\n\(lines)\n</header>"
    }

    private func article(_ chosen: ChosenBadge) -> HTML {
        let badge = chosen.badge
        let picture = badge.image?.embedded.map { image -> HTML in
            let alternative = words.filled(PageText.picture, ["name": chosen.name])
            let address = "data:\(image.format.rawValue);base64,\(Base64.encode(image.bytes))"
            return "<img src=\"\(address)\" alt=\"\(alternative)\" width=\"104\" height=\"104\">"
        }
        let language: HTML? = badge.achievement?.inLanguage.flatMap(Self.languageTag).map { " lang=\"\($0)\"" }
        let text: HTML? = badge.achievement?.criteria?.narrative.map {
            "<div\(language)>\(MarkdownText($0).html)</div>"
        }
        let kind: HTML? = picture == nil ? nil : " class=\"pictured\""
        return """
            <article\(kind)>
            \(HTML([picture]))
            <div>
            <h2\(language)>\(chosen.name)</h2>
            \(facts(chosen))
            \(HTML([text]))
            </div>
            </article>
            """
    }

    private func facts(_ chosen: ChosenBadge) -> HTML {
        let summary = PortfolioSummary(chosen)
        var rows: [(LocalizedText, String)] = []
        if let level = summary.level(in: words) { rows.append((PageText.level, level)) }
        if let extent = summary.extent(in: words) { rows.append((PageText.extent, extent)) }
        rows.append((PageText.issuer, summary.issuer))
        if let awarded = summary.awarded { rows.append((PageText.awarded, words.day(awarded))) }
        if let until = chosen.view.validUntil { rows.append((PageText.valid, words.day(until))) }
        return "<dl>\n\(rows.map { "<dt>\(words[$0.0])</dt><dd>\($0.1)</dd>" as HTML })\n</dl>"
    }

    private var check: HTML {
        var command = "passportctl verify \(words[PageText.fileName])"
        if let receiver = selection.receiver { command += " --domain \(Self.quoted(receiver))" }
        if let challenge = selection.challenge { command += " --challenge \(Self.quoted(challenge))" }
        return """
            <section class="check" aria-labelledby="check">
            <h2 id="check">\(words[PageText.howToCheck])</h2>
            <p>\(words[PageText.noProof])</p>
            <ol>
            <li>\(words[PageText.save])</li>
            <li>\(words[PageText.run]) <code>\(command)</code></li>
            <li>\(words[PageText.answer])</li>
            </ol>
            </section>
            """
    }

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "-._:/@".utf8.contains($0)
        }
        return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }

    /// A language tag as an attribute takes one; nothing for anything else.
    private static func languageTag(_ text: String) -> String? {
        let isTag =
            (2...35).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
            }
        return isTag ? text : nil
    }
}
