package import Encodings
import OpenBadges
package import VerifiableCredentials

/// What a network's members handed over for the network's bundle: their published folders, or bundles of their own.
package enum NetworkMembers {
    /// Everything in these folders and bundles, once it was found to be genuine as far as the trust list knows.
    ///
    /// - Parameters:
    ///   - own: the network's own DID, which is not taken from others.
    ///   - warn: told what is left out.
    /// - Throws: `BundleError` `bundle.member` for what isn't genuine; `ReceiverError`, `KeyHistoryError`.
    package static func content(
        of paths: [String], by trust: TrustList?, own: String, at now: Timestamp,
        warn: @escaping @Sendable (String) -> Void
    ) throws -> TrustBundle.Content {
        guard !paths.isEmpty else { return TrustBundle.Content() }
        var gatherer = MaterialGatherer(trust: trust)
        for path in paths { try gatherer.addBundle(path) }
        try gatherer.finish(remembering: nil, at: now, warn: warn)
        let material = gatherer.material
        var dids: [DID] = []
        let found =
            material.didDocuments.map(\.document.id) + material.keyHistories.compactMap(\.history.did)
            + material.bundles.flatMap { $0.members.map(\.did) }
        for did in found where !dids.contains(did) && !did.description.hasSameBytes(as: own) { dids.append(did) }
        return try BundleMembers(material, profile: OpenBadgeProfile(), at: now).content(of: dids)
    }
}
