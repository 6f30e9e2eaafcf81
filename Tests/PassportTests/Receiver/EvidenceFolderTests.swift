import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@testable import Passport

@Suite struct EvidenceFolderTests {
    private func item(of bytes: [UInt8], name: String? = nil) -> CredentialSummary.EvidenceItem {
        CredentialSummary.EvidenceItem(
            name: name, kind: nil, id: nil, digest: "u" + Base64URL.encode([0x12, 0x20] + SHA256.hash(bytes)))
    }

    @Test("Files of any size are known by their digests, an empty one and one of several pieces too")
    func sizes() throws {
        let folder = try ScratchFolder()
        var generator = SeededGenerator(seed: 4)
        for size in [0, 1, 4096, 1 << 20, (2 << 20) + 17] {
            let bytes = generator.bytes(count: size)
            try folder.write("files/\(size).bin", bytes)
            let found = try EvidenceFolder(folder.path(of: "files"))
            #expect(found.files.standing(of: item(of: bytes)) == .fits(file: "\(size).bin"))
            #expect(found.leftOut.isEmpty)
        }
    }

    @Test("What isn't a plain file of the folder isn't opened")
    func odd() throws {
        let folder = try ScratchFolder()
        try folder.write("secret.txt", "secret")
        try folder.write("files/plain.txt", "plain")
        try folder.write("files/.hidden", "hidden")
        try folder.write("files/inner/deep.txt", "deep")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path(of: "files/link"), withDestinationPath: folder.path(of: "secret.txt"))
        let found = try EvidenceFolder(folder.path(of: "files"))
        #expect(found.leftOut == ["inner", "link"])
        for text in ["secret", "hidden", "deep"] {
            #expect(found.files.standing(of: item(of: Array(text.utf8))) == .noFile)
        }
        #expect(found.files.standing(of: item(of: [1], name: "plain.txt")) == .differs(file: "plain.txt"))
    }

    @Test("More bytes than are read are refused, not cut")
    func limit() throws {
        let folder = try ScratchFolder()
        try folder.write("files/a.bin", [UInt8](repeating: 0, count: 600))
        try folder.write("files/b.bin", [UInt8](repeating: 1, count: 600))
        let path = folder.path(of: "files")
        #expect(try EvidenceFolder(path, maxBytes: 1200).leftOut.isEmpty)
        #expect(throws: ReceiverError(.tooMuchEvidence, "")) { try EvidenceFolder(path, maxBytes: 1199) }
        #expect(throws: ReceiverError(.missing, "")) { try EvidenceFolder(folder.path(of: "none")) }
        #expect(throws: ReceiverError(.missing, "")) { try EvidenceFolder("\(path)/a.bin") }
    }
}
