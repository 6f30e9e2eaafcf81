import Encodings
import LinkedData
import TestSupport
import Testing

/// One test of the JSON-LD API's suites, with what its manifest says about how to run it.
struct JSONLDVector: Sendable, CustomStringConvertible {
    enum Kind: Sendable { case evaluation, syntax, negative }

    let vector: CorpusVector
    let kind: Kind
    var description: String { vector.id }

    /// The vectors of a suite that are for a JSON-LD 1.1 processor.
    ///
    /// Left out are those for JSON-LD 1.0, by version or by processing mode, and those that compact their result.
    static func cases(_ name: String) -> [JSONLDVector] {
        Corpus.cases("json-ld-api/\(name)-manifest.jsonld").compactMap { vector in
            let option = vector.entry["option"]
            if option?["specVersion"] == "json-ld-1.0" || option?["processingMode"] == "json-ld-1.0" { return nil }
            if vector.entry["context"] != nil { return nil }
            let types = (vector.entry["@type"]?.asList ?? []).compactMap(\.stringValue)
            let kind: Kind =
                types.contains("jld:NegativeEvaluationTest")
                ? .negative : types.contains("jld:PositiveSyntaxTest") ? .syntax : .evaluation
            return JSONLDVector(vector: vector, kind: kind)
        }
    }

    var options: JSONLDOptions {
        let option = vector.entry["option"]
        var options = JSONLDOptions(
            base: option?["base"]?.stringValue
                ?? "https://w3c.github.io/json-ld-api/tests/\(vector.text("input") ?? "")")
        switch option?["rdfDirection"]?.stringValue {
        case "i18n-datatype": options.rdfDirection = .i18nDatatype
        case "compound-literal": options.rdfDirection = .compoundLiteral
        default: break
        }
        options.usesNativeTypes = option?["useNativeTypes"]?.boolValue ?? false
        options.usesRDFType = option?["useRdfType"]?.boolValue ?? false
        options.producesGeneralizedRDF = option?["produceGeneralizedRdf"]?.boolValue ?? false
        return options
    }

    func input() throws -> JSONValue { try JSONParser.parse(vector.read("input")) }

    func expandContext() throws -> JSONValue? {
        guard let path = vector.entry["option"]?["expandContext"]?.stringValue else { return nil }
        return try JSONParser.parse(Corpus.read("\(vector.folder)/\(path)"))
    }

    func expand() throws -> ExpandedDocument {
        try JSONLD.expand(
            input(), contexts: CorpusContexts.prepared, options: options, expandContext: expandContext())
    }

    /// Checks that a run ends in the error that the manifest names.
    func expectFailure(_ run: () throws -> Void) {
        do {
            try run()
            Issue.record("no error, where \"\(vector.text("expectErrorCode") ?? "?")\" is due")
        } catch let error as JSONLDError {
            #expect(error.code.standardCode == vector.text("expectErrorCode"), "\(error)")
        } catch {
            Issue.record("\(error)")
        }
    }
}

/// JSON in which arrays that are sets have one order, so that they can be compared.
enum UnorderedJSON {
    static func canonical(_ value: JSONValue) -> String {
        String(decoding: JCS.canonicalize(sorted(value, isOrdered: false)), as: UTF8.self)
    }

    private static func sorted(_ value: JSONValue, isOrdered: Bool) -> JSONValue {
        switch value {
        case .array(let elements):
            let elements = elements.map { sorted($0, isOrdered: false) }
            if isOrdered { return .array(elements) }
            let texts = elements.map { (JCS.canonicalize($0), $0) }
            return .array(texts.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1))
        case .object(let object):
            return .object(
                JSONObject(
                    object.members.map { member in
                        if member.name == "@value" { return (member.name, member.value) }
                        return (member.name, sorted(member.value, isOrdered: member.name == "@list"))
                    }))
        default: return value
        }
    }
}
