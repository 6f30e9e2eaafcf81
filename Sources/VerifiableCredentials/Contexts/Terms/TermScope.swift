import Encodings

/// One context's term table as it was written, before it is known which other contexts hold beside it.
final class TermScope: Sendable {
    struct Row: Sendable {
        let term: String
        let iri: String
        let isPrefix: Bool
        let isProtected: Bool
        let type: String?
        let containers: [String]
        let scope: TermScope?
    }

    /// The value of `@context`.
    let json: JSONValue
    /// Whether it takes all terms away.
    let isCleared: Bool
    let hasVocabulary: Bool
    let rows: [Row]

    /// Reads contexts that were checked before: those that ship, and those that `ContextFile` let pass.
    init(_ json: JSONValue) {
        self.json = json
        isCleared = json.isNull
        let object = json.objectValue ?? [:]
        hasVocabulary = object["@vocab"] != nil
        let isProtected = object["@protected"]?.boolValue ?? false
        rows = object.members.compactMap { member in
            guard member.name.utf8.first != UInt8(ascii: "@") else { return nil }
            let iri = member.value.stringValue ?? member.value["@id"]?.stringValue ?? ""
            let isSimple = member.value.stringValue != nil
            return Row(
                term: member.name, iri: iri,
                // Create Term Definition, step 14.2.5: a simple term whose IRI ends so can be a prefix.
                isPrefix: member.value["@prefix"]?.boolValue ?? (isSimple && Self.endsAsPrefix(iri)),
                isProtected: member.value["@protected"]?.boolValue ?? isProtected,
                type: member.value["@type"]?.stringValue,
                containers: member.value["@container"]?.asList.compactMap(\.stringValue) ?? [],
                scope: member.value["@context"].map { TermScope($0) })
        }
    }

    private static func endsAsPrefix(_ iri: String) -> Bool {
        iri.utf8.last.map { ":/?#[]@".utf8.contains($0) } ?? false
    }

    func row(_ term: some StringProtocol) -> Row? {
        // Whole IRIs are asked for as well: their length alone tells them from nearly all terms.
        let length = term.utf8.count
        return rows.first { $0.term.utf8.count == length && $0.term.utf8.elementsEqual(term.utf8) }
    }
}
