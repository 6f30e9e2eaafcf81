package import Encodings

/// The trail's end at one moment, to be signed and kept elsewhere.
package struct AuditHead: Sendable, Hashable {
    /// How many entries the trail has.
    package let count: Int
    /// The last entry's hash; 32 zero bytes when there is none.
    package let hash: [UInt8]

    package init(count: Int, hash: [UInt8]) {
        self.count = count
        self.hash = hash
    }
}

/// A head that was signed, and the signed bytes.
package struct AuditCheckpoint: Sendable, Hashable {
    package let head: AuditHead
    package let at: Timestamp
    package let signedBytes: [UInt8]

    package init(head: AuditHead, at: Timestamp, signedBytes: [UInt8]) {
        self.head = head
        self.at = at
        self.signedBytes = signedBytes
    }
}
