import Cryptography
import TestSupport
import Testing

struct ConstantTimeTests {
    @Test("Equal bytes are equal, one flipped bit or another length is not")
    func equality() {
        #expect(constantTimeEqual([], []))
        #expect(!constantTimeEqual([], [0]))
        forAll("a copy is equal, and no neighbour is") { generator in
            let bytes = generator.bytes(upTo: 80) + [7]
            var other = bytes
            other[Int.random(in: other.indices, using: &generator)] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            return constantTimeEqual(bytes, Array(bytes)) && !constantTimeEqual(bytes, other)
                && !constantTimeEqual(bytes, Array(bytes.dropLast()))
        }
    }

    @Test("Wiped bytes are zeros of the same number")
    func wiping() {
        var secret: [UInt8] = [1, 2, 3]
        wipe(&secret)
        #expect(secret == [0, 0, 0])
    }
}
