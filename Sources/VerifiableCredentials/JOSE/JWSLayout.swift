import Glibc

/// Where the parts of a serialised JWS lie, found with the C library's searches: a badge has thousands of letters.
struct JWSLayout {
    /// The text without white space at either end.
    private(set) var start = 0
    private(set) var end = 0
    /// The first letter, when there is one.
    private(set) var first: UInt8?
    /// Whether there is a `~`, which only SD-JWT has.
    private(set) var hasTilde = false
    /// The places of the first dots: at most five, one more than any serialisation has.
    private(set) var dots: [Int] = []

    init(of text: [UInt8]) {
        text.withUnsafeBytes { bytes in
            end = bytes.count
            while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
            while start < end, Self.isSpace(bytes[start]) { start += 1 }
            guard start < end, let base = bytes.baseAddress else { return }
            first = bytes[start]
            hasTilde = memchr(base + start, Int32(UInt8(ascii: "~")), end - start) != nil
            var place = start
            while dots.count < 5, place < end,
                let found = memchr(base + place, Int32(UInt8(ascii: ".")), end - place)
            {
                let dot = UnsafeRawPointer(found) - base
                dots.append(dot)
                place = dot + 1
            }
        }
    }

    /// Space, tab, line feed and carriage return.
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
