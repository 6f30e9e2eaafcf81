import Encodings
import TestSupport
import Testing

@testable import Passport

@Suite("Words for what is on the shelf")
struct ShelfReferenceTests {
    private func items() throws -> [ShelfItem] {
        let fixture = try ShelfFixture()
        for id in [
            "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11", "urn:uuid:0c5f3a7e-0000-4d2b-9a1e-1f9a3a2d7c11",
            "https://school.example/credentials/3", "urn:uuid:12345678-0000-4d2b-9a1e-1f9a3a2d7c11",
        ] { try fixture.add(ShelfFixture.badge([("id", .string(id))])) }
        return try fixture.shelf.items()
    }

    @Test("are its number, its id, or an unmistakable beginning")
    func found() throws {
        let items = try items()
        #expect(try items.item("2").number == 2)
        #expect(try items.item("urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11").number == 1)
        #expect(try items.item("https://school.example/credentials/3").number == 3)
        #expect(try items.item("0c5f3a7e-6").number == 1)
        #expect(try items.item("0C5F3A7E-00").number == 2)
        #expect(try items.item("urn:uuid:0c5f3a7e-0").number == 2)
        // Eight digits are the beginning of an id, not a number.
        #expect(try items.item("12345678").number == 4)
    }

    @Test(
        "what fits nothing, too much or no form is told as such",
        arguments: [
            ("9", ShelfError.Code.itemMissing), ("99999999", .itemMissing), ("https://school.example/x", .itemMissing),
            ("0c5f3a7e", .itemAmbiguous), ("0c5f3a7", .itemReference), ("tiimityo", .itemReference),
            ("", .itemReference), ("-1", .itemReference),
        ])
    func refused(text: String, code: ShelfError.Code) throws {
        let items = try items()
        #expect(throws: ShelfError(code, "")) { _ = try items.item(text) }
    }
}
