import Glibc

/// The table goes to standard output as Markdown, what is going on to standard error.
enum Output {
    static func note(_ text: String) { write("bench: \(text)\n", to: STDERR_FILENO) }

    /// Without a buffer, so that the lines of a table come in order with those of other programs.
    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }

    static func heading() {
        write("| work | here | beside | ratio | goal |\n|---|---|---|---|---|\n", to: STDOUT_FILENO)
    }

    static func row(_ work: String, _ here: String, beside: String = "", ratio: String = "", goal: String = "") {
        write("| \(work) | \(here) | \(beside) | \(ratio) | \(goal) |\n", to: STDOUT_FILENO)
    }

    /// A number with that many places, without a locale.
    static func fixed(_ value: Double, _ places: Int = 2) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((value.magnitude * scale).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(scaled)" }
        let digits = String(scaled % Int(scale))
        return "\(sign)\(scaled / Int(scale)).\(String(repeating: "0", count: places - digits.count))\(digits)"
    }

    static func microseconds(_ value: Double) -> String { "\(fixed(value, 1)) µs" }
}
