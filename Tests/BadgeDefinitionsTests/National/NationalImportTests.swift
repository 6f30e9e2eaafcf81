import Encodings
import Foundation
import TestSupport
import Testing

@testable import BadgeDefinitions

@Suite("Importing national badges") struct NationalImportTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func library() throws -> DefinitionLibrary {
        try DefinitionLibrary.load(folder: scratch.path, defaults: .outsideWorkspace)
    }

    /// Plans and writes as the importer does.
    @discardableResult
    private func run(
        _ values: [JSONValue], frozen: Set<String> = [], categories: [String: String] = [:]
    ) throws -> NationalImport {
        let plan = try NationalImport(
            try NationalListTests.read(.array(values)).badges, into: try library(), files: Set(scratch.files()),
            isFrozen: { $0.status != .draft || frozen.contains("\($0.slug)@\($0.version)") }, categories: categories)
        for entry in plan.entries {
            if let bytes = entry.bytes { try scratch.write(entry.file, bytes) }
            if let picture = entry.picture, !scratch.exists(picture.name) {
                try scratch.write(picture.name, picture.bytes)
            }
        }
        return plan
    }

    private func definition(_ file: String) throws -> JSONObject {
        try #require(try JSONParser.parse(try scratch.read(file)).objectValue)
    }

    @Test("each becomes a sound draft with one level, its code and a drawing of ours")
    func new() throws {
        let plan = try run(try NationalListTests.example())
        #expect(plan.entries.allSatisfy { $0.outcome == .new && $0.version == 1 })
        #expect(
            plan.entries.map(\.slug) == [
                "etakokouksen-pitaminen", "rakentava-palaute", "korjaan-itse", "selkea-viesti", "viikon-budjetti",
                "oma-tapa-oppia",
            ])
        let library = try library()
        #expect(library.findings.isEmpty, "\(library.findings)")
        #expect(library.definitions.count == 6)
        let meeting = try library.definition("etakokouksen-pitaminen")
        #expect(meeting.nationalCode == "osaamismerkit_9001")
        #expect(meeting.status == .draft && meeting.hours == nil && meeting.credits == nil)
        #expect(meeting.levels.map(\.ordinal) == [1] && meeting.requiredLevel?.name["fi"] == "hyväksytty")
        #expect(meeting.category == "digitaidot" && meeting.creator == "https://www.oph.fi/")
        #expect(library.entries.allSatisfy { $0.image?.isEmbeddable == true })
        #expect(Set(library.definitions.compactMap(\.image)).count == 6)
    }

    @Test("the same list again changes nothing, and says so")
    func again() throws {
        try run(try NationalListTests.example())
        let files = scratch.files()
        let before = try files.map { try scratch.read($0) }
        let plan = try run(try NationalListTests.example())
        #expect(plan.entries.allSatisfy { $0.outcome == .unchanged && $0.bytes == nil })
        #expect(try scratch.files().map { try scratch.read($0) } == before)
    }

    @Test("a renamed badge keeps its slug, and a draft is written anew in its place")
    func renamed() throws {
        try run([try NationalListTests.example()[0]])
        let renamed = try NationalListTests.changed("nimi", ["_id": "5", "fi": "Etäpalaverin vetäminen"])
        let plan = try run([renamed])
        #expect(plan.entries.map(\.outcome) == [.updated])
        #expect(plan.entries.first?.slug == "etakokouksen-pitaminen" && plan.entries.first?.version == 1)
        #expect(try definition("etakokouksen-pitaminen.json")["name"]?["fi"] == "Etäpalaverin vetäminen")
    }

    @Test(
        "what a published version says is never touched: the change is a draft of the next, with the school's additions"
    )
    func frozen() throws {
        try run([try NationalListTests.example()[0]])
        var own = try definition("etakokouksen-pitaminen.json")
        own["status"] = "published"
        own["workload"] = ["hours": 5]
        own["category"] = "digi"
        let bytes = JSONWriter.pretty(.object(own))
        try scratch.write("etakokouksen-pitaminen.json", bytes)
        #expect(try run([try NationalListTests.example()[0]]).entries.map(\.outcome) == [.unchanged])
        let changed = try NationalListTests.changed("kuvaus", ["fi": "<p>Uusi kuvaus.</p>"])
        let plan = try run([changed])
        #expect(plan.entries.map(\.outcome) == [.newVersion] && plan.entries.first?.version == 2)
        #expect(try scratch.read("etakokouksen-pitaminen.json") == bytes)
        let next = try definition("etakokouksen-pitaminen-v2.json")
        #expect(next["status"] == "draft" && next["version"] == 2 && next["workload"]?["hours"] == 5)
        #expect(next["category"] == "digi" && next["description"]?["fi"] == "Uusi kuvaus.")
        #expect(try library().findings.filter(\.isError).isEmpty)
        #expect(try run([changed]).entries.map(\.outcome) == [.unchanged], "the draft of the next version is there")
    }

    @Test("what the register has published is frozen whatever its file says")
    func frozenByRegister() throws {
        try run([try NationalListTests.example()[0]])
        let changed = try NationalListTests.changed("kuvaus", ["fi": "Uusi."])
        let plan = try run([changed], frozen: ["etakokouksen-pitaminen@1"])
        #expect(plan.entries.map(\.outcome) == [.newVersion])
    }

    @Test("an end that the list announces for a published version is told, not written")
    func ending() throws {
        try run([try NationalListTests.example()[0]])
        let ending = try NationalListTests.changed("voimassaoloLoppuu", "2026-12-31")
        let plan = try run([ending], frozen: ["etakokouksen-pitaminen@1"])
        #expect(plan.entries.map(\.outcome) == [.unchanged])
        #expect(plan.entries.first?.warnings.first?.contains("2026-12-31") == true)
        #expect(try run([ending]).entries.map(\.outcome) == [.updated], "a draft just gets it")
    }

    @Test("a description that the school wrote where the list has none stays")
    func ownDescription() throws {
        let bare = try NationalListTests.changed("kuvaus", nil)
        try run([bare])
        var own = try definition("etakokouksen-pitaminen.json")
        own["description"] = ["fi": "Meidän sanoin."]
        try scratch.write("etakokouksen-pitaminen.json", JSONWriter.pretty(.object(own)))
        #expect(try run([bare]).entries.map(\.outcome) == [.unchanged])
    }

    @Test("two badges of one name, and a file that is in the way, get slugs of their own")
    func slugs() throws {
        try scratch.write("rakentava-palaute.json", "not a definition")
        let first = try NationalListTests.example()[0]
        var second = try #require(first.objectValue)
        second["koodiUri"] = "osaamismerkit_9100"
        let plan = try run([.object(second), first, try NationalListTests.example()[1]])
        #expect(
            plan.entries.map(\.slug) == [
                "etakokouksen-pitaminen", "rakentava-palaute-9002", "etakokouksen-pitaminen-9100",
            ])
        #expect(try scratch.text("rakentava-palaute.json") == "not a definition")
    }

    @Test(
        "slugs are made of Finnish names",
        arguments: [
            ("Äidinkieli & öljy", "aidinkieli-oljy"), ("  Tiimityö – 2. osa  ", "tiimityo-2-osa"), ("Å", nil),
            ("好", nil),
            ("../../etc/passwd", "etc-passwd"), ("É\u{301}a\u{308}", "ea"),
        ] as [(String, String?)])
    func slug(name: String, slug: String?) {
        #expect(NationalImport.slug(of: name) == slug)
        #expect(NationalImport.slug(of: String(repeating: "ä", count: 300))?.utf8.count == 64)
    }

    @Test("a category can be chosen, and an unknown one is told")
    func categories() throws {
        let list = try NationalListTests.example()
        #expect(try run([list[0]], categories: ["digitaidot": "digi"]).entries.first?.warnings.isEmpty == true)
        #expect(try definition("etakokouksen-pitaminen.json")["category"] == "digi")
        var other = try #require(list[1].objectValue)
        other["kategoria"] = ["id": 9, "nimi": ["fi": "Kädentaidot"]]
        let plan = try run([.object(other)])
        #expect(plan.entries.first?.warnings.count == 1)
        #expect(try definition("rakentava-palaute.json")["category"] == "kadentaidot")
    }

    @Test("the drawings are sound, small and all different")
    func drawings() throws {
        var seen: Set<[UInt8]> = []
        for theme in NationalTheme.allCases.map(Optional.some) + [nil] {
            let bytes = NationalPicture.svg(theme)
            let image = try DefinitionImage.check(bytes, named: NationalPicture.fileName(theme))
            #expect(image.isEmbeddable && bytes.count < 1500)
            #expect(seen.insert(bytes).inserted)
        }
    }
}
