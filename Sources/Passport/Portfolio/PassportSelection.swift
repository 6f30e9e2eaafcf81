package import Encodings
package import VerifiableCredentials

/// What a learner has chosen to hand over, and to whom. Nothing else goes into the file.
package struct PassportSelection: Sendable {
    /// In the order in which a reader meets them.
    package var items: [PortfolioItem]
    /// The name that the learner states; nothing when none is shown.
    package var shownName: String?
    /// The receiver: the proof's `domain`.
    package var receiver: String?
    /// What the receiver asked for as a sign of freshness: the proof's `challenge`.
    package var challenge: String?
    /// When the signature ends.
    package var until: Timestamp?
    /// What travels along so that the receiver needn't ask anybody.
    package var staples: Staples

    package init(
        items: [PortfolioItem], shownName: String? = nil, receiver: String? = nil, challenge: String? = nil,
        until: Timestamp? = nil, staples: Staples = Staples()
    ) {
        self.items = items
        self.shownName = shownName
        self.receiver = receiver
        self.challenge = challenge
        self.until = until
        self.staples = staples
    }

    /// A presentation without credentials shows that a key is the learner's own, no more.
    package var provesKeyAlone: Bool { items.isEmpty }
}

/// Material of the issuers' that travels with their badges.
package struct Staples: Sendable {
    /// An issuer's own keys, as its DID document says them.
    package struct Document: Sendable {
        package let did: String
        /// The document's JSON text, as it was read.
        package let bytes: [UInt8]

        package init(did: String, bytes: [UInt8]) {
            self.did = did
            self.bytes = bytes
        }
    }

    package var statusLists: [VerificationMaterial.FoundStatusList]
    package var documents: [Document]

    package init(
        statusLists: [VerificationMaterial.FoundStatusList] = [], documents: [Document] = []
    ) {
        self.statusLists = statusLists
        self.documents = documents
    }

    package var isEmpty: Bool { statusLists.isEmpty && documents.isEmpty }
    package var count: Int { statusLists.count + documents.count }
}
