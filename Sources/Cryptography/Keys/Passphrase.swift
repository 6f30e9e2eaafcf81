import COpenSSL

/// The secret words that open an encrypted private key.
///
/// The bytes lie outside Swift's arrays, are wiped when the last holder lets go, and appear in no description.
public final class Passphrase: @unchecked Sendable {
    private let memory: UnsafeMutableBufferPointer<UInt8>

    /// - Parameter bytes: taken as they are; whoever reads them from a file or a terminal drops the line's end.
    public init(_ bytes: [UInt8]) {
        memory = .allocate(capacity: max(bytes.count, 1))
        _ = memory.initialize(from: bytes)
        count = bytes.count
    }

    public convenience init(_ text: String) {
        var bytes = Array(text.utf8)
        defer { wipe(&bytes) }
        self.init(bytes)
    }

    deinit {
        OPENSSL_cleanse(memory.baseAddress, memory.count)
        memory.deallocate()
    }

    /// The length in bytes.
    public let count: Int

    public var isEmpty: Bool { count == 0 }

    /// Whether both are the same words, for asking twice; takes the same time wherever they differ.
    public func matches(_ other: Passphrase) -> Bool {
        count == other.count && CRYPTO_memcmp(memory.baseAddress, other.memory.baseAddress, count) == 0
    }

    /// Lends the bytes and their number to one call of libcrypto.
    func withCharacters<Result>(_ body: (UnsafePointer<CChar>, Int32) -> Result) -> Result? {
        guard let base = memory.baseAddress, let length = Int32(exactly: count) else { return nil }
        return base.withMemoryRebound(to: CChar.self, capacity: max(count, 1)) { body($0, length) }
    }
}

extension Passphrase: CustomStringConvertible, CustomReflectable {
    public var description: String { "Passphrase(hidden)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
