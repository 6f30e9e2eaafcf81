import Glibc

/// Measures the speeds that the project promises and prints one table.
///
///     bench libraries [PYTHON] what the libraries do to one badge, beside bare signatures and, with a Python that has
///                              them, libraries by other hands
///     bench program PROGRAM    the built program: class awards, folders, the start of a process
///     bench recognition PROGRAM FOLDER
///                              recognition alone, in an empty folder
///     bench repeat WORK BADGE  one piece of work again and again, for a profiler
///
/// `scripts/bench` builds both sides and runs the two one after another.
@main
enum Bench {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch (arguments.first, arguments.count) {
            case ("libraries", 1...2): try LibraryBench(python: arguments.count > 1 ? arguments[1] : nil).run()
            case ("program", 2...3):
                try ProgramBench(
                    program: arguments[1], rows: arguments.count > 2 ? Int(arguments[2]) ?? 10_000 : 10_000
                )
                .run()
            case ("recognition", 3): try RecognitionBench(program: arguments[1], folder: arguments[2]).run()
            case ("repeat", 3...4):
                try RepeatedWork(arguments[1], badge: arguments[2]).run(
                    times: arguments.count > 3 ? Int(arguments[3]) : nil)
            default:
                Output.note(
                    "usage: bench libraries [PYTHON] | bench program PROGRAM [ROWS] | "
                        + "bench repeat verify|secure|verify-jwt|verify-jcs|secure-jcs short|sample [TIMES]")
                exit(64)
            }
        } catch {
            Output.note("\(error)")
            exit(70)
        }
    }
}

/// What went wrong in a measurement; such a run has no table.
struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
