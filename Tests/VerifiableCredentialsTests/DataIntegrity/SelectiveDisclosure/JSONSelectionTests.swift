import Encodings
import TestSupport
import Testing

@testable import VerifiableCredentials

@Suite struct JSONSelectionTests {
    static let document: JSONObject = [
        "@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:1", "type": ["A", "B"], "name": "n",
        "subject": [
            "type": "Person", "id": "_:b0", "given": "Anna", "family": "Aalto",
            "boards": [["year": 1, "brand": "x"], ["year": 2, "brand": "y"], ["year": 3, "brand": "z"]],
        ],
    ]

    private func select(_ texts: String...) throws -> JSONValue {
        let pointers = try texts.map { try #require(JSONPointer($0)) }
        return .object(try #require(try JSONSelection.select(pointers, in: Self.document)))
    }

    @Test("With a chosen member go the id and type of each object above it, and the contexts")
    func member() throws {
        #expect(
            try select("/subject/given") == [
                "@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:1", "type": ["A", "B"],
                "subject": ["type": "Person", "given": "Anna"],
            ])
    }

    @Test("Chosen elements of an array close ranks, in the document's order")
    func array() throws {
        let boards = try select("/subject/boards/2/brand", "/subject/boards/0")["subject"]?["boards"]
        #expect(boards == [["year": 1, "brand": "x"], ["brand": "z"]])
    }

    @Test("A whole part and a part of it are the whole")
    func overlap() throws {
        #expect(try select("/subject/given", "/subject") == select("/subject"))
        #expect(try select("/subject", "/subject/given")["subject"] == Self.document["subject"])
        #expect(try select("") == .object(Self.document))
    }

    @Test(
        "A pointer that leads nowhere is an error",
        arguments: ["/x", "/name/x", "/subject/boards/3", "/subject/boards/00"])
    func nowhere(_ pointer: String) {
        #expect(throws: ProofError(.pointer, "")) { try select(pointer) }
    }

    @Test("Without pointers nothing is chosen")
    func none() throws { #expect(try JSONSelection.select([], in: Self.document) == nil) }
}
