import Encodings

/// The Flattening Algorithm (JSON-LD 1.1 API, section 8.1).
enum Flattening {
    static func flatten(_ map: NodeMap) -> JSONValue {
        // 3)
        let defaultGraph = map.graphs[0]
        var entries = defaultGraph.nodes.map { (node: $0, graph: [JSONValue]?.none) }
        // 4)
        for graph in map.graphs.dropFirst() {
            // 4.1)
            let place = defaultGraph.place(of: graph.name)
            // 4.3), 4.4)
            let nodes = graph.nodes.compactMap { node in node.json.map { JSONValue.object($0) } }
            if let place {
                entries[place].graph = nodes
            } else {
                entries.append((NodeMap.Node(id: graph.name), nodes))
            }
        }
        // 5), 6)
        let flattened: [JSONValue] = entries.compactMap { node, graph in
            guard let graph else { return node.json.map { .object($0) } }
            var object = node.bareJSON
            object["@graph"] = .array(graph)
            return .object(object)
        }
        // 7)
        return .array(flattened)
    }
}
