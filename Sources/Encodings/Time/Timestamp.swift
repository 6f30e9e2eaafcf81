internal import Glibc

/// An instant in UTC, to the nanosecond, in the years 0000 to 9999.
///
/// It counts seconds since 1970-01-01T00:00:00Z as POSIX does: leap seconds have no place of their own.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Whole seconds since 1970, rounded down.
    public let seconds: Int64
    /// What is beyond the whole second, 0 to 999,999,999.
    public let nanoseconds: Int

    /// 0000-01-01T00:00:00Z, the first instant that RFC 3339 can write.
    public static let earliest = Timestamp(secondsSince1970: -62_167_219_200)
    /// 9999-12-31T23:59:59Z, the last whole second that RFC 3339 can write.
    public static let latest = Timestamp(secondsSince1970: 253_402_300_799)

    private static let range: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// The instant so many seconds after 1970; one that no year of four digits holds becomes `earliest` or `latest`.
    public init(secondsSince1970 seconds: Int64) {
        self.seconds = min(max(seconds, Self.range.lowerBound), Self.range.upperBound)
        nanoseconds = 0
    }

    /// The instant so many seconds after 1970, or nothing when no year of four digits holds it.
    public init?(exactlySecondsSince1970 seconds: Int64, nanoseconds: Int = 0) {
        guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// The system's clock. Read once, at the edge; everything inward takes the instant as a parameter.
    public static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(exactlySecondsSince1970: Int64(time.tv_sec), nanoseconds: time.tv_nsec) ?? .latest
    }

    /// The same instant without what is beyond the whole second, as credentials write it.
    public var wholeSeconds: Timestamp { Timestamp(secondsSince1970: seconds) }

    /// The instant so many seconds later, or earlier for a negative number; stops at `earliest` and `latest`.
    public func adding(seconds more: Int) -> Timestamp {
        let (sum, overflow) = seconds.addingReportingOverflow(Int64(more))
        if !overflow, let moved = Timestamp(exactlySecondsSince1970: sum, nanoseconds: nanoseconds) { return moved }
        return more < 0 ? .earliest : .latest
    }

    /// Whole seconds from this instant to the other, rounded towards zero; negative when the other is earlier.
    public func seconds(until other: Timestamp) -> Int {
        let whole = Int(other.seconds - seconds)
        if whole > 0, other.nanoseconds < nanoseconds { return whole - 1 }
        if whole < 0, other.nanoseconds > nanoseconds { return whole + 1 }
        return whole
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}
