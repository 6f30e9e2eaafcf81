import BadgeDefinitions
import Cryptography
import Encodings
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Paper slips")
struct PassportSlipsTests {
    private let definition: BadgeDefinition
    private let issuer: IssuerIdentity
    private var generator = SeededGenerator(seed: 11)

    init() throws {
        let samples = try ScratchFolder()
        let fixture = try WorkspaceFixture(samples: WorkspaceFixture.smallSamples(in: samples))
        let register = try fixture.register()
        definition = try #require(try register.read { try $0.snapshot(slug: "tiimityo", version: 1) }).definition()
        issuer = fixture.workspace.identity
    }

    private mutating func row(
        _ name: String?, outcome: AwardReport.Outcome = .awarded, isNew: Bool = true, number: PassportNumber? = nil
    ) -> AwardReport.Row {
        var row = AwardReport.Row(outcome: outcome, findings: [])
        row.name = name
        row.isNewPerson = isNew
        row.passportNumber = number ?? PassportNumber(using: &generator)
        return row
    }

    private func slips(_ rows: [AwardReport.Row], language: String = "fi") -> PassportSlips {
        PassportSlips(
            AwardReport(slug: "tiimityo", version: 1, isDryRun: false, rows: rows), definition: definition,
            issuer: issuer, language: language)
    }

    private func page(_ slips: PassportSlips) throws -> PageReader {
        try PageReader(String(decoding: try #require(slips.document), as: UTF8.self))
    }

    @Test("everybody who is new has one, once, with number and badge; nobody else is in the file")
    mutating func content() throws {
        let rows = [
            row("Anna Aalto"), row("Bo Berg", isNew: false), row("Cia Ceder", outcome: .alreadyHad),
            row(nil, outcome: .refused), row("Dan Dahl"),
        ]
        let numbers = rows.compactMap(\.passportNumber?.description)
        let slips = slips(rows + [rows[0]])
        #expect(slips.count == 2)
        let page = try page(slips)
        #expect(page.all("section").count == 2)
        for text in [
            "Anna Aalto", "Dan Dahl", numbers[0], numbers[4], "Tiimityö", "Esimerkkikoulu", "/badges/tiimityo/v1",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        for text in ["Bo Berg", "Cia Ceder", numbers[1], numbers[2], numbers[3]] {
            #expect(!page.text.contains(text), "\(text)")
        }
    }

    @Test("nobody new is no file")
    mutating func nobody() {
        #expect(slips([row("Bo Berg", isNew: false)]).document == nil)
    }

    @Test(
        "they speak the learner's language",
        arguments: [
            ("fi", "Passinumerosi", "Tiimityö"), ("sv", "Ditt passnummer", "Teamarbete"),
            ("en", "Your passport number", "Teamwork"),
        ])
    mutating func languages(language: String, label: String, badge: String) throws {
        let page = try page(slips([row("Anna Aalto")], language: language))
        #expect(page.all("html").first?.attributes["lang"] == language)
        #expect(page.text.contains(label) && page.text.contains(badge))
    }

    @Test("a name is a text, and one who has none gets a line to write on")
    mutating func names() throws {
        let hostile = "<script>alert(1)</script>\"\u{301} onclick=x"
        let page = try page(slips([row(hostile), row(nil)]))
        #expect(page.text.contains(hostile))
        #expect(page.all("script").isEmpty)
        #expect(page.elements.contains { $0.attributes["class"] == "blank" })
    }

    @Test("nothing is loaded, and the style in the file is the one that its policy allows")
    mutating func policy() throws {
        let document = try #require(slips([row("Anna Aalto")]).document)
        let text = String(decoding: document, as: UTF8.self)
        let style = try #require(text.firstMatch(of: /<style>([^<]*)<\/style>/)).output.1
        let digest = Base64.encode(SHA256.hash(Array(style.utf8)))
        let page = try PageReader(text)
        #expect(
            page.all("meta").dropFirst().first?.attributes["content"]
                == "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'")
        #expect(page.links.isEmpty)
        #expect(!style.contains("url("))
    }
}
