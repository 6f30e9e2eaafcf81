import Encodings
import LinkedData
import TestSupport
import Testing

/// What is refused when documents are signed or their signature is checked, and where.
@Suite("JSON-LD: safe mode") struct SafeModeTests {
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let code: JSONLDError.Code
        let path: String
        let document: String

        init(_ description: String, _ code: JSONLDError.Code, _ path: String, _ document: String) {
            self.description = description
            self.code = code
            self.path = path
            self.document = document
        }
    }

    static let cases = [
        Case(
            "an undefined name", .undefinedTerm, "$.subject.nickName",
            #"{"@context": "URL", "type": "Badge", "subject": {"type": "Person", "nickName": "A"}}"#),
        Case(
            "a name of another type's scope", .undefinedTerm, "$.givenName",
            #"{"@context": "URL", "type": "Badge", "givenName": "A"}"#),
        Case(
            "an undefined name whose value is null", .undefinedTerm, "$.nickName",
            #"{"@context": "URL", "type": "Badge", "name": "x", "nickName": null}"#),
        Case(
            "a name like a keyword", .reservedTerm, "$['@foo']",
            #"{"@context": "URL", "type": "Badge", "@foo": "A"}"#),
        Case(
            "a keyword without a place", .reservedTerm, "$['@vocab']",
            #"{"@context": "URL", "type": "Badge", "@vocab": "A"}"#),
        Case(
            "a relative id", .relativeIRI, "$.id", #"{"@context": "URL", "type": "Badge", "id": "anna", "name": "x"}"#),
        Case(
            "a relative reference", .relativeIRI, "$.subject",
            #"{"@context": "URL", "type": "Badge", "subject": "anna"}"#),
        Case(
            "a relative reference in an array", .relativeIRI, "$.subject[1]",
            #"{"@context": "URL", "type": "Badge", "subject": ["urn:a", "anna"]}"#),
        Case(
            "an undefined type", .relativeIRI, "$.type[1]", #"{"@context": "URL", "type": ["Badge", "Bagde"]}"#),
        Case("an undefined single type", .relativeIRI, "$.type", #"{"@context": "URL", "type": "Bagde"}"#),
        Case(
            "an id with a blank in it", .malformedIRI, "$.id",
            #"{"@context": "URL", "type": "Badge", "id": "https://example.org/an na", "name": "x"}"#),
        Case(
            "an id like a keyword", .reservedTerm, "$.id",
            #"{"@context": "URL", "type": "Badge", "id": "@anna", "name": "x"}"#),
        Case(
            "a property that is a blank node", .blankNodeProperty, "$['_:p']",
            #"{"@context": "URL", "type": "Badge", "_:p": "x"}"#),
        Case(
            "a property with characters that no IRI has", .malformedIRI, "$['https://example.org/a b']",
            #"{"@context": "URL", "type": "Badge", "https://example.org/a b": "x"}"#),
        Case(
            "a wrong language tag", .invalidLanguage, "$.name['@language']",
            #"{"@context": "URL", "type": "Badge", "name": {"@value": "x", "@language": "fi_FI"}}"#),
        Case(
            "a wrong default language", .invalidLanguage, "$['@context'][1]",
            #"{"@context": ["URL", {"@language": "suomi kieli"}], "type": "Badge", "name": "x"}"#),
        Case(
            "a wrong language in a term definition", .invalidLanguage, "$['@context'][1]",
            #"{"@context": ["URL", {"n": {"@id": "urn:n", "@language": "1"}}], "type": "Badge"}"#),
        Case(
            "a direction", .droppedDirection, "$.name['@direction']",
            #"{"@context": "URL", "type": "Badge", "name": {"@value": "x", "@direction": "rtl"}}"#),
        Case(
            "a value without a place", .droppedValue, "$['@graph'][0]",
            #"{"@context": "URL", "id": "urn:g", "@graph": ["x"]}"#),
        Case(
            "an object that is only an id, at the top", .droppedValue, "$", #"{"@context": "URL", "id": "urn:a"}"#),
        Case("an empty document", .droppedValue, "$", #"{"@context": "URL"}"#),
        Case(
            "a value that is null", .droppedValue, "$.name",
            #"{"@context": "URL", "type": "Badge", "name": {"@value": null, "type": "urn:t"}}"#),
        Case(
            "an object that is only a language", .droppedValue, "$.name",
            #"{"@context": "URL", "type": "Badge", "name": {"@language": "fi"}}"#),
        Case(
            "a list without a place", .droppedValue, "$['@list']",
            #"{"@context": "URL", "@list": ["x"]}"#),
        Case(
            "a definition of a name like a keyword", .reservedTerm, "$['@context'][1]['@name']",
            #"{"@context": ["URL", {"@name": "urn:n"}], "type": "Badge"}"#),
        Case(
            "a relative vocabulary", .relativeIRI, "$['@context'][1]",
            #"{"@context": ["URL", {"@vocab": "words#"}], "type": "Badge"}"#),
        Case(
            "a datatype with characters that no IRI has", .malformedIRI, "$.n",
            #"{"@context": ["URL", {"n": {"@id": "urn:n", "@type": "urn:a b"}}], "type": "Badge", "n": "x"}"#),
        Case(
            "an unknown context", .loadingRemoteContextFailed, "$['@context'][1]",
            #"{"@context": ["URL", "https://example.org/none"], "type": "Badge"}"#),
        Case(
            "a protected term that is given another meaning", .protectedTermRedefinition, "$['@context'][1].type",
            #"{"@context": ["URL", {"type": "https://example.org/type"}], "type": "Badge"}"#),
    ]

    @Test("refuses what would be left out, and says where it stands", arguments: cases)
    func refuses(_ test: Case) throws {
        let text = test.document.replacing("URL", with: SmallContexts.badgeURL)
        let document = try SmallContexts.parse(text)
        let error = try #require(throws: JSONLDError.self) {
            try JSONLD.toRDF(document, contexts: SmallContexts.prepared(), options: .signing)
        }
        #expect(error.code == test.code, "\(error)")
        #expect(error.path.description == test.path, "\(error)")
        #expect(error.message.hasSuffix(".") && error.hint?.hasSuffix(".") == true)
    }

    @Test("leaves the same things out in silence when it is off", arguments: cases)
    func silentOtherwise(_ test: Case) throws {
        let text = test.document.replacing("URL", with: SmallContexts.badgeURL)
        let document = try SmallContexts.parse(text)
        let standing: [JSONLDError.Code] = [.loadingRemoteContextFailed, .protectedTermRedefinition]
        if standing.contains(test.code) {
            #expect(throws: JSONLDError.self) {
                try JSONLD.toRDF(document, contexts: SmallContexts.prepared())
            }
        } else {
            _ = try JSONLD.toRDF(document, contexts: SmallContexts.prepared())
        }
    }

    @Test("takes a document in which everything means something")
    func takesSafeDocuments() throws {
        let document = try SmallContexts.parse(SmallContexts.document)
        let contexts = try SmallContexts.prepared()
        let dataset = try JSONLD.toRDF(document, contexts: contexts, options: .signing)
        #expect(dataset.quads.count == 14)
        let relaxed = try JSONLD.toRDF(document, contexts: contexts)
        #expect(relaxed.quads.count == 14)
    }

    @Test("takes null for a member that isn't there")
    func takesNull() throws {
        let document = try SmallContexts.parse(
            #"{"@context": "\#(SmallContexts.badgeURL)", "type": "Badge", "name": null, "subject": [null, "urn:a"]}"#)
        let dataset = try JSONLD.toRDF(document, contexts: SmallContexts.prepared(), options: .signing)
        #expect(dataset.quads.count == 2)
    }

    @Test("keeps a direction where RDF is given a form for it")
    func directionWithForm() throws {
        let document = try SmallContexts.parse(
            #"""
            {"@context": "\#(SmallContexts.badgeURL)", "type": "Badge",
             "name": {"@value": "x", "@language": "AR", "@direction": "rtl"}}
            """#)
        var options = JSONLDOptions.signing
        options.rdfDirection = .i18nDatatype
        let dataset = try JSONLD.toRDF(document, contexts: SmallContexts.prepared(), options: options)
        let literal = try #require(dataset.quads.map(\.object).first { dataset.kind(of: $0) == .literal })
        #expect(
            String(decoding: dataset.spelling(of: literal), as: UTF8.self)
                == #""x"^^<https://www.w3.org/ns/i18n#ar_rtl>"#)
    }
}
