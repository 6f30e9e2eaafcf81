import Testing

@testable import LinkedData

/// Numbers in their canonical form as xsd:integer and xsd:double.
@Suite("JSON-LD: numbers in RDF") struct NumberFormTests {
    @Test(
        "Whole numbers below 10²¹ are integers, others doubles",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (7, "7"), (-3, "-3"), (1e20, "100000000000000000000"),
            (295_147_905_179_352_825_856, "295147905179352825856"), (1e21, "1.0E21"), (-1e21, "-1.0E21"),
            (5.3, "5.3E0"), (0.1, "1.0E-1"), (-0.05, "-5.0E-2"), (2.5, "2.5E0"), (123.456, "1.23456E2"),
            // Rounded to sixteen digits, by what the double really is.
            (9.95, "9.949999999999999E0"), (0.3, "3.0E-1"), (1.0 / 3, "3.333333333333333E-1"),
            (Double.leastNonzeroMagnitude, "4.940656458412465E-324"),
            (Double.greatestFiniteMagnitude, "1.797693134862316E308"),
            // Exactly half: up.
            (2_251_799_813_685_248.5, "2.251799813685249E15"), (2_251_799_813_685_249.5, "2.25179981368525E15"),
            (9.999999999999999e22, "9.999999999999999E22"), (0.999999999999999944, "9.999999999999999E-1"),
        ] as [(Double, String)])
    func canonical(_ value: Double, _ text: String) {
        #expect(NumberForm(value, isDouble: false).text == text)
        #expect(NumberForm(value, isDouble: false).isDouble == text.contains("E"))
    }

    @Test(
        "A number that is to be a double is written as one",
        arguments: [(0.0, "0.0E0"), (10, "1.0E1"), (-1, "-1.0E0"), (100, "1.0E2")] as [(Double, String)])
    func asDouble(_ value: Double, _ text: String) {
        #expect(NumberForm(value, isDouble: true).text == text)
    }
}
