import BadgeDefinitions
import Testing

@testable import BadgeIssuer

@Suite("Markdown in definitions")
struct MarkdownTextTests {
    @Test(
        "paragraphs and lists",
        arguments: [
            ("Yksi rivi.", "<p>Yksi rivi.</p>"), ("Yksi\nrivi.", "<p>Yksi rivi.</p>"), ("", ""), ("  \n\n", ""),
            ("Ensin.\n\nSitten.", "<p>Ensin.</p>\n<p>Sitten.</p>"), ("A\r\n\r\nB", "<p>A</p>\n<p>B</p>"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
            ("1. a\n2) b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
            ("Näin:\n- a\n  jatkuu\n\nLopuksi.", "<p>Näin:</p>\n<ul>\n<li>a jatkuu</li>\n</ul>\n<p>Lopuksi.</p>"),
            ("-ei lista", "<p>-ei lista</p>"), ("2026. vuosi", "<ol>\n<li>vuosi</li>\n</ol>"),
            ("# Otsikko", "<p># Otsikko</p>"), ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ])
    func blocks(text: String, html: String) {
        #expect(MarkdownText(text).html.text == html)
    }

    @Test(
        "emphasis",
        arguments: [
            ("*a*", "<em>a</em>"), ("**a**", "<strong>a</strong>"), ("***a***", "<strong><em>a</em></strong>"),
            ("**a *b***", "<strong>a <em>b</em></strong>"), ("*a **b***", "<em>a <strong>b</strong></em>"),
            ("2*3*4", "2*3*4"), ("2 * 3 * 4", "2 * 3 * 4"), ("*a", "*a"), ("a*", "a*"), ("**a*", "**a*"),
            ("****", "****"),
            (#"\*a\*"#, "*a*"), (#"a \ b"#, #"a \ b"#), ("*a* ja *b*", "<em>a</em> ja <em>b</em>"),
            ("*ä*", "<em>ä</em>"), ("_a_ __b__", "_a_ __b__"), ("`*a*`", "`<em>a</em>`"),
            ("*<b>*", "<em>&lt;b&gt;</em>"),
            ("a\nb", "a b"), (#"x\"#, #"x\"#),
        ])
    func emphasis(text: String, html: String) {
        #expect(MarkdownText(text).inline.text == html)
    }

    @Test(
        "links lead to https addresses, and everything else stays a text",
        arguments: [
            ("[a](https://x.example/)", #"<a href="https://x.example/">a</a>"#),
            ("[**a**](https://x.example/?b&c)", #"<a href="https://x.example/?b&amp;c"><strong>a</strong></a>"#),
            ("**[a](https://x.example/)**", #"<strong><a href="https://x.example/">a</a></strong>"#),
            ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
            ("[a](http://x.example/)", "[a](http://x.example/)"),
            ("[a](https://x.example/ \"t\")", "[a](https://x.example/ &quot;t&quot;)"), ("[a]", "[a]"),
            ("[a](", "[a]("),
            ("[](https://x.example/)", "[](https://x.example/)"),
            ("![a](https://x.example/)", #"!<a href="https://x.example/">a</a>"#),
            ("[[a](https://x.example/)", #"[<a href="https://x.example/">a</a>"#),
            ("<https://x.example/>", "&lt;https://x.example/&gt;"),
            (#"\[a](https://x.example/)"#, "[a](https://x.example/)"),
        ])
    func links(text: String, html: String) {
        #expect(MarkdownText(text).inline.text == html)
    }

    @Test("without markup only the words are left")
    func plain() {
        #expect(
            MarkdownText("Osaat **toimia**\n[tiimissä](https://x.example/).\n\n- a\n- *b*").plain
                == "Osaat toimia tiimissä. a b")
    }

    @Test(
        "marks without partners take no more time than letters", .timeLimit(.minutes(1)),
        arguments: ["*a ", "**a ", "[", "[a](", "*", "\\", "***a ", "[a]( ", "*a**b "])
    func hostile(unit: String) {
        let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
        #expect(MarkdownText(text).inline.text.utf8.count > 50_000)
    }
}
