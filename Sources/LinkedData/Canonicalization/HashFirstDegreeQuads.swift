extension CanonicalizationState {
    /// The *Hash First Degree Quads algorithm* (RDFC-1.0 §4.6.3).
    mutating func hashFirstDegreeQuads(of reference: Int) -> HashValue {
        // 1, 2
        lines.removeAll()
        lineRanges.removeAll(keepingCapacity: true)
        // 3: the node itself is called a, any other z.
        for place in mentionPlaces(of: reference) {
            appendLine(dataset.quads[Int(mentions[place])]) { line, node in
                line.append(node == reference ? "_:a" : "_:z")
            }
        }
        if lineRanges.count == 1 { return hash.value(of: lines.bytes) }
        // 4
        sortLines()
        // 5
        sorted.removeAll()
        for range in lineRanges { sorted.append(lines.start + range.start, count: range.count) }
        return hash.value(of: sorted.bytes)
    }
}
