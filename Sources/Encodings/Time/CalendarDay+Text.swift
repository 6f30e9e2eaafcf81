extension CalendarDay {
    /// A day in the form of ISO 8601, `2026-05-29`.
    ///
    /// - Throws: `EncodingError` `encoding.calendar-day` for another form or a day that isn't in the calendar.
    public init(iso text: String) throws(EncodingError) {
        guard let day = Self.isoDay(text.utf8[...]) else { throw Self.error("2026-05-29") }
        self = day
    }

    /// A day as Finns write it, `29.5.2026` or `29.05.2026`.
    ///
    /// - Throws: `EncodingError` `encoding.calendar-day`, as for ISO.
    public init(finnish text: String) throws(EncodingError) {
        guard let day = Self.finnishDay(text.utf8[...]) else { throw Self.error("29.5.2026") }
        self = day
    }

    /// A day in either form, with spaces around it or none, as it comes from tables that people keep.
    ///
    /// - Throws: `EncodingError` `encoding.calendar-day`, as for ISO.
    public init(any text: String) throws(EncodingError) {
        var bytes = text.utf8[...]
        while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        guard let day = Self.isoDay(bytes) ?? Self.finnishDay(bytes) else {
            throw Self.error("2026-05-29 or 29.5.2026")
        }
        self = day
    }

    /// `29.5.2026`.
    public var finnish: String { "\(day).\(month).\(Self.padded(year, 4))" }

    private static func isoDay(_ text: Substring.UTF8View) -> CalendarDay? {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], digits: 4...4), let month = number(parts[1], digits: 2...2),
            let day = number(parts[2], digits: 2...2)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    private static func finnishDay(_ text: Substring.UTF8View) -> CalendarDay? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let day = number(parts[0], digits: 1...2), let month = number(parts[1], digits: 1...2),
            let year = number(parts[2], digits: 4...4)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    private static func number(_ text: Substring.UTF8View, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.count) else { return nil }
        var value = 0
        for byte in text {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    /// Doesn't repeat the text: a cell of a class list may hold what must not be shown, such as an identity code.
    private static func error(_ form: String) -> EncodingError {
        EncodingError(.calendarDay, "The text is not a day of the calendar.", hint: "Write the day like \(form).")
    }
}

extension CalendarDay: LosslessStringConvertible {
    public init?(_ description: String) {
        guard let day = Self.isoDay(description.utf8[...]) else { return nil }
        self = day
    }

    /// ISO 8601, `2026-05-29`.
    public var description: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }
}
