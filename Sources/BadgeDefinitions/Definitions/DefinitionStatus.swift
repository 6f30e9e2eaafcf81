/// Where a definition or a pathway is in its life.
package enum DefinitionStatus: String, Sendable, Hashable, CaseIterable {
    /// Being written; nothing can be awarded.
    case draft
    /// Frozen, and can be awarded between its days.
    case published
    /// No new awards; old ones stay valid.
    case retired
}
