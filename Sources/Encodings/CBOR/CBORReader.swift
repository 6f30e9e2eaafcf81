/// Reads one CBOR item strictly: definite lengths, shortest heads, no key twice, nothing behind it.
///
/// Two spellings of one value would be two proofs of one document, so that only the deterministic heads of
/// [RFC 8949 §4.2.1](https://www.rfc-editor.org/rfc/rfc8949#section-4.2.1) are taken; the order of map keys is free,
/// as writers differ in it.
public struct CBORReader {
    /// A proof nests three deep.
    public static let maxDepth = 16
    /// One item per signed statement and some more: a document has at most 20,000 statements.
    public static let maxItems = 100_000

    private let bytes: [UInt8]
    private var place = 0
    private var items = 0

    /// - Throws: `EncodingError` `encoding.cbor`, `limit.cbor`.
    public static func parse(_ bytes: [UInt8]) throws(EncodingError) -> CBORValue {
        var reader = CBORReader(bytes: bytes)
        let value = try reader.item(depth: 0)
        guard reader.place == bytes.count else { throw Self.malformed("it goes on behind its end", at: reader.place) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func item(depth: Int) throws(EncodingError) -> CBORValue {
        let start = place
        items += 1
        guard depth < Self.maxDepth, items <= Self.maxItems else { throw Self.tooLarge(at: start) }
        let first = try byte()
        if first >> 5 == 7 { return try simple(first, at: start) }
        let argument = try argument(first & 0x1F, at: start)
        switch first >> 5 {
        case 0: return .unsigned(argument)
        case 1: return .negative(argument)
        case 2: return .bytes(Array(try content(argument, at: start)))
        case 3:
            guard let text = String(validating: try content(argument, at: start), as: UTF8.self) else {
                throw Self.malformed("it holds text that is not UTF-8", at: start)
            }
            return .text(text)
        case 4:
            var elements: [CBORValue] = []
            for _ in 0..<(try count(argument, at: start)) { elements.append(try item(depth: depth + 1)) }
            return .array(elements)
        case 5:
            var entries: [CBORValue.Entry] = []
            var keys: Set<CBORValue> = []
            for _ in 0..<(try count(argument, at: start)) {
                let keyStart = place
                let key = try item(depth: depth + 1)
                guard keys.insert(key).inserted else { throw Self.malformed("it has a key twice", at: keyStart) }
                entries.append(CBORValue.Entry(key, try item(depth: depth + 1)))
            }
            return .map(entries)
        default: return .tagged(argument, try item(depth: depth + 1))
        }
    }

    private func simple(_ first: UInt8, at start: Int) throws(EncodingError) -> CBORValue {
        switch first {
        case 0xF4: .bool(false)
        case 0xF5: .bool(true)
        case 0xF6: .null
        default: throw Self.malformed("it holds something of a kind that is not read here", at: start)
        }
    }

    /// A count that the rest of the input can hold at one byte an item, so that a lie costs no memory.
    private func count(_ argument: UInt64, at start: Int) throws(EncodingError) -> Int {
        guard argument <= UInt64(bytes.count - place) else {
            throw Self.malformed("it ends in the middle of an item", at: start)
        }
        return Int(argument)
    }

    private mutating func content(_ length: UInt64, at start: Int) throws(EncodingError) -> ArraySlice<UInt8> {
        let length = try count(length, at: start)
        defer { place += length }
        return bytes[place..<(place + length)]
    }

    private mutating func byte() throws(EncodingError) -> UInt8 {
        guard place < bytes.count else { throw Self.malformed("it ends in the middle of an item", at: place) }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func argument(_ information: UInt8, at start: Int) throws(EncodingError) -> UInt64 {
        let (length, least): (Int, UInt64)
        switch information {
        case 0..<24: return UInt64(information)
        case 24: (length, least) = (1, 24)
        case 25: (length, least) = (2, 0x100)
        case 26: (length, least) = (4, 0x1_0000)
        case 27: (length, least) = (8, 0x1_0000_0000)
        default: throw Self.malformed("it holds something of a kind that is not read here", at: start)
        }
        var value: UInt64 = 0
        for _ in 0..<length { value = value << 8 | UInt64(try byte()) }
        guard value >= least else {
            throw Self.malformed("it holds a number that is written longer than needed", at: start)
        }
        return value
    }

    private static func malformed(_ problem: String, at offset: Int) -> EncodingError {
        EncodingError(.cbor, "The CBOR data can't be read: \(problem), at byte \(offset).")
    }

    private static func tooLarge(at offset: Int) -> EncodingError {
        EncodingError(.cborLimit, "The CBOR data holds more, or nests deeper, than is read, at byte \(offset).")
    }
}
