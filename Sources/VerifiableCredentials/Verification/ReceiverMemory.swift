public import Encodings

/// What a receiver saw before, as far as judging asks: an older list, bundle or clock then says nothing.
///
/// Plain values, read before judging; key histories, bundles and times of first sight come in as material.
public struct ReceiverMemory: Sendable {
    /// The newest list that was seen under one address.
    public struct ListHead: Sendable, Hashable {
        public let validFrom: Timestamp
        /// SHA-256 of what the list says, its proof apart.
        public let digest: [UInt8]

        public init(validFrom: Timestamp, digest: [UInt8]) {
            self.validFrom = validFrom
            self.digest = digest
        }

        /// Whether a list with these is older, or says something else of the same moment.
        func isNewer(than validFrom: Timestamp, _ digest: [UInt8]) -> Bool {
            validFrom < self.validFrom || (validFrom == self.validFrom && digest != self.digest)
        }
    }

    /// The newest bundle of one signer that was taken.
    public struct BundleHead: Sendable, Hashable {
        public let sequence: Int
        public let asOf: Timestamp
        public let digest: String

        public init(sequence: Int, asOf: Timestamp, digest: String) {
            self.sequence = sequence
            self.asOf = asOf
            self.digest = digest
        }
    }

    /// A list by its address and its issuer: another may sign one of the same name.
    public struct ListName: Sendable, Hashable {
        let url: [UInt8]
        let issuer: [UInt8]

        public init(url: String, issuer: String) {
            self.url = Array(url.utf8)
            self.issuer = Array(issuer.utf8)
        }
    }

    public var lists: [ListName: ListHead] = [:]
    /// The newest time that something genuine was dated with, or that the clock showed.
    public var newestTime: Timestamp?

    public init() {}

    /// Whether a clock that shows this time is behind what was seen.
    public func isAhead(of now: Timestamp) -> Bool {
        newestTime.map { now.adding(seconds: VerificationPolicy.clockSkewSeconds) < $0 } ?? false
    }
}
