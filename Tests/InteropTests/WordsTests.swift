import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// The walk over precompiled terms against real expansion by other hands, on the corpus and on documents made from it.
@Suite("PyLD and the words of a document", .needsPeers, .needsCorpus("contexts"))
struct WordsTests {
    private struct Expansion {
        let isSame: Bool
        let dropped: Int
        let relative: Int
        /// Nothing was left: all members were dropped, and of a name alone expansion makes nothing.
        let isEmpty: Bool
        let error: String?

        init(_ json: JSONValue) {
            isSame = json["same"]?.boolValue ?? false
            dropped = json["dropped"]?.numberValue?.intValue ?? -1
            relative = json["relative"]?.numberValue?.intValue ?? -1
            isEmpty = json["empty"]?.boolValue ?? false
            error = json["error"]?.stringValue
        }
    }

    private func expand(_ documents: [JSONObject]) throws -> [Expansion] {
        var contexts: JSONObject = [:]
        for context in OpenBadgesContexts.store.contexts { contexts[context.url] = context.json }
        let answer = try Peers.ask(
            "words",
            [
                "corpus": .string(try #require(Corpus.root)), "contexts": .object(contexts),
                // Of the two states of this context the later is ours.
                "instead": [OpenBadgesContexts.openBadges303: "contexts/ob-v3p0-3.0.3.later.json"],
                "documents": .array(documents.map { .object($0) }),
            ])
        return try #require(answer.arrayValue).map(Expansion.init)
    }

    /// Credentials of the corpus whose contexts are all at hand.
    private static func credentials() -> [JSONObject] {
        ["dcc", "signed-credentials", "ob3-spec", "1edtech-validator", "vcdm2", "vcdm11"].flatMap { suite in
            Corpus.cases(suite).compactMap { vector in
                // Some are JWTs, and some are made not to be JSON.
                let parsed = try? JSONParser.parse(try vector.read("file"))
                guard let json = parsed?.objectValue, json["@context"] != nil, !leavesOpen(json) else { return nil }
                return json
            }
        }
    }

    /// Whether a value object has members that none may have: a value of a wrong kind, which peers leave differently.
    private static func mixesValues(_ value: JSONValue) -> Bool {
        if let elements = value.arrayValue { return elements.contains(where: mixesValues) }
        guard let object = value.objectValue else { return false }
        if object["@value"] != nil, object.names.contains(where: { !$0.hasPrefix("@") }) { return true }
        return object.members.contains { mixesValues($0.value) }
    }

    private static func leavesOpen(_ document: JSONObject) -> Bool {
        OpenBadgesContexts.store.findings(in: document, atMost: 10_000).contains { finding in
            switch finding.kind {
            case .unknownContext, .tooManyContexts: true
            default: false
            }
        }
    }

    /// Both say the same of the document: what is dropped, what stays relative, and whether contexts contradict.
    private func compare(_ document: JSONObject, _ expansion: Expansion) {
        let findings = OpenBadgesContexts.store.findings(in: document, atMost: 10_000)
        var (dropped, relative, redefined) = (0, 0, false)
        for finding in findings {
            switch finding.kind {
            case .undefinedTerm: dropped += 1
            // The name of a document that says nothing else goes with it.
            case .relativeIRI where expansion.isEmpty && finding.path.description == "$.id": break
            case .undefinedValue, .relativeIRI: relative += 1
            case .redefined: redefined = true
            default: break
            }
        }
        let shown = Comment(
            rawValue: "\(findings)\n\(expansion)\n"
                + String(decoding: JSONWriter.compact(.object(document)), as: UTF8.self))
        switch expansion.error {
        case nil:
            #expect(!redefined && dropped == expansion.dropped, shown)
            #expect((relative > 0) == (expansion.relative > 0), shown)
        case "protected term redefinition": #expect(redefined, shown)
        // Values of wrong kinds stop an expansion; a walk over words has no word on them.
        default: break
        }
    }

    @Test("Credentials from the field: the same words are dropped, and our contexts expand as the published ones")
    func corpus() throws {
        let credentials = Self.credentials()
        #expect(credentials.count > 150)
        for (document, expansion) in zip(credentials, try expand(credentials)) {
            #expect(expansion.isSame)
            compare(document, expansion)
        }
    }

    @Test("The same, changed at random: words renamed and moved, types and contexts added, addresses cut")
    func changed() throws {
        let credentials = Self.credentials()
        var generator = SeededGenerator(seed: UInt64.random(in: .min ... .max))
        var documents: [JSONObject] = []
        while documents.count < 400, let credential = credentials.randomElement(using: &generator) {
            var document = JSONValue.object(credential)
            for _ in 0..<Int.random(in: 1...3, using: &generator) { document = Change.random(document, &generator) }
            // Of an object that says nothing but its name expansion makes nothing at all.
            if let object = document.objectValue, object.count > 3, !Self.leavesOpen(object),
                !Self.mixesValues(document)
            {
                documents.append(object)
            }
        }
        let expansions = try expand(documents)
        for (document, expansion) in zip(documents, expansions) { compare(document, expansion) }
        // The changes do bring about what is compared.
        #expect(expansions.contains { $0.dropped > 0 })
        #expect(expansions.contains { $0.relative > 0 })
        #expect(expansions.contains { $0.error == "protected term redefinition" })
    }
}

/// A small change at a random place of a document.
private enum Change {
    private static let words = [
        "colour", "name", "description", "humanCode", "image", "achievement", "result", "status", "value", "issuer",
        "validFrom", "evidence", "proof", "proofPurpose", "criteria", "alignment", "identifier", "endorsement", "url",
        "https://example.org/colour", "cred:issuer", "xsd:x", "@colour", "jsonSchema", "statusMessage", "cnf", "type2",
    ]
    // Without DataIntegrityProof: under contexts that lack it we read with Data Integrity's own, and PyLD doesn't.
    private static let types = [
        "Achievement", "AchievementSubject", "Profile", "Result", "VerifiableCredential", "ClrSubject", "Multikey",
        "JsonSchema", "Colour", "https://example.org/Colour", "IdentityObject",
    ]

