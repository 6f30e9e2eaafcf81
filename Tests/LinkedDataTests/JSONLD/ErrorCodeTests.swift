import Encodings
import LinkedData
import Testing

/// The codes of `JSONLDError` beside those of the standard.
@Suite("JSON-LD: error codes") struct ErrorCodeTests {
    /// JSON-LD 1.1 API, section 10.3, but for what this library doesn't do: HTML, HTTP headers, compaction and
    /// processing as JSON-LD 1.0.
    static let standard: Set<String> = [
        "colliding keywords", "conflicting indexes", "context overflow", "cyclic IRI mapping", "invalid @id value",
        "invalid @import value", "invalid @included value", "invalid @index value", "invalid @nest value",
        "invalid @prefix value", "invalid @propagate value", "invalid @protected value", "invalid @reverse value",
        "invalid @version value", "invalid base direction", "invalid base IRI", "invalid container mapping",
        "invalid context entry", "invalid context nullification", "invalid default language", "invalid IRI mapping",
        "invalid JSON literal",
        "invalid keyword alias", "invalid language map value", "invalid language mapping",
        "invalid language-tagged string", "invalid language-tagged value", "invalid local context",
        "invalid remote context", "invalid reverse property map", "invalid reverse property value",
        "invalid reverse property", "invalid scoped context", "invalid set or list object", "invalid term definition",
        "invalid type mapping", "invalid type value", "invalid typed value", "invalid value object value",
        "invalid value object", "invalid vocab mapping", "keyword redefinition", "loading document failed",
        "loading remote context failed", "protected term redefinition",
    ]

    @Test("Every code of the standard that can come is there, spelled the standard's way")
    func complete() {
        #expect(Set(JSONLDError.Code.allCases.compactMap(\.standardCode)) == Self.standard)
    }

    @Test("Every error has a way out")
    func hints() {
        for code in JSONLDError.Code.allCases {
            let error = JSONLDError(code, "Something is the matter.")
            #expect(error.hint?.hasSuffix(".") == true)
            #expect(error.codeText.hasPrefix("jsonld.") || error.codeText.hasPrefix("limit."))
        }
    }
}
