/// A place in a JSON document, written as [RFC 6901](https://www.rfc-editor.org/rfc/rfc6901) has it:
/// `/credentialSubject/achievement`. The empty text is the whole document.
public struct JSONPointer: Sendable, Hashable, LosslessStringConvertible {
    /// The names and numbers between the slashes, unescaped.
    public let tokens: [String]

    /// Nothing for text that doesn't begin with a slash, and for a `~` that is no escape.
    public init?(_ description: String) {
        guard !description.isEmpty else {
            tokens = []
            return
        }
        guard description.utf8.first == UInt8(ascii: "/") else { return nil }
        var tokens: [String] = []
        for part in description.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let token = Self.unescaped(part) else { return nil }
            tokens.append(token)
        }
        self.tokens = tokens
    }

    public var description: String {
        tokens.map { token in
            var text = "/"
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
            return text
        }.joined()
    }

    private static func unescaped(_ part: some Collection<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = part[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The place in an array that a token names: digits, and no zero in front of others.
    public static func index(_ token: String) -> Int? {
        guard token.utf8.allSatisfy({ (0x30...0x39).contains($0) }), token == "0" || token.utf8.first != 0x30 else {
            return nil
        }
        return Int(token)
    }
}
