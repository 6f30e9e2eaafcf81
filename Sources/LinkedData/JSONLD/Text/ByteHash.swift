import Encodings

/// A quick hash of bytes, keyed afresh in each process so that no one can prepare texts that collide.
enum ByteHash {
    private static let keys: (UInt64, UInt64) = {
        var generator = SystemRandomNumberGenerator()
        return (generator.next() | 1, generator.next() | 1)
    }()

    /// Sixteen bytes at a time are folded by one wide multiplication.
    @inline(__always)
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let keys = keys
        let count = bytes.count
        guard let base = bytes.baseAddress else { return UInt32(truncatingIfNeeded: keys.0) }
        let raw = UnsafeRawPointer(base)
        var state = keys.1 ^ UInt64(truncatingIfNeeded: count)
        if count >= 16 {
            var offset = 0
            while offset + 16 <= count {
                state = fold(word(raw, offset) ^ keys.0, word(raw, offset + 8) ^ state)
                offset += 16
            }
            // The last sixteen bytes, some of them perhaps again.
            return finish(fold(word(raw, count - 16) ^ keys.0, word(raw, count - 8) ^ state), keys.1)
        }
        if count >= 8 {
            return finish(fold(word(raw, 0) ^ keys.0, word(raw, count - 8) ^ state), keys.1)
        }
        var tail: UInt64 = 0
        for index in 0..<count { tail = tail << 8 | UInt64(base[index]) }
        return finish(fold(tail ^ keys.0, state), keys.1)
    }

    static func hash(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { hash($0) }
    }

    @inline(__always)
    private static func word(_ raw: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    @inline(__always)
    private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    @inline(__always)
    private static func finish(_ state: UInt64, _ key: UInt64) -> UInt32 {
        let mixed = fold(state ^ 0x9E37_79B9_7F4A_7C15, key)
        return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether both are the same bytes, compared eight at a time.
    @inline(__always)
    func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let a = baseAddress.map(UnsafeRawPointer.init), let b = other.baseAddress.map(UnsafeRawPointer.init)
        else { return count == 0 }
        var offset = 0
        while count - offset >= 8 {
            guard
                a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    == b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            else { return false }
            offset += 8
        }
        while offset < count {
            guard self[offset] == other[offset] else { return false }
            offset += 1
        }
        return true
    }
}
