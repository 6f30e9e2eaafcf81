import Encodings

/// IRI Expansion (JSON-LD 1.1 API, section 6.2) while contexts are processed; documents have a quicker one over bytes.
extension ContextProcessor {
    /// The keyword, IRI, blank node identifier or relative reference that a text stands for; nothing for null.
    ///
    /// - Parameter local: the context definition that is being processed, whose terms are defined as they are needed.
    mutating func expandIRI(
        _ value: String, in active: inout ContextBuilder, local: LocalContext?, documentRelative: Bool, vocab: Bool
    ) throws(JSONLDError) -> String? {
        // 1)
        if Keyword(value) != nil { return value }
        // 2)
        if Keyword.hasForm(value) { return nil }
        // 3)
        if let local, let place = local.place(of: value), local.progress(at: place) != .done {
            try createTermDefinition(at: place, of: local, in: &active)
        }
        if let definition = active.terms[value] {
            // 4)
            if definition.keyword != nil { return definition.iri }
            // 5)
            if vocab { return definition.iri }
        }
        // 6)
        if let colon = value.utf8.dropFirst().firstIndex(of: UInt8(ascii: ":")) {
            // 6.1)
            let prefix = String(value[..<colon])
            let suffix = value[value.utf8.index(after: colon)...]
            // 6.2)
            if prefix.hasSameBytes(as: "_") || suffix.utf8.starts(with: [0x2F, 0x2F]) { return value }
            // 6.3)
            if let local, let place = local.place(of: prefix), local.progress(at: place) != .done {
                try createTermDefinition(at: place, of: local, in: &active)
            }
            // 6.4)
            if let definition = active.terms[prefix], definition.isPrefix, let iri = definition.iri {
                try spend(iri.utf8.count / Self.bytesPerUnit)
                return iri + suffix
            }
            // 6.5)
            if IRI.isAbsolute(value) { return value }
        }
        // 7)
        if vocab, let vocabulary = active.vocabularyMapping {
            try spend(vocabulary.utf8.count / Self.bytesPerUnit)
            return vocabulary + value
        }
        // 8)
        if documentRelative, let base = active.baseIRI {
            try spend(base.utf8.count / 16)
            return IRIReference.resolve(value, against: base)
        }
        // 9)
        return value
    }
}
