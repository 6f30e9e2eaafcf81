import Encodings

/// A value as RDF tells it from others.
indirect enum Fingerprint: Hashable {
    case node(TextID)
    /// A node without an id is only itself,
    case unnamed(ExpandedTree.Number)
    /// or whatever says the same, where that is enough.
    case structure([UInt8])
    case literal(text: [UInt8], datatype: TextID, language: [UInt8], isText: Bool)
    case list([Fingerprint])

    /// - Parameter comparesStructure: whether nodes without ids that say the same are taken for the same.
    init(_ number: ExpandedTree.Number, in tree: ExpandedTree, comparesStructure: Bool) {
        let item = tree.items[Int(number)]
        if item.isValueObject {
            let isText = item.literal == .string
            self = .literal(
                text: isText
                    ? tree.texts.withBytes(of: item.text) { Array($0) } : JCS.canonicalize(tree.value(of: item)),
                datatype: item.keywords.contains(.type) ? item.type : .none,
                language: item.keywords.contains(.language)
                    ? tree.texts.withBytes(of: item.language) { Array($0) } : [],
                isText: isText)
        } else if item.isListObject {
            self = .list(
                tree.numbers(of: item.items).map {
                    Fingerprint($0, in: tree, comparesStructure: comparesStructure)
                })
        } else if item.id != .none {
            self = .node(item.id)
        } else if comparesStructure {
            self = .structure(JCS.canonicalize(tree.json(of: number)))
        } else {
            self = .unnamed(number)
        }
    }
}
