import BadgeDefinitions
import Testing

@testable import BadgeIssuer

@Suite("Markup")
struct HTMLTests {
    @Test(
        "a text stays a text, in an element and in an attribute",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            (#"" onclick="x"#, "&quot; onclick=&quot;x"), ("' onclick='x", "&#39; onclick=&#39;x"),
            ("a & b", "a &amp; b"),
            ("&lt;b&gt;", "&amp;lt;b&amp;gt;"), ("Työ på jobbet", "Työ på jobbet"), ("", ""),
            ("yksi\nkaksi\tkolme", "yksi\nkaksi\tkolme"),
        ])
    func escaped(text: String, expected: String) {
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(html.text == "<p title=\"\(expected)\">\(expected)</p>")
    }

    @Test(
        "a mark that a combining character was put on is escaped all the same",
        arguments: ["\u{301}", "\u{200D}", "\u{20DD}", "\u{FE0F}", "\u{1F3FD}"])
    func combining(mark: String) throws {
        for character in ["<", ">", "\"", "'", "&"] {
            let text = "x\(character)\(mark) onerror=alert(1) "
            let html: HTML = "\(text)"
            #expect(!html.text.unicodeScalars.contains(where: { "<>\"'".unicodeScalars.contains($0) }))
            let page = try PageReader("<!DOCTYPE html>\n<p title=\"\(html.text)\"></p>")
            #expect(page.elements.map(\.attributes) == [["title": text]])
        }
    }

    @Test(
        "what shows nothing or turns the direction of reading is written out",
        arguments: [
            ("a\u{202E}b", #"a\u{202E}b"#), ("\u{2066}x\u{2069}", #"\u{2066}x\u{2069}"#), ("\u{0}", #"\u{0}"#),
            ("a\u{FEFF}", #"a\u{FEFF}"#), ("\u{1B}[31m", #"\u{1B}[31m"#), ("\u{2028}", #"\u{2028}"#),
            ("työ\u{AD}elämä", "työ\u{AD}elämä"), ("👩\u{200D}🏫", "👩\u{200D}🏫"),
        ])
    func hidden(text: String, expected: String) {
        #expect(HTML(escaping: text).text == expected)
    }

    @Test("markup goes into markup as it is, and what isn't there leaves nothing")
    func markup() {
        let inner: HTML = "<b>\("1 < 2")</b>"
        let none: HTML? = nil
        let outer: HTML = "<p>\(inner)\(none)\([inner, inner]) \(3)</p>"
        #expect(outer.text == "<p><b>1 &lt; 2</b><b>1 &lt; 2</b>\n<b>1 &lt; 2</b> 3</p>")
        #expect(HTML([inner, nil, "x"]).text == "<b>1 &lt; 2</b>\nx")
    }

    @Test(
        "a page leads to https addresses and nowhere else",
        arguments: [
            ("https://data.europa.eu/esco/skill/1", true), ("https://[::1]/", true), ("http://data.europa.eu/", false),
            ("javascript:alert(1)", false), ("HTTPS://x.example", false), ("https://", false), ("//x.example", false),
            ("data:text/html,x", false), ("https://koulu.example@evil.example/", false),
            ("https://x.example/ \"", false),
            ("https://x.example/a@b", true), ("", false),
        ])
    func links(address: String, isLink: Bool) {
        #expect((WebLink(address) != nil) == isLink)
    }

    @Test(
        "a page names another from where it stands",
        arguments: [
            ("", "passport.css", "passport.css"), ("badges/tiimityo/v1", "passport.css", "../../../passport.css"),
            ("badges/tiimityo/v1/sv", "badges/tiimityo/v1/tiimityo.svg", "../tiimityo.svg"),
            ("badges/tiimityo/v1", "badges/tiimityo/v1/index.html", "index.html"),
            ("fi", "fi/index.html", "index.html"), ("a/b", "a/c/index.html", "../c/index.html"),
        ])
    func paths(folder: String, path: String, link: String) {
        #expect(SitePath.link(from: folder, to: path) == link)
    }
}
