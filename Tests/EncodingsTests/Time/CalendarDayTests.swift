import Encodings
import TestSupport
import Testing

@Suite struct CalendarDayTests {
    @Test("A day is read in both forms and written in both")
    func forms() throws {
        for text in ["2026-05-09", "9.5.2026", "09.05.2026", "9.05.2026", "  2026-05-09 ", " 9.5.2026  "] {
            let day = try CalendarDay(any: text)
            #expect(day.description == "2026-05-09")
            #expect(day.finnish == "9.5.2026")
        }
        #expect(try CalendarDay(iso: "0033-04-03").finnish == "3.4.0033")
        #expect(CalendarDay("2026-05-09") == (try CalendarDay(finnish: "9.5.2026")))
    }

    @Test(
        "Another form, or a day that the calendar lacks, is refused",
        arguments: [
            "", " ", "2026-02-29", "29.2.2026", "1900-02-29", "2026-04-31", "31.4.2026", "2026-00-01", "0.1.2026",
            "2026-13-01", "1.13.2026", "2026-5-9", "26-05-09", "9.5.26", "9.5.", "9.5", "9/5/2026", "5/9/2026",
            "2026/05/09",
            "20260509", "2026-05-09T00:00:00Z", "9.5.2026 0:00", "9. 5. 2026", "009.5.2026", "9.5.02026", "+9.5.2026",
            "-9.5.2026", "9..2026", ".5.2026", "9.5.2026.", "2026-05-09-", "-2026-05-09", "2026-05", "46151",
            "٩.5.2026",
            "2026-05-0９", "2026-05\u{2011}09", "\t9.5.2026", "9.5.2026\n",
        ])
    func refusals(_ text: String) {
        #expect(throws: EncodingError(.calendarDay, "")) { try CalendarDay(any: text) }
        #expect(throws: EncodingError(.calendarDay, "")) { try CalendarDay(iso: text) }
        #expect(throws: EncodingError(.calendarDay, "")) { try CalendarDay(finnish: text) }
    }

    @Test("Each strict form takes no spaces and not the other form")
    func strictForms() {
        #expect(throws: EncodingError(.calendarDay, "")) { try CalendarDay(iso: "9.5.2026") }
        #expect(throws: EncodingError(.calendarDay, "")) { try CalendarDay(finnish: "2026-05-09") }
        #expect(throws: EncodingError(.calendarDay, "")) { try CalendarDay(iso: "2026-05-09 ") }
        #expect(throws: EncodingError(.calendarDay, "")) { try CalendarDay(finnish: " 9.5.2026") }
        #expect(CalendarDay(" 2026-05-09") == nil)
    }

    @Test("A message doesn't repeat what stood in the cell")
    func message() {
        let error = #expect(throws: EncodingError.self) { try CalendarDay(any: "131052-308T") }
        #expect(error?.description.contains("131052") == false)
    }

    @Test(
        "A day begins and ends with the clock of Helsinki, in winter, in summer and when clocks change",
        arguments: [
            ("2026-01-15", "2026-01-14T22:00:00Z", "2026-01-15T21:59:59Z"),
            ("2026-07-15", "2026-07-14T21:00:00Z", "2026-07-15T20:59:59Z"),
            ("2026-03-28", "2026-03-27T22:00:00Z", "2026-03-28T21:59:59Z"),
            ("2026-03-29", "2026-03-28T22:00:00Z", "2026-03-29T20:59:59Z"),
            ("2026-03-30", "2026-03-29T21:00:00Z", "2026-03-30T20:59:59Z"),
            ("2026-10-24", "2026-10-23T21:00:00Z", "2026-10-24T20:59:59Z"),
            ("2026-10-25", "2026-10-24T21:00:00Z", "2026-10-25T21:59:59Z"),
            ("2026-10-26", "2026-10-25T22:00:00Z", "2026-10-26T21:59:59Z"),
            // The last Sunday is the month's last day, and as early as it can be.
            ("2024-03-31", "2024-03-30T22:00:00Z", "2024-03-31T20:59:59Z"),
            ("2027-10-31", "2027-10-30T21:00:00Z", "2027-10-31T21:59:59Z"),
            ("2029-03-25", "2029-03-24T22:00:00Z", "2029-03-25T20:59:59Z"),
            // Summer ended in September until 1995, and there was none in 1980.
            ("1995-09-24", "1995-09-23T21:00:00Z", "1995-09-24T21:59:59Z"),
            ("1995-10-01", "1995-09-30T22:00:00Z", "1995-10-01T21:59:59Z"),
            ("1996-10-27", "1996-10-26T21:00:00Z", "1996-10-27T21:59:59Z"),
            ("1980-07-01", "1980-06-30T22:00:00Z", "1980-07-01T21:59:59Z"),
        ])
    func bounds(_ text: String, _ first: String, _ last: String) throws {
        let day = try CalendarDay(iso: text)
        #expect(day.firstSecond.description == first)
        #expect(day.lastSecond.description == last)
        #expect(CalendarDay(of: day.firstSecond) == day)
        #expect(CalendarDay(of: day.lastSecond) == day)
        #expect(CalendarDay(of: day.lastSecond.adding(seconds: 1)) == day.adding(days: 1))
        #expect(day.noonZ.description == "\(text)T12:00:00Z")
    }

