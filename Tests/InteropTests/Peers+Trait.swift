import Testing

extension Trait where Self == ConditionTrait {
    /// Skips the test, and counts it in the notice, when the peers can't be had.
    static var needsPeers: Self {
        .enabled("The Python peers can't be had.") {
            // The condition is asked for the suite and then for each of its tests.
            if Peers.missing != nil, Test.current?.isSuite != true { Peers.noteSkipped() }
            return Peers.missing == nil
        }
    }
}
