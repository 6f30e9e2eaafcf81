/// An absolute URL in the form in which two spellings of one address are the same text.
///
/// [RFC 3986 §6.2.2 and §6.2.3](https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2): scheme and host in lower case,
/// unreserved characters unescaped, escapes in upper case, dot segments resolved, the scheme's own port left out.
/// Scopes are compared in this form, so that `…/badges/../other/` isn't taken for something under `…/badges/`.
public struct NormalizedURL: Sendable, Hashable {
    public let text: String

    /// - Parameter text: an absolute URL or DID; `nil` when it isn't one, or hides a separator behind an escape.
    public init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }), let colon = text.firstIndex(of: ":")
        else {
            return nil
        }
        let scheme = text[..<colon].lowercased()
        guard let first = scheme.utf8.first, (0x61...0x7A).contains(first),
            scheme.utf8.allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
            })
        else { return nil }
        guard let rest = Self.normalizeEscapes(text[text.index(after: colon)...]) else { return nil }
        guard rest.hasPrefix("//") else {
            // `did:key:z…/badges/` has a path too.
            let pathStart = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
            let pathEnd = rest[pathStart...].firstIndex { "?#".contains($0) } ?? rest.endIndex
            let path = pathStart == pathEnd ? "" : Self.removeDotSegments(rest[pathStart..<pathEnd])
            self.text = "\(scheme):\(rest[..<pathStart])\(path)\(rest[pathEnd...])"
            return
        }
        let afterSlashes = rest.dropFirst(2)
        let authorityEnd = afterSlashes.firstIndex { "/?#".contains($0) } ?? afterSlashes.endIndex
        var authority = afterSlashes[..<authorityEnd].lowercased()
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
        for (name, port) in [("https", ":443"), ("http", ":80"), (scheme, ":")]
        where scheme == name && authority.hasSuffix(port) {
            authority.removeLast(port.count)
        }
        let pathEnd = afterSlashes[authorityEnd...].firstIndex { "?#".contains($0) } ?? afterSlashes.endIndex
        let path = Self.removeDotSegments(afterSlashes[authorityEnd..<pathEnd])
        self.text = "\(scheme)://\(authority)\(path)\(afterSlashes[pathEnd...])"
    }

    /// Whether this address lies under that prefix, which ends in `/`.
    public func isUnder(_ prefix: NormalizedURL) -> Bool {
        prefix.text.hasSuffix("/") && text.utf8.starts(with: prefix.text.utf8)
    }

    private static func removeDotSegments(_ path: Substring) -> String {
        guard !path.isEmpty else { return "/" }
        var output: [Substring] = []
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { output.append("") }
            case "..":
                _ = output.popLast()
                if isLast { output.append("") }
            default: output.append(segment)
            }
        }
        return "/" + output.joined(separator: "/")
    }

    /// Escapes of unreserved characters are resolved, others put in upper case. An escaped `/` or `\` is refused:
    /// servers differ in whether it separates, and a scope must not depend on that.
    private static func normalizeEscapes(_ text: Substring) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%") else {
                output.append(bytes[index])
                index += 1
                continue
            }
            guard index + 2 < bytes.count, let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2]) else {
                return nil
            }
            let value = high << 4 | low
            switch value {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E: output.append(value)
            case 0x2F, 0x5C: return nil
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                output += [UInt8(ascii: "%"), digits[Int(high)], digits[Int(low)]]
            }
            index += 3
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
