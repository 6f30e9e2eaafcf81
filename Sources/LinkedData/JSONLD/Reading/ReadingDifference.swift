public import Encodings

/// A place of a document where reading objects by their names shows something else than the document says.
public struct ReadingDifference: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// A value of a property that is read stands elsewhere: in another object of the node, under another name, turned
        /// around or nested.
        case hidden
        /// What stands under a name that is read isn't plainly what the document says there: a value object, another kind
        /// of value with the same meaning, one value several times, an abbreviated IRI, a label that isn't signed, or a
        /// name that means something else here.
        case notPlain
        /// A member of an object that is read is a keyword.
        case keyword(String)
    }

    public let kind: Kind
    public let path: JSONPath

    public init(kind: Kind, path: JSONPath) {
        self.kind = kind
        self.path = path
    }
}

extension ExpandedDocument {
    /// The first place where the document's JSON, read by the names of the shapes, says something else than the document
    /// as linked data; nothing when both say the same.
    ///
    /// RDF knows neither the order of values nor where a statement stands. So the same statements can be written as JSON
    /// that reads otherwise, and whoever holds a signed document can write it anew. Two documents of the same statements
    /// that both pass here read alike, whatever wrote them, save for the order and number of values in sets.
    ///
    /// Cost: a walk over what is read; only a document that describes a node in several objects is indexed as a whole.
    public func difference(in shapes: NodeShapes) -> ReadingDifference? {
        guard case .object(let object) = source, shapes.tables.indices.contains(shapes.top) else { return nil }
        let tree = storage.tree
        guard tree.roots.first != ExpandedTree.none, tree.roots.first == tree.roots.last,
            tree.items[Int(tree.roots.first)].origin == ExpandedTree.Origin.root
        else { return ReadingDifference(kind: .hidden, path: .root) }
        var check = ReadingCheck(storage, shapes: shapes)
        if let found = check.check(object, as: tree.roots.first, shape: shapes.top, standing: .whole) { return found }
        return check.mustMerge ? check.merge() : nil
    }
}
