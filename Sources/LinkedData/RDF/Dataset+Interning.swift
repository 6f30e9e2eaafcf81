import Glibc

extension Dataset {
    /// The term of an IRI, given without angle brackets.
    ///
    /// It isn't resolved or checked: a text that N-Quads can't hold (see ``IRISyntax``) is spelled with `\u` escapes,
    /// so that no text, whatever it is, can end its term and begin another.
    public mutating func iri(_ text: some TextBytes) -> Term { text.withTextBytes { internIRI($0) } }

    /// The term of a blank node, given its label without `_:`; one label is one node.
    public mutating func blankNode(_ label: some TextBytes) -> Term { label.withTextBytes { internLabel($0) } }

    /// A blank node that is no other of this dataset, now or later. Which label it bears isn't promised.
    public mutating func freshBlankNode() -> Term {
        let entry = unusedLabel()
        return add(entry, hash: hash(of: entry))
    }

    /// The term of a literal with that lexical form.
    ///
    /// - Parameter datatype: an IRI of this dataset; for a text with a language see ``literal(_:language:)``.
    public mutating func literal(_ lexicalForm: some TextBytes, datatype: Term = .xsdString) -> Term {
        lexicalForm.withTextBytes { internLiteral($0, datatype: datatype, language: nil) }
    }

    /// The term of a text in a language, by its tag without `@`; nothing when the tag isn't formed as ``LanguageTagSyntax``
    /// says. Case in tags is kept and counts.
    public mutating func literal(_ lexicalForm: some TextBytes, language tag: some TextBytes) -> Term? {
        lexicalForm.withTextBytes { text in
            tag.withTextBytes { tag in
                guard LanguageTagSyntax.isLegal(tag) else { return nil }
                return internLiteral(text, datatype: .rdfLangString, language: tag)
            }
        }
    }

    // MARK: Looking up and adding

    /// - Parameter isKnownLegal: whether the caller has asked ``IRISyntax`` already.
    mutating func internIRI(_ text: UnsafeBufferPointer<UInt8>, isKnownLegal: Bool = false) -> Term {
        let hash = SeededHash.hash(text, salt: Salt.iri)
        if let known = find(text, hash, .iri, datatype: .defaultGraph, isEscaped: false) { return known }
        if isKnownLegal || IRISyntax.isLegal(text) { return add(iri: text, hash: hash, isEscaped: false) }
        return IRISyntax.escaped(text).withUnsafeBufferPointer { text in
            let hash = SeededHash.hash(text, salt: Salt.iri)
            return find(text, hash, .iri, datatype: .defaultGraph, isEscaped: true)
                ?? add(iri: text, hash: hash, isEscaped: true)
        }
    }

    mutating func internLabel(_ label: UnsafeBufferPointer<UInt8>) -> Term {
        let hash = SeededHash.hash(label, salt: Salt.blankNode)
        let known = find(label, hash, .blankNode, datatype: .defaultGraph, isEscaped: false)
        if let known, !entries[Int(known.index)].isFresh { return known }
        let start = arena.count
        arena.append(UInt8(ascii: "_"))
        arena.append(UInt8(ascii: ":"))
        arena.append(contentsOf: label)
        let entry = entry(from: start, textEnd: arena.count, kind: .blankNode)
        guard let fresh = known else { return add(entry, hash: hash) }
        // The label was only lent to a fresh node, which takes another.
        let term = Term(index: UInt32(entries.count))
        terms.replace(hash, place: Int(fresh.index), by: entries.count)
        entries.append(entry)
        let other = unusedLabel()
        entries[Int(fresh.index)] = other
        terms.insert(self.hash(of: other), place: Int(fresh.index))
        return term
    }

    mutating func internLiteral(
        _ text: UnsafeBufferPointer<UInt8>, datatype: Term, language: UnsafeBufferPointer<UInt8>?
    ) -> Term {
        if LiteralSpelling.isPlain(text) {
            return internLiteral(spelled: text, isEscaped: false, datatype: datatype, language: language)
        }
        return LiteralSpelling.escaped(text).withUnsafeBufferPointer {
            internLiteral(spelled: $0, isEscaped: true, datatype: datatype, language: language)
        }
    }

