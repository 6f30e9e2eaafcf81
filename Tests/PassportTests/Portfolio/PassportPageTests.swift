import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("The printable page")
struct PassportPageTests {
    private typealias Fixture = PortfolioFixture

    private func page(
        _ selection: PassportSelection, in language: ReportLanguage = .en
    ) throws -> (page: [UInt8], passport: [UInt8]) {
        let passport = try Fixture.passport(selection)
        let badges = try ChosenBadge.check(selection.items, by: Fixture.verifier())
        let page = PassportPage(
            passport, of: selection, badges: badges, holder: Fixture.holder, made: Fixture.now, in: language)
        return (page.document, passport)
    }

    private func payload(_ text: String) throws(PassportPage.Flaw) -> String? {
        try PassportPage.payload(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What a reader sees: text without tags, one line for each line that has some.
    private func shownText(_ page: [UInt8]) throws -> [String] {
        let text = String(decoding: page, as: UTF8.self)
        let main = try #require(text.split(separator: "<body>").last?.split(separator: "<script").first)
        var lines: [String] = []
        for line in main.split(separator: "\n") {
            var rest = line[...]
            var shown = ""
            while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
                shown += rest[..<open] + (rest[open...].hasPrefix("</dt") ? ": " : "")
                rest = rest[rest.index(after: close)...]
            }
            shown += rest
            if !shown.isEmpty { lines.append(shown) }
        }
        return lines
    }

    private func award() throws -> PortfolioItem {
        try Fixture.badge(
            1,
            [
                ("awardedDate", "2026-09-28T12:00:00Z"), ("validUntil", "2029-09-28T20:59:59Z"),
                ("credentialSubject.achievement.inLanguage", "fi"),
                (
                    "credentialSubject.achievement.resultDescription",
                    [
                        [
                            "id": "https://school.example/badges/b1-end/v1#hours", "type": ["ResultDescription"],
                            "name": "Hours", "resultType": "ext:WorkloadHours", "requiredValue": "27",
                        ],
                        [
                            "id": "https://school.example/badges/b1-end/v1#level", "type": ["ResultDescription"],
                            "name": "Level", "resultType": "RubricCriterionLevel",
                            "rubricCriterionLevel": [
                                [
                                    "id": "https://school.example/badges/b1-end/v1#L2",
                                    "type": ["RubricCriterionLevel"], "level": "2", "name": "hyvä",
                                ]
                            ],
                        ],
                    ]
                ),
                (
                    "credentialSubject.result",
                    [
                        [
                            "type": ["Result"], "resultDescription": "https://school.example/badges/b1-end/v1#hours",
                            "value": "27.5",
                        ],
                        [
                            "type": ["Result"], "resultDescription": "https://school.example/badges/b1-end/v1#level",
                            "achievedLevel": "https://school.example/badges/b1-end/v1#L2",
                        ],
                    ]
                ),
            ])
    }

    @Test("says in each language what the file says, and how to check it", arguments: ReportLanguage.allCases)
    func text(language: ReportLanguage) throws {
        let selection = PassportSelection(
            items: [try award()], shownName: "Anna Esimerkki", receiver: "kahvila.example", challenge: "c 1",
            until: Fixture.now.adding(seconds: 10 * 86_400))
        let shown = try shownText(try page(selection, in: language).page)
        let expected: [ReportLanguage: [String]] = [
            .en: [
                "Work-life passport", "Anna Esimerkki", "The name as its owner states it.",
                "Made on 2026-11-21. Signed until 2026-12-01. Made for kahvila.example.",
                "The owner&#39;s key: \(Fixture.holder)", "Badge-1-end", "Level: 2 (hyvä)", "Extent: 27.5 h",
                "Issued by: The School (did:web:school.example)", "Awarded: 2026-09-28", "Valid until: 2029-09-28",
                "Has worked in one.", "How to check this",
                "The page alone proves nothing: the signed badges are in its file, and a print or a picture holds none.",
                "Ask for this page as a file, and save it as it came.",
                "Check it, without a network: passportctl verify passport.html --domain kahvila.example --challenge &#39;c 1&#39;",
                "For each badge the answer is genuine, undecided or not valid, with the reason.",
            ],
            .fi: [
                "Työelämäpassi", "Anna Esimerkki", "Nimi omistajan itsensä ilmoittamana.",
                "Tehty 21.11.2026. Allekirjoitus on voimassa 1.12.2026 asti. Vastaanottaja: kahvila.example.",
                "Omistajan avain: \(Fixture.holder)", "Badge-1-end", "Taso: 2 (hyvä)", "Laajuus: 27,5 h",
                "Myöntäjä: The School (did:web:school.example)", "Myönnetty: 28.9.2026", "Voimassa: 28.9.2029",
                "Has worked in one.", "Näin tarkistat",
                "Sivu yksin ei todista mitään: allekirjoitetut merkit ovat sivun tiedostossa, eikä tulosteessa tai kuvassa ole niitä.",
                "Pyydä tämä sivu tiedostona ja tallenna se sellaisenaan.",
                "Tarkista se ilman verkkoa: passportctl verify passi.html --domain kahvila.example --challenge &#39;c 1&#39;",
                "Vastaus kustakin merkistä on aito, ratkaisematta tai ei kelpaa, perusteluineen.",
            ],
            .sv: [
                "Arbetslivspass", "Anna Esimerkki", "Namnet som ägaren själv uppger det.",
                "Gjort 21.11.2026. Signaturen gäller till 1.12.2026. Mottagare: kahvila.example.",
                "Ägarens nyckel: \(Fixture.holder)", "Badge-1-end", "Nivå: 2 (hyvä)", "Omfattning: 27,5 h",
                "Utfärdare: The School (did:web:school.example)", "Utfärdat: 28.9.2026", "Giltigt till: 28.9.2029",
                "Has worked in one.", "Så här kontrollerar du",
                "Sidan ensam bevisar ingenting: de signerade märkena finns i sidans fil, och en utskrift eller bild innehåller inga.",
                "Be om sidan som fil och spara den som den kom.",
                "Kontrollera den utan nät: passportctl verify pass.html --domain kahvila.example --challenge &#39;c 1&#39;",
                "Svaret för varje märke är äkta, oavgjort eller inte giltigt, med orsaken.",
            ],
        ]
        #expect(shown == expected[language])
    }

    @Test("holds the passport file, which comes out again")
    func payload() throws {
        let (page, passport) = try page(PassportSelection(items: [try award()], shownName: "A < B & \"C\""))
        let inside = try #require(try PassportPage.payload(of: page))
        #expect(try Fixture.parsed(inside) == (try Fixture.parsed(passport)))
        #expect(!inside.contains(UInt8(ascii: "<")))
        guard case .credential(let opened) = OpenedFile.open(page) else {
            Issue.record("the page isn't opened")
            return
        }
        #expect(opened == inside)
    }

    @Test("loads nothing and runs nothing, and its style is the one that its policy names")
    func policy() throws {
        let text = String(decoding: try page(PassportSelection(items: [try award()])).page, as: UTF8.self)
        let style = try #require(text.split(separator: "<style>").last?.split(separator: "</style>").first)
        let digest = Base64.encode(SHA256.hash(Array(style.utf8)))
        #expect(
            text.contains(
                "content=\"default-src 'none'; img-src data:; style-src 'sha256-\(digest)'; base-uri 'none'; "
                    + "form-action 'none'\""))
        #expect(text.ranges(of: "<script").count == 1)
        for word in ["http-equiv=\"refresh", "<link", "<iframe", "javascript:", " on", "url("] {
            #expect(!text.replacing("Made on", with: "").contains(word == " on" ? " onload" : word))
        }
    }

