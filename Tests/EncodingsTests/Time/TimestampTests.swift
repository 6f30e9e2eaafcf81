import Encodings
import TestSupport
import Testing

@Suite struct TimestampTests {
    @Test(
        "RFC 3339 with its zone is read as an instant and written in UTC",
        arguments: [
            ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
            ("1985-04-12T23:20:50.52Z", 482_196_050, "1985-04-12T23:20:50.52Z"),
            ("1996-12-19T16:39:57-08:00", 851_042_397, "1996-12-20T00:39:57Z"),
            ("1937-01-01T12:00:27.87+00:20", -1_041_337_173, "1937-01-01T11:40:27.87Z"),
            ("2026-05-29t15:00:00+03:00", 1_780_056_000, "2026-05-29T12:00:00Z"),
            ("2026-05-29T12:00:00z", 1_780_056_000, "2026-05-29T12:00:00Z"),
            ("2026-05-29T12:00:00-00:00", 1_780_056_000, "2026-05-29T12:00:00Z"),
            ("2026-05-29T12:00:00.000Z", 1_780_056_000, "2026-05-29T12:00:00Z"),
            ("2026-05-29T12:00:00.500000000999Z", 1_780_056_000, "2026-05-29T12:00:00.5Z"),
            ("2026-05-29T12:00:00.000000001Z", 1_780_056_000, "2026-05-29T12:00:00.000000001Z"),
            ("2000-02-29T23:59:59+23:59", 951_782_459, "2000-02-29T00:00:59Z"),
            ("2000-02-29T00:00:00-23:59", 951_868_740, "2000-02-29T23:59:00Z"),
            ("0000-01-01T00:00:00Z", -62_167_219_200, "0000-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, "9999-12-31T23:59:59.999999999Z"),
            ("1969-12-31T23:59:59.25Z", -1, "1969-12-31T23:59:59.25Z"),
        ])
    func reading(_ text: String, _ seconds: Int64, _ written: String) throws {
        let instant = try Timestamp(rfc3339: text)
        #expect(instant.seconds == seconds)
        #expect(instant.description == written)
        #expect(Timestamp(text) == instant)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", "2026", "2026-05-29", "12:00:00Z", "2026-05-29T12:00:00", "2026-05-29 12:00:00Z",
            "2026-05-29T12:00Z", "2026-05-29T12Z", "2026-5-29T12:00:00Z", "26-05-29T12:00:00Z", "02026-05-29T12:00:00Z",
            "+2026-05-29T12:00:00Z", "-2026-05-29T12:00:00Z", "2026-02-29T12:00:00Z", "1900-02-29T12:00:00Z",
            "2026-04-31T12:00:00Z", "2026-00-10T12:00:00Z", "2026-13-10T12:00:00Z", "2026-05-00T12:00:00Z",
            "2026-05-32T12:00:00Z", "2026-05-29T24:00:00Z", "2026-05-29T12:60:00Z", "2026-05-29T12:00:61Z",
            "2026-05-29T12:00:00.Z", "2026-05-29T12:00:00,5Z", "2026-05-29T12:00:00.5", "2026-05-29T12:00:00.-5Z",
            "2026-05-29T12:00:00ZZ", "2026-05-29T12:00:00Z ", " 2026-05-29T12:00:00Z", "2026-05-29T12:00:00Z\n",
            "2026-05-29T12:00:00+3:00", "2026-05-29T12:00:00+0300", "2026-05-29T12:00:00+03",
            "2026-05-29T12:00:00+24:00",
            "2026-05-29T12:00:00+03:60", "2026-05-29T12:00:00+", "2026-05-29T12:00:00 Z",
            "2026-05-29T12:00:00\u{2212}03:00",
            "2026-05-29T12:00:00Europe/Helsinki", "2026-05-29T12:00:00+03:00Z", "2026/05/29T12:00:00Z",
            "20260529T120000Z", "2026-W22-5T12:00:00Z", "2026-149T12:00:00Z", "٢٠٢٦-05-29T12:00:00Z",
            "2026-05-29T1２:00:00Z", "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2026-05-29T12:00:0\0Z",
        ])
    func refusals(_ text: String) {
        #expect(throws: EncodingError(.timestamp, "")) { try Timestamp(rfc3339: text) }
        #expect(Timestamp(text) == nil)
    }

