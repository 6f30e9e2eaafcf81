package import Encodings

/// A transcript as the register keeps it.
package struct TranscriptRecord: Sendable, Hashable {
    /// The credential's id, `urn:uuid:…`.
    package let id: String
    /// `nil` once the person was erased.
    package let personID: String?
    package let place: StatusAllocation
    package let verificationMethod: String
    package let signedAt: Timestamp
    /// SHA-256 of the signature's bytes.
    package let signatureDigest: [UInt8]
    /// Whether its place says that it is withdrawn.
    package let isWithdrawn: Bool
}

/// A transcript with its file.
package struct Transcript: Sendable, Hashable {
    package let record: TranscriptRecord
    /// The exact bytes that were signed.
    package let bytes: [UInt8]

    /// The ids of the badges in it, in their order.
    package var awardIDs: [String] {
        let json = try? JSONParser.parse(bytes, limits: .passport)
        return (json?["credentialSubject"]?["verifiableCredential"]?.asList ?? []).compactMap { $0["id"]?.stringValue }
    }
}
