extension SeededHash {
    @inline(__always)
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 { hash(bytes, salt: 0) }

    static func hash(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { hash($0, salt: 0) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether both are the same bytes, compared eight at a time.
    @inline(__always)
    func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let a = UnsafeRawPointer(baseAddress), let b = UnsafeRawPointer(other.baseAddress) else {
            return count == 0
        }
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
