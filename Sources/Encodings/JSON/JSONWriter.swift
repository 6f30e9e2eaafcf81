/// Writes JSON as RFC 8259 asks, members in their order and numbers with their own digits.
public struct JSONWriter {
    /// With line breaks and two spaces a level, ended by a line break: the form of files that people open.
    public static func pretty(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter(indents: true)
        writer.write(value, level: 0)
        writer.bytes.append(0x0A)
        return writer.bytes
    }

    /// Without white space.
    public static func compact(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter(indents: false)
        writer.write(value, level: 0)
        return writer.bytes
    }

    private let indents: Bool
    private var bytes: [UInt8] = []

    private init(indents: Bool) {
        self.indents = indents
        bytes.reserveCapacity(4096)
    }

    private mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let number): bytes.append(contentsOf: number.text.utf8)
        case .string(let text): Self.append(text, to: &bytes)
        case .array(let elements):
            write(open: "[", close: "]", count: elements.count, level: level) { writer, index in
                writer.write(elements[index], level: level + 1)
            }
        case .object(let object):
            write(open: "{", close: "}", count: object.count, level: level) { writer, index in
                let member = object.members[index]
                Self.append(member.name, to: &writer.bytes)
                writer.bytes.append(UInt8(ascii: ":"))
                if writer.indents { writer.bytes.append(0x20) }
                writer.write(member.value, level: level + 1)
            }
        }
    }

    private mutating func write(
        open: Unicode.Scalar, close: Unicode.Scalar, count: Int, level: Int,
        element: (inout JSONWriter, Int) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(level + 1)
            element(&self, index)
        }
        if count > 0 { newLine(level) }
        bytes.append(UInt8(ascii: close))
    }

    private mutating func newLine(_ level: Int) {
        guard indents else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: level * 2))
    }

    /// The string in quotation marks with the fewest escapes: those that RFC 8785 §3.2.2.2 names, and no other.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: utf8[start..<index])
                start = index + 1
                switch byte {
                case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
                case 0x08: bytes.append(contentsOf: "\\b".utf8)
                case 0x09: bytes.append(contentsOf: "\\t".utf8)
                case 0x0A: bytes.append(contentsOf: "\\n".utf8)
                case 0x0C: bytes.append(contentsOf: "\\f".utf8)
                case 0x0D: bytes.append(contentsOf: "\\r".utf8)
                default:
                    bytes.append(contentsOf: "\\u00".utf8)
                    bytes.append(hexDigit(byte >> 4))
                    bytes.append(hexDigit(byte & 0x0F))
                }
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x61 + value - 10 }
}
