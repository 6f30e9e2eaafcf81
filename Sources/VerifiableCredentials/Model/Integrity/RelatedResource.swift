public import Encodings

/// Bytes elsewhere that a credential speaks of, named by an id and by digests.
///
/// [VC Data Model 2.0 §5.3](https://www.w3.org/TR/vc-data-model-2.0/#integrity-of-related-resources)
public struct RelatedResource: Sendable, Hashable {
    public let id: String
    public let digests: NamedDigests

    /// Those of a credential that have an id, at most a few dozen.
    public static func all(in credential: JSONObject) -> [RelatedResource] {
        (credential["relatedResource"]?.asList ?? []).prefix(maxCount).compactMap { value in
            value["id"]?.stringValue.map { RelatedResource(id: $0, digests: NamedDigests(in: value)) }
        }
    }

    /// More than a credential has pages, pictures and contexts.
    private static let maxCount = 64
}
