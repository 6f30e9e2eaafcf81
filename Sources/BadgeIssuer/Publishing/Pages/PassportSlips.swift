package import BadgeDefinitions
import Cryptography
import Encodings
import VerifiableCredentials

/// Paper for learners who have just been given a passport number: a page for each, to print and hand over.
///
/// Everything is in the one file, the style with it, which is allowed by its digest alone
/// ([Content Security Policy Level 3 §2.3.1](https://www.w3.org/TR/CSP3/#framework-directive-source-list)). It holds
/// names and is to be written with mode 0600.
package struct PassportSlips: Sendable {
    private struct Slip {
        let name: String?
        let number: PassportNumber
    }

    private let slips: [Slip]
    private let definition: BadgeDefinition
    private let issuer: IssuerIdentity
    private let language: PageLanguage

    /// The slips of everybody whom these awards brought into the register.
    ///
    /// - Parameter language: the slips'; texts of the badge that lack it stand in the next best.
    package init(_ report: AwardReport, definition: BadgeDefinition, issuer: IssuerIdentity, language: String) {
        var seen: Set<PassportNumber> = []
        slips = report.rows.compactMap { row in
            guard row.outcome == .awarded, row.isNewPerson, let number = row.passportNumber,
                seen.insert(number).inserted
            else { return nil }
            return Slip(name: row.name, number: number)
        }
        self.definition = definition
        self.issuer = issuer
        self.language = PageLanguage(language)
    }

    package var count: Int { slips.count }

    /// The file; nothing to print is nothing to write.
    package var document: [UInt8]? {
        guard !slips.isEmpty else { return nil }
        let digest = Base64.encode(SHA256.hash(Array(Self.style.text.utf8)))
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.words.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(digest)'; \
            base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(text(SlipTexts.title))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <header>
            <h1>\(text(SlipTexts.title))</h1>
            <p>\(text(SlipTexts.forTeacher))</p>
            </header>
            \(slips.enumerated().map { section($0 + 1, $1) })
            </main>
            </body>
            </html>

            """
        return Array(page.text.utf8)
    }

    private func section(_ index: Int, _ slip: Slip) -> HTML {
        let name: HTML =
            slip.name.map { "\($0)" } ?? "\(text(SlipTexts.noName)): <span class=\"blank\"></span>"
        let advice = [SlipTexts.keep, SlipTexts.file, SlipTexts.secret, SlipTexts.lost]
        return """
            <section aria-labelledby="slip-\(index)">
            <p class="kind">\(text(SlipTexts.kind)) · \(issuer.name(in: language.code))</p>
            <h2 id="slip-\(index)">\(name)</h2>
            <p>\(text(SlipTexts.awarded)) <strong>\(badgeName)</strong></p>
            <p class="label">\(text(SlipTexts.number))</p>
            <p class="number">\(slip.number.description)</p>
            <ul>
            \(advice.map { "<li>\(text($0))</li>" as HTML })
            </ul>
            \(address)
            </section>
            """
    }

    private func text(_ text: LocalizedText) -> String { text[language.words] }

    private var badgeName: HTML {
        guard let entry = definition.name.entry(in: language.code, main: definition.languages.first) else { return "" }
        return entry.language == language.words.rawValue
            ? "\(entry.text)" : "<span lang=\"\(entry.language)\">\(entry.text)</span>"
    }

    /// To be typed from paper, so it is shown rather than linked.
    private var address: HTML? {
        issuer.url == nil
            ? nil : "<p class=\"address\">\(text(SlipTexts.site)) <code>\(definition.achievementID)</code></p>"
    }

    private static let style: HTML = """

        :root { color-scheme: light dark; --ink: #22302c; --soft: #52605a; --paper: #f9f5ec; --card: #fffdf8; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #eef1ea; --soft: #b6c3bc; --paper: #17211e; --card: #1f2c28; }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; max-width: 46rem; padding: 1.25rem; background: var(--paper); color: var(--ink);
          font: 1.1rem/1.55 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere;
        }
        h1, h2 { font-family: "Iowan Old Style", Palatino, "URW Palladio L", P052, Georgia, serif; line-height: 1.2; }
        h2 { font-size: 2.2rem; margin: .3rem 0 .8rem; }
        section { background: var(--card); border: 1px solid var(--soft); border-radius: 1rem; padding: 1.5rem 2rem; }
        section { margin: 1.5rem 0; }
        .kind, .label, .address { color: var(--soft); margin: 0; }
        .number {
          font: 700 clamp(1.6rem, 6vw, 2.9rem)/1.2 ui-monospace, "DejaVu Sans Mono", monospace; margin: .2rem 0 1.2rem;
          white-space: nowrap;
        }
        .blank { display: inline-block; width: 60%; border-bottom: 2px solid; }
        li { margin-bottom: .5rem; }
        @media print {
          :root { --ink: #000; --soft: #333; --paper: #fff; --card: #fff; }
          @page { margin: 20mm; }
          header { display: none; }
          body { padding: 0; max-width: none; }
          section { break-after: page; break-inside: avoid; margin: 0; }
          section:last-child { break-after: auto; }
        }

        """
}
