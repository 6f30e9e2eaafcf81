extension Timestamp {
    /// A date and time with its zone, after [RFC 3339 §5.6](https://www.rfc-editor.org/rfc/rfc3339#section-5.6).
    ///
    /// `T` and `Z` may be lower case; a space instead of `T` is refused. Digits beyond the nanosecond are dropped.
    /// A leap second is read where one can be, at 23:59:60 UTC on the last of June or December, and becomes the second
    /// after it.
    ///
    /// - Throws: `EncodingError` `encoding.timestamp` for another form, a day that isn't in the calendar, or an instant
    ///   outside the years 0000 to 9999. It doesn't repeat the text: only the caller knows what may be shown.
    public init(rfc3339 text: String) throws(EncodingError) {
        var reader = TimestampReader(text)
        guard let instant = reader.read() else {
            throw EncodingError(
                .timestamp, "The text is not a date and time with a zone.",
                hint: "Write it like 2026-05-29T12:00:00Z or 2026-05-29T15:00:00+03:00.")
        }
        self = instant
    }
}

extension Timestamp: LosslessStringConvertible {
    public init?(_ description: String) {
        var reader = TimestampReader(description)
        guard let instant = reader.read() else { return nil }
        self = instant
    }

    /// RFC 3339 in UTC with `Z`; a fraction only when there is one, in its fewest digits.
    public var description: String {
        let (dayNumber, second) = GregorianCalendar.split(seconds)
        let date = GregorianCalendar.date(ofDayNumber: dayNumber)
        return String(unsafeUninitializedCapacity: 30) { target in
            var place = 0
            func put(_ byte: UInt8) {
                target[place] = byte
                place += 1
            }
            func put(_ number: Int, digits: Int) {
                var rest = number
                for offset in (0..<digits).reversed() {
                    target[place + offset] = 0x30 + UInt8(rest % 10)
                    rest /= 10
                }
                place += digits
            }
            put(date.year, digits: 4)
            put(UInt8(ascii: "-"))
            put(date.month, digits: 2)
            put(UInt8(ascii: "-"))
            put(date.day, digits: 2)
            put(UInt8(ascii: "T"))
            put(second / 3600, digits: 2)
            put(UInt8(ascii: ":"))
            put(second / 60 % 60, digits: 2)
            put(UInt8(ascii: ":"))
            put(second % 60, digits: 2)
            if nanoseconds > 0 {
                put(UInt8(ascii: "."))
                put(nanoseconds, digits: 9)
                while target[place - 1] == 0x30 { place -= 1 }
            }
            put(UInt8(ascii: "Z"))
            return place
        }
    }
}

/// Reads the grammar of RFC 3339 §5.6 from left to right.
private struct TimestampReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    mutating func read() -> Timestamp? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
            GregorianCalendar.isDay(year, month, day), take("T", or: "t"),
            let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60, take(":"),
            let second = number(2), second <= 60, let nanoseconds = fraction(), let offset = offset(), rest.isEmpty
        else { return nil }
        let dayNumber = GregorianCalendar.dayNumber(year, month, day)
        let seconds =
            Int64(dayNumber) * GregorianCalendar.secondsPerDay + Int64(hour * 3600 + minute * 60 + second - offset)
        // A leap second counts as the next one, which must then be midnight on 1 January or 1 July.
        if second == 60 {
            let (nextDay, secondOfDay) = GregorianCalendar.split(seconds)
            let next = GregorianCalendar.date(ofDayNumber: nextDay)
            guard secondOfDay == 0, next.day == 1, next.month == 1 || next.month == 7 else { return nil }
        }
        return Timestamp(exactlySecondsSince1970: seconds, nanoseconds: nanoseconds)
    }

    private mutating func number(_ digits: Int) -> Int? {
        guard rest.count >= digits else { return nil }
        var value = 0
        for _ in 0..<digits {
            let byte = rest.removeFirst()
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private mutating func take(_ wanted: Unicode.Scalar, or other: Unicode.Scalar? = nil) -> Bool {
        guard let byte = rest.first, byte == UInt8(ascii: wanted) || byte == other.map(UInt8.init(ascii:)) else {
            return false
        }
        rest.removeFirst()
        return true
    }

    /// Nanoseconds; 0 when there is no fraction, nothing when a point has no digit after it.
    private mutating func fraction() -> Int? {
        guard take(".") else { return 0 }
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        var value = 0
        for digit in digits.prefix(9) { value = value * 10 + Int(digit - 0x30) }
        for _ in digits.count..<max(9, digits.count) { value *= 10 }
        return value
    }

    /// Seconds that local clocks are ahead of UTC.
    private mutating func offset() -> Int? {
        if take("Z", or: "z") { return 0 }
        let sign: Int
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = number(2), hours < 24, take(":"), let minutes = number(2), minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
