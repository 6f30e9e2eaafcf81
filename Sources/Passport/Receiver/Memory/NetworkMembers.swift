package import Encodings
import OpenBadges
package import VerifiableCredentials

/// What a network's members handed over for the network's bundle: their published folders, or bundles of their own.
package enum NetworkMembers {
    /// Everything in these folders and bundles, once it was found to be genuine as far as the trust list knows, and no
    /// older than what the network has signed of them before.
    ///
    /// - Parameters:
    ///   - own: the network's own DID, which is not taken from others.
    ///   - former: what the network's last bundle says.
    ///   - warn: told what is left out, and what is taken from the last bundle.
    /// - Throws: `BundleError` `bundle.member` for what isn't genuine, `bundle.older-member`; `ReceiverError`,
    ///   `KeyHistoryError`.
    package static func content(
        of paths: [String], by trust: TrustList?, own: String, after former: TrustBundle.Content = .init(),
        at now: Timestamp, warn: @escaping @Sendable (String) -> Void
    ) throws -> TrustBundle.Content {
        guard !paths.isEmpty else { return TrustBundle.Content() }
        var gatherer = MaterialGatherer(trust: trust)
        for path in paths { try gatherer.addBundle(path) }
        // Whom nobody has pinned for bundles is known by what issuers signed; that needs no warning here.
        try gatherer.finish(remembering: nil, at: now, warn: { _ in })
        let material = gatherer.material
        for ignored in material.bundles.flatMap(\.ignored) {
            warn("What is said of \(UTF8Text.escapedForTerminal(ignored)) by another was left out.")
        }
        var dids: [DID] = []
        let found =
            material.didDocuments.map(\.document.id) + material.keyHistories.compactMap(\.history.did)
            + material.bundles.flatMap { $0.members.map(\.did) } + gatherer.unlistedMembers
        for did in found where !dids.contains(did) && !did.description.hasSameBytes(as: own) { dids.append(did) }
        return try BundleMembers(material, after: former, profile: OpenBadgeProfile(), at: now)
            .content(of: dids, warn: warn)
    }
}
