import Encodings
import TestSupport
import Testing

@Suite struct Base16Tests {
    @Test("Bytes are written as two lower-case digits each")
    func encoding() {
        #expect(Base16.encode([0x00, 0x0F, 0xA5, 0xFF]) == "000fa5ff")
        #expect(Base16.encode([]) == "")
    }

    @Test("Upper case is read where it is asked for, and only there")
    func upperCase() throws {
        #expect(try Base16.decode("00A5ff", anyCase: true) == [0x00, 0xA5, 0xFF])
        #expect(throws: EncodingError(.base16, "")) { try Base16.decode("00A5ff") }
    }

    @Test(
        "Anything but pairs of digits is refused",
        arguments: ["0", "000", "0g", "g0", " 00", "0x00", "é0", "00\n", "/0", ":0", "`0"])
    func refusals(_ text: String) {
        #expect(throws: EncodingError(.base16, "")) { try Base16.decode(text) }
        #expect(throws: EncodingError(.base16, "")) { try Base16.decode(text, anyCase: true) }
    }

    @Test("Decoding undoes encoding")
    func roundTrip() {
        forAll("decoding undoes encoding") { generator in
            let bytes = generator.bytes(upTo: 100)
            return try Base16.decode(Base16.encode(bytes)) == bytes
        }
    }
}
