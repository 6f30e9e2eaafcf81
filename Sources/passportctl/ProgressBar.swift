import Encodings
import Glibc
import Synchronization

/// A bar on the terminal for work on many files or rows that takes longer than a second; silent everywhere else.
final class ProgressBar: Sendable {
    private let total: Int
    private let isShown: Bool
    private let started = Timestamp.now()
    private let hasDrawn = Atomic<Bool>(false)

    init(total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown && Terminal.errorIsTerminal
    }

    func show(_ done: Int) {
        let now = Timestamp.now()
        let elapsed = Double(now.seconds - started.seconds) + Double(now.nanoseconds - started.nanoseconds) / 1e9
        guard isShown, total > 0, elapsed >= 1 || hasDrawn.load(ordering: .relaxed) else { return }
        hasDrawn.store(true, ordering: .relaxed)
        let width = 30
        let filled = min(width, done * width / total)
        Terminal.draw(
            "\r[\(String(repeating: "#", count: filled))\(String(repeating: ".", count: width - filled))] \(done)/\(total)"
        )
    }

    /// Takes the bar off the screen; the next `show` draws it anew. For lines of the result in between.
    func finish() {
        if hasDrawn.load(ordering: .relaxed) { Terminal.draw("\r\u{1B}[K") }
    }
}
