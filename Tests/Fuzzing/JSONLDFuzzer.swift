// module: LinkedData
// seeds: Benchmarks/Badges/*.json examples/tiimityo.json
import Encodings
import LinkedData

/// Under the names that badges refer to, a context that gives every member a meaning.
private let contexts: PreparedContexts = {
    let all: JSONValue = [
        "@context": [
            "@vocab": "https://vocab.example/", "id": "@id", "type": "@type",
            "proof": ["@id": "https://vocab.example/proof", "@container": "@graph"],
            "name": ["@id": "https://vocab.example/name", "@container": "@language"],
            "alignment": ["@id": "https://vocab.example/alignment", "@container": "@set", "@type": "@id"],
            "achievement": ["@id": "https://vocab.example/achievement", "@context": ["image": nil]],
        ]
    ]
    let urls = [
        "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    ]
    return PreparedContexts(ContextCollection(urls.map { ($0, all) }))
}()

/// Any JSON as JSON-LD: its dataset is RDF that can be written, and the safe mode says the same or refuses.
func fuzz(_ bytes: [UInt8]) {
    guard let json = accepted({ try JSONParser.parse(bytes) }) else { return }
    let signed = accepted { try JSONLD.toRDF(json, contexts: contexts, options: .signing) }.map {
        NQuadsWriter.write($0)
    }
    guard let expanded = accepted({ try JSONLD.expand(json, contexts: contexts) }) else {
        claim("the safe mode refuses what is refused anyway", signed == nil)
        return
    }
    _ = accepted { try expanded.flattened() }
    guard let dataset = accepted({ try expanded.dataset() }) else { return }
    let text = NQuadsWriter.write(dataset)
    claim("a dataset is N-Quads", accepted { try NQuadsParser.parse(text) }?.quads.count == dataset.quads.count)
    claim("the safe mode leaves nothing out", signed == nil || signed == text)
    claim("it is always the same", accepted { NQuadsWriter.write(try JSONLD.toRDF(json, contexts: contexts)) } == text)
}
