import Cryptography
import TestSupport
import Testing

struct RandomnessTests {
    @Test("As many bytes come as are asked for, and not the same ones twice")
    func bytes() throws {
        #expect(try Randomness.bytes(0).isEmpty)
        #expect(try Randomness.bytes(33).count == 33)
        #expect(try Randomness.bytes(16) != Randomness.bytes(16))
    }

    @Test("The generator doesn't repeat itself")
    func generator() {
        var generator = SystemRandom()
        let numbers = Set((0..<1_000).map { _ in generator.next() })
        #expect(numbers.count == 1_000)
        #expect(numbers.contains { $0 > .max / 2 } && numbers.contains { $0 < .max / 2 })
    }

    @Test("A UUID is lower-case text of version 4 and variant 10, whatever the generator gives")
    func form() throws {
        let form = try Regex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        forAll("the UUID has its form") { generator in
            UUIDv4.make(using: &generator).wholeMatch(of: form) != nil
        }
    }

    @Test("The same numbers give the same UUID, every digit in its place")
    func fixed() {
        struct Fixed: RandomNumberGenerator {
            var numbers: [UInt64]
            mutating func next() -> UInt64 { numbers.removeFirst() }
        }
        var counting = Fixed(numbers: [0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210])
        #expect(UUIDv4.make(using: &counting) == "01234567-89ab-4def-bedc-ba9876543210")
        var ones = Fixed(numbers: [.max, .max])
        #expect(UUIDv4.make(using: &ones) == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        var zeros = Fixed(numbers: [0, 0])
        #expect(UUIDv4.make(using: &zeros) == "00000000-0000-4000-8000-000000000000")
    }
}