    @Test("shows only pictures that are in the badge, as PNG or SVG")
    func pictures() throws {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
        let own = "data:image/svg+xml;base64,\(Base64.encode(Array(svg.utf8)))"
        func shown(_ address: String) throws -> Bool {
            let item = try Fixture.badge(1, [("image", ["id": .string(address), "type": "Image"])])
            let selection = PassportSelection(items: [item])
            let badges = [
                ChosenBadge(
                    item: item,
                    report: .refused(CheckResult(.form, .passed, .formOK), source: "-", at: Fixture.now))
            ]
            let page = PassportPage(
                [0x7B, 0x7D], of: selection, badges: badges, holder: Fixture.holder, made: Fixture.now, in: .en)
            return page.document.contains("<img ")
        }
        #expect(try shown(own))
        #expect(try !shown("https://evil.example/track.png"))
        #expect(try !shown("data:image/svg+xml;base64,\(Base64.encode(Array("<html/>".utf8)))"))
        #expect(try !shown("data:text/html;base64,\(Base64.encode(Array(svg.utf8)))"))
    }

    @Test(
        "is not turned into another page by what a badge or a learner says",
        arguments: [
            "</script><script>alert(1)</script>", "<!--", "</style><b>", "\"><img src=x onerror=alert(1)>",
            "a\u{202E}b", "<script type=\"application/json\">{}</script>", "]]>", "'\"`&lt;", "\u{2028}x",
        ])
    func hostile(text: String) throws {
        let item = try Fixture.badge(
            1,
            [
                ("name", .string(text)), ("issuer.name", .string(text)),
                ("credentialSubject.achievement.name", .string(text)),
                ("credentialSubject.achievement.criteria.narrative", .string(text)),
                ("credentialSubject.achievement.inLanguage", .string(text)),
            ])
        let isName = (try? PassportComposer.check(name: text)) != nil
        let selection = PassportSelection(
            items: [item], shownName: isName ? text : nil, receiver: text, challenge: text)
        let passport = try Fixture.passport(selection)
        let badges = [
            ChosenBadge(
                item: item, report: .refused(CheckResult(.form, .passed, .formOK), source: "-", at: Fixture.now))
        ]
        let page = PassportPage(
            passport, of: selection, badges: badges, holder: Fixture.holder, made: Fixture.now, in: .fi
        ).document
        let shown = String(decoding: page, as: UTF8.self)
        #expect(shown.ranges(of: "<script").count == 1)
        #expect(shown.ranges(of: "</script").count == 1)
        #expect(shown.ranges(of: "</style").count == 1)
        #expect(!shown.contains("<!--"))
        #expect(!shown.contains("<img"))
        #expect(!shown.contains("<b>"))
        let visible = try #require(shown.split(separator: "<script").first)
        #expect(!visible.contains("\u{202E}"))
        #expect(try Fixture.parsed(try #require(try PassportPage.payload(of: page))) == (try Fixture.parsed(passport)))
    }

