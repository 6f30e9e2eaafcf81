import BadgeDefinitions
import Encodings
import Foundation
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("The site's pages")
struct SitePagesTests {
    /// What is in the folder `site`.
    private struct Folder: Sendable {
        let scratch: ScratchFolder

        var files: Set<String> {
            Set(scratch.files().filter { $0.hasPrefix("site/") }.map { String($0.dropFirst(5)) })
        }

        var pages: [String] { files.filter { $0.hasSuffix(".html") }.sorted() }

        func text(_ path: String) throws -> String { try scratch.text("site/\(path)") }
        func page(_ path: String) throws -> PageReader { try PageReader(text(path)) }
    }

    /// A workspace and its site.
    @dynamicMemberLookup
    private struct Site {
        let fixture: WorkspaceFixture
        let register: Register
        var folder: Folder { Folder(scratch: fixture.scratch) }

        init(samples: SampleSet?, url: String? = WorkspaceFixture.url) throws {
            fixture = try WorkspaceFixture(url: url, samples: samples)
            register = try fixture.register()
            try publish()
        }

        @discardableResult
        func publish() throws -> PublishReport {
            try SitePublisher.publish(
                fixture.workspace, register: register, keys: fixture.keys(), to: fixture.scratch.path(of: "site"),
                at: fixture.now)
        }

        subscript<Value>(dynamicMember member: KeyPath<Folder, Value>) -> Value { folder[keyPath: member] }
        func text(_ path: String) throws -> String { try folder.text(path) }
        func page(_ path: String) throws -> PageReader { try folder.page(path) }
    }

    private static let everything = Result { try Site(samples: WorkspaceFixture.samples).folder }

    /// A sample with a few of its texts changed, alone in its folder.
    private func sample(
        _ slug: String = "tiimityo", in folder: ScratchFolder, pathway: String? = nil,
        changing change: (inout JSONObject) throws -> Void
    ) throws -> SampleSet {
        let set = try WorkspaceFixture.smallSamples(in: folder, slugs: [slug])
        var object = try #require(try JSONParser.parse(folder.read("samples/\(slug).json")).objectValue)
        try change(&object)
        try folder.write("samples/\(slug).json", JSONWriter.pretty(.object(object)))
        if let pathway { try folder.write("samples/pathways/polku.json", pathway) }
        return set
    }

    // MARK: All pages of the sample set

    @Test("there is one for every badge and pathway in each language, and a front page")
    func complete() throws {
        let site = try Self.everything.get()
        let languages = ["", "en/", "fi/", "sv/"]
        #expect(site.pages.count == 4 * (26 + 3 + 1))
        for folder in ["", "badges/tiimityo/v1/", "badges/koonti-ensiaskel/v1/", "pathways/tyoelamapassi/v1/"] {
            for language in languages { #expect(site.files.contains("\(folder)\(language)index.html")) }
        }
    }

    @Test("each is well-formed, and allows nothing but its own pictures and stylesheet")
    func strict() throws {
        let site = try Self.everything.get()
        for path in site.pages {
            let page = try site.page(path)
            let head = try #require(page.elements.dropFirst(3).first)
            #expect(head.attributes["http-equiv"] == "Content-Security-Policy", "\(path)")
            let policy = try #require(head.attributes["content"])
            #expect(
                policy
                    == "default-src 'none'; img-src 'self' data:; style-src 'self'; base-uri 'none'; form-action 'none'"
            )
            let ids = page.elements.compactMap { $0.attributes["id"] }
            #expect(ids.count == Set(ids).count, "\(path): \(ids)")
            for element in page.elements {
                #expect(!["script", "style", "iframe", "object", "form", "base"].contains(element.name), "\(path)")
                for name in element.attributes.keys {
                    #expect(name != "style" && !name.hasPrefix("on"), "\(path): \(name)")
                }
            }
        }
    }

