/// How the pages look, in a file of its own: no page needs a style inside it, so none is allowed there.
///
/// Text on its background has a contrast of at least 4.5 to 1 in both colour schemes
/// ([WCAG 2.2 §1.4.3](https://www.w3.org/TR/WCAG22/#contrast-minimum)). Fonts are the reader's own.
enum Stylesheet {
    static let path = "passport.css"
    static let bytes = Array(text.utf8)

    private static let text = """
        /* Work-life passport: birch, spruce and wool. */
        :root {
          color-scheme: light dark;
          --paper: #f9f5ec; --card: #fffdf8; --ink: #22302c; --soft: #52605a; --line: #ddd3bf;
          --link: #17594a; --mark: #9a4520; --wash: #e7efe4; --note: #fbeadf;
          --heading: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
          --body: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #17211e; --card: #1f2c28; --ink: #eef1ea; --soft: #b6c3bc; --line: #3a4a44;
            --link: #93d8c2; --mark: #f0a37c; --wash: #24372f; --note: #402a22;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--body);
          overflow-wrap: anywhere; hyphens: auto;
        }
        /* A woven band. */
        body::before {
          content: ""; display: block; height: .75rem;
          background: repeating-linear-gradient(90deg, #17594a 0 1.5rem, #f3e9d2 1.5rem 1.75rem, #b4552d 1.75rem 2.5rem,
            #f3e9d2 2.5rem 2.75rem, #d9a441 2.75rem 3.25rem, #f3e9d2 3.25rem 3.5rem, #35638a 3.5rem 4.5rem,
            #f3e9d2 4.5rem 4.75rem);
        }
        h1, h2, h3 { font-family: var(--heading); line-height: 1.2; text-wrap: balance; }
        h1 { font-size: clamp(2rem, 1.5rem + 3vw, 3.1rem); margin: .1em 0 .35em; letter-spacing: -.01em; }
        h2 { font-size: 1.5rem; margin: 0 0 .6rem; }
        h3 { font-size: 1.15rem; margin: 2rem 0 .75rem; color: var(--soft); }
        p, ul, ol, dl, pre { margin: 0 0 .9rem; }
        ul, ol { padding-left: 1.4rem; }
        li { margin-bottom: .4rem; }
        li > p { margin-bottom: .3rem; }
        small, .small { font-size: .9rem; color: var(--soft); }
        code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; hyphens: none; }
        pre {
          background: var(--wash); border-radius: .6rem; padding: .8rem 1rem; white-space: pre-wrap; margin-top: .5rem;
        }
        a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .07em; }
        a:hover { text-decoration-thickness: .14em; }
        :focus-visible { outline: 3px solid var(--mark); outline-offset: 3px; border-radius: .2rem; }
        img { max-width: 100%; height: auto; object-fit: contain; }

        .skip { position: absolute; left: -100vw; }
        .skip:focus {
          left: 1rem; top: 1rem; z-index: 1; background: var(--card); color: var(--link); padding: .6rem 1rem;
        }
        .banner, main, footer { max-width: 68rem; margin: 0 auto; padding-left: 1.25rem; padding-right: 1.25rem; }
        .banner {
          display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; align-items: baseline;
          padding-top: 1rem; padding-bottom: .5rem;
        }
        .home { margin: 0; font-family: var(--heading); font-size: 1.15rem; font-weight: 600; }
        .home a { color: inherit; text-decoration: none; }
        .home a:hover { text-decoration: underline; }
        .languages ul { display: flex; gap: .25rem; list-style: none; margin: 0; padding: 0; }
        .languages li { margin: 0; }
        .languages a, .languages span { display: block; padding: .35rem .6rem; border-radius: 2rem; }
        .languages span { background: var(--wash); font-weight: 600; }
        footer {
          margin-top: 3rem; padding-top: 1.25rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .9rem;
          border-top: 1px solid var(--line);
        }

        .top { display: flex; flex-direction: column; gap: .5rem 2.5rem; padding: 1rem 0 1.5rem; }
        .top img { width: min(13rem, 60vw); align-self: center; }
        .kind { margin: 0; color: var(--mark); font-weight: 600; }
        .lead { font-size: 1.25rem; line-height: 1.5; max-width: 38rem; }
        .lead > :last-child { margin-bottom: 0; }
        .front { padding-top: 1.5rem; padding-bottom: 2rem; }
        .notice {
          background: var(--note); border-left: .35rem solid var(--mark); border-radius: .4rem; padding: .8rem 1.1rem;
          margin-bottom: 1.5rem;
        }
        .notice > :last-child { margin-bottom: 0; }

        .text { max-width: 42rem; }
        .text > section { margin-bottom: 2.25rem; }
        main > section { margin-bottom: 2.75rem; }
        .facts, .details { background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 1.1rem 1.3rem; }
        .facts { margin-bottom: 2rem; }
        .facts h2, .details h2 { font-size: 1.15rem; }
        dl { margin: 0; }
        .facts dl { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem 1.2rem; }
        .details dl > div { padding: .45rem 0; border-top: 1px solid var(--line); }
        .details dl > div:first-child { border-top: 0; }
        dt { color: var(--soft); font-size: .9rem; }
        dd { margin: 0; }
        .facts dd { font-weight: 600; }
        .facts dl > div:last-child { grid-column: 1 / -1; }
        .text > section:first-child { background: var(--wash); border-radius: 1rem; padding: 1.2rem 1.4rem .5rem; }
        .outcomes { list-style: "\\2713\\00a0\\00a0"; }
        .outcomes li::marker { color: var(--mark); font-weight: 700; }
        .outcomes li { font-size: 1.1rem; }
        .levels { list-style: none; padding: 0; }
        .levels li { border-left: .3rem solid var(--line); padding: .15rem 0 .15rem .9rem; margin-bottom: .8rem; }
        .tag {
          background: var(--wash); border-radius: 1rem; padding: .1rem .65rem; font-size: .85rem; font-weight: 600;
          white-space: nowrap;
        }
        .rules > li { margin-bottom: .8rem; }
        .rules ul { margin-bottom: .2rem; }

        .cards {
          list-style: none; padding: 0; display: grid; gap: 1rem;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 19.5rem), 1fr));
        }
        .card {
          position: relative; display: flex; gap: 1rem; align-items: flex-start; margin: 0; padding: 1rem 1.1rem;
          background: var(--card); border: 1px solid var(--line); border-radius: 1rem;
        }
        .card:hover { border-color: var(--link); }
        .card img { width: 4.5rem; flex: none; }
        .card p { margin: 0 0 .3rem; font-size: .95rem; line-height: 1.45; }
        .card .name { font: 600 1.1rem/1.25 var(--heading); }
        .card .name a { text-decoration: none; }
        .card .name a:hover { text-decoration: underline; }
        /* The whole card leads where its name does. */
        .card .name a::after { content: ""; position: absolute; inset: 0; border-radius: 1rem; }

        @media (min-width: 40rem) {
          .top:not(.front) { flex-direction: row; align-items: center; }
          .top img { width: 15rem; flex: none; align-self: auto; }
          .details dl > div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; }
          .facts dl { grid-template-columns: repeat(3, 1fr); }
        }
        @media (min-width: 60rem) {
          .columns { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; gap: 3.5rem; align-items: start; }
          .columns > .facts { grid-column: 2; grid-row: 1; }
          .columns > .text { grid-column: 1; grid-row: 1; }
          .facts dl { grid-template-columns: 1fr; }
        }

        @media print {
          :root {
            --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --link: #000; --mark: #000;
            --wash: #fff; --note: #fff;
          }
          @page { margin: 18mm; }
          html { font-size: 10pt; }
          body { font-size: 1rem; }
          .text > section:first-child { padding: 0; }
          body::before, .skip, .languages, footer p:first-child { display: none; }
          .top { flex-direction: row; align-items: center; padding: 0 0 1rem; }
          .top img { width: 8rem; }
          .text, .lead { max-width: none; }
          section, .card, li { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
          .skills a[href]::after { content: " <" attr(href) ">"; font-size: .8em; }
        }

        """
}
