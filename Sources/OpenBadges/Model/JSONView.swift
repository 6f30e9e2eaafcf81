public import Encodings

/// A typed reading of one JSON object: nothing is copied, and what the reading doesn't know stays in `json`.
///
/// Sets may stand as arrays or, of one element, without brackets. A single value is read only when there is exactly one:
/// where order says nothing, the first of several would be as good as any. Text is a plain string; objects of texts by
/// language and value objects are no text, since Open Badges has one language a badge. Members of another kind than
/// they should be read as absent: the schema is the place that complains.
///
/// The claims are read by their short names. In suites that sign RDF the verifier has to know first that these names
/// mean what they say and that no other node adds to them.
public protocol JSONView: Sendable, Hashable {
    var json: JSONObject { get }
    init(_ json: JSONObject)
}

extension JSONView {
    /// The object's own id.
    public var id: String? { text("id") }

    /// The words in `type`, whether it is an array or one text.
    public var types: [String] { texts("type") }

    public func isOfType(_ type: String) -> Bool {
        switch json["type"] {
        case .string(let word): word.hasSameBytes(as: type)
        case .array(let words): words.contains { $0.stringValue?.hasSameBytes(as: type) ?? false }
        default: false
        }
    }

    /// The one value of a member, brackets or not.
    func single(_ name: String) -> JSONValue? {
        guard let value = json[name] else { return nil }
        guard case .array(let values) = value else { return value }
        return values.count == 1 ? values[0] : nil
    }

    func text(_ name: String) -> String? { single(name)?.stringValue }

    func texts(_ name: String) -> [String] { json[name]?.asList.compactMap(\.stringValue) ?? [] }

    func view<View: JSONView>(_ name: String) -> View? { single(name)?.objectValue.map(View.init) }

    func views<View: JSONView>(_ name: String) -> [View] {
        json[name]?.asList.compactMap { $0.objectValue.map(View.init) } ?? []
    }

    func instant(_ name: String) -> Timestamp? { text(name).flatMap { Timestamp($0) } }

    /// A number as the double that it is to JCS and RDF, however many digits it was written with.
    func decimal(_ name: String) -> DecimalHundredths? {
        single(name)?.numberValue.flatMap { number in
            JSONNumber(text: number.double.description).flatMap { DecimalHundredths($0) }
        }
    }

    /// What stands in a member as an object or, shorter, as its id alone.
    func viewOrID<View: JSONView>(_ name: String) -> View? {
        switch single(name) {
        case .object(let object): View(object)
        case .string(let id): View(["id": .string(id)])
        default: nil
        }
    }
}
