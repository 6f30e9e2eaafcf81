import Encodings
import Testing

@testable import VerifiableCredentials

@Suite("Term tables")
struct ContextTableTests {
    private let table = ContextTable.guarded(
        .plain(.schema, "name"), .links(.credentials, "issuer"),
        .type(.security, "Multikey", ContextTable(.terms(.security, "publicKeyMultibase", type: "xsd:string"))))

    @Test("A row stands as a text, or as an object with what it says about values")
    func rendering() {
        #expect(
            table.json == [
                "@protected": true, "id": "@id", "type": "@type", "name": "https://schema.org/name",
                "issuer": ["@id": "https://www.w3.org/2018/credentials#issuer", "@type": "@id"],
                "Multikey": [
                    "@id": "https://w3id.org/security#Multikey",
                    "@context": [
                        "publicKeyMultibase": [
                            "@id": "https://w3id.org/security#publicKeyMultibase", "@type": "xsd:string",
                        ]
                    ],
                ],
            ])
        #expect(table.document == ["@context": table.json])
    }

    @Test("A cleared scope is a null, not the lack of one")
    func cleared() {
        #expect(TermRow("a", "urn:a", scope: .cleared).json == ["@id": "urn:a", "@context": .null])
        #expect(TermRow("a", "urn:a").json == ["@id": "urn:a"])
    }

    @Test("Rows are replaced in their places, added at the end, and left out")
    func differences() {
        let changed = table.with(.plain("name", "urn:name"), .plain("more", "urn:more")).without("issuer")
        #expect(changed.rows.map(\.term) == ["id", "type", "name", "Multikey", "more"])
        #expect(changed.json["name"] == "urn:name")
        let inner = table.changing("Multikey") { $0.with(.plain("controller", "urn:controller")) }
        #expect(inner.json["Multikey"]?["@context"]?["controller"] == "urn:controller")
        #expect(inner.json["Multikey"]?["@context"]?["publicKeyMultibase"] != nil)
        #expect(table.renaming("Multikey", "urn:key").json["Multikey"]?["@id"] == "urn:key")
    }
}
