import Glibc

/// Bytes that grow at their end and are emptied without giving their memory back.
struct ByteBuffer: ~Copyable {
    private(set) var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 256) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// All bytes, until the next change.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafePointer<UInt8>, count length: Int) {
        reserve(length)
        memcpy(start + count, bytes, length)
        count += length
    }

    @inline(__always)
    mutating func append(_ text: StaticString) { append(text.utf8Start, count: text.utf8CodeUnitCount) }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { if let start = $0.baseAddress { append(start, count: $0.count) } }
    }

    /// Decimal digits.
    @inline(__always)
    mutating func append(_ number: Int) {
        if number < 10 {
            append(0x30 + UInt8(truncatingIfNeeded: number))
        } else {
            appendDigits(number)
        }
    }

    private mutating func appendDigits(_ number: Int) {
        if number >= 10 { appendDigits(number / 10) }
        append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }

    /// The hexadecimal text of a digest.
    @inline(__always)
    mutating func append(_ hash: HashValue, byteCount: Int) {
        reserve(byteCount * 2)
        let raw = UnsafeMutableRawPointer(start)
        for place in 0..<byteCount / 8 {
            let word = hash.word(place)
            raw.storeBytes(of: Self.hexadecimal(word >> 32).bigEndian, toByteOffset: count, as: UInt64.self)
            raw.storeBytes(of: Self.hexadecimal(word & 0xFFFF_FFFF).bigEndian, toByteOffset: count + 8, as: UInt64.self)
            count += 16
        }
    }

    /// The eight digits of a number of 32 bits: each half-byte is moved to a byte of its own, then all become digits at
    /// once.
    @inline(__always)
    private static func hexadecimal(_ number: UInt64) -> UInt64 {
        var digits = (number << 16 | number) & 0x0000_FFFF_0000_FFFF
        digits = (digits << 8 | digits) & 0x00FF_00FF_00FF_00FF
        digits = (digits << 4 | digits) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = (digits &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return digits &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
    }

    @inline(__always)
    private mutating func reserve(_ length: Int) {
        if capacity - count < length { grow(by: length) }
    }

    @inline(never)
    private mutating func grow(by length: Int) {
        capacity = max(capacity * 2, count + length)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(larger, start, count)
        start.deallocate()
        start = larger
    }
}
