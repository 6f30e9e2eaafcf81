/// JSON Canonicalization Scheme, RFC 8785: the one spelling of a JSON value that is hashed and signed.
public enum JCS {
    /// The canonical UTF-8 bytes.
    public static func canonicalize(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4096)
        append(value, to: &bytes)
        return bytes
    }

    private static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let number): bytes.append(contentsOf: text(of: number.double).utf8)
        case .string(let text): JSONWriter.append(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(element, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            let members = object.members.sorted { precedesAsUTF16($0.name, $1.name) }
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONWriter.append(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                append(member.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// RFC 8785 §3.2.3 sorts by UTF-16 code units. UTF-8 bytes sort alike but for one thing: characters beyond the
    /// BMP (lead byte 0xF0 and up) are surrogates in UTF-16 and come before U+E000…U+FFFF (lead bytes 0xEE, 0xEF).
    static func precedesAsUTF16(_ left: String, _ right: String) -> Bool {
        var (left, right) = (left, right)
        return left.withUTF8 { a in
            right.withUTF8 { b in
                for index in 0..<min(a.count, b.count) where a[index] != b[index] {
                    let (x, y) = (a[index], b[index])
                    if x >= 0xF0, y == 0xEE || y == 0xEF { return true }
                    if y >= 0xF0, x == 0xEE || x == 0xEF { return false }
                    return x < y
                }
                return a.count < b.count
            }
        }
    }

    /// A finite double as ECMAScript's Number::toString writes it (RFC 8785 §3.2.2.3).
    ///
    /// Swift's `description` gives the same shortest digits; only their layout differs.
    static func text(of value: Double) -> String {
        if value == 0 { return "0" }
        if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
        var digits: [UInt8] = []
        var exponent = 0
        var pointSeen = false
        var digitsBeforePoint = 0
        var source = value.magnitude.description.utf8[...]
        while let byte = source.popFirst() {
            switch byte {
            case UInt8(ascii: "."): pointSeen = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                exponent = Int(String(decoding: source, as: UTF8.self).replacingPlus()) ?? 0
                source = source[source.endIndex...]
            default:
                digits.append(byte)
                if !pointSeen { digitsBeforePoint += 1 }
            }
        }
        let leadingZeros = digits.prefix { $0 == 0x30 }.count
        digits.removeFirst(leadingZeros)
        while digits.last == 0x30 { digits.removeLast() }
        // The value is 0.d1d2d3… × 10^n, where ECMAScript's n counts the digits before the point.
        let n = digitsBeforePoint - leadingZeros + exponent
        let k = digits.count
        let all = String(decoding: digits, as: UTF8.self)
        let body: String
        if k <= n, n <= 21 {
            body = all + String(repeating: "0", count: n - k)
        } else if 0 < n, n <= 21 {
            body = "\(all.prefix(n)).\(all.dropFirst(n))"
        } else if -6 < n, n <= 0 {
            body = "0." + String(repeating: "0", count: -n) + all
        } else {
            let power = n - 1
            let sign = power < 0 ? "-" : "+"
            body = k == 1 ? "\(all)e\(sign)\(abs(power))" : "\(all.prefix(1)).\(all.dropFirst())e\(sign)\(abs(power))"
        }
        return value < 0 ? "-" + body : body
    }
}

extension String {
    fileprivate func replacingPlus() -> Substring { hasPrefix("+") ? dropFirst() : self[...] }
}
