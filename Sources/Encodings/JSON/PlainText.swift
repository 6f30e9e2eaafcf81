/// The bytes that stand for themselves in a JSON string: all but `"`, `\` and the control characters.
enum PlainText {
    /// Where the plain bytes from an offset on end, and whether all of them are ASCII.
    ///
    /// Looks at eight bytes at a time, each formula setting the high bit of a byte that it is about; bits above the
    /// first one set may be wrong, which is why only the first counts.
    @inline(__always)
    static func end(
        of start: UnsafePointer<UInt8>, from offset: Int, to count: Int
    ) -> (offset: Int, isASCII: Bool) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawPointer(start)
        var offset = offset
        var seen: UInt64 = 0
        while count - offset >= 8 {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let special =
                (((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash))
                & highs
            guard special == 0 else {
                let plain = special.trailingZeroBitCount / 8
                if plain > 0 { seen |= word << UInt64(64 - plain * 8) }
                return (offset + plain, seen & highs == 0)
            }
            seen |= word
            offset += 8
        }
        while offset < count {
            let byte = start[offset]
            guard byte >= 0x20, byte != 0x22, byte != 0x5C else { break }
            seen |= UInt64(byte)
            offset += 1
        }
        return (offset, seen & highs == 0)
    }
}
