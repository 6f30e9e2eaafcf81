import Encodings

/// How canonical N-Quads spells the text of a literal
/// ([RDFC-1.0 appendix A](https://www.w3.org/TR/rdf-canon/#canonical-quads)): two-character escapes where there are
/// some, `\u` escapes for other controls, DEL, U+FFFE and U+FFFF, and every other character as it is.
enum LiteralSpelling {
    /// Whether the text needs no escape.
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = UnsafeRawPointer(text.baseAddress) else { return true }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var offset = 0
        while text.count - offset >= 8 {
            let word = start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let delete = word ^ (ones &* 0x7F)
            let lead = word ^ (ones &* 0xEF)
            let special =
                ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
                | ((delete &- ones) & ~delete) | ((lead &- ones) & ~lead)
            if special & highs != 0 { break }
            offset += 8
        }
        while offset < text.count {
            if escapeLength(text, offset) != 0 { return false }
            offset += 1
        }
        return true
    }

    /// The text as it is spelled.
    static func escaped(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + text.count / 8 + 16)
        var offset = 0
        while offset < text.count {
            switch escapeLength(text, offset) {
            case 0: bytes.append(text[offset])
            case 1: appendEscape(text[offset], to: &bytes)
            default:
                // U+FFFE is EF BF BE, U+FFFF is EF BF BF.
                bytes.append(contentsOf: text[offset + 2] == 0xBE ? Array("\\uFFFE".utf8) : Array("\\uFFFF".utf8))
                offset += 2
            }
            offset += 1
        }
        return bytes
    }

    /// The text that a canonical spelling stands for.
    static func unescaped(_ spelled: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(spelled.count)
        var offset = spelled.startIndex
        while offset < spelled.endIndex {
            guard spelled[offset] == UInt8(ascii: "\\"), offset + 1 < spelled.endIndex else {
                bytes.append(spelled[offset])
                offset += 1
                continue
            }
            let letter = spelled[offset + 1]
            offset += 2
            guard letter == UInt8(ascii: "u") else {
                bytes.append(character(ofEscape: letter) ?? letter)
                continue
            }
            let digits = spelled[offset..<min(offset + 4, spelled.endIndex)]
            let value = digits.reduce(UInt32(0)) { $0 << 4 | UInt32(Base16.value($1) ?? 0) }
            bytes.append(
                contentsOf: Unicode.Scalar(value).map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
                    ?? [])
            offset += digits.count
        }
        return bytes
    }

    /// The character of a two-character escape, by its letter.
    static func character(ofEscape letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): letter
        default: nil
        }
    }

    /// Writes an ASCII character as an escape.
    static func appendEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default: appendNumericEscape(byte, to: &bytes)
        }
    }

    /// Writes `u00XX`, the backslash standing already.
    private static func appendNumericEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "u"))
        bytes.append(UInt8(ascii: "0"))
        bytes.append(UInt8(ascii: "0"))
        for value in [byte >> 4, byte & 0x0F] { bytes.append(value < 10 ? 0x30 + value : 0x37 + value) }
    }

    /// How many bytes at an offset an escape has to stand for, or 0.
    @inline(__always)
    private static func escapeLength(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        switch text[offset] {
        case 0..<0x20, 0x22, 0x5C, 0x7F: 1
        case 0xEF where offset + 2 < text.count && text[offset + 1] == 0xBF && text[offset + 2] >= 0xBE: 3
        default: 0
        }
    }
}
