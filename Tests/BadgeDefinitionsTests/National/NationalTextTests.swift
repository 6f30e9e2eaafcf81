import Testing

@testable import BadgeDefinitions

@Suite("Texts of ePerusteet") struct NationalTextTests {
    @Test(
        "HTML becomes plain text with paragraphs and lists",
        arguments: [
            ("", ""), ("Ihan tavallinen.", "Ihan tavallinen."), ("<p>Yksi.</p><p>Kaksi.</p>", "Yksi.\n\nKaksi."),
            ("<p>Alku:</p><ul><li>a</li>\n<li>b</li></ul><p>Loppu</p>", "Alku:\n- a\n- b\n\nLoppu"),
            ("<ul><li><p>a</p></li><li>b<br/>c</li></ul>", "- a\n- b c"),
            ("<ol><li>a<ul><li>b</li></ul></li></ol>", "- a\n- b"),
            ("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"), ("5 < 6 ja 7 > 3", "5 < 6 ja 7 > 3"),
            ("&auml;&ouml;&Aring;&nbsp;&#228;&#xE4;", "äöÅ ää"), ("&tuntematon; &amp &;", "&tuntematon; &amp &;"),
            ("  paljon \n\t välejä  ", "paljon välejä"), ("<strong>x</strong><em>y</em>", "xy"),
            ("<a href=\"https://example.org/a?b=1&amp;c=2\">ohje</a>.", "ohje (https://example.org/a?b=1&c=2)."),
            ("<a href='https://example.org'>https://example.org</a>", "https://example.org"),
            ("<a href=\"javascript:alert(1)\">x</a>", "x"), ("kova&shy;viiva", "kovaviiva"), ("<p", "<p"), ("a<", "a<"),
            ("<p title=\"a>b\">x</p>", "x"),
        ])
    func plain(html: String, text: String) {
        #expect(NationalText(html: html).paragraphs == text)
    }

    @Test(
        "what can't be carried over is named",
        arguments: [
            ("<script>alert(1)</script>x", "x", "<script>"), ("<img src=\"a.png\">x", "x", "<img>"),
            ("a\u{1B}[31mb", "a[31mb", "invisible characters"), ("a\u{202E}b", "ab", "invisible characters"),
            ("<table><tr><td>a</td><td>b</td></tr></table>", "a b", "the layout of a table"),
            ("a<!-- hidden -->b", "ab", "comments"), ("<script>endless", "", "<script>"),
        ])
    func notes(html: String, text: String, note: String) {
        let read = NationalText(html: html)
        #expect(read.paragraphs == text)
        #expect(read.notes == [note])
    }

    @Test("a text in one line keeps its lists apart")
    func line() {
        #expect(NationalText(html: "<p>Tekee:</p><ul><li>a</li><li>b</li></ul>").line == "Tekee: a; b")
        #expect(NationalText(html: "<p>a</p><p>b</p>").line == "a b")
        #expect(NationalText(html: "<ul><li>a</li><li>b</li></ul>").items == ["a", "b"])
        #expect(NationalText(html: "<p>x</p><ul><li>a</li></ul>").items == nil)
    }

    @Test("no text makes it hang or crash")
    func hostile() {
        for piece in ["<", "<p", "<a href=\"", "&", "&#", "&#x", "<!--", "</", "<li>", "\u{301}", "<script>", "\"'"] {
            let text = NationalText(html: String(repeating: piece, count: 3000))
            #expect(text.paragraphs.utf8.count <= 30_000)
        }
        #expect(
            NationalText(html: "&#0;&#xD800;&#x110000;&#99999999999;").paragraphs
                == "&#0;&#xD800;&#x110000;&#99999999999;")
    }
}
