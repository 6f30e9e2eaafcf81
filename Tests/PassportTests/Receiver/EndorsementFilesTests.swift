import Encodings
import TestSupport
import Testing

@testable import Passport

@Suite struct EndorsementFilesTests {
    private func found(_ texts: [String]) throws -> [String] {
        let folder = try ScratchFolder()
        let inputs = try texts.enumerated().map { number, text in
            BatchJudge.Input.file(try folder.write("\(number).json", text))
        }
        return EndorsementFiles(among: inputs).files.map { $0.source.split(separator: "/").last.map(String.init) ?? "" }
    }

    private static let endorsement = #"{"type":["VerifiableCredential","EndorsementCredential"]}"#

    @Test("Endorsements are found as JSON and as JWTs among other files")
    func kinds() throws {
        let jwt = "e30.\(Base64URL.encode(Array(Self.endorsement.utf8))).AA"
        #expect(try found(["{}", Self.endorsement, jwt, "", "a.b.c", "not JSON"]) == ["1.json", "2.json"])
    }

    @Test("A file by itself isn't read twice, nor are those of a large batch")
    func few() throws {
        #expect(try found([Self.endorsement]).isEmpty)
        let many = Array(repeating: Self.endorsement, count: EndorsementFiles.maxFiles)
        #expect(try found(many).count == EndorsementFiles.maxFiles)
        #expect(try found(many + ["{}"]).isEmpty)
    }

    @Test("Standard input and files that are gone are passed over")
    func others() throws {
        let files = EndorsementFiles(among: [.standardInput, .file("/nowhere/at/all.json")])
        #expect(files.files.isEmpty && !files.isTooMuch)
    }
}
