import Encodings
import TestSupport

/// Changes a document in one place after another, in ways that a schema has a word on.
struct SchemaDamage {
    private(set) var document: JSONObject
    /// What was done, for whoever has to find out why two answers differ.
    private(set) var strikes: [String] = []

    init(_ document: JSONObject) { self.document = document }

    mutating func strike(using generator: inout SeededGenerator) {
        var paths: [JSONPath] = []
        Self.visit(.object(document), at: .root, into: &paths)
        guard !paths.isEmpty else { return }
        let path = paths[Int.random(in: 0..<paths.count, using: &generator)]
        var word = ""
        let changed = Self.changing(.object(document), path.steps[...]) { value in
            Self.damaged(value, using: &generator, saying: &word)
        }
        document = changed?.objectValue ?? document
        strikes.append("\(path): \(word)")
    }

    /// Every place below the top.
    private static func visit(_ value: JSONValue, at path: JSONPath, into paths: inout [JSONPath]) {
        if !path.steps.isEmpty { paths.append(path) }
        for member in value.objectValue?.members ?? [] {
            visit(member.value, at: path.appending(member.name), into: &paths)
        }
        for (index, element) in (value.arrayValue ?? []).enumerated() {
            visit(element, at: path.appending(index), into: &paths)
        }
    }

    private static func changing(
        _ value: JSONValue, _ steps: ArraySlice<JSONPath.Step>, _ change: (JSONValue) -> JSONValue?
    ) -> JSONValue? {
        switch (steps.first, value) {
        case (nil, _): return change(value)
        case (.name(let name)?, .object(var object)):
            guard let inner = object[name] else { return value }
            object[name] = changing(inner, steps.dropFirst(), change)
            return .object(object)
        case (.index(let index)?, .array(var elements)) where elements.indices.contains(index):
            if let changed = changing(elements[index], steps.dropFirst(), change) {
                elements[index] = changed
            } else {
                elements.remove(at: index)
            }
            return .array(elements)
        default: return value
        }
    }

    /// The value changed; nothing when it is left out.
    private static func damaged(
        _ value: JSONValue, using generator: inout SeededGenerator, saying word: inout String
    ) -> JSONValue? {
        func pick<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &generator)]
        }
        switch Int.random(in: 0..<9, using: &generator) {
        case 0, 1:
            word = "left out"
            return nil
        case 2:
            word = "another kind"
            return pick(
                [.null, true, 7, -1, "x", "", [], [:], ["x"], [[:]], ["id": "urn:x:1"], ["en": "x"]] as [JSONValue])
        case 3:
            word = "in brackets"
            return pick(
                [.array([value]), .array([value, value]), .array([.array([value])]), .array([value, 5])] as [JSONValue])
        case 4:
            word = "out of brackets"
            return value.arrayValue?.first ?? .array([])
        case 5:
            word = "by language"
            return [pick(["fi", "fi-FI", "fin", "FI", "sv-fi", "", "en-GB"]): value]
        case 6:
            word = "another member"
            guard var object = value.objectValue else { return .string(pick(texts(value))) }
            let name = pick(["note", "id", "type", "endorsementJwt", "inLanguage", "validUntil", "name", "evidence"])
            object[name] = pick(
                ["x", ["x"], "a.b.c", ["a.b.c"], "fi", "2026-01-01T00:00:00Z", 5, .null, [:]] as [JSONValue])
            return .object(object)
        case 7:
            word = "renamed"
            guard var object = value.objectValue, let member = object.members.randomElement(using: &generator) else {
                return .string(pick(texts(value)))
            }
            object[member.name] = nil
            object[pick([member.name.uppercased(), "\(member.name) ", "\(member.name)s", "ID", "Type"])] = member.value
            return .object(object)
        default:
            word = "another text"
            return .string(pick(texts(value)))
        }
    }

    /// Texts that are nearly right somewhere.
    private static func texts(_ value: JSONValue) -> [String] {
        var texts = words + instants + tags
        if let text = value.stringValue {
            texts += [
                text + " ", " " + text, text.uppercased(), text + "\u{0000}", String(text.dropLast()), text + "é",
            ]
        }
        return texts
    }

    private static let words = [
        "Badge", "badge", "ext:", "ext:x", "ext:é", "xext:y", "ext:-", "ext:|", "EXT:x", "emailAddress", "Completed",
        "ext:Done", "VerifiableCredential", "OpenBadgeCredential", "EndorsementCredential", "Profile", "Achievement",
        "Result", "CTDL", "RubricScore", "not a uri", "http://", "mailto:", "a@b", "@", "did:web:", "a.b.c", "a..c",
        "a.b", ".b.c", "a.b.c.d", "a.b.c\u{2028}", "a b.c.d", "https://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.9.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.10.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1-3.0.2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/contextXjson",
    ]
    private static let tags = [
        "fi", "fi-FI", "finn", "finni", "zh-Hant-TW", "es-419", "fi-fi", "f", "fi-", "zh-Hant", "fi-FI-x", "",
    ]
    private static let instants = [
        "2026-09-29T12:00:00Z", "2026-09-29t12:00:00z", "2026-09-29T12:00:00", "2026-09-29 12:00:00Z", "2026-09-29",
        "2026-02-29T12:00:00Z", "2024-02-29T12:00:00Z", "2026-13-01T12:00:00Z", "2026-09-31T12:00:00Z",
        "2026-09-29T24:00:00Z", "2026-09-29T12:60:00Z", "2026-12-31T23:59:60Z", "2026-09-29T12:00:00.Z",
        "2026-09-29T12:00:00.123456789Z", "2026-09-29T12:00:00+02:00", "2026-09-29T12:00:00+0200",
        "2026-09-29T12:00:00+24:00", "2026-09-29T12:00:00-00:00", "2026-09-29T12:00Z", "2026-9-29T12:00:00Z",
        "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "2026-09-29T12:00:00Z ",
        "+2026-09-29T12:00:00Z", "2026-272", "20260929", "2026-W40-2", "2026-02-30", "2026-9-29", "29.9.2026",
    ]
}
