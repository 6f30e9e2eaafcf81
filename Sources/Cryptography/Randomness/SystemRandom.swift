import COpenSSL

/// Libcrypto's generator where Swift asks for a `RandomNumberGenerator`.
public struct SystemRandom: RandomNumberGenerator, Sendable {
    public init() {}

    public mutating func next() -> UInt64 {
        var value: UInt64 = 0
        let status = withUnsafeMutableBytes(of: &value) { buffer in
            RAND_bytes(buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(buffer.count))
        }
        guard status == 1 else {
            // The protocol has no way to fail; the kernel's generator is as good.
            OpenSSLErrors.clear()
            var kernel = SystemRandomNumberGenerator()
            return kernel.next()
        }
        return value
    }
}
