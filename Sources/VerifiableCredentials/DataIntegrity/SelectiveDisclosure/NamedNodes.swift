import Encodings
import LinkedData

/// A document all of whose nodes have names, so that parts of it speak of the same nodes as the whole:
/// [ECDSA §3.4.8 skolemizeCompactJsonLd](https://www.w3.org/TR/vc-di-ecdsa/#skolemizecompactjsonld).
///
/// The names are written straight into the document's objects; the standard's way over the expanded and back to the
/// compact form ends in the same statements.
struct NamedNodes {
    private static let scheme = "urn:passport-node:"

    let document: JSONObject
    private let form: LinkedDataForm

    /// - Throws: `ProofError` `proof.linked-data` for a document with nodes that can't be named, and what reading it as
    ///   linked data throws.
    init(_ document: JSONObject, form: LinkedDataForm) throws(ProofError) {
        guard !Self.mentionsNames(.object(document)) else {
            throw ProofError(
                .linkedData, "The document has blank nodes with names of their own, which can't be disclosed apart.",
                hint: "Leave ids out that begin with \"_:\".")
        }
        var work = ProofWork()
        let expanded = try form.expand(document, work: &work)
        var named = JSONValue.object(document)
        for (number, path) in expanded.unnamedNodes.enumerated() {
            named = Self.naming(named, at: path.steps[...], as: "\(Self.scheme)\(number)")
        }
        self.document = named.objectValue ?? document
        self.form = form
    }

    /// The statements of the document or a part of it, in which each named node is blank again and labelled by the
    /// name: §3.4.9 toDeskolemizedNQuads.
    func statements(of part: JSONObject, label: (String) -> String = { $0 }) throws(ProofError) -> Dataset {
        var work = ProofWork()
        let named = try form.dataset(of: part, work: &work)
        var statements = Dataset()
        for quad in named.quads {
            // A list's own nodes come and go with the part, and would be other nodes in each. The standard's way names
            // list objects as well, which JSON-LD doesn't allow them (Expansion Algorithm, step 14).
            guard [quad.subject, quad.object].allSatisfy({ named.kind(of: $0) != .blankNode }) else {
                throw ProofError(.linkedData, "The document holds an ordered list, which can't be disclosed apart.")
            }
            // Nor does a term that stands for a graph keep its meaning when the graph has a name.
            guard quad.graph == .defaultGraph || named.kind(of: quad.graph) != .blankNode else {
                throw ProofError(
                    .linkedData, "The document holds a signed document, which can't be disclosed apart.",
                    hint: "Let it travel beside the badge, or as a JWT inside.")
            }
            func term(_ term: Dataset.Term) -> Dataset.Term {
                switch named.kind(of: term) {
                case .iri, .blankNode:
                    let text = named.string(of: term)
                    guard text.utf8.starts(with: Self.scheme.utf8) else { return statements.iri(named.text(of: term)) }
                    return statements.blankNode(label("n" + text.dropFirst(Self.scheme.count)))
                case .literal:
                    let text = named.text(of: term)
                    // A dataset holds no literal whose language tag isn't well formed.
                    if let tag = named.language(of: term), let tagged = statements.literal(text, language: tag) {
                        return tagged
                    }
                    guard let datatype = named.datatype(of: term) else { return statements.literal(text) }
                    return statements.literal(text, datatype: statements.iri(named.text(of: datatype)))
                }
            }
            let graph = quad.graph == .defaultGraph ? Dataset.Term.defaultGraph : term(quad.graph)
            statements.insert(
                Dataset.Quad(term(quad.subject), term(quad.predicate), term(quad.object), graph: graph))
        }
        return statements
    }

    private static func mentionsNames(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): text.utf8.starts(with: "_:".utf8) || text.utf8.starts(with: scheme.utf8)
        case .array(let elements): elements.contains(where: mentionsNames)
        case .object(let object): object.members.contains { mentionsNames($0.value) }
        default: false
        }
    }

    private static func naming(_ value: JSONValue, at path: ArraySlice<JSONPath.Step>, as name: String) -> JSONValue {
        switch (value, path.first) {
        case (.object(var object), nil):
            object["@id"] = .string(name)
            return .object(object)
        case (.object(var object), .name(let member)?):
            if let inner = object[member] { object[member] = naming(inner, at: path.dropFirst(), as: name) }
            return .object(object)
        case (.array(var elements), .index(let index)?) where elements.indices.contains(index):
            elements[index] = naming(elements[index], at: path.dropFirst(), as: name)
            return .array(elements)
        default: return value
        }
    }
}
