import Encodings

/// The keywords of JSON-LD 1.1 (JSON-LD 1.1, section 1.7), each of which begins with `@`.
enum Keyword: UInt8, CaseIterable, Sendable {
    // The numbers begin at one and stay below `TextID.firstText`: a keyword's number is its text's, too.
    case base = 1
    case container, context, direction, graph, id, `import`, included, index, json, language, list, nest, none
    case prefix, propagate, protected, reverse, set, type, value, version, vocab

    /// The keyword as it is written.
    var text: String { Self.texts[Int(rawValue) - 1] }

    /// In the order of the cases.
    private static let texts = [
        "@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included", "@index", "@json",
        "@language", "@list", "@nest", "@none", "@prefix", "@propagate", "@protected", "@reverse", "@set", "@type",
        "@value", "@version", "@vocab",
    ]

    /// The keyword that is written so, exactly.
    init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "@"), let keyword = Self.byText[text.utf8.dropFirst().count] else {
            return nil
        }
        for candidate in keyword where candidate.name.hasSameBytes(as: text) {
            self = candidate.keyword
            return
        }
        return nil
    }

    /// The keywords by the length of their names.
    private static let byText: [Int: [(name: String, keyword: Keyword)]] = Dictionary(
        grouping: allCases.map { (name: $0.text, keyword: $0) }, by: { $0.name.utf8.count - 1 })

    /// Whether a text has the form of a keyword: `@` and then letters only.
    static func hasForm(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.first == UInt8(ascii: "@"), bytes.count > 1 else { return false }
        return bytes.dropFirst().allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    }
}

/// A set of keywords: which of them an object has.
struct KeywordSet: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ keyword: Keyword) { rawValue = 1 << UInt32(keyword.rawValue) }

    static let graph = KeywordSet(.graph)
    static let id = KeywordSet(.id)
    static let included = KeywordSet(.included)
    static let index = KeywordSet(.index)
    static let language = KeywordSet(.language)
    static let list = KeywordSet(.list)
    static let reverse = KeywordSet(.reverse)
    static let set = KeywordSet(.set)
    static let type = KeywordSet(.type)
    static let value = KeywordSet(.value)
    static let direction = KeywordSet(.direction)
}
