/// The forms that names and addresses in definition files have to keep.
package enum NameForms {
    /// `[a-z0-9-]{2,64}`: the id of a badge, pathway, group or category.
    package static func isSlug(_ text: String) -> Bool {
        (2...64).contains(text.utf8.count) && text.utf8.allSatisfy { isLowerOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    /// `[a-z0-9._-]+` and not hidden: a file that stands beside the definition, and never a path.
    package static func isPlainFileName(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: ".")
            && text.utf8.allSatisfy { isLowerOrDigit($0) || "._-".utf8.contains($0) }
    }

    /// A level's code: a letter, then letters, digits and hyphens. It becomes a fragment of the achievement's id, so
    /// the fragments that mean something else there are taken.
    static func isLevelCode(_ text: String) -> Bool {
        guard (1...32).contains(text.utf8.count), let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
            && !["level", "hours", "credits"].contains(text)
    }

    /// A URI with its scheme (RFC 3986 §3), written in the characters a URI has; `http` and `https` need a host.
    package static func isAbsoluteURI(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= 2048, let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first,
            isLetter(first), colon + 1 < bytes.count,
            bytes[..<colon].allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) })
        else { return false }
        var index = colon + 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < bytes.count, isHexDigit(bytes[index + 1]), isHexDigit(bytes[index + 2]) else {
                    return false
                }
            } else if !(isLetter(byte) || isDigit(byte) || "-._~:/?#[]@!$&'()*+,;=".utf8.contains(byte)) {
                return false
            }
            index += 1
        }
        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        guard scheme == "http" || scheme == "https" else { return true }
        let rest = bytes[(colon + 1)...]
        guard rest.starts(with: "//".utf8), let host = rest.dropFirst(2).first else { return false }
        return isLetter(host) || isDigit(host) || host == UInt8(ascii: "[")
    }

    /// `http://data.europa.eu/esco/skill/` and a UUID in lower case.
    static func isESCOSkill(_ text: String) -> Bool {
        guard text.utf8.starts(with: escoBase.utf8) else { return false }
        return isUUID(text.utf8.dropFirst(escoBase.utf8.count))
    }

    static let escoBase = "http://data.europa.eu/esco/skill/"

    private static func isUUID(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count == 36 else { return false }
        return bytes.enumerated().allSatisfy { index, byte in
            [8, 13, 18, 23].contains(index)
                ? byte == UInt8(ascii: "-") : isDigit(byte) || (0x61...0x66).contains(byte)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isLowerOrDigit(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || isDigit(byte) }
    private static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }
}

extension String {
    /// Whether there is nothing to read: no characters but white space.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
