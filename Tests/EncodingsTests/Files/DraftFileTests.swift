import Encodings
import Foundation
import TestSupport
import Testing

@Suite("A file in the making")
struct DraftFileTests {
    let scratch: ScratchFolder
    var path: String { scratch.path(of: "a") }

    init() throws { scratch = try ScratchFolder() }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: scratch.path)) ?? []).sorted()
    }

    @Test("it takes its place whole, and lies beside it until then")
    func put() throws {
        try scratch.write("a", "old")
        var draft = try DraftFile(of: path, mode: 0o640)
        try draft.write(Array("new".utf8))
        try draft.sync()
        #expect(names == [".a.part", "a"])
        #expect(try scratch.text("a") == "old")
        #expect(try draft.put(as: path, replacing: true))
        #expect(names == ["a"])
        #expect(try scratch.text("a") == "new")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test("what is there stays unless it may be replaced, and another name may be tried")
    func refused() throws {
        try scratch.write("a", "old")
        var draft = try DraftFile(of: path, mode: 0o600)
        try draft.write(Array("new".utf8))
        #expect(try !draft.put(as: path, replacing: false))
        #expect(try scratch.text("a") == "old")
        #expect(try draft.put(as: scratch.path(of: "b"), replacing: false))
        #expect(try scratch.text("b") == "new")
        #expect(names == ["a", "b"])
    }

    @Test("a draft that came to nothing leaves nothing")
    func discarded() throws {
        do {
            let draft = try DraftFile(of: path, mode: 0o600)
            try draft.write([1])
        }
        #expect(names.isEmpty)
        try scratch.write("b/inner", "")
        let number = #expect(throws: DraftFile.Failure.self) {
            var draft = try DraftFile(of: scratch.path(of: "b"), mode: 0o600)
            _ = try draft.put(as: scratch.path(of: "b"), replacing: true)
        }?.number
        #expect(number == EISDIR)
        #expect(names == ["b"])
    }

    @Test("a draft that a killed run left behind is removed by the next run, longer or shorter")
    func abandoned() throws {
        try scratch.write(".a.part", "half of something long")
        var draft = try DraftFile(of: path, mode: 0o600)
        try draft.write(Array("whole".utf8))
        #expect(try draft.put(as: path, replacing: false))
        #expect(try scratch.text("a") == "whole")
        #expect(names == ["a"])
    }

    @Test("a link or a folder's entry in the draft's place is never written through")
    func link() throws {
        let target = try scratch.write("target", "mine")
        try FileManager.default.createSymbolicLink(atPath: scratch.path(of: ".a.part"), withDestinationPath: target)
        var draft = try DraftFile(of: path, mode: 0o600)
        try draft.write(Array("whole".utf8))
        #expect(try draft.put(as: path, replacing: false))
        #expect(try scratch.text("target") == "mine")
        #expect(try scratch.text("a") == "whole")
    }

    @Test("two who write the same file at once take turns: each writes it whole")
    func twoAtOnce() async throws {
        let path = path
        let bytes = (0..<8).map { [UInt8](repeating: UInt8($0), count: 20_000) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for one in bytes {
                group.addTask {
                    for _ in 0..<30 {
                        var draft = try DraftFile(of: path, mode: 0o600)
                        try draft.write(one)
                        _ = try draft.put(as: path, replacing: true)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try bytes.contains(scratch.read("a")))
        #expect(names == ["a"])
    }

    @Test("where nobody may write, the system's answer comes back")
    func refusedBySystem() throws {
        let number = #expect(throws: DraftFile.Failure.self) {
            _ = try DraftFile(of: scratch.path(of: "gone/a"), mode: 0o600)
        }?.number
        #expect(number == ENOENT)
    }

    @Test("only a want of room is called one", arguments: [ENOSPC, EDQUOT, EFBIG])
    func room(number: Int32) {
        #expect(DiskRoom.want(number) != nil)
        #expect(DiskRoom.want(EIO) == nil)
        #expect(DiskRoom.hint.contains("same command again"))
    }
}
