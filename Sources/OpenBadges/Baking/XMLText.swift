/// Text as XML 1.0 writes it.
enum XMLText {
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return [] }
        return Array(bytes[first...last])
    }

    /// §2.11: CR LF, and CR alone, stand for LF; a CR that is meant is written `&#13;`.
    static func withLineFeeds(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        guard raw.contains(0x0D) else { return Array(raw) }
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var previous: UInt8 = 0
        for byte in raw {
            if byte == 0x0D {
                result.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                result.append(byte)
            }
            previous = byte
        }
        return result
    }

    /// An attribute's value; nothing when it has an entity that isn't XML's own.
    static func attribute(_ raw: ArraySlice<UInt8>) -> [UInt8]? { decodingReferences(Array(raw)) }

    /// The text with its character references decoded; nothing when it has an entity that isn't XML's own.
    static func decodingReferences(_ raw: [UInt8]) -> [UInt8]? {
        guard raw.contains(UInt8(ascii: "&")) else { return raw }
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var rest = raw[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "&") else {
                result.append(byte)
                continue
            }
            guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(of: String(decoding: rest[..<end], as: UTF8.self))
            else { return nil }
            result.append(contentsOf: String(Character(scalar)).utf8)
            rest = rest[(end + 1)...]
        }
        return result
    }

    /// The character that `&reference;` stands for, without a document type.
    static func scalar(of reference: String) -> Unicode.Scalar? {
        switch reference {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard reference.first == "#" else { return nil }
        let isHex = reference.dropFirst().first == "x"
        let digits = reference.dropFirst(isHex ? 2 : 1)
        guard digits.first != "-", digits.first != "+", let value = UInt32(digits, radix: isHex ? 16 : 10),
            value >= 0x20 || [0x09, 0x0A, 0x0D].contains(value)
        else { return nil }
        return Unicode.Scalar(value)
    }

    /// The name without its prefix.
    static func localName(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        name.firstIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    }

    static func prefix(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        name.firstIndex(of: UInt8(ascii: ":")).map { name[..<$0] } ?? []
    }
}

// MARK: Writing

extension XMLText {
    /// Whether XML 1.0 (§2.2) has all characters of a JSON text; beyond controls, JSON alone has U+FFFE and U+FFFF.
    static func canHold(_ json: [UInt8]) -> Bool {
        var index = json.startIndex
        while let found = json[index...].firstIndex(of: 0xEF) {
            let character = json[found...].prefix(3)
            if character.elementsEqual([0xEF, 0xBF, 0xBE]) || character.elementsEqual([0xEF, 0xBF, 0xBF]) {
                return false
            }
            index = found + 1
        }
        return true
    }

    /// CDATA sections that hold exactly these bytes for every reader of XML.
    ///
    /// `]]>` is divided between two sections; CR, which a reader may turn into LF, stands between two as a reference.
    static func characterData(_ bytes: [UInt8]) -> [UInt8] {
        let (start, end) = (Array("<![CDATA[".utf8), Array("]]>".utf8))
        var result = start
        result.reserveCapacity(bytes.count + 64)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0D {
                result += end + Array("&#13;".utf8) + start
                continue
            }
            if byte == UInt8(ascii: ">"), index >= 2, bytes[index - 1] == 0x5D, bytes[index - 2] == 0x5D {
                result += end + start
            }
            result.append(byte)
        }
        return result + end
    }
}
