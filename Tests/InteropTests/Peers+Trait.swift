import Testing

extension Trait where Self == ConditionTrait {
    /// Skips the test, and counts it in the notice, when the peers can't be had.
    static var needsPeers: Self {
        .enabled("The Python peers can't be had.") {
            if Peers.missing != nil { Peers.noteSkipped() }
            return Peers.missing == nil
        }
    }
}
