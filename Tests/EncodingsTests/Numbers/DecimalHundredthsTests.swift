import Encodings
import TestSupport
import Testing

@Suite struct DecimalHundredthsTests {
    @Test(
        "A number as people write it, with point or comma, in its three forms",
        arguments: [
            ("27", 2700, "27", "27.0", "27.00"), ("27.5", 2750, "27.5", "27.5", "27.50"),
            ("27,50", 2750, "27.5", "27.5", "27.50"), ("1,0", 100, "1", "1.0", "1.00"),
            ("0.05", 5, "0.05", "0.05", "0.05"),
            ("1.25", 125, "1.25", "1.25", "1.25"), ("007", 700, "7", "7.0", "7.00"),
            ("-0.5", -50, "-0.5", "-0.5", "-0.50"),
            ("-12,34", -1234, "-12.34", "-12.34", "-12.34"), ("-0", 0, "0", "0.0", "0.00"),
            ("999999999.99", 99_999_999_999, "999999999.99", "999999999.99", "999999999.99"),
        ])
    func text(_ text: String, _ hundredths: Int, _ shortest: String, _ one: String, _ two: String) throws {
        let number = try #require(DecimalHundredths(text))
        #expect(number.hundredths == hundredths)
        #expect(number.description == shortest)
        #expect(number.oneAtLeast == one)
        #expect(number.twoPlaces == two)
    }

    @Test(
        "Anything that could be misread is refused",
        arguments: [
            "", "-", ".", ",", ".5", "5.", "5,", "1.000", "27.505", "1,234", "1.2.3", "1,2,3", "1.234,5", "1 000", "+5",
            "5e1",
            "--5", " 5", "5 ", "5h", "0x10", "٥", "½", "nan", "inf", "1234567890", "99999999999999999999",
        ])
    func refusals(_ text: String) {
        #expect(DecimalHundredths(text) == nil)
    }

    @Test(
        "A JSON number counts by its value, however it is written",
        arguments: [
            ("27", 2700), ("27.5", 2750), ("1.000", 100), ("0.1", 10), ("2.7e1", 2700), ("2.75E+1", 2750),
            ("2750e-2", 2750),
            ("1e2", 10_000), ("-1.5", -150), ("-0.0", 0), ("0e99", 0), ("100000e-3", 10_000), ("0.00", 0),
            ("1e8", 10_000_000_000),
        ])
    func jsonNumber(_ text: String, _ hundredths: Int) throws {
        let number = try #require(JSONNumber(text: text))
        #expect(DecimalHundredths(number)?.hundredths == hundredths)
    }

    @Test(
        "A JSON number with a third decimal, or too great, is none of these",
        arguments: [
            "0.001", "1.005", "1e-3", "0.1e-2", "1e9", "1e300", "12345678901234567890", "1e-300", "0.30000000000000004",
        ])
    func jsonNumberRefusals(_ text: String) throws {
        #expect(DecimalHundredths(try #require(JSONNumber(text: text))) == nil)
    }

    @Test("Sums are exact where doubles are not, and stay at the ends")
    func sums() throws {
        let tenth = try #require(DecimalHundredths("0.1"))
        #expect((0..<3).reduce(DecimalHundredths.zero) { sum, _ in sum + tenth } == DecimalHundredths("0.3"))
        #expect((DecimalHundredths(hundredths: .max) + tenth).hundredths == .max)
        #expect((DecimalHundredths(hundredths: .min) + DecimalHundredths(hundredths: -1)).hundredths == .min)
        #expect(DecimalHundredths(hundredths: .min).description == "-92233720368547758.08")
        #expect(try #require(DecimalHundredths("-1")) < .zero)
        #expect(try #require(DecimalHundredths("9.99")) < #require(DecimalHundredths("10")))
    }

    @Test("Reading undoes writing in every form")
    func roundTrip() {
        forAll("reading undoes writing") { generator in
            let number = DecimalHundredths(hundredths: Int.random(in: -1_000_000...1_000_000, using: &generator))
            return [number.description, number.oneAtLeast, number.twoPlaces].allSatisfy {
                DecimalHundredths($0) == number && JSONNumber(text: $0).flatMap { DecimalHundredths($0) } == number
            }
        }
    }
}
