import Glibc

/// Time that this thread really ran: on a machine that others use too it tells more than a clock on the wall does.
enum ProcessorTime {
    /// Microseconds since the thread began.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    /// The median, over `rounds` rounds of some 20 ms, of what one call costs, in microseconds.
    static func median(rounds: Int = 31, of body: () throws -> Void) rethrows -> Double {
        var count = 1
        while true {
            let start = now
            for _ in 0..<count { try body() }
            if now - start > 5_000 { break }
            count *= 2
        }
        count *= 4
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = now
            for _ in 0..<count { try body() }
            times.append((now - start) / Double(count))
        }
        return times.sorted()[rounds / 2]
    }
}

/// A clock on the wall, for work that waits for disks or runs on several cores.
enum WallClock {
    /// Seconds.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
