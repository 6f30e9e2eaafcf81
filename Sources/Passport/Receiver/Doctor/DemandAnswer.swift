/// What became of a demand.
package enum DemandAnswer: Sendable, Hashable {
    case holds
    /// The file isn't so; what it has instead, as it stands there.
    case broken(String)
    /// The file doesn't show it; what one would have to look at.
    case unseen(String)
    /// The file gives no occasion to ask.
    case beside
}
