import OpenBadges
import VerifiableCredentials

/// The contexts that ship, as one store for all that a target reads.
enum FuzzContexts {
    static let store: ContextStore = OpenBadgesContexts.store
}
