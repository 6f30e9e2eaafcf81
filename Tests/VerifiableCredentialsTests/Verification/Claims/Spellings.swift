import Encodings
import LinkedData
import OpenBadges
import VerifiableCredentials

/// An object of a document that is read, and the shape that it is read in.
struct ReadObject {
    let path: JSONPath
    let shape: String

    /// The objects of a document that are read, its top first.
    static func all(in document: JSONObject, of shapes: NodeShapes = BadgeShapes.all) -> [ReadObject] {
        var found: [ReadObject] = []
        func visit(_ object: JSONObject, _ shape: String, _ path: JSONPath) {
            guard let shaped = shapes[shape] else { return }
            if let other = shaped.other, other.type.hasSuffix("#" + (object["type"]?.asList.first?.stringValue ?? "-"))
            {
                return visit(object, other.shape, path)
            }
            found.append(ReadObject(path: path, shape: shape))
            for property in shaped.properties {
                guard let inner = property.value.node?.shape, let value = object[property.name] else { continue }
                let here = path.appending(property.name)
                if let object = value.objectValue { visit(object, inner, here) }
                for (index, element) in (value.arrayValue ?? []).enumerated() {
                    if let object = element.objectValue { visit(object, inner, here.appending(index)) }
                }
            }
        }
        visit(document, shapes.shapes[0].name, .root)
        return found
    }
}

extension JSONValue {
    /// The value at a path changed.
    func changing(_ path: JSONPath, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        changing(path.steps[...], change)
    }

    private func changing(_ steps: ArraySlice<JSONPath.Step>, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        switch (steps.first, self) {
        case (nil, _): return change(self)
        case (.name(let name)?, .object(var object)):
            object[name] = object[name].map { $0.changing(steps.dropFirst(), change) }
            return .object(object)
        case (.index(let index)?, .array(var elements)) where elements.indices.contains(index):
            elements[index] = elements[index].changing(steps.dropFirst(), change)
            return .array(elements)
        default: return self
        }
    }

    func at(_ path: JSONPath) -> JSONValue? {
        var value: JSONValue? = self
        for step in path.steps {
            switch step {
            case .name(let name): value = value?[name]
            case .index(let index):
                value = value?.arrayValue?.indices.contains(index) == true ? value?.arrayValue?[index] : nil
            }
        }
        return value
    }
}

/// The ways in which a statement that stands under a plain name can be written otherwise.
struct Spellings {
    static let hosts = ["endorsement", "urn:example:see", "relatedResource"]
    static let label = "_:b0"

    /// A document with objects of the id of one that is read, in which more could be said of it.
    static func base(_ document: JSONObject, about object: ReadObject) -> JSONObject {
        guard let id = JSONValue.object(document).at(object.path)?["id"]?.stringValue else { return document }
        var document = document
        let contexts = document["@context"]?.asList.compactMap(\.stringValue) ?? []
        if contexts.contains(where: { $0.contains("/ob/") }), document["validFrom"] != nil,
            object.shape != CredentialShapes.status
        {
            var subject: JSONObject = ["id": .string(id), "type": ["EndorsementSubject"]]
            // In an endorsement a second comment would be one more of its own subject's.
            if document["credentialSubject"]?["endorsementComment"] == nil { subject["endorsementComment"] = "Good." }
            document["endorsement"] = [
                [
                    "id": "urn:example:endorsement", "type": ["VerifiableCredential", "EndorsementCredential"],
                    "issuer": "did:web:other.example", "credentialSubject": .object(subject),
                ]
            ]
        }
        document["urn:example:see"] = ["id": .string(id)]
        if contexts.first == OpenBadgesContexts.credentialsV2, document["relatedResource"] == nil {
            document["relatedResource"] = ["id": .string(id)]
        }
        return document
    }

    let base: JSONObject
    let object: ReadObject
    let name: String
    /// What the member's name means, and its values in expanded form.
    let iri: String
    let expanded: [JSONValue]

    private var original: JSONObject { JSONValue.object(base).at(object.path)?.objectValue ?? [:] }
    private var value: JSONValue { original[name] ?? .null }

    /// Each with a word for it.
    var all: [(String, JSONObject)] { moved + respelled + wrapped + mapped + kinds }

    private func changed(_ change: (inout JSONObject) -> Void) -> JSONObject {
        JSONValue.object(base).changing(object.path) { value in
            var object = value.objectValue ?? [:]
            change(&object)
            return .object(object)
        }.objectValue ?? [:]
    }

    // MARK: Elsewhere