    @Test("The clocks' change itself doesn't change the day")
    func changes() throws {
        for text in ["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-03-29T20:59:59.9Z"] {
            #expect(CalendarDay(of: try Timestamp(rfc3339: text)).description == "2026-03-29")
        }
        for text in ["2026-10-25T00:59:59Z", "2026-10-25T01:00:00Z", "2026-10-25T21:59:59Z"] {
            #expect(CalendarDay(of: try Timestamp(rfc3339: text)).description == "2026-10-25")
        }
        #expect(CalendarDay.today(at: FixedClock.now).description == "2026-11-21")
        #expect(CalendarDay.today(at: try Timestamp(rfc3339: "2026-12-31T22:00:00Z")).description == "2027-01-01")
    }

    @Test("Days follow each other without gap or overlap, and every instant is in its day")
    func partition() {
        forAll("days join", rounds: 2000) { generator in
            let instant = Timestamp(
                secondsSince1970: Int64.random(in: -62_000_000_000...253_000_000_000, using: &generator))
            let day = CalendarDay(of: instant)
            return day.firstSecond <= instant && instant <= day.lastSecond
                && day.lastSecond.adding(seconds: 1) == day.adding(days: 1).firstSecond
                && CalendarDay(of: day.noonZ) == day
                && [23, 24, 25].contains((day.firstSecond.seconds(until: day.lastSecond) + 1) / 3600)
        }
    }

    @Test(
        "Months are added to the day of the month, or to its end",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-01-31", 2, "2026-03-31"),
            ("2026-03-31", -1, "2026-02-28"), ("2026-08-31", 1, "2026-09-30"), ("2026-05-29", 36, "2029-05-29"),
            ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-12-15", 1, "2027-01-15"),
            ("2026-01-15", -1, "2025-12-15"), ("2026-05-29", 0, "2026-05-29"), ("2026-11-30", -9, "2026-02-28"),
            ("2026-05-29", 1_000_000, "9999-12-31"), ("2026-05-29", -1_000_000, "0000-01-01"),
            ("2026-05-29", Int.max, "9999-12-31"), ("2026-05-29", Int.min, "0000-01-01"),
        ])
    func addingMonths(_ text: String, _ months: Int, _ expected: String) throws {
        #expect(try CalendarDay(iso: text).adding(months: months).description == expected)
    }

    @Test("Days are added and counted across months, leap years and the ends of the calendar")
    func addingDays() throws {
        let day = try CalendarDay(iso: "2028-02-28")
        #expect(day.adding(days: 1).description == "2028-02-29")
        #expect(day.adding(days: 2).description == "2028-03-01")
        #expect(day.adding(days: -59).description == "2027-12-31")
        #expect(day.adding(days: .max).description == "9999-12-31")
        #expect(day.adding(days: .min).description == "0000-01-01")
        #expect(try day.days(until: CalendarDay(iso: "2029-02-28")) == 366)
        forAll("counting undoes adding") { generator in
            let days = Int.random(in: -100_000...100_000, using: &generator)
            return day.days(until: day.adding(days: days)) == days
        }
    }

    @Test("Days compare as dates do")
    func order() throws {
        let days = try ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map { try CalendarDay(iso: $0) }
        #expect(days.reversed().sorted() == days)
        #expect(CalendarDay(year: 2026, month: 2, day: 29) == nil)
        #expect(CalendarDay(year: 10_000, month: 1, day: 1) == nil)
    }
}
