import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// The walk over words and the expansion of documents, which read the same contexts, hold the same words undefined.
@Suite("Words of a document: the walk and expansion agree") struct TermWalkExpansionTests {
    private static let store = OpenBadgesContexts.store

    /// Credentials of the corpus whose contexts are all at hand, without their proofs, which have contexts of their own.
    private static func credentials() -> [JSONObject] {
        TermWalkCorpusTests.credentials.compactMap { vector in
            guard let bytes = try? vector.read(vector.text("file") == nil ? "input" : "file"),
                let json = try? JSONParser.parse(bytes).objectValue, json["@context"] != nil
            else { return nil }
            let leavesOpen = store.findings(in: json, atMost: 10_000).contains { finding in
                switch finding.kind {
                case .unknownContext, .tooManyContexts: true
                default: false
                }
            }
            return leavesOpen ? nil : json.removing("proof")
        }
    }

    /// Whether both refuse the document, or neither does; nothing when expansion stops at what is no matter of words.
    private func agree(_ document: JSONObject) -> Bool? {
        let isFaulty = Self.store.findings(in: document, atMost: 10_000).contains { finding in
            switch finding.kind {
            case .undefinedTerm, .undefinedValue, .relativeIRI, .redefined: true
            case .keyword, .spelledOut, .unknownContext, .tooManyContexts: false
            }
        }
        do throws(JSONLDError) {
            _ = try JSONLD.expand(.object(document), contexts: Self.store.prepared, options: .signing)
            return !isFaulty
        } catch {
            switch error.code {
            case .undefinedTerm, .relativeIRI, .protectedTermRedefinition, .reservedTerm: return isFaulty
            default: return nil
            }
        }
    }

    @Test("On credentials from the field", .needsCorpus("dcc"))
    func corpus() {
        var count = 0
        for document in Self.credentials() {
            guard let agree = agree(document) else { continue }
            count += 1
            #expect(agree, "\(String(decoding: JSONWriter.compact(.object(document)), as: UTF8.self))")
        }
        #expect(count > 100)
    }

    @Test("On the same with words renamed, types changed and addresses cut", .needsCorpus("dcc"))
    func changed() throws {
        let credentials = Self.credentials()
        try #require(!credentials.isEmpty)
        var (compared, refused) = (0, 0)
        forAll("the walk and expansion agree", rounds: 300) { generator in
            var document = JSONValue.object(credentials.randomElement(using: &generator) ?? [:])
            document = Self.change(document, &generator)
            guard let object = document.objectValue, let agree = agree(object) else { return true }
            compared += 1
            if !Self.store.findings(in: object).isEmpty { refused += 1 }
            return agree
        }
        #expect(compared > 100 && refused > 30)
    }

    /// One object, somewhere in the document, with a word changed.
    private static func change(_ value: JSONValue, _ generator: inout SeededGenerator) -> JSONValue {
        switch value {
        case .object(var object):
            let inner = object.names.filter {
                $0 != "@context" && (object[$0]?.objectValue != nil || object[$0]?.arrayValue != nil)
            }
            if let name = inner.randomElement(using: &generator), Int.random(in: 0..<3, using: &generator) > 0 {
                object[name] = object[name].map { change($0, &generator) }
                return .object(object)
            }
            switch Int.random(in: 0..<3, using: &generator) {
            case 0:
                let names = object.names.filter { !["@context", "id", "type"].contains($0) }
                guard let old = names.randomElement(using: &generator) else { break }
                let word = ["colour", "name", "result", "urn:example:word"].randomElement(using: &generator) ?? ""
                guard object[word] == nil else { break }
                object[word] = object[old]
                object[old] = nil
            case 1:
                let type = ["Colour", "Achievement", "Profile"].randomElement(using: &generator) ?? ""
                object["type"] = [.string(type)]
            default: object["id"] = "relative"
            }
            return .object(object)
        case .array(var elements):
            guard let place = elements.indices.randomElement(using: &generator) else { return value }
            elements[place] = change(elements[place], &generator)
            return .array(elements)
        default: return value
        }
    }
}
