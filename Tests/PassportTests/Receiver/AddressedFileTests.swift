import Testing

@testable import Passport

/// Where a list is from, as it is said on the command line.
@Suite struct AddressedFileTests {
    private func read(_ argument: String, files: Set<String> = []) -> [String?] {
        let file = AddressedFile(argument) { files.contains($0) }
        return [file.address, file.path]
    }

    @Test("A path is a path, whatever signs are in it")
    func path() {
        #expect(read("status/1.json") == [nil, "status/1.json"])
        #expect(read("a=b.json") == [nil, "a=b.json"])
        #expect(read("https://school.example/1") == [nil, "https://school.example/1"])
        #expect(read("https://x=1.json", files: ["https://x=1.json"]) == [nil, "https://x=1.json"])
    }

    @Test("An address, the sign and a path say where the file is from")
    func address() {
        #expect(read("https://school.example/1=1.json") == ["https://school.example/1", "1.json"])
        #expect(read("urn:uuid:1=1.json") == ["urn:uuid:1", "1.json"])
        #expect(read("https://school.example/1=missing=.json") == ["https://school.example/1=missing", ".json"])
    }

    @Test("With the sign in the address too, the cut that leaves a file counts")
    func query() {
        let argument = "https://school.example/?list=1=lists/1.json"
        #expect(read(argument, files: ["lists/1.json"]) == ["https://school.example/?list=1", "lists/1.json"])
        #expect(read(argument, files: ["1=lists/1.json"]) == ["https://school.example/?list", "1=lists/1.json"])
    }
}
