import BadgeIssuer
import Foundation
import TestSupport
import Testing

@Suite("Files written whole")
struct WholeFileTests {
    let scratch: ScratchFolder
    let bytes = Array("uusi".utf8)

    init() throws { scratch = try ScratchFolder() }

    @Test("a file has the bytes and exactly the rights that were asked for", arguments: [0o600, 0o644, 0o664])
    func rights(_ mode: UInt32) throws {
        try WholeFile.write(bytes, to: scratch.path(of: "a"), mode: mode)
        #expect(try scratch.read("a") == bytes)
        #expect(try FileFacts(scratch.path(of: "a")).mode == Int(mode))
        #expect(entries(of: scratch.path) == ["a"])
    }

    @Test("a file that is there stays")
    func refuse() throws {
        try scratch.write("a", "vanha")
        let error = #expect(throws: FileError.self) { try WholeFile.write(bytes, to: scratch.path(of: "a")) }
        #expect(error?.code == .exists)
        #expect(try scratch.text("a") == "vanha")
        #expect(entries(of: scratch.path) == ["a"])
    }

    @Test("a file that may be replaced is")
    func replace() throws {
        try scratch.write("a", "vanha")
        try WholeFile.write(bytes, to: scratch.path(of: "a"), existing: .replace)
        #expect(try scratch.read("a") == bytes)
        #expect(entries(of: scratch.path) == ["a"])
    }

    @Test("a file with the same bytes isn't touched")
    func keepEqual() throws {
        let path = scratch.path(of: "a")
        #expect(try WholeFile.write(bytes, to: path, existing: .keepEqual) == .written)
        let before = try FileFacts(path)
        #expect(try WholeFile.write(bytes, to: path, existing: .keepEqual) == .unchanged)
        #expect(try FileFacts(path) == before)
        #expect(try WholeFile.write(bytes + [0x21], to: path, existing: .keepEqual) == .written)
        #expect(try FileFacts(path).number != before.number)
    }

    @Test("a file with the same bytes and wider rights is written anew")
    func keepEqualRights() throws {
        let path = scratch.path(of: "a")
        try WholeFile.write(bytes, to: path, mode: 0o666)
        #expect(try WholeFile.write(bytes, to: path, mode: 0o600, existing: .keepEqual) == .written)
        #expect(try FileFacts(path).mode == 0o600)
    }

    @Test("a link in the file's place is replaced, and what it leads to stays", arguments: [true, false])
    func link(_ isEqual: Bool) throws {
        let target = try scratch.write("target", isEqual ? bytes : Array("muuta".utf8))
        let path = scratch.path(of: "a")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        #expect(throws: FileError.self) { try WholeFile.write(bytes, to: path) }
        #expect(try WholeFile.write(bytes, to: path, existing: .keepEqual) == .written)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular)
        #expect(try scratch.text("target") == (isEqual ? "uusi" : "muuta"))
    }

    @Test("a failure leaves nothing behind")
    func failure() throws {
        try scratch.write("a/inner", "x")
        for existing in [FolderHandle.Existing.replace, .keepEqual] {
            let error = #expect(throws: FileError.self) {
                try WholeFile.write(bytes, to: scratch.path(of: "a"), existing: existing)
            }
            #expect(error?.code == .unwritable)
        }
        #expect(entries(of: scratch.path) == ["a", "a/inner"])
    }

    @Test("a path without a name, or in no folder, is refused", arguments: ["", ".", "..", "x/..", "no/where"])
    func noName(_ name: String) {
        #expect(throws: FileError.self) { try WholeFile.write(bytes, to: "\(scratch.path)/\(name)") }
        #expect(entries(of: scratch.path) == [])
    }

    @Test("a file larger than the limit, a link and a pipe aren't read")
    func reading() throws {
        let path = try scratch.write("a", bytes)
        #expect(try WholeFile.read(path, atMost: 4) == bytes)
        #expect(throws: FileError(.tooLarge, "")) { try WholeFile.read(path, atMost: 3) }
        try FileManager.default.createSymbolicLink(atPath: scratch.path(of: "l"), withDestinationPath: path)
        #expect(throws: FileError(.link, "")) { try WholeFile.read(scratch.path(of: "l"), atMost: 9) }
        #expect(mkfifo(scratch.path(of: "p"), 0o600) == 0)
        #expect(throws: FileError(.wrongKind, "")) { try WholeFile.read(scratch.path(of: "p"), atMost: 9) }
        #expect(throws: FileError(.missing, "")) { try WholeFile.read(scratch.path(of: "no"), atMost: 9) }
    }
}
