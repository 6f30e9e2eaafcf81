import BadgeDefinitions
import Testing

@Suite("A PNG picture")
struct PNGFileTests {
    /// One grey pixel, as a program would save it.
    private static let pixel: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
        + chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01])
        + chunk("IEND", [])

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        var sum = UInt32.max
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
        return word(UInt32(data.count)) + body + word(~sum)
    }

    private static func word(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private func isTaken(_ bytes: [UInt8], _ name: String = "kuva.png") -> Bool {
        do throws(DefinitionError) {
            return try DefinitionImage.check(bytes, named: name).kind == .png
        } catch {
            #expect(error.code == .image)
            return false
        }
    }

    @Test("is taken when every chunk is sound")
    func sound() {
        #expect(Self.chunk("IEND", []).suffix(4) == [0xAE, 0x42, 0x60, 0x82])
        #expect(isTaken(Self.pixel))
    }

    @Test("is refused with any one byte changed")
    func changed() {
        for index in Self.pixel.indices {
            var bytes = Self.pixel
            bytes[index] ^= 0x20
            #expect(!isTaken(bytes), "byte \(index)")
        }
    }

    @Test("is refused when it is cut short or goes on")
    func length() {
        for length in 0..<Self.pixel.count { #expect(!isTaken(Array(Self.pixel[..<length]))) }
        #expect(!isTaken(Self.pixel + [0]))
        #expect(!isTaken(Self.pixel + Self.pixel))
    }

    @Test("is refused when its header says what it can't")
    func header() {
        let signature = Array(Self.pixel[..<8])
        let rest = Self.chunk("IDAT", [1]) + Self.chunk("IEND", [])
        let good: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]
        #expect(isTaken(signature + Self.chunk("IHDR", good) + rest))
        for (index, value) in [(3, 0), (7, 0), (0, 0x80), (8, 3), (9, 5), (10, 1), (11, 1), (12, 2)] as [(Int, UInt8)] {
            var bad = good
            bad[index] = value
            #expect(!isTaken(signature + Self.chunk("IHDR", bad) + rest), "\(index)")
        }
        #expect(!isTaken(signature + rest))
        #expect(!isTaken(signature + Self.chunk("IHDR", good) + Self.chunk("IHDR", good) + rest))
        #expect(!isTaken(signature + Self.chunk("IHDR", good) + Self.chunk("IEND", [])))
    }

    @Test("goes by its bytes, and its name has to fit them")
    func name() {
        #expect(!isTaken(Self.pixel, "kuva.svg"))
        #expect(!isTaken(Array("GIF89a".utf8)))
        #expect(!isTaken([]))
    }
}
