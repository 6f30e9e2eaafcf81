/// The clock of Finland: UTC+2, and UTC+3 in summer by the rule of the European Union
/// ([Directive 2000/84/EC](https://eur-lex.europa.eu/eli/dir/2000/84/oj)), without a time zone database.
///
/// Summer runs from the last Sunday of March to the last Sunday of October, both at 01:00 UTC; until 1995 it ended on
/// the last Sunday of September. Before 1981 there is no summer here (the one of 1942 isn't known), and should the
/// rule change in law, this file changes.
enum HelsinkiTime {
    private static let winterOffset: Int64 = 2 * 3600
    private static let summerOffset: Int64 = 3 * 3600
    private static let changeSecond: Int64 = 3600

    /// How far local clocks are ahead of UTC at that instant, in seconds.
    static func offset(atSecondsSince1970 seconds: Int64) -> Int64 {
        // Changes fall on days whose year is the same in UTC and in Finland.
        let year = GregorianCalendar.date(ofDayNumber: GregorianCalendar.split(seconds).day).year
        guard let summer = summer(of: year) else { return winterOffset }
        let start = Int64(summer.start) * GregorianCalendar.secondsPerDay + changeSecond
        let end = Int64(summer.end) * GregorianCalendar.secondsPerDay + changeSecond
        return (start..<end).contains(seconds) ? summerOffset : winterOffset
    }

    /// The instant at which that day begins in Finland, in seconds since 1970.
    ///
    /// Clocks change at three or four in the morning, so midnight comes once a day, before the change.
    static func midnight(ofDayNumber day: Int) -> Int64 {
        let summer = summer(of: GregorianCalendar.date(ofDayNumber: day).year)
        let isSummer = summer.map { $0.start < day && day <= $0.end } ?? false
        return Int64(day) * GregorianCalendar.secondsPerDay - (isSummer ? summerOffset : winterOffset)
    }

    private static func summer(of year: Int) -> (start: Int, end: Int)? {
        guard year >= 1981 else { return nil }
        return (
            GregorianCalendar.lastSunday(of: 3, year), GregorianCalendar.lastSunday(of: year < 1996 ? 9 : 10, year)
        )
    }
}
