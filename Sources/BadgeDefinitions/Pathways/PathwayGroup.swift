/// A named set of badges within a pathway.
package struct PathwayGroup: Sendable, Hashable {
    package let id: String
    /// Slugs, of the pathway's `badgeBase`.
    package let badges: [String]
    /// Whether any other badge counts as well: the file says `*`.
    package let isOpen: Bool
}
