import BadgeDefinitions
import Cryptography
import Encodings

/// How the printable page looks. It stands in the page, which is one file; the policy names it by its digest.
///
/// Text on its background has a contrast of at least 4.5 to 1
/// ([WCAG 2.2 §1.4.3](https://www.w3.org/TR/WCAG22/#contrast-minimum)), on paper as on the screen.
enum PassportPageStyle {
    /// The `style-src` of the page's policy ([CSP 3 §2.3.1](https://www.w3.org/TR/CSP3/#grammardef-hash-source)).
    static let source = "sha256-\(Base64.encode(SHA256.hash(Array(text.text.utf8))))"

    static let text: HTML = """

        :root { color-scheme: light; --ink: #22302c; --soft: #52605a; --line: #d5cbb6; --mark: #9a4520; }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0 auto; padding: 1.5rem 1.25rem 2.5rem; max-width: 46rem; background: #fff; color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
          overflow-wrap: anywhere;
        }
        h1, h2 { font-family: "Iowan Old Style", Palatino, "URW Palladio L", P052, Georgia, serif; line-height: 1.2; }
        h1 { font-size: 2rem; margin: 0 0 .3rem; }
        h2 { font-size: 1.3rem; margin: 0 0 .4rem; }
        p, ul, ol, dl { margin: 0 0 .7rem; }
        header { border-bottom: .3rem solid #17594a; padding-bottom: .8rem; margin-bottom: 1.4rem; }
        .name { font-size: 1.3rem; font-weight: 600; margin: 0; }
        .soft { color: var(--soft); font-size: .9rem; }
        article {
          display: grid; grid-template-columns: 1fr; gap: 0 1.3rem; border: 1px solid var(--line); border-radius: .7rem;
          padding: 1rem 1.2rem; margin: 0 0 1rem; break-inside: avoid;
        }
        article.pictured { grid-template-columns: 6.5rem 1fr; }
        article img { width: 6.5rem; height: auto; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
        dt { color: var(--soft); }
        dd { margin: 0; }
        .check { border-top: 1px solid var(--line); margin-top: 1.6rem; padding-top: 1rem; break-inside: avoid; }
        code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .88em; }
        @page { size: A4; margin: 16mm; }
        @media print {
          body { padding: 0; max-width: none; font-size: 10.5pt; }
          article { border-color: #999; }
        }

        """
}
