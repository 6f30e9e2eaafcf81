/// A hash over bytes and small numbers for tables that strangers fill.
///
/// Its three odd numbers are drawn once a process, so nobody outside can prepare texts that all fall into one slot.
/// It decides where something is looked for, never what an answer is.
enum SeededHash {
    private static let secrets: (UInt64, UInt64, UInt64) = {
        var generator = SystemRandomNumberGenerator()
        return (generator.next() | 1, generator.next() | 1, generator.next() | 1)
    }()

    /// The hash of some bytes, mixed with a number that tells kinds of text apart.
    @inline(__always)
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>, salt: UInt64) -> UInt32 {
        let (first, second, third) = secrets
        var state = fold(salt ^ first, UInt64(truncatingIfNeeded: bytes.count) ^ third)
        guard let start = UnsafeRawPointer(bytes.baseAddress), !bytes.isEmpty else { return narrow(state) }
        var offset = 0
        var left = bytes.count
        while left > 16 {
            state = fold(word(start, offset) ^ second, word(start, offset + 8) ^ state)
            offset += 16
            left -= 16
        }
        // 1 to 16 bytes are left; two loads may overlap, the length was mixed in above.
        if left >= 8 {
            state = fold(word(start, offset) ^ third, word(start, offset + left - 8) ^ state)
        } else if left >= 4 {
            state = fold(half(start, offset) ^ third, half(start, offset + left - 4) ^ state)
        } else {
            let few =
                UInt64(bytes[offset]) << 16 | UInt64(bytes[offset + left / 2]) << 8 | UInt64(bytes[offset + left - 1])
            state = fold(few ^ third, state ^ second)
        }
        return narrow(state)
    }

    /// The hash of four numbers.
    @inline(__always)
    static func hash(_ one: UInt32, _ two: UInt32, _ three: UInt32, _ four: UInt32) -> UInt32 {
        let (first, second, third) = secrets
        let state = fold(UInt64(one) << 32 | UInt64(two) ^ first, third)
        return narrow(fold((UInt64(three) << 32 | UInt64(four)) ^ second, state ^ first))
    }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    @inline(__always)
    private static func narrow(_ state: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: state ^ state >> 32) }

    @inline(__always)
    private static func word(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    @inline(__always)
    private static func half(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        UInt64(start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
}
