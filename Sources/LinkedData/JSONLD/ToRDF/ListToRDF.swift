/// List to RDF Conversion (JSON-LD 1.1 API, section 9.3).
extension RDFDeserializer {
    /// - Parameter isSaid: whether the list is part of a quad; if not, its nodes still are.
    /// - Returns: the first cell of the list; nothing when it isn't said.
    mutating func list(
        _ items: ExpandedTree.Chain, in graph: Graph, isSaid: Bool
    ) throws(JSONLDError) -> Dataset.Term? {
        // 1)
        guard !items.isEmpty else { return .rdfNil }
        // 2), 3)
        var head: Dataset.Term?
        var previous: Dataset.Term?
        var number = items.first
        while number != ExpandedTree.none {
            let item = tree.items[Int(number)]
            let cell = isSaid ? dataset.freshBlankNode() : nil
            // 3.4)
            if let previous { try add(previous, .rdfRest, cell, in: graph, at: item.origin) }
            // 3.2)
            let object: Dataset.Term?
            if item.isValueObject {
                object =
                    if let cell, let name = graph.name { try literal(of: item, cell, .rdfFirst, in: name) } else { nil }
            } else {
                object = try self.object(number, in: graph, isSaid: isSaid)
            }
            // 3.3)
            if cell != nil, object != nil { try add(cell, .rdfFirst, object, in: graph, at: item.origin) }
            if head == nil { head = cell }
            previous = cell
            number = item.next
        }
        // 3.4)
        if let previous { try add(previous, .rdfRest, .rdfNil, in: graph, at: ExpandedTree.Origin.root) }
        // 4)
        return head
    }
}
