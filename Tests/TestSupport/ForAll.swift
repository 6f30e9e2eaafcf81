// A build with the static standard library has no Testing, and builds this target along with the program.
#if canImport(Testing)
    import Foundation
    public import Testing

    /// Tries a claim on random values, and on failure names the seed that repeats the round.
    ///
    ///     forAll("decoding undoes encoding") { generator in
    ///         let bytes = generator.bytes(upTo: 200)
    ///         return try Base64URL.decode(Base64URL.encode(bytes)) == bytes
    ///     }
    ///
    /// Each run starts from another seed; `PASSPORT_SEED=n` repeats the round of that seed alone.
    ///
    /// - Parameter claim: what should hold, for the message.
    /// - Parameter holds: makes values from the generator and says whether the claim holds for them; an error is a
    ///   failure too.
    public func forAll(
        _ claim: String, rounds: Int = 200, sourceLocation: SourceLocation = #_sourceLocation,
        holds: (inout SeededGenerator) throws -> Bool
    ) {
        let repeated = ProcessInfo.processInfo.environment["PASSPORT_SEED"].flatMap { UInt64($0) }
        for _ in 0..<(repeated == nil ? rounds : 1) {
            let seed = repeated ?? UInt64.random(in: .min ... .max)
            var generator = SeededGenerator(seed: seed)
            do {
                if try holds(&generator) { continue }
                Issue.record("Not so: \(claim). PASSPORT_SEED=\(seed) repeats it.", sourceLocation: sourceLocation)
            } catch {
                Issue.record(
                    "Not so: \(claim), but \(error). PASSPORT_SEED=\(seed) repeats it.", sourceLocation: sourceLocation)
            }
            return
        }
    }
#endif
