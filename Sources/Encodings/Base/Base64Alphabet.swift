/// The 64 characters of one base64 form, and the work that base64 and base64url share.
///
/// Decoding takes the canonical form only, so that one value has one spelling: no whitespace, padding exactly as the
/// form demands, and the unused bits of the last character zero (RFC 4648 §3.5).
struct Base64Alphabet: Sendable {
    /// Character of each six-bit value.
    let characters: [UInt8]
    /// Six-bit value of each byte; 0xFF where the byte is no character of this alphabet.
    let values: [UInt8]
    let isPadded: Bool

    static let standard = Base64Alphabet(last: "+/", isPadded: true)
    static let url = Base64Alphabet(last: "-_", isPadded: false)

    private static let pad = UInt8(ascii: "=")

    private init(last: StaticString, isPadded: Bool) {
        var characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        characters += Array("\(last)".utf8)
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in characters.enumerated() { values[Int(character)] = UInt8(value) }
        self.characters = characters
        self.values = values
        self.isPadded = isPadded
    }

    func encodedCount(_ count: Int) -> Int {
        isPadded ? (count + 2) / 3 * 4 : count / 3 * 4 + (count % 3 == 0 ? 0 : count % 3 + 1)
    }

    /// Writes the encoded form of `source` and answers how many bytes that took: `encodedCount(source.count)`.
    func encode(_ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>) -> Int {
        characters.withUnsafeBufferPointer { characters in
            var (read, written) = (0, 0)
            let whole = source.count - source.count % 3
            while read < whole {
                let bits = UInt32(source[read]) << 16 | UInt32(source[read + 1]) << 8 | UInt32(source[read + 2])
                target[written] = characters[Int(bits >> 18)]
                target[written + 1] = characters[Int(bits >> 12 & 63)]
                target[written + 2] = characters[Int(bits >> 6 & 63)]
                target[written + 3] = characters[Int(bits & 63)]
                read += 3
                written += 4
            }
            switch source.count - read {
            case 1:
                target[written] = characters[Int(source[read] >> 2)]
                target[written + 1] = characters[Int(source[read] << 4 & 63)]
                written += 2
            case 2:
                let bits = UInt32(source[read]) << 8 | UInt32(source[read + 1])
                target[written] = characters[Int(bits >> 10)]
                target[written + 1] = characters[Int(bits >> 4 & 63)]
                target[written + 2] = characters[Int(bits << 2 & 63)]
                written += 3
            default: break
            }
            if isPadded {
                while written % 4 != 0 {
                    target[written] = Self.pad
                    written += 1
                }
            }
            return written
        }
    }

    /// The bytes that canonical text stands for, or what is wrong with it.
    func decode(_ text: UnsafeBufferPointer<UInt8>) -> Result<[UInt8], Flaw> {
        var count = text.count
        if isPadded {
            guard count % 4 == 0 else { return .failure(.length) }
            if count > 0, text[count - 1] == Self.pad { count -= text[count - 2] == Self.pad ? 2 : 1 }
        }
        let rest = count % 4
        guard rest != 1 else { return .failure(.length) }

        var flaw: Flaw?
        let bytes = [UInt8](unsafeUninitializedCapacity: count / 4 * 3 + (rest == 0 ? 0 : rest - 1)) {
            target, written in
            flaw = values.withUnsafeBufferPointer { values in
                let whole = count - rest
                var (read, place) = (0, 0)
                while read < whole {
                    let a = values[Int(text[read])]
                    let b = values[Int(text[read + 1])]
                    let c = values[Int(text[read + 2])]
                    let d = values[Int(text[read + 3])]
                    // A character outside the alphabet has its top bits set, and they survive the "or".
                    guard (a | b | c | d) < 64 else { return .character }
                    let bits = UInt32(a) << 18 | UInt32(b) << 12 | UInt32(c) << 6 | UInt32(d)
                    target[place] = UInt8(truncatingIfNeeded: bits >> 16)
                    target[place + 1] = UInt8(truncatingIfNeeded: bits >> 8)
                    target[place + 2] = UInt8(truncatingIfNeeded: bits)
                    read += 4
                    place += 3
                }
                if rest > 0 {
                    let a = values[Int(text[read])]
                    let b = values[Int(text[read + 1])]
                    let c = rest == 3 ? values[Int(text[read + 2])] : 0
                    guard (a | b | c) < 64 else { return .character }
                    guard (rest == 2 ? b & 0x0F : c & 0x03) == 0 else { return .unusedBits }
                    target[place] = a << 2 | b >> 4
                    place += 1
                    if rest == 3 {
                        target[place] = b << 4 | c >> 2
                        place += 1
                    }
                }
                written = place
                return nil
            }
        }
        if let flaw { return .failure(flaw) }
        return .success(bytes)
    }

    /// What keeps a text from being canonical.
    enum Flaw: Error, Equatable {
        case length
        case character
        case unusedBits

        var words: String {
            switch self {
            case .length: "its length isn't possible, so a part is missing or padding is wrong"
            case .character: "it has a character that doesn't belong there"
            case .unusedBits: "its last character has bits set that stand for nothing"
            }
        }
    }
}
