/// A small repeatable generator: the same seed gives the same numbers on every machine.
///
/// Each step adds 2⁶⁴/φ and mixes the bits (Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
/// 2014). For tests only; secrets come from the system.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    public let seed: UInt64
    private var state: UInt64

    public init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    public mutating func bytes(count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count { withUnsafeBytes(of: next().littleEndian) { bytes.append(contentsOf: $0) } }
        return Array(bytes.prefix(count))
    }

    /// Bytes of any number up to that, short ones as likely as long ones.
    public mutating func bytes(upTo most: Int) -> [UInt8] { bytes(count: Int.random(in: 0...most, using: &self)) }

    /// Text of letters, signs, controls and characters from all planes, up to that many scalars.
    public mutating func text(upTo most: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...most, using: &self) {
            let range: ClosedRange<UInt32> =
                switch Int.random(in: 0..<8, using: &self) {
                case 0: 0...0x1F
                case 1...3: 0x20...0x7E
                case 4: 0x7F...0x7FF
                case 5: 0x800...0xD7FF
                case 6: 0xE000...0xFFFF
                default: 0x1_0000...0x10_FFFF
                }
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { text.append(scalar) }
        }
        return String(text)
    }
}
