/// The characters of DID Core §3.1 and §3.2 and RFC 3986, as tests on bytes.
enum DIDSyntax {
    /// Long enough for the did:jwk of the longest RSA key that is read; short enough to be compared without care.
    static let maxBytes = 8 * 1024

    static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool { isLowerAlphanumeric(byte) || (0x41...0x5A).contains(byte) }

    static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// `idchar` of DID Core §3.1, percent-encoding apart.
    static func isIdentifierCharacter(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// What path, query and fragment of RFC 3986 are made of, percent-encoding apart.
    static func isURLCharacter(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
    }

    /// Whether every byte passes the test or belongs to a `%` and two hexadecimal digits.
    static func consists(_ text: Substring.UTF8View, of isAllowed: (UInt8) -> Bool) -> Bool {
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst(), let low = rest.popFirst(), isHexDigit(high), isHexDigit(low) else {
                    return false
                }
            } else if !isAllowed(byte) {
                return false
            }
        }
        return true
    }
}