    private mutating func internLiteral(
        spelled text: UnsafeBufferPointer<UInt8>, isEscaped: Bool, datatype: Term,
        language: UnsafeBufferPointer<UInt8>?
    ) -> Term {
        let salt = language.map { Salt.literal($0) } ?? Salt.literal(datatype)
        let hash = SeededHash.hash(text, salt: salt)
        let known = find(text, hash, .literal, datatype: datatype, language: language, isEscaped: isEscaped)
        if let known { return known }
        let start = arena.count
        arena.append(UInt8(ascii: "\""))
        arena.append(contentsOf: text)
        let textEnd = arena.count
        arena.append(UInt8(ascii: "\""))
        if let language {
            arena.append(UInt8(ascii: "@"))
            arena.append(contentsOf: language)
        } else if datatype != .xsdString {
            arena.append(UInt8(ascii: "^"))
            arena.append(UInt8(ascii: "^"))
            // Byte by byte: a slice of the arena would make the append copy all of it.
            for offset in range(of: datatype) { arena.append(arena[offset]) }
        }
        return add(
            entry(from: start, textEnd: textEnd, kind: .literal, datatype: datatype, isEscaped: isEscaped), hash: hash)
    }

    @inline(__always)
    private func find(
        _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt32, _ kind: TermKind, datatype: Term,
        language: UnsafeBufferPointer<UInt8>? = nil, isEscaped: Bool
    ) -> Term? {
        let place = terms.first(hash) { place in
            let entry = entries[place]
            guard entry.kind == kind, entry.isEscaped == isEscaped, entry.datatype == datatype else { return false }
            guard hasBytes(text, in: textRange(of: entry)) else { return false }
            // rdf:langString may stand as a plain datatype too, by a mistake in the data.
            guard kind == .literal, datatype == .rdfLangString else { return true }
            guard let tag = languageRange(of: entry) else { return language == nil }
            return language.map { hasBytes($0, in: tag) } ?? false
        }
        return place.map { Term(index: UInt32($0)) }
    }

    @inline(__always)
    private func hasBytes(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
        guard range.count == bytes.count, let start = bytes.baseAddress else { return range.count == bytes.count }
        return arena.withUnsafeBufferPointer { arena in
            guard let base = arena.baseAddress else { return false }
            return memcmp(base + range.lowerBound, start, bytes.count) == 0
        }
    }

    private mutating func add(iri text: UnsafeBufferPointer<UInt8>, hash: UInt32, isEscaped: Bool) -> Term {
        let start = arena.count
        arena.append(UInt8(ascii: "<"))
        arena.append(contentsOf: text)
        arena.append(UInt8(ascii: ">"))
        return add(entry(from: start, textEnd: arena.count - 1, kind: .iri, isEscaped: isEscaped), hash: hash)
    }

    private mutating func add(_ entry: Entry, hash: UInt32) -> Term {
        let term = Term(index: UInt32(entries.count))
        terms.insert(hash, place: entries.count)
        entries.append(entry)
        return term
    }

    private func entry(
        from start: Int, textEnd: Int, kind: TermKind, datatype: Term = .defaultGraph, isEscaped: Bool = false,
        isFresh: Bool = false
    ) -> Entry {
        Entry(
            start: UInt32(start), textEnd: UInt32(textEnd), end: UInt32(arena.count), datatype: datatype, kind: kind,
            isEscaped: isEscaped, isFresh: isFresh)
    }

    /// Writes the next label `b0`, `b1`, … that no term bears.
    private mutating func unusedLabel() -> Entry {
        while true {
            let start = arena.count
            arena.append(UInt8(ascii: "_"))
            arena.append(UInt8(ascii: ":"))
            arena.append(UInt8(ascii: "b"))
            DecimalDigits.append(freshLabels, to: &arena)
            freshLabels += 1
            let entry = entry(from: start, textEnd: arena.count, kind: .blankNode, isFresh: true)
            let isTaken = arena.withUnsafeBufferPointer { bytes in
                let label = UnsafeBufferPointer(rebasing: bytes[(start + 2)...])
                let hash = SeededHash.hash(label, salt: Salt.blankNode)
                return find(label, hash, .blankNode, datatype: .defaultGraph, isEscaped: false) != nil
            }
            if !isTaken { return entry }
            arena.removeSubrange(start...)
        }
    }

    /// The hash under which an entry stands in the table.
    func hash(of entry: Entry) -> UInt32 {
        arena.withUnsafeBufferPointer { bytes in
            let salt =
                switch entry.kind {
                case .iri: Salt.iri
                case .blankNode: Salt.blankNode
                case .literal:
                    languageRange(of: entry).map { Salt.literal(UnsafeBufferPointer(rebasing: bytes[$0])) }
                        ?? Salt.literal(entry.datatype)
                }
            return SeededHash.hash(UnsafeBufferPointer(rebasing: bytes[textRange(of: entry)]), salt: salt)
        }
    }

    /// What is hashed along with a term's text.
    private enum Salt {
        static let iri: UInt64 = 1
        static let blankNode: UInt64 = 2

        static func literal(_ datatype: Term) -> UInt64 { UInt64(datatype.index) << 8 | 3 }

        static func literal(_ language: UnsafeBufferPointer<UInt8>) -> UInt64 {
            UInt64(SeededHash.hash(language, salt: 4)) << 8 | 4
        }
    }
}
