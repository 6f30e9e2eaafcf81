/// Lends the bytes of any collection as one buffer; arrays, their slices and native strings are not copied.
func withContiguousBytes<Answer>(
    _ bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Answer
) -> Answer {
    if let answer = bytes.withContiguousStorageIfAvailable(body) { return answer }
    return Array(bytes).withUnsafeBufferPointer(body)
}
