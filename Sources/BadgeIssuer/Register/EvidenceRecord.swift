package import Encodings

/// What an award rests on: its title, and where it is or what it hashes to. The content stays where it is.
package struct EvidenceRecord: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case link, document, observation, demonstration, reflection
        /// A counted award behind a milestone.
        case award
    }

    /// The id that stands in the credential: `urn:uuid:…`, or the link itself.
    package let id: String
    package let kind: Kind
    package let name: String?
    package let description: String?
    package let url: String?
    /// SHA-256 of the file.
    package let sha256: [UInt8]?
    package let capturedDate: CalendarDay?

    package init(
        id: String, kind: Kind, name: String? = nil, description: String? = nil, url: String? = nil,
        sha256: [UInt8]? = nil, capturedDate: CalendarDay? = nil
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.description = description
        self.url = url
        self.sha256 = sha256
        self.capturedDate = capturedDate
    }
}
