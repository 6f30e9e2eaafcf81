import Encodings
import OpenBadges
import Testing
import VerifiableCredentials

/// What a context of the user's own may say.
@Suite struct ContextFileTests {
    private func refusal(_ context: JSONValue) -> ContextError? {
        do throws(ContextError) {
            try ContextFile.check(["@context": context], beside: OpenBadgesContexts.store)
            return nil
        } catch { return error }
    }

    private static let own = "https://example.org/terms#"

    @Test(
        "New words for new meanings pass, with all that a row may have",
        arguments: [
            [:],
            ["@protected": true, "id": "@id", "type": "@type", "colour": "https://example.org/terms#colour"],
            ["@version": .number(JSONNumber(text: "1.1") ?? JSONNumber(1)), "colour": ["@id": "urn:example:colour"]],
            ["ex": "https://example.org/terms#", "colour": "ex:colour", "shade": ["@id": "ex:shade", "@type": "@id"]],
            ["ex": ["@id": "https://example.org/terms#", "@prefix": true], "colour": "ex:colour"],
            ["xsd": "http://www.w3.org/2001/XMLSchema#", "colour": ["@id": "urn:c", "@type": "xsd:string"]],
            ["colour": ["@id": "urn:c", "@container": "@set"], "shades": ["@id": "urn:s", "@container": ["@list"]]],
            ["labels": ["@id": "urn:l", "@container": "@language"], "blob": ["@id": "urn:b", "@type": "@json"]],
            ["colour": "hue", "hue": "urn:hue"],
            [
                "Medal": [
                    "@id": "urn:Medal", "@context": ["@protected": true, "id": "@id", "metal": "urn:metal"],
                    "@protected": true,
                ]
            ],
        ] as [JSONValue])
    func accepted(_ context: JSONValue) {
        #expect(refusal(context) == nil)
    }

    @Test(
        "Keywords that reach beyond their row are refused, in scopes too",
        arguments: ["@vocab", "@base", "@import", "@propagate", "@language", "@direction", "@unheard"])
    func keywords(_ keyword: String) {
        let bad: JSONValue = .object([keyword: "https://example.org/"])
        #expect(refusal(bad)?.code == .keyword)
        let scoped = refusal(["Medal": ["@id": "urn:Medal", "@context": bad]])
        #expect(scoped?.code == .keyword)
        #expect(scoped?.message.contains("$['@context'].Medal['@context']['\(keyword)']") == true)
    }

    @Test(
        "Another name for a keyword is refused",
        arguments: [
            ["identifier2": "@id"], ["kind": "@type"], ["id": "@type"], ["value2": ["@id": "@value"]],
            ["inside": "@included"], ["a": "kind", "kind": "@type"],
        ] as [JSONValue])
    func aliases(_ context: JSONValue) {
        #expect(refusal(context)?.code == .keyword)
    }

    @Test(
        "Nothing is fetched",
        arguments: [
            "https://example.org/more", ["https://example.org/more", ["colour": "urn:c"]],
            ["Medal": ["@id": "urn:Medal", "@context": "https://example.org/more"]],
            ["Medal": ["@id": "urn:Medal", "@context": ["https://example.org/more"]]],
        ] as [JSONValue])
    func remote(_ context: JSONValue) {
        #expect(refusal(context)?.code == .remote)
    }

    @Test(
        "A word that is known is refused, whatever it is to mean",
        arguments: [
            ["name": "https://schema.org/name"], ["validUntil": "urn:x"], ["humanCode": "urn:x"],
            ["OpenBadgeCredential": "urn:x"], ["Medal": ["@id": "urn:M", "@context": ["identityHash": "urn:x"]]],
            ["xsd": "https://example.org/types#"], ["_sd": "urn:x"],
        ] as [JSONValue])
    func knownTerms(_ context: JSONValue) {
        #expect(refusal(context)?.code == .knownTerm)
    }

    @Test(
        "A second name for a known meaning is refused, be it a word or a prefix",
        arguments: [
            ["end": "https://www.w3.org/2018/credentials#validUntil"],
            ["c": "https://www.w3.org/2018/credentials#"], ["schema": "https://schema.org/"],
            ["c": ["@id": "https://www.w3.org/2018/cred", "@prefix": true]],
            ["ex": "https://example.org/terms#", "end": "https://www.w3.org/2018/credentials#expirationDate"],
            [
                "Medal": [
                    "@id": "urn:M", "@context": ["code": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#humanCode"],
                ]
            ],
            ["end": "stop", "stop": "https://www.w3.org/2018/credentials#validUntil"],
        ] as [JSONValue])
    func knownIRIs(_ context: JSONValue) {
        #expect(refusal(context)?.code == .knownIRI)
    }

    @Test(
        "What isn't read is refused",
        arguments: [
            .null, true, [["colour": "urn:c"]], ["colour": .null], ["colour": 1], ["colour": "no address"],
            ["colour": ["@type": "@id"]], ["colour": ["@id": "urn:c", "@reverse": "urn:r"]],
            ["colour": ["@id": "urn:c", "@nest": "x"]], ["colour": ["@id": "urn:c", "@container": "@index"]],
            ["colour": ["@id": "urn:c", "@container": []]], ["colour": ["@id": "urn:c", "@type": "string"]],
            ["colour": ["@id": "urn:c", "@context": .null]], ["a:b": "urn:c"], ["a/b": "urn:c"], ["": "urn:c"],
            ["a": "b", "b": "a"], ["colour": ["@id": "urn:c", "@protected": "yes"]], ["@protected": 1],
            ["@version": 2],
        ] as [JSONValue])
    func form(_ context: JSONValue) {
        #expect(refusal(context)?.code == .form)
    }

    @Test("A file without a context is none")
    func noContext() {
        #expect(throws: ContextError(.form, "")) {
            try ContextFile.check(["colour": "urn:c"], beside: OpenBadgesContexts.store)
        }
    }

    @Test("Scopes end somewhere, and so do words")
    func limits() {
        var deep: JSONValue = ["colour": "urn:c"]
        for level in 0..<9 { deep = .object(["T\(level)": ["@id": "urn:t", "@context": deep]]) }
        #expect(refusal(deep)?.code == .form)
        let many = JSONObject((0...2000).map { ("colour\($0)", .string("urn:c\($0)")) })
        #expect(refusal(.object(many))?.code == .form)
        #expect(refusal(.object(many.removing("colour7")))?.code == nil)
    }

    @Test(
        "No context that ships would pass as one of the user's own",
        arguments: OpenBadgesContexts.store.contexts.map(\.url))
    func shipped(_ url: String) throws {
        let context = try #require(OpenBadgesContexts.store.document(at: url)?.json["@context"])
        #expect(refusal(context) != nil)
    }
}
