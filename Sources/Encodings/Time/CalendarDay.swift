/// A day as people in Finland count it: a date, and the hours from midnight to midnight in Helsinki.
public struct CalendarDay: Sendable, Hashable, Comparable {
    public let year: Int
    /// From 1 to 12.
    public let month: Int
    /// From 1 to 31.
    public let day: Int

    /// The day of that date, or nothing when the calendar of the years 0000 to 9999 has none.
    public init?(year: Int, month: Int, day: Int) {
        guard GregorianCalendar.isDay(year, month, day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day that it is in Helsinki at that instant.
    public init(of instant: Timestamp) {
        let local = instant.seconds + HelsinkiTime.offset(atSecondsSince1970: instant.seconds)
        self.init(clampedDayNumber: GregorianCalendar.split(local).day)
    }

    /// Stops at the first and last day that four digits of a year can say.
    private init(clampedDayNumber number: Int) {
        let range = GregorianCalendar.dayRange
        (year, month, day) = GregorianCalendar.date(ofDayNumber: min(max(number, range.lowerBound), range.upperBound))
    }

    /// The day that it is in Helsinki at that instant.
    public static func today(at now: Timestamp) -> CalendarDay { CalendarDay(of: now) }

    private var dayNumber: Int { GregorianCalendar.dayNumber(year, month, day) }

    /// Twelve o'clock UTC of the same date: an instant that is this day in all of Europe.
    public var noonZ: Timestamp {
        Timestamp(secondsSince1970: Int64(dayNumber) * GregorianCalendar.secondsPerDay + 12 * 3600)
    }

    /// Midnight in Helsinki, when the day begins.
    public var firstSecond: Timestamp {
        Timestamp(secondsSince1970: HelsinkiTime.midnight(ofDayNumber: dayNumber))
    }

    /// The second before the next midnight in Helsinki; a day has 23, 24 or 25 hours.
    public var lastSecond: Timestamp {
        Timestamp(secondsSince1970: HelsinkiTime.midnight(ofDayNumber: dayNumber + 1) - 1)
    }

    /// The same day so many months later (earlier for a negative number), or the month's last day when it has none
    /// of that number: 31 January and one month is 28 or 29 February.
    public func adding(months: Int) -> CalendarDay {
        // Far enough for every month of the calendar, near enough not to overflow.
        let moved = year * 12 + month - 1 + min(max(months, -200_000), 200_000)
        guard moved >= 0 else { return CalendarDay(clampedDayNumber: .min) }
        let (newYear, newMonth) = (moved / 12, moved % 12 + 1)
        let newDay = min(day, GregorianCalendar.daysInMonth(newMonth, of: newYear))
        return CalendarDay(year: newYear, month: newMonth, day: newDay) ?? CalendarDay(clampedDayNumber: .max)
    }

    public func adding(days: Int) -> CalendarDay {
        CalendarDay(clampedDayNumber: dayNumber + min(max(days, -4_000_000), 4_000_000))
    }

    /// Days from this one to the other; negative when the other is earlier.
    public func days(until other: CalendarDay) -> Int { other.dayNumber - dayNumber }

    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
