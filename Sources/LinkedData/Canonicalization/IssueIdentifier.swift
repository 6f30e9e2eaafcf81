/// An identifier issuer and its *Issue Identifier algorithm* (RDFC-1.0 §4.3, §4.5).
///
/// Of an issued identifier only the counter is kept; the prefix is added where text is written. Instead of copying an
/// issuer, whoever wants to try something notes the count and rolls back to it.
struct IdentifierIssuer {
    /// The issued identifiers map: to each blank node's number its counter, or -1.
    private var counters: [Int32]
    /// The blank nodes in the order in which they got their identifiers.
    private(set) var issued: [Int32] = []

    init(nodes: Int) { counters = [Int32](repeating: -1, count: nodes) }

    /// The identifier counter.
    var count: Int { issued.count }

    @inline(__always)
    func counter(of node: Int) -> Int? {
        let counter = counters[node]
        return counter < 0 ? nil : Int(counter)
    }

    /// Issues an identifier, or tells the one that was issued already (4.5.2, steps 1 to 5).
    @discardableResult
    @inline(__always)
    mutating func issue(_ node: Int) -> Int {
        if let known = counter(of: node) { return known }
        let counter = issued.count
        counters[node] = Int32(counter)
        issued.append(Int32(node))
        return counter
    }

    /// Takes back all identifiers from that count on.
    @inline(__always)
    mutating func rollBack(to count: Int) {
        while issued.count > count, let node = issued.popLast() { counters[Int(node)] = -1 }
    }
}
