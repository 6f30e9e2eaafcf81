import Dispatch
import Foundation
import Glibc

/// Has the child begin in another folder; Swift's Glibc doesn't show it.
@_silgen_name("posix_spawn_file_actions_addchdir_np")
private func addFolder(_ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ path: UnsafePointer<CChar>)
    -> Int32

/// A session of its own for the child; spawn.h defines it, Swift's Glibc doesn't show it.
private let spawnInOwnSession: Int32 = 0x80

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
    /// - Parameters:
    ///   - wrapper: a command, by its whole path, that gets the program and its arguments to run.
    ///   - environment: added to that, or in its place.
    ///   - folder: the current folder of the run.
    public static func run(
        _ arguments: [String], through wrapper: [String] = [], stdin: [UInt8] = [],
        environment: [String: String] = [:], in folder: ScratchFolder
    ) throws -> (status: Int32, stdout: String, stderr: String) {
        // Beside the run's own folder, so that a test sees there only what the program wrote.
        let streams = try ScratchFolder()
        let child = try begin(arguments, through: wrapper, stdin: stdin, environment, streams: streams, in: folder)
        let status = try end(of: child, arguments)
        // The low seven bits name the signal that ended it; a normal end leaves them empty.
        guard status & 0x7F == 0 else {
            throw Failure(
                description:
                    "passportctl \(arguments) was ended by signal \(status & 0x7F): " + (try streams.text("stderr")))
        }
        return ((status >> 8) & 0xFF, try streams.text("stdout"), try streams.text("stderr"))
    }

    /// Runs another program to its end, with the surrounding `PATH` and nothing on standard input.
    ///
    /// - Parameter program: by its whole path.
    public static func runOther(
        _ program: String, _ arguments: [String], in folder: ScratchFolder
    ) throws -> (status: Int32, stdout: String, stderr: String) {
        let streams = try ScratchFolder()
        for name in ["stdin", "stdout", "stderr"] { try streams.write(name, "") }
        let variables = ProcessInfo.processInfo.environment.filter { ["PATH", "TMPDIR"].contains($0.key) }
        let child = try start(program, arguments, variables, streams: streams, in: folder)
        let status = try end(of: child, arguments)
        return ((status >> 8) & 0xFF, try streams.text("stdout"), try streams.text("stderr"))
    }

    /// Runs the program and kills it, as a power cut would end it, unless it has ended by then.
    ///
    /// - Returns: the exit status of a program that was faster; nothing when it was killed.
    public static func run(
        _ arguments: [String], killedAfter moment: Duration, environment: [String: String] = [:],
        in folder: ScratchFolder
    ) throws -> Int32? {
        let child = try begin(arguments, stdin: [], environment, streams: try ScratchFolder(), in: folder)
        let due = ContinuousClock.now + moment
        var status: Int32 = 0
        while ContinuousClock.now < due {
            if waitpid(child, &status, WNOHANG) == child { return status }
            usleep(300)
        }
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        return status & 0x7F == SIGKILL ? nil : status
    }

    private static func begin(
        _ arguments: [String], through wrapper: [String] = [], stdin: [UInt8], _ environment: [String: String],
        streams: ScratchFolder, in folder: ScratchFolder
    ) throws -> pid_t {
        guard let path else { throw Failure(description: "passportctl isn't built beside the tests; set PASSPORTCTL") }
        try streams.write("stdin", stdin)
        try streams.write("stdout", "")
        try streams.write("stderr", "")

        let inherited = ["PATH", "TMPDIR", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS"]
        var variables = ProcessInfo.processInfo.environment.filter { inherited.contains($0.key) }
        variables["HOME"] = folder.path
        variables.merge(environment) { _, given in given }
        let words = wrapper + [path] + arguments
        return try start(words[0], Array(words.dropFirst()), variables, streams: streams, in: folder)
    }

    /// Starts the program without a terminal, so that a question it asks is refused rather than put to whoever runs
    /// the tests.
    ///
    /// Foundation's `Process` isn't used: started from several threads at once it crashes now and then.
    private static func start(
        _ path: String, _ arguments: [String], _ variables: [String: String], streams: ScratchFolder,
        in folder: ScratchFolder
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        _ = addFolder(&actions, folder.path)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams.path(of: "stdin"), O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, streams.path(of: "stdout"), O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, streams.path(of: "stderr"), O_WRONLY, 0)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | spawnInOwnSession
        posix_spawnattr_setflags(&attributes, Int16(flags))

        let words = ([path] + arguments).map { strdup($0) } + [nil]
        let settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var child: pid_t = 0
        let number = posix_spawn(&child, path, &actions, &attributes, words, settings)
        guard number == 0 else {
            throw Failure(description: "\(path) can't be started: \(String(cString: strerror(number)))")
        }
        return child
    }

    /// Waits for the program's end, and ends it when that takes too long.
    private static func end(of child: pid_t, _ arguments: [String]) throws -> Int32 {
        var status: Int32 = 0
        let started = DispatchTime.now()
        while waitpid(child, &status, WNOHANG) == 0 {
            if DispatchTime.now() > started + .seconds(timeLimitSeconds) {
                kill(child, SIGKILL)
                waitpid(child, &status, 0)
                throw Failure(description: "\(arguments) didn't end within \(timeLimitSeconds) seconds")
            }
            usleep(2000)
        }
        return status
    }
}
