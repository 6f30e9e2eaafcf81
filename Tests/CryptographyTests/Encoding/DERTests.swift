@testable import Cryptography
import Encodings
import TestSupport
import Testing

struct DERTests {
    @Test("Two numbers come back from their SEQUENCE without leading zeros")
    func roundTrip() {
        forAll("reading undoes writing") { generator in
            let (first, second) = (generator.bytes(upTo: 600), generator.bytes(upTo: 600))
            let pair = DER.parseIntegerPair(DER.integerPair(first[...], second[...]))
            return pair.map {
                Array($0.0) == Array(first.drop { $0 == 0 }) && Array($0.1) == Array(second.drop { $0 == 0 })
            }
                ?? false
        }
    }

    @Test(
        "Each other spelling is refused",
        arguments: [
            "", "30", "3006", "300602010102", "30060201010201",  // cut short
            "3006020101020102ff",  // bytes behind
            "3007020101020102ff",  // bytes inside behind
            "308106020101020102",  // a long length where a short one does
            "30820006020101020102", "3080020101020102", "308400000006020101020102",
            "30070202000102 0102",  // a zero too many
            "3006020181020102",  // negative
            "30050200020102",  // no digits
            "3106020101020102", "3006030101020102",  // other tags
        ].map { $0.replacing(" ", with: "") })
    func refused(bytes: String) throws {
        #expect(try DER.parseIntegerPair(hex(bytes)) == nil)
    }

    @Test("The plain spelling that these are changed from is read")
    func accepted() throws {
        let pair = try #require(try DER.parseIntegerPair(hex("3006020101020102")))
        #expect(Array(pair.0) == [1] && Array(pair.1) == [2])
        let zero = try #require(try DER.parseIntegerPair(hex("300702020080020100")))
        #expect(Array(zero.0) == [0x80] && Array(zero.1) == [])
    }

    @Test("A signature whose r or s begins with zeros keeps its length as r and s")
    func shortNumbers() throws {
        let raw = [UInt8](repeating: 0, count: 31) + [9] + [0, 0x80] + [UInt8](repeating: 1, count: 30)
        #expect(ECDSASignature.raw(fromDER: ECDSASignature.der(fromRaw: raw), fieldBytes: 32) == raw)
        #expect(ECDSASignature.raw(fromDER: DER.integerPair([1] + raw[...], [1]), fieldBytes: 32) == nil)
    }
}
