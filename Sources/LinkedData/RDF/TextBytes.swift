/// Text at hand as UTF-8 bytes, in whatever holds it: a string, an array, a buffer.
///
/// Whoever gives plain bytes vouches that they are UTF-8; the parsers of this library check it.
public protocol TextBytes {
    /// Lends the bytes, without a copy where they lie in one piece.
    func withTextBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer
}

extension String: TextBytes {
    @inlinable
    public func withTextBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
        var text = self
        return text.withUTF8(body)
    }
}

extension Substring: TextBytes {
    @inlinable
    public func withTextBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
        var text = self
        return text.withUTF8(body)
    }
}

extension Array: TextBytes where Element == UInt8 {
    @inlinable
    public func withTextBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
        withUnsafeBufferPointer(body)
    }
}

extension ArraySlice: TextBytes where Element == UInt8 {
    @inlinable
    public func withTextBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
        withUnsafeBufferPointer(body)
    }
}

extension UnsafeBufferPointer: TextBytes where Element == UInt8 {
    @inlinable
    public func withTextBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer { body(self) }
}
