/// Finds the line and column at which a value of a JSON text stands, for messages about what the value says.
public enum JSONLocator {
    /// The place of the value at `path`, or of the deepest value on the way to it that exists.
    ///
    /// Reads the text anew: only refusals need a place, and they are rare.
    /// - Returns: `nil` when the text isn't JSON.
    public static func position(of path: JSONPath, in bytes: [UInt8]) -> TextPosition? {
        let limits = JSONLimits(
            maxBytes: .max, maxDepth: JSONLimits.document.maxDepth, maxValues: .max, maxStringBytes: .max)
        return bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer, limits: limits)
            parser.skipWhiteSpace()
            guard let offset = find(path.steps[...], with: &parser) else { return nil }
            return TextPosition(of: offset, in: buffer)
        }
    }

    private static func find(_ steps: ArraySlice<JSONPath.Step>, with parser: inout JSONParser) -> Int? {
        let here = parser.offset
        guard here < parser.input.count else { return nil }
        guard let step = steps.first else { return here }
        let isObject = parser.input[here] == UInt8(ascii: "{")
        guard isObject || parser.input[here] == UInt8(ascii: "[") else { return here }
        parser.offset += 1
        parser.skipWhiteSpace()
        var index = 0
        while parser.offset < parser.input.count, !parser.take(UInt8(ascii: isObject ? "}" : "]")) {
            var isOnTheWay = !isObject && step == .index(index)
            if isObject {
                guard parser.input[parser.offset] == UInt8(ascii: "\""), let name = try? parser.parseString() else {
                    return here
                }
                if case .name(let wanted) = step { isOnTheWay = wanted.hasSameBytes(as: name) }
                parser.skipWhiteSpace()
                guard parser.take(UInt8(ascii: ":")) else { return here }
                parser.skipWhiteSpace()
            }
            if isOnTheWay { return find(steps.dropFirst(), with: &parser) ?? here }
            guard (try? parser.parseValue()) != nil else { return here }
            parser.skipWhiteSpace()
            _ = parser.take(UInt8(ascii: ","))
            parser.skipWhiteSpace()
            index += 1
        }
        return here
    }
}
