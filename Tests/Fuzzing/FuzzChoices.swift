import Encodings

/// An input read as decisions, for formats of which blind bytes never make a whole.
///
/// Each decision takes a byte, so that a small change of the input changes a small part of what is made; after the last
/// byte every decision is the first alternative.
struct Choices {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }

    /// A number from nought to below that.
    mutating func number(below count: Int) -> Int {
        guard count > 1 else { return 0 }
        let value = count <= 256 ? Int(byte()) : Int(byte()) << 8 | Int(byte())
        return value % count
    }

    mutating func chance(_ one: Int, of all: Int) -> Bool { number(below: all) < one }

    mutating func one<Value>(of values: [Value]) -> Value { values[number(below: values.count)] }

    /// A generator for shuffling, begun with what is left of the input's next bytes.
    mutating func generator() -> Shuffling { Shuffling(state: UInt64(byte()) << 8 | UInt64(byte())) }
}

struct Shuffling: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

extension JSONValue {
    /// The same JSON with the members of every object the other way round.
    var reversed: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.reversed))
        case .object(let object):
            .object(
                JSONObject(
                    uniqueMembers: object.members.reversed().map { .init(name: $0.name, value: $0.value.reversed) })
            )
        default: self
        }
    }
}