    @Test(
        "A leap second is read where one can be, and is the second after it",
        arguments: [
            ("1990-12-31T23:59:60Z", "1991-01-01T00:00:00Z"), ("1990-12-31T15:59:60-08:00", "1991-01-01T00:00:00Z"),
            ("2015-06-30T23:59:60.5Z", "2015-07-01T00:00:00.5Z"), ("2017-01-01T01:59:60+02:00", "2017-01-01T00:00:00Z"),
        ])
    func leapSecond(_ text: String, _ written: String) throws {
        #expect(try Timestamp(rfc3339: text).description == written)
    }

    @Test(
        "Second 60 is refused elsewhere",
        arguments: [
            "2026-05-29T12:00:60Z", "2026-05-29T23:59:60Z", "2026-05-31T23:59:60Z", "1990-12-31T23:59:60+02:00",
            "1990-12-31T23:58:60Z", "1990-12-30T23:59:60Z", "9999-12-31T23:59:60Z",
        ])
    func noLeapSecond(_ text: String) {
        #expect(throws: EncodingError(.timestamp, "")) { try Timestamp(rfc3339: text) }
    }

    @Test("A message says how to write it and doesn't repeat what was read")
    func message() {
        let error = #expect(throws: EncodingError.self) { try Timestamp(rfc3339: "131052-308T") }
        #expect(error?.description.contains("131052") == false)
        #expect(error?.hint?.contains("2026-05-29T12:00:00Z") == true)
    }

    @Test("Reading undoes writing for every instant")
    func roundTrip() {
        forAll("reading undoes writing", rounds: 2000) { generator in
            let seconds = Int64.random(in: Timestamp.earliest.seconds...Timestamp.latest.seconds, using: &generator)
            let digits = [1, 10, 1000, 1_000_000, 1_000_000_000].randomElement(using: &generator) ?? 1
            let nanoseconds = Int.random(in: 0..<1_000_000_000, using: &generator) / digits * digits % 1_000_000_000
            guard let instant = Timestamp(exactlySecondsSince1970: seconds, nanoseconds: nanoseconds) else {
                return false
            }
            return try Timestamp(rfc3339: instant.description) == instant
        }
    }

    @Test("Text sorts as instants do")
    func order() throws {
        let a = try Timestamp(rfc3339: "2026-05-29T12:00:00.1Z")
        let b = try Timestamp(rfc3339: "2026-05-29T14:00:00.2+02:00")
        #expect(a < b)
        #expect(a.wholeSeconds < a)
        #expect(a.wholeSeconds == b.wholeSeconds)
        #expect(Set([a, b, try Timestamp(rfc3339: "2026-05-29T12:00:00.100Z")]).count == 2)
    }

    @Test("Adding stops at the ends of the calendar")
    func adding() throws {
        let instant = try Timestamp(rfc3339: "2026-05-29T12:00:00.5Z")
        #expect(instant.adding(seconds: 86_400).description == "2026-05-30T12:00:00.5Z")
        #expect(instant.adding(seconds: -1).description == "2026-05-29T11:59:59.5Z")
        #expect(instant.adding(seconds: .max) == .latest)
        #expect(instant.adding(seconds: .min) == .earliest)
        #expect(Timestamp(secondsSince1970: .max) == .latest)
        #expect(Timestamp(secondsSince1970: .min) == .earliest)
        #expect(Timestamp(exactlySecondsSince1970: Timestamp.latest.seconds + 1) == nil)
        #expect(Timestamp(exactlySecondsSince1970: 0, nanoseconds: 1_000_000_000) == nil)
    }

    @Test("Seconds between are whole, rounded towards zero, and change sign with the direction")
    func secondsUntil() throws {
        let a = try Timestamp(rfc3339: "2026-05-29T12:00:00.9Z")
        let b = try Timestamp(rfc3339: "2026-05-29T12:00:02.1Z")
        #expect(a.seconds(until: b) == 1)
        #expect(b.seconds(until: a) == -1)
        #expect(a.seconds(until: a.adding(seconds: 7)) == 7)
        #expect(try a.seconds(until: Timestamp(rfc3339: "2026-05-29T12:00:01.1Z")) == 0)
        #expect(Timestamp.earliest.seconds(until: .latest) == 315_569_519_999)
    }

    @Test("The clock of tests stands still, the system's doesn't")
    func clocks() throws {
        #expect(FixedClock.now.description == "2026-11-21T10:00:00Z")
        let now = Timestamp.now()
        #expect(now > Timestamp(secondsSince1970: 1_700_000_000))
        #expect(Timestamp.now() >= now)
    }
}
