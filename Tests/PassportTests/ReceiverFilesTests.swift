import Encodings
import Foundation
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// Files that a receiver names: read within a limit, written whole.
@Suite struct ReceiverFilesTests {
    private func code(_ work: () throws -> Void) -> ReceiverError.Code? {
        do { try work() } catch { return (error as? ReceiverError)?.code }
        return nil
    }

    // MARK: Reading

    @Test("A file is read up to its limit and not beyond")
    func limit() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("x", [UInt8](repeating: 7, count: 5000))
        #expect(try InputFile.read(path, limit: 5000) == [UInt8](repeating: 7, count: 5000))
        #expect(code { _ = try InputFile.read(path, limit: 4999) } == .tooLarge)
        #expect(try InputFile.read(try folder.write("empty", ""), limit: 1) == [])
        #expect(code { _ = try InputFile.read(folder.path, limit: 1) } == .wrongKind)
        #expect(code { _ = try InputFile.read(folder.path(of: "none"), limit: 1) } == .missing)
        #expect(code { _ = try InputFile.read("\(path)/below", limit: 1) } == .missing)
        #expect(InputFile.kind(of: path) == .file && InputFile.kind(of: folder.path) == .folder)
    }

    @Test("A device that never ends, or a pipe that nobody fills, is no file")
    func noFiles() throws {
        #expect(code { _ = try InputFile.read("/dev/zero", limit: 10) } == .wrongKind)
        let pipe = try ScratchFolder()
        #expect(mkfifo(pipe.path(of: "p"), 0o600) == 0)
        #expect(code { _ = try InputFile.read(pipe.path(of: "p"), limit: 10) } == .wrongKind)
    }

    @Test("Messages name the file without letting it paint the terminal")
    func names() throws {
        let error = #expect(throws: ReceiverError.self) { try InputFile.read("/no/\u{1B}[31m", limit: 1) }
        #expect(error?.message == "There is no file \"/no/\\u{1B}[31m\".")
    }

    @Test("A published folder with more lists than are read is refused by number, and none is passed over")
    func tooManyLists() throws {
        let site = try ScratchFolder()
        try site.write("issuer.json", "{}")
        for number in 1...1000 { try site.write("status/\(number).json", "{}") }
        try site.write("status/notes.txt", "not a list")
        var gatherer = MaterialGatherer(trust: nil)
        try gatherer.addPublishedFolder(site.path)
        try site.write("status/1001.json", "{}")
        let error = #expect(throws: ReceiverError.self) { try gatherer.addPublishedFolder(site.path) }
        #expect(error?.code == .tooManyLists)
        #expect(error?.message.contains("1001 status lists; at most 1000") == true)
    }

    // MARK: Writing

    @Test("A file is written whole, in place of the old one, and nothing is left beside it")
    func writing() throws {
        let folder = try ScratchFolder()
        let path = folder.path(of: "deep/er/out.json")
        #expect(code { try OutputFile.write([1], to: path) } == .unwritable)
        try OutputFile.makeFolder(folder.path(of: "deep/er"))
        try OutputFile.write([1, 2], to: path)
        try OutputFile.write([3], to: path, mode: 0o600)
        #expect(try folder.read("deep/er/out.json") == [3])
        #expect(try InputFile.names(in: folder.path(of: "deep/er")) == ["out.json"])
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(code { try OutputFile.write([1], to: folder.path(of: "deep")) } == .unwritable)
        #expect(try InputFile.names(in: folder.path) == ["deep"])
    }

    // MARK: Trust lists

    @Test("The first place that has a list is taken; one that is named must exist")
    func places() throws {
        let folder = try ScratchFolder()
        let home = try folder.write("home/.local/share/passport/trust.json", "{}")
        let work = try folder.write("work/trust.json", "{}")
        func locations(_ named: String?, _ environment: [String: String], _ root: String?) -> TrustListFile.Locations {
            TrustListFile.Locations(
                named: named, environment: environment.merging(["HOME": folder.path(of: "home")]) { a, _ in a },
                workspaceRoot: root)
        }
        let root = folder.path(of: "work")
        #expect(locations("n", ["PASSPORT_TRUST": "e"], root).existing() == "n")
        #expect(locations(nil, ["PASSPORT_TRUST": "e"], root).existing() == "e")
        #expect(locations(nil, ["PASSPORT_TRUST": ""], root).existing() == work)
        #expect(locations(nil, [:], nil).existing() == home)
        #expect(locations(nil, [:], folder.path(of: "empty")).existing() == home)
        #expect(locations(nil, ["HOME": ""], nil).existing() == nil)
        #expect(locations(nil, [:], folder.path(of: "empty")).preferred == folder.path(of: "empty/trust.json"))
        #expect(code { _ = try TrustListFile.load(folder.path(of: "none")) } == .missing)
    }

    @Test("A list is saved and loaded; what is no list is refused with its place")
    func trustFile() throws {
        let folder = try ScratchFolder()
        let path = folder.path(of: "new/trust.json")
        try TrustListFile(path: path, list: ReceiverFixture.trust).save()
        let loaded = try TrustListFile.load(path)
        #expect(loaded.list.json == ReceiverFixture.trust.json)
        let broken = try folder.write("broken.json", "{\n\"format\": }")
        let error = #expect(throws: TrustError.self) { try TrustListFile.load(broken) }
        #expect(error?.code == .format && error?.message.contains("line 2, column 11") == true)
        let other = try folder.write("other.json", "{}")
        #expect(throws: TrustError(.format, "")) { try TrustListFile.load(other) }
        let large = try folder.write("large.json", [UInt8](repeating: 0x20, count: TrustListFile.maxBytes + 1))
        #expect(code { _ = try TrustListFile.load(large) } == .tooLarge)
    }

    // MARK: Material

    @Test("A published folder gives its document and the lists that belong at their place")
    func publishedFolder() throws {
        let folder = try ScratchFolder()
        try folder.write("did.json", try ReceiverFixture.didDocument())
        try folder.write("status/1.json", try ReceiverFixture.list(TestBadge.listURL, set: [7]))
        // Another's list, one that says it is elsewhere, and things that are no lists.
        try folder.write("status/2.json", try ReceiverFixture.list("https://evil.example/status/2.json"))
        try folder.write("status/3.json", try ReceiverFixture.list(TestBadge.listURL))
        try folder.write("status/4.json", "{\"id\":\"https://school.example/status/4.json\",\"type\":\"X\"}")
        try folder.write("status/readme.txt", "x")
        var gatherer = MaterialGatherer(trust: ReceiverFixture.trust)
        try gatherer.addPublishedFolder(folder.path)
        #expect(gatherer.material.statusLists.map(\.id) == [TestBadge.listURL])
        #expect(gatherer.material.didDocuments.map(\.document.id.description) == [TestBadge.issuer])
        let badge = try ReceiverFixture.badge([("credentialStatus", TestBadge.statusEntry())])
        let report = ReceiverFixture.verifier(gatherer.material).judge(badge, source: "-")
        #expect(report[.status]?.code == .statusRevoked)
    }

    @Test("Without a trust list a published folder makes the proof pass and the issuer not")
    func unvouchedFolder() throws {
        let folder = try ScratchFolder()
        try folder.write("did.json", try ReceiverFixture.didDocument())
        try folder.write("status/1.json", try ReceiverFixture.list(TestBadge.listURL))
        var gatherer = MaterialGatherer(trust: nil)
        try gatherer.addPublishedFolder(folder.path)
        let badge = try ReceiverFixture.badge([("credentialStatus", TestBadge.statusEntry())])
        let report = ReceiverFixture.verifier(gatherer.material).judge(badge, source: "-")
        #expect(report[.proof]?.outcome == .passed)
        #expect(report[.status]?.code == .statusUnvouched)
        #expect(report[.issuer]?.code == .issuerUnknown)
        #expect(report.verdict == .undetermined)
    }

    @Test("Files of another kind than their option takes are refused by name")
    func wrongKinds() throws {
        let folder = try ScratchFolder()
        let badge = try folder.write("badge.json", try ReceiverFixture.badge())
        let broken = try folder.write("broken.json", "{")
        var gatherer = MaterialGatherer(trust: nil)
        #expect(code { try gatherer.addStatusList(badge) } == .wrongKind)
        #expect(code { try gatherer.addStatusList(broken) } == .wrongKind)
        #expect(code { try gatherer.addStatusList(folder.path(of: "none")) } == .missing)
        #expect(code { try gatherer.addDIDDocument(broken) } == .wrongKind)
        #expect(code { try gatherer.addDIDDocument(try folder.write("array.json", "[]")) } == .wrongKind)
        #expect(code { try gatherer.addPublishedFolder(folder.path) } == .notPublished)
        #expect(code { try gatherer.addPublishedFolder(badge) } == .missing)
        try gatherer.addStatusList(try folder.write("1.json", try ReceiverFixture.list(TestBadge.listURL)))
        #expect(gatherer.material.statusLists.count == 1)
    }
}