    static func random(_ value: JSONValue, _ generator: inout SeededGenerator) -> JSONValue {
        switch value {
        case .object(var object):
            // Down the tree more often than not.
            let places = object.members.indices.filter {
                object.members[$0].value.objectValue != nil || object.members[$0].value.arrayValue != nil
            }
            if let place = places.randomElement(using: &generator), Int.random(in: 0..<3, using: &generator) > 0,
                object.members[place].name != "@context"
            {
                let member = object.members[place]
                object[member.name] = random(member.value, &generator)
                return .object(object)
            }
            return .object(changed(object, &generator))
        case .array(var elements):
            guard let place = elements.indices.randomElement(using: &generator) else { return value }
            elements[place] = random(elements[place], &generator)
            return .array(elements)
        default: return value
        }
    }

    private static func changed(_ object: JSONObject, _ generator: inout SeededGenerator) -> JSONObject {
        var object = object
        let word = words.randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<6, using: &generator) {
        case 0:
            let names = object.names.filter { !$0.hasPrefix("@") && !["id", "type"].contains($0) }
            guard let old = names.randomElement(using: &generator), object[word] == nil else { break }
            object[word] = object[old]
            object[old] = nil
        case 1: object[word] = ["name": "x", "colour": "red"]
        case 2:
            let count = Int.random(in: 1...2, using: &generator)
            object["type"] = .array((0..<count).map { _ in .string(types.randomElement(using: &generator) ?? "") })
        case 3:
            let contexts = OpenBadgesContexts.store.contexts.map(\.url)
            if object["@context"] == nil {
                object["@context"] = contexts.randomElement(using: &generator).map { .string($0) }
            }
        case 4: object["id"] = "relative"
        default:
            let contexts = OpenBadgesContexts.store.contexts.map(\.url)
            guard let listed = object["@context"]?.asList, let more = contexts.randomElement(using: &generator) else {
                break
            }
            object["@context"] = .array(listed + [.string(more)])
        }
        return object
    }
}
