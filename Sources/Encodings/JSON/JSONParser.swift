/// A strict reader of RFC 8259: one text has one meaning here, or it is refused with line and column.
///
/// Beyond the grammar it refuses what other readers settle each in their own way: two members of one name, bytes that
/// aren't UTF-8, halves of surrogate pairs, numbers beyond a double, a byte order mark.
public struct JSONParser {
    /// Reads one JSON text, which may stand between white space.
    ///
    /// - Throws: `JSONError`, each of its codes.
    public static func parse(_ bytes: [UInt8], limits: JSONLimits = .document) throws(JSONError) -> JSONValue {
        // The closure's result carries the error by hand: withUnsafeBufferPointer has no typed throws on this path.
        let result: Result<JSONValue, JSONError> = bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer, limits: limits)
            do throws(JSONError) {
                return .success(try parser.parseText())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    let input: UnsafeBufferPointer<UInt8>
    let limits: JSONLimits
    var offset = 0
    private var valueCount = 0
    private var depth = 0

    init(_ input: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
        self.input = input
        self.limits = limits
    }

    private mutating func parseText() throws(JSONError) -> JSONValue {
        guard input.count <= limits.maxBytes else {
            throw JSONError(
                .tooLarge, "The text has \(input.count) bytes; at most \(limits.maxBytes) are read.",
                at: TextPosition(line: 1, column: 1))
        }
        if input.count >= 3, input[0] == 0xEF, input[1] == 0xBB, input[2] == 0xBF {
            throw failure(.malformed, "The text begins with a byte order mark; save it as UTF-8 without one.", at: 0)
        }
        skipWhiteSpace()
        guard offset < input.count else { throw failure(.malformed, "The text is empty.", at: offset) }
        let value = try parseValue()
        skipWhiteSpace()
        guard offset == input.count else {
            throw failure(.malformed, "After the end of the JSON value there is more text.", at: offset)
        }
        return value
    }

    // MARK: Values

    mutating func parseValue() throws(JSONError) -> JSONValue {
        valueCount += 1
        guard valueCount <= limits.maxValues else {
            throw failure(.tooManyValues, "The text has more than \(limits.maxValues) values.", at: offset)
        }
        guard offset < input.count else { throw endOfText() }
        switch input[offset] {
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "{"): return try parseObject()
        case UInt8(ascii: "["): return try parseArray()
        case UInt8(ascii: "t"): return try parseLiteral("true", .bool(true))
        case UInt8(ascii: "f"): return try parseLiteral("false", .bool(false))
        case UInt8(ascii: "n"): return try parseLiteral("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: return .number(try parseNumber())
        default: throw failure(.malformed, "A JSON value was expected here.", at: offset)
        }
    }

    private mutating func parseLiteral(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let count = word.utf8CodeUnitCount
        guard input.count - offset >= count, (0..<count).allSatisfy({ input[offset + $0] == word.utf8Start[$0] }) else {
            throw failure(
                .malformed, "A JSON value was expected here; only true, false and null are words.", at: offset)
        }
        offset += count
        return value
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= limits.maxDepth else {
            throw failure(
                .tooDeep, "Arrays and objects stand more than \(limits.maxDepth) deep in each other.", at: offset)
        }
        offset += 1
        skipWhiteSpace()
    }

    private mutating func parseArray() throws(JSONError) -> JSONValue {
        try enter()
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try parseValue())
            skipWhiteSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw expected("a comma or ]") }
            skipWhiteSpace()
        }
    }

    private mutating func parseObject() throws(JSONError) -> JSONValue {
        let start = offset
        try enter()
        defer { depth -= 1 }
        var members: [JSONObject.Member] = []
        if take(UInt8(ascii: "}")) { return .object(JSONObject()) }
        members.reserveCapacity(8)
        var marks: UInt64 = 0
        while true {
            guard offset < input.count else { throw endOfText() }
            guard input[offset] == UInt8(ascii: "\"") else { throw expected("a member's name in quotation marks") }
            let nameOffset = offset
            let name = try parseString()
            // Small objects are checked as they grow; large ones once, by sorting, so that the work stays bounded.
            if members.count < Self.pairwiseLimit {
                let mark = Self.mark(of: name)
                if marks & mark != 0, members.contains(where: { $0.name.hasSameBytes(as: name) }) {
                    throw failure(
                        .duplicateKey, "The name \"\(UTF8Text.shown(name))\" stands twice in one object.",
                        at: nameOffset)
                }
                marks |= mark
            }
            skipWhiteSpace()
            guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
            skipWhiteSpace()
            members.append(JSONObject.Member(name: name, value: try parseValue()))
            skipWhiteSpace()
            if take(UInt8(ascii: "}")) { break }
            guard take(UInt8(ascii: ",")) else { throw expected("a comma or }") }
            skipWhiteSpace()
        }
        if members.count > Self.pairwiseLimit, let name = Self.duplicate(among: members) {
            throw failure(.duplicateKey, "The name \"\(UTF8Text.shown(name))\" stands twice in one object.", at: start)
        }
        return .object(JSONObject(uniqueMembers: members))
    }

    private static let pairwiseLimit = 32

    /// One bit of 64, the same for the same name: names whose bits differ need no comparing.
    @inline(__always)
    private static func mark(of name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { utf8 in
            guard let first = utf8.first, let last = utf8.last else { return 1 }
            let middle = utf8[utf8.count / 2]
            return 1 << UInt64((utf8.count &+ Int(first) &* 5 &+ Int(middle) &* 17 &+ Int(last) &* 29) & 63)
        }
    }

    @inline(never)
    private static func duplicate(among members: [JSONObject.Member]) -> String? {
        let names = members.map { Array($0.name.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        for (left, right) in zip(names, names.dropFirst()) where left == right {
            return String(decoding: left, as: UTF8.self)
        }
        return nil
    }

    // MARK: Numbers

    private mutating func parseNumber() throws(JSONError) -> JSONNumber {
        let start = offset
        let negative = take(UInt8(ascii: "-"))
        let digits = skipDigits()
        guard digits > 0 else { throw expected("a digit") }
        if digits > 1, input[offset - digits] == UInt8(ascii: "0") {
            throw failure(.malformed, "A number doesn't begin with a zero before other digits.", at: start)
        }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard skipDigits() > 0 else { throw expected("a digit after the decimal point") }
        }
        if offset < input.count, input[offset] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            offset += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard skipDigits() > 0 else { throw expected("a digit in the exponent") }
        }
        let text = String(decoding: input[start..<offset], as: UTF8.self)
        if isWhole, digits <= 15 {
            // Up to 15 digits are exact in a double.
            var value = 0
            for byte in input[(offset - digits)..<offset] { value = value * 10 + Int(byte - 0x30) }
            return JSONNumber(text: text, double: negative ? -Double(value) : Double(value))
        }
        guard let number = JSONNumber(text: text) else {
            throw failure(.numberRange, "The number is larger than a double can hold.", at: start)
        }
        return number
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while offset < input.count, (0x30...0x39).contains(input[offset]) { offset += 1 }
        return offset - start
    }

    // MARK: Strings

    mutating func parseString() throws(JSONError) -> String {
        let start = offset
        offset += 1
        let contentStart = offset
        guard let base = input.baseAddress else { throw endOfText() }
        let (end, isASCII) = PlainText.end(of: base, from: contentStart, to: input.count)
        guard end < input.count, base[end] == UInt8(ascii: "\"") else {
            offset = end
            return try parseRestOfString(from: contentStart, quote: start)
        }
        guard end - contentStart <= limits.maxStringBytes else { throw stringTooLong(contentStart) }
        offset = end + 1
        let bytes = UnsafeBufferPointer(start: base + contentStart, count: end - contentStart)
        if isASCII { return String(decoding: bytes, as: UTF8.self) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        throw failure(
            .invalidUTF8, "The bytes here are not UTF-8.", at: contentStart + UTF8Check.validPrefix(of: bytes))
    }

    /// From the first byte on that doesn't stand for itself, which isn't the closing quotation mark.
    @inline(never)
    private mutating func parseRestOfString(from contentStart: Int, quote: Int) throws(JSONError) -> String {
        guard offset < input.count else {
            throw failure(.malformed, "A string that begins here never ends.", at: quote)
        }
        guard input[offset] == UInt8(ascii: "\\") else { throw controlCharacter() }
        return try parseEscapedString(from: contentStart, quote: quote)
    }

    private mutating func parseEscapedString(from contentStart: Int, quote: Int) throws(JSONError) -> String {
        var bytes = [UInt8](input[contentStart..<offset])
        while offset < input.count {
            let byte = input[offset]
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                guard bytes.count <= limits.maxStringBytes else { throw stringTooLong(contentStart) }
                if let text = String(validating: bytes, as: UTF8.self) { return text }
                let raw = UnsafeBufferPointer(rebasing: input[contentStart..<(offset - 1)])
                throw failure(
                    .invalidUTF8, "The bytes here are not UTF-8.", at: contentStart + UTF8Check.validPrefix(of: raw))
            case UInt8(ascii: "\\"):
                try parseEscape(into: &bytes)
            case 0..<0x20:
                throw controlCharacter()
            default:
                guard let base = input.baseAddress else { throw endOfText() }
                let end = PlainText.end(of: base, from: offset, to: input.count).offset
                bytes.append(contentsOf: input[offset..<end])
                offset = end
            }
        }
        throw failure(.malformed, "A string that begins here never ends.", at: quote)
    }

    private mutating func parseEscape(into bytes: inout [UInt8]) throws(JSONError) {
        let start = offset
        guard offset + 1 < input.count else { throw endOfText() }
        let letter = input[offset + 1]
        offset += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(letter)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"):
            let unit = try parseHexUnit(escapeStart: start)
            var scalarValue = UInt32(unit)
            if (0xD800...0xDBFF).contains(unit) {
                guard offset + 1 < input.count, input[offset] == UInt8(ascii: "\\"),
                    input[offset + 1] == UInt8(ascii: "u")
                else { throw loneSurrogate(start) }
                offset += 2
                let low = try parseHexUnit(escapeStart: start)
                guard (0xDC00...0xDFFF).contains(low) else { throw loneSurrogate(start) }
                scalarValue = 0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(scalarValue) else { throw loneSurrogate(start) }
            bytes.append(contentsOf: String(scalar).utf8)
        default:
            throw failure(.malformed, "There is no such escape in JSON.", at: start)
        }
    }

    private mutating func parseHexUnit(escapeStart: Int) throws(JSONError) -> UInt16 {
        guard input.count - offset >= 4 else { throw endOfText() }
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = UTF8Check.hexValue(input[offset]) else {
                throw failure(.malformed, "After \\u four hexadecimal digits are due.", at: escapeStart)
            }
            unit = unit << 4 | UInt16(digit)
            offset += 1
        }
        return unit
    }

    // MARK: Helpers

    @inline(__always)
    mutating func skipWhiteSpace() {
        while offset < input.count {
            switch input[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }

    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard offset < input.count, input[offset] == byte else { return false }
        offset += 1
        return true
    }

    @inline(never)
    func failure(_ code: JSONError.Code, _ message: String, at offset: Int) -> JSONError {
        JSONError(code, message, at: TextPosition(of: offset, in: input))
    }

    @inline(never)
    private func expected(_ what: String) -> JSONError {
        offset < input.count ? failure(.malformed, "Here \(what) was expected.", at: offset) : endOfText()
    }

    @inline(never)
    private func endOfText() -> JSONError {
        failure(.malformed, "The text ends in the middle of a value.", at: input.count)
    }

    @inline(never)
    private func controlCharacter() -> JSONError {
        failure(.malformed, "A control character (a line break or a tab, say) stands in a string.", at: offset)
    }

    @inline(never)
    private func loneSurrogate(_ offset: Int) -> JSONError {
        failure(.loneSurrogate, "The \\u escape here is half of a surrogate pair.", at: offset)
    }

    @inline(never)
    private func stringTooLong(_ offset: Int) -> JSONError {
        failure(.stringTooLong, "The string has more than \(limits.maxStringBytes) bytes.", at: offset)
    }
}
