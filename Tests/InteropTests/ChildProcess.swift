import Dispatch
import Foundation
import TestSupport

/// Runs a program to its end.
enum ChildProcess {
    /// Standard streams are files, so no full pipe can block either side.
    ///
    /// - Parameter seconds: a run that takes longer is ended.
    static func run(
        _ program: String, _ arguments: [String], stdin: [UInt8] = [], seconds: Int,
        environment: [String: String] = [:]
    ) throws -> (status: Int32, stdout: String, stderr: String) {
        let streams = try ScratchFolder()
        try streams.write("stdin", stdin)
        try streams.write("stdout", "")
        try streams.write("stderr", "")

        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: streams.path(of: "stdin")))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.path(of: "stdout")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: streams.path(of: "stderr")))

        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        if ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            throw Peers.Failure(description: "\(program) didn't end within \(seconds) seconds")
        }
        return (process.terminationStatus, try streams.text("stdout"), try streams.text("stderr"))
    }
}
