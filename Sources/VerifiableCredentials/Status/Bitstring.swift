import Encodings

/// The bits of a status list, the first the left-most of its byte, after
/// [Bitstring Status List 1.0 §3](https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-encoding).
public struct Bitstring: Sendable, Hashable {
    /// §2.2: "The uncompressed bitstring MUST be at least 16KB in size", so that one credential hides among many.
    public static let minimumCount = 131_072
    /// 16 MiB, 134 million credentials: what is unpacked at most of a list from a stranger.
    public static let maxBytes = 16 << 20

    private var bytes: [UInt8]
    /// The list as it came began with the multibase prefix `u`, as the standard has it; some in the field don't.
    public let hasMultibasePrefix: Bool

    /// All bits 0.
    ///
    /// - Parameter count: rounded up to whole bytes.
    public init(count: Int = minimumCount) {
        bytes = [UInt8](repeating: 0, count: (Swift.max(count, 0) + 7) / 8)
        hasMultibasePrefix = true
    }

    public var count: Int { bytes.count * 8 }

    /// Fewer bits than that.
    public var isShort: Bool { isShort(forEntriesOf: 1) }

    /// Fewer entries than the standard demands (§3.2, step 9); read all the same, but to be named.
    ///
    /// - Parameter size: how many bits an entry has.
    public func isShort(forEntriesOf size: Int) -> Bool { count / max(size, 1) < Self.minimumCount }

    /// The bit, or nothing when the list ends before it: an absent bit is not a bit that is 0.
    public subscript(_ index: Int) -> Bool? {
        guard index >= 0, index < count else { return nil }
        return bytes[index / 8] & (0x80 >> UInt8(index % 8)) != 0
    }

    /// The value of an entry of several bits, the left-most bit first; nothing when the list ends before it.
    public func value(at index: Int, size: Int) -> UInt64? {
        guard index >= 0, (1...64).contains(size) else { return nil }
        let (start, overflow) = index.multipliedReportingOverflow(by: size)
        guard !overflow, count >= size, start <= count - size else { return nil }
        var value: UInt64 = 0
        for place in start..<start + size { value = value << 1 | (self[place] == true ? 1 : 0) }
        return value
    }

    /// - Throws: `StatusError` `status.index-out-of-range`.
    public mutating func set(_ index: Int, to value: Bool = true) throws(StatusError) {
        guard index >= 0, index < count else {
            throw StatusError(
                .indexOutOfRange, "The status list has \(count) places; there is no place \(index) in it.")
        }
        let mask: UInt8 = 0x80 >> UInt8(index % 8)
        if value { bytes[index / 8] |= mask } else { bytes[index / 8] &= ~mask }
    }

    /// The indexes of the bits that are 1, rising.
    public var setIndexes: [Int] {
        var indexes: [Int] = []
        for (place, byte) in bytes.enumerated() where byte != 0 {
            for bit in 0..<8 where byte & (0x80 >> UInt8(bit)) != 0 { indexes.append(place * 8 + bit) }
        }
        return indexes
    }

    // MARK: Text

    /// Gzip in multibase base64url; the same bits give the same text.
    public var encodedList: String { Multibase.encode(Gzip.compress(bytes), as: .base64url) }

    /// - Throws: `StatusError` `status.encoded-list-malformed`, `limit.status-list`.
    public init(encodedList text: String) throws(StatusError) {
        // Gzip's first byte is 0x1F, whose base64url begins with "H", so "u" is never gzip's.
        hasMultibasePrefix = text.utf8.first == UInt8(ascii: "u")
        do {
            let packed = try Base64URL.decode(text.utf8.dropFirst(hasMultibasePrefix ? 1 : 0))
            bytes = try Gzip.inflate(packed, limit: Self.maxBytes)
        } catch {
            guard error.code != .gzipLimit else {
                throw StatusError(
                    .tooLarge, "The status list unpacks to more than 16 MiB, more than is read.",
                    cause: error.description)
            }
            throw StatusError(
                .encodedListMalformed, "The status list's bits can't be unpacked.",
                hint: "Ask the issuer to publish its status list again.", cause: error.description)
        }
    }

    public static func == (left: Bitstring, right: Bitstring) -> Bool { left.bytes == right.bytes }
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
