package import Encodings

/// One status list: its bits are what the register says now, its signed form what was last published.
package struct StatusListRecord: Sendable, Hashable {
    package struct Signed: Sendable, Hashable {
        /// The signed list as it was published.
        package let bytes: [UInt8]
        /// SHA-256 over what the list says, to see whether it must be signed anew.
        package let contentDigest: [UInt8]
        package let validFrom: Timestamp
    }

    /// The least length that Bitstring Status List 1.0 allows, so that one award hides among many.
    package static let size = 131_072

    package let number: Int
    package let purpose: StatusAllocation.Purpose
    package let size: Int
    /// How many places are given.
    package let allocated: Int
    package let created: Timestamp
    package let signed: Signed?
}
