import Encodings
import LinkedData

/// A small world of contexts for tests that need no corpus: a badge's words, each kind of scope among them.
enum SmallContexts {
    static let badgeURL = "https://example.org/badge/v1"
    static let extraURL = "https://example.org/extra/v1"
    static let selfURL = "https://example.org/self/v1"

    static let badge = """
        {"@context": {"@protected": true, "id": "@id", "type": "@type",
          "Badge": {"@id": "https://example.org/vocab#Badge", "@context": {"@protected": true,
            "id": "@id", "type": "@type",
            "name": {"@id": "https://schema.org/name"},
            "issued": {"@id": "https://example.org/vocab#issued", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
            "levels": {"@id": "https://example.org/vocab#levels", "@container": "@list"},
            "subject": {"@id": "https://example.org/vocab#subject", "@type": "@id"},
            "proof": {"@id": "https://example.org/vocab#proof", "@type": "@id", "@container": "@graph"}}},
          "Person": {"@id": "https://example.org/vocab#Person", "@context": {"@protected": true,
            "id": "@id", "type": "@type",
            "givenName": "https://schema.org/givenName",
            "knows": {"@id": "https://schema.org/knows", "@type": "@id"},
            "data": {"@id": "https://example.org/vocab#data", "@type": "@json"}}}}}
        """

    static let extra = """
        {"@context": {"extra": "https://example.org/vocab#extra", "ext": "https://example.org/vocab#"}}
        """

    /// A context whose term brings the context itself along.
    static let looping = """
        {"@context": {"again": {"@id": "https://example.org/vocab#again", "@context": "https://example.org/self/v1"}}}
        """

    static func store() throws -> ContextCollection {
        ContextCollection([
            (badgeURL, try parse(badge)), (extraURL, try parse(extra)), (selfURL, try parse(looping)),
        ])
    }

    static func prepared() throws -> PreparedContexts { PreparedContexts(try store()) }

    static func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

    static let document = """
        {"@context": "https://example.org/badge/v1", "id": "urn:uuid:1", "type": "Badge", "name": "Tiimityö",
         "issued": "2026-09-29T07:12:31Z", "levels": [1, 2.5, true],
         "subject": {"id": "did:example:anna", "type": "Person", "givenName": "Anna", "data": {"b": 1.0, "a": []}}}
        """

    static let documentQuads = #"""
        <did:example:anna> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/vocab#Person> .
        <did:example:anna> <https://example.org/vocab#data> "{\"a\":[],\"b\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .
        <did:example:anna> <https://schema.org/givenName> "Anna" .
        <urn:uuid:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/vocab#Badge> .
        <urn:uuid:1> <https://example.org/vocab#issued> "2026-09-29T07:12:31Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
        <urn:uuid:1> <https://example.org/vocab#levels> _:c14n1 .
        <urn:uuid:1> <https://example.org/vocab#subject> <did:example:anna> .
        <urn:uuid:1> <https://schema.org/name> "Tiimityö" .
        """#
}
