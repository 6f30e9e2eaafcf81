import BadgeDefinitions
import BadgeIssuer
import TestSupport
import Testing

@Suite("Identifiers of Finnish organisations")
struct OrganisationIdentifierTests {
    @Test(
        "codes with the right check digit are taken", arguments: ["0000001-9", "0000002-7", "0000003-5", "0112038-9"])
    func goodBusinessID(_ code: String) {
        #expect(BusinessID(code)?.description == code)
    }

    @Test(
        "other codes are refused",
        arguments: [
            "0000001-8", "000001-9", "00000019", "0000001-", "0000001–9", " 0000001-9", "000000a-9", "", "٠٠٠٠٠٠١-٩",
        ])
    func badBusinessID(_ code: String) {
        #expect(BusinessID(code) == nil)
    }

    @Test("seven digits have one check digit, or none when the remainder is 1")
    func oneCheckDigit() {
        forAll("a code has at most one check digit") { generator in
            let digits = (0..<7).map { _ in Int.random(in: 0...9, using: &generator) }
            let sum = zip(digits, [7, 9, 10, 5, 8, 4, 2]).map { $0 * $1 }.reduce(0, +)
            let text = digits.map(String.init).joined()
            let fitting = (0...9).filter { BusinessID("\(text)-\($0)") != nil }
            return fitting == (sum % 11 == 1 ? [] : [(11 - sum % 11) % 11])
        }
        // 7·9 = 63 and 2·1 = 2 leave 10; 4·3 = 12 leaves 1.
        #expect((0...9).allSatisfy { BusinessID("0000030-\($0)") == nil })
    }

    @Test("OIDs of organisations are taken", arguments: ["1.2.246.562.10.12345678901", "1.2.246.562.00.1"])
    func goodOID(_ oid: String) {
        #expect(OrganisationOID(oid)?.description == oid)
    }

    @Test(
        "other OIDs are refused",
        arguments: [
            "1.2.246.562.10", "1.2.246.562.10.", "1.2.246.562.40.1", "1.2.246.562.1.1", "1.2.246.562.10.1.1",
            "1.2.246.563.10.1", "1.2.246.562.10.a", "x1.2.246.562.10.1", "",
        ])
    func badOID(_ oid: String) {
        #expect(OrganisationOID(oid) == nil)
    }
}
