import Encodings
import TestSupport
import Testing

@Suite struct CBORTests {
    /// Examples of RFC 8949 appendix A, of the kinds that are read here.
    static let examples: [(String, CBORValue)] = [
        ("00", .unsigned(0)), ("17", .unsigned(23)), ("1818", .unsigned(24)), ("1903e8", .unsigned(1_000)),
        ("1a000f4240", .unsigned(1_000_000)), ("1bffffffffffffffff", .unsigned(.max)),
        ("20", .negative(0)), ("3863", .negative(99)), ("3bffffffffffffffff", .negative(.max)),
        ("f4", .bool(false)), ("f5", .bool(true)), ("f6", .null),
        ("40", .bytes([])), ("4401020304", .bytes([1, 2, 3, 4])), ("60", .text("")), ("6449455446", .text("IETF")),
        ("62c3bc", .text("\u{FC}")), ("80", .array([])),
        (
            "8301820203820405",
            .array([
                .unsigned(1), .array([.unsigned(2), .unsigned(3)]), .array([.unsigned(4), .unsigned(5)]),
            ])
        ),
        ("a201020304", .map([.init(.unsigned(1), .unsigned(2)), .init(.unsigned(3), .unsigned(4))])),
        ("c11a514b67b0", .tagged(1, .unsigned(1_363_896_240))),
        ("d818456449455446", .tagged(24, .bytes([0x64, 0x49, 0x45, 0x54, 0x46]))),
    ]

    @Test("The standard's examples are read and written to the byte", arguments: examples)
    func example(_ hex: String, _ value: CBORValue) throws {
        let bytes = try Base16.decode(hex)
        #expect(try CBORReader.parse(bytes) == value)
        #expect(CBORWriter.encode(value) == bytes)
    }

    @Test("Map keys are written in the order of their bytes and read in any")
    func mapOrder() throws {
        let map = CBORValue.map([.init(.text("b"), .null), .init(.unsigned(100), .null), .init(.unsigned(10), .null)])
        #expect(Base16.encode(CBORWriter.encode(map)) == "a30af61864f66162f6")
        #expect(try CBORReader.parse(Base16.decode("a36162f61864f60af6")).mapValue?.count == 3)
    }

    @Test(
        "What has another spelling, an unknown length or a loose end is refused",
        arguments: [
            "", "18", "1817", "190017", "1a0000ffff", "1b00000000ffffffff", "5f42010243030405ff", "9f01ff",
            "bf6161f6ff",
            "f7", "f0", "f818", "fb3ff0000000000000", "61ff", "43ffff", "8301", "9affffffff", "a2f6f6f6f6", "0000",
            "1c",
        ])
    func refused(_ hex: String) {
        #expect(throws: EncodingError(.cbor, "")) { try CBORReader.parse(Base16.decode(hex)) }
    }

    @Test("Depth and number of items are bounded")
    func limits() {
        #expect(throws: EncodingError(.cborLimit, "")) {
            try CBORReader.parse(Array(repeating: 0x81, count: CBORReader.maxDepth) + [0x00])
        }
        let count = CBORReader.maxItems
        let head: [UInt8] = [0x9A] + (0..<4).reversed().map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
        #expect(throws: EncodingError(.cborLimit, "")) {
            try CBORReader.parse(head + Array(repeating: 0xF6, count: count))
        }
    }

    @Test("Any bytes end in a value that is written back alike, or in an error")
    func anyBytes() {
        forAll("read and written", rounds: 5_000) { generator in
            let bytes = (0..<Int.random(in: 0..<24, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            guard let value = try? CBORReader.parse(bytes) else { return true }
            return (try? CBORReader.parse(CBORWriter.encode(value)))?.mapValue?.count == value.mapValue?.count
                && CBORWriter.encode(value).count == bytes.count
        }
    }
}
