import Encodings

/// What can be said of contexts that stand in a document itself: they are never believed, but one that turns the data
/// model's own words, or words that it guards, into others is a mistake or a trick.
///
/// [JSON-LD 1.1 §4.1.11](https://www.w3.org/TR/json-ld11/#protected-term-definitions): a guarded word keeps its meaning;
/// [§9.15](https://www.w3.org/TR/json-ld11/#context-definitions): a word stands for an IRI.
enum InlineContexts {
    /// The first rule that one of them breaks, in words that name the place.
    ///
    /// - Parameter contexts: the document's, that of the data model first.
    static func problem(in contexts: [JSONValue], of version: DataModelVersion) -> String? {
        guard contexts.contains(where: { $0.objectValue != nil }) else { return nil }
        var guarded = words(of: version)
        for (index, context) in contexts.enumerated() {
            guard let context = context.objectValue else { continue }
            for member in context.members where !member.name.hasPrefix("@") {
                let place = "$['@context'][\(index)][\"\(member.name)\"]"
                let known = guarded.first { $0.name.hasSameBytes(as: member.name) }
                if let known, meaning(of: known.value) != meaning(of: member.value) {
                    return "\(place) gives a word of the data model, or one that an earlier context guards, "
                        + "another meaning"
                }
                if let meaning = meaning(of: member.value), meaning.utf8.contains(where: { $0 <= 0x20 }) {
                    return "\(place) stands for something that is no address"
                }
                let isGuarded = member.value["@protected"] ?? context["@protected"]
                if known == nil, isGuarded == true { guarded.append(member) }
            }
        }
        return nil
    }

    /// What a word stands for: an address, a keyword or another word; nothing when it is taken away.
    private static func meaning(of definition: JSONValue) -> String? {
        definition.stringValue ?? definition["@id"]?.stringValue
    }

    private static func words(of version: DataModelVersion) -> [JSONObject.Member] {
        let document =
            switch version {
            case .v1: CredentialsV1Context.document
            case .v2: CredentialsV2Context.document
            }
        return (document["@context"]?.objectValue?.members ?? []).filter { !$0.name.hasPrefix("@") }
    }
}
