import Glibc

/// One run of a program, and what it cost.
struct ChildProcess {
    /// Seconds on the wall.
    let wall: Double
    /// Seconds of processor time, of all its threads.
    let processor: Double
    /// Peak of its resident memory in MB. The kernel counts in what the parent held when it started the child, so the
    /// parent has to be smaller than what it measures.
    let peakMB: Double
    let status: Int32

    /// Runs it to its end; its output goes nowhere.
    static func run(_ program: String, _ arguments: [String]) throws -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let start = WallClock.now
        var id = pid_t()
        guard posix_spawn(&id, program, &actions, nil, &words, environ) == 0 else {
            throw BenchError("\(program) can't be run")
        }
        var (status, usage) = (Int32(0), rusage())
        while wait4(id, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw BenchError("\(program) was lost") }
        }
        return ChildProcess(
            wall: WallClock.now - start, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakMB: Double(usage.ru_maxrss) / 1024, status: (status >> 8) & 0xFF)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