    @Test("every link leads to a file of the site, or to an https address elsewhere")
    func links() throws {
        let site = try Self.everything.get()
        var ids: [String: Set<String>] = [:]
        for path in site.pages {
            let page = try site.page(path)
            ids[path] = Set(page.elements.compactMap { $0.attributes["id"] })
            #expect(page.all("a").filter { $0.attributes["href"] == nil }.isEmpty)
        }
        for path in site.pages {
            for link in try site.page(path).links where WebLink(link) == nil {
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let folder = path.split(separator: "/").dropLast().joined(separator: "/")
                let target = parts[0].isEmpty ? path : resolve(String(parts[0]), from: folder)
                #expect(site.files.contains(target), "\(path) leads to \(link)")
                if parts.count == 2 { #expect(ids[target]?.contains(String(parts[1])) == true, "\(path): \(link)") }
            }
        }
    }

    private func resolve(_ link: String, from folder: String) -> String {
        var parts = folder.split(separator: "/")
        for part in link.split(separator: "/") {
            if part == ".." { parts.removeLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    @Test("a reader who doesn't see finds landmarks, one heading of the first rank, a language and texts for pictures")
    func accessible() throws {
        let site = try Self.everything.get()
        for path in site.pages {
            let page = try site.page(path)
            let language = try #require(page.all("html").first?.attributes["lang"])
            #expect(path.hasPrefix("\(language)/") || path.contains("/\(language)/") || language == "fi", "\(path)")
            #expect(page.all("main").count == 1 && page.all("h1").count == 1 && page.all("footer").count == 1)
            #expect(page.all("nav").first?.attributes["aria-label"]?.isEmpty == false)
            #expect(page.all("a").first?.attributes == ["class": "skip", "href": "#content"])
            #expect(page.all("img").allSatisfy { $0.attributes["alt"] != nil })
            #expect(page.all("main").first?.attributes["id"] == "content")
            var rank = 1
            for heading in page.elements where ["h1", "h2", "h3"].contains(heading.name) {
                let next = Int(heading.name.dropFirst()) ?? 0
                #expect(next <= rank + 1, "\(path)")
                rank = next
            }
        }
    }

    @Test("what a badge's page says in its head fits the badge")
    func head() throws {
        let site = try Self.everything.get()
        let page = try site.page("badges/tiimityo/v1/sv/index.html")
        let id = "\(WorkspaceFixture.url)/badges/tiimityo/v1"
        #expect(page.meta("og:title") == "Teamarbete – Exempelskolan")
        #expect(page.meta("og:description") == "Du kan arbeta som medlem i ett team och slutföra ett gemensamt arbete.")
        #expect(page.meta("og:image") == "\(id)/tiimityo.svg")
        #expect(page.meta("og:url") == "\(id)/sv")
        let links = page.all("link").map(\.attributes)
        #expect(links.first { $0["rel"] == "canonical" }?["href"] == "\(id)/sv")
        #expect(links.compactMap { $0["hreflang"] } == ["fi", "sv", "en"])
        #expect(
            links.filter { $0["hreflang"] != nil }.compactMap { $0["href"] } == [
                "../index.html", "index.html", "../en/index.html",
            ])
        #expect(links.first { $0["type"] == "application/ld+json" }?["href"] == "../achievement.json")
        let main = try site.page("badges/tiimityo/v1/fi/index.html")
        #expect(main.all("link").first { $0.attributes["rel"] == "canonical" }?.attributes["href"] == id)
    }

    @Test("a milestone's page leads to its pathway, and the pathway names the badges and the numbers")
    func pathways() throws {
        let site = try Self.everything.get()
        let milestone = try site.page("badges/koonti-tyoelamapassi/v1/en/index.html")
        #expect(milestone.links.contains("../../../../pathways/tyoelamapassi/v1/en/index.html"))
        let pathway = try site.page("pathways/tyoelamapassi/v1/en/index.html")
        for text in [
            "At least 2 of these badges:", "Teamwork", "At least 8 badges in all", "At least 108 hours of work in all",
            "Badges of at least 4 themes", "until 5 years have passed",
        ] {
            #expect(pathway.text.contains(text), "\(text)")
        }
        let member = try site.page("badges/tiimityo/v1/en/index.html")
        #expect(member.links.contains("../../../../pathways/tyoelamapassi/v1/en/index.html"))
    }

    @Test("the front page has every badge once, and every file for those who check")
    func front() throws {
        let site = try Self.everything.get()
        for language in ["", "fi/", "sv/", "en/"] {
            let page = try site.page("\(language)index.html")
            let cards = page.all("li").filter { $0.attributes["class"] == "card" }
            #expect(cards.count == 26)
            for file in ["did.json", "issuer.json", "key-history.jsonl", "checkpoint.json", "status/1.json"] {
                #expect(page.links.contains { $0.hasSuffix(file) }, "\(file)")
            }
        }
    }

    // MARK: One definition

    private static let hostile = [
        "<script>alert(1)</script>", #"x" onerror="alert(1)"#, "x\"\u{301} onerror=alert(1) y", "x' onclick='alert(1)",
        "</h1><!-- ", "]]>&lt;b&gt;", "\u{202E}txet", "{{name}}", "\\(name)", String(repeating: "työ", count: 700),
        "[x](javascript:alert(1)) [y](data:text/html,1)",
    ]

    @Test("whatever a definition says, it stays a text", arguments: hostile)
    func hostileTexts(text: String) throws {
        let folder = try ScratchFolder()
        let texts: JSONValue = ["fi": .string(text), "sv": .string("sv \(text)"), "en": .string("en \(text)")]
        let set = try sample(in: folder) { object in
            for name in ["name", "description"] { object[name] = texts }
            object["outcomes"] = [texts]
            object["criteria"] = [["id": "k1", "text": texts]]
            object["levels"] = [["code": "L2", "ordinal": 2, "name": texts, "description": texts]]
            object["tags"] = [.string(text)]
            object["skills"] = [["scheme": "local", "uri": "javascript:alert(1)", "label": texts]]
            object["otherIdentifiers"] = [["identifier": .string(text), "identifierType": "ext:Koodi"]]
        }
        let site = try Site(samples: set)
        // In a list item it is Markdown, in which `\` takes the meaning off the mark behind it.
        let shown = HTML(escaping: text.replacing("\\(", with: "("))
        for path in site.pages {
            let page = try site.page(path)
            #expect(page.links.allSatisfy { !$0.contains(":") || WebLink($0) != nil }, "\(path)")
            for element in page.elements {
                #expect(element.name != "script")
                #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(path)")
            }
            #expect(!page.text.unicodeScalars.contains("\u{202E}"))
        }
        let source = try site.text("badges/tiimityo/v1/fi/index.html")
        #expect(source.contains("<h1>\(HTML(escaping: text).text)</h1>"))
        #expect(source.contains("<li>\(shown.text)</li>"))
    }

    @Test("a text that is missing in a language stands in the next one, and says so")
    func fallback() throws {
        let folder = try ScratchFolder()
        let set = try sample(in: folder) { object in
            object["outcomes"] = [["sv": "Lyssnar."], ["fi": "Kuuntelee.", "en": "Listens."]]
        }
        let site = try Site(samples: set)
        let finnish = try site.text("badges/tiimityo/v1/index.html")
        #expect(finnish.contains("<li><span lang=\"sv\">Lyssnar.</span></li>\n<li>Kuuntelee.</li>"))
        let english = try site.text("badges/tiimityo/v1/en/index.html")
        #expect(english.contains("<li><span lang=\"sv\">Lyssnar.</span></li>\n<li>Listens.</li>"))
    }

    @Test("a language that the program doesn't speak has a page with English around its texts")
    func russian() throws {
        let folder = try ScratchFolder()
        let set = try sample(in: folder) { object in
            object["languages"] = ["fi", "ru"]
            object["name"] = ["fi": "Tiimityö", "ru": "Работа в команде"]
        }
        let site = try Site(samples: set)
        let page = try site.page("badges/tiimityo/v1/ru/index.html")
        #expect(page.all("html").first?.attributes["lang"] == "en")
        let source = try site.text("badges/tiimityo/v1/ru/index.html")
        #expect(source.contains("<h1><span lang=\"ru\">Работа в команде</span></h1>"))
        #expect(page.text.contains("How it was assessed"))
        // The front page has it in the main language, as there is no English one.
        #expect(page.links.contains("../../../../index.html"))
        #expect(!site.files.contains("ru/index.html"))
    }

    @Test("Markdown in a definition is shown as such")
    func markdown() throws {
        let folder = try ScratchFolder()
        let set = try sample(in: folder) { object in
            object["description"] = ["fi": "Osaat *toimia*.\n\n- näin\n- ja [näin](https://koulu.example/ohje)"]
        }
        let site = try Site(samples: set)
        let source = try site.text("badges/tiimityo/v1/fi/index.html")
        #expect(
            source.contains(
                """
                <p>Osaat <em>toimia</em>.</p>
                <ul>
                <li>näin</li>
                <li>ja <a href="https://koulu.example/ohje">näin</a></li>
                </ul>
                """))
        #expect(try site.page("badges/tiimityo/v1/fi/index.html").meta("description") == "Osaat toimia. näin ja näin")
    }

    @Test("granted and indicative credits aren't said in the same words")
    func credits() throws {
        let site = try Self.everything.get()
        #expect(try site.page("badges/tiimityo/v1/en/index.html").text.contains("the badge alone does not grant them"))
        let folder = try ScratchFolder()
        let set = try sample(in: folder) { object in
            object["achievementType"] = "MicroCredential"
            object["credits"] = [
                "value": .number(try #require(JSONNumber(text: "2.5"))), "unit": "osp", "basis": "curriculum",
            ]
        }
        let page = try Site(samples: set).page("badges/tiimityo/v1/sv/index.html")
        #expect(page.text.contains("Omfattningen är 2,5 kp. Utfärdaren ger poängen enligt sin egen läroplan."))
        #expect(!page.text.contains("riktgivande"))
    }

    @Test(
        "conditions of every kind are put into words",
        arguments: [
            (
                #"{"anyOf": [{"badges": {"min": 1}}, {"certificate": {"minItems": 3}}]}"#,
                [
                    "Yksi näistä riittää:", "Yhteensä vähintään yksi merkki",
                    "Osaamistodistus, jossa on vähintään 3 kohtaa",
                ]
            ),
            (#"{"badge": "tiimityo", "minLevel": 3}"#, ["Tiimityö, vähintään tasolla 3"]),
            (#"{"group": "vapaa", "min": 2}"#, ["Vähintään 2 vapaavalintaista merkkiä"]),
            (#"{"group": "ydin", "all": true}"#, ["Kaikki nämä merkit:", "Tiimityö"]),
            (#"{"hours": {"min": 27.5}}"#, ["Yhteensä vähintään 27,5 tuntia työtä"]),
        ])
    func rules(completion: String, texts: [String]) throws {
        let folder = try ScratchFolder()
        let pathway = """
            {"format": "passport.pathway/1", "id": "polku", "version": 1, "status": "published",
             "name": {"fi": "<Polku>"}, "milestoneBadge": "koonti-ensiaskel", "autoIssue": false,
             "groups": [{"id": "ydin", "badges": ["tiimityo"]}, {"id": "vapaa", "badges": ["*"]}],
             "completion": \(completion)}
            """
        let set = try WorkspaceFixture.smallSamples(in: folder, slugs: ["tiimityo", "koonti-ensiaskel"])
        try folder.write("samples/pathways/polku.json", pathway)
        let site = try Site(samples: set)
        let page = try site.page("pathways/polku/v1/index.html")
        for text in texts { #expect(page.text.contains(text), "\(text)") }
        #expect(page.text.contains("<Polku>") && page.text.contains("Koontimerkistä päättää arvioija"))
        #expect(try site.page("index.html").links.contains("pathways/polku/v1/index.html"))
        #expect(!site.files.contains("pathways/polku/v1/sv/index.html"))
    }

    // MARK: The life of a badge

    @Test("a retired badge says that it isn't given any more, and leaves the cards")
    func retired() throws {
        let folder = try ScratchFolder()
        let site = try Site(samples: WorkspaceFixture.smallSamples(in: folder))
        try site.register.write { try $0.retire(slug: "tiimityo", version: 1, at: site.fixture.now) }
        try site.publish()
        let page = try site.page("badges/tiimityo/v1/index.html")
        #expect(page.text.contains("Tätä merkkiä ei enää myönnetä. Jo annetut merkit pysyvät voimassa."))
        let day = CalendarDay(of: site.fixture.now).finnish
        #expect(page.text.contains("Myöntämisaika: 1.1.2026–\(day)."))
        let front = try site.page("index.html")
        #expect(front.text.contains("Ei enää myönnetä") && front.text.contains("Merkkejä ei ole vielä julkaistu."))
        #expect(front.links.contains("badges/tiimityo/v1/index.html"))
    }

    @Test("an older version leads to the newer one, which alone is on the front page")
    func versions() throws {
        let folder = try ScratchFolder()
        let site = try Site(samples: WorkspaceFixture.smallSamples(in: folder))
        let workspace = site.fixture.workspace
        var object = try #require(try JSONParser.parse(folder.read("samples/tiimityo.json")).objectValue)
        object["version"] = 2
        try site.fixture.scratch.write("koulu/badge-definitions/tiimityo.json", JSONWriter.pretty(.object(object)))
        let library = try DefinitionLibrary.load(
            folder: workspace.definitionsFolder, defaults: workspace.settings.definitionDefaults)
        let entry = try #require(library.entries.first)
        try site.register.write {
            try $0.publish(entry.definition, image: entry.image, at: site.fixture.now, using: &site.fixture.generator)
        }
        try site.publish()
        let old = try site.page("badges/tiimityo/v1/sv/index.html")
        #expect(old.text.contains("Det finns en nyare version av märket: version 2"))
        #expect(old.links.contains("../../v2/sv/index.html"))
        #expect(try !site.page("badges/tiimityo/v2/index.html").text.contains("uudempi versio"))
        #expect(
            try site.page("index.html").links.filter { $0.hasPrefix("badges/") && $0.hasSuffix("html") } == [
                "badges/tiimityo/v2/index.html"
            ])
    }

    // MARK: The site

    @Test("a site without an address has pages that need none")
    func withoutAddress() throws {
        let folder = try ScratchFolder()
        let site = try Site(samples: WorkspaceFixture.smallSamples(in: folder), url: nil)
        let page = try site.page("badges/tiimityo/v1/index.html")
        #expect(page.meta("og:url") == nil && page.meta("og:image") == nil)
        #expect(!page.all("link").contains { $0.attributes["rel"] == "canonical" })
        let front = try site.page("index.html")
        #expect(!front.links.contains("did.json") && front.links.contains("issuer.json"))
        #expect(front.text.contains("passportctl trust add did:key:z6Mk") && !front.text.contains("--did-document"))
    }

    @Test("a front page of somebody's own is left alone and named; ours is renewed")
    func foreignFrontPage() throws {
        let folder = try ScratchFolder()
        let site = try Site(samples: WorkspaceFixture.smallSamples(in: folder))
        let ours = try site.fixture.scratch.read("site/sv/index.html")
        try site.fixture.scratch.write("site/index.html", "<!DOCTYPE html><title>Koulu</title>")
        try site.fixture.scratch.write("site/sv/index.html", ours + Array("<!-- old -->".utf8))
        let outside = try folder.write("oma.html", ours)
        try FileManager.default.removeItem(atPath: site.fixture.scratch.path(of: "site/en/index.html"))
        try FileManager.default.createSymbolicLink(
            atPath: site.fixture.scratch.path(of: "site/en/index.html"), withDestinationPath: outside)
        let report = try site.publish()
        #expect(report.kept == ["index.html", "en/index.html"])
        #expect(report.written == ["sv/index.html"])
        #expect(try site.fixture.scratch.read("site/sv/index.html") == ours)
        #expect(try folder.read("oma.html") == ours)
    }

    @Test("a pathway with a mistake has no page, and the rest is published all the same")
    func brokenPathway() throws {
        let folder = try ScratchFolder()
        let site = try Site(samples: WorkspaceFixture.smallSamples(in: folder))
        try site.fixture.scratch.write("koulu/badge-definitions/pathways/polku.json", "{")
        #expect(try site.publish().written == [])
        #expect(!site.files.contains { $0.hasPrefix("pathways/") })
    }
}
