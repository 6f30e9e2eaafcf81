internal import Encodings

/// The shapes of text that the schemas ask for, each read over UTF-8 bytes.
enum SchemaText {
    /// `ext:` with something after it, anywhere in the word; that is all the published pattern asks for.
    ///
    /// Its character class is `[a-z|A-Z|0-9|.|-|_]`, in which `|-|` is a range: the bar counts, the hyphen doesn't.
    static func isExtension(_ word: String) -> Bool {
        withBytes(word) { bytes in
            guard bytes.count >= 5 else { return false }
            return (0...(bytes.count - 5)).contains { start in
                bytes[start] == 0x65 && bytes[start + 1] == 0x78 && bytes[start + 2] == 0x74
                    && bytes[start + 3] == 0x3A && isExtensionCharacter(bytes[start + 4])
            }
        }
    }

    private static func isExtensionCharacter(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "_")
    }

    /// Three parts of the base64url alphabet with points between; the middle one may be empty (detached payload).
    static func isCompactJWS(_ text: String) -> Bool {
        withBytes(text) { bytes in
            var partLengths = (0, 0, 0)
            var part = 0
            for byte in bytes {
                if byte == UInt8(ascii: ".") {
                    part += 1
                    guard part < 3 else { return false }
                } else if isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
                    switch part {
                    case 0: partLengths.0 += 1
                    case 1: partLengths.1 += 1
                    default: partLengths.2 += 1
                    }
                } else {
                    return false
                }
            }
            return part == 2 && partLengths.0 > 0 && partLengths.2 > 0
        }
    }

    /// `fi`, `sv-FI`, `zh-Hant-TW`, `es-419`: language, then perhaps script, then perhaps region.
    static func isLanguageTag(_ text: String) -> Bool {
        withBytes(text) { bytes in
            var index = 0
            while index < bytes.count, isLower(bytes[index]) { index += 1 }
            guard (2...4).contains(index) else { return false }
            if bytes.count - index >= 5, bytes[index] == UInt8(ascii: "-"), isUpper(bytes[index + 1]),
                isLower(bytes[index + 2]), isLower(bytes[index + 3]), isLower(bytes[index + 4])
            {
                index += 5
            }
            switch bytes.count - index {
            case 0: return true
            case 3: return bytes[index] == UInt8(ascii: "-") && isUpper(bytes[index + 1]) && isUpper(bytes[index + 2])
            case 4:
                return bytes[index] == UInt8(ascii: "-") && isDigit(bytes[index + 1]) && isDigit(bytes[index + 2])
                    && isDigit(bytes[index + 3])
            default: return false
            }
        }
    }

    /// The name of a member in an object of texts by language: `fi` or `fi-FI`.
    static func isLanguageKey(_ name: String) -> Bool {
        withBytes(name) { bytes in
            guard bytes.count == 2 || bytes.count == 5, isLower(bytes[0]), isLower(bytes[1]) else { return false }
            return bytes.count == 2 || (bytes[2] == UInt8(ascii: "-") && isUpper(bytes[3]) && isUpper(bytes[4]))
        }
    }

    /// The address of an Open Badges 3.0 context: `…/context.json` or `…/context-3.0.3.json`.
    static func isOpenBadgesContext(_ url: String) -> Bool { isContext(url, openBadges, major: UInt8(ascii: "3")) }

    /// The address of a CLR 2.0 context: `…/context.json` or `…/context-2.0.1.json`.
    static func isLearnerRecordContext(_ url: String) -> Bool {
        isContext(url, learnerRecord, major: UInt8(ascii: "2"))
    }

    private static func isContext(_ url: String, _ prefix: String, major: UInt8) -> Bool {
        withBytes(url) { bytes in
            guard bytes.starts(with: prefix.utf8), bytes.count >= prefix.utf8.count + 5 else { return false }
            let end = bytes.count - 5
            var index = prefix.utf8.count
            // The published pattern lets the version stand any number of times.
            while end - index >= 6 {
                guard bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == major,
                    bytes[index + 2] == UInt8(ascii: "."), isDigit(bytes[index + 3]),
                    bytes[index + 4] == UInt8(ascii: "."), isDigit(bytes[index + 5])
                else { return false }
                index += 6
            }
            return index == end && bytes[end...].elementsEqual(".json".utf8)
        }
    }

    private static let openBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context"
    private static let learnerRecord = "https://purl.imsglobal.org/spec/clr/v2p0/context"

    /// RFC 3339 `date-time`: with a zone, in the calendar; seconds up to 59.
    static func isDateTime(_ text: String) -> Bool {
        withBytes(text) { bytes in
            guard bytes.count >= 20, isDate(bytes[..<10]), bytes[10] | 0x20 == UInt8(ascii: "t"),
                isNumber(bytes[11..<13], upTo: 23), bytes[13] == UInt8(ascii: ":"),
                isNumber(bytes[14..<16], upTo: 59), bytes[16] == UInt8(ascii: ":"),
                isNumber(bytes[17..<19], upTo: 59)
            else { return false }
            var index = 19
            if bytes[index] == UInt8(ascii: ".") {
                let start = index + 1
                index = start
                while index < bytes.count, isDigit(bytes[index]) { index += 1 }
                guard index > start, index < bytes.count else { return false }
            }
            if bytes[index] | 0x20 == UInt8(ascii: "z") { return index + 1 == bytes.count }
            guard bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"), bytes.count - index == 6
            else { return false }
            return isNumber(bytes[(index + 1)..<(index + 3)], upTo: 23) && bytes[index + 3] == UInt8(ascii: ":")
                && isNumber(bytes[(index + 4)..<(index + 6)], upTo: 59)
        }
    }

    /// RFC 3339 `full-date`.
    static func isDate(_ text: String) -> Bool {
        withBytes(text) { bytes in bytes.count == 10 && isDate(bytes[...]) }
    }

    private static func isDate(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let start = bytes.startIndex
        guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
            let year = number(bytes[start..<(start + 4)]), year > 0,
            let month = number(bytes[(start + 5)..<(start + 7)]), (1...12).contains(month),
            let day = number(bytes[(start + 8)..<(start + 10)]), day > 0
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        switch month {
        case 2: return day <= (isLeap ? 29 : 28)
        case 4, 6, 9, 11: return day <= 30
        default: return day <= 31
        }
    }

    private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        for byte in bytes {
            guard isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func isNumber(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, upTo limit: Int) -> Bool {
        number(bytes).map { $0 <= limit } ?? false
    }

    @inline(__always)
    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    @inline(__always)
    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The UTF-8 bytes of a text, without copying when they lie together.
    @inline(__always)
    static func withBytes<Answer>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
        if let answer = text.utf8.withContiguousStorageIfAvailable(body) { return answer }
        return Array(text.utf8).withUnsafeBufferPointer(body)
    }
}
