import BadgeDefinitions
import Encodings
import Foundation
import TestSupport
import Testing

@Suite("A folder of definitions")
struct DefinitionLibraryTests {
    private let folder: ScratchFolder
    private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"

    init() throws {
        folder = try ScratchFolder()
        try folder.write("tiimityo.json", Texts.badge)
        try folder.write("tiimityo.svg", Self.svg)
    }

    private func load() throws -> DefinitionLibrary {
        try DefinitionLibrary.load(folder: folder.path, defaults: Texts.defaults)
    }

    private func pathway(_ badge: String) throws -> String {
        var text = try Texts.pathway("[\"aa\", \"bb\"]", "[\"\(badge)\"]")
        text = try Texts.changed(text, "\"koonti\"", "\"tiimityo2\"")
        return text
    }

    private func another(_ id: String) throws -> String {
        try Texts.badge("\"id\": \"tiimityo\"", "\"id\": \"\(id)\"")
    }

    @Test("is loaded with its pictures and pathways, other files left alone")
    func good() throws {
        try folder.write("tiimityo2.json", try another("tiimityo2"))
        try folder.write("pathways/polku.json", try pathway("tiimityo"))
        try folder.write("README.md", "Read me")
        let library = try load()
        #expect(library.findings.isEmpty)
        #expect(library.definitions.map(\.slug) == ["tiimityo", "tiimityo2"])
        #expect(library.pathwayEntries.map(\.file) == ["pathways/polku.json"])
        #expect(library.entries.first?.image?.bytes == Array(Self.svg.utf8))
        #expect(try library.definition("tiimityo").version == 1)
        #expect(try library.pathway("polku").slug == "polku")
    }

    @Test("finds a badge by its slug, its newest version first, and names the nearest one")
    func lookup() throws {
        try folder.write("tiimityo-v2.json", try Texts.badge("\"version\": 1", "\"version\": 2"))
        let library = try load()
        #expect(try library.definition("tiimityo").version == 2)
        #expect(try library.definition("tiimityo", version: 1).version == 1)
        #expect(throws: DefinitionError(.unknownReference, "")) { try library.definition("tiimityo", version: 3) }
        let error = #expect(throws: DefinitionError.self) { try library.definition("timityö") }
        #expect(error?.hint == "Did you mean \"tiimityo\"?")
        #expect(throws: DefinitionError(.unknownReference, "")) { try library.pathway("polku") }
    }

    @Test("has each version of a badge once")
    func duplicate() throws {
        try folder.write("toinen.json", Texts.badge)
        let library = try load()
        #expect(library.findings.map(\.codeText) == ["definition.duplicate-id"])
        #expect(library.findings.map(\.file) == ["toinen.json"])
        #expect(library.findings.first?.position == TextPosition(line: 3, column: 9))
        #expect(library.findings.first?.message.contains("tiimityo.json") == true)
        #expect(library.definitions.count == 1)
    }

    @Test("refuses a pathway that names a badge it doesn't have")
    func unknownReference() throws {
        try folder.write("tiimityo2.json", try another("tiimityo2"))
        try folder.write("pathways/polku.json", try pathway("tiimiyto"))
        let library = try load()
        #expect(library.findings.map(\.codeText) == ["definition.unknown-reference"])
        #expect(library.findings.first?.hint == "Did you mean \"tiimityo\"?")
        #expect(library.pathways.isEmpty)
    }

    @Test("doesn't call a badge unknown because its own file has an error")
    func brokenIsNotUnknown() throws {
        try folder.write(
            "tiimityo2.json", try Texts.changed(try another("tiimityo2"), "\"finqf\": 4", "\"finqf\": 9"))
        try folder.write("pathways/polku.json", try pathway("tiimityo"))
        let library = try load()
        #expect(library.findings.map(\.file) == ["tiimityo2.json"])
        #expect(library.definitions.map(\.slug) == ["tiimityo"])
    }

    @Test("refuses a picture that is missing, a link, a folder, too big or unsafe")
    func pictures() throws {
        let picture = folder.path(of: "tiimityo.svg")
        func codes() throws -> [String] { try load().findings.map(\.codeText) }

        try FileManager.default.removeItem(atPath: picture)
        #expect(try codes() == ["definition.image"])
        try folder.write("oikea.svg", Self.svg)
        try FileManager.default.createSymbolicLink(atPath: picture, withDestinationPath: "oikea.svg")
        #expect(try codes() == ["definition.image"])
        #expect(try load().findings.first?.message.contains("link") == true)
        try FileManager.default.removeItem(atPath: picture)
        try FileManager.default.createDirectory(atPath: picture, withIntermediateDirectories: false)
        #expect(try codes() == ["definition.image"])
        try FileManager.default.removeItem(atPath: picture)
        try folder.write("tiimityo.svg", Self.svg + String(repeating: " ", count: 256 << 10))
        #expect(try codes() == ["definition.image"])
        try folder.write("tiimityo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"a()\"/>")
        #expect(try codes() == ["definition.image-unsafe"])
        #expect(try load().findings.first?.path.description == "$.image")
        #expect(try load().definitions.isEmpty)
    }

    @Test("hears of the file and of its picture at once")
    func both() throws {
        try folder.write("tiimityo.json", try Texts.badge("\"finqf\": 4", "\"finqf\": 9"))
        try folder.write("tiimityo.svg", "<svg/>")
        #expect(try load().findings.map(\.codeText) == ["definition.field", "definition.image"])
    }

    @Test("warns of an SVG that can't travel inside the badge")
    func linked() throws {
        try folder.write("tiimityo.svg", Self.svg + String(repeating: "\n", count: 8 << 10))
        let library = try load()
        #expect(library.findings.map(\.codeText) == ["definition.image-linked"])
        #expect(library.definitions.count == 1)
    }

    @Test("doesn't follow a link in place of a definition, and says when a file can't be read")
    func links() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path(of: "linkki.json"), withDestinationPath: "tiimityo.json")
        try folder.write("suuri.json", [UInt8](repeating: 0x20, count: (512 << 10) + 1))
        let library = try load()
        #expect(library.findings.map(\.codeText) == ["definition.unreadable", "definition.unreadable"])
        #expect(library.findings.map(\.file) == ["linkki.json", "suuri.json"])
        #expect(throws: DefinitionError(.unreadable, "")) {
            try DefinitionLibrary.load(folder: folder.path(of: "ei-ole"), defaults: Texts.defaults)
        }
    }

    @Test("is told of versions that were published and may not change")
    func frozen() throws {
        let library = try DefinitionLibrary.load(folder: folder.path, defaults: Texts.defaults) { _ in
            FrozenVersion(digest: [0])
        }
        #expect(library.findings.map(\.codeText) == ["definition.frozen"])
        #expect(library.definitions.isEmpty)
    }

    @Test("can be checked file by file, a pathway against its neighbours")
    func files() throws {
        try folder.write("tiimityo2.json", try another("tiimityo2"))
        try folder.write("pathways/polku.json", try pathway("tiimityo"))
        let files = [folder.path(of: "tiimityo.json"), folder.path(of: "pathways/polku.json")]
        let library = try DefinitionLibrary.load(files: files, defaults: .outsideWorkspace)
        #expect(library.findings.isEmpty)
        #expect(library.definitions.count == 1)
        #expect(library.pathways.count == 1)
    }
}
