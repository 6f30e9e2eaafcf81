import Encodings
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
    mutating func append(_ hash: HashValue, byteCount: Int) {
        reserve(byteCount * 2)
        for place in 0..<byteCount / 8 {
            var word = hash.word(place)
            var offset = count + 15
            while offset >= count {
                start[offset] = Base16.digit(UInt8(truncatingIfNeeded: word & 0x0F))
                word >>= 4
                offset -= 1
            }
            count += 16
        }
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
