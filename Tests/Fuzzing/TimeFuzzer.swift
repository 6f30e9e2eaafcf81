// module: Encodings
// seeds: examples/tiimityo.json
import Encodings

/// Any text as an instant, a day and a number of hours: what is read is written and read again as the same.
func fuzz(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(64), as: UTF8.self)
    if let instant = Timestamp(text) {
        claim("an instant is read again", Timestamp(instant.description) == instant)
        claim("an instant is written in UTC", instant.description.hasSuffix("Z"))
        let day = CalendarDay(of: instant)
        claim("an instant lies within its day", day.firstSecond <= instant)
        claim("and not behind it", instant.wholeSeconds <= day.lastSecond)
    }
    if let day = accepted({ try CalendarDay(any: text) }) {
        claim("a day is read again", accepted { try CalendarDay(iso: day.description) } == day)
        claim("a day is read again as Finns write it", accepted { try CalendarDay(finnish: day.finnish) } == day)
        claim("noon lies in the day", CalendarDay(of: day.noonZ) == day)
        claim("its first second is its own", CalendarDay(of: day.firstSecond) == day)
        claim("a month later isn't earlier", day.adding(months: 1) >= day)
    }
    if let hours = DecimalHundredths(text) {
        claim("hours are read again", DecimalHundredths(hours.description) == hours)
        claim("hours with two places are read again", DecimalHundredths(hours.twoPlaces) == hours)
    }
}