    // MARK: Reading

    @Test(
        "gives what stands in its one script of JSON",
        arguments: [
            "<!DOCTYPE html><script type=\"application/json\">{}</script>",
            "\u{FEFF}\n <html><SCRIPT TYPE='Application/JSON'> {}\n</SCRIPT>",
            "<!doctype html><script>var a = 1</script><script type=application/json>{}</script>",
            "<html><script type=\"application/ld+json\">[]</script><script type=\"application/json; charset=utf-8\">{}</script>",
            "<html><scripture type=\"application/json\">x</scripture><script data-x=\"a>b\" type=\"application/json\" id=y>{}</script >",
        ])
    func read(text: String) throws {
        #expect(try payload(text) == "{}")
    }

    @Test(
        "is no passport without one",
        arguments: [
            "", "{}", "<html></html>", "<!doctype html><script>{}</script>", "<html><script src=\"x.json\"></script>",
            "<svg><script type=\"application/json\">{}</script></svg>",
            "<svg><!-- <html> --><script type=\"application/json\">{}</script></svg>", "plain <html>", "<html><script",
            "<html><script\u{B}type=\"application/json\">{}</script>",
        ])
    func none(text: String) throws {
        #expect(try payload(text) == nil)
    }

    @Test("is refused with two, even where browsers see one")
    func several() {
        let one = "<script type=\"application/json\">{}</script>"
        for text in [one + one, "<!-- \(one) -->\(one)", "<textarea>\(one)</textarea>\(one)"] {
            #expect(throws: PassportPage.Flaw.several) { try payload("<html>\(text)") }
        }
    }

    @Test(
        "is refused when what is in it can't be told",
        arguments: [
            "<script type=\"application/json\">{}", "<script type=\"application/json\">  </script>",
            "<script type=\"application/json\"><!-- {} </script>",
            "<script type=\"application/json\">{\"a\":\"<script>\"}</script>", "<script type=\"application/json",
            "<script type=\"application/json\" type=\"text/plain\">{}</script>",
            "<script type=\"text/plain\" type=\"application/json\">{}</script>", "<script type=", "<script a='",
        ])
    func broken(text: String) {
        #expect(
            performing: { try payload("<html>\(text)") },
            throws: { error in
                guard case PassportPage.Flaw.broken = error else { return false }
                return true
            })
        guard case .refused(let result) = OpenedFile.open(Array("<html>\(text)".utf8)) else {
            Issue.record("opened: \(text)")
            return
        }
        #expect(result.code == .formBaking)
        #expect(result.outcome == .failed)
    }

    @Test("gives the same file whatever text stands around it")
    func around() {
        forAll("a page's file comes out of any surroundings") { generator in
            let texts = (0..<3).map { _ in generator.text(upTo: 60).replacing("<", with: "&lt;") }
            let page = "<html>\(texts[0])<script id=\"a\" type=\"application/json\">{\"a\":1}</script>\(texts[1])</p>"
            return try payload(page + texts[2]) == "{\"a\":1}"
        }
        forAll("no bytes are too strange to be answered") { generator in
            var bytes = Array("<html><script type='application/json'>{}</script></html>".utf8)
            for _ in 0..<3 {
                bytes[Int.random(in: 6..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            do { _ = try PassportPage.payload(of: bytes) } catch is PassportPage.Flaw {}
            return true
        }
    }

    @Test("is read in a time that grows with its length")
    func time() throws {
        for piece in ["<script", "<script ", "<script>", "<!--", "<script type='", "</script"] {
            let text = "<html>" + String(repeating: piece, count: 200_000)
            let clock = ContinuousClock()
            let time = clock.measure { _ = try? payload(text) }
            #expect(time < .seconds(10), "\(piece)")
        }
        #expect(throws: PassportPage.Flaw.tooLarge) {
            try PassportPage.payload(
                of: Array("<html>".utf8) + [UInt8](repeating: 0x20, count: PassportPage.maxBytes))
        }
    }
}
