import Glibc

/// Where a line stands in a buffer.
struct LineRange {
    let start: Int
    let end: Int

    var count: Int { end - start }
}

/// Quads in canonical n-quads form (RDFC-1.0 §5, appendix A).
extension CanonicalizationState {
    /// Writes a quad to ``lines`` and notes its range; `label` writes what a blank node is called.
    @inline(__always)
    mutating func appendLine(_ quad: Dataset.Quad, label: (inout ByteBuffer, Int) -> Void) {
        let start = lines.count
        append(quad.subject, label: label)
        append(quad.predicate, label: label)
        append(quad.object, label: label)
        if quad.graph != .defaultGraph { append(quad.graph, label: label) }
        lines.append(".\n")
        lineRanges.append(LineRange(start: start, end: lines.count))
    }

    /// Writes a term and a space.
    @inline(__always)
    private mutating func append(_ term: Dataset.Term, label: (inout ByteBuffer, Int) -> Void) {
        if let node = node(term) {
            label(&lines, node)
        } else if let base = arena.baseAddress {
            let entry = dataset.entries[Int(term.index)]
            lines.append(base + Int(entry.start), count: Int(entry.end - entry.start))
        }
        lines.append(UInt8(ascii: " "))
    }

    /// Brings ``lineRanges`` into the order of the lines' bytes, which is that of their code points.
    mutating func sortLines() {
        let start = lines.start
        lineRanges.sort { left, right in
            let order = memcmp(start + left.start, start + right.start, min(left.count, right.count))
            return order != 0 ? order < 0 : left.count < right.count
        }
    }

    /// The serialized canonical form, with the identifiers that were issued.
    consuming func serialize() -> CanonicalDataset {
        serialize { line, counter in
            line.append("_:c14n")
            line.append(counter)
        }
    }

    /// The same under labels of another kind, each written for its canonical identifier's counter.
    mutating func serialize(label: (inout ByteBuffer, Int) -> Void) -> CanonicalDataset {
        lines.removeAll()
        lineRanges.removeAll(keepingCapacity: true)
        lineRanges.reserveCapacity(dataset.quads.count)
        let issuer = canonicalIssuer
        for quad in dataset.quads {
            appendLine(quad) { line, node in label(&line, issuer.counter(of: node) ?? 0) }
        }
        sortLines()
        let text = [UInt8](unsafeUninitializedCapacity: lines.count) { memory, count in
            for range in lineRanges {
                guard let base = memory.baseAddress else { return }
                memcpy(base + count, lines.start + range.start, range.count)
                count += range.count
            }
        }
        var end = 0
        let quads = lineRanges.map { range in
            defer { end += range.count }
            return end..<end + range.count
        }
        return CanonicalDataset(
            text: text, quads: quads, blankNodes: issuer.issued.map { nodes[Int($0)] }, hash: hash, work: work)
    }
}
