import Encodings
import Glibc

/// IRI Expansion (JSON-LD 1.1 API, section 6.2) in documents: over bytes, and to numbers of texts.
extension Expander {
    /// The keyword or text that a name or value stands for; no text for null.
    mutating func expandIRI(
        _ value: String, in context: ActiveContext, documentRelative: Bool, vocab: Bool
    ) -> TextID {
        var value = value
        return value.withUTF8 { bytes in
            expandIRI(bytes, in: context, documentRelative: documentRelative, vocab: vocab)
        }
    }

    private mutating func expandIRI(
        _ value: UnsafeBufferPointer<UInt8>, in context: ActiveContext, documentRelative: Bool, vocab: Bool
    ) -> TextID {
        // Step 3 and 6.3 belong to context processing. Names with a colon are never aliases of keywords, so that only
        // others are looked up where terms don't count.
        let colon = Self.colon(in: value)
        if vocab || colon == nil {
            // 1), 4), 5) The keywords stand in the table of terms.
            if let definition = context.terms.find(value) {
                if let keyword = definition.keyword { return TextID(keyword) }
                if vocab { return tree.texts.intern(iriOf: definition) }
            }
            // 2)
            if value.first == UInt8(ascii: "@"), Self.hasFormOfKeyword(value) { return .none }
        }
        // 6)
        if let colon {
            // 6.1)
            let suffix = UnsafeBufferPointer(rebasing: value[(colon + 1)...])
            // 6.2)
            if colon == 1, value[0] == UInt8(ascii: "_") { return tree.texts.intern(value) }
            if suffix.count >= 2, suffix[0] == UInt8(ascii: "/"), suffix[1] == UInt8(ascii: "/") {
                return tree.texts.intern(value)
            }
            // 6.4)
            let prefix = UnsafeBufferPointer(rebasing: value[..<colon])
            if let definition = context.terms.find(prefix), definition.isPrefix, let iri = definition.iri {
                return intern(iri, suffix)
            }
            // 6.5)
            if IRI.schemeLength(of: value) != nil { return tree.texts.intern(value) }
        }
        // 7)
        if vocab, let vocabulary = context.vocabularyMapping { return intern(vocabulary, value) }
        // 8)
        if documentRelative, let base = context.baseIRI {
            // A base is taken apart anew each time, however little of it remains.
            tree.texts.spend(8 * base.utf8.count)
            if tree.texts.isFull { return .none }
            return tree.texts.intern(IRIReference.resolve(String(decoding: value, as: UTF8.self), against: base))
        }
        // 9)
        return tree.texts.intern(value)
    }

    private mutating func intern(_ head: String, _ tail: UnsafeBufferPointer<UInt8>) -> TextID {
        if tree.texts.isFull { return .none }
        var head = head
        return head.withUTF8 { head in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: head.count + tail.count + 1) { joined in
                for index in head.indices { joined[index] = head[index] }
                for index in tail.indices { joined[head.count + index] = tail[index] }
                return tree.texts.intern(UnsafeBufferPointer(rebasing: joined[..<(head.count + tail.count)]))
            }
        }
    }

    /// Where the first colon after the first character stands.
    @inline(__always)
    private static func colon(in value: UnsafeBufferPointer<UInt8>) -> Int? {
        guard value.count > 1, let base = value.baseAddress else { return nil }
        guard let found = memchr(base + 1, Int32(UInt8(ascii: ":")), value.count - 1) else { return nil }
        return UnsafeRawPointer(base).distance(to: found)
    }

    private static func hasFormOfKeyword(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        value.count > 1 && value.dropFirst().allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    }

    // MARK: With the rules of safe mode

    /// The IRI of a node.
    mutating func expandID(
        _ value: String, in context: ActiveContext, vocab: Bool, at origin: Int32
    ) throws(JSONLDError) -> TextID {
        let id = expandIRI(value, in: context, documentRelative: true, vocab: vocab)
        if options.isSafe, let code = unsafety(of: id) { throw unsafe(value, code, at: origin) }
        return id
    }

    /// The IRI of a type.
    mutating func expandType(_ value: String, in context: ActiveContext, at origin: Int32) throws(JSONLDError) -> TextID
    {
        try expandID(value, in: context, vocab: true, at: origin)
    }

    /// Why a text won't do for a node or a type, if it won't.
    @inline(__always)
    func unsafety(of id: TextID) -> JSONLDError.Code? {
        if id == .none { return .reservedTerm }
        if id.isKeyword { return id == TextID(.json) || id == TextID(.none) ? nil : .reservedTerm }
        switch tree.texts.kind(of: id) {
        case .iri, .blankNode: return nil
        case .relative: return .relativeIRI
        case .malformed: return .malformedIRI
        }
    }

    @inline(never)
    func unsafe(_ value: String, _ code: JSONLDError.Code, at origin: Int32) -> JSONLDError {
        let shown = UTF8Text.shown(value)
        let message =
            switch code {
            case .relativeIRI: "\"\(shown)\" is no whole IRI and no term that stands for one."
            case .malformedIRI: "\"\(shown)\" has characters that no IRI has."
            default: "\"\(shown)\" looks like a keyword where an IRI is due."
            }
        return failure(code, message, at: origin)
    }
}
