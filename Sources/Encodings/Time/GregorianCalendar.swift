/// Arithmetic of the Gregorian calendar: days counted from 1 January 1970, and back.
///
/// The two conversions are Howard Hinnant's [`days_from_civil` and `civil_from_days`](https://howardhinnant.github.io/date_algorithms.html).
enum GregorianCalendar {
    static let secondsPerDay: Int64 = 86_400
    /// What four digits of a year can say: 0000-01-01 to 9999-12-31.
    static let dayRange = -719_528...2_932_896

    static func isLeapYear(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// - Parameter month: from 1 to 12.
    static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeapYear(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        (0...9999).contains(year) && (1...12).contains(month) && (1...daysInMonth(month, of: year)).contains(day)
    }

    /// - Parameters: a day that `isDay` accepts.
    static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // Years begin in March here, so that the leap day is a year's last.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func date(ofDayNumber number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The last Sunday of a month that has 31 days or 30.
    static func lastSunday(of month: Int, _ year: Int) -> Int {
        let last = dayNumber(year, month, daysInMonth(month, of: year))
        // Day 0, 1 January 1970, was a Thursday; Sunday is 0 here.
        let weekday = ((last + 4) % 7 + 7) % 7
        return last - weekday
    }

    /// Days and the seconds within the day, both rounded down, so that seconds are never negative.
    static func split(_ seconds: Int64) -> (day: Int, second: Int) {
        let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: secondsPerDay)
        return remainder < 0 ? (Int(quotient) - 1, Int(remainder + secondsPerDay)) : (Int(quotient), Int(remainder))
    }
}
