import CAllocations

/// What a piece of work asks of the memory while it runs.
struct MemoryUse {
    /// Blocks that were asked for.
    let allocations: Int
    /// Bytes beyond what there was before, at the worst moment.
    let peakBytes: Int

    /// Of one call, after one that isn't counted and fills what is filled once.
    init(of body: () throws -> Void) rethrows {
        try body()
        allocations_begin()
        defer { _ = allocations_end() }
        try body()
        let counted = allocations_end()
        (allocations, peakBytes) = (counted.count, counted.peak_bytes)
    }

    /// For a cell of the table.
    var text: String { "\(allocations) allocations, \(Output.fixed(Double(peakBytes) / 1024, 0)) KB" }
}
