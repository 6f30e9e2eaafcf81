/// A digest of up to 48 bytes as six numbers. Its order is that of its hexadecimal text, which RDFC-1.0 calls a hash.
struct HashValue: Hashable, Comparable, Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    init(_ bytes: UnsafeRawBufferPointer, byteCount: Int) {
        func word(_ place: Int) -> UInt64 {
            guard place * 8 + 8 <= byteCount else { return 0 }
            return UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
        }
        words = (word(0), word(1), word(2), word(3), word(4), word(5))
    }

    @inline(__always)
    static func < (left: HashValue, right: HashValue) -> Bool {
        if left.words.0 != right.words.0 { return left.words.0 < right.words.0 }
        if left.words.1 != right.words.1 { return left.words.1 < right.words.1 }
        if left.words.2 != right.words.2 { return left.words.2 < right.words.2 }
        if left.words.3 != right.words.3 { return left.words.3 < right.words.3 }
        if left.words.4 != right.words.4 { return left.words.4 < right.words.4 }
        return left.words.5 < right.words.5
    }

    @inline(__always)
    static func == (left: HashValue, right: HashValue) -> Bool {
        left.words.0 == right.words.0 && left.words.1 == right.words.1 && left.words.2 == right.words.2
            && left.words.3 == right.words.3 && left.words.4 == right.words.4 && left.words.5 == right.words.5
    }

    func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

    /// The words in order, of which a digest of `byteCount` bytes has that many eighths.
    @inline(__always)
    func word(_ place: Int) -> UInt64 {
        switch place {
        case 0: words.0
        case 1: words.1
        case 2: words.2
        case 3: words.3
        case 4: words.4
        default: words.5
        }
    }
}
