/// JSON Canonicalization Scheme, RFC 8785: the one spelling of a JSON value that is hashed and signed.
public enum JCS {
    /// The canonical UTF-8 bytes.
    public static func canonicalize(_ value: JSONValue) -> [UInt8] {
        var sink = ByteSink(capacity: 8192)
        append(value, to: &sink)
        return sink.bytes
    }

    private static func append(_ value: JSONValue, to sink: inout ByteSink) {
        switch value {
        case .null: sink.append("null")
        case .bool(let flag): sink.append(flag ? "true" : "false")
        case .number(let number): sink.append(text(of: number.double))
        case .string(let text): sink.appendQuoted(text)
        case .array(let elements):
            sink.append(UInt8(ascii: "["))
            for index in elements.indices {
                if index > 0 { sink.append(UInt8(ascii: ",")) }
                append(elements[index], to: &sink)
            }
            sink.append(UInt8(ascii: "]"))
        case .object(let object): append(object, to: &sink)
        }
    }

    private static func append(_ object: JSONObject, to sink: inout ByteSink) {
        sink.append(UInt8(ascii: "{"))
        // Places are sorted, not members: a place moves without a word to the reference counts.
        withUnsafeTemporaryAllocation(of: SortKey.self, capacity: object.count) { keys in
            for index in object.members.indices {
                keys.initializeElement(at: index, to: SortKey(object.members[index].name, place: index))
            }
            sort(keys, of: object)
            for index in keys.indices {
                let member = object.members[keys[index].place]
                if index > 0 { sink.append(UInt8(ascii: ",")) }
                sink.appendQuoted(member.name)
                sink.append(UInt8(ascii: ":"))
                append(member.value, to: &sink)
            }
        }
        sink.append(UInt8(ascii: "}"))
    }

    /// A name's first eight bytes as a number that sorts as they do, for all names but those beyond ASCII.
    private struct SortKey {
        let head: UInt64
        let isASCII: Bool
        let place: Int

        @inline(__always)
        init(_ name: String, place: Int) {
            var name = name
            self.place = place
            head = name.withUTF8 { utf8 in
                var head: UInt64 = 0
                for byte in utf8.prefix(8) { head = head << 8 | UInt64(byte) }
                return head << UInt64(8 * (8 - min(utf8.count, 8)))
            }
            isASCII = head & 0x8080_8080_8080_8080 == 0
        }
    }

    private static func sort(_ keys: UnsafeMutableBufferPointer<SortKey>, of object: JSONObject) {
        @inline(__always)
        func precedes(_ left: SortKey, _ right: SortKey) -> Bool {
            if left.head != right.head, left.isASCII, right.isASCII { return left.head < right.head }
            return precedesAsUTF16(object.members[left.place].name, object.members[right.place].name)
        }
        guard keys.count <= 24 else {
            var keys = keys
            return keys.sort(by: precedes)
        }
        for index in keys.indices.dropFirst() {
            let key = keys[index]
            var hole = index
            while hole > 0, precedes(key, keys[hole - 1]) {
                keys[hole] = keys[hole - 1]
                hole -= 1
            }
            keys[hole] = key
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
