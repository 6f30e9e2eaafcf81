/// Writes JSON as RFC 8259 asks, members in their order and numbers with their own digits.
public struct JSONWriter: ~Copyable {
    /// With line breaks and two spaces a level, ended by a line break: the form of files that people open.
    public static func pretty(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter(indents: true)
        writer.write(value, level: 0)
        writer.sink.append(0x0A)
        return writer.sink.bytes
    }

    /// Without white space.
    public static func compact(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter(indents: false)
        writer.write(value, level: 0)
        return writer.sink.bytes
    }

    private let indents: Bool
    private var sink = ByteSink(capacity: 8192)

    private init(indents: Bool) { self.indents = indents }

    private mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .null: sink.append("null")
        case .bool(let flag): sink.append(flag ? "true" : "false")
        case .number(let number): sink.append(number.text)
        case .string(let text): sink.appendQuoted(text)
        case .array(let elements):
            sink.append(UInt8(ascii: "["))
            for index in elements.indices {
                separate(index, level)
                write(elements[index], level: level + 1)
            }
            if !elements.isEmpty { newLine(level) }
            sink.append(UInt8(ascii: "]"))
        case .object(let object):
            sink.append(UInt8(ascii: "{"))
            for index in object.members.indices {
                separate(index, level)
                sink.appendQuoted(object.members[index].name)
                sink.append(UInt8(ascii: ":"))
                if indents { sink.append(0x20) }
                write(object.members[index].value, level: level + 1)
            }
            if !object.isEmpty { newLine(level) }
            sink.append(UInt8(ascii: "}"))
        }
    }

    private mutating func separate(_ index: Int, _ level: Int) {
        if index > 0 { sink.append(UInt8(ascii: ",")) }
        newLine(level + 1)
    }

    private mutating func newLine(_ level: Int) {
        guard indents else { return }
        sink.append(0x0A)
        sink.append(0x20, times: level * 2)
    }
}
