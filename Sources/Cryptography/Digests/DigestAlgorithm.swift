import COpenSSL
import Glibc

/// A digest algorithm fetched once from libcrypto, with one context per thread that is used again and again.
///
/// Fetching by name and making a context cost more than hashing a short input does.
/// When libcrypto can't digest at all there is no answer to give, and going on with a wrong one would be worse: the
/// program stops.
final class DigestAlgorithm: @unchecked Sendable {
    static let sha256 = DigestAlgorithm("SHA256", byteCount: 32)
    static let sha384 = DigestAlgorithm("SHA384", byteCount: 48)
    static let sha512 = DigestAlgorithm("SHA512", byteCount: 64)

    let algorithm: OpaquePointer
    let byteCount: Int
    private let contextKey: pthread_key_t

    private init(_ name: String, byteCount: Int) {
        guard let algorithm = EVP_MD_fetch(nil, name, nil), Int(EVP_MD_get_size(algorithm)) == byteCount else {
            fatalError("libcrypto offers no \(name): \(OpenSSLErrors.drain() ?? "no reason given")")
        }
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { EVP_MD_CTX_free(OpaquePointer($0)) }
        guard status == 0 else { fatalError("No thread-specific storage is left (\(status)).") }
        self.algorithm = algorithm
        self.byteCount = byteCount
        self.contextKey = key
    }

    /// The digest of the parts one after another.
    @inline(__always)
    func hash(_ feed: (_ context: OpaquePointer) -> Bool) -> [UInt8] {
        let context = threadContext()
        guard EVP_DigestInit_ex2(context, algorithm, nil) == 1, feed(context) else { Self.fail() }
        return finish(context)
    }

    /// The digest of the bytes, written to memory that the caller has.
    @inline(__always)
    func hash(_ bytes: UnsafeRawBufferPointer, into digest: UnsafeMutableRawBufferPointer) {
        let context = threadContext()
        guard digest.count >= byteCount, EVP_DigestInit_ex2(context, algorithm, nil) == 1,
            EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1,
            EVP_DigestFinal_ex(context, digest.baseAddress?.assumingMemoryBound(to: UInt8.self), nil) == 1
        else { Self.fail() }
    }

    func finish(_ context: OpaquePointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            guard EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1 else { Self.fail() }
            count = byteCount
        }
    }

    /// A context of its own, ready for input; the caller frees it.
    func makeContext() -> OpaquePointer {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex2(context, algorithm, nil) == 1 else { Self.fail() }
        return context
    }

    private func threadContext() -> OpaquePointer {
        if let known = pthread_getspecific(contextKey) { return OpaquePointer(known) }
        guard let context = EVP_MD_CTX_new(), pthread_setspecific(contextKey, UnsafeRawPointer(context)) == 0 else {
            Self.fail()
        }
        return context
    }

    static func fail() -> Never {
        fatalError("libcrypto failed to digest: \(OpenSSLErrors.drain() ?? "no reason given")")
    }
}
