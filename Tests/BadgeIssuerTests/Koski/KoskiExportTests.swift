import BadgeDefinitions
import Cryptography
import Encodings
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Rows for Koski") struct KoskiExportTests {
    private let fixture: ApplicationFixture

    init() throws {
        fixture = try ApplicationFixture(
            changes: [("otherIdentifiers", [["identifier": "osaamismerkit_1000", "identifierType": "ext:KoodiUri"]])],
            oid: "1.2.246.562.10.12345678901")
    }

    private let keeper = ConsentKeeper(.koski)

    private func person(_ email: String) throws -> Person {
        try #require(try fixture.register.read { try $0.person(.email(email)) })
    }

    private func day(_ text: String) throws -> CalendarDay { try CalendarDay(any: text) }

    /// Awards the national badge, and notes a consent when there is a day for it.
    private func award(_ email: String, consent: String? = "1.6.2026", name: String? = nil) throws -> String {
        var request = try AwardRequest.to(email)
        request.recipient.name = name
        let id = try #require(try fixture.award.award([request]).rows.first?.credentialID)
        if let consent {
            _ = try keeper.give(
                try person(email), on: try day(consent), in: fixture.register, at: ApplicationFixture.now)
        }
        return id
    }

    private func export(_ from: String? = nil, _ to: String? = nil) throws -> KoskiExport {
        try KoskiExport(
            fixture.workspace.settings, fixture.register, from: try from.map(day), to: try to.map(day),
            at: ApplicationFixture.now)
    }

    @Test("a national badge of a learner who consented has a row in Koski's words")
    func row() throws {
        let id = try award("anna@example.org", name: "Anna Aalto")
        let export = try export()
        #expect(export.count == 1)
        let file = try JSONParser.parse(export.json)
        #expect(file["format"] == "passport.koski-export/1")
        let row = try #require(file["rows"]?.arrayValue?.first)
        #expect(row["merkki"]?.stringValue == id)
        #expect(row["passinumero"]?.stringValue == (try person("anna@example.org").passportNumber.description))
        let study = try #require(row["opiskeluoikeus"])
        #expect(
            study["tila"]?["opiskeluoikeusjaksot"] == [
                [
                    "alku": "2026-05-29",
                    "tila": ["koodiarvo": "hyvaksytystisuoritettu", "koodistoUri": "koskiopiskeluoikeudentila"],
                ]
            ])
        let attainment = try #require(study["suoritukset"]?.arrayValue?.first)
        #expect(attainment["tyyppi"] == ["koodiarvo": "vstosaamismerkki", "koodistoUri": "suorituksentyyppi"])
        #expect(
            attainment["koulutusmoduuli"] == [
                "tunniste": ["koodiarvo": "1000", "koodistoUri": "osaamismerkit"]
            ])
        #expect(
            attainment["arviointi"] == [
                [
                    "arvosana": ["koodiarvo": "Hyväksytty", "koodistoUri": "arviointiasteikkovst"],
                    "päivä": "2026-05-29",
                ]
            ])
        #expect(attainment["vahvistus"]?["päivä"] == "2026-05-29")
        #expect(attainment["toimipiste"] == ["oid": "1.2.246.562.10.12345678901"])
    }

    @Test("without a consent that holds there is no row, and it is counted")
    func consents() throws {
        _ = try award("anna@example.org")
        _ = try award("bo@example.org", consent: nil)
        _ = try award("cecilia@example.org")
        try keeper.withdraw(
            try person("cecilia@example.org"), on: try day("1.9.2026"), in: fixture.register, at: ApplicationFixture.now
        )
        let export = try export()
        #expect(export.count == 1)
        #expect(export.leftOut == KoskiExport.LeftOut(withoutConsent: 1, withdrawn: 1))
        let text = String(decoding: export.csv + export.json, as: UTF8.self)
        #expect(!text.contains(try person("bo@example.org").passportNumber.description))
        #expect(!text.contains("@"), "no address goes along")
        _ = try keeper.give(
            try person("cecilia@example.org"), on: try day("1.10.2026"), in: fixture.register,
            at: ApplicationFixture.now)
        #expect(try self.export().count == 2, "a new consent is one")
    }

    @Test("a revoked badge appears as void, from the day of its revocation")
    func void() throws {
        let id = try award("anna@example.org")
        try fixture.register.write {
            try $0.changeState(of: id, to: .revoked, reason: "error", at: ApplicationFixture.now)
        }
        let export = try export()
        #expect(export.count == 1 && export.voidCount == 1)
        let line = try #require(String(decoding: export.csv, as: UTF8.self).split(separator: "\r\n").last)
        #expect(line.contains(";mitatoity;2026-11-21;"))
        #expect(try self.export("1.11.2026", "30.11.2026").count == 1)
        #expect(try self.export("1.5.2026", "31.5.2026").count == 0)
    }

    @Test("days narrow it, both included")
    func days() throws {
        _ = try award("anna@example.org")
        #expect(try export("29.5.2026", "29.5.2026").count == 1)
        #expect(try export("30.5.2026").count == 0)
        #expect(try export(nil, "28.5.2026").count == 0)
    }

    @Test("a badge that isn't national is none of Koski's business")
    func others() throws {
        _ = try fixture.award.award([try .to("anna@example.org")], definition: try AwardFixture.definition())
        #expect(try export().count == 0)
        #expect(try export().leftOut == KoskiExport.LeftOut())
    }

    @Test("a name that a spreadsheet would take for a formula is made harmless")
    func formula() throws {
        for (number, name) in ["=1+1", "+358", "-x", "@SUM(A1)", "a;b\"c"].enumerated() {
            _ = try award("a\(number)@example.org", name: name)
        }
        let cells = String(decoding: try export().csv, as: UTF8.self).split(separator: "\r\n").dropFirst()
            .compactMap { $0.split(separator: ";", maxSplits: 1).last.map(String.init) }
        #expect(cells.map { $0.prefix(3) } == ["'=1", "'+3", "'-x", "'@S", "\"a;"])
    }

    @Test("without the organisation's OID there are no rows")
    func noOID() throws {
        let other = try ApplicationFixture()
        #expect(throws: KoskiError(.noOID, "")) {
            try KoskiExport(other.workspace.settings, other.register, at: ApplicationFixture.now)
        }
    }

    @Test("a consent is noted once, withdrawn once, and never before it was given or in the future")
    func consentRules() throws {
        _ = try award("anna@example.org", consent: nil)
        let anna = try person("anna@example.org")
        let (register, now) = (fixture.register, ApplicationFixture.now)
        #expect(throws: KoskiError(.noConsent, "")) {
            try keeper.withdraw(anna, on: try day("1.6.2026"), in: register, at: now)
        }
        #expect(throws: KoskiError(.consentDay, "")) {
            _ = try keeper.give(anna, on: try day("1.1.2027"), in: register, at: now)
        }
        #expect(try keeper.give(anna, on: try day("1.6.2026"), in: register, at: now))
        #expect(try !keeper.give(anna, on: try day("2.6.2026"), in: register, at: now))
        #expect(throws: KoskiError(.consentDay, "")) {
            try keeper.withdraw(anna, on: try day("31.5.2026"), in: register, at: now)
        }
        try keeper.withdraw(anna, on: try day("1.6.2026"), by: "staff-7", in: register, at: now)
        let consents = try register.read { try $0.consents(of: anna.id) }
        #expect(consents.map(\.given.description) == ["2026-06-01"])
        #expect(consents.map { $0.withdrawn?.description } == ["2026-06-01"])
        let path = fixture.award.scratch.path(of: "register.sqlite")
        let entries = try #require(
            try RawDatabase.text("SELECT group_concat(CAST(json AS TEXT)) FROM audit_entries", at: path))
        #expect(entries.contains("consent.given") && entries.contains("consent.withdrawn"))
        #expect(!entries.contains("staff-7") && !entries.contains(anna.id))
    }

    @Test("consents go with the person, and the award is counted as nobody's")
    func erased() throws {
        _ = try award("anna@example.org")
        let path = fixture.award.scratch.path(of: "register.sqlite")
        try fixture.register.close()
        try RawDatabase.executeErasing("DELETE FROM persons", at: path)
        #expect(try RawDatabase.text("SELECT count(*) FROM consents", at: path) == "0")
        let register = try Register.open(at: path, readOnly: true)
        let export = try KoskiExport(fixture.workspace.settings, register, at: ApplicationFixture.now)
        #expect(export.count == 0 && export.leftOut.erased == 1)
    }
}
