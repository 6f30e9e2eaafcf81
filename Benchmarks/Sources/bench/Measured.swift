/// What a piece of work costs, and what a bare signature cost in the same moments.
///
/// Both take turns of some milliseconds. A busy machine slows down both, so their ratio holds where times don't.
struct Measured {
    /// Microseconds of processor time.
    let time: Double
    /// The same for the bare signature.
    let bareTime: Double
    /// The median of the rounds' ratios.
    let ratio: Double
    let bare: BareSignature
    let memory: MemoryUse

    init(beside bare: BareSignature, rounds: Int = 41, of body: () throws -> Void) rethrows {
        memory = try MemoryUse(of: body)
        let (count, bareCount) = (try Self.count(for: body), Self.count { bare.run() })
        var pairs: [(work: Double, bare: Double)] = []
        for _ in 0..<rounds {
            let start = ProcessorTime.now
            for _ in 0..<count { try body() }
            let middle = ProcessorTime.now
            for _ in 0..<bareCount { bare.run() }
            let end = ProcessorTime.now
            pairs.append(((middle - start) / Double(count), (end - middle) / Double(bareCount)))
        }
        func median(_ value: ((work: Double, bare: Double)) -> Double) -> Double {
            pairs.map(value).sorted()[rounds / 2]
        }
        time = median(\.work)
        bareTime = median(\.bare)
        ratio = median { $0.work / $0.bare }
        self.bare = bare
    }

    /// As often as fills some five milliseconds.
    private static func count(for body: () throws -> Void) rethrows -> Int {
        var count = 1
        while true {
            let start = ProcessorTime.now
            for _ in 0..<count { try body() }
            if ProcessorTime.now - start > 4_000 { return count }
            count *= 2
        }
    }

    /// A row of the table.
    func row(_ work: String, goal: String = "", showsMemory: Bool = false) {
        let beside = "\(bare.rawValue) \(Output.microseconds(bareTime))"
        Output.row(
            work, Output.microseconds(time), beside: showsMemory ? "\(beside); \(memory.text)" : beside,
            ratio: Output.fixed(ratio), goal: goal)
    }
}
