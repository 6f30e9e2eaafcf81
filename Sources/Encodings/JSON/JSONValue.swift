/// A JSON text as it was written: members keep their order, numbers their digits, names their bytes.
///
/// Two strings are the same here when their UTF-8 bytes are; Swift's own `==` would merge `"é"` and `"e\u{301}"`,
/// and with them two names that a signature keeps apart.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): for byte in value.utf8 { hasher.combine(byte) }
        case .array(let values): hasher.combine(values)
        case .object(let value): hasher.combine(value)
        }
    }
}

extension JSONValue {
    @inlinable public var stringValue: String? { if case .string(let value) = self { value } else { nil } }
    @inlinable public var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }
    @inlinable public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    @inlinable public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }
    @inlinable public var numberValue: JSONNumber? { if case .number(let value) = self { value } else { nil } }
    @inlinable public var isNull: Bool { if case .null = self { true } else { false } }

    /// The member of that name, when this is an object that has it.
    @inlinable public subscript(_ name: String) -> JSONValue? { objectValue?[name] }

    /// The value itself as a list: an array's elements, nothing for `null`, otherwise the one value.
    ///
    /// JSON-LD lets a set of one stand without brackets; readers of sets start here.
    public var asList: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    /// What kind of value this is, in the words of RFC 8259.
    public var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
    public init(nilLiteral: ()) { self = .null }
}

extension String {
    /// Whether both are the same bytes of UTF-8; canonical equivalence doesn't count.
    @inlinable
    public func hasSameBytes(as other: String) -> Bool {
        let (a, b) = (utf8, other.utf8)
        guard a.count == b.count else { return false }
        // Texts of one and the same representation need no look at their bytes; short ones have one alone.
        if unsafeBitCast(self, to: UTF8Bytes.Representation.self)
            == unsafeBitCast(other, to: UTF8Bytes.Representation.self)
        {
            return true
        }
        let fast = a.withContiguousStorageIfAvailable { left in
            b.withContiguousStorageIfAvailable { right in UTF8Bytes.areSame(left, right) }
        }
        if let fast, let answer = fast { return answer }
        return a.elementsEqual(b)
    }
}

/// How texts are compared whose bytes matter.
@usableFromInline
enum UTF8Bytes {
    /// The two words that a `String` consists of. That two texts have the same ones shows that they are the same;
    /// that they differ shows nothing.
    @usableFromInline
    typealias Representation = (UInt64, UInt64)

    /// Whether two texts of one length are the same, eight bytes at a time: most names are short, and a call of
    /// memcmp would cost more than comparing them.
    @inlinable
    static func areSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count, let a = left.baseAddress, let b = right.baseAddress else {
            return left.count == right.count
        }
        let (x, y) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
        var offset = 0
        while left.count - offset >= 8 {
            guard
                x.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    == y.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            else { return false }
            offset += 8
        }
        while offset < left.count {
            guard a[offset] == b[offset] else { return false }
            offset += 1
        }
        return true
    }
}
