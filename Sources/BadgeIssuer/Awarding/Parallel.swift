import Dispatch
import Synchronization

/// The same work on many values, on all cores.
enum Parallel {
    /// Values to a piece: small enough that no core waits long for the last one.
    private static let usualChunk = 16

    /// The results in the order of the values.
    ///
    /// - Parameter chunk: how many values to a piece; few where each takes long.
    /// - Throws: the first error by the values' order that was met; work not yet begun is then left out.
    static func map<Value: Sendable, Output: Sendable, Failure: Error>(
        _ values: [Value], chunk: Int = usualChunk, _ body: (Value) throws(Failure) -> Output
    ) throws(Failure) -> [Output] {
        let chunks = (values.count + chunk - 1) / chunk
        guard chunks > 1 else {
            var outputs: [Output] = []
            for value in values { outputs.append(try body(value)) }
            return outputs
        }
        let done = Mutex<[Int: [Output]]>([:])
        let failures = Mutex<[Int: Failure]>([:])
        withoutActuallyEscaping(body) { body in
            // Every call has returned before `concurrentPerform` does.
            let work = Unchecked(body: body)
            DispatchQueue.concurrentPerform(iterations: chunks) { number in
                guard failures.withLock(\.isEmpty) else { return }
                let part = values[(number * chunk)..<min(values.count, (number + 1) * chunk)]
                var outputs: [Output] = []
                do throws(Failure) {
                    for value in part { outputs.append(try work.body(value)) }
                } catch {
                    failures.withLock { $0[number] = error }
                    return
                }
                done.withLock { $0[number] = outputs }
            }
        }
        if let first = failures.withLock({ $0.min { $0.key < $1.key } }) { throw first.value }
        return done.withLock { done in (0..<chunks).flatMap { done[$0] ?? [] } }
    }

    private struct Unchecked<Value, Output, Failure: Error>: @unchecked Sendable {
        let body: (Value) throws(Failure) -> Output
    }
}
