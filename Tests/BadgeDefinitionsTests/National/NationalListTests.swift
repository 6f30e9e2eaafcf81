import Encodings
import Foundation
import TestSupport
import Testing

@testable import BadgeDefinitions

@Suite("A saved list of national badges") struct NationalListTests {
    static func example() throws -> [JSONValue] {
        let url = URL(fileURLWithPath: "\(PackageRoot.path)/examples/osaamismerkit.json")
        return try JSONParser.parse([UInt8](Data(contentsOf: url))).arrayValue ?? []
    }

    static func read(_ value: JSONValue) throws -> NationalList {
        try NationalList.read(JSONWriter.pretty(value), file: "list.json")
    }

    /// The first badge of the example with one member set, or with `nil` left out.
    static func changed(_ name: String, _ value: JSONValue?) throws -> JSONValue {
        var badge = try #require(try example().first?.objectValue)
        badge[name] = value
        return .object(badge)
    }

    @Test("published badges are taken with their texts, themes and days, drafts are told")
    func example() throws {
        let list = try Self.read(.array(try Self.example()))
        #expect(list.badges.map(\.code) == ["9001", "9002", "9003", "9004", "9005", "9006"])
        #expect(list.badges.map(\.theme) == [.digital, .interaction, .sustainability, .text, .numeracy, .learning])
        #expect(list.skipped.map(\.codeURI) == ["osaamismerkit_9007"])
        #expect(list.skipped.first?.isError == false)
        #expect(list.warnings.isEmpty)
        let meeting = list.badges[0]
        #expect(meeting.name.entries.map(\.language) == ["fi", "sv"], "_id is no language")
        #expect(meeting.description["fi"] == "Osaat kutsua ryhmän etäkokoukseen & johtaa sen.")
        #expect(
            meeting.outcomes.map { $0["sv"] } == [
                "Skickar en kallelse med länk och ärenden.", "Delar skärmen och fördelar ordet.",
            ])
        #expect(meeting.criteria.map { $0["fi"] }.last == "Auttaa osallistujaa, jonka ääni ei kuulu.")
        #expect(meeting.validFrom?.description == "2026-01-01" && meeting.validUntil == nil)
        let response = list.badges[1]
        #expect(response.description["sv"] == nil, "a missing Swedish text is a hyphen")
        #expect(response.languages == ["fi"])
        #expect(
            response.criteria.first?["fi"] == "Antaa palautetta kahdesta työstä: yhden kirjallisesti; yhden kasvokkain")
        #expect(list.badges[2].validFrom?.description == "2026-02-01")
        #expect(list.badges[4].validUntil?.description == "2030-12-31")
    }

    @Test("a page with the list in it, and one badge alone, are read as well")
    func forms() throws {
        let badges = try Self.example()
        #expect(try Self.read(["data": .array(badges)]).badges.count == 6)
        #expect(try Self.read(["data": .array(badges)]).notes.isEmpty)
        let page = try Self.read(["data": .array(badges), "sivu": 0, "sivuja": 3, "kokonaismäärä": 20])
        #expect(page.notes.count == 1 && page.notes[0].contains("7 of 20"))
        #expect(try Self.read(badges[0]).badges.map(\.code) == ["9001"])
    }

    @Test(
        "an entry that isn't a sound badge is refused with its reason, and the others are taken",
        arguments: [
            ("koodiUri", nil, "definition.field"), ("koodiUri", "tutkinnonosat_1", "definition.field"),
            ("koodiUri", "osaamismerkit_../../x", "definition.field"), ("nimi", nil, "definition.language"),
            ("nimi", ["_id": "1", "fi": "-", "sv": " "], "definition.language"),
            ("nimi", ["en": "x"], "definition.language"),
            ("nimi", "Nimi", "definition.field"), ("nimi", ["fi": 5], "definition.field"),
            ("osaamistavoitteet", [], "definition.field"), ("osaamistavoitteet", nil, "definition.field"),
            ("arviointikriteerit", [["arviointikriteeri": ["en": "x"]]], "definition.language"),
            ("arviointikriteerit", ["x"], "definition.field"), ("voimassaoloAlkaa", "eilen", "definition.date"),
            ("voimassaoloAlkaa", 99999999999999999, "definition.date"),
            ("voimassaoloLoppuu", "2020-01-01", "definition.date"),
        ] as [(String, JSONValue?, String)])
    func refused(name: String, value: JSONValue?, code: String) throws {
        let sound = try Self.example()[1]
        let list = try Self.read([try Self.changed(name, value), sound])
        #expect(list.badges.map(\.code) == ["9002"])
        #expect(list.skipped.map(\.isError) == [true])
        #expect(list.skipped.first?.finding.codeText == code)
        #expect(list.skipped.first?.finding.path.description.hasPrefix("$[0]") == true)
    }

    @Test(
        "states other than published are told and not taken", arguments: ["LAADINTA", "POISTETTU", nil] as [JSONValue?])
    func states(state: JSONValue?) throws {
        let list = try Self.read([try Self.changed("tila", state)])
        #expect(list.badges.isEmpty && list.skipped.map(\.isError) == [false])
    }

    @Test(
        "days are milliseconds or ISO, in Helsinki",
        arguments: [
            (1767218400000, "2026-01-01"), ("2026-01-01", "2026-01-01"), ("2025-12-31T22:00:00Z", "2026-01-01"),
            ("2025-12-31T22:00:00.000+0000", "2026-01-01"), ("2026-06-01T00:00:00.000+03:00", "2026-06-01"),
        ] as [(JSONValue, String)])
    func days(value: JSONValue, day: String) throws {
        #expect(
            try Self.read([try Self.changed("voimassaoloAlkaa", value)]).badges.first?.validFrom?.description == day)
    }

    @Test("the same code twice is taken once")
    func twice() throws {
        let badge = try Self.example()[0]
        let list = try Self.read([badge, badge])
        #expect(list.badges.count == 1 && list.skipped.first?.finding.codeText == "definition.duplicate-id")
    }

    @Test("a badge without a description is taken by its name, and that is told")
    func withoutDescription() throws {
        let list = try Self.read([try Self.changed("kuvaus", .null)])
        #expect(list.badges.first?.description == list.badges.first?.name)
        #expect(list.warnings.count == 1)
    }

    @Test("broken JSON is refused with line and column, and what is no list by what it is")
    func broken() throws {
        let error = try #require(throws: JSONError.self) {
            try NationalList.read(Array("[\n  {\"id\": 1,}\n]".utf8), file: "list.json")
        }
        #expect(error.message.contains("\"list.json\"") && error.position.line == 2)
        for value in [[], ["data": []], "x", ["a": 1]] as [JSONValue] {
            #expect(throws: DefinitionError(.field, "")) { try Self.read(value) }
        }
    }

    @Test("ten thousand are read and planned at once, each with a slug of its own")
    func many() throws {
        var badge = try #require(try Self.example()[0].objectValue)
        let values = (0..<10_000).map { number -> JSONValue in
            badge["koodiUri"] = .string("osaamismerkit_\(number + 10_000)")
            return .object(badge)
        }
        let list = try Self.read(.array(values))
        #expect(list.badges.count == 10_000)
        let scratch = try ScratchFolder()
        let library = try DefinitionLibrary.load(folder: scratch.path, defaults: .outsideWorkspace)
        let plan = try NationalImport(list.badges, into: library, isFrozen: { _ in false })
        #expect(Set(plan.entries.map(\.slug)).count == 10_000)
        #expect(plan.entries.first?.slug == "etakokouksen-pitaminen")
        #expect(plan.entries.last?.slug == "etakokouksen-pitaminen-19999")
    }
}
