import Cryptography

/// Some bytes by their digests, so that they can be compared with whichever of them a document names.
public struct ByteDigests: Sendable, Hashable {
    /// The digest functions that documents name bytes by.
    public enum Function: Int, Sendable, CaseIterable, Comparable {
        case sha256, sha384, sha512

        public static func < (left: Function, right: Function) -> Bool { left.rawValue < right.rawValue }

        /// The length of a digest in bytes.
        var byteCount: Int {
            switch self {
            case .sha256: SHA256.byteCount
            case .sha384: SHA384.byteCount
            case .sha512: SHA512.byteCount
            }
        }
    }

    private let digests: [[UInt8]]

    public init(of bytes: [UInt8]) {
        digests = [SHA256.hash(bytes), SHA384.hash(bytes), SHA512.hash(bytes)]
    }

    public subscript(_ function: Function) -> [UInt8] { digests[function.rawValue] }

    /// The digests of bytes that come in pieces, of a file that is too large to hold.
    public struct Stream: ~Copyable {
        private var sha256 = SHA256.Stream()
        private var sha384 = SHA384.Stream()
        private var sha512 = SHA512.Stream()

        public init() {}

        public mutating func update(_ bytes: UnsafeRawBufferPointer) {
            sha256.update(bytes)
            sha384.update(bytes)
            sha512.update(bytes)
        }

        public consuming func finalize() -> ByteDigests {
            ByteDigests(digests: [sha256.finalize(), sha384.finalize(), sha512.finalize()])
        }
    }

    private init(digests: [[UInt8]]) { self.digests = digests }
}
