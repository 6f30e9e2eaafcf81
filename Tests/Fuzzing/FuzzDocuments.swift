import Encodings

/// Documents made of decisions: JSON-LD of words that badges use, keywords, and contexts of its own.
struct DocumentMaker {
    var choices: Choices
    private var valuesLeft = 200

    init(_ choices: Choices) { self.choices = choices }

    private static let contexts = [
        "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://www.w3.org/2018/credentials/v1", "https://w3id.org/security/data-integrity/v2",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", "https://www.w3.org/ns/did/v1",
        "https://example.org/unknown",
    ]
    private static let names = [
        "id", "type", "name", "description", "issuer", "credentialSubject", "achievement", "validFrom", "evidence",
        "credentialStatus", "proof", "result", "image", "criteria", "narrative", "alignment", "relatedResource",
        "@id", "@type", "@value", "@language", "@direction", "@graph", "@included", "@list", "@set", "@nest",
        "@reverse", "@index", "@json", "t", "u", "p:x", "p:", "urn:q", "https://example.org/a", "_:b", "", "@",
        "@none", "fi", "T",
    ]
    private static let types = [
        "VerifiableCredential", "OpenBadgeCredential", "AchievementSubject", "Achievement", "Profile", "T", "urn:T",
        "_:b", "@json", "Image", "DataIntegrityProof", "x",
    ]
    private static let texts = [
        "urn:uuid:1", "urn:uuid:2", "did:example:a", "_:b", "_:c", "2026-01-01T00:00:00Z", "", "x", "fi", "@none",
        "https://example.org/a b", "https://example.org/<>", "p:y", "t", "relative/path", "#f", "\u{0}\u{7F}\u{85}",
        "e\u{301}", "\u{E9}", "\u{10FFFF}", "\"\\\r\n", "@type", "urn:\u{FFFE}", "http://a/#b#c", "_:b-.",
    ]
    private static let numbers = ["0", "-0", "1", "1.0", "0.1", "1e21", "9007199254740993", "-1.5e-300", "1e308"]
    private static let containers = ["@set", "@list", "@index", "@language", "@graph", "@id", "@type"]
    private static let settings = ["@vocab", "@base", "@language", "@direction", "@propagate", "@protected", "@import"]

    mutating func document() -> JSONValue {
        var object = node(depth: 0)
        if choices.chance(7, of: 8) { object["@context"] = context(depth: 0) }
        return .object(object)
    }

    mutating func text() -> String { choices.one(of: Self.texts) }
    mutating func name() -> String { choices.one(of: Self.names) }

    mutating func value(depth: Int) -> JSONValue {
        valuesLeft -= 1
        guard depth < 10, valuesLeft > 0, !choices.isEmpty else { return .string(text()) }
        switch choices.number(below: 10) {
        case 0...2: return .object(node(depth: depth + 1))
        case 3, 4:
            return .array((0..<choices.number(below: 5)).map { _ in value(depth: depth + 1) })
        case 5: return JSONNumber(text: choices.one(of: Self.numbers)).map { .number($0) } ?? .null
        case 6: return choices.one(of: [.bool(true), .bool(false), .null])
        default: return .string(text())
        }
    }

    private mutating func node(depth: Int) -> JSONObject {
        var object: JSONObject = [:]
        if choices.chance(1, of: 10) { object["@context"] = context(depth: depth) }
        if choices.chance(1, of: 2) { object["type"] = types() }
        for _ in 0..<(1 + choices.number(below: 6)) {
            let name = name()
            object[name] = name.hasSuffix("type") ? types() : value(depth: depth)
        }
        return object
    }

    private mutating func types() -> JSONValue {
        let types = (0..<(1 + choices.number(below: 3))).map { _ in JSONValue.string(choices.one(of: Self.types)) }
        return types.count == 1 ? types[0] : .array(types)
    }

    mutating func context(depth: Int) -> JSONValue {
        switch choices.number(below: 5) {
        case 0: return .array([.string(Self.contexts[0]), .string(Self.contexts[1])])
        case 1: return .string(choices.one(of: Self.contexts))
        case 2:
            return .array((0..<choices.number(below: 4)).map { _ in context(depth: depth + 1) })
        case 3 where choices.chance(1, of: 4): return .null
        default: return .object(definitions(depth: depth))
        }
    }

    private mutating func definitions(depth: Int) -> JSONObject {
        var object: JSONObject = ["p": "urn:p:", "t": "urn:t", "T": "urn:T"]
        for _ in 0..<choices.number(below: 5) {
            valuesLeft -= 1
            if choices.chance(1, of: 4) {
                let setting = choices.one(of: Self.settings)
                object[setting] = choices.chance(1, of: 2) ? .string(text()) : choices.one(of: [true, false, .null])
            } else {
                object[name()] = choices.chance(1, of: 3) ? .string(text()) : .object(definition(depth: depth))
            }
        }
        return object
    }

    private mutating func definition(depth: Int) -> JSONObject {
        var object: JSONObject = [:]
        let id = choices.one(of: ["urn:d", "p:d", "@type", "@id", "@nest", "@json", "t", "_:d", "relative"])
        object[choices.chance(1, of: 8) ? "@reverse" : "@id"] = .string(id)
        if choices.chance(1, of: 3) {
            let type = choices.one(of: ["@id", "@vocab", "@json", "@none", "urn:datatype", "p:t", "x"])
            object["@type"] = .string(type)
        }
        if choices.chance(1, of: 3) {
            let containers = (0..<(1 + choices.number(below: 2))).map { _ in
                JSONValue.string(choices.one(of: Self.containers))
            }
            object["@container"] = containers.count == 1 ? containers[0] : .array(containers)
        }
        if depth < 3, choices.chance(1, of: 4) { object["@context"] = context(depth: depth + 1) }
        switch choices.number(below: 12) {
        case 0: object["@protected"] = true
        case 1: object["@prefix"] = true
        case 2: object["@language"] = .string(text())
        case 3: object["@direction"] = "rtl"
        case 4: object["@nest"] = "@nest"
        case 5: object["@index"] = .string(name())
        default: break
        }
        return object
    }
}
