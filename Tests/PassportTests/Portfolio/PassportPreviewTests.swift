import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("What a learner is told before a passport is made")
struct PassportPreviewTests {
    private typealias Fixture = PortfolioFixture

    private func preview(
        _ selection: PassportSelection, form: PassportPreview.Form = .passport, in language: ReportLanguage = .en
    ) throws -> PassportPreview {
        let badges = try ChosenBadge.check(selection.items, by: Fixture.verifier())
        return PassportPreview(
            selection, badges: badges, holder: Fixture.holder, form: form, at: Fixture.now, in: language)
    }

    @Test("is all that a reader will see")
    func all() throws {
        let hashed = IdentityObject.hashed("anna@example.org", as: .emailAddress, salt: "00ff")
        let item = try Fixture.badge(
            1,
            [
                ("credentialSubject.identifier", [.object(hashed.json)]),
                ("credentialSubject.narrative", "Led a team\nof four."), ("credentialSubject.role", "Lead"),
                ("credentialSubject.licenseNumber", "L-1"), ("validUntil", "2029-09-28T20:59:59Z"),
                (
                    "evidence",
                    [
                        ["type": ["Evidence"], "name": "Report", "genre": "document"],
                        [
                            "type": ["Evidence"], "id": "urn:uuid:1c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12",
                            "genre": "award",
                        ],
                    ]
                ),
            ])
        let lines = try preview(
            PassportSelection(
                items: [item], shownName: "Anna Esimerkki", receiver: "kahvila.example",
                until: Fixture.now.adding(seconds: 10 * 86_400))
        ).lines
        #expect(
            lines == [
                "A reader of this file will see:", "  Your key, the same in each of your files: \(Fixture.holder)",
                "  Your name, as you state it: Anna Esimerkki",
                "  It is made for kahvila.example; another reader is told so.",
                "  Signed 2026-11-21. The signature ends 2026-12-01.", "  - Badge-1-end",
                "    Issued by: The School (did:web:school.example)", "    Awarded: 2026-09-29 – 2029-09-28",
                "    Names you by: urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12, email address (hashed, its salt beside it)",
                "    Role: Lead", "    What was done: Led a team\\u{A}of four.", "    Evidence: Report (document)",
                "    Evidence: (award) urn:uuid:1c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12", "    Also says: licenseNumber",
                "Mind:",
                "  A hashed address or number stands beside its salt: whoever has a list of likely ones, such as a class "
                    + "list, finds yours in seconds.",
                "  \"Badge-1-end\" names the awards that it counted: a reader sees that you have them.",
                "  \"Badge-1-end\" isn't made out to your key: a reader can't tell from the signature that it is yours.",
            ])
    }

    @Test("says what isn't there: no name, no receiver, no end, no status list")
    func nothing() throws {
        let item = try Fixture.badge(
            1,
            [
                ("credentialStatus", TestBadge.statusEntry()), ("credentialSubject.id", .string(Fixture.holder)),
                ("credentialSubject.identifier", nil),
            ])
        let lines = try preview(PassportSelection(items: [item])).lines
        for line in [
            "  Your name isn't in the file.",
            "  It names no receiver: whoever gets it can pass it on. --for names one.",
            "  Signed 2026-11-21. The signature has no end; --until sets one.", "    Names you by: \(Fixture.holder)",
            "  No status list goes along: a reader who wants to know of withdrawals has to get it from the issuer.",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(!lines.contains { $0.contains("isn't made out to your key") })
    }

    @Test("tells how old the lists are that go along, and whose keys")
    func staples() throws {
        let credential = StatusListCredential.compose(
            id: TestBadge.listURL, issuer: TestBadge.issuer, purpose: "revocation", bits: Bitstring(),
            validFrom: Fixture.now.adding(seconds: -3 * 86_400), validUntil: nil)
        let item = try Fixture.badge(1, [("credentialStatus", TestBadge.statusEntry())])
        let lines = try preview(
            PassportSelection(
                items: [item],
                staples: Staples(
                    statusLists: [.init(credential: credential, source: "x")],
                    documents: [.init(did: TestBadge.issuer, bytes: [])]))
        ).lines
        #expect(
            lines.contains(
                "  Withdrawals go along as known on 2026-11-18, 3 days ago: https://school.example/status/1.json"))
        #expect(lines.contains("  The keys of did:web:school.example go along."))
        #expect(!lines.contains { $0.contains("No status list") })
    }

    @Test("warns of what can't be confirmed, and lets nothing through that isn't valid")
    func verdicts() throws {
        let unlisted = try Fixture.badge(1, [("credentialStatus", TestBadge.statusEntry())])
        let warnings = try preview(PassportSelection(items: [unlisted])).warnings
        #expect(warnings.count == 1)
        #expect(
            warnings[0].hasPrefix("\"Badge-1-end\" can't be confirmed here, and perhaps not by its reader. Undecided:"))
        #expect(try preview(PassportSelection(items: [try Fixture.badge(1)])).warnings.isEmpty)
        let expired = try Fixture.badge(1, [("validUntil", "2026-10-01T00:00:00Z")])
        #expect(throws: PortfolioError(.notValid, "")) { try preview(PassportSelection(items: [expired])) }
        let base = try Fixture.selectiveBadge(1)
        #expect(throws: PortfolioError(.notValid, "")) { try preview(PassportSelection(items: [base])) }
        let list = try #require(try JSONParser.parse(try ReceiverFixture.list(TestBadge.listURL, set: [7])).objectValue)
        let verifier = Fixture.verifier(
            VerificationMaterial(trust: Fixture.trust, statusLists: [.init(credential: list, source: "x")]))
        #expect(throws: PortfolioError(.notValid, "")) { try ChosenBadge.check([unlisted], by: verifier) }
    }

    @Test("is in the learner's language", arguments: [ReportLanguage.fi, .sv])
    func languages(language: ReportLanguage) throws {
        let items = [try Fixture.badge(1)]
        let lines = try preview(PassportSelection(items: items), in: language).lines
        #expect(lines.first == (language == .fi ? "Tiedoston lukija näkee:" : "Den som läser filen ser:"))
        for form in [PassportPreview.Form.pictures, .elm] {
            let lines = try preview(PassportSelection(items: items), form: form, in: language).lines
            #expect(!lines.contains { $0.contains(Fixture.holder) })
        }
    }

    @Test("doesn't let a badge paint the terminal")
    func hostile() throws {
        let item = try Fixture.badge(1, [("name", "x\u{1B}[31m\u{202E}"), ("issuer.name", "a\nb")])
        let lines = try preview(PassportSelection(items: [item])).lines
        for line in lines { #expect(UTF8Text.escapedForTerminal(line) == line) }
    }
}
