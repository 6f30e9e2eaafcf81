extension Dataset {
    public func kind(of term: Term) -> TermKind { entries[Int(term.index)].kind }

    /// How canonical N-Quads writes the term: `<iri>`, `_:label`, `"text"`, `"text"@tag`, `"text"^^<datatype>`.
    ///
    /// A blank node bears the label of this dataset, whatever a canonicalisation issues.
    public func spelling(of term: Term) -> ArraySlice<UInt8> { arena[range(of: term)] }

    /// Lends the bytes of ``spelling(of:)``.
    public func withSpelling<Answer>(of term: Term, _ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
        arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: term)])) }
    }

    /// The IRI without brackets, the label without `_:`, the lexical form without quotation marks and escapes.
    public func text(of term: Term) -> [UInt8] {
        let entry = entries[Int(term.index)]
        let spelled = arena[textRange(of: entry)]
        return entry.isEscaped ? LiteralSpelling.unescaped(spelled) : Array(spelled)
    }

    /// ``text(of:)`` as a string; compare such strings by their bytes, as `==` takes different IRIs for one.
    public func string(of term: Term) -> String { String(decoding: text(of: term), as: UTF8.self) }

    /// The datatype of a literal, `rdf:langString` for one with a language tag; nothing for other terms.
    public func datatype(of term: Term) -> Term? {
        let entry = entries[Int(term.index)]
        return entry.kind == .literal ? entry.datatype : nil
    }

    /// The language tag of a literal, without `@`.
    public func language(of term: Term) -> String? {
        languageRange(of: entries[Int(term.index)]).map { String(decoding: arena[$0], as: UTF8.self) }
    }

    @inline(__always)
    func isBlankNode(_ term: Term) -> Bool { term != .defaultGraph && entries[Int(term.index)].kind == .blankNode }

    /// Whether each part of a quad is of a kind that may stand in its place.
    @inline(__always)
    func isRDF(_ quad: Quad) -> Bool {
        entries[Int(quad.subject.index)].kind != .literal && entries[Int(quad.predicate.index)].kind == .iri
            && (quad.graph == .defaultGraph || entries[Int(quad.graph.index)].kind != .literal)
    }

    func range(of term: Term) -> Range<Int> {
        let entry = entries[Int(term.index)]
        return Int(entry.start)..<Int(entry.end)
    }

    @inline(__always)
    func textRange(of entry: Entry) -> Range<Int> {
        Int(entry.start) + (entry.kind == .blankNode ? 2 : 1)..<Int(entry.textEnd)
    }

    /// Where a literal's language tag stands: after the closing quotation mark and `@`.
    func languageRange(of entry: Entry) -> Range<Int>? {
        let mark = Int(entry.textEnd) + 1
        guard entry.kind == .literal, mark < Int(entry.end), arena[mark] == UInt8(ascii: "@") else { return nil }
        return mark + 1..<Int(entry.end)
    }
}