    private var moved: [(String, JSONObject)] {
        var found: [(String, JSONObject)] = []
        let types = original["type"]?.asList ?? []
        let id = original["id"]?.stringValue
        for host in Self.hosts where base[host] != nil && id != nil {
            let path =
                host == "endorsement"
                ? JSONPath.root.appending(host).appending(0).appending("credentialSubject")
                : JSONPath.root.appending(host)
            let without = JSONValue.object(changed { $0[name] = nil })
            for isPlain in [true, false] {
                let document = without.changing(path) { host in
                    var host = host.objectValue ?? [:]
                    if isPlain {
                        let own = host["type"]?.asList ?? []
                        host["type"] = .array(own + types.filter { !own.contains($0) })
                        host[name] = value
                    } else {
                        host[iri] = .array(expanded)
                    }
                    return .object(host)
                }
                found.append(("moved to \(host)\(isPlain ? "" : ", in full")", document.objectValue ?? [:]))
            }
        }
        let told = JSONValue.string(id ?? Self.label)
        let included: JSONValue = .object(JSONObject([("@id", told), (iri, .array(expanded))]))
        func splitting(_ name: String, _ add: (inout JSONObject) -> Void) -> (String, JSONObject) {
            (
                name,
                changed { object in
                    object[self.name] = nil
                    if id == nil { object["id"] = told }
                    add(&object)
                }
            )
        }
        found.append(splitting("@included in itself") { $0["@included"] = included })
        found.append(splitting("@graph in itself") { $0["@graph"] = included })
        var (_, outside) = splitting("") { _ in }
        outside["@included"] = [included]
        found.append(("@included at the top", outside))
        for host in Self.hosts.dropFirst() where base[host] != nil {
            outside["@included"] = nil
            outside[host] = JSONValue.object(outside[host]?.objectValue ?? [:]).changing(.root) { value in
                var object = value.objectValue ?? [:]
                object["@included"] = included
                return .object(object)
            }
            found.append(("@included in \(host)", outside))
            break
        }
        // Turned around: said where the value stands.
        for case .object(var node) in expanded where node["@value"] == nil && node["@list"] == nil {
            let subject: JSONValue = ["@id": told]
            node["@reverse"] = .object(JSONObject([(iri, subject)]))
            found.append(splitting("@reverse in itself") { $0["@included"] = .object(node) })
            var (_, outside) = splitting("") { _ in }
            outside["@included"] = .object(node)
            found.append(("@reverse at the top", outside))
        }
        return found
    }

    // MARK: Under another name

    private var respelled: [(String, JSONObject)] {
        let cut = iri.index(after: iri.lastIndex { $0 == "#" || $0 == "/" } ?? iri.startIndex)
        let (prefix, suffix) = (String(iri[..<cut]), String(iri[cut...]))
        func replacing(_ word: String, _ name: String, _ value: JSONValue, _ context: JSONValue? = nil)
            -> (String, JSONObject)
        {
            (
                word,
                changed { object in
                    object[self.name] = nil
                    if let context { object["@context"] = .array((object["@context"]?.asList ?? []) + [context]) }
                    object[name] = value
                }
            )
        }
        let full = JSONValue.array(expanded)
        return [
            replacing("in full", iri, full),
            replacing("compact", "pp:" + suffix, full, ["pp": ["@id": .string(prefix), "@prefix": true]]),
            replacing("alias", "zz", full, ["zz": .string(iri)]),
            replacing("alias with a scope", "zz", full, ["@propagate": false, "zz": .string(iri)]),
            replacing("@nest", "@nest", .object(JSONObject([(name, value)]))),
            replacing("alias of @nest", "nn", .object(JSONObject([(name, value)])), ["nn": "@nest"]),
            replacing(
                "alias of @included", "ii",
                .object(
                    JSONObject([
                        ("@id", original["id"] ?? .string(Self.label)), (iri, full),
                    ])), ["ii": "@included"]),
        ]
    }

    // MARK: In another form

    private var wrapped: [(String, JSONObject)] {
        func form(_ word: String, _ value: JSONValue) -> (String, JSONObject) { (word, changed { $0[name] = value }) }
        var forms = [
            form("expanded", .array(expanded)), form("@set", ["@set": value]), form("@list", ["@list": value]),
            form("in brackets", .array(value.asList)), form("twice", .array(value.asList + value.asList)),
            form("with null", .array(value.asList + [.null])), form("in two brackets", [.array(value.asList)]),
        ]
        if value.asList.count == 1 { forms.append(form("without brackets", value.asList[0])) }
        if let object = value.asList.first?.objectValue {
            for (member, other) in [("@index", "x"), ("@included", [])] as [(String, JSONValue)] {
                var object = object
                object[member] = other
                forms.append(form(member, .object(object)))
            }
            if let id = object["id"] { forms.append(form("by its id and in full", [.object(object), ["id": id]])) }
        } else if let first = value.asList.first {
            forms += [
                form("@value", ["@value": first]), form("@value with @index", ["@value": first, "@index": "x"]),
                form("@value with @direction", ["@value": first, "@direction": "ltr"]), form("id", ["id": first]),
                form("@id", ["@id": first]),
            ]
        }
        for case .object(var literal) in expanded where literal["@value"] != nil {
            literal["@index"] = "x"
            forms.append(form("expanded with @index", .object(literal)))
        }
        return forms
    }

    /// Maps under names that a context of somebody's own makes containers.
    private var mapped: [(String, JSONObject)] {
        ["@index", "@language", "@id", "@type", "@set", "@list", "@graph"].flatMap { container in
            [JSONValue.array(expanded), value].map { content in
                let map: JSONValue = ["@set", "@list", "@graph"].contains(container) ? content : ["x": content]
                return (
                    "container \(container)",
                    changed { object in
                        object[name] = nil
                        object["@context"] = [
                            "zz": ["@id": .string(iri), "@container": .string(container)]
                        ]
                        object["zz"] = map
                    }
                )
            }
        }
    }

    /// Values of another kind that a datatype makes the same.
    private var kinds: [(String, JSONObject)] {
        guard let first = value.asList.first, value.asList.count == 1 else { return [] }
        let others: [JSONValue] =
            switch first {
            case .string(let text):
                [JSONNumber(text: text).map { .number($0) }, text == "true" ? true : nil].compactMap(\.self)
            case .number(let number):
                [
                    .string(number.text), .string("\(number.text).0"),
                    JSONNumber(text: number.text + "e0").map { .number($0) },
                    JSONNumber(text: number.text + (number.text.contains(".") ? "" : ".0") + "000000000000000000001")
                        .map { .number($0) },
                ].compactMap(\.self)
            case .bool(let flag): [.string(flag ? "true" : "false")]
            default: []
            }
        return others.map { other in ("as another kind", changed { $0[name] = other }) }
    }
}
