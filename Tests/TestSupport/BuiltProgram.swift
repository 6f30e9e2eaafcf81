import Dispatch
import Foundation

/// The program as users run it, for tests of whole commands.
public enum BuiltProgram {
    /// The built `passportctl`: `PASSPORTCTL` when set, else the one beside the test program.
    public static let path: String? = {
        if let path = ProcessInfo.processInfo.environment["PASSPORTCTL"] { return path }
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appendingPathComponent("passportctl").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue,
                FileManager.default.isExecutableFile(atPath: candidate)
            {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    /// A run that takes longer hangs, and is ended.
    public static let timeLimitSeconds = 120

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// Runs the program to its end.
    ///
    /// Standard streams are files, so no full pipe can block either side. Of the surrounding environment only what
    /// programs need to start is passed on: no `PASSPORT_…` variable, no locale, and `HOME` is `folder`, so that
    /// nobody's own trust list is read.
    ///
    /// - Parameter environment: added to that, or in its place.
    /// - Parameter folder: the current folder of the run.
    public static func run(
        _ arguments: [String], stdin: [UInt8] = [], environment: [String: String] = [:], in folder: ScratchFolder
    ) throws -> (status: Int32, stdout: String, stderr: String) {
        guard let path else { throw Failure(description: "passportctl isn't built beside the tests; set PASSPORTCTL") }
        // Beside the run's own folder, so that a test sees there only what the program wrote.
        let streams = try ScratchFolder()
        try streams.write("stdin", stdin)
        try streams.write("stdout", "")
        try streams.write("stderr", "")

        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let inherited = ["PATH", "TMPDIR", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS"]
        var variables = ProcessInfo.processInfo.environment.filter { inherited.contains($0.key) }
        variables["HOME"] = folder.path
        process.environment = variables.merging(environment) { _, given in given }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: streams.path(of: "stdin")))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.path(of: "stdout")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.path(of: "stderr")))

        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        if ended.wait(timeout: .now() + .seconds(timeLimitSeconds)) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            throw Failure(description: "passportctl \(arguments) didn't end within \(timeLimitSeconds) seconds")
        }
        guard process.terminationReason == .exit else {
            throw Failure(
                description:
                    "passportctl \(arguments) was ended by signal \(process.terminationStatus): "
                    + (try streams.text("stderr")))
        }
        return (process.terminationStatus, try streams.text("stdout"), try streams.text("stderr"))
    }
}
